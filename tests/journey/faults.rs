//! The smallest documents that have a fault, and those that look like one and have none.

use super::market::{Market, identity, today};
use cho_phien::gs1::Gtin;
use cho_phien::journey::{Journey, tell};
use cho_phien::sources::{EpcisDocument, Findings};
use cho_phien::words::Text;
use serde_json::{Value, json};

const LOT: &str = "https://id.gs1.org/01/09528060010018/10/A";
const OTHER_LOT: &str = "https://id.gs1.org/01/09528060010018/10/B";
const RAW: &str = "https://id.gs1.org/01/09528060019001/10/RAW";
const CASE: &str = "https://id.gs1.org/00/195280601200010218";
const FIELD: &str = "https://id.gs1.org/414/9528060014016";
const WORKSHOP: &str = "https://id.gs1.org/414/9528060010506";
const NEIGHBOUR: &str = "https://id.gs1.org/414/9528060024015";
const LAB: &str = "https://id.gs1.org/414/9528060910011";
const HUB: &str = "https://id.gs1.org/414/9528060900012";

#[test]
fn a_break_in_the_chain_is_told_from_a_move_inside_one_party() {
    let lost = "gap:shipped-not-received";
    let appeared = "gap:received-not-shipped";
    let to = |place: &str, event: Value| {
        with(
            event,
            "destinationList",
            json!([{"type": "location", "destination": place}]),
        )
    };
    check(
        &[at(8, "shipping", FIELD, LOT), at(9, "receiving", HUB, LOT)],
        &[],
    );
    check(&[at(8, "shipping", FIELD, LOT)], &[lost]);
    check(
        &[at(9, "shipping", FIELD, LOT), at(8, "receiving", HUB, LOT)],
        &[lost],
    );
    check(&[to(LAB, at(8, "shipping", FIELD, LOT))], &[]);
    check(&[to(WORKSHOP, at(8, "shipping", FIELD, LOT))], &[]);
    check(
        &[
            at(8, "commissioning", FIELD, LOT),
            at(9, "receiving", WORKSHOP, LOT),
        ],
        &[],
    );
    check(
        &[
            at(8, "commissioning", FIELD, LOT),
            at(9, "receiving", NEIGHBOUR, LOT),
        ],
        &[appeared],
    );
    check(
        &[at(8, "commissioning", FIELD, LOT), at(9, "receiving", LAB, LOT)],
        &[],
    );
    check(
        &[
            packed(7, CASE, LOT),
            at(8, "shipping", FIELD, CASE),
            at(9, "receiving", HUB, LOT),
        ],
        &[],
    );
    check(&[voided(at(8, "shipping", FIELD, LOT))], &[]);
}

#[test]
fn weights_are_compared_only_where_all_are_known() {
    let over = "mass:output-exceeds-input";
    check(&[made(8, &[(RAW, 10.0, "KGM")], &[(LOT, 10.1, "KGM")])], &[]);
    check(&[made(8, &[(RAW, 10.0, "KGM")], &[(LOT, 10.3, "KGM")])], &[over]);
    check(&[made(8, &[(RAW, 10.0, "KGM")], &[(LOT, 9000.0, "GRM")])], &[]);
    check(&[made(8, &[(RAW, 10.0, "KGM")], &[(LOT, 100.0, "")])], &[]);
    check(&[made(8, &[(RAW, 10.0, "KGM")], &[(LOT, 110.0, "")])], &[over]);
    check(&[made(8, &[(RAW, 1.0, "LTR")], &[(LOT, 100.0, "")])], &[]);
    check(
        &[voided(made(8, &[(RAW, 1.0, "KGM")], &[(LOT, 2.0, "KGM")]))],
        &[],
    );
}

#[test]
fn a_recall_in_the_events_stops_and_one_of_another_lot_does_not() {
    let recalled = |lot: &str| {
        with(
            at(8, "removing", HUB, lot),
            "persistentDisposition",
            json!({"set": ["recalled"]}),
        )
    };
    check(&[recalled(LOT)], &["recalled"]);
    check(&[recalled(OTHER_LOT), at(9, "stocking", HUB, LOT)], &[]);
    check(&[voided(recalled(LOT))], &[]);
}

#[test]
fn a_hot_oven_is_no_breach_and_a_warm_lorry_is() {
    let warm = |event: Value| {
        let report = |value: f64| json!({"type": "Temperature", "value": value, "uom": "CEL"});
        with(
            event,
            "sensorElementList",
            json!([{"sensorReport": [report(60.0), report(70.0)]}]),
        )
    };
    let pack = made(9, &[(RAW, 1.0, "KGM")], &[(LOT, 5.0, "")]);
    check(&[warm(at(8, "sensor_reporting", FIELD, RAW)), pack.clone()], &[]);
    check(
        &[pack, warm(at(10, "sensor_reporting", FIELD, LOT))],
        &["coldchain:breach"],
    );
}

