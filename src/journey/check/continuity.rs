//! Did everything that was sent arrive, and was everything that arrived sent?

use super::super::step::place_uri;
use super::super::trace::{Trace, objects};
use super::{Check, Verdict};
use crate::sources::epcis::{Action, Event};
use crate::sources::place::Place;
use crate::words::Text;
use crate::words::journey::{both, day};
use std::collections::{BTreeMap, BTreeSet};

/// Warns of goods shipped but never received, or received but never shipped. A move inside one party or a sample
/// sent to a laboratory is no gap. `None` when nothing was ever shipped or received.
pub fn check(trace: &Trace, places: &BTreeMap<String, Place>) -> Option<Check> {
    let moves = Moves::of(trace, places);
    if let Some(event) = moves.lost() {
        return Some(fault("gap:shipped-not-received", event, lost(event, places)));
    }
    if let Some(event) = moves.appeared() {
        return Some(fault("gap:received-not-shipped", event, appeared(event, places)));
    }
    moves.any_shipped.then(|| {
        let sentence = Text::new(
            "Mỗi lần gửi hàng đều có nơi nhận.",
            "Every shipment was received.",
        );
        Check::plain("continuity", Verdict::Ok, sentence)
    })
}

/// The events in the order of time, each with the things it is about, contents and all.
struct Moves<'a> {
    events: Vec<(&'a Event, BTreeSet<&'a str>)>,
    places: &'a BTreeMap<String, Place>,
    any_shipped: bool,
}

impl<'a> Moves<'a> {
    fn of(trace: &Trace<'a>, places: &'a BTreeMap<String, Place>) -> Moves<'a> {
        let contents = contents(trace);
        let events: Vec<_> = trace
            .valid()
            .map(|event| (event, things(event, &contents)))
            .collect();
        Moves {
            any_shipped: events.iter().any(|(event, _)| is_shipping(event)),
            events,
            places,
        }
    }

    /// The first shipment that nobody received afterwards.
    fn lost(&self) -> Option<&'a Event> {
        let received = |index: usize, things: &BTreeSet<&str>| {
            self.events
                .iter()
                .skip(index)
                .any(|(later, theirs)| is_receiving(later) && !theirs.is_disjoint(things))
        };
        self.events
            .iter()
            .enumerate()
            .find(|(index, (event, things))| {
                is_shipping(event) && !self.stays_inside(event) && !received(*index, things)
            })
            .map(|(_, (event, _))| *event)
    }

    /// The first receipt of goods that were elsewhere, with somebody else, and that nobody had shipped.
    fn appeared(&self) -> Option<&'a Event> {
        self.events
            .iter()
            .enumerate()
            .find(|(index, (event, things))| {
                is_receiving(event) && !self.is_lab(place_uri(event)) && self.unsent(*index, event, things)
            })
            .map(|(_, (event, _))| *event)
    }

    fn unsent(&self, index: usize, event: &Event, things: &BTreeSet<&str>) -> bool {
        let mut before = self
            .events
            .iter()
            .take(index)
            .rev()
            .filter(|(_, theirs)| !theirs.is_disjoint(things))
            .map(|(event, _)| *event)
            .peekable();
        let from = before.peek().and_then(|last| self.owner(place_uri(last)));
        let to = self.owner(place_uri(event));
        let changed_hands = from.is_some() && to.is_some() && from != to;
        changed_hands && !before.any(is_shipping)
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

    fn is_lab(&self, uri: Option<&str>) -> bool {
        let place = uri.and_then(|uri| self.places.get(uri));
        place.is_some_and(|place| place.kind.as_deref() == Some("lab"))
    }
}

fn is_shipping(event: &Event) -> bool {
    matches!(
        event.step.as_deref(),
        Some("shipping" | "consigning" | "departing")
    )
}

fn is_receiving(event: &Event) -> bool {
    matches!(
        event.step.as_deref(),
        Some("receiving" | "arriving" | "accepting")
    )
}

/// What was put into each unit.
fn contents<'a>(trace: &Trace<'a>) -> BTreeMap<&'a str, Vec<&'a str>> {
    let mut contents: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let packed = trace.valid().filter(|event| event.action != Some(Action::Delete));
    for event in packed {
        if let Some(parent) = event.parent.as_deref() {
            let children = event.children.iter().map(|child| child.id.as_str());
            contents.entry(parent).or_default().extend(children);
        }
    }
    contents
}

fn things<'a>(event: &'a Event, contents: &BTreeMap<&'a str, Vec<&'a str>>) -> BTreeSet<&'a str> {
    let made = event.outputs.iter().map(|output| output.id.as_str());
    let mut things: BTreeSet<&str> = BTreeSet::new();
    let mut open: Vec<&str> = objects(event).chain(made).collect();
    while let Some(id) = open.pop() {
        if things.insert(id) {
            open.extend(contents.get(id).into_iter().flatten());
        }
    }
    things
}

fn fault(flag: &'static str, event: &Event, sentence: Text) -> Check {
    Check {
        rule: "continuity",
        verdict: Verdict::Warn,
        flag: Some(flag),
        sentence,
        evidence: vec![event.id.clone()],
    }
}

fn lost(event: &Event, places: &BTreeMap<String, Place>) -> Text {
    let (place, day) = (place_name(event, places), day(event.time.date()));
    Text::new(
        format!(
            "Ngày {} hàng được gửi đi từ {}, nhưng không nơi nào khai đã nhận.",
            day.vi, place.vi
        ),
        format!(
            "On {} the goods were shipped from {}, but nobody declared to have received them.",
            day.en, place.en
        ),
    )
}

fn appeared(event: &Event, places: &BTreeMap<String, Place>) -> Text {
    let (place, day) = (place_name(event, places), day(event.time.date()));
    Text::new(
        format!(
            "Ngày {} {} khai đã nhận hàng, nhưng không nơi nào khai đã gửi.",
            day.vi, place.vi
        ),
        format!(
            "On {} {} declared to have received the goods, but nobody declared to have shipped them.",
            day.en, place.en
        ),
    )
}

fn place_name(event: &Event, places: &BTreeMap<String, Place>) -> Text {
    let known = place_uri(event).and_then(|uri| places.get(uri));
    let nameless = Text::new("một nơi không rõ tên", "a place without a name");
    known.map_or(nameless, |place| both(|lang| place.name.in_lang(lang).to_owned()))
}
