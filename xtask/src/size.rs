//! What a phone has to download, and whether it is within budget.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::project::Project;

/// First visit to an interactive home page, fonts aside; in bytes after brotli.
const FIRST_VISIT_BUDGET: usize = 220_000;
/// The scanner's program, fetched when it is first used; in bytes after brotli.
const SCANNER_BUDGET: usize = 300_000;

/// Everything the first visit to the home page fetches until it is interactive, fonts aside: the list that
/// tests/browser/first_visit.rs holds against a real visit. `*` stands for any text within a name.
const FIRST_VISIT: &str = include_str!("../../tests/browser/first_visit.txt");
const SCANNER: &str = "scanner_bg.wasm";
/// What is loaded with the first page that needs it.
const CHUNKS: &str = "app-*/split_*.wasm\napp-*/chunk_*.wasm";

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
    let files = all_files(&dist, "").context("dist/ cannot be read; `cargo xtask build` makes it")?;
    let print = |name, patterns, budget| print_sum(&dist, &files, name, patterns, budget);
    let over = [
        print("first visit", FIRST_VISIT, Some(FIRST_VISIT_BUDGET))?,
        print("scanner", SCANNER, Some(SCANNER_BUDGET))?,
        print("pages loaded when they are opened", CHUNKS, None)?,
    ];
    if over.contains(&true) {
        bail!("over budget");
    }
    Ok(())
}

/// Prints each file that fits a pattern, and their sum. Whether the sum is over its budget.
fn print_sum(
    dist: &Path,
    files: &[String],
    name: &str,
    patterns: &str,
    budget: Option<usize>,
) -> Result<bool> {
    let mut sum = Size::default();
    for pattern in patterns.lines().filter(|line| !line.starts_with('#')) {
        let mut found = files.iter().filter(|file| fits(pattern, file)).peekable();
        if found.peek().is_none() {
            bail!("dist/{pattern} is missing; `cargo xtask build` makes it");
        }
        for file in found {
            let size = measure(&fs::read(dist.join(file))?)?;
            sum.raw += size.raw;
            sum.gzip += size.gzip;
            sum.brotli += size.brotli;
            print_line(file, size, None);
        }
    }
    print_line(name, sum, budget);
    Ok(budget.is_some_and(|budget| sum.brotli > budget))
}

/// The paths of all files below a folder, in order; `prefix` is the folder's own path, `""` or ending in `/`.
fn all_files(folder: &Path, prefix: &str) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            files.extend(all_files(&entry.path(), &(path + "/"))?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Whether a path fits a pattern, folder by folder.
fn fits(pattern: &str, path: &str) -> bool {
    let (patterns, parts) = (pattern.split('/'), path.split('/'));
    patterns.clone().count() == parts.clone().count()
        && patterns
            .zip(parts)
            .all(|(pattern, part)| match pattern.split_once('*') {
                Some((start, end)) => part.strip_prefix(start).is_some_and(|rest| rest.ends_with(end)),
                None => part == pattern,
            })
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
    fn a_pattern_fits_whole_names() {
        for (pattern, path, expected) in [
            ("*.css", "base-01.css", true),
            ("*.css", "embed/base-01.css", false),
            ("app-*/app.js", "app-0123/app.js", true),
            ("app-*/app.js", "app-0123/other.js", false),
            ("1.json", "11.json", false),
        ] {
            assert_eq!(fits(pattern, path), expected, "{pattern} {path}");
        }
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
