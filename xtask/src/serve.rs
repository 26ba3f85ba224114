//! The development server.

use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::tools;

/// Builds the site, serves it at this port of this machine and rebuilds it on edits; returns only on failure.
pub fn serve(project: &Project, port: u16) -> Result<()> {
    // Tried before anything is built: Trunk would tell it only minutes later.
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .with_context(|| format!("port {port} cannot be had; choose another one with --port N"))?;
    tools::ensure_for_site(project)?;
    println!("Building the site (some minutes the first time, seconds after an edit) …");
    let this_program = std::env::current_exe().context("this program has no path")?;
    project
        .command(this_program)?
        .args(["announce", &port.to_string()])
        .spawn()
        .context("the background half of serve cannot be started")?;
    let mut trunk = project.command("trunk")?;
    trunk.args(["serve", "--address", "127.0.0.1", "--port", &port.to_string()]);
    become_program(&mut trunk)
}

/// This process becomes Trunk, so that ending the one ends the other, whatever the signal.
#[cfg(unix)]
fn become_program(trunk: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(trunk.exec()).context("Trunk cannot be started")
}

#[cfg(not(unix))]
fn become_program(trunk: &mut Command) -> Result<()> {
    crate::project::run(trunk)
}
