//! Several sources together, and the pages of producers and places.

use crate::web::*;
use cho_phien::gs1::{DigitalLink, Gln};
use cho_phien::sources::claims::Matter;
use cho_phien::sources::kept::Kept;
use cho_phien::sources::{Answer, Config, Question, Why, look_up, organization, place};
use cho_phien::words::Text;
use serde_json::{Value, json};

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
    assert_eq!(findings.product.as_ref().unwrap().name, Text::same("One"));
    let said = findings.said_beside();
    assert_eq!(said.len(), 1);
    let names = said[0]
        .claims
        .iter()
        .map(|claim| (claim.value.vi.as_str(), claim.by.name.vi.as_str()));
    assert_eq!(
        names.collect::<Vec<_>>(),
        [("One", "One"), ("Two", "Two")],
        "both names, each with its source"
    );
    let ids: Vec<_> = findings.events.iter().map(|event| event.id.as_str()).collect();
    assert_eq!(ids, ["urn:1", "urn:2", "urn:3"]);
    assert_eq!(findings.events[2].by.name, Text::same("Two"));
}

#[test]
fn what_sources_agree_on_is_no_disagreement() {
    let said = |one: Value, two: Value| {
        let web = Web::default()
            .with(
                "/one.json",
                json!({"linkset": [{"gs1:pip": [{"href": "/p1.json"}]}]}),
            )
            .with(
                "/two.json",
                json!({"linkset": [{"gs1:pip": [{"href": "/p2.json"}]}]}),
            )
            .with("/p1.json", one)
            .with("/p2.json", two);
        let config = json!({"sources": [
            {"kind": "linkSet", "name": "One", "template": "/one.json"}, {"kind": "linkSet", "name": "Two", "template": "/two.json"},
        ]});
        let fetch = async |question: Question| web.answer(question);
        let identity = DigitalLink::parse(PRODUCT).unwrap();
        let findings = run(look_up(
            &identity,
            &Config::read(&config.to_string()),
            true,
            &fetch,
        ));
        let said = findings.said_beside().into_iter();
        said.map(|said| (said.matter, said.claims.len()))
            .collect::<Vec<_>>()
    };
    let tea = json!({"productName": {"vi": "Chè", "en": "Tea"}, "netContent": {"value": 100, "unitCode": "GRM"}, "brand": "A"});
    assert_eq!(said(tea.clone(), tea.clone()), []);
    assert_eq!(
        said(tea.clone(), json!({"productName": {"en": "TEA."}})),
        [],
        "case and stops make no difference"
    );
    assert_eq!(
        said(
            tea.clone(),
            json!({"productName": {"vi": "Cà phê"}, "brand": "a"})
        ),
        [(Matter::Name, 2)]
    );
    assert_eq!(
        said(
            tea,
            json!({"productName": "Chè", "netContent": {"value": 90, "unitCode": "GRM"}, "standard": "TCCS 1"})
        ),
        [(Matter::Content, 2), (Matter::Standard, 1)],
        "what only the second says is told, too"
    );
    let nuts = |levels: [(&str, &str); 2]| {
        let named = levels
            .map(|(code, level)| json!({"allergenType": code, "allergenLevelOfContainmentCode": level}));
        json!({"productName": "Kẹo", "hasAllergen": named})
    };
    let declared = nuts([
        ("gs1:AllergenTypeCode-PEANUTS", "CONTAINS"),
        ("gs1:AllergenTypeCode-AM", "MAY_CONTAIN"),
    ]);
    assert_eq!(
        said(
            declared.clone(),
            nuts([
                ("AllergenTypeCode-MILK", "MAY_CONTAIN"),
                ("AllergenTypeCode-AP", "CONTAINS")
            ])
        ),
        [],
        "names and codes in any order mean the same"
    );
    assert_eq!(
        said(
            declared.clone(),
            nuts([("AP", "FREE_FROM"), ("AM", "MAY_CONTAIN")])
        ),
        [(Matter::AllergenCodes, 2)],
        "free from is not contains"
    );
    assert_eq!(
        said(json!({"productName": "Kẹo"}), declared),
        [(Matter::AllergenCodes, 1)],
        "an allergen that only the second names is told"
    );
    let jam = json!({"productName": "Mứt", "countryOfOrigin": "VN", "ingredientStatement": "Mận, đường",
        "allergenStatement": "Không có", "netWeight": {"value": 1.5, "unitCode": "KGM"}});
    let other = json!({"productName": "Mứt", "countryOfOrigin": "LA", "ingredientStatement": "Mận",
        "allergenStatement": "Có lạc", "netWeight": {"value": 15, "unitCode": "KGM"}});
    assert_eq!(
        said(jam, other),
        [
            Matter::Origin,
            Matter::Ingredients,
            Matter::Allergens,
            Matter::NetWeight
        ]
        .map(|matter| (matter, 2)),
    );
}

