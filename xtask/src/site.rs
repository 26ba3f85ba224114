//! The release site.

use anyhow::Result;

use crate::project::{Project, run};
use crate::tools;

/// Builds the release site into dist/, after bringing the tools for it.
pub fn build(project: &Project) -> Result<()> {
    tools::ensure_for_site(project)?;
    println!("Building the release site into dist/ (a few minutes the first time) …");
    run(project.command("trunk")?.args(["build", "--release"]))?;
    println!("The site is in dist/; `cargo xtask size` tells its sizes.");
    Ok(())
}
