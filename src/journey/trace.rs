//! Which events concern the identity: back through inputs and parents to the field, across producers, forward to the stall.

use super::alias::{other_ids, own_ids};
use super::by_id::set;
use super::graph::{Graph, Way};
use super::standing::Standing;
use super::uses::{Uses, is_trade};
use crate::gs1::DigitalLink;
use crate::sources::epcis::{Event, EventKind, Quantity};
use crate::sources::findings::Findings;
use std::collections::BTreeSet;

/// The events that tell the journey of one identity, and what they call the goods.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trace<'a> {
    /// The events in the order of time, withdrawn ones among them.
    pub events: Vec<&'a Event>,
    /// The canonical URIs of the identity itself: its lot, its item, its product.
    pub own: BTreeSet<String>,
    /// `own`, and the units it travelled in.
    pub goods: BTreeSet<String>,
    /// What became of what.
    pub graph: Graph<'a>,
    /// When what the goods were made of was used.
    pub uses: Uses<'a>,
    /// What was odd about the events as a whole.
    pub oddities: Oddities<'a>,
}

/// What is odd about the events as a whole: findings, not faults of the goods.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Oddities<'a> {
    /// How many events told what another one tells.
    pub repeated: usize,
    /// Events that share their identifier with one of the journey and tell something else.
    pub contradicting: Vec<&'a Event>,
    /// The transformations by which something was made of itself.
    pub circle: Vec<&'a Event>,
    /// How many events are about things that have nothing to do with the goods.
    pub strangers: usize,
    /// How many events were not looked at because there were too many.
    pub left_out: usize,
}

impl<'a> Trace<'a> {
    /// Follows `identity` through the events found. A product without a lot has no events of its own.
    pub fn follow(identity: &DigitalLink, findings: &'a Findings) -> Trace<'a> {
        let own = own_ids(identity, findings);
        let standing = Standing::of(&findings.events);
        let graph = Graph::of(standing.events.iter().copied());
        let goods = graph.reach(&own, Way::Carriers);
        if !names_goods(identity) {
            return Trace {
                own,
                goods,
                ..Trace::default()
            };
        }
        let mine = graph.reach(&own, Way::Origins);
        let others = other_ids(identity, &own, findings);
        let theirs = graph.reach(&others, Way::Origins);
        let mut oddities = Oddities {
            repeated: standing.repeated,
            circle: graph.circle(&own),
            left_out: standing.left_out,
            ..Oddities::default()
        };
        let uses = Uses::of(&standing.events, &mine);
        let mut events = Vec::new();
        let mut kin = Kin::of(&mine);
        for event in standing.events {
            let is_nameless = event.things().next().is_none();
            let is_kin = kin.admit(event);
            if is_afterwards(event, &goods, &uses) {
                continue;
            }
            if is_nameless || touches(event, &own, &mine) || continues(event, &graph, &mine) {
                events.push(event);
            } else if !is_kin && !touches(event, &others, &theirs) {
                oddities.strangers += 1;
            }
        }
        let told = set(events.iter().map(|event| event.id.as_str()));
        let contradicting = standing.contradicting.into_iter();
        oddities.contradicting = contradicting
            .filter(|event| told.contains(event.id.as_str()))
            .collect();
        Trace {
            events,
            own,
            goods,
            graph,
            uses,
            oddities,
        }
    }

    /// The events that count: those their source has not withdrawn.
    pub fn valid(&self) -> impl Iterator<Item = &'a Event> + '_ {
        self.events.iter().copied().filter(|event| event.voided.is_none())
    }

    /// Everything that some things came from, and what carried them, themselves included.
    pub fn origins(&self, ids: &BTreeSet<String>) -> BTreeSet<String> {
        self.graph.reach(ids, Way::Origins)
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

/// The things of a story, and what else was made of them or carries it.
struct Kin<'a> {
    story: &'a BTreeSet<String>,
    others: BTreeSet<&'a str>,
}

impl<'a> Kin<'a> {
    fn of(story: &'a BTreeSet<String>) -> Kin<'a> {
        Kin {
            story,
            others: BTreeSet::new(),
        }
    }

    /// Whether an event is about any of them; then so is what it makes. Events come in the order of time.
    fn admit(&mut self, event: &'a Event) -> bool {
        let is_kin = |id: &str| self.story.contains(id) || self.others.contains(id);
        let admitted = event.things().any(is_kin);
        if admitted {
            let made = event.outputs.iter().map(|output| output.id.as_str());
            self.others.extend(made.chain(event.parent.as_deref()));
        }
        admitted
    }
}

/// Whether an event tells what became of the rest of an ingredient after the goods had been made of it. That it was
/// tested or called back matters all the same.
fn is_afterwards(event: &Event, goods: &BTreeSet<String>, uses: &Uses) -> bool {
    let is_rest = |id: &str| {
        let is_other_unit = id.contains("/00/") && !goods.contains(id);
        is_other_unit || (!goods.contains(id) && uses.is_rest(id, event.time))
    };
    let mut named = event.things().peekable();
    is_trade(event) && named.peek().is_some() && named.all(is_rest)
}

/// Whether an event is one part of a transformation of which another part put out something of the story.
fn continues<'a>(event: &'a Event, graph: &Graph<'a>, reached: &BTreeSet<String>) -> bool {
    let Some(_) = &event.transformation else {
        return false;
    };
    let parts = graph.parts(event);
    let mut outputs = parts.iter().flat_map(|part| &part.outputs);
    outputs.any(|output| reached.contains(&output.id))
}
