//! Each rule with the smallest documents that pass it, that it warns of, and that it stops.

use super::documents::*;
use cho_phien::journey::{Journey, Verdict};
use serde_json::{Value, json};

#[test]
fn a_break_in_the_chain_is_told_from_a_move_inside_one_party() {
    let lost = "warn gap:shipped-not-received";
    let appeared = "warn gap:received-not-shipped";
    let ship = |hour, place| at(hour, "shipping", place, LOT);
    let receive = |hour, place| at(hour, "receiving", place, LOT);
    let grown = at(7, "commissioning", FIELD, LOT);
    let to = |place: &str| {
        let end = json!([{"type": "location", "destination": place}]);
        with(ship(8, FIELD), "destinationList", end)
    };
    for (events, expect) in [
        (vec![ship(8, FIELD), receive(9, HUB)], "pass"),
        (vec![ship(8, FIELD)], lost),
        (vec![ship(9, FIELD), receive(8, HUB)], "pass"),
        (vec![ship(8, FIELD), ship(9, HUB), receive(10, STALL)], lost),
        (vec![to(LAB)], "pass"),
        (vec![to(WORKSHOP)], "pass"),
        (vec![grown.clone(), receive(9, WORKSHOP)], "-"),
        (vec![grown.clone(), receive(9, NEIGHBOUR)], appeared),
        (vec![grown.clone(), receive(9, HUB)], appeared),
        (vec![grown, receive(9, LAB)], "-"),
        (
            vec![
                packed(7, CASE, LOT),
                at(8, "shipping", FIELD, CASE),
                receive(9, HUB),
            ],
            "pass",
        ),
        (vec![voided(ship(8, FIELD)), at(9, "storing", FIELD, LOT)], "-"),
    ] {
        check("continuity", &events, expect);
    }
}

#[test]
fn what_comes_before_its_cause_is_out_of_order() {
    let make = |hour| made(hour, &[(RAW, 10.0, "KGM")], &[(LOT, 50.0, "")]);
    let grow = |hour| at(hour, "commissioning", FIELD, RAW);
    let later = with(
        at(9, "stocking", STALL, LOT),
        "eventTime",
        json!("2026-11-24T09:00:00+07:00"),
    );
    let back = made(10, &[(LOT, 1.0, "KGM")], &[(RAW, 1.0, "KGM")]);
    for (events, expect) in [
        (vec![grow(7), make(8)], "pass"),
        (vec![grow(8), make(8)], "pass"),
        (vec![grow(9), make(8)], "warn order:used-before-made"),
        (
            vec![make(8), at(9, "shipping", WORKSHOP, CASE), packed(10, CASE, LOT)],
            "warn order:used-before-made",
        ),
        (
            vec![grow(6), used_up(8), at(9, "receiving", WORKSHOP, RAW)],
            "warn order:moved-after-used",
        ),
        (vec![grow(6), used_up(8), at(9, "inspecting", LAB, RAW)], "pass"),
        (
            vec![at(9, "shipping", WORKSHOP, LOT), at(8, "receiving", HUB, LOT)],
            "warn order:received-before-shipped",
        ),
        (
            vec![
                at(7, "shipping", WORKSHOP, LOT),
                at(8, "stocking", STALL, LOT),
                at(9, "receiving", HUB, LOT),
            ],
            "warn order:sold-before-received",
        ),
        (vec![make(8), later], "warn order:in-the-future"),
        (vec![make(8), back], "warn order:cycle"),
        (vec![make(8)], "-"),
    ] {
        check("chronology", &events, expect);
    }
}

