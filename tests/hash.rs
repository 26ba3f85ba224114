//! Event hashes: one event in all its forms has one, and every change has another.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use cho_phien::sources::event_hash::{canonical, fits, hash, namespaces};
use serde_json::{Value, json};
use std::path::Path;

#[test]
fn an_event_reads_as_the_standard_writes_it() {
    let event = json!({
        "type": "ObjectEvent", "eventTime": "2020-03-04T11:00:30.0004+01:00", "recordTime": "2021-01-01T00:00:00Z",
        "eventTimeZoneOffset": "+01:00", "epcList": ["urn:epc:id:sgtin:0614141.011111.987"], "action": "OBSERVE",
        "bizStep": "cbv:BizStep-departing", "disposition": "in_transit",
        "readPoint": {"id": "urn:epc:id:sgln:4012345.00011.0", "example:myField1": "AB-12"},
        "sourceList": [{"type": "urn:epcglobal:cbv:sdt:owning_party", "source": "urn:epc:id:pgln:4012345.00000"}],
        "bizTransactionList": [{"type": "po", "bizTransaction": "urn:epc:id:gdti:4012345.11111.123"}],
        "example:userExt": "CD-34",
    });
    let document =
        json!({"@context": ["https://ref.gs1.org/x", {"example": "https://ns.example.com/epcis/"}]});
    let expected = [
        "eventType=ObjectEvent",
        "eventTime=2020-03-04T10:00:30.000Z",
        "eventTimeZoneOffset=+01:00",
        "epcListepc=https://id.gs1.org/01/00614141111114/21/987",
        "action=OBSERVE",
        "bizStep=https://ref.gs1.org/cbv/BizStep-departing",
        "disposition=https://ref.gs1.org/cbv/Disp-in_transit",
        "readPointid=https://id.gs1.org/414/4012345000115",
        "{https://ns.example.com/epcis/}myField1=AB-12",
        "bizTransactionListbizTransaction=https://id.gs1.org/253/4012345111118123",
        "type=https://ref.gs1.org/cbv/BTT-po",
        "sourceListsource=https://id.gs1.org/417/4012345000009",
        "type=https://ref.gs1.org/cbv/SDT-owning_party",
        "{https://ns.example.com/epcis/}userExt=CD-34",
    ];
    assert_eq!(canonical(&event, &namespaces(&document)), expected.concat());
}

#[test]
fn a_changed_event_does_not_fit_its_identifier() {
    let names = namespaces(&Value::Null);
    let mut event = json!({
        "type": "ObjectEvent", "eventTime": "2026-11-01T08:00:00+07:00", "eventTimeZoneOffset": "+07:00", "action": "OBSERVE",
        "quantityList": [{"epcClass": "https://id.gs1.org/01/09528060010018/10/A", "quantity": 2.50, "uom": "KGM"}],
    });
    assert_eq!(fits(&event, &names), None);
    event["eventID"] = hash(&event, &names).into();
    assert_eq!(fits(&event, &names), Some(true));
    event["eventTime"] = json!("2026-11-01T01:00:00.000Z");
    assert_eq!(fits(&event, &names), Some(true), "the same moment");
    event["quantityList"][0]["quantity"] = json!(2.6);
    assert_eq!(fits(&event, &names), Some(false));
}

/// The other implementation puts business documents, parties and citations where the standard does not, and leaves the
/// prefix of a sensor's type: events with them are left out.
#[test]
fn another_implementation_comes_to_the_same_hashes() {
    let mut compared = 0;
    for document in documents() {
        let names = namespaces(&document);
        let context = document.get("@context").cloned().unwrap_or_default();
        let body = &document["epcisBody"];
        for event in body["eventList"].as_array().into_iter().flatten() {
            let odd = [
                "bizTransactionList",
                "sourceList",
                "destinationList",
                "certificationInfo",
                "parentID",
                "id",
            ];
            if odd.iter().any(|name| event.get(*name).is_some())
                || event.to_string().contains("\"@")
                || event.to_string().contains("\"type\":\"example:")
            {
                continue;
            }
            let mut alone = event.clone();
            alone["@context"] = context.clone();
            let other = epcis_hash::canonicalize_json(&alone, true).unwrap();
            assert_eq!(canonical(event, &names), other, "{event:#}");
            assert_eq!(hash(event, &names), epcis_hash::compute_hash_from_prehash(&other));
            compared += 1;
        }
    }
    assert!(compared > 100, "{compared}");
}

/// The documents of the sample market, and those of the standard where they are at hand.
fn documents() -> Vec<Value> {
    let vectors = std::env::var("CONFORMANCE_DIR").unwrap_or("../shared/vectors".to_owned());
    let mut folders = vec![
        Path::new("data/market/journeys").to_owned(),
        Path::new(&vectors).join("epcis/gs1/JSON/WithSensorData"),
        Path::new(&vectors).join("epcis/gs1/JSON"),
    ];
    folders.retain(|folder| folder.is_dir());
    let files = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).unwrap());
    files
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "jsonld"))
        .filter_map(|path| serde_json::from_str(&std::fs::read_to_string(path).ok()?).ok())
        .collect()
}
