//! Writes the files of the API into a folder, and takes away only what an earlier run wrote there.

use super::site::Files;
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use std::{fs, io};

/// The file that marks a folder as ours: it lists what was written there, one path a line.
pub const MARKER: &str = ".published";

/// Why the files could not be written.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// The folder holds files of somebody else.
    #[error("{0} is neither empty nor written by an earlier run (it has no {MARKER}): name another folder")]
    NotOurs(PathBuf),
    /// The disk refuses.
    #[error("{0}: {1}")]
    Disk(PathBuf, io::Error),
}

/// Writes `files` into `out`. A file that has not changed is not touched; each other one is replaced as a whole.
/// Files of an earlier run that are no longer published are removed last, so that no link points to nothing in between.
pub fn write(files: &Files, out: &Path) -> Result<(), FolderError> {
    let earlier = earlier_paths(out)?;
    let all: BTreeSet<&str> = files.keys().map(String::as_str).collect();
    let stale: Vec<&String> = earlier
        .iter()
        .filter(|path| !all.contains(path.as_str()) && stays_inside(path))
        .collect();
    // The marker comes first and knows old and new files: a run that is broken off can be repeated.
    let mut both: BTreeSet<&str> = all.clone();
    both.extend(stale.iter().map(|path| path.as_str()));
    replace(&out.join(MARKER), &list(&both))?;
    for (path, text) in files {
        replace(&out.join(path), text)?;
    }
    for path in stale {
        remove(out, path)?;
    }
    replace(&out.join(MARKER), &list(&all))
}

/// What an earlier run wrote; an error when the folder is not ours.
fn earlier_paths(out: &Path) -> Result<Vec<String>, FolderError> {
    if let Ok(text) = fs::read_to_string(out.join(MARKER)) {
        return Ok(text.lines().map(str::to_owned).collect());
    }
    match fs::read_dir(out).map(|mut entries| entries.next().is_none()) {
        Ok(true) => Ok(Vec::new()),
        Ok(false) => Err(FolderError::NotOurs(out.to_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(FolderError::Disk(out.to_owned(), error)),
    }
}

/// Whether a listed path stays inside the folder, whatever somebody wrote into the marker.
fn stays_inside(path: &str) -> bool {
    !path.is_empty()
        && Path::new(path)
            .components()
            .all(|part| matches!(part, Component::Normal(_)))
}

fn list(paths: &BTreeSet<&str>) -> String {
    paths.iter().map(|path| format!("{path}\n")).collect()
}

/// Writes beside the file and renames: a reader sees the old text or the new one, never a half.
fn replace(path: &Path, text: &str) -> Result<(), FolderError> {
    let told = |error| FolderError::Disk(path.to_owned(), error);
    if fs::read(path).is_ok_and(|found| found == text.as_bytes()) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(told)?;
    }
    let mut fresh = path.as_os_str().to_owned();
    fresh.push(".new");
    fs::write(&fresh, text).map_err(told)?;
    fs::rename(&fresh, path).map_err(told)
}

/// Removes a file and the folders that it leaves empty.
fn remove(out: &Path, path: &str) -> Result<(), FolderError> {
    let file = out.join(path);
    match fs::remove_file(&file) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(FolderError::Disk(file, error)),
    }
    let mut folder = file.parent();
    while let Some(inner) = folder.filter(|inner| *inner != out) {
        if fs::remove_dir(inner).is_err() {
            break; // OK because a folder that still holds something stays.
        }
        folder = inner.parent();
    }
    Ok(())
}