#[test]
fn a_stage_that_goods_of_this_kind_need_is_missed() {
    let grown = || at(6, "commissioning", FIELD, RAW);
    let dried = || made(7, &[(RAW, 2.0, "KGM")], &[(BULK, 1.0, "KGM")]);
    let tested = || at(8, "inspecting", LAB, BULK);
    let pack = || {
        let event = made(9, &[(BULK, 1.0, "KGM")], &[(LOT, 5.0, "")]);
        with(event, "bizStep", json!("packing"))
    };
    let peppered = with(
        pack(),
        "inputQuantityList",
        json!([{"epcClass": BULK, "quantity": 1.0, "uom": "KGM"}, {"epcClass": PEPPER, "quantity": 0.1, "uom": "KGM"}]),
    );
    let pepper_tested = at(8, "inspecting", LAB, PEPPER);
    for (events, expect) in [
        (vec![grown(), dried(), tested(), pack()], "pass"),
        (vec![grown(), dried(), tested(), peppered.clone()], "pass"),
        (vec![dried(), tested(), pack()], "warn gap:missing-origin"),
        (vec![grown(), tested(), pack()], "warn gap:missing-processing"),
        (vec![grown(), dried(), pack()], "warn gap:missing-test"),
        (
            vec![grown(), dried(), pepper_tested, peppered],
            "warn gap:missing-test",
        ),
        (
            vec![at(8, "inspecting", LAB, LOT), at(6, "commissioning", FIELD, RAW)],
            "warn gap:missing-packing",
        ),
        (
            vec![
                grown(),
                dried(),
                tested(),
                pack(),
                at(10, "shipping", WORKSHOP, CASE),
                { with(packed(11, CASE, LOT), "action", json!("DELETE")) },
            ],
            "warn gap:missing-packing",
        ),
    ] {
        check("stages", &events, expect);
    }
}

#[test]
fn weights_are_compared_only_where_all_are_known() {
    let over = "warn mass:output-exceeds-input";
    let step =
        |unit: &str, amount, made_unit: &str| made(8, &[(RAW, 10.0, unit)], &[(LOT, amount, made_unit)]);
    let grown = |unit: &str| {
        let quantity = json!([{"epcClass": RAW, "quantity": 10.0, "uom": unit}]);
        with(at(7, "commissioning", FIELD, RAW), "quantityList", quantity)
    };
    for (events, expect) in [
        (vec![step("KGM", 10.1, "KGM")], "pass"),
        (vec![step("KGM", 10.3, "KGM")], over),
        (vec![step("KGM", 9000.0, "GRM")], "pass"),
        (vec![step("GRM", 9.0, "KGM")], over),
        (vec![step("KGM", 100.0, "")], "pass"),
        (vec![step("KGM", 110.0, "")], over),
        (vec![step("KGM", 13.0, "LTR")], "pass"),
        (vec![step("KGM", 14.0, "LTR")], over),
        (vec![step("XYZ", 100.0, "")], "-"),
        (vec![voided(step("KGM", 20.0, "KGM"))], "-"),
        (vec![grown("KGM"), step("KGM", 9.0, "KGM")], "pass"),
        (
            vec![grown("GRM"), step("KGM", 9.0, "KGM")],
            "warn mass:more-than-made",
        ),
        (
            vec![grown("LTR"), step("KGM", 9.0, "KGM")],
            "warn mass:unit-mismatch",
        ),
        (
            vec![step("KGM", 1.0, "KGM"), at(9, "stocking", STALL, LOT)],
            "warn mass:more-than-made",
        ),
    ] {
        check("mass", &events, expect);
    }
}

#[test]
fn no_lorry_is_in_hanoi_within_the_hour() {
    let grown = || at(6, "commissioning", FIELD, LOT);
    let part = |hour, place| {
        let quantity = json!([{"epcClass": LOT, "quantity": 1.0, "uom": "KGM"}]);
        with(at(hour, "stocking", place, LOT), "quantityList", quantity)
    };
    let sent = with(
        at(7, "shipping", FIELD, LOT),
        "destinationList",
        json!([{"type": "location", "destination": HUB}]),
    );
    for (events, expect) in [
        (
            vec![grown(), at(7, "stocking", HANOI, LOT)],
            "warn location:impossible-travel",
        ),
        (vec![grown(), at(12, "stocking", HANOI, LOT)], "pass"),
        (vec![grown(), at(7, "inspecting", LAB, LOT)], "-"),
        (vec![grown(), part(7, FIELD), part(8, HANOI)], "-"),
        (vec![grown(), sent.clone(), at(9, "receiving", HUB, LOT)], "pass"),
        (
            vec![grown(), sent, at(20, "receiving", HANOI, LOT)],
            "warn location:other-destination",
        ),
        (
            vec![at(6, "storing", "https://id.gs1.org/414/9528060999998", LOT)],
            "-",
        ),
    ] {
        check("travel", &events, expect);
    }
}

