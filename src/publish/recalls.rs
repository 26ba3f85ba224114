//! The recall list (`recalls.json`): what the events of the lots call recalled.

use super::terms::text;
use crate::gs1::DigitalLink;
use crate::tables::Market;
use crate::words::Text;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use time::format_description::well_known::Rfc3339;
use time::{Date, OffsetDateTime};

/// Since when and why something is recalled.
struct Entry {
    since: Date,
    reason: Text,
}

/// The recall list, by identity.
pub(super) fn document(market: &Market) -> Value {
    let recalls: Vec<Value> = entries(market)
        .into_iter()
        .map(|(id, Entry { since, reason })| json!({ "id": id, "since": since.to_string(), "reason": text(&reason) }))
        .collect();
    json!({
        "asOf": market.as_of.to_string(),
        "sample": market.sample,
        "recalls": recalls,
    })
}

fn entries(market: &Market) -> BTreeMap<String, Entry> {
    let mut events: Vec<(OffsetDateTime, &Value)> = market
        .journeys
        .iter()
        .flat_map(|journey| journey.events())
        .filter(|event| event.get("errorDeclaration").is_none())
        .filter_map(|event| Some((time(event)?, event)))
        .collect();
    events.sort_by_key(|(time, _)| *time);
    let mut entries = BTreeMap::new();
    for (time, event) in events {
        if is_recall(event) {
            for id in objects(event) {
                let reason = reason(event);
                let since = time.date();
                entries.entry(id).or_insert(Entry { since, reason });
            }
        } else if says(event, "/persistentDisposition/unset") {
            for id in objects(event) {
                entries.remove(&id);
            }
        }
    }
    entries
}

fn is_recall(event: &Value) -> bool {
    says(event, "/disposition") || says(event, "/persistentDisposition/set")
}

/// Whether the disposition at `path`, one or a list, is `recalled`: bare, as CURIE, URN or URL.
fn says(event: &Value, path: &str) -> bool {
    let recalled = |value: &Value| {
        let word = value
            .as_str()
            .and_then(|word| word.rsplit([':', '/', '-']).next());
        word == Some("recalled")
    };
    match event.pointer(path) {
        Some(Value::Array(values)) => values.iter().any(recalled),
        Some(value) => recalled(value),
        None => false,
    }
}

fn time(event: &Value) -> Option<OffsetDateTime> {
    OffsetDateTime::parse(event.get("eventTime")?.as_str()?, &Rfc3339).ok()
}

/// The lots and items that an event is about, as canonical URIs.
fn objects(event: &Value) -> Vec<String> {
    ["epcList", "childEPCs", "quantityList", "childQuantityList"]
        .into_iter()
        .filter_map(|name| event.get(name)?.as_array())
        .flatten()
        .filter_map(|object| object.get("epcClass").unwrap_or(object).as_str())
        .filter_map(|uri| DigitalLink::parse(uri).ok())
        .map(|link| link.canonical())
        .collect()
}

/// What the event says about it: its note, else its title.
fn reason(event: &Value) -> Text {
    let read = |name: &str| -> Option<Text> { serde_json::from_value(event.get(name)?.clone()).ok() };
    read("lc:note").or_else(|| read("lc:title")).unwrap_or_default()
}
