//! Which events concern the identity: back through inputs and parents to the field, forward to the stall.

use super::alias::{other_ids, own_ids};
use crate::gs1::DigitalLink;
use crate::sources::epcis::{Event, EventKind, Quantity};
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
        self.events.iter().copied().filter(|event| event.voided.is_none())
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
                graph.carried_in.entry(&child.id).or_default().extend(parent);
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
    let any = |quantities: &[Quantity], ids: &BTreeSet<String>| {
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