#[test]
fn answers_that_were_kept_tell_their_age() {
    let web = market();
    let fetch = async |question: Question| {
        let kept_at = question.url.ends_with("product.json").then_some(1_700_000_000);
        web.answer(question).map(|answer| Answer { kept_at, ..answer })
    };
    let findings = run(look_up(
        &DigitalLink::parse(LOT).unwrap(),
        &config(),
        false,
        &fetch,
    ));
    assert_eq!(
        findings.kept,
        [Kept {
            source: Text::new("Chợ", "Market"),
            at: 1_700_000_000
        }]
    );
    assert_eq!(web.look_up(LOT, false).kept, []);
}

#[test]
fn what_an_earlier_look_up_found_outlives_a_silence() {
    let earlier = market().look_up(LOT, false);
    let epcis = "/api/01/09528060010018/10/S260918/epcis.json";
    for why in [
        Why::Unreachable,
        Why::TimedOut(5000),
        Why::Refused(500),
        Why::TooOften(9),
        Why::Closed,
    ] {
        let mut now = market()
            .failing(epcis, why.clone())
            .failing("/api/recalls.json", why.clone())
            .look_up(LOT, false);
        now.recall_earlier(&earlier);
        assert_eq!((now.events.len(), now.product.is_some()), (1, true), "{why:?}");
        assert_eq!(now.recalls, None, "an old recall list clears nobody");
        assert!(
            now.silences.contains(&market_silence(why)),
            "the silence is told all the same"
        );
        assert_eq!(now.said_beside(), [], "a product does not differ from itself");
    }
    let mut gone = Web::default().look_up(LOT, false);
    gone.recall_earlier(&earlier);
    assert!(
        gone.product.is_none(),
        "a missing recall list brings back nothing that the market has withdrawn"
    );
}

#[test]
fn a_stranger_is_not_asked_about_ingredients_with_numbers_of_one_shop() {
    let lots = [
        "https://id.gs1.org/01/09528060010025/10/A",
        "https://id.gs1.org/01/02000000000015/10/B",
    ];
    let mixing = json!({"type": "TransformationEvent", "eventID": "urn:mix", "eventTime": "2026-09-18T08:00:00+07:00",
        "eventTimeZoneOffset": "+07:00", "bizStep": "commissioning",
        "inputQuantityList": lots.map(|lot| json!({"epcClass": lot})),
        "outputQuantityList": [{"epcClass": format!("https://id.gs1.org{LOT}")}]});
    let web = Web::default()
        .with(
            &format!("https://one.example{LOT}"),
            json!({"linkset": [{"gs1:epcis": [{"href": "/e.json"}]}]}),
        )
        .with("https://one.example/e.json", json!([mixing]));
    let config = Config::read(
        r#"{"market": "/api/", "sources": [{"kind": "linkSet", "name": "One", "template": "https://one.example{path}"}]}"#,
    );
    let fetch = async |question: Question| web.answer(question);
    run(look_up(&DigitalLink::parse(LOT).unwrap(), &config, true, &fetch));
    let asked = |part: &str| web.asked().iter().any(|url| url.contains(part));
    assert!(asked("09528060010025"), "{:?}", web.asked());
    assert!(!asked("02000000000015"), "{:?}", web.asked());
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
