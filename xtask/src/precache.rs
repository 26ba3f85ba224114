//! The service worker's list: which files make the app work offline, and their revisions.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

/// What is not part of the app's shell. The market's API, recorded clips and config.json stay fresh and are
/// kept as they are visited; embed/ runs on other people's pages; the rest is read by servers and by the browser itself.
const LEFT_OUT: [&str; 7] = [
    "api/",
    "clips/",
    "config.json",
    "embed/",
    "sw.js",
    "_headers",
    "_redirects",
];

/// Stands in public/sw.js for the list.
const LIST_MARK: &str = "[/* shell */]";
/// Stands in public/sw.js and in index.html for the version. Without quotes: minified pages have none.
const VERSION_MARK: &str = "development";

/// In development a worker would show stale files: one left behind by a release build is taken away.
const WORKER_OF_DEVELOPMENT: &str = "\
// In development there is no service worker. One that a release build left here makes room.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.registration.unregister()));
";

/// A file of the shell: its address and the beginning of its SHA-256.
struct Entry {
    address: String,
    revision: String,
}

/// Fills sw.js and the page's version in a release build; makes both harmless in development.
pub fn write(site: &Path, is_release: bool) -> Result<()> {
    let worker_file = site.join("sw.js");
    if !is_release {
        return fs::write(worker_file, WORKER_OF_DEVELOPMENT).context("sw.js cannot be written");
    }
    // The version is that of all files before the version itself is written into the page.
    let version = version(&entries(site)?);
    replace(&site.join("index.html"), &[(VERSION_MARK, &version)])?;
    let list = as_javascript(&entries(site)?);
    replace(&worker_file, &[(LIST_MARK, &list), (VERSION_MARK, &version)])
}

fn entries(site: &Path) -> Result<Vec<Entry>> {
    let mut files = Vec::new();
    collect(site, "", &mut files)?;
    files.sort();
    files
        .iter()
        .map(|file| {
            let bytes = fs::read(site.join(file)).with_context(|| format!("{file} cannot be read"))?;
            Ok(Entry {
                address: address(file),
                revision: digest(&bytes),
            })
        })
        .collect()
}

/// Adds the shell's files below a folder; `prefix` is the folder's path within the site, `""` or ending in `/`.
fn collect(folder: &Path, prefix: &str, files: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            let path = path + "/";
            if is_shell(&path) {
                collect(&entry.path(), &path, files)?;
            }
        } else if is_shell(&path) {
            files.push(path);
        }
    }
    Ok(())
}

/// Whether a file or folder (ending in `/`) belongs to the shell. Dotfiles are Trunk's own; licences are for reading.
fn is_shell(path: &str) -> bool {
    !LEFT_OUT.contains(&path)
        && !path.contains("/LICENSE")
        && !path.split('/').any(|part| part.starts_with('.'))
}

/// The page goes by `/`: servers may redirect `/index.html`, and a redirected answer cannot open a page.
fn address(file: &str) -> String {
    match file {
        "index.html" => "/".to_owned(),
        other => format!("/{other}"),
    }
}

fn digest(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn version(entries: &[Entry]) -> String {
    let all: String = entries
        .iter()
        .map(|entry| format!("{} {}\n", entry.address, entry.revision))
        .collect();
    digest(all.as_bytes())
}

fn as_javascript(entries: &[Entry]) -> String {
    // OK because names of files in the site hold neither quotes nor backslashes.
    let rows: String = entries
        .iter()
        .map(|Entry { address, revision }| format!("  ['{address}', '{revision}'],\n"))
        .collect();
    format!("[\n{rows}]")
}

fn replace(file: &Path, marks: &[(&str, &str)]) -> Result<()> {
    let name = file.display();
    let mut text = fs::read_to_string(file).with_context(|| format!("{name} cannot be read"))?;
    for (mark, value) in marks {
        if !text.contains(mark) {
            bail!("{name} has no `{mark}` to be replaced");
        }
        text = text.replacen(mark, value, 1);
    }
    fs::write(file, text).with_context(|| format!("{name} cannot be written"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shell_leaves_out_what_must_stay_fresh() {
        for (path, expected) in [
            ("index.html", true),
            ("fonts/", true),
            ("pictures/leaf.svg", true),
            ("api/", false),
            ("clips/", false),
            ("config.json", false),
            ("sw.js", false),
            ("_redirects", false),
            (".trunk-lock", false),
            ("fonts/.DS_Store", false),
            ("fonts/LICENSE.txt", false),
        ] {
            assert_eq!(is_shell(path), expected, "{path}");
        }
    }

    #[test]
    fn the_page_goes_by_the_root_address() {
        assert_eq!(address("index.html"), "/");
        assert_eq!(address("fonts/a.woff2"), "/fonts/a.woff2");
    }

    #[test]
    fn another_content_gives_another_version() {
        let of = |bytes: &[u8]| {
            version(&[Entry {
                address: "/".into(),
                revision: digest(bytes),
            }])
        };
        assert_ne!(of(b"a"), of(b"b"));
        assert_eq!(of(b"a"), of(b"a"));
    }
}
