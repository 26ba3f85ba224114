//! The build tools: the wasm target, Trunk, wasm-bindgen and cargo-deny.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::npm;
use crate::project::{Project, on_path, run};

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// A program that `cargo install` can bring.
struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
    /// The folder whose `bin` holds the program.
    root: PathBuf,
    /// How long compiling takes on two cores.
    minutes: u8,
    options: &'static [&'static str],
}

/// Brings everything that building the site needs.
pub fn ensure_for_site(project: &Project) -> Result<()> {
    ensure_wasm_target(project)?;
    npm::ensure(project)?;
    ensure(project, &trunk(project))?;
    ensure(project, &wasm_bindgen(project))?;
    // Trunk is told to stay offline, so that it never downloads tools behind our back.
    run(project.command("cargo")?.args(["fetch", "--quiet", "--locked"]))
}

/// Brings everything that the checks need.
pub fn ensure_for_checks(project: &Project) -> Result<()> {
    ensure_wasm_target(project)?;
    ensure(project, &cargo_deny(project))
}

fn trunk(project: &Project) -> Tool {
    Tool {
        package: "trunk",
        program: "trunk",
        version: "0.22.1".into(),
        root: project.tools.clone(),
        minutes: 6,
        // OK because Trunk compiles and works with our toolchain, although it declares a newer one.
        // Without its default features it does not ask the network for updates.
        options: &[
            "--ignore-rust-version",
            "--locked",
            "--no-default-features",
            "--features",
            "rustls",
        ],
    }
}

fn wasm_bindgen(project: &Project) -> Tool {
    Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: project.wasm_bindgen_version.clone(),
        root: project.wasm_bindgen_folder(),
        minutes: 2,
        // Not `--locked`: its lock file wants a package version that can no longer be had.
        options: &[],
    }
}

fn cargo_deny(project: &Project) -> Tool {
    Tool {
        package: "cargo-deny",
        program: "cargo-deny",
        version: "0.20.2".into(),
        root: project.tools.clone(),
        minutes: 4,
        options: &["--locked"],
    }
}

fn ensure_wasm_target(project: &Project) -> Result<()> {
    let installed = project
        .command("rustup")?
        .args(["target", "list", "--installed"])
        .output()
        .context("rustup is missing; https://rustup.rs says how to install it")?;
    if String::from_utf8_lossy(&installed.stdout)
        .lines()
        .any(|line| line == WASM_TARGET)
    {
        return Ok(());
    }
    println!("Installing the Rust target {WASM_TARGET} (under a minute) …");
    run(project.command("rustup")?.args(["target", "add", WASM_TARGET]))
}

fn ensure(project: &Project, tool: &Tool) -> Result<()> {
    if is_present(tool) {
        return Ok(());
    }
    println!(
        "Installing {} {} into {} (a download, or about {} minutes of compiling on two cores) …",
        tool.package,
        tool.version,
        tool.root.display(),
        tool.minutes
    );
    if on_path(&["cargo-binstall"]).is_some() {
        let downloaded = run(&mut binstall(project, tool)?);
        if downloaded.is_ok() && is_present(tool) {
            return Ok(());
        }
        println!("No prebuilt {} could be had; compiling it …", tool.package);
    }
    run(&mut install(project, tool)?)?;
    if !is_present(tool) {
        bail!("{} was installed but does not answer to --version", tool.program);
    }
    Ok(())
}

fn is_present(tool: &Tool) -> bool {
    let answer = Command::new(tool.root.join("bin").join(tool.program))
        .arg("--version")
        .output();
    answer.is_ok_and(|answer| tells_version(&String::from_utf8_lossy(&answer.stdout), &tool.version))
}

/// Whether an answer such as `trunk 0.22.1` tells this version.
fn tells_version(answer: &str, version: &str) -> bool {
    answer.split_whitespace().any(|word| word == version)
}

fn binstall(project: &Project, tool: &Tool) -> Result<Command> {
    let mut command = project.command("cargo")?;
    command
        .args([
            "binstall",
            "--no-confirm",
            "--disable-strategies",
            "compile",
            "--root",
        ])
        .arg(&tool.root)
        .arg(format!("{}@{}", tool.package, tool.version));
    Ok(command)
}

fn install(project: &Project, tool: &Tool) -> Result<Command> {
    let mut command = project.command("cargo")?;
    command
        .args(["install", "--force", "--root"])
        .arg(&tool.root)
        .args([tool.package, "--version", &tool.version])
        .args(tool.options)
        // One target folder for all tools: what they have in common compiles once.
        .env("CARGO_TARGET_DIR", project.tools.join("target"))
        // A tool that compiles in a third of the time is worth more than one that runs a little faster.
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_told_only_by_the_whole_word() {
        assert!(tells_version("trunk 0.22.1\n", "0.22.1"));
        assert!(!tells_version("trunk 0.22.10\n", "0.22.1"));
        assert!(!tells_version("", "0.22.1"));
    }
}
