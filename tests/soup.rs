//! Documents drawn at random: whatever they hold, a journey is told, and the same one each time.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use cho_phien::gs1::DigitalLink;
use cho_phien::journey::{Journey, tell};
use cho_phien::sources::place::Place;
use cho_phien::sources::{EpcisDocument, Findings};
use cho_phien::words::Text;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use time::{Date, Month};

const IDS: [&str; 9] = [
    "https://id.gs1.org/01/09528060010018/10/A",
    "https://id.gs1.org/01/09528060010018/10/B",
    "https://id.gs1.org/01/09528060010018/21/1",
    "https://id.gs1.org/01/09528060019004/10/RAW",
    "https://id.gs1.org/01/09528060019004/10/",
    "https://id.gs1.org/01/09528060019005/10/WRONG",
    "https://id.gs1.org/00/195280601200010218",
    "urn:epc:id:sgtin:0614141.107346.2017",
    "",
];
const PLACES: [&str; 4] = [
    "https://id.gs1.org/414/9528060014016",
    "https://id.gs1.org/414/9528060920010",
    "https://id.gs1.org/414/9528060910011",
    "nowhere",
];
const STEPS: [&str; 12] = [
    "commissioning",
    "packing",
    "shipping",
    "receiving",
    "unpacking",
    "stocking",
    "retail_selling",
    "inspecting",
    "sensor_reporting",
    "removing",
    "cbv:BizStep-accepting",
    "dream",
];
const KINDS: [&str; 6] = [
    "ObjectEvent",
    "AggregationEvent",
    "TransactionEvent",
    "TransformationEvent",
    "AssociationEvent",
    "RainEvent",
];

fn one_of(words: &'static [&'static str]) -> impl Strategy<Value = Value> {
    prop::sample::select(words).prop_map(Value::from)
}

fn items() -> impl Strategy<Value = Value> {
    prop::collection::vec(one_of(&IDS), 0..3).prop_map(Value::from)
}

fn classes() -> impl Strategy<Value = Value> {
    let amount = prop_oneof![
        Just(Value::Null),
        Just(json!("many")),
        Just(json!(-1)),
        Just(json!(1e308)),
        (0..100).prop_map(Value::from),
    ];
    let unit = one_of(&["KGM", "GRM", "LTR", "H87", "XXX", ""]);
    let class = (one_of(&IDS), amount, unit);
    let class = class.prop_map(|(id, amount, unit)| json!({"epcClass": id, "quantity": amount, "uom": unit}));
    prop::collection::vec(class, 0..3).prop_map(Value::from)
}

