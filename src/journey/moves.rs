//! Shipments and receipts of the goods, each shipment with the receipt that answers it.

use super::by_id::{ById, set};
use super::trace::{Trace, objects};
use super::whereabouts::place_uri;
use crate::sources::epcis::{Action, Event};
use crate::sources::place::Place;
use std::collections::{BTreeMap, BTreeSet};

/// The most things that one event is taken to be about, contents of contents included.
const MOST_THINGS: usize = 1_000;

/// The shipments and receipts of a journey.
pub struct Moves<'a> {
    /// The shipments in the order of time.
    pub shipments: Vec<Shipment<'a>>,
    /// The receipts that no shipment stands before, of goods that changed hands.
    pub unsent: Vec<&'a Event>,
    /// How many receipts there are.
    pub receipts: usize,
}

/// One shipment.
pub struct Shipment<'a> {
    /// The event that sent the goods.
    pub event: &'a Event,
    /// The event that received them.
    pub receipt: Option<&'a Event>,
    /// Whether it stays inside one party, or takes a sample to a laboratory: then nobody needs to receive it.
    pub is_inner: bool,
}

impl Shipment<'_> {
    /// Whether nobody received it who should have.
    pub fn is_lost(&self) -> bool {
        self.receipt.is_none() && !self.is_inner
    }

    /// Whether it was received before it was sent.
    pub fn is_reversed(&self) -> bool {
        self.receipt.is_some_and(|receipt| receipt.time < self.event.time)
    }
}

impl<'a> Moves<'a> {
    /// Pairs the shipments and receipts of a trace.
    pub fn of(trace: &Trace<'a>, places: &'a BTreeMap<String, Place>) -> Moves<'a> {
        let finder = Finder::of(trace, places);
        let mut used = Used(vec![false; finder.events.len()]);
        let sent: Vec<usize> = finder.indices(is_shipping);
        let mut receipts: Vec<Option<usize>> = Vec::new();
        for shipment in &sent {
            receipts.push(used.up(finder.answer(*shipment, &used)));
        }
        for (shipment, receipt) in sent.iter().zip(&mut receipts) {
            if receipt.is_none() {
                *receipt = used.up(finder.early_answer(*shipment, &used));
            }
        }
        let received = finder.indices(is_receiving);
        let unsent = received.iter().filter(|receipt| !used.has(**receipt));
        Moves {
            unsent: unsent
                .filter(|receipt| finder.is_unsent(**receipt))
                .filter_map(|receipt| finder.event(*receipt))
                .collect(),
            receipts: received.len(),
            shipments: sent
                .iter()
                .zip(receipts)
                .filter_map(|(shipment, receipt)| {
                    let event = finder.event(*shipment)?;
                    Some(Shipment {
                        event,
                        receipt: receipt.and_then(|receipt| finder.event(receipt)),
                        is_inner: finder.stays_inside(event),
                    })
                })
                .collect(),
        }
    }
}

/// Whether an event sends goods off.
pub fn is_shipping(event: &Event) -> bool {
    matches!(
        event.step.as_deref(),
        Some("shipping" | "consigning" | "departing")
    )
}

/// Whether an event takes goods in.
pub fn is_receiving(event: &Event) -> bool {
    matches!(
        event.step.as_deref(),
        Some("receiving" | "arriving" | "accepting")
    )
}

/// The receipts that answer a shipment, by their places among the events.
struct Used(Vec<bool>);

impl Used {
    fn has(&self, receipt: usize) -> bool {
        self.0.get(receipt).is_some_and(|used| *used)
    }

    /// Notes that a receipt answers a shipment.
    fn up(&mut self, receipt: Option<usize>) -> Option<usize> {
        if let Some(used) = receipt.and_then(|receipt| self.0.get_mut(receipt)) {
            *used = true;
        }
        receipt
    }
}

/// The events in the order of time, each with the things it names and, for moves, the contents of these.
struct Finder<'a> {
    events: Vec<(&'a Event, BTreeSet<&'a str>, BTreeSet<&'a str>)>,
    places: &'a BTreeMap<String, Place>,
}

