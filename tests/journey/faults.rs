//! What the steps are made of: order, folding, cycles.

use super::documents::*;
use super::market::{identity, today};
use cho_phien::journey::check::Verdict;
use cho_phien::journey::tell;
use cho_phien::sources::Findings;
use serde_json::json;

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
            "https://id.gs1.org/01/09528060029003/10/ELSEWHERE",
        ),
    ]);
    let hours: Vec<u8> = journey.steps.iter().map(|step| step.time.hour()).collect();
    assert_eq!(hours, [8, 9, 11]);
}

#[test]
fn events_of_one_process_place_and_day_become_one_step() {
    let journey = told(&[
        at(8, "commissioning", FIELD, LOT),
        at(9, "commissioning", FIELD, LOT),
        at(11, "commissioning", WORKSHOP, LOT),
        voided(at(12, "commissioning", FIELD, LOT)),
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
        packed(10, LOT, LOT),
        json!({"type": "ObjectEvent", "eventTime": "2026-11-01T12:00:00Z", "eventTimeZoneOffset": "+07:00", "action": "OBSERVE", "epcList": []}),
    ];
    assert_eq!(told(&round).steps.len(), round.len());
}

#[test]
fn a_recall_list_read_in_part_is_no_all_clear() {
    let findings = |unreadable_recalls| Findings {
        recalls: Some(Vec::new()),
        unreadable_recalls,
        ..Findings::default()
    };
    let recall = |findings| {
        let journey = tell(&identity(LOT), findings, today());
        let check = journey.checks.iter().find(|check| check.rule == "recall");
        check.unwrap().verdict
    };
    assert_eq!(recall(findings(0)), Verdict::Ok);
    assert_eq!(recall(findings(1)), Verdict::Unknown);
}
