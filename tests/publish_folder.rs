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

/// Whether the publisher builds the sample market with this revoked.json, and what it says.
fn built_with(revoked: &[u8], name: &str) -> (bool, String) {
    let data = folder(&format!("{name}-data"));
    std::fs::create_dir_all(&data).unwrap();
    for file in walk(Path::new("data/market")) {
        let copy = data.join(file.strip_prefix("data").unwrap());
        std::fs::create_dir_all(copy.parent().unwrap()).unwrap();
        std::fs::copy(&file, copy).unwrap();
    }
    std::fs::write(data.join("revoked.json"), revoked).unwrap();
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_publish"))
        .args(["build".as_ref(), data.as_os_str(), folder(name).as_os_str()])
        .args(["--key", "data/sample.key.json", "--allow-warnings"])
        .output()
        .unwrap();
    (
        run.status.success(),
        String::from_utf8_lossy(&run.stderr).into_owned(),
    )
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| match path.is_dir() {
            true => walk(&path),
            false => vec![path],
        })
        .collect()
}

#[test]
fn a_list_of_revoked_keys_that_cannot_be_read_is_not_published_as_an_empty_one() {
    let text = "{\"revoked\": []}";
    let wide: Vec<u8> = text
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .chain([0xff])
        .collect();
    let (done, told) = built_with(text.as_bytes(), "revoked-fine");
    assert!(done, "{told}");
    let (done, told) = built_with(&wide, "revoked-utf-16");
    assert!(!done && told.contains("revoked.json"), "{told}");
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
