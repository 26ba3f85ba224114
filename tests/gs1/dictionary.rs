//! The table of application identifiers is that of the stamped release of the dictionary.

use super::vectors::file;

const TABLE: &str = "src/gs1/dictionary.rs";

#[test]
fn the_table_is_that_of_the_release() {
    let Some(dictionary) = file("gs1-syntax-dictionary.release-in-engine-1.4.1.txt") else {
        return;
    };
    assert!(dictionary.contains("# Release: 2026-01-27"));
    let rows: Vec<String> = dictionary.lines().filter_map(row).collect();
    assert_eq!(rows.len(), 224);
    let found = std::fs::read_to_string(TABLE).unwrap();
    let (head, _) = found.split_once("&[\n").unwrap();
    let listed: String = rows.iter().map(|row| format!("    {row:?},\n")).collect();
    let expected = format!("{head}&[\n{listed}];\n");
    if std::env::var_os("REWRITE").is_some() {
        std::fs::write(TABLE, &expected).unwrap();
    }
    assert_eq!(found, expected);
}

/// An entry without its title, its flags next to its identifiers, its words with one blank between them.
fn row(line: &str) -> Option<String> {
    let mut words = line.split('#').next()?.split_whitespace();
    let identifiers = words.next()?;
    let words: Vec<&str> = words.collect();
    let has_flags = words.first()?.chars().all(|char| "*?".contains(char));
    let gap = if has_flags { "" } else { " " };
    Some(format!("{identifiers}{gap}{}", words.join(" ")))
}
