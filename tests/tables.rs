//! Faults planted into the sample market's tables: each is told with its file, row and field.

#![allow(clippy::unwrap_used)]

use cho_phien::tables::{self, Fault};
use serde_json::{Value, json};
use std::path::Path;

/// A file of the sample market.
fn table(file: &str) -> Option<String> {
    std::fs::read_to_string(Path::new("data/market").join(file)).ok()
}

fn lines(faults: &[Fault]) -> String {
    faults.iter().map(|fault| format!("{fault}\n")).collect()
}

/// The faults of the market's first two lots and all its tables with one value replaced.
fn read_with(file: &str, pointer: &str, planted: &Value) -> Vec<Fault> {
    let files = |name: &str| {
        let text = table(name)?;
        if name != "index.json" && name != file {
            return Some(text);
        }
        let mut content: Value = serde_json::from_str(&text).unwrap();
        if name == "index.json" {
            content["journeys"].as_array_mut().unwrap().truncate(2);
        }
        if name == file {
            *content.pointer_mut(pointer).unwrap() = planted.clone();
        }
        Some(content.to_string())
    };
    tables::read(&files).err().unwrap_or_default()
}

/// Plants each value at its pointer, and expects a fault in that file and row, written `id:field`.
#[track_caller]
fn check(file: &str, rows: &[(&str, Value, &str)]) {
    for (pointer, planted, expected) in rows {
        let row = pointer.split('/').find_map(|part| part.parse().ok());
        let row: usize = row.map_or(0, |index: usize| index + 1);
        let faults = read_with(file, pointer, planted);
        let told = faults.iter().any(|fault| {
            let found = format!("{}:{}", fault.id, fault.field);
            fault.file == file && fault.row == row && found == *expected
        });
        let lines = lines(&faults);
        assert!(told, "{file} {pointer}: no {expected} in\n{lines}");
    }
}

#[test]
fn the_sample_market_has_no_fault() {
    let faults = tables::read(&table).err().unwrap_or_default();
    assert_eq!(lines(&faults), "");
}

#[test]
fn faults_of_products_are_told() {
    check(
        "products.json",
        &[
            ("/products/0/gtin", json!("9528060010019"), "tra-xanh-shan:gtin"),
            ("/products/1/gtin", json!("09528060010018"), "hong-tra-shan:gtin"),
            (
                "/products/1/gtin14",
                json!("09528060010018"),
                "hong-tra-shan:gtin14",
            ),
            ("/products/1/producer", json!("p02"), "hong-tra-shan:gtin"),
            ("/products/1/producer", json!("p99"), "hong-tra-shan:producer"),
            ("/products/1/id", json!("tra-xanh-shan"), "tra-xanh-shan:id"),
            ("/products/2/category", json!("tea"), "tra-o-long:category"),
            (
                "/products/2/certificates/0",
                json!("ocop-99"),
                "tra-o-long:certificates",
            ),
            ("/products/2/gi", json!("ocop-01"), "tra-o-long:gi"),
            ("/products/2/stall", json!("Z9"), "tra-o-long:stall"),
            ("/products/2/name/en", json!(""), "tra-o-long:name.en"),
            ("/products/2/priceVnd", json!("180.000"), "tra-o-long:priceVnd"),
            ("/products/2/season/0", json!("3-11"), "tra-o-long:season"),
            ("/products/2/icon", json!("../x"), "tra-o-long:icon"),
            ("/products/2/net/unit", json!("lạng"), "tra-o-long:net.unit"),
            (
                "/products/2/storageRangeC",
                json!([4]),
                "tra-o-long:storageRangeC",
            ),
            (
                "/products/2/storageRangeC",
                json!([5, 4]),
                "tra-o-long:storageRangeC",
            ),
            ("/products/2/sample", json!(false), "tra-o-long:sample"),
        ],
    );
}

#[test]
fn faults_of_certificates_reports_and_categories_are_told() {
    check(
        "products.json",
        &[
            ("/certificates/0/validTo", json!("2024-01-01"), "ocop-01:validTo"),
            ("/certificates/0/validFrom", Value::Null, "ocop-01:validFrom"),
            ("/certificates/0/stars", json!(6), "ocop-01:stars"),
            (
                "/certificates/1/number",
                json!("MAU-OCOP-01"),
                "vietgap-02:number",
            ),
            ("/certificates/0/type", json!("magic"), "ocop-01:type"),
            ("/certificates/1/id", json!("ocop-01"), "ocop-01:id"),
            ("/geographicalIndications/0/uri", json!(""), "mau-cddl-che:uri"),
            ("/reports/0/date", json!("31/10/2026"), "kn-ct261028:date"),
            ("/categories/0/name/vi", Value::Null, "nong-san:name.vi"),
        ],
    );
}

#[test]
fn faults_of_producers_are_told() {
    check(
        "producers.json",
        &[
            ("/producers/1/gln", json!("9528060020001"), "p02:gln"),
            ("/producers/1/gln", json!("9528060010001"), "p02:gln"),
            ("/producers/1/gcp", json!("952806099"), "p02:gln"),
            ("/producers/1/id", json!("p01"), "p01:id"),
            ("/producers/1/members", json!(-3), "p02:members"),
            (
                "/producers/1/consent/publishName",
                json!(false),
                "p02:consent.publishName",
            ),
            (
                "/producers/1/consent/publishPoint",
                json!("all"),
                "p02:consent.publishPoint",
            ),
            (
                "/producers/1/contact/web",
                json!("javascript:alert(1)"),
                "p02:contact.web",
            ),
        ],
    );
}