fn moment() -> impl Strategy<Value = Value> {
    prop_oneof![
        9 => (1..29u8, 0..24u8).prop_map(|(day, hour)| json!(format!("2026-11-{day:02}T{hour:02}:00:00+07:00"))),
        1 => one_of(&["yesterday", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59-18:00", "2026-02-30T00:00:00Z"]),
    ]
}

/// Every field may be there or not.
fn event() -> impl Strategy<Value = Value> {
    let fields: Vec<(&'static str, BoxedStrategy<Value>)> = vec![
        ("type", one_of(&KINDS).boxed()),
        ("action", one_of(&["ADD", "OBSERVE", "DELETE"]).boxed()),
        ("eventID", one_of(&["urn:uuid:1", "urn:uuid:2", "urn:uuid:3", "urn:uuid:4"]).boxed()),
        ("eventTime", moment().boxed()),
        ("eventTimeZoneOffset", one_of(&["+07:00", "-12:00", "soon"]).boxed()),
        ("bizStep", one_of(&STEPS).boxed()),
        ("disposition", one_of(&["recalled", "retail_sold", "non_conformant", "in_transit"]).boxed()),
        ("readPoint", one_of(&PLACES).prop_map(|id| json!({"id": id})).boxed()),
        ("parentID", one_of(&IDS).boxed()),
        ("epcList", items().boxed()),
        ("quantityList", classes().boxed()),
        ("childEPCs", items().boxed()),
        ("childQuantityList", classes().boxed()),
        ("inputEPCList", items().boxed()),
        ("inputQuantityList", classes().boxed()),
        ("outputEPCList", items().boxed()),
        ("outputQuantityList", classes().boxed()),
        ("transformationID", one_of(&["x", "y"]).boxed()),
        ("errorDeclaration", Just(json!({"reason": "did_not_occur"})).boxed()),
        ("persistentDisposition", one_of(&["recalled"]).prop_map(|word| json!({"set": [word]})).boxed()),
        ("certificationInfo", one_of(&["https://chophien.example/cert/1", ""]).boxed()),
        ("destinationList", one_of(&PLACES).prop_map(|id| json!([{"type": "location", "destination": id}])).boxed()),
        ("ilmd", Just(json!({"cbvmda:lotNumber": "A", "cbvmda:itemExpirationDate": "2026-11-22"})).boxed()),
        ("sensorElementList", (-40..40).prop_map(|value| json!([{"sensorReport": [{"type": "Temperature", "value": value, "uom": "CEL"}]}])).boxed()),
    ];
    let rare = ["errorDeclaration", "transformationID", "eventID"];
    let fields: Vec<_> = fields
        .into_iter()
        .map(|(name, value)| {
            let chance = match name {
                "type" | "eventTime" | "action" => 0.97,
                name if rare.contains(&name) => 0.2,
                _ => 0.5,
            };
            prop::option::weighted(chance, value).prop_map(move |value| (name.to_owned(), value))
        })
        .collect();
    fields.prop_map(|fields| {
        let known = fields
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)));
        Value::Object(known.collect::<Map<_, _>>())
    })
}

fn places() -> impl Iterator<Item = Place> {
    let points = [(22.4, 103.5), (21.0, 105.8), (22.4, 103.4)];
    let owner = ["https://id.gs1.org/417/9528060010001".to_owned()];
    let owners = owner.into_iter().map(Some).chain(std::iter::repeat(None));
    let kinds = ["farm", "market", "lab"];
    PLACES
        .into_iter()
        .zip(points)
        .zip(owners.zip(kinds))
        .map(|((uri, point), (owner, kind))| Place {
            uri: uri.to_owned(),
            point: Some(point),
            owner,
            kind: Some(kind.to_owned()),
            ..Place::default()
        })
}

fn told(identity: &str, document: &Value) -> Option<Journey> {
    let read = EpcisDocument::read(document, "epcis.json", &Text::same("Nguồn")).ok()?;
    let mut findings = Findings {
        places: places().map(|place| (place.uri.clone(), place)).collect(),
        recalls: Some(Vec::new()),
        ..Findings::default()
    };
    findings.merge(Findings {
        events: read.events,
        ..Findings::default()
    });
    let identity = DigitalLink::parse(identity).unwrap();
    Some(tell(
        &identity,
        findings,
        Date::from_calendar_date(2026, Month::November, 23).unwrap(),
    ))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_soup_of_events_is_told_and_told_alike(events in prop::collection::vec(event(), 0..24)) {
        let document = json!({"type": "EPCISDocument", "epcisBody": {"eventList": events}});
        for identity in ["/01/09528060010018/10/A", "/01/09528060010018/21/1", "/00/195280601200010218", "/01/09528060010018"] {
            let first = told(identity, &document).unwrap();
            prop_assert_eq!(told(identity, &document).unwrap(), first.clone());
            prop_assert!(!first.checks.is_empty() && !first.headline.is_empty());
            let worst = first.checks.iter().map(|check| check.verdict).max();
            prop_assert_eq!(worst, Some(first.verdict));
            let folded: usize = first.steps.iter().map(|step| step.events).sum();
            prop_assert!(folded <= events.len());
            for check in &first.checks {
                prop_assert_eq!(check.flag.is_some(), matches!(check.verdict.word(), "warn" | "stop"));
                prop_assert!(!check.sentence.vi.is_empty() && !check.sentence.en.is_empty());
            }
        }
    }
}
