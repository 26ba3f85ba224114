//! What is asked of the sources, and what becomes of every way in which they fail.

use crate::web::*;
use cho_phien::sources::{Silence, Standing, Why};
use cho_phien::words::Text;
use serde_json::{Value, json};

#[test]
fn a_known_lot_is_found_with_its_product_and_journey() {
    let web = market();
    let findings = web.look_up(LOT, false);
    assert_eq!(findings.silences, []);
    assert_eq!(findings.recalls, Some(Vec::new()));
    assert_eq!(findings.lots[0].lot.as_deref(), Some("S260918"));
    let product = findings.product.unwrap();
    assert_eq!(product.name, Text::new("Chè", "Tea"));
    assert_eq!(product.net_content.as_deref(), Some("100 g"));
    assert_eq!(product.picture.as_deref(), Some("/pictures/leaf.svg"));
    assert_eq!(product.price_vnd, Some(120_000));
    assert_eq!(product.producer.unwrap().gln.as_deref(), Some("9528060010001"));
    assert_eq!(
        (product.by.standing, product.by.sample),
        (Standing::Declared, true)
    );
    let event = &findings.events[0];
    assert_eq!(
        event.objects[0].id,
        "https://id.gs1.org/01/09528060010018/10/S260918"
    );
    assert_eq!(event.objects[0].amount, Some(750.0));
    assert_eq!(
        event.by.as_of.map(|day| day.to_string()).as_deref(),
        Some("2026-11-23")
    );
    let [original] = findings.originals.as_slice() else {
        panic!("{:?}", findings.originals);
    };
    assert_eq!(original.address, format!("/api{LOT}/epcis.json"));
    assert_eq!(
        original.text.as_deref(),
        Some(journey().to_string().as_str()),
        "word for word"
    );
    let asked = web.asked();
    assert!(
        asked.iter().all(|url| !url.contains("OTHER")),
        "another lot's journey: {asked:?}"
    );
}

#[test]
fn recalls_are_asked_first_and_always() {
    for (web, path) in [
        (market(), LOT),
        (Web::default(), LOT),
        (Web::default(), "/00/195280600200010037"),
    ] {
        web.look_up(path, false);
        assert_eq!(web.asked()[0], "/api/recalls.json", "{path}");
    }
}

#[test]
fn what_the_source_does_not_know_is_looked_up_one_level_higher() {
    let check = |path: &str, levels: &[&str]| {
        let web = market();
        let findings = web.look_up(path, false);
        assert!(findings.product.is_some(), "{path}");
        assert_eq!(findings.silences, [], "{path}");
        let asked = web.asked();
        let link_sets: Vec<_> = asked
            .iter()
            .filter(|url| url.ends_with("/linkset.json"))
            .collect();
        let expected: Vec<_> = levels
            .iter()
            .map(|level| format!("/api{level}/linkset.json"))
            .collect();
        assert_eq!(link_sets, expected.iter().collect::<Vec<_>>(), "{path}");
    };
    check(PRODUCT, &[PRODUCT]);
    check(LOT, &[LOT]);
    check(ITEM, &[ITEM, LOT]);
    check(
        "/01/09528060010018/10/NO%2F1",
        &["/01/09528060010018/10/NO~2f1", PRODUCT],
    );
}

#[test]
fn only_what_is_not_there_leads_higher() {
    let url = "/api/01/09528060010018/10/S260918/linkset.json";
    for why in [Why::Unreachable, Why::TimedOut(5000), Why::Refused(503)] {
        let web = market().failing(url, why.clone());
        let findings = web.look_up(LOT, false);
        assert_eq!(findings.product, None);
        assert_eq!(findings.silences, [market_silence(why)]);
    }
}

