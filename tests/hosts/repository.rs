//! An EPCIS 2.0 repository: some events, and the answers of its REST interface to questions about goods.

use serde_json::{Value, json};

pub const LOT: &str = "https://id.gs1.org/01/09528060010018/10/S260918";
pub const LEAF: &str = "https://id.gs1.org/01/09528060019001/10/LEAF";
pub const CRATE: &str = "https://id.gs1.org/00/195280601200010218";

/// A page of events and where the next one is.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    pub document: Value,
    pub next: Option<String>,
}

/// A repository with its events, in pages of so many.
#[derive(Clone)]
pub struct Repository {
    pub events: Vec<Value>,
    pub per_page: usize,
}

impl Repository {
    /// Leaf is harvested, packed into a crate, shipped, and made into tea; the tea is packed.
    pub fn of_tea() -> Repository {
        Repository {
            events: vec![
                object("harvest", 1, "ADD", "commissioning", LEAF),
                aggregation("crate", 2, CRATE, LEAF),
                shipping("lorry", 3, CRATE),
                transformation("roast", 4, LEAF, LOT),
                object("pack", 5, "OBSERVE", "packing", LOT),
                object(
                    "other",
                    6,
                    "OBSERVE",
                    "packing",
                    "https://id.gs1.org/01/09528060010018/10/OTHER",
                ),
            ],
            per_page: 30,
        }
    }

    /// The answer to `/events?MATCH_anyEPCClass=…` and `/epcs/…/events`; `None` for anything else.
    pub fn answer(&self, path: &str, query: &str) -> Option<Page> {
        let parameter = |name: &str| {
            let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            let mut found = pairs.filter(|(key, _)| *key == name);
            found.next().map(|(_, value)| decoded(value))
        };
        let good = match path
            .strip_prefix("/epcs/")
            .and_then(|rest| rest.strip_suffix("/events"))
        {
            Some(good) => decoded(good),
            None if path == "/events" => parameter("MATCH_anyEPC").or(parameter("MATCH_anyEPCClass"))?,
            None => return None,
        };
        let about = self
            .events
            .iter()
            .filter(|event| event.to_string().contains(&format!("\"{good}\"")));
        let about: Vec<&Value> = about.collect();
        let from: usize = parameter("nextPageToken").map_or(0, |token| token.parse().unwrap());
        let page: Vec<&Value> = about.iter().skip(from).take(self.per_page).copied().collect();
        let is_last = from + page.len() >= about.len();
        let first = query.split("&nextPageToken").next().unwrap();
        let next = (!is_last).then(|| format!("{path}?{first}&nextPageToken={}", from + self.per_page));
        Some(Page {
            document: query_document(&page),
            next,
        })
    }
}

/// The events as the answer to a query.
pub fn query_document(events: &[&Value]) -> Value {
    json!({
        "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
        "type": "EPCISQueryDocument", "schemaVersion": "2.0", "creationDate": "2026-11-23T00:00:00Z",
        "epcisBody": {"queryResults": {"queryName": "SimpleEventQuery", "resultsBody": {"eventList": events}}},
    })
}

pub fn object(id: &str, day: u8, action: &str, step: &str, lot: &str) -> Value {
    let mut event = event("ObjectEvent", id, day);
    event["action"] = json!(action);
    event["bizStep"] = json!(step);
    event["quantityList"] = json!([{"epcClass": lot, "quantity": 10, "uom": "KGM"}]);
    event
}

pub fn transformation(id: &str, day: u8, input: &str, output: &str) -> Value {
    let mut event = event("TransformationEvent", id, day);
    event["inputQuantityList"] = json!([{"epcClass": input, "quantity": 10, "uom": "KGM"}]);
    event["outputQuantityList"] = json!([{"epcClass": output, "quantity": 2, "uom": "KGM"}]);
    event
}

fn shipping(id: &str, day: u8, unit: &str) -> Value {
    let mut event = event("ObjectEvent", id, day);
    event["action"] = json!("OBSERVE");
    event["bizStep"] = json!("shipping");
    event["epcList"] = json!([unit]);
    event
}

fn aggregation(id: &str, day: u8, parent: &str, lot: &str) -> Value {
    let mut event = event("AggregationEvent", id, day);
    event["action"] = json!("ADD");
    event["parentID"] = json!(parent);
    event["childQuantityList"] = json!([{"epcClass": lot, "quantity": 10, "uom": "KGM"}]);
    event
}

fn event(kind: &str, id: &str, day: u8) -> Value {
    json!({
        "type": kind, "eventID": format!("urn:uuid:{id}"), "eventTime": format!("2026-09-{day:02}T08:00:00+07:00"),
        "eventTimeZoneOffset": "+07:00",
    })
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'%' => {
                let digits = [rest.next().unwrap(), rest.next().unwrap()];
                bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
            }
            byte => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).unwrap()
}
