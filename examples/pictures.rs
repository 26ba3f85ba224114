//! Draws pictures to try a scanner on: `cargo run --example pictures -- FOLDER` writes PGM files and their list,
//! images.jsonl, in the shape that `cargo xtask bench --images` reads; `--plain` only one clean symbol a kind.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::{BufWriter, Write};
use std::path::Path;

use rxing::BarcodeFormat;
use serde_json::json;

#[path = "../tests/drawn/mod.rs"]
mod drawn;

use drawn::Picture;

const SEED: u64 = 20_261_123;

/// So many pictures without a symbol, of the size of a camera frame.
const EMPTY: u64 = 12;

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["--plain", folder] => write(Path::new(folder), plain()),
        [folder] if !folder.starts_with('-') => write(Path::new(folder), ladders()),
        _ => {
            eprintln!("usage: cargo run --example pictures -- [--plain] FOLDER");
            std::process::exit(2);
        }
    }
}

/// A picture with what the list says of it: folder, format and the accepted texts.
type Entry = (Picture, String, &'static str, Vec<String>);

fn plain() -> impl Iterator<Item = Entry> {
    let symbols = [
        ("EAN-13", BarcodeFormat::EAN_13, "9528060010018"),
        ("UPC-A", BarcodeFormat::UPC_A, "036000291452"),
        (
            "QR",
            BarcodeFormat::QR_CODE,
            "https://id.gs1.org/01/09528060010018/10/S260918",
        ),
        ("DataMatrix", BarcodeFormat::DATA_MATRIX, "Lot S-260918/07"),
    ];
    symbols.into_iter().map(|(name, format, text)| {
        let picture = drawn::plain(format, text);
        (picture, "plain".to_owned(), name, vec![text.to_owned()])
    })
}

fn ladders() -> impl Iterator<Item = Entry> {
    let empty = (0..EMPTY).map(|seed| {
        (
            drawn::empty(1280, 720, seed),
            "empty".to_owned(),
            "none",
            Vec::new(),
        )
    });
    drawn::ladders(SEED)
        .map(|drawn| (drawn.picture, drawn.folder, drawn.format, vec![drawn.text]))
        .chain(empty)
}

fn write(folder: &Path, entries: impl Iterator<Item = Entry>) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut list = BufWriter::new(fs::File::create(folder.join("images.jsonl"))?);
    for (number, (picture, group, format, expected)) in entries.enumerate() {
        let name = format!("{number}.pgm");
        let (width, height) = (picture.width, picture.height);
        let mut file = format!("P5\n{width} {height}\n255\n").into_bytes();
        file.extend(&picture.luma);
        fs::write(folder.join(&name), file)?;
        let retail = !expected.is_empty();
        let line = json!({
            "path": name, "width": width, "height": height, "expected": expected,
            "format": format, "corpus": "drawn", "folder": group, "retail": retail,
        });
        writeln!(list, "{line}")?;
    }
    list.flush()
}
