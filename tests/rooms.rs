//! Who may enter whom: the rooms of the program and the crates that only some of them may know.

#![allow(clippy::unwrap_used)]

use std::path::Path;

/// Each room (a program of src/bin is one, too) with the rooms that it may enter, beside itself.
const ROOMS: &[(&str, &str)] = &[
    ("words", ""),
    ("symbol", "words"),
    ("scan", "words symbol"),
    ("gs1", "words symbol"),
    ("address", "words symbol gs1"),
    ("label", "words symbol gs1"),
    ("device", ""),
    ("sources", "words symbol gs1"),
    ("journey", "words symbol gs1 sources"),
    ("market", "words symbol gs1 sources journey"),
    ("tables", "words symbol gs1 sources journey market"),
    ("api", "words symbol gs1 sources journey market tables"),
    (
        "publish",
        "words symbol gs1 label sources journey market tables api",
    ),
    ("browser", "words symbol gs1 device sources"),
    (
        "ui",
        "words symbol gs1 address label device sources journey market tables api browser",
    ),
    (
        "bin/app",
        "words symbol gs1 address label device sources journey market browser ui",
    ),
    ("bin/scanner", "symbol scan browser::wire"),
    (
        "bin/publish",
        "words symbol scan gs1 label sources journey market tables api publish",
    ),
];

/// Crates (and what starts with their name and `_`) with the only places that may know them.
const CRATES: &[(&str, &[&str])] = &[
    ("leptos", &["src/ui/", "src/bin/app.rs"]),
    ("rxing", &["src/scan/reader.rs"]),
    (
        "ed25519_dalek",
        &["src/sources/signature.rs", "src/publish/signature.rs"],
    ),
    // Modules of rxing have these names, too.
    ("qrcode", &["src/label/", "src/scan/reader.rs"]),
    ("datamatrix", &["src/label/", "src/scan/reader.rs"]),
    ("sha2", &["src/sources/event_hash.rs"]),
    ("web_sys", &["src/browser/", "src/bin/"]),
    ("js_sys", &["src/browser/", "src/bin/"]),
    ("wasm_bindgen", &["src/browser/", "src/bin/"]),
    ("gloo", &["src/browser/", "src/bin/"]),
    ("idb", &["src/browser/"]),
];

