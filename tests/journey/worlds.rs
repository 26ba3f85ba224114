//! Each rule in the smallest worlds that change what it says of one document: who knows the product, what is signed, what is recalled.

use super::documents::*;
use super::rules::found;
use cho_phien::journey::Journey;
use cho_phien::sources::Findings;
use cho_phien::sources::event_hash::{hash, namespaces};
use cho_phien::sources::findings::Recall;
use cho_phien::sources::signature::{Seal, Signature};
use cho_phien::words::Text;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

type Change = fn(&mut Findings);

#[test]
fn without_the_product_what_hangs_on_it_is_unknown() {
    let no_product: Change = |findings| findings.product = None;
    let as_it_is: Change = |_| {};
    let cited = json!(["https://chophien.example/cert/ocop-01"]);
    let cited = with(at(8, "inspecting", LAB, LOT), "certificationInfo", cited);
    let report = json!([{"sensorReport": [{"type": "Temperature", "value": 4.0, "uom": "CEL"}]}]);
    let measured = with(at(9, "storing", HUB, LOT), "sensorElementList", report);
    let grown = at(6, "commissioning", FIELD, LOT);
    for (rule, events, known, unknown) in [
        ("certificate", vec![cited], "pass", "unknown"),
        ("coldchain", vec![measured], "pass", "unknown"),
        ("identity", vec![grown.clone()], "pass", "unknown"),
        (
            "stages",
            vec![grown.clone()],
            "warn gap:missing-processing",
            "unknown",
        ),
        ("events", vec![grown], "pass", "pass"),
        ("events", vec![], "unknown", "unknown"),
    ] {
        check(rule, LOT, &events, as_it_is, known);
        check(rule, LOT, &events, no_product, unknown);
    }
}

#[test]
fn a_number_that_was_given_to_another_producer_is_told() {
    check("identity", LOT, &[stocked()], |_| {}, "pass");
    let foreign: Change = |findings| {
        let producer = findings.product.as_mut().unwrap().producer.as_mut().unwrap();
        producer.prefix = Some("952806099".to_owned());
    };
    check("identity", LOT, &[stocked()], foreign, "warn identity:owner");
    let nameless: Change = |findings| findings.product.as_mut().unwrap().producer = None;
    check("identity", LOT, &[stocked()], nameless, "-");
}

#[test]
fn a_last_day_in_the_code_is_held_against_the_declared_one() {
    let made = made(8, &[(RAW, 1.0, "KGM")], &[(LOT, 5.0, "")]);
    let dated = with(made, "ilmd", json!({"cbvmda:itemExpirationDate": "2027-01-31"}));
    for (day, expect) in [
        ("270131", "pass"),
        ("270228", "warn expiry:differs"),
        ("261031", "stop expired"),
    ] {
        check(
            "expiry",
            &format!("{LOT}?17={day}"),
            std::slice::from_ref(&dated),
            |_| {},
            expect,
        );
    }
}

#[test]
fn a_recall_list_stops_the_lot_and_warns_of_its_parts() {
    let recall = |id: &str| Recall {
        id: id.to_owned(),
        since: None,
        reason: Text::default(),
    };
    let pack = format!("{LOT}/21/7");
    for (scanned, recalled, expect) in [
        (LOT, Some(vec![]), "pass"),
        (LOT, Some(vec![recall(OTHER_LOT)]), "pass"),
        (LOT, Some(vec![recall(LOT)]), "stop recalled"),
        (LOT, Some(vec![recall(&pack)]), "warn recalled:packs"),
        (ITEM, Some(vec![recall(LOT)]), "warn recalled:lots"),
        (LOT, Some(vec![recall(RAW)]), "warn recalled:ingredient"),
        (LOT, None, "unknown"),
    ] {
        let make = made(8, &[(RAW, 1.0, "KGM")], &[(LOT, 5.0, "")]);
        let journey = told_in(scanned, &[make], |findings| findings.recalls = recalled.clone());
        assert_eq!(found("recall", &journey), expect, "{scanned}: {recalled:?}");
    }
}

#[test]
fn a_seal_vouches_is_missing_or_broken() {
    let signed = || Signature::Signed {
        kid: "sample".to_owned(),
        by: Text::same("Ban tổ chức"),
        on: None,
    };
    for (seals, expect) in [
        (vec![], "-"),
        (vec![signed()], "pass"),
        (vec![signed(), Signature::Unsigned], "unknown"),
        (vec![signed(), Signature::Unknown], "unknown"),
        (
            vec![signed(), Signature::Unsigned, Signature::Mismatch],
            "stop signature:mismatch",
        ),
    ] {
        let journey = told_in(LOT, &[stocked()], |findings| {
            let seals = seals.iter().enumerate().map(|(index, signature)| Seal {
                file: format!("{index}.json"),
                signature: signature.clone(),
            });
            findings.seals = seals.collect();
        });
        assert_eq!(found("signature", &journey), expect, "{seals:?}");
    }
}

