//! Which events concern the identity: back through inputs and parents to the field, forward to the stall.

use crate::gs1::DigitalLink;
use crate::gs1::digital_link::Key;
use crate::sources::epcis::{Event, EventKind};
use crate::sources::findings::Findings;
use std::collections::{BTreeMap, BTreeSet};

/// The events that tell the journey of one identity, and what they call the goods.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trace<'a> {
    /// The events in the order of time, withdrawn ones among them.
    pub events: Vec<&'a Event>,
    /// The canonical URIs of the identity itself: its lot, its item, its product.
    pub own: BTreeSet<String>,
    /// `own`, and the units it travelled in.
    pub goods: BTreeSet<String>,
}

impl<'a> Trace<'a> {
    /// Follows `identity` through the events found. A product without a lot has no events of its own.
    pub fn follow(identity: &DigitalLink, findings: &'a Findings) -> Trace<'a> {
        let own = own_ids(identity, findings);
        let graph = Graph::of(&findings.events);
        let goods = graph.reach(&own, Way::Carriers);
        if !names_goods(identity) {
            return Trace {
                events: Vec::new(),
                own,
                goods,
            };
        }
        let mine = graph.reach(&own, Way::Origins);
        let others = other_ids(identity, &own, findings);
        let theirs = graph.reach(&others, Way::Origins);
        let mut events: Vec<&Event> = findings
            .events
            .iter()
            .filter(|event| touches(event, &own, &mine) || !touches(event, &others, &theirs))
            .collect();
        events.sort_by_key(|event| event.time);
        Trace { events, own, goods }
    }

    /// The events that count: those their source has not withdrawn.
    pub fn valid(&self) -> impl Iterator<Item = &'a Event> + '_ {
        self.events
            .iter()
            .copied()
            .filter(|event| event.voided.is_none())
    }

    /// Whether an event is about the goods themselves, or a unit they travelled in, and not about what they were made of.
    pub fn concerns_goods(&self, event: &Event) -> bool {
        let made = event.outputs.iter().map(|output| output.id.as_str());
        objects(event).chain(made).any(|id| self.goods.contains(id))
    }
}

/// Whether the address names a lot, an item or a logistic unit, and not only a product.
pub fn names_goods(identity: &DigitalLink) -> bool {
    identity.gtin().is_none() || identity.lot().is_some() || identity.serial().is_some()
}

/// What an event that makes nothing is about: objects, contents, the unit around them.
pub fn objects(event: &Event) -> impl Iterator<Item = &str> {
    event
        .objects
        .iter()
        .chain(&event.children)
        .map(|quantity| quantity.id.as_str())
        .chain(event.parent.as_deref())
}

/// The 14 digits of the product in a canonical URI.
pub fn gtin_of(uri: &str) -> Option<&str> {
    let (_, rest) = uri.split_once("/01/")?;
    rest.split('/').next()
}

/// Which way to walk from something.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Outwards to the units around it.
    Carriers,
    /// Outwards, and back to what it was made of.
    Origins,
}

/// Where each thing came from and what carried it, by URI.
#[derive(Default)]
struct Graph<'a> {
    made_of: BTreeMap<&'a str, Vec<&'a str>>,
    carried_in: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> Graph<'a> {
    fn of(events: &'a [Event]) -> Graph<'a> {
        let mut graph = Graph::default();
        for event in events.iter().filter(|event| event.voided.is_none()) {
            for output in &event.outputs {
                let inputs = event.inputs.iter().map(|input| input.id.as_str());
                graph.made_of.entry(&output.id).or_default().extend(inputs);
            }
            for child in &event.children {
                let parent = event.parent.as_deref();
                graph
                    .carried_in
                    .entry(&child.id)
                    .or_default()
                    .extend(parent);
            }
        }
        graph
    }

    /// Everything that can be reached; each thing is visited once, so that cycles end.
    fn reach(&self, start: &BTreeSet<String>, way: Way) -> BTreeSet<String> {
        let mut reached = start.clone();
        let mut open: Vec<&str> = start.iter().map(String::as_str).collect();
        while let Some(id) = open.pop() {
            let carriers = self.carried_in.get(id);
            let origins = self.made_of.get(id).filter(|_| way == Way::Origins);
            for next in carriers.into_iter().chain(origins).flatten() {
                if reached.insert((*next).to_owned()) {
                    open.push(next);
                }
            }
        }
        reached
    }
}

/// Whether an event belongs to the story of `start`, from which `reached` was reached.
fn touches(event: &Event, start: &BTreeSet<String>, reached: &BTreeSet<String>) -> bool {
    let any = |quantities: &[crate::sources::epcis::Quantity], ids: &BTreeSet<String>| {
        quantities.iter().any(|quantity| ids.contains(&quantity.id))
    };
    if event.kind == EventKind::Transformation {
        let open_ended = event.outputs.is_empty() && any(&event.inputs, reached);
        return any(&event.outputs, reached) || any(&event.inputs, start) || open_ended;
    }
    if !event.children.is_empty() {
        return any(&event.children, reached);
    }
    objects(event).any(|id| reached.contains(id))
}

/// The URIs under which events may speak of the identity.
fn own_ids(identity: &DigitalLink, findings: &Findings) -> BTreeSet<String> {
    let mut own = BTreeSet::from([identity.canonical()]);
    if matches!(identity.key, Key::Sscc(_)) {
        add_contents(&mut own, &findings.events);
    }
    let Some(gtin) = identity.gtin() else {
        return own;
    };
    own.insert(DigitalLink::product(gtin).canonical());
    let (lot, serial) = (identity.lot(), identity.serial());
    let named = [
        lot.map(|lot| ("10", lot)),
        serial.map(|serial| ("21", serial)),
    ];
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

fn add_contents(own: &mut BTreeSet<String>, events: &[Event]) {
    for event in events {
        if event
            .parent
            .as_ref()
            .is_some_and(|parent| own.contains(parent))
        {
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

/// The lots and items of the same product that are not meant.
fn other_ids(
    identity: &DigitalLink,
    own: &BTreeSet<String>,
    findings: &Findings,
) -> BTreeSet<String> {
    let lot_is_known = own.iter().any(|id| id.contains("/10/"));
    findings
        .events
        .iter()
        .flat_map(|event| {
            let made = event.outputs.iter().map(|output| output.id.as_str());
            objects(event).chain(made)
        })
        .filter(|id| is_of_product(id, identity) && !own.contains(*id))
        .filter(|id| lot_is_known || id.contains("/21/"))
        .map(str::to_owned)
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
