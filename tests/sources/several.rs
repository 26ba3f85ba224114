//! Several sources together, and the pages of producers and places.

use crate::web::*;
use cho_phien::gs1::{DigitalLink, Gln};
use cho_phien::sources::{Config, Question, Why, look_up, organization, place};
use cho_phien::words::Text;
use serde_json::json;

#[test]
fn several_sources_are_merged_and_the_first_wins() {
    let config = Config::read(
        r#"{"market": "/api/", "sources": [
            {"kind": "linkSet", "name": "One", "template": "https://one.example{path}?linkType=linkset"},
            {"kind": "linkSet", "name": "Two", "template": "https://two.example{path}"}
        ]}"#,
    );
    let link_set = json!({"linkset": [{"https://gs1.org/voc/masterData": [{"href": "/p.json"}], "gs1:epcis": [{"href": "/e.json"}]}]});
    let web = Web::default()
        .with(
            &format!("https://one.example{LOT}?linkType=linkset"),
            link_set.clone(),
        )
        .with(&format!("https://two.example{LOT}"), link_set)
        .with("https://one.example/p.json", json!({"productName": "One"}))
        .with("https://two.example/p.json", json!({"productName": "Two"}))
        .with(
            "https://one.example/e.json",
            json!([event("urn:1"), event("urn:2")]),
        )
        .with(
            "https://two.example/e.json",
            json!([event("urn:2"), event("urn:3")]),
        );
    let identity = DigitalLink::parse(&format!("{LOT}?17=280912")).unwrap();
    let fetch = async |question: Question| web.answer(question);
    let findings = run(look_up(&identity, &config, false, &fetch));
    assert_eq!(findings.product.unwrap().name, Text::same("One"));
    let ids: Vec<_> = findings.events.iter().map(|event| event.id.as_str()).collect();
    assert_eq!(ids, ["urn:1", "urn:2", "urn:3"]);
    assert_eq!(findings.events[2].by.name, Text::same("Two"));
}

#[test]
fn questions_carry_what_is_wanted_and_how_long_to_wait() {
    let web = market();
    web.look_up(LOT, false);
    for question in web.asked.borrow().iter() {
        assert_eq!(question.timeout_ms, 5000);
        assert_eq!(
            question.accept.contains("linkset"),
            question.url.ends_with("linkset.json")
        );
        assert!(question.accept.contains("json"));
    }
}

#[test]
fn producers_and_places_are_found_unknown_or_silent() {
    let gln = Gln::parse("9528060901002").unwrap();
    let check = |web: Web, producer: Result<bool, Why>, stall: Result<bool, Why>| {
        let fetch = async |question: Question| web.answer(question);
        let found = run(organization(gln, &config(), &fetch)).map(|party| party.is_some());
        assert_eq!(found, producer.map_err(market_silence));
        let found = run(place(gln, &config(), &fetch)).map(|place| place.is_some());
        assert_eq!(found, stall.map_err(market_silence));
    };
    let (party_file, place_file) = ("/api/417/9528060901002.json", "/api/414/9528060901002.json");
    let party =
        json!({"@id": "https://id.gs1.org/417/9528060901002", "organizationName": "Chợ", "lc:sample": true});
    let stall = json!({"@id": "https://id.gs1.org/414/9528060901002", "physicalLocationName": "Gian A1"});
    check(
        Web::default()
            .with(party_file, party.clone())
            .with(place_file, stall.clone()),
        Ok(true),
        Ok(true),
    );
    check(Web::default(), Ok(false), Ok(false));
    check(
        Web::default()
            .failing(party_file, Why::Unreachable)
            .failing(place_file, Why::Refused(500)),
        Err(Why::Unreachable),
        Err(Why::Refused(500)),
    );
    check(
        Web::default().with(party_file, stall).with(place_file, party),
        Err(Why::Broken(
            "417/9528060901002.json is about something else".to_owned(),
        )),
        Err(Why::Broken(
            "414/9528060901002.json is about something else".to_owned(),
        )),
    );
}

#[test]
fn documents_are_followed_on_the_source_s_own_host_only() {
    let check = |template: &str, href: &str, asked: Option<&str>| {
        let config = Config::read(
            &json!({"market": "/api/", "sources": [{"kind": "linkSet", "name": "One", "template": template}]})
                .to_string(),
        );
        let link_set =
            json!({"linkset": [{"https://gs1.org/voc/epcis": [{"href": href, "type": "application/json"}]}]});
        let url = template.replace("{path}", PRODUCT);
        let web = Web::default()
            .with("/api/recalls.json", json!({"recalls": []}))
            .with(&url, link_set);
        let web = match asked {
            Some(asked) => web.with(asked, json!([event("urn:1")])),
            None => web,
        };
        let fetch = async |question: Question| web.answer(question);
        let findings = run(look_up(
            &DigitalLink::parse(PRODUCT).unwrap(),
            &config,
            true,
            &fetch,
        ));
        let mut expected = vec!["/api/recalls.json", &url];
        expected.extend(asked);
        assert_eq!(web.asked(), expected, "{template} {href}");
        assert_eq!(findings.events.len(), asked.iter().len(), "{template} {href}");
        let whys: Vec<&Why> = findings.silences.iter().map(|silence| &silence.why).collect();
        let elsewhere = Why::Broken(format!("{href}: points elsewhere"));
        let silent = if asked.is_some() { vec![] } else { vec![&elsewhere] };
        assert_eq!(whys, silent, "{template} {href}");
    };
    let (here, one) = (
        "/api{path}/linkset.json",
        "https://one.example{path}?linkType=linkset",
    );
    check(here, "/api/e.json", Some("/api/e.json"));
    check(here, "https://elsewhere.example/e.json", None);
    check(one, "/e.json", Some("https://one.example/e.json"));
    check(
        one,
        "https://one.example/e.json",
        Some("https://one.example/e.json"),
    );
    check(one, "https://elsewhere.example/e.json", None);
    check(one, "http://one.example/e.json", None);
}