#[test]
fn one_piece_is_in_one_place_and_sold_once() {
    let item = |hour, step: &str, place| {
        let mut event = at(hour, step, place, ITEM);
        event["epcList"] = json!([ITEM]);
        event["quantityList"] = json!([]);
        event
    };
    for (events, expect) in [
        (
            vec![item(8, "commissioning", FIELD), item(9, "retail_selling", STALL)],
            "pass",
        ),
        (
            vec![item(8, "retail_selling", STALL), item(9, "retail_selling", STALL)],
            "warn duplicate:sold-twice",
        ),
        (
            vec![
                item(8, "retail_selling", STALL),
                item(9, "accepting", STALL),
                item(10, "retail_selling", STALL),
            ],
            "pass",
        ),
        (
            vec![item(8, "retail_selling", STALL), item(9, "stocking", STALL)],
            "warn duplicate:seen-after-sold",
        ),
        (
            vec![item(8, "commissioning", FIELD), item(9, "commissioning", FIELD)],
            "warn duplicate:made-twice",
        ),
        (
            vec![item(8, "stocking", STALL), item(9, "stocking", HUB)],
            "warn duplicate:two-places",
        ),
        (
            vec![item(8, "storing", STALL), item(9, "storing", HANOI)],
            "warn duplicate:two-places",
        ),
    ] {
        let journey = told_of(ITEM, &events);
        assert_eq!(found("duplicate", &journey), expect, "{events:#?}");
    }
    check("duplicate", &[at(8, "stocking", STALL, LOT)], "-");
    check(
        "duplicate",
        &[at(8, "stocking", STALL, LOT), at(9, "stocking", HUB, LOT)],
        "warn duplicate:two-places",
    );
}

#[test]
fn a_hot_oven_is_no_breach_and_a_warm_lorry_is() {
    let measured = |event: Value, celsius: f64| {
        let report = json!({"type": "Temperature", "value": celsius, "uom": "CEL"});
        with(
            event,
            "sensorElementList",
            json!([{"sensorReport": [report, report]}]),
        )
    };
    let pack = || made(9, &[(RAW, 1.0, "KGM")], &[(LOT, 5.0, "")]);
    let oven = measured(at(8, "sensor_reporting", FIELD, RAW), 60.0);
    let lorry = |celsius| measured(at(10, "sensor_reporting", FIELD, LOT), celsius);
    check("coldchain", &[oven, pack()], "-");
    check("coldchain", &[pack(), lorry(4.0)], "pass");
    check("coldchain", &[pack(), lorry(7.0)], "warn coldchain:breach");
}

#[test]
fn a_paper_counts_on_its_day_and_for_its_goods() {
    let cited = |name: &str| {
        let uri = json!([format!("https://chophien.example/{name}")]);
        with(at(8, "inspecting", LAB, LOT), "certificationInfo", uri)
    };
    for (name, expect) in [
        ("cert/ocop-01", "pass"),
        ("cert/vietgap-exp", "warn cert:expired"),
        ("cert/ocop-02", "warn cert:wrong-scope"),
        ("report/S260918", "warn cert:wrong-scope"),
        ("cert/nobody", "warn cert:not-found"),
    ] {
        check("certificate", &[cited(name)], expect);
    }
    let early = with(
        cited("cert/ocop-01"),
        "eventTime",
        json!("2025-01-01T08:00:00+07:00"),
    );
    check("certificate", &[early], "warn cert:not-yet-valid");
    check("certificate", &[at(8, "inspecting", LAB, LOT)], "-");
}

