//! Chromium and its WebDriver, for the tests that need a browser.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::project::{Project, on_path, run};

const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const ADVICE: &str = "the browser tests need Chromium and its driver: \
                      install `chromium` and `chromium-driver` (Debian), or Chrome and `chromedriver`";

/// A browser and the program that drives it.
pub struct Chromium {
    /// The browser.
    pub browser: PathBuf,
    /// Its `chromedriver`.
    pub driver: PathBuf,
}

/// Finds Chromium, or installs it through apt where that is possible.
pub fn ensure(project: &Project) -> Result<Chromium> {
    if let Some(found) = find() {
        return Ok(found);
    }
    println!("Installing chromium and chromium-driver through apt (about 300 MB, a minute or two) …");
    apt(project, &["update", "--quiet"])?;
    apt(
        project,
        &[
            "install",
            "--yes",
            "--no-install-recommends",
            "chromium",
            "chromium-driver",
        ],
    )?;
    find().context(ADVICE)
}

/// The browser and the driver on this machine.
pub fn find() -> Option<Chromium> {
    Some(Chromium {
        browser: on_path(&BROWSERS)?,
        driver: on_path(&["chromedriver"])?,
    })
}

fn apt(project: &Project, arguments: &[&str]) -> Result<()> {
    if on_path(&["apt-get"]).is_none() {
        bail!(ADVICE);
    }
    let mut command = if is_root(project)? {
        project.command("apt-get")?
    } else if on_path(&["sudo"]).is_some() {
        let mut sudo = project.command("sudo")?;
        sudo.arg("apt-get");
        sudo
    } else {
        bail!(ADVICE);
    };
    run(command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive")).context(ADVICE)
}

fn is_root(project: &Project) -> Result<bool> {
    let answer = project
        .command("id")?
        .arg("-u")
        .output()
        .context("`id` cannot be started")?;
    Ok(answer.stdout.trim_ascii() == b"0")
}
