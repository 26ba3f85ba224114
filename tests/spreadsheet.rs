//! The sample market as an organiser would keep it in a spreadsheet program: written, read again, and broken in many ways.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

#[path = "spreadsheet/broken.rs"]
mod broken;
#[path = "spreadsheet/folder.rs"]
mod folder;
#[path = "spreadsheet/kinds.rs"]
mod kinds;
#[path = "spreadsheet/random.rs"]
mod random;
#[path = "spreadsheet/tidied.rs"]
mod tidied;

use cho_phien::api::{Preview, Site};
use cho_phien::gs1::DigitalLink;
use cho_phien::journey::Journey;
use cho_phien::publish;
use cho_phien::tables::{self, Market};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The starter folder: file texts by their names.
static EXAMPLE: LazyLock<BTreeMap<String, String>> = LazyLock::new(publish::example);

static FROM_CSV: LazyLock<Market> = LazyLock::new(|| read(&EXAMPLE));

static FROM_JSON: LazyLock<Market> = LazyLock::new(|| {
    let file = |name: &str| std::fs::read_to_string(format!("data/market/{name}")).ok();
    tables::read(&file).unwrap()
});

fn read(files: &BTreeMap<String, String>) -> Market {
    tables::read(&|name| files.get(name).cloned()).unwrap_or_else(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}

/// The journeys of a market as the app tells them from its files, with the row of index.json of each.
fn journeys(market: &Market) -> Vec<(Value, Journey)> {
    let index: Value = serde_json::from_str(include_str!("../data/market/index.json")).unwrap();
    let site = Site::of(market);
    let preview = Preview::of(&site);
    let rows = index["journeys"].as_array().unwrap().iter();
    rows.map(|row| {
        let link = DigitalLink::parse(row["digitalLink"].as_str().unwrap()).unwrap();
        (row.clone(), preview.told(&link))
    })
    .collect()
}

#[test]
fn the_starter_folder_has_neither_fault_nor_warning() {
    let names: Vec<&str> = EXAMPLE.keys().map(String::as_str).collect();
    let expected = [
        "certificates.csv",
        "events.csv",
        "goods.csv",
        "lots.csv",
        "market.json",
        "places.csv",
        "producers.csv",
        "products.csv",
    ];
    assert_eq!(names, expected);
    assert_eq!(FROM_CSV.warnings, []);
    assert_eq!(EXAMPLE["events.csv"].lines().count(), 346 + 1);
}

#[test]
fn journeys_from_tables_come_to_their_expected_verdicts_and_flags() {
    let all = journeys(&FROM_CSV);
    assert_eq!(all.len(), 30);
    for (row, journey) in all {
        let flags: Vec<&str> = journey.checks.iter().filter_map(|check| check.flag).collect();
        let found = json!([journey.verdict.word(), flags]);
        assert_eq!(found, json!([row["expected"], row["flags"]]), "{}", row["file"]);
    }
}

#[test]
fn journeys_from_tables_are_told_like_those_from_epcis_documents() {
    for ((row, csv), (_, json)) in journeys(&FROM_CSV).into_iter().zip(journeys(&FROM_JSON)) {
        let steps = |journey: &Journey| -> Vec<String> {
            let told = journey.steps.iter();
            told.map(|step| {
                format!(
                    "{:?} {:?} {:?} {:?} {:?}",
                    step.process, step.title, step.area, step.party, step.notes
                )
            })
            .collect()
        };
        assert_eq!(steps(&csv), steps(&json), "{}", row["file"]);
        assert_eq!(csv.headline, json.headline, "{}", row["file"]);
        assert_eq!(
            (csv.packed_on, csv.expires_on),
            (json.packed_on, json.expires_on),
            "{}",
            row["file"]
        );
        let sentences = |journey: &Journey| -> Vec<String> {
            let checks = journey
                .checks
                .iter()
                .filter(|check| check.rule != "record" && check.rule != "hash");
            checks
                .map(|check| format!("{} {} {}", check.rule, check.verdict.word(), check.sentence.vi))
                .collect()
        };
        assert_eq!(sentences(&csv), sentences(&json), "{}", row["file"]);
    }
}

#[test]
fn files_from_tables_differ_from_those_of_epcis_documents_in_the_events_alone() {
    let (csv, json) = (publish::files(&FROM_CSV), publish::files(&FROM_JSON));
    let paths = |files: &publish::Files| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths(&csv), paths(&json));
    for (path, text) in &csv {
        if !path.ends_with("epcis.json") {
            assert_eq!(text, &json[path], "{path}");
        }
    }
}

#[test]
fn events_from_tables_carry_their_own_hash() {
    use cho_phien::sources::event_hash;
    let mut count = 0;
    for journey in &FROM_CSV.journeys {
        let document = FROM_CSV.document(journey);
        let namespaces = event_hash::namespaces(&document);
        for event in document["epcisBody"]["eventList"].as_array().unwrap() {
            assert_eq!(
                event_hash::fits(event, &namespaces),
                Some(true),
                "{}",
                event["eventID"]
            );
            count += 1;
        }
    }
    assert_eq!(count, 346);
}

#[test]
fn the_portal_gets_a_row_for_each_product() {
    let table = publish::portal::table(&FROM_CSV);
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines.len(), 24 + 1);
    let first = lines[1];
    assert!(
        first.starts_with("Chè xanh Shan cổ thụ,https://chophien.example/pictures/"),
        "{first}"
    );
    assert!(
        first.contains(",100,g,9528060010018,Hợp tác xã Chè Cổ thụ Mây Ngàn (mẫu),,9528060010001,"),
        "{first}"
    );
}
