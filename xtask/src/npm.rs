//! The packages from npm: wasm-opt, the typeface and the icons.

use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::project::{Project, on_path, run};

/// Installs the packages of the site's package-lock.json when they are missing or older than it.
pub fn ensure(project: &Project) -> Result<()> {
    ensure_in(project, &project.root)
}

/// The same for the package-lock.json of a folder.
pub fn ensure_in(project: &Project, folder: &Path) -> Result<()> {
    let wanted = changed(&folder.join("package-lock.json")).context("package-lock.json cannot be read")?;
    // npm writes this file at the end of every installation.
    let installed = changed(&folder.join("node_modules/.package-lock.json"));
    if installed.is_some_and(|installed| installed >= wanted) {
        return Ok(());
    }
    on_path(&["npm"]).context("npm is missing; install Node.js 20 or newer")?;
    let target = folder.join("node_modules");
    println!(
        "Installing the npm packages into {} (up to 100 MB, under a minute) …",
        target.display()
    );
    // No install scripts: what we use are plain files.
    run(project.command("npm")?.current_dir(folder).args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
    ]))
}

fn changed(file: &Path) -> Option<SystemTime> {
    file.metadata().and_then(|about| about.modified()).ok()
}