#[test]
fn faults_of_places_are_told() {
    check(
        "places.json",
        &[
            ("/places/0/gln", json!("9528060014017"), "p01-f1:gln"),
            ("/places/0/owner", json!("p99"), "p01-f1:owner"),
            ("/places/0/owner", json!("p02"), "p01-f1:gln"),
            ("/places/0/lat", json!(22.37714), "p01-f1:lat"),
            ("/places/0/lon", json!(1035.83), "p01-f1:lon"),
            ("/places/0/precision", json!("exact"), "p01-f1:precision"),
            ("/places/0/precision", json!("fine"), "p01-f1:precision"),
            ("/places/0/kind", json!("moon"), "p01-f1:kind"),
            ("/places/0/uri", json!("https://id.gs1.org/414/1"), "p01-f1:uri"),
        ],
    );
}

#[test]
fn faults_of_the_fair_are_told() {
    check(
        "fair.json",
        &[
            (
                "/sessions/0/end",
                json!("2026-10-15T21:00:00+07:00"),
                "2026-10:end",
            ),
            ("/sessions/0/start", json!("2026-10-16"), "2026-10:start"),
            ("/schedule/0/where", json!("Z9"), ":where"),
            ("/schedule/0/session", json!("2025-01"), ":session"),
            ("/stalls/0/zone", json!("Z"), "A1:zone"),
            ("/stalls/0/gln", json!("9528060010001"), "A1:gln"),
            ("/stalls/1/id", json!("A1"), "A1:id"),
            ("/stalls/0/products/0", json!("gold"), "A1:products"),
            ("/stalls/0/products/0", json!("tra-o-long"), "A1:products"),
            ("/stalls/0/plan/x", json!("4"), "A1:plan.x"),
            ("/venue/place", json!("moon"), ":venue.place"),
            ("/site", json!(""), ":site"),
        ],
    );
}

#[test]
fn faults_of_lots_are_told() {
    check(
        "index.json",
        &[
            ("/asOf", json!("today"), ":asOf"),
            ("/journeys/0/expiresOn", json!("2028-02-30"), "S260918:expiresOn"),
            ("/journeys/0/expiresOn", json!("2028-09-13"), "S260918:expiresOn"),
            ("/journeys/0/product", json!("gold"), "S260918:product"),
            ("/journeys/0/gtin", json!("9528060010025"), "S260918:gtin"),
            ("/journeys/0/events", json!(3), "S260918:events"),
            ("/journeys/0/lot", json!("lô 1"), "lô 1:lot"),
            ("/journeys/0/lot", json!("S1"), "S1:lot"),
            ("/journeys/0/file", json!("../secret.json"), "S260918:file"),
            (
                "/journeys/0/digitalLink",
                json!("https://id.gs1.org/01/1"),
                "S260918:digitalLink",
            ),
        ],
    );
}

#[test]
fn faults_of_events_are_told() {
    let first = "urn:uuid:dbb66d38-9e95-588c-9cf2-b699c48b6b98";
    let read_point = format!("{first}:readPoint.id");
    let tested = "urn:uuid:f45881d5-215b-5912-afb5-34b71bccfc68:certificationInfo";
    let unknown = "https://id.gs1.org/414/9528060014017";
    let event = "/epcisBody/eventList";
    let at = |field: &str| format!("{event}/{field}");
    check(
        "journeys/tra-xanh-shan-S260918.jsonld",
        &[
            (&at("0/readPoint/id"), json!(unknown), &read_point),
            (
                &at("0/readPoint/id"),
                json!("geo:22.37714,103.58298"),
                &read_point,
            ),
            (&at("1/eventID"), json!(first), &format!("{first}:eventID")),
            (&at("0/eventTime"), json!("soon"), &format!("{first}:eventTime")),
            (&at("0/type"), json!("Party"), &format!("{first}:type")),
            (&at("7/certificationInfo/0"), json!("none"), tested),
            ("/lc:sample", json!(false), ":lc:sample"),
            ("/epcisBody", json!(null), ":epcisBody"),
        ],
    );
}

#[test]
fn a_place_finer_than_its_owner_agreed_to_is_told() {
    let pointer = "/producers/0/consent/publishPoint";
    let faults = read_with("producers.json", pointer, &json!("none"));
    let line = "places.json:places 1 p01-f1:precision: ";
    assert!(lines(&faults).starts_with(line), "{}", lines(&faults));
}

#[test]
fn a_fault_alone_is_told_alone_and_in_both_languages() {
    let faults = read_with("products.json", "/products/0/gtin", &json!("9528060010019"));
    assert_eq!(
        lines(&faults),
        "products.json:products 1 tra-xanh-shan:gtin: Số kiểm tra ở cuối là 9 nhưng phải là 8. / The check digit at its end is 9 but should be 8.\n"
    );
}

#[test]
fn a_missing_file_is_told_alone() {
    let files = |name: &str| table(name).filter(|_| name != "places.json");
    let faults = tables::read(&files).unwrap_err();
    assert_eq!(
        lines(&faults),
        "places.json::: Không có tệp này. / This file is missing.\n"
    );
}

#[test]
fn a_missing_or_empty_document_of_a_lot_is_told() {
    let journey = "journeys/tra-xanh-shan-S260918.jsonld";
    for broken in [None, Some("null"), Some("[]"), Some("{}")] {
        let files = |name: &str| match name == journey {
            true => broken.map(str::to_owned),
            false => table(name),
        };
        let faults = tables::read(&files).unwrap_err();
        assert!(lines(&faults).contains(journey), "{broken:?}");
    }
}

#[test]
fn broken_files_are_told_and_nothing_panics() {
    let list = "{\"products\": [1, null, []]}";
    for broken in ["", "[]", "{}", "null", list] {
        let faults = tables::read(&|_| Some(broken.to_owned())).unwrap_err();
        assert!(faults.len() >= 4, "{broken:?}\n{}", lines(&faults));
    }
}
