//! The published cases of the standard's engine and of the Digital Link toolkit, and the list of those where we differ.

use serde_json::Value;
use std::collections::BTreeMap;

/// What came of the cases of all collections.
#[derive(Default)]
pub struct Outcome {
    /// The cases that do not hold, each as `collection case`.
    failed: Vec<String>,
    /// The cases that hold, likewise.
    held: Vec<String>,
}

impl Outcome {
    /// Runs the cases of one collection; `holds` says whether one holds. Prints how many do.
    pub fn run(&mut self, collection: &str, rows: &Value, holds: impl Fn(&Value) -> bool) {
        let rows = rows.as_array().unwrap();
        let (held, failed): (Vec<_>, Vec<_>) = rows.iter().partition(|row| holds(row));
        println!("{collection}: {} of {} cases hold", held.len(), rows.len());
        let named = |row: &&Value| format!("{collection} {}", name(row));
        self.held.extend(held.iter().map(named));
        self.failed.extend(failed.iter().map(named));
    }

    /// Compares with tests/expected_failures.txt: a case that does not hold must stand there, and one that holds must not.
    pub fn compare(self) {
        let listed = listed();
        let unlisted: Vec<_> = self
            .failed
            .iter()
            .filter(|case| !listed.contains_key(*case))
            .collect();
        let outdated: Vec<_> = self
            .held
            .iter()
            .filter(|case| listed.contains_key(*case))
            .collect();
        assert!(
            unlisted.is_empty(),
            "do not hold and are not listed: {unlisted:#?}"
        );
        assert!(
            outdated.is_empty(),
            "are listed as failures and hold: {outdated:#?}"
        );
    }
}

/// The expected failures: case → reason.
fn listed() -> BTreeMap<String, String> {
    let text = std::fs::read_to_string("tests/expected_failures.txt").unwrap();
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let listed: BTreeMap<_, _> = lines
        .map(|line| line.split_once(" | ").expect("a case and its reason"))
        .map(|(case, reason)| (case.to_owned(), reason.to_owned()))
        .collect();
    assert!(listed.len() <= 5, "too many expected failures: {}", listed.len());
    listed
}

/// The line of a case in its source, or the case itself.
fn name(row: &Value) -> String {
    match row["line"].as_u64() {
        Some(line) => line.to_string(),
        None => row.to_string(),
    }
}

/// A file of published cases, from the folder that CONFORMANCE_DIR names; `None` where it is absent, which is said.
pub fn file(name: &str) -> Option<String> {
    let folder = std::env::var("CONFORMANCE_DIR").unwrap_or_else(|_| "../shared/vectors".to_owned());
    let found = std::fs::read_to_string(format!("{folder}/gs1/{name}")).ok();
    if found.is_none() {
        println!("no {name} here: nothing checked");
    }
    found
}

/// A table of published cases.
pub fn table(name: &str) -> Option<Value> {
    Some(serde_json::from_str(&file(name)?).unwrap())
}
