//! What the sources say, and what becomes of every way in which they fail to: small made-up webs, the published example documents, the sample market.

#![allow(clippy::unwrap_used)]

use cho_phien::gs1::{DigitalLink, Gln, Gtin};
use cho_phien::sources::{
    Config, EpcisDocument, Findings, FoodFacts, LinkSet, Question, Silence, Standing, Why, look_up,
    organization, place,
};
use cho_phien::words::Text;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

const PRODUCT: &str = "/01/09528060010018";
const LOT: &str = "/01/09528060010018/10/S260918";
const ITEM: &str = "/01/09528060010018/10/S260918/21/7";
const FACTS: &str = "https://facts.example/9528060010018";

/// A made-up web: what each address answers, and what was asked. Every other address is not there.
#[derive(Default)]
struct Web {
    answers: BTreeMap<String, Result<String, Why>>,
    asked: RefCell<Vec<Question>>,
}

impl Web {
    fn with(mut self, url: &str, document: Value) -> Web {
        self.answers.insert(url.to_owned(), Ok(document.to_string()));
        self
    }

    fn failing(mut self, url: &str, why: Why) -> Web {
        self.answers.insert(url.to_owned(), Err(why));
        self
    }

    fn saying(mut self, url: &str, body: &str) -> Web {
        self.answers.insert(url.to_owned(), Ok(body.to_owned()));
        self
    }

    fn answer(&self, question: Question) -> Result<String, Why> {
        let answer = self.answers.get(&question.url).cloned();
        self.asked.borrow_mut().push(question);
        answer.unwrap_or(Err(Why::NotThere))
    }

    fn look_up(&self, path: &str, consent: bool) -> Findings {
        let identity = DigitalLink::parse(path).unwrap();
        let fetch = async |question: Question| self.answer(question);
        run(look_up(&identity, &config(), consent, &fetch))
    }

    fn asked(&self) -> Vec<String> {
        self.asked
            .borrow()
            .iter()
            .map(|question| question.url.clone())
            .collect()
    }
}

/// Runs a future that never waits for anything.
fn run<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..100 {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
    }
    panic!("the future waits for something that no test gives");
}

fn config() -> Config {
    Config::read(
        r#"{"market": "/api/", "sources": [
            {"kind": "linkSet", "name": {"vi": "Chợ", "en": "Market"}, "template": "/api/{file}/linkset.json", "timeoutMs": 5000},
            {"kind": "foodFacts", "name": "Facts", "template": "https://facts.example/{gtin}", "timeoutMs": 4000}
        ]}"#,
    )
}

/// A market with one product, one lot of it and one event.
fn market() -> Web {
    let pip = json!([{"href": "../../product.json", "type": "application/ld+json"}]);
    Web::default()
        .with("/api/recalls.json", json!({"sample": true, "recalls": []}))
        .with(
            "/api/01/09528060010018/linkset.json",
            json!({"linkset": [{
                "anchor": "https://id.gs1.org/01/09528060010018",
                "https://ref.gs1.org/voc/pip": [{"href": "product.json", "type": "application/ld+json"}],
                "https://chophien.example/voc/lots": [{"href": "lots.json", "type": "application/json"}],
            }]}),
        )
        .with(
            "/api/01/09528060010018/10/S260918/linkset.json",
            json!({"linkset": [
                {"anchor": "https://id.gs1.org/01/09528060010018/10/S260918", "https://ref.gs1.org/voc/pip": pip,
                 "https://ref.gs1.org/voc/epcis": [{"href": "epcis.json", "type": "application/ld+json"}]},
                {"anchor": "https://id.gs1.org/01/09528060010018/10/OTHER",
                 "https://ref.gs1.org/voc/epcis": [{"href": "../OTHER/epcis.json", "type": "application/ld+json"}]},
                {"anchor": "https://id.gs1.org/01/09528060010018",
                 "https://chophien.example/voc/lots": [{"href": "../../lots.json", "type": "application/json"}]},
            ]}),
        )
        .with("/api/01/09528060010018/product.json", product())
        .with("/api/01/09528060010018/lots.json", json!({"lots": [{"lot": "S260918", "packedOn": "2026-09-18"}]}))
        .with("/api/01/09528060010018/10/S260918/epcis.json", journey())
}

