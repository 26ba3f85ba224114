//! The URIs under which events speak of an identity, and those of its like that are not meant.

use super::by_id::set;
use super::trace::objects;
use crate::gs1::DigitalLink;
use crate::gs1::digital_link::Key;
use crate::sources::epcis::Event;
use crate::sources::findings::Findings;
use std::collections::BTreeSet;

/// The URIs under which events may speak of the identity.
pub fn own_ids(identity: &DigitalLink, findings: &Findings) -> BTreeSet<String> {
    let mut own = set([identity.canonical()]);
    if matches!(identity.key, Key::Sscc(_)) {
        add_contents(&mut own, &findings.events);
    }
    let Some(gtin) = identity.gtin() else {
        return own;
    };
    own.insert(DigitalLink::product(gtin).canonical());
    let (lot, serial) = (identity.lot(), identity.serial());
    let named = [lot.map(|lot| ("10", lot)), serial.map(|serial| ("21", serial))];
    own.extend(
        named
            .into_iter()
            .flatten()
            .map(|(ai, value)| uri(identity, ai, value)),
    );
    match (lot, serial) {
        (Some(lot), None) => own.extend(items_of_lot(identity, lot, findings)),
        (None, Some(serial)) => own.extend(lots_of_item(identity, serial, findings)),
        _ => {}
    }
    own
}

/// The lots and items of the same product that are not meant.
pub fn other_ids(identity: &DigitalLink, own: &BTreeSet<String>, findings: &Findings) -> BTreeSet<String> {
    let lot_is_known = own.iter().any(|id| id.contains("/10/"));
    let named = findings.events.iter().flat_map(|event| {
        let made = event.outputs.iter().map(|output| output.id.as_str());
        objects(event).chain(made)
    });
    let others = named
        .filter(|id| is_of_product(id, identity) && !own.contains(*id))
        .filter(|id| lot_is_known || id.contains("/21/"));
    set(others.map(str::to_owned))
}

/// The 14 digits of the product in a canonical URI.
pub fn gtin_of(uri: &str) -> Option<&str> {
    let (_, rest) = uri.split_once("/01/")?;
    rest.split('/').next()
}

fn add_contents(own: &mut BTreeSet<String>, events: &[Event]) {
    for event in events {
        if event.parent.as_ref().is_some_and(|parent| own.contains(parent)) {
            own.extend(event.children.iter().map(|child| child.id.clone()));
        }
    }
}

fn items_of_lot(identity: &DigitalLink, lot: &str, findings: &Findings) -> Vec<String> {
    let listed = findings
        .lots
        .iter()
        .filter(|entry| entry.lot.as_deref() == Some(lot))
        .filter_map(|entry| Some(uri(identity, "21", entry.serial.as_deref()?)));
    let declared = findings
        .events
        .iter()
        .filter(|event| event.lot.as_deref() == Some(lot))
        .flat_map(|event| event.objects.iter().chain(&event.outputs))
        .filter(|quantity| is_of_product(&quantity.id, identity))
        .map(|quantity| quantity.id.clone());
    listed.chain(declared).collect()
}

fn lots_of_item(identity: &DigitalLink, serial: &str, findings: &Findings) -> Vec<String> {
    let item = uri(identity, "21", serial);
    let listed = findings
        .lots
        .iter()
        .filter(|entry| entry.serial.as_deref() == Some(serial))
        .filter_map(|entry| entry.lot.as_deref());
    let declared = findings
        .events
        .iter()
        .filter(|event| {
            event
                .objects
                .iter()
                .chain(&event.outputs)
                .any(|made| made.id == item)
        })
        .filter_map(|event| event.lot.as_deref());
    listed
        .chain(declared)
        .map(|lot| uri(identity, "10", lot))
        .collect()
}

fn is_of_product(uri: &str, identity: &DigitalLink) -> bool {
    match (gtin_of(uri), identity.gtin()) {
        (Some(found), Some(gtin)) => found == gtin.as_str(),
        _ => false,
    }
}

fn uri(identity: &DigitalLink, ai: &str, value: &str) -> String {
    DigitalLink {
        key: identity.key.clone(),
        qualifiers: vec![(ai.to_owned(), value.to_owned())],
        attributes: Vec::new(),
    }
    .canonical()
}
