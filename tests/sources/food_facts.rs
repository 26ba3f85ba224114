//! When Open Food Facts are asked, and when they are not.

use crate::web::*;
use cho_phien::sources::{Config, Silence, Why};
use serde_json::json;

#[test]
fn every_field_that_is_read_is_asked_for() {
    let config = Config::built_in();
    let template = &config.sources.last().unwrap().template;
    for field in ["origins", "manufacturing_places", "labels"] {
        for field in [field.to_owned(), format!("{field}_tags")] {
            assert!(template.contains(&format!(",{field},")), "{field}: {template}");
        }
    }
}

#[test]
fn food_facts_are_asked_only_with_consent_and_only_for_what_the_market_does_not_know() {
    let facts = json!({"status": 1, "product": {"product_name": "Tea", "brands": "Someone", "last_modified_t": 1577918611}});
    let check = |web: Web, consent: bool, is_asked: bool, silences: &[Silence]| {
        let web = web.with(FACTS, facts.clone());
        let findings = web.look_up(PRODUCT, consent);
        assert_eq!(web.asked().contains(&FACTS.to_owned()), is_asked);
        assert_eq!(findings.food_facts.is_some(), is_asked);
        assert_eq!(findings.silences, silences);
    };
    let empty = || Web::default().with("/api/recalls.json", json!({"recalls": []}));
    check(market(), true, false, &[]);
    check(market(), false, false, &[]);
    check(empty(), true, true, &[market_silence(Why::NotThere)]);
    check(
        empty(),
        false,
        false,
        &[market_silence(Why::NotThere), facts_silence(Why::NotAsked)],
    );
    let link_set = "/api/01/09528060010018/linkset.json";
    for why in [
        Why::Unreachable,
        Why::TimedOut(5000),
        Why::Refused(503),
        Why::Broken("too large".to_owned()),
    ] {
        for consent in [true, false] {
            let web = empty().failing(link_set, why.clone());
            check(web, consent, false, &[market_silence(why.clone())]);
        }
    }
}

#[test]
fn food_facts_that_know_nothing_are_silent() {
    let empty = || Web::default().with("/api/recalls.json", json!({"recalls": []}));
    for (web, why) in [
        (empty(), Why::NotThere),
        (
            empty().with(FACTS, json!({"status": 0, "status_verbose": "product not found"})),
            Why::NotThere,
        ),
        (empty().with(FACTS, json!({"status": "failure"})), Why::NotThere),
        (
            empty().with(FACTS, json!({})),
            Why::Broken("no status".to_owned()),
        ),
        (empty().failing(FACTS, Why::Refused(503)), Why::Refused(503)),
        (empty().failing(FACTS, Why::TimedOut(4000)), Why::TimedOut(4000)),
    ] {
        let findings = web.look_up(PRODUCT, true);
        assert_eq!(findings.food_facts, None);
        assert_eq!(findings.silences.last(), Some(&facts_silence(why)));
    }
}

#[test]
fn numbers_of_one_shop_never_leave_for_others() {
    for path in ["/01/02000000000008", "/01/00200000000004", "/01/02912345000004"] {
        let web = Web::default().with("/api/recalls.json", json!({"recalls": []}));
        let findings = web.look_up(path, true);
        let folder = format!("/api{path}/linkset.json");
        assert_eq!(web.asked(), ["/api/recalls.json".to_owned(), folder]);
        assert_eq!(findings.silences, [market_silence(Why::NotThere)], "{path}");
    }
}