#[test]
fn every_room_enters_only_rooms_that_it_may() {
    let mut files = Vec::new();
    gather(Path::new("src"), &mut files);
    assert!(files.len() > ROOMS.len(), "{files:?}");
    let found: Vec<String> = files
        .iter()
        .flat_map(|file| breaches(file, &std::fs::read_to_string(file).unwrap()))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_planted_breach_is_found() {
    let check = |file, source, expected: &[&str]| assert_eq!(breaches(file, source), expected, "{source}");
    check(
        "src/gs1/gtin.rs",
        "use crate::journey::Step;",
        &["src/gs1/gtin.rs enters journey::Step"],
    );
    check(
        "src/address.rs",
        "fn f() {\n    crate::ui::f()\n}",
        &["src/address.rs enters ui::f"],
    );
    check(
        "src/scan/mod.rs",
        "use crate::{\n    symbol::{Format, Symbol},\n    gs1,\n};",
        &["src/scan/mod.rs enters gs1"],
    );
    check(
        "src/bin/scanner.rs",
        "use cho_phien::browser::net;",
        &["src/bin/scanner.rs enters browser::net"],
    );
    check(
        "src/new/mod.rs",
        "use crate::words::Text;",
        &["src/new/mod.rs is in no known room"],
    );
    check(
        "src/address.rs",
        "use super::ui;",
        &["src/address.rs leaves its room: use super::ui;"],
    );
    check(
        "src/gs1/gtin.rs",
        "use super::super::ui;",
        &["src/gs1/gtin.rs leaves its room: use super::super::ui;"],
    );
    check(
        "src/ui/home.rs",
        "fn f(e: web_sys::Event) {}",
        &["src/ui/home.rs knows web_sys"],
    );
    check(
        "src/ui/home.rs",
        "use leptos::{prelude::*, web_sys::Event};",
        &["src/ui/home.rs knows web_sys"],
    );
    check(
        "src/scan/luma.rs",
        "use rxing;",
        &["src/scan/luma.rs knows rxing"],
    );
    check(
        "src/scan/squares.rs",
        "fn f(bits: rxing::common::BitMatrix) {}",
        &["src/scan/squares.rs knows rxing"],
    );
    check(
        "src/journey/tell.rs",
        "#[wasm_bindgen]\nfn f() {}",
        &["src/journey/tell.rs knows wasm_bindgen"],
    );
    check(
        "src/sources/lookup.rs",
        "use gloo_net::http;",
        &["src/sources/lookup.rs knows gloo_net"],
    );
}

#[test]
fn what_is_allowed_is_no_breach() {
    let check = |file, source| assert_eq!(breaches(file, source), [""; 0], "{source}");
    check(
        "src/journey/tell.rs",
        "use crate::{gs1::Gtin, journey, words::Text};",
    );
    check("src/bin/scanner.rs", "use cho_phien::browser::wire;");
    check("src/scan/reader.rs", "use rxing::Reader; // Not crate::ui.");
    check("src/words/text.rs", "const TOOLS: &str = \"leptos, rxing\";");
    check("src/address.rs", "mod tests {\n    use super::*;\n}");
    check(
        "src/gs1/gtin.rs",
        "use super::identifiers;\nmod tests {\n    use super::super::Gln;\n}",
    );
}

/// What a file may not do, one sentence each.
fn breaches(file: &str, source: &str) -> Vec<String> {
    let code: Vec<&str> = source
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect();
    let room = room(file);
    if room == "lib" {
        return Vec::new();
    }
    let Some((_, open)) = ROOMS.iter().find(|(name, _)| *name == room) else {
        return vec![format!("{file} is in no known room")];
    };
    let may_enter = |path: &String| {
        open.split(' ')
            .chain([room.as_str()])
            .any(|name| is_in(path, name))
    };
    let text = code.join("\n");
    let entered = entered(&text)
        .into_iter()
        .filter(|path| !may_enter(path))
        .map(|path| format!("{file} enters {path}"));
    let left = left(file, &code).map(|line| format!("{file} leaves its room: {line}"));
    let known = known(file, &text)
        .into_iter()
        .map(|name| format!("{file} knows {name}"));
    entered.chain(left).chain(known).collect()
}

/// `gs1` for src/gs1/gtin.rs, `address` for src/address.rs, `bin/app` for src/bin/app.rs.
fn room(file: &str) -> String {
    let parts: Vec<&str> = file
        .trim_start_matches("src/")
        .trim_end_matches(".rs")
        .split('/')
        .collect();
    let length = if parts[0] == "bin" { 2 } else { 1 };
    parts[..length].join("/")
}

fn is_in(path: &str, name: &str) -> bool {
    path.strip_prefix(name)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// The paths behind `crate::` and `cho_phien::`, groups taken apart.
fn entered(code: &str) -> Vec<String> {
    let roots = ["crate::", "cho_phien::"];
    let starts = roots.iter().flat_map(|root| code.match_indices(root));
    starts
        .flat_map(|(at, root)| paths(&code[at + root.len()..]))
        .collect()
}

fn paths(tail: &str) -> Vec<String> {
    let Some(group) = tail.strip_prefix('{') else {
        let is_part = |char: char| char.is_alphanumeric() || char == '_' || char == ':';
        return vec![tail.chars().take_while(|&char| is_part(char)).collect()];
    };
    let (mut depth, mut members) = (0, vec![String::new()]);
    for char in group.chars() {
        match char {
            '}' if depth == 0 => break,
            ',' if depth == 0 => members.push(String::new()),
            _ => members.last_mut().unwrap().push(char),
        }
        depth += i32::from(char == '{') - i32::from(char == '}');
    }
    members
        .iter()
        .map(|member| member.trim().to_owned())
        .filter(|member| !member.is_empty())
        .collect()
}

/// The lines whose `super::` climb above the room. Every file stands as deep as its path, an inner module one deeper.
fn left<'a>(file: &str, code: &[&'a str]) -> impl Iterator<Item = &'a str> {
    let depth = file.trim_end_matches("/mod.rs").matches('/').count();
    let mut inner = 0;
    code.iter().copied().filter(move |line| {
        match *line {
            "}" => inner = 0,
            _ if line.starts_with("mod ") && line.ends_with('{') => inner = 1,
            _ => {}
        }
        line.contains(&"super::".repeat(depth + inner))
    })
}

/// The crates that a file names in a path, an import or an attribute though it may not.
fn known(file: &str, code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (name, places) in CRATES {
        if places.iter().any(|place| file.starts_with(place)) {
            continue;
        }
        for (at, _) in code.match_indices(name) {
            let (before, after) = code.split_at(at);
            let is_part = |char: char| char.is_alphanumeric() || char == '_';
            let word: String = after.chars().take_while(|&char| is_part(char)).collect();
            let is_name = word == *name || word.starts_with(&format!("{name}_"));
            let is_used =
                after[word.len()..].starts_with("::") || before.ends_with("use ") || before.ends_with("#[");
            if is_name && is_used && !before.ends_with(is_part) {
                found.push(word);
            }
        }
    }
    found
}

fn gather(folder: &Path, files: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path.to_str().unwrap().replace('\\', "/"));
        }
    }
}
