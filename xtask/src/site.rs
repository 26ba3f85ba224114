//! The release site, and the module through which Node runs the site's scanner.

use std::fs;

use anyhow::{Context, Result};

use crate::project::{Project, run};
use crate::tools;

/// Builds the release site into dist/, after bringing the tools for it.
pub fn build(project: &Project) -> Result<()> {
    tools::ensure_for_site(project)?;
    println!("Building the release site into dist/ (a few minutes the first time) …");
    run(project.command("trunk")?.args(["build", "--release"]))?;
    write_scanner_module(project)?;
    println!("The site is in dist/; `cargo xtask size` tells its sizes.");
    Ok(())
}

/// Writes target/bench/scanner.mjs: the scanner of dist/ for Node.
pub fn write_scanner_module(project: &Project) -> Result<()> {
    const MODULE: &str = include_str!("../bench/scanner.mjs");
    let folder = project.root.join("target/bench");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    fs::write(folder.join("scanner.mjs"), MODULE).context("scanner.mjs cannot be written")
}