#[test]
fn steps_are_those_of_this_lot_in_the_order_of_time() {
    let pack = |hour, lot| made(hour, &[(RAW, 1.0, "KGM")], &[(lot, 5.0, "")]);
    let journey = told(&[
        at(11, "stocking", HUB, LOT),
        pack(10, OTHER_LOT),
        at(11, "stocking", HUB, OTHER_LOT),
        pack(9, LOT),
        at(8, "commissioning", FIELD, RAW),
        at(
            12,
            "storing",
            HUB,
            "https://id.gs1.org/01/09528060029000/10/ELSEWHERE",
        ),
    ]);
    let hours: Vec<u8> = journey.steps.iter().map(|step| step.time.hour()).collect();
    assert_eq!(hours, [8, 9, 11, 12]);
}

#[test]
fn events_of_one_process_place_and_day_become_one_step() {
    let journey = told(&[
        at(8, "commissioning", FIELD, LOT),
        at(9, "commissioning", FIELD, LOT),
        at(9, "commissioning", WORKSHOP, LOT),
        voided(at(10, "commissioning", FIELD, LOT)),
    ]);
    let found: Vec<(usize, &str, bool)> = journey
        .steps
        .iter()
        .map(|step| (step.events, step.outputs[0].en.as_str(), step.voided.is_some()))
        .collect();
    let name = "kg Old-tree Shan green tea";
    let [two, one] = [format!("4 {name}"), format!("2 {name}")];
    assert_eq!(
        found,
        [(2, two.as_str(), false), (1, &one, false), (1, &one, true)]
    );
}

#[test]
fn cycles_and_events_without_anything_in_them_end() {
    let round = [
        made(8, &[(LOT, 1.0, "KGM")], &[(RAW, 1.0, "KGM")]),
        made(9, &[(RAW, 1.0, "KGM")], &[(LOT, 1.0, "KGM")]),
        packed(10, CASE, CASE),
        json!({"type": "ObjectEvent", "eventTime": "2026-11-01T12:00:00Z", "eventTimeZoneOffset": "+07:00", "action": "OBSERVE", "epcList": []}),
    ];
    assert_eq!(told(&round).steps.len(), round.len());
}

/// Tells the journey of `LOT` from these events and compares the flags.
fn check(events: &[Value], flags: &[&str]) {
    let journey = told(events);
    let found: Vec<&str> = journey.checks.iter().filter_map(|check| check.flag).collect();
    assert_eq!(found, flags, "{}", serde_json::to_string_pretty(events).unwrap());
}

/// The journey of `LOT`, 100 g a pack and kept cold, at the places of the sample market.
fn told(events: &[Value]) -> Journey {
    let document = json!({"type": "EPCISDocument", "epcisBody": {"eventList": events}});
    let read = EpcisDocument::read(&document, "epcis.json", &Text::same("Nguồn")).unwrap();
    assert_eq!(read.fault, None);
    let mut findings = Findings {
        events: read.events,
        ..Market::read().product_alone("9528060010018")
    };
    if let Some(product) = &mut findings.product {
        assert_eq!(Ok(product.gtin), Gtin::parse("9528060010018"));
        product.storage_range_c = Some((None, Some(5.0)));
    }
    tell(&identity(LOT), findings, today())
}

fn at(hour: u8, step: &str, place: &str, id: &str) -> Value {
    let action = if step == "commissioning" { "ADD" } else { "OBSERVE" };
    json!({
        "type": "ObjectEvent", "eventID": format!("urn:uuid:{step}-{hour}"), "action": action, "bizStep": step,
        "eventTime": moment(hour), "eventTimeZoneOffset": "+07:00", "readPoint": {"id": place},
        "quantityList": [{"epcClass": id, "quantity": 2.0, "uom": "KGM"}],
    })
}

fn packed(hour: u8, parent: &str, child: &str) -> Value {
    json!({
        "type": "AggregationEvent", "action": "ADD", "bizStep": "packing", "parentID": parent,
        "eventTime": moment(hour), "eventTimeZoneOffset": "+07:00",
        "childQuantityList": [{"epcClass": child, "quantity": 2.0, "uom": "KGM"}],
    })
}

fn made(hour: u8, inputs: &[(&str, f64, &str)], outputs: &[(&str, f64, &str)]) -> Value {
    json!({
        "type": "TransformationEvent", "eventTime": moment(hour), "eventTimeZoneOffset": "+07:00",
        "readPoint": {"id": WORKSHOP},
        "inputQuantityList": quantities(inputs), "outputQuantityList": quantities(outputs),
    })
}

fn quantities(rows: &[(&str, f64, &str)]) -> Vec<Value> {
    rows.iter()
        .map(|(id, amount, unit)| match *unit {
            "" => json!({"epcClass": id, "quantity": amount}),
            unit => json!({"epcClass": id, "quantity": amount, "uom": unit}),
        })
        .collect()
}

fn voided(event: Value) -> Value {
    let declaration = json!({"declarationTime": moment(20), "reason": "incorrect_data"});
    with(event, "errorDeclaration", declaration)
}

fn with(mut event: Value, field: &str, value: Value) -> Value {
    event[field] = value;
    event
}

fn moment(hour: u8) -> String {
    format!("2026-11-01T{hour:02}:00:00+07:00")
}
