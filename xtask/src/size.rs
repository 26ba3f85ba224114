//! What a phone has to download, and whether it is within budget.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::project::Project;

/// First visit to an interactive home page, fonts aside; in bytes after brotli.
const FIRST_VISIT_BUDGET: usize = 220_000;
/// The scanner, fetched when it is first used; in bytes after brotli.
const SCANNER_BUDGET: usize = 320_000;

/// Everything the first visit to the home page fetches from dist/ before it is scrolled: fonts and pictures, which are
/// lazy, aside. `*` stands for any text within a name.
const FIRST_VISIT: [&str; 13] = [
    "index.html",
    "old.js",
    "boot.js",
    "app-*.js",
    "app-*.wasm",
    "*.css",
    "icons.svg",
    "icons/icon.svg",
    "ornament.svg",
    "manifest.webmanifest",
    "config.json",
    "api/market.json",
    "api/catalogue/1.json",
];
const SCANNER: [&str; 3] = ["scanner.js", "scanner_loader.js", "scanner_bg.wasm"];

/// Bytes of a file, or of several together.
#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the sizes of dist/ as JSON lines; an error when a sum is over its budget.
pub fn size(project: &Project) -> Result<()> {
    let dist = project.root.join("dist");
    let first_visit = print_sum(&dist, "first visit", &FIRST_VISIT, FIRST_VISIT_BUDGET)?;
    let scanner = print_sum(&dist, "scanner", &SCANNER, SCANNER_BUDGET)?;
    if first_visit.brotli > FIRST_VISIT_BUDGET || scanner.brotli > SCANNER_BUDGET {
        bail!("over budget");
    }
    Ok(())
}

fn print_sum(dist: &Path, name: &str, patterns: &[&str], budget: usize) -> Result<Size> {
    let mut sum = Size::default();
    for pattern in patterns {
        for file in matching(dist, pattern)? {
            let size = measure(&fs::read(&file)?)?;
            sum.raw += size.raw;
            sum.gzip += size.gzip;
            sum.brotli += size.brotli;
            let within = file.strip_prefix(dist).unwrap_or(&file);
            print_line(&within.to_string_lossy(), size, None);
        }
    }
    print_line(name, sum, Some(budget));
    Ok(sum)
}

fn matching(dist: &Path, pattern: &str) -> Result<Vec<PathBuf>> {
    let missing = || format!("dist/{pattern} is missing; `cargo xtask build` makes it");
    let (folder, name_pattern) = pattern.rsplit_once('/').unwrap_or((".", pattern));
    let mut files = Vec::new();
    for entry in fs::read_dir(dist.join(folder)).with_context(missing)? {
        let entry = entry?;
        if matches(name_pattern, &entry.file_name().to_string_lossy()) {
            files.push(entry.path());
        }
    }
    if files.is_empty() {
        bail!(missing());
    }
    files.sort();
    Ok(files)
}

fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        Some((start, end)) => name.strip_prefix(start).is_some_and(|rest| rest.ends_with(end)),
        None => name == pattern,
    }
}

fn measure(bytes: &[u8]) -> Result<Size> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    let mut brotli = Vec::new();
    let best = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut brotli, &best)?;
    Ok(Size {
        raw: bytes.len(),
        gzip: gzip.finish()?.len(),
        brotli: brotli.len(),
    })
}

fn print_line(file: &str, size: Size, budget: Option<usize>) {
    let Size { raw, gzip, brotli } = size;
    let budget = budget.map_or("null".to_owned(), |budget| budget.to_string());
    // OK because names in dist/ hold no quotes and no backslashes.
    println!(r#"{{"file":"{file}","raw":{raw},"gzip":{gzip},"brotli":{brotli},"budget":{budget}}}"#);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_matches_whole_names() {
        assert!(matches("app-*.js", "app-0123.js"));
        assert!(!matches("app-*.js", "app-0123_bg.wasm"));
        assert!(matches("1.json", "1.json"));
        assert!(!matches("1.json", "11.json"));
    }

    #[test]
    fn repetition_weighs_less_after_compression() {
        let size = measure(&[b'a'; 10_000]).unwrap();
        assert_eq!(size.raw, 10_000);
        assert!(
            size.gzip < 100 && size.brotli < 100,
            "{} {}",
            size.gzip,
            size.brotli
        );
    }
}
