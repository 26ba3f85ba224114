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