#[test]
fn last_days_stop_and_best_days_warn() {
    let dated = |name: &str, day: &str| {
        let made = made(8, &[(RAW, 1.0, "KGM")], &[(LOT, 5.0, "")]);
        with(made, "ilmd", json!({ format!("cbvmda:{name}"): day }))
    };
    check("expiry", &[dated("itemExpirationDate", "2026-11-23")], "pass");
    check(
        "expiry",
        &[dated("itemExpirationDate", "2026-11-22")],
        "stop expired",
    );
    check("expiry", &[dated("bestBeforeDate", "2026-11-23")], "pass");
    check(
        "expiry",
        &[dated("bestBeforeDate", "2026-11-22")],
        "warn best-before",
    );
    check("expiry", &[at(8, "stocking", STALL, LOT)], "-");
}

#[test]
fn a_recall_stops_until_it_is_taken_back() {
    let lasting = |hour, id, part: &str| {
        let event = at(hour, "removing", HUB, id);
        with(event, "persistentDisposition", json!({part: ["recalled"]}))
    };
    let failed = with(
        at(8, "inspecting", LAB, LOT),
        "disposition",
        json!("non_conformant"),
    );
    let passed = with(at(9, "inspecting", LAB, LOT), "disposition", json!("conformant"));
    let make = made(9, &[(RAW, 1.0, "KGM")], &[(LOT, 5.0, "")]);
    for (events, expect) in [
        (vec![lasting(8, LOT, "set")], "stop recalled"),
        (vec![lasting(8, LOT, "set"), lasting(9, LOT, "unset")], "pass"),
        (
            vec![lasting(8, OTHER_LOT, "set"), at(9, "stocking", HUB, LOT)],
            "pass",
        ),
        (vec![voided(lasting(8, LOT, "set"))], "pass"),
        (vec![lasting(8, RAW, "set"), make], "warn recalled:ingredient"),
        (vec![failed.clone()], "warn test:failed"),
        (vec![failed, passed], "pass"),
    ] {
        check("recall", &events, expect);
    }
}

#[test]
fn numbers_are_right_and_their_producers_own() {
    let right = at(8, "stocking", STALL, LOT);
    let wrong = at(8, "stocking", "https://id.gs1.org/414/9528060901003", LOT);
    check("identity", &[right], "pass");
    check("identity", &[wrong], "warn identity:check-digit");
}

#[test]
fn what_is_told_twice_counts_once() {
    let stocked = at(8, "stocking", STALL, LOT);
    let other = with(stocked.clone(), "readPoint", json!({"id": HUB}));
    let declaration = voided(stocked.clone());
    let elsewhere = at(
        9,
        "storing",
        HUB,
        "https://id.gs1.org/01/09528060029003/10/ELSEWHERE",
    );
    for (events, expect, steps) in [
        (vec![stocked.clone()], "-", 1),
        (vec![stocked.clone(), stocked.clone()], "pass", 1),
        (vec![stocked.clone(), elsewhere], "pass", 1),
        (vec![stocked.clone(), other], "warn duplicate:event-id", 1),
        (
            vec![at(7, "storing", HUB, LOT), stocked.clone(), declaration.clone()],
            "pass",
            2,
        ),
        (vec![at(7, "storing", HUB, LOT), declaration, stocked], "pass", 2),
    ] {
        let journey = told(&events);
        assert_eq!(found("record", &journey), expect, "{events:#?}");
        assert_eq!(journey.steps.len(), steps, "{events:#?}");
    }
}

/// Tells the journey of `LOT` from these events and compares what one rule says.
fn check(rule: &str, events: &[Value], expect: &str) {
    let shown = serde_json::to_string_pretty(events).unwrap();
    assert_eq!(found(rule, &told(events)), expect, "{rule}: {shown}");
}

/// `pass`, `unknown`, `warn` or `stop` with the flag, or `-` where the rule has nothing to look at.
pub fn found(rule: &str, journey: &Journey) -> String {
    let found = journey.checks.iter().find(|check| check.rule == rule);
    match found.map(|check| (check.verdict, check.flag)) {
        None => "-".to_owned(),
        Some((Verdict::Ok, None)) => "pass".to_owned(),
        Some((verdict, flag)) => format!("{} {}", verdict.word(), flag.unwrap_or_default())
            .trim()
            .to_owned(),
    }
}
