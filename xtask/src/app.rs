//! The program of the pages: compiled, split into chunks, bound to JavaScript, made small and put into the site.
//!
//! Trunk cannot split a program, so that this is done here. A chunk fits only the program that it was cut from: all files
//! of one build lie in one folder, which is named by what is in them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use sha2::{Digest, Sha256};
use wasm_split_cli_support::{Options, transform};

use crate::project::{Project, run};

/// How wasm-opt makes a program small: what compresses best (see docs/measurements.md).
const SMALL: [&str; 6] = [
    "--quiet",
    "-Os",
    "--low-memory-unused",
    "--flatten",
    "--rereloop",
    "-Os",
];

/// Stands in index.html for the script: the link by which Trunk is told to leave this program alone.
const MARK: &str = "data-trunk-skip";

/// Builds the program into a folder of its own in the site, and puts its script into the page.
pub fn build(project: &Project, site: &Path, is_release: bool) -> Result<()> {
    let whole = compile(project, is_release)?;
    let bench = whole.with_file_name("app-chunks");
    clear(&bench)?;
    let main = split(&whole, &bench)?;
    bind(project, &main, &bench)?;
    fs::remove_file(&main).context("the program before binding cannot be removed")?;
    if is_release {
        shrink(project, &bench)?;
    }
    let folder = format!("app-{}", digest(&bench)?);
    copy(&bench, &site.join(&folder))?;
    write_script(&site.join("index.html"), &folder)
}

/// The compiled program, with the notes of the linker that splitting needs, and without those for debuggers.
fn compile(project: &Project, is_release: bool) -> Result<PathBuf> {
    let mut cargo = project.command("cargo")?;
    cargo.args(["rustc", "--offline", "--target", "wasm32-unknown-unknown"]);
    cargo.args(["--features", "app", "--bin", "app"]);
    cargo.args(is_release.then_some("--release"));
    run(cargo.args(["--", "-C", "link-args=--emit-relocs", "-C", "strip=debuginfo"]))?;
    let profile = if is_release { "release" } else { "debug" };
    Ok(project
        .target()?
        .join("wasm32-unknown-unknown")
        .join(profile)
        .join("app.wasm"))
}

/// Cuts the program at the functions that `src/ui/chunks.rs` marks. The answer is the part that is loaded at the start.
fn split(whole: &Path, bench: &Path) -> Result<PathBuf> {
    let wasm = fs::read(whole).with_context(|| format!("{} cannot be read", whole.display()))?;
    let main = bench.join("main.wasm");
    let mut options = Options::new(&wasm);
    options.output_dir = bench;
    options.main_out_path = &main;
    options.main_module = "./app.js";
    options.link_name = "./chunks.js";
    transform(options).map_err(|error| anyhow!("the program cannot be split: {error:#}"))?;
    Ok(main)
}

fn bind(project: &Project, main: &Path, bench: &Path) -> Result<()> {
    let mut bindgen = project.command("wasm-bindgen")?;
    // The chunks reach memory and table of the program through the linker's exports.
    bindgen.args([
        "--target",
        "web",
        "--no-typescript",
        "--keep-lld-exports",
        "--out-name",
        "app",
    ]);
    run(bindgen.arg("--out-dir").arg(bench).arg(main))
}

fn shrink(project: &Project, bench: &Path) -> Result<()> {
    for file in files(bench)? {
        let path = bench.join(&file);
        if file.ends_with(".wasm") {
            run(project
                .command("wasm-opt")?
                .args(SMALL)
                .arg(&path)
                .arg("-o")
                .arg(&path))?;
        } else {
            let mut terser = project.command(project.root.join("node_modules/.bin/terser"))?;
            run(terser
                .arg(&path)
                .args(["--module", "--compress", "--mangle", "--output"])
                .arg(&path))?;
        }
    }
    Ok(())
}

/// Puts the script in the place of Trunk's link, and lets the browser fetch the program while it reads the script.
fn write_script(page: &Path, folder: &str) -> Result<()> {
    let html = fs::read_to_string(page).context("index.html cannot be read")?;
    let (start, end) = link(&html).with_context(|| format!("index.html has no link with `{MARK}`"))?;
    let script = format!(
        "<script type=\"module\" src=\"/boot.js\" data-js=\"/{folder}/app.js\" data-wasm=\"/{folder}/app_bg.wasm\"></script>\
         <link rel=\"modulepreload\" href=\"/{folder}/app.js\">\
         <link rel=\"modulepreload\" href=\"/{folder}/chunks.js\">\
         <link rel=\"preload\" href=\"/{folder}/app_bg.wasm\" as=\"fetch\" type=\"application/wasm\" crossorigin>"
    );
    fs::write(page, [&html[..start], &script, &html[end..]].concat()).context("index.html cannot be written")
}

/// Where the link with the mark begins and ends.
fn link(html: &str) -> Option<(usize, usize)> {
    let mark = html.find(MARK)?;
    Some((html[..mark].rfind("<link")?, mark + html[mark..].find('>')? + 1))
}

fn clear(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be cleared", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    clear(to)?;
    for file in files(from)? {
        fs::copy(from.join(&file), to.join(&file)).with_context(|| format!("{file} cannot be copied"))?;
    }
    Ok(())
}

/// The beginning of the SHA-256 over all files and their names.
fn digest(folder: &Path) -> Result<String> {
    let mut hash = Sha256::new();
    for file in files(folder)? {
        hash.update(&file);
        hash.update(fs::read(folder.join(&file))?);
    }
    Ok(hash
        .finalize()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect())
}

/// The names of the files in a folder, in order.
fn files(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names: Vec<String> = names.collect::<Result<_>>()?;
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_link_is_found_however_it_is_written() {
        for html in [
            "<link rel=icon><link data-trunk data-trunk-skip rel=rust><p>",
            "<link rel=\"icon\">\n<link\n  rel=\"rust\"\n  data-trunk-skip=\"\">\n<p>",
        ] {
            let (start, end) = link(html).unwrap();
            assert!(
                html[start..end].starts_with("<link") && html[start..end].contains("rust"),
                "{html}"
            );
            assert!(html[end..].trim_start().starts_with("<p>"), "{html}");
        }
        assert_eq!(link("<link rel=icon>"), None);
    }
}
