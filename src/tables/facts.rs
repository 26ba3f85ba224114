//! What the files of others need to know of a lot's events, kept when the document itself is put away.

use crate::gs1::{DigitalLink, Gtin};
use crate::words::Text;
use serde_json::Value;
use std::collections::BTreeSet;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// What the events of one document say about other things.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// The URIs of the certificates and reports that are cited, in the order in which they stand.
    pub cited: Vec<String>,
    /// The canonical URIs of what is made.
    pub made: BTreeSet<String>,
    /// The canonical URIs of what is used and not made here.
    pub used: BTreeSet<String>,
    /// The numbers of all goods that are named.
    pub goods: BTreeSet<Gtin>,
    /// What is called recalled, or recalled no longer.
    pub recalls: Vec<RecallNote>,
}

/// The lists of an event that name goods (EPCIS 2.0, 7.4).
const LISTS: [&str; 8] = [
    "epcList",
    "quantityList",
    "childEPCs",
    "childQuantityList",
    "inputEPCList",
    "inputQuantityList",
    "outputEPCList",
    "outputQuantityList",
];

/// One event that begins or ends a recall.
#[derive(Clone, Debug, PartialEq)]
pub struct RecallNote {
    /// When.
    pub time: OffsetDateTime,
    /// Whether the recall begins; else it ends.
    pub begins: bool,
    /// The canonical URIs of the lots and items.
    pub ids: Vec<String>,
    /// Why, in the words of the event: its note, else its title.
    pub reason: Text,
}

impl Facts {
    /// Gathers the facts of some events.
    pub fn of<'a>(events: impl Iterator<Item = &'a Value> + Clone) -> Facts {
        let made = named(events.clone(), &["outputEPCList", "outputQuantityList"]);
        let used = named(events.clone(), &["inputEPCList", "inputQuantityList"]);
        Facts {
            cited: events.clone().flat_map(cited).collect(),
            used: used.difference(&made).cloned().collect(),
            made,
            goods: named(events.clone(), &LISTS)
                .iter()
                .filter_map(|uri| DigitalLink::parse(uri).ok()?.gtin())
                .collect(),
            recalls: events.filter_map(recall).collect(),
        }
    }
}

fn cited(event: &Value) -> Vec<String> {
    match event.get("certificationInfo") {
        Some(Value::Array(uris)) => uris.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        Some(uri) => uri.as_str().map(str::to_owned).into_iter().collect(),
        None => Vec::new(),
    }
}

/// The canonical URIs in some lists of events.
fn named<'a>(events: impl Iterator<Item = &'a Value>, lists: &[&str]) -> BTreeSet<String> {
    events.flat_map(|event| canonical(event, lists)).collect()
}

/// The canonical URIs in some lists of one event.
pub(super) fn canonical(event: &Value, lists: &[&str]) -> Vec<String> {
    lists
        .iter()
        .filter_map(|list| event.get(*list)?.as_array())
        .flatten()
        .filter_map(|entry| entry.get("epcClass").unwrap_or(entry).as_str())
        .filter_map(|uri| DigitalLink::parse(uri).ok())
        .map(|link| link.canonical())
        .collect()
}

fn recall(event: &Value) -> Option<RecallNote> {
    let begins = says(event, "/disposition") || says(event, "/persistentDisposition/set");
    let ends = says(event, "/persistentDisposition/unset");
    if event.get("errorDeclaration").is_some() || !(begins || ends) {
        return None;
    }
    let read = |name: &str| -> Option<Text> { serde_json::from_value(event.get(name)?.clone()).ok() };
    Some(RecallNote {
        time: OffsetDateTime::parse(event.get("eventTime")?.as_str()?, &Rfc3339).ok()?,
        begins,
        ids: canonical(
            event,
            &["epcList", "childEPCs", "quantityList", "childQuantityList"],
        ),
        reason: read("lc:note").or_else(|| read("lc:title")).unwrap_or_default(),
    })
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