impl<'a> Finder<'a> {
    fn of(trace: &Trace<'a>, places: &'a BTreeMap<String, Place>) -> Finder<'a> {
        let contents = contents(trace);
        let seen = |event: &'a Event| {
            let named = set(event.things());
            let inside = match is_shipping(event) || is_receiving(event) {
                true => inside(event, &contents),
                false => named.clone(),
            };
            (event, named, inside)
        };
        Finder {
            events: trace.valid().map(seen).collect(),
            places,
        }
    }

    fn indices(&self, is_meant: fn(&Event) -> bool) -> Vec<usize> {
        let events = self.events.iter().enumerate();
        events
            .filter(|(_, (event, ..))| is_meant(event))
            .map(|(index, _)| index)
            .collect()
    }

    fn event(&self, index: usize) -> Option<&'a Event> {
        self.events.get(index).map(|(event, ..)| *event)
    }

    /// The first receipt after a shipment of the very things it names, or else one of their contents that answers no other.
    fn answer(&self, shipment: usize, used: &Used) -> Option<usize> {
        let (event, named, within) = self.events.get(shipment)?;
        let end = self.next_leg(shipment, event, named);
        let later = || {
            let events = self.events.iter().enumerate().take(end).skip(shipment + 1);
            events.filter(|(_, (later, ..))| is_receiving(later))
        };
        let same = later().find(|(_, (_, theirs, _))| !theirs.is_disjoint(named));
        let other =
            || later().find(|(index, (_, _, theirs))| !used.has(*index) && !theirs.is_disjoint(within));
        same.or_else(other).map(|(index, _)| index)
    }

    /// A receipt before the shipment, with somebody else, that answers no other.
    fn early_answer(&self, shipment: usize, used: &Used) -> Option<usize> {
        let (event, _, within) = self.events.get(shipment)?;
        let mut earlier = self.events.iter().enumerate().take(shipment);
        let answers = |(index, (earlier, _, theirs)): &(usize, &(&Event, BTreeSet<&str>, BTreeSet<&str>))| {
            is_receiving(earlier)
                && place_uri(earlier) != place_uri(event)
                && !used.has(*index)
                && !theirs.is_disjoint(within)
                && !self.is_same_party(earlier, event)
        };
        earlier.find(answers).map(|(index, _)| index)
    }

    /// Whether both events took place with one known party.
    fn is_same_party(&self, one: &Event, other: &Event) -> bool {
        let owner = self.owner(place_uri(one));
        owner.is_some() && owner == self.owner(place_uri(other))
    }

    /// Where the next leg of the same things from another place begins: this leg must have ended before.
    fn next_leg(&self, shipment: usize, event: &Event, named: &BTreeSet<&str>) -> usize {
        let mut later = self.events.iter().enumerate().skip(shipment + 1);
        later
            .find(|(_, (next, theirs, _))| {
                is_shipping(next) && place_uri(next) != place_uri(event) && !theirs.is_disjoint(named)
            })
            .map_or(self.events.len(), |(index, _)| index)
    }

    /// Whether goods were received that had been elsewhere, with somebody else, and that nobody had shipped.
    fn is_unsent(&self, receipt: usize) -> bool {
        let Some((event, _, within)) = self.events.get(receipt) else {
            return false;
        };
        if self.is_lab(place_uri(event)) {
            return false;
        }
        let mut before = self.events.iter().take(receipt).rev();
        let last = before
            .find(|(earlier, _, theirs)| !theirs.is_disjoint(within) && self.is_custody(place_uri(earlier)));
        match last {
            Some((earlier, ..)) if is_shipping(earlier) => false,
            Some((earlier, ..)) => self.changed_hands(earlier, event),
            None => self.names_another_sender(event),
        }
    }

    /// Whether the place of an event and that of an earlier one are known to belong to different parties.
    fn changed_hands(&self, from: &Event, to: &Event) -> bool {
        if place_uri(from) == place_uri(to) {
            return false;
        }
        match (self.owner(place_uri(from)), self.owner(place_uri(to))) {
            (Some(from), Some(to)) => from != to,
            // OK because a place that is known and has no owner is everybody's: the fair's warehouse, a market.
            (Some(_), None) => self.is_known(place_uri(to)) || self.names_another_sender(to),
            (None, _) => self.names_another_sender(to),
        }
    }

    /// Whether a receipt says that the goods came from a party that does not own the place.
    fn names_another_sender(&self, receipt: &Event) -> bool {
        let owner = self.owner(place_uri(receipt));
        let mut parties = receipt.sources.iter();
        parties.any(|(kind, uri)| {
            matches!(kind.as_str(), "possessing_party" | "owning_party") && owner != Some(uri.as_str())
        })
    }

    /// Whether a shipment goes to the sender's own place, or to a laboratory.
    fn stays_inside(&self, event: &Event) -> bool {
        let from = self.owner(place_uri(event));
        event.destinations.iter().any(|(_, uri)| {
            let to = self
                .owner(Some(uri))
                .or(uri.contains("/417/").then_some(uri.as_str()));
            self.is_lab(Some(uri)) || (from.is_some() && from == to)
        })
    }

    fn owner(&self, uri: Option<&str>) -> Option<&str> {
        self.places.get(uri?)?.owner.as_deref()
    }

    fn kind(&self, uri: Option<&str>) -> Option<&str> {
        self.places.get(uri?)?.kind.as_deref()
    }

    fn is_known(&self, uri: Option<&str>) -> bool {
        self.kind(uri).is_some()
    }

    fn is_lab(&self, uri: Option<&str>) -> bool {
        self.kind(uri) == Some("lab")
    }

    /// Whether somebody has the goods there: not a sample in a laboratory, not a lorry on its way.
    fn is_custody(&self, uri: Option<&str>) -> bool {
        !matches!(self.kind(uri), Some("lab" | "vehicle"))
    }
}

/// What was put into each unit.
fn contents<'a>(trace: &Trace<'a>) -> ById<'a, BTreeSet<&'a str>> {
    let mut contents = ById::default();
    let packed = trace.valid().filter(|event| event.action != Some(Action::Delete));
    for event in packed {
        if let Some(parent) = event.parent.as_deref() {
            let children = event.children.iter().map(|child| child.id.as_str());
            contents.entry(parent, BTreeSet::new()).extend(children);
        }
    }
    contents
}

fn inside<'a>(event: &'a Event, contents: &ById<'a, BTreeSet<&'a str>>) -> BTreeSet<&'a str> {
    let made = event.outputs.iter().map(|output| output.id.as_str());
    let mut things: BTreeSet<&str> = BTreeSet::new();
    let mut open: Vec<&str> = objects(event).chain(made).collect();
    while let Some(id) = open.pop() {
        if things.len() < MOST_THINGS && things.insert(id) {
            open.extend(contents.get(id).into_iter().flatten());
        }
    }
    things
}
