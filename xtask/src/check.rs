//! The checks that need no browser: formatting, lints, rooms, dependencies.

use std::process::Command;

use anyhow::{Result, bail};

use crate::project::{Project, run, told};
use crate::tally::Tally;
use crate::tools;

/// Runs all checks, after bringing the tools for them; an error when one fails.
pub fn check(project: &Project) -> Result<()> {
    tools::ensure_for_checks(project)?;
    let tally = run_all(project)?;
    println!("{tally}");
    if tally.failed > 0 {
        bail!("not every check passed");
    }
    Ok(())
}

/// Runs all checks, whether earlier ones fail or not; each counts as one.
pub fn run_all(project: &Project) -> Result<Tally> {
    let mut tally = Tally::default();
    for mut command in commands(project)? {
        tally.add(run_one(&mut command));
    }
    // The database of advisories is a download: without it, the other checks still say something.
    if run(&mut cargo(project, &["deny", "fetch", "db"])?).is_ok() {
        let mut advisories = cargo(project, &["deny", "check", "--disable-fetch", "advisories"])?;
        tally.add(run_one(&mut advisories));
    } else {
        println!("note: the database of advisories cannot be reached; advisories are not checked");
    }
    Ok(tally)
}

fn commands(project: &Project) -> Result<Vec<Command>> {
    const WASM: [&str; 3] = ["clippy", "--target", "wasm32-unknown-unknown"];
    const STRICT: [&str; 3] = ["--", "-D", "warnings"];
    let mut commands = vec![
        cargo(project, &["fmt", "--all", "--check"])?,
        cargo(
            project,
            &[&["clippy", "--workspace", "--all-targets"][..], &STRICT].concat(),
        )?,
        cargo(
            project,
            &[&["clippy", "--features", "drive", "--tests"][..], &STRICT].concat(),
        )?,
        cargo(
            project,
            &[
                &WASM[..],
                &["--features", "web", "--lib", "--bins", "--test", "wasm"],
                &STRICT,
            ]
            .concat(),
        )?,
        cargo(project, &[&WASM[..], &["--features", "app"], &STRICT].concat())?,
        cargo(project, &["deny", "check", "bans", "licenses", "sources"])?,
    ];
    if project.root.join("tests/rooms.rs").is_file() {
        commands.push(cargo(project, &["test", "--quiet", "--test", "rooms"])?);
    }
    Ok(commands)
}

fn cargo(project: &Project, arguments: &[&str]) -> Result<Command> {
    let mut command = project.command("cargo")?;
    command.args(arguments);
    Ok(command)
}

fn run_one(command: &mut Command) -> Tally {
    println!("── {}", told(command));
    let outcome = run(command);
    if let Err(error) = &outcome {
        println!("FAILED: {error:#}");
    }
    Tally::of_one(outcome.is_ok())
}