#[test]
fn a_step_that_was_changed_after_it_was_recorded_is_told() {
    let mut event = stocked();
    check("hash", LOT, std::slice::from_ref(&event), |_| {}, "-");
    event["eventID"] = hash(&event, &namespaces(&Value::Null)).into();
    check("hash", LOT, std::slice::from_ref(&event), |_| {}, "pass");
    event["quantityList"][0]["quantity"] = json!(3.0);
    check("hash", LOT, &[event], |_| {}, "warn hash:mismatch");
}

#[test]
fn what_could_not_be_read_leaves_the_records_unknown() {
    check("record", LOT, &[stocked()], |_| {}, "-");
    check(
        "record",
        LOT,
        &[stocked()],
        |findings| findings.unreadable = 1,
        "unknown",
    );
}

#[test]
fn only_temperatures_of_the_goods_are_judged_by_their_range() {
    let measured = |event: Value| {
        let report = json!([{"sensorReport": [{"type": "Temperature", "value": 60.0, "uom": "CEL"}]}]);
        with(event, "sensorElementList", report)
    };
    let pack = made(9, &[(RAW, 1.0, "KGM")], &[(LOT, 5.0, "")]);
    let case = packed(11, CASE, LOT);
    let lost = voided(measured(at(13, "storing", HUB, LOT)));
    let events = [
        measured(at(8, "sensor_reporting", FIELD, RAW)),
        pack,
        measured(at(10, "storing", HUB, LOT)),
        case,
        measured(at(12, "shipping", HUB, CASE)),
        lost,
    ];
    let journey = told(&events);
    let judged = journey.steps.iter().filter(|step| !step.temperatures.is_empty());
    let judged: Vec<bool> = judged.map(|step| step.is_judged).collect();
    assert_eq!(
        judged,
        [false, true, true, false],
        "the raw material, the lot, the case around it, and what was withdrawn: {:#?}",
        journey.steps
    );
}

#[test]
fn the_range_is_the_products_own_and_its_source_is_the_products() {
    let document = |minimum: f64| {
        let report =
            json!({"type": "Temperature", "value": 4.0, "minValue": minimum, "maxValue": 4.0, "uom": "CEL"});
        with(
            at(9, "storing", HUB, LOT),
            "sensorElementList",
            json!([{"sensorReport": [report]}]),
        )
    };
    check("coldchain", LOT, &[document(3.0)], |_| {}, "pass");
    let none: Change = |findings| findings.product.as_mut().unwrap().storage_range_c = None;
    check("coldchain", LOT, &[document(3.0)], none, "-");
    let frozen: Change =
        |findings| findings.product.as_mut().unwrap().storage_range_c = Some((None, Some(-18.0)));
    check(
        "coldchain",
        LOT,
        &[document(3.0)],
        frozen,
        "warn coldchain:breach",
    );
    let product = told(&[document(3.0)]).product.unwrap();
    assert!(
        !product.by.name.is_empty() && product.storage_range_c.is_some(),
        "{product:#?}"
    );
}

/// Every flag that a rule raises stands behind `warn` or `stop` in a table of these tests.
#[test]
fn every_flag_has_its_smallest_document() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &Path| std::fs::read_to_string(file).unwrap();
    let mut raised = BTreeSet::new();
    for entry in std::fs::read_dir(root.join("src/journey/check")).unwrap() {
        raised.extend(flags(&read(&entry.unwrap().path())));
    }
    assert!(
        raised.len() > 30 && raised.contains("recalled:packs"),
        "{raised:#?}"
    );
    let tables = ["rules.rs", "worlds.rs"].map(|file| read(&root.join("tests/journey").join(file)));
    let tables = tables.concat();
    let missing: Vec<&String> = raised
        .iter()
        .filter(|flag| {
            !["warn", "stop"]
                .iter()
                .any(|verdict| tables.contains(&format!("\"{verdict} {flag}\"")))
        })
        .collect();
    assert!(missing.is_empty(), "no document for {missing:#?}");
}

/// The texts of a file that name a flag: `gap:missing-test`.
fn flags(source: &str) -> impl Iterator<Item = String> + '_ {
    let texts = source.split('"').skip(1).step_by(2);
    let is_word = |word: &str| {
        let is_letter = |letter: char| letter.is_ascii_lowercase() || letter == '-';
        !word.is_empty() && word.chars().all(is_letter)
    };
    let is_flag = move |text: &&str| {
        text.split_once(':')
            .is_some_and(|(kind, name)| is_word(kind) && is_word(name))
    };
    texts.filter(is_flag).map(str::to_owned)
}

fn stocked() -> Value {
    at(8, "stocking", STALL, LOT)
}

/// Tells the journey of `id` from these events in a changed world, and compares what one rule says.
fn check(rule: &str, id: &str, events: &[Value], change: Change, expect: &str) {
    let journey: Journey = told_in(id, events, change);
    let shown = serde_json::to_string_pretty(events).unwrap();
    assert_eq!(found(rule, &journey), expect, "{rule} of {id}: {shown}");
}