#[test]
fn every_failure_of_a_document_becomes_a_silence() {
    let folder = "/api/01/09528060010018/10/S260918";
    for why in [
        Why::Unreachable,
        Why::TimedOut(5000),
        Why::Refused(500),
        Why::Broken("too large".to_owned()),
    ] {
        let findings = market()
            .failing(&format!("{folder}/epcis.json"), why.clone())
            .look_up(LOT, false);
        assert!(findings.product.is_some() && findings.events.is_empty());
        assert_eq!(findings.silences, [market_silence(why)]);
    }
    let check = |web: Web, fault: &str| {
        let silences = web.look_up(LOT, false).silences;
        let [
            Silence {
                why: Why::Broken(found),
                ..
            },
        ] = silences.as_slice()
        else {
            panic!("expected one broken answer, found {silences:?}");
        };
        assert!(found.contains(fault), "{found}");
    };
    let epcis = format!("{folder}/epcis.json");
    let product_file = "/api/01/09528060010018/product.json";
    check(market().failing(&epcis, Why::NotThere), "nothing there");
    check(market().saying(&epcis, "{\"epcisBody\": "), "epcis.json");
    check(market().saying(&epcis, &"[".repeat(100_000)), "epcis.json");
    check(
        market().with(&epcis, json!({"hello": 1})),
        "expected EPCIS events",
    );
    check(
        market().with(&epcis, json!([event("urn:1"), {}, 7])),
        "2 events left out",
    );
    check(market().with(product_file, json!({})), "productName");
    check(
        market().with(product_file, json!({"gtin": "09528060020017"})),
        "09528060020017",
    );
    check(
        market().with("/api/recalls.json", json!({"recalls": [{}]})),
        "1 recalls left out",
    );
    check(market().saying("/api/recalls.json", "<html>"), "recalls.json");
}

#[test]
fn a_recall_list_that_cannot_be_read_is_not_an_empty_one() {
    for web in [
        market().failing("/api/recalls.json", Why::Unreachable),
        market().with("/api/recalls.json", json!({})),
        market().failing("/api/recalls.json", Why::NotThere),
    ] {
        let findings = web.look_up(LOT, false);
        assert_eq!(findings.recalls, None);
        let [silence] = findings.silences.as_slice() else {
            panic!("expected one silence, found {:?}", findings.silences);
        };
        assert_ne!(silence.why, Why::NotThere, "the list is about no code");
    }
    let list = json!({"recalls": [{"id": "https://id.gs1.org/01/09528060010018/10/S260918", "since": "2026-11-16", "reason": {"vi": "Mốc", "en": "Mould"}}]});
    let recalls = market()
        .with("/api/recalls.json", list)
        .look_up(LOT, false)
        .recalls
        .unwrap();
    assert_eq!(recalls[0].id, "https://id.gs1.org/01/09528060010018/10/S260918");
    assert_eq!(recalls[0].reason, Text::new("Mốc", "Mould"));
}

#[test]
fn dangerous_addresses_in_data_are_never_fetched() {
    for href in [
        "javascript:alert(1)",
        "data:application/json,[]",
        "file:///etc/passwd",
        "https://user@host.example/",
        "\\\\host.example\\x",
    ] {
        let link_set = json!({"linkset": [{"anchor": "https://id.gs1.org/01/09528060010018", "https://ref.gs1.org/voc/epcis": [{"href": href, "type": "application/json"}]}]});
        let web = market().with("/api/01/09528060010018/linkset.json", link_set);
        let silences = web.look_up(PRODUCT, true).silences;
        let [
            Silence {
                why: Why::Broken(fault),
                ..
            },
            ..,
        ] = silences.as_slice()
        else {
            panic!("{href}: {silences:?}");
        };
        assert!(fault.contains("must not be fetched"), "{href}: {fault}");
        assert_eq!(
            web.asked(),
            ["/api/recalls.json", "/api/01/09528060010018/linkset.json"],
            "{href}"
        );
    }
}

#[test]
fn pages_for_people_are_not_taken_for_data() {
    let link_set = json!({"linkset": [{"anchor": "https://id.gs1.org/01/09528060010018", "https://gs1.org/voc/pip": [
        {"href": "https://host.example/tea", "type": "text/html"}, {"href": "https://host.example/tea"}, {"href": "product.json"},
    ]}]});
    let web = market().with("/api/01/09528060010018/linkset.json", link_set);
    assert!(web.look_up(PRODUCT, false).product.is_some());
    assert!(
        web.asked()
            .iter()
            .all(|url| !url.starts_with("https://host.example"))
    );
}

#[test]
fn a_link_set_cannot_make_a_phone_ask_for_thousands() {
    let links: Vec<Value> = (0..1000).map(|n| json!({"href": format!("{n}.json")})).collect();
    let link_set = json!({"linkset": [{"https://ref.gs1.org/voc/epcis": links}]});
    let web = market().with("/api/01/09528060010018/linkset.json", link_set);
    web.look_up(PRODUCT, false);
    let asked = web.asked().len();
    assert!((3..=10).contains(&asked), "{asked} questions");
}
