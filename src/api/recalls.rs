//! The recall list (`recalls.json`): what the events of the lots call recalled.

use super::terms::text;
use crate::tables::{Market, RecallNote};
use crate::words::Text;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use time::Date;

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
    let notes = market.journeys.iter().flat_map(|journey| &journey.facts.recalls);
    let mut notes: Vec<&RecallNote> = notes.collect();
    notes.sort_by_key(|note| note.time);
    let mut entries = BTreeMap::new();
    for note in notes {
        for id in &note.ids {
            if note.begins {
                let (since, reason) = (note.time.date(), note.reason.clone());
                entries.entry(id.clone()).or_insert(Entry { since, reason });
            } else {
                entries.remove(id);
            }
        }
    }
    entries
}
