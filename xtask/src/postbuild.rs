//! Trunk's hook after each build: adds to the site what Trunk does not make.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::project::{Project, run};
use crate::{app, icons, precache};

/// The parts of the typeface the pages use.
const SUBSETS: [&str; 2] = ["latin", "vietnamese"];
const WEIGHTS: [u16; 3] = [400, 600, 800];

/// The licences that must travel with the typeface (OFL) and the icons (ISC): npm package, name in the site.
const LICENCES: [(&str, &str); 2] = [
    ("@fontsource/be-vietnam-pro", "fonts/LICENSE.txt"),
    ("lucide-static", "icons/LICENSE-lucide.txt"),
];

/// The key that signs the sample market. It is public, as the sample is: nobody may trust it for anything else.
const SAMPLE_KEY: &str = "data/sample.key.json";

/// Completes the site in Trunk's staging folder: the program of the pages, the market's API, fonts, icons and the service worker.
pub fn postbuild(project: &Project) -> Result<()> {
    let site = PathBuf::from(
        std::env::var_os("TRUNK_STAGING_DIR")
            .context("TRUNK_STAGING_DIR is not set: only Trunk calls this command")?,
    );
    let is_release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    app::build(project, &site, is_release)?;
    publish_market(project, &site)?;
    copy_fonts(project, &site)?;
    icons::write(project, &site)?;
    copy_licences(project, &site)?;
    precache::write(&site, is_release)?;
    copy_fallback(&site)
}

/// Hosts that know no rewriting answer an unknown address with 404.html. Copied last, so that it is the finished page.
fn copy_fallback(site: &Path) -> Result<()> {
    fs::copy(site.join("index.html"), site.join("404.html"))
        .map(drop)
        .context("index.html cannot be copied to 404.html")
}

fn publish_market(project: &Project, site: &Path) -> Result<()> {
    let api = site.join("api");
    fs::create_dir_all(&api).with_context(|| format!("{} cannot be made", api.display()))?;
    let mut publish = project.command("cargo")?;
    publish
        .args([
            "run",
            "--quiet",
            "--offline",
            "--bin",
            "publish",
            "--",
            "build",
            "data",
        ])
        .arg(&api)
        // Some journeys of the sample have a fault on purpose, so that warnings can be shown.
        .args(["--allow-warnings", "--key", SAMPLE_KEY]);
    run(&mut publish).context("the market could not be published")
}

fn copy_fonts(project: &Project, site: &Path) -> Result<()> {
    let from = project.root.join("node_modules/@fontsource/be-vietnam-pro/files");
    let to = site.join("fonts");
    fs::create_dir_all(&to).with_context(|| format!("{} cannot be made", to.display()))?;
    for subset in SUBSETS {
        for weight in WEIGHTS {
            let name = format!("be-vietnam-pro-{subset}-{weight}-normal.woff2");
            fs::copy(from.join(&name), to.join(&name))
                .with_context(|| format!("the font {name} cannot be copied"))?;
        }
    }
    Ok(())
}

fn copy_licences(project: &Project, site: &Path) -> Result<()> {
    for (package, name) in LICENCES {
        let licence = project.root.join("node_modules").join(package).join("LICENSE");
        fs::copy(licence, site.join(name)).with_context(|| format!("{name} cannot be copied"))?;
    }
    Ok(())
}