fn product() -> Value {
    json!({
        "@type": "Product", "gs1:gtin": "09528060010018", "https://ref.gs1.org/voc/productName": {"vi": "Chè", "en": "Tea"},
        "netContent": {"value": 100, "unitCode": "GRM"}, "image": {"referencedFileURL": "/pictures/leaf.svg"},
        "manufacturer": {"@id": "https://id.gs1.org/417/9528060010001", "organizationName": {"vi": "Hợp tác xã"}},
        "lc:stall": {"name": "A1"}, "lc:priceVnd": 120000, "lc:sample": true, "lc:asOf": "2026-11-23",
    })
}

fn journey() -> Value {
    json!({"type": "EPCISDocument", "lc:sample": true, "lc:asOf": "2026-11-23", "epcisBody": {"eventList": [event("urn:1")]}})
}

fn event(id: &str) -> Value {
    json!({
        "type": "ObjectEvent", "eventID": id, "eventTime": "2026-09-18T08:00:00+07:00", "action": "ADD", "bizStep": "packing",
        "quantityList": [{"epcClass": "https://host.example/01/09528060010018/10/S260918?17=280912", "quantity": "750", "uom": "KGM"}],
        "readPoint": {"id": "https://id.gs1.org/414/9528060901002"},
    })
}

fn silence(name: Text, why: Why) -> Silence {
    Silence { source: name, why }
}

fn market_silence(why: Why) -> Silence {
    silence(Text::new("Chợ", "Market"), why)
}

fn facts_silence(why: Why) -> Silence {
    silence(Text::same("Facts"), why)
}

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

// The published documents of others.

#[test]
fn published_link_sets_are_read_or_refused() {
    let check = |file: &str, kind: &str, expected: Result<(usize, usize), ()>| {
        let Some(document) = vector(file) else { return };
        let read = LinkSet::read(&document, "https://host.example/linkset.json").map_err(|_| ());
        let count = |set: &LinkSet| set.links.iter().filter(|link| link.kind == kind).count();
        assert_eq!(read.map(|set| (count(&set), set.broken)), expected, "{file}");
    };
    check("linkset/valid-basic-example.json", "prev", Ok((1, 0)));
    check("linkset/valid-gs1-example.json", "next", Ok((1, 0)));
    check("linkset/invalid-basic-example.json", "prev", Ok((0, 1)));
    check("linkset/invalid-gs1-example.json", "prev", Ok((1, 0)));
    check("linkset/ExampleLinkset.json", "pip", Ok((3, 0)));
    check("resolver/modelLinkset.json", "certificationInfo", Ok((7, 0)));
    check("resolver/linkset.json", "pip", Ok((4, 0)));
    check("resolver/test_01_09506000134352.json", "pip", Err(()));
    check("resolver/test_01_09506000134376.json", "pip", Err(()));
    check("resolver/gs1resolver.json", "pip", Err(()));
}

#[test]
fn the_most_precise_anchor_of_a_link_set_holds() {
    let Some(document) = vector("resolver/modelLinkset.json") else {
        return;
    };
    let set = LinkSet::read(&document, "https://host.example/linkset.json").unwrap();
    let count = |path: &str, kind: &str| {
        let identity = DigitalLink::parse(path).unwrap();
        set.links_for(&identity, |link| link.kind == kind).len()
    };
    assert_eq!(count("/01/09506000164908/21/1234", "dpp"), 1);
    assert_eq!(
        count("/01/09506000164908/21/1234", "pip"),
        1,
        "from the product's anchor"
    );
    assert_eq!(
        count("/01/09506000164908/21/9999", "dpp"),
        0,
        "another item's link"
    );
    assert_eq!(count("/01/09506000164908", "dpp"), 0, "an item's link");
    assert_eq!(count("/01/09528060010018", "pip"), 0, "another product");
}

