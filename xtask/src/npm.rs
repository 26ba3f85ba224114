//! The packages from npm: wasm-opt, the typeface and the icons.

use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::project::{Project, on_path, run};

/// Installs the packages of package-lock.json when they are missing or older than it.
pub fn ensure(project: &Project) -> Result<()> {
    let wanted =
        changed(&project.root.join("package-lock.json")).context("package-lock.json cannot be read")?;
    // npm writes this file at the end of every installation.
    let installed = changed(&project.root.join("node_modules/.package-lock.json"));
    if installed.is_some_and(|installed| installed >= wanted) {
        return Ok(());
    }
    on_path(&["npm"]).context("npm is missing; install Node.js 20 or newer")?;
    println!("Installing the npm packages into node_modules (about 100 MB, under a minute) …");
    // No install scripts: what we use are plain files.
    run(project
        .command("npm")?
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
}

fn changed(file: &Path) -> Option<SystemTime> {
    file.metadata().and_then(|about| about.modified()).ok()
}
