//! Lots that one producer made and another one used: which document tells how they were made.

use crate::gs1::DigitalLink;
use crate::tables::{Journey, Market};
use std::collections::{BTreeMap, BTreeSet};

/// Every lot that some document uses and another one makes, with the journey that tells how, in the order of their addresses.
pub(super) fn makers(market: &Market) -> Vec<(DigitalLink, &Journey)> {
    let mut makers: BTreeMap<String, &Journey> = BTreeMap::new();
    for journey in &market.journeys {
        for id in named(journey, &MADE) {
            makers.entry(id).or_insert(journey);
        }
    }
    let mut found: BTreeMap<String, (DigitalLink, &Journey)> = BTreeMap::new();
    for user in &market.journeys {
        for id in used(user) {
            if let (Some(maker), Ok(link)) = (makers.get(&id), DigitalLink::parse(&id)) {
                found.insert(id, (link, maker));
            }
        }
    }
    found.into_values().collect()
}

/// The journeys that tell how the ingredients of one were made.
pub(super) fn of<'a>(market: &'a Market, user: &Journey) -> Vec<&'a Journey> {
    let wanted = used(user);
    let makes = |journey: &&Journey| named(journey, &MADE).iter().any(|id| wanted.contains(id));
    market.journeys.iter().filter(makes).collect()
}

/// Where events name what they make.
const MADE: [&str; 2] = ["outputEPCList", "outputQuantityList"];

/// Where events name what they use.
const USED: [&str; 2] = ["inputEPCList", "inputQuantityList"];

/// What a journey uses and does not make itself.
fn used(journey: &Journey) -> BTreeSet<String> {
    let made = named(journey, &MADE);
    let used = named(journey, &USED);
    used.difference(&made).cloned().collect()
}

/// The canonical URIs in some lists of a journey's events.
fn named(journey: &Journey, lists: &[&str]) -> BTreeSet<String> {
    let entries = journey
        .events()
        .flat_map(|event| lists.iter().filter_map(|list| event.get(*list)?.as_array()))
        .flatten();
    entries
        .filter_map(|entry| entry.get("epcClass").unwrap_or(entry).as_str())
        .filter_map(|uri| DigitalLink::parse(uri).ok())
        .map(|link| link.canonical())
        .collect()
}