#[test]
fn every_published_epcis_document_gives_its_events() {
    let Some(folder) = vectors("epcis/gs1/JSON") else {
        return;
    };
    let (mut documents, mut events, mut broken) = (0, 0, 0);
    for file in files(&folder, "jsonld") {
        let document = EpcisDocument::read(&json_of(&file), "/epcis.json", &Text::default());
        let document = document.unwrap_or_else(|fault| panic!("{}: {fault}", file.display()));
        assert!(document.events.len() + document.broken > 0, "{}", file.display());
        documents += 1;
        events += document.events.len();
        broken += document.broken;
    }
    assert!(documents >= 45, "only {documents} documents");
    assert!(events >= 56 && broken == 0, "{events} events, {broken} broken");
}

#[test]
fn recorded_food_facts_are_read() {
    let gtin = Gtin::parse("7622210288257").unwrap();
    let read = |answer: &Value| FoodFacts::read(answer, gtin, &Text::same("Facts")).unwrap();
    let Some(answer) = vector("off/product-7622210288257.v0.json") else {
        return;
    };
    let facts = read(&answer).unwrap();
    assert_eq!(facts.name, Text::same("Grand Arôme"));
    assert_eq!(facts.brands.as_deref(), Some("Poulain"));
    assert_eq!(facts.quantity.as_deref(), Some("800 g"));
    assert_eq!(facts.made_in.as_deref(), Some("Blois"));
    assert_eq!(facts.origins, None, "an empty text says nothing");
    assert_eq!(
        facts.page,
        "https://world.openfoodfacts.org/product/7622210288257"
    );
    assert_eq!(
        facts.changed_on.map(|day| day.to_string()).as_deref(),
        Some("2020-01-01")
    );
    assert_eq!(facts.by.standing, Standing::Community);
    for file in ["off/not-found.v2.json", "off/not-found.v3.json"] {
        assert_eq!(vector(file).map(|answer| read(&answer)), Some(None), "{file}");
    }
    for (code, answer) in vector("off/pantry-manager-products.v0.json")
        .unwrap()
        .as_object()
        .unwrap()
    {
        assert!(!read(answer).unwrap().name.is_empty(), "{code}");
    }
}

// The sample market.

#[test]
fn every_journey_of_the_sample_market_is_read_without_loss() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/market/journeys");
    if !folder.is_dir() {
        eprintln!("skipped: there is no {}", folder.display());
        return;
    }
    for file in files(&folder, "jsonld") {
        let document = EpcisDocument::read(&json_of(&file), "/epcis.json", &Text::default()).unwrap();
        assert_eq!((document.broken, document.fault), (0, None), "{}", file.display());
        for event in &document.events {
            let known = event
                .read_point
                .as_ref()
                .is_some_and(|uri| document.places.contains_key(uri));
            assert!(
                known,
                "{}: {} happens at an unnamed place",
                file.display(),
                event.id
            );
            assert!(
                event.title.is_some() && event.process.is_some(),
                "{}",
                file.display()
            );
        }
    }
}

/// A folder of the published documents; `None` where they are not at hand.
fn vectors(folder: &str) -> Option<PathBuf> {
    let root = std::env::var_os("CONFORMANCE_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors"),
        PathBuf::from,
    );
    let path = root.join(folder);
    if !path.exists() {
        eprintln!("skipped: there is no {}", path.display());
        return None;
    }
    Some(path)
}

fn vector(file: &str) -> Option<Value> {
    vectors(file).map(|path| json_of(&path))
}

fn json_of(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap();
    serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files under a folder with this extension, in a fixed order.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => found.extend(files(&path, extension)),
            false if path.extension().is_some_and(|end| end == extension) => found.push(path),
            false => {}
        }
    }
    found.sort();
    found
}
