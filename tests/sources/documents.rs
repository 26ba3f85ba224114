//! Documents on the disk.

use serde_json::Value;
use std::path::{Path, PathBuf};

/// A file of JSON, with or without a byte order mark.
pub fn json_of(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap();
    serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files under a folder with this extension, in a fixed order.
pub fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => found.extend(files(&path, extension)),
            false if path.extension().is_some_and(|end| end == extension) => found.push(path),
            false => {}
        }
    }
    found.sort();
    found
}

/// A folder of the published documents; `None` where they are not at hand.
pub fn vectors(folder: &str) -> Option<PathBuf> {
    let root = std::env::var_os("CONFORMANCE_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors"),
        PathBuf::from,
    );
    let path = root.join(folder);
    if !path.exists() {
        eprintln!("skipped: there is no {}", path.display());
        return None;
    }
    Some(path)
}

/// One published document; `None` where they are not at hand.
pub fn vector(file: &str) -> Option<Value> {
    vectors(file).map(|path| json_of(&path))
}
