//! What the publisher does to the folder it writes into, and what it must never do.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use cho_phien::publish::{self, Files, FolderError};
use std::path::{Path, PathBuf};

/// A folder of this test alone, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("publish").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    folder
}

fn some_files(paths: &[&str]) -> Files {
    let files = paths.iter();
    files
        .map(|path| ((*path).to_owned(), format!("{path}\n")))
        .collect()
}

#[test]
fn a_second_run_removes_what_is_no_longer_published_and_nothing_else() {
    let out = folder("second-run");
    publish::write(
        &some_files(&["01/a/x.json", "01/b/x.json", "m.json"]),
        &out,
        &|_, _| {},
    )
    .unwrap();
    std::fs::write(out.join("01/a/note.txt"), "mine").unwrap();
    publish::write(&some_files(&["01/b/x.json", "new.json"]), &out, &|_, _| {}).unwrap();
    for (path, there) in [
        ("01/a/x.json", false),
        ("01/a/note.txt", true),
        ("01/b/x.json", true),
        ("m.json", false),
        ("new.json", true),
        ("new.json.new", false),
    ] {
        assert_eq!(out.join(path).exists(), there, "{path}");
    }
}

#[test]
fn a_run_that_breaks_off_before_the_siblings_is_mended_by_the_next() {
    let out = folder("broken-off");
    let text = |word: &str| Files::from([("m.json".to_owned(), word.repeat(1_000))]);
    publish::write(&text("old "), &out, &|_, _| {}).unwrap();
    std::fs::create_dir(out.join("m.json.gz.new")).unwrap();
    assert!(publish::write(&text("new "), &out, &|_, _| {}).is_err());
    std::fs::remove_dir(out.join("m.json.gz.new")).unwrap();
    publish::write(&text("new "), &out, &|_, _| {}).unwrap();
    let mut found = String::new();
    let file = std::fs::File::open(out.join("m.json.gz")).unwrap();
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(file), &mut found).unwrap();
    assert_eq!(found, "new ".repeat(1_000));
}

#[test]
fn a_folder_of_somebody_else_is_left_alone() {
    let out = folder("foreign");
    std::fs::create_dir_all(&out).unwrap();
    std::fs::write(out.join("thesis.txt"), "mine").unwrap();
    let refused = publish::write(&some_files(&["m.json"]), &out, &|_, _| {});
    assert!(matches!(refused, Err(FolderError::NotOurs(_))));
    assert!(!out.join("m.json").exists());
}

#[test]
fn a_marker_that_points_outside_removes_nothing_there() {
    let out = folder("outside/api");
    publish::write(&some_files(&["m.json"]), &out, &|_, _| {}).unwrap();
    let neighbour = out.with_file_name("neighbour.txt");
    std::fs::write(&neighbour, "mine").unwrap();
    let marker = format!("../neighbour.txt\n{}\nm.json\n", neighbour.display());
    std::fs::write(out.join(publish::MARKER), marker).unwrap();
    publish::write(&some_files(&["n.json"]), &out, &|_, _| {}).unwrap();
    assert!(neighbour.exists());
    assert!(!out.join("m.json").exists());
}
