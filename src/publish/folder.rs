//! Writes the files of the API into a folder, and takes away only what an earlier run wrote there.

use super::compress::siblings;
use super::contents::Contents;
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
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

/// Hears how many of how many files are done.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// Writes `contents` into `out`, several files at once, each with its signature and its compressed siblings. A file that
/// has not changed is not touched; each other one is replaced as a whole. The last path comes after all others, which are
/// written in no order. Files of an
/// earlier run that are no longer published are removed at the end, so that no link points to nothing in between.
pub fn write(contents: &impl Contents, out: &Path, progress: Progress) -> Result<(), FolderError> {
    let earlier = earlier_paths(out)?;
    let paths = contents.paths();
    let all: BTreeSet<&str> = paths.iter().map(String::as_str).collect();
    let stale: Vec<&String> = earlier
        .iter()
        .filter(|path| !all.contains(path.as_str()) && stays_inside(path))
        .collect();
    // The marker comes first and knows old and new files: a run that is broken off can be repeated.
    let mut both: BTreeSet<&str> = all.clone();
    both.extend(stale.iter().map(|path| path.as_str()));
    replace(&out.join(MARKER), list(&both).as_bytes())?;
    if let Some((last, others)) = paths.split_last() {
        write_all(contents, out, others, progress)?;
        write_one(contents, out, last)?;
        progress(paths.len(), paths.len());
    }
    for path in stale {
        remove(out, path)?;
    }
    replace(&out.join(MARKER), list(&all).as_bytes())
}

/// Writes files on all processors; the first error ends it.
fn write_all(
    contents: &impl Contents,
    out: &Path,
    paths: &[String],
    progress: Progress,
) -> Result<(), FolderError> {
    let next = AtomicUsize::new(0);
    let failure = Mutex::new(None);
    let work = || {
        while let Some(path) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
            if let Err(error) = write_one(contents, out, path) {
                next.store(paths.len(), Ordering::Relaxed);
                *failure.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                return;
            }
            progress(next.load(Ordering::Relaxed).min(paths.len()), paths.len() + 1);
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(work);
        }
    });
    let failure = failure.into_inner().unwrap_or_else(PoisonError::into_inner);
    failure.map_or(Ok(()), Err)
}

/// Writes a file, its signature and its siblings. Unchanged text keeps its siblings; those of the old text go away first.
fn write_one(contents: &impl Contents, out: &Path, path: &str) -> Result<(), FolderError> {
    let bytes = contents.bytes(path);
    let file = out.join(path);
    let changed = !holds(&file, &bytes);
    if changed {
        // Before the file: a run that is broken off between them would else leave siblings of the old text for good.
        for end in ["gz", "br"] {
            delete(&out.join(format!("{path}.{end}")))?;
        }
    }
    replace(&file, &bytes)?;
    let signature = contents.signature(path, &bytes);
    let kept = |end: &str| out.join(format!("{path}.{end}")).exists();
    match signature {
        Some(signature) => replace(&out.join(format!("{path}.jws")), signature.as_bytes())?,
        None if kept("jws") && !path.ends_with(".jws") => delete(&out.join(format!("{path}.jws")))?,
        None => {}
    }
    if !changed && kept("gz") && kept("br") {
        return Ok(());
    }
    for (path, bytes) in siblings(path, &bytes) {
        replace(&out.join(path), &bytes)?;
    }
    Ok(())
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

/// Writes beside the file and renames: a reader sees the old text or the new one, never a half. The same text is not written.
fn replace(path: &Path, bytes: &[u8]) -> Result<(), FolderError> {
    let told = |error| FolderError::Disk(path.to_owned(), error);
    if holds(path, bytes) {
        return Ok(());
    }
    let mut fresh = path.as_os_str().to_owned();
    fresh.push(".new");
    if fs::write(&fresh, bytes).is_err() {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(told)?;
        }
        fs::write(&fresh, bytes).map_err(told)?;
    }
    fs::rename(&fresh, path).map_err(told)
}

/// Whether a file has this text.
fn holds(path: &Path, bytes: &[u8]) -> bool {
    fs::read(path).is_ok_and(|found| found == bytes)
}

/// Removes a file; one that is not there is as good as removed.
fn delete(file: &Path) -> Result<(), FolderError> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(FolderError::Disk(file.to_owned(), error))
        }
        _ => Ok(()),
    }
}

/// Removes a file with what lies beside it, and the folders that it leaves empty.
fn remove(out: &Path, path: &str) -> Result<(), FolderError> {
    let file = out.join(path);
    delete(&file)?;
    for end in ["jws", "gz", "br"] {
        delete(&out.join(format!("{path}.{end}")))?;
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
