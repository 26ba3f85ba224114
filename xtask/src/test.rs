//! All tests, one after the other, and their sum.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::chromium;
use crate::project::{Project, told};
use crate::tally::Tally;
use crate::{bench, check, site, size, tools};

/// A part of the test run, how it ended and how long it took.
struct Part {
    name: &'static str,
    tally: Tally,
    time: Duration,
}

/// Brings what the tests need, runs them and the checks; closes with one line `N passed, N failed`.
pub fn test(project: &Project) -> Result<()> {
    let mut parts = vec![
        part("set-up", || as_one(set_up(project))),
        part("release site", || as_one(site::build(project))),
        part("sizes", || as_one(size::size(project))),
        part("native tests", || count(&mut native_tests(project)?)),
        part("scanner in Node", || count(&mut bench::tests(project)?)),
    ];
    if project.root.join("tests/wasm.rs").is_file() {
        parts.push(part("wasm tests", || count(&mut wasm_tests(project)?)));
    }
    if project.root.join("tests/browser").is_dir() {
        parts.push(part("tests over HTTP and in the browser", || {
            count(&mut driven_tests(project)?)
        }));
    }
    parts.push(part("checks", || check::run_all(project)));

    let mut sum = Tally::default();
    println!("\n── how long it took");
    for Part { name, tally, time } in &parts {
        println!("{:>6} s  {name}: {tally}", time.as_secs());
        sum.add(*tally);
    }
    println!("{sum}");
    if sum.failed > 0 {
        // OK because the line above must be the last one: an error would print another.
        std::process::exit(1);
    }
    Ok(())
}

fn part(name: &'static str, run: impl FnOnce() -> Result<Tally>) -> Part {
    println!("\n── {name}");
    let start = Instant::now();
    let tally = run().unwrap_or_else(|error| {
        println!("FAILED: {error:#}");
        Tally::of_one(false)
    });
    Part {
        name,
        tally,
        time: start.elapsed(),
    }
}

fn as_one(outcome: Result<()>) -> Result<Tally> {
    outcome.map(|()| Tally::of_one(true))
}

fn set_up(project: &Project) -> Result<()> {
    tools::ensure_for_site(project)?;
    tools::ensure_for_checks(project)?;
    chromium::ensure(project).map(drop)
}

fn native_tests(project: &Project) -> Result<Command> {
    let mut command = project.command("cargo")?;
    command.args(["test", "--workspace", "--no-fail-fast"]);
    Ok(command)
}

fn wasm_tests(project: &Project) -> Result<Command> {
    let mut command = with_browser(project)?;
    command
        .args([
            "test",
            "--target",
            "wasm32-unknown-unknown",
            "--features",
            "web",
            "--test",
            "wasm",
        ])
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            "wasm-bindgen-test-runner",
        )
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    Ok(command)
}

/// The tests behind the door `drive`: real hosts, and the pages in a real browser.
fn driven_tests(project: &Project) -> Result<Command> {
    let mut command = with_browser(project)?;
    command.args([
        "test",
        "--no-fail-fast",
        "--features",
        "drive",
        "--test",
        "http",
        "--test",
        "browser",
    ]);
    Ok(command)
}

/// Cargo, told where the browser (CHROME) and its driver (CHROMEDRIVER) are.
fn with_browser(project: &Project) -> Result<Command> {
    let chromium = chromium::find().context("there is no Chromium with a driver")?;
    let mut command = project.command("cargo")?;
    command
        .env("CHROME", chromium.browser)
        .env("CHROMEDRIVER", chromium.driver);
    Ok(command)
}

/// Runs test programs, passes their output on and counts their results.
fn count(command: &mut Command) -> Result<Tally> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{}` cannot be started", told(command)))?;
    let output = child
        .stdout
        .take()
        .context("the output was piped, yet there is none")?;
    let mut tally = Tally::default();
    for line in BufReader::new(output).split(b'\n') {
        let line = line.context("the output broke off")?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        tally.add(Tally::read(&line).unwrap_or_default());
    }
    let status = child.wait().context("the end of the tests was missed")?;
    if !status.success() && tally.failed == 0 {
        // Something failed that is no test: most often the compiler.
        println!("FAILED: `{}` ({status})", told(command));
        tally.failed = 1;
    }
    if tally == Tally::default() {
        bail!("`{}` ran no test at all", told(command));
    }
    Ok(tally)
}
