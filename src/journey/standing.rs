//! Which events count: each once, corrections in place of what they withdraw.

use super::by_id::ById;
use crate::sources::epcis::Event;
use std::collections::BTreeMap;

/// The most events that one journey is told from; a phone must come to an end.
const MOST_EVENTS: usize = 20_000;

/// The events that stand, and what was odd about the others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing<'a> {
    /// Each happening once, in the order of time; withdrawn ones among them, marked by their declaration.
    pub events: Vec<&'a Event>,
    /// How many told what another one tells.
    pub repeated: usize,
    /// Events that share their identifier with an earlier one that tells something else; that one stands.
    pub contradicting: Vec<&'a Event>,
    /// How many were left out because there were too many.
    pub left_out: usize,
}

impl<'a> Standing<'a> {
    /// Sorts events. An error declaration stands in place of what it withdraws (EPCIS 2.0 §7.4.1.4): the event with
    /// its identifier, or the one that tells the same.
    pub fn of(events: &'a [Event]) -> Standing<'a> {
        let mut standing = Standing {
            left_out: events.len().saturating_sub(MOST_EVENTS),
            ..Standing::default()
        };
        let considered = || events.iter().take(MOST_EVENTS);
        let mut known = Known::default();
        let declarations = considered().filter(|event| event.voided.is_some());
        let others = considered().filter(|event| event.voided.is_none());
        declarations.for_each(|event| known.remember(event));
        for event in others {
            match known.relation(event) {
                Relation::New => known.remember(event),
                Relation::Withdrawn => {}
                Relation::Repeated => standing.repeated += 1,
                Relation::Contradicting => standing.contradicting.push(event),
            }
        }
        standing.events = known.by_time.into_values().flatten().collect();
        standing
    }
}

/// How an event stands to those before it.
enum Relation {
    New,
    Withdrawn,
    Repeated,
    Contradicting,
}

#[derive(Default)]
struct Known<'a> {
    by_id: ById<'a, Vec<&'a Event>>,
    by_time: BTreeMap<time::OffsetDateTime, Vec<&'a Event>>,
}

impl<'a> Known<'a> {
    fn remember(&mut self, event: &'a Event) {
        self.by_id.entry(&event.id, Vec::new()).push(event);
        self.by_time.entry(event.time).or_default().push(event);
    }

    fn relation(&self, event: &Event) -> Relation {
        let namesakes = self.by_id.get(&event.id).into_iter().flatten();
        let at_once = self.by_time.get(&event.time).into_iter().flatten();
        let is_alike = |other: &&&Event| is_one(&other.id, &event.id) && other.tells_the_same(event);
        let alike: Vec<&&Event> = at_once.filter(is_alike).collect();
        let mut named = namesakes.peekable();
        let has_namesake = named.peek().is_some();
        if named
            .chain(alike.iter().copied())
            .any(|other| other.voided.is_some())
        {
            Relation::Withdrawn
        } else if !alike.is_empty() {
            Relation::Repeated
        } else if has_namesake {
            Relation::Contradicting
        } else {
            Relation::New
        }
    }
}

/// Whether two identifiers may be those of one event: they are the same, or one was made from a position in a document.
fn is_one(id: &str, other: &str) -> bool {
    let is_position = |id: &str| {
        id.rsplit_once('#')
            .is_some_and(|(_, end)| end.parse::<usize>().is_ok())
    };
    id == other || is_position(id) || is_position(other)
}
