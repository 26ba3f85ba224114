//! When the things of a story were used to make other things of it, and whether anything was left.

use super::by_id::{ById, set};
use super::measure::{Measured, measured};
use crate::sources::epcis::{Action, Event, EventKind, Quantity};
use std::collections::BTreeSet;
use time::OffsetDateTime;

/// So much of a lot may be left over unnoticed: scales differ.
const REST: f64 = 0.02;

/// The last use of each thing, by URI.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Uses<'a> {
    last: ById<'a, OffsetDateTime>,
    used_up: BTreeSet<&'a str>,
}

impl<'a> Uses<'a> {
    /// Gathers the uses by which things in `story` were made; events stand in the order of time.
    pub fn of(events: &[&'a Event], story: &BTreeSet<String>) -> Uses<'a> {
        let mut uses = Uses::default();
        let (mut made, mut used) = (ById::default(), ById::default());
        for event in events.iter().filter(|event| event.voided.is_none()) {
            born(event).for_each(|quantity| add(&mut made, quantity));
            if event.outputs.is_empty() || event.outputs.iter().any(|output| story.contains(&output.id)) {
                for input in &event.inputs {
                    add(&mut used, input);
                    uses.last.put(&input.id, event.time);
                }
            }
        }
        let is_all = |(id, used): &(&'a str, &Measured)| {
            let made = made.get(id).filter(|made| made.dimension == used.dimension);
            made.is_some_and(|made| used.amount >= made.amount * (1.0 - REST))
        };
        uses.used_up = set(used.iter().filter(is_all).map(|(id, _)| id));
        uses
    }

    /// Whether something had been used before a moment, and some of it was left.
    pub fn is_rest(&self, id: &str, at: OffsetDateTime) -> bool {
        self.was_used(id, at) && !self.used_up.contains(id)
    }

    /// Whether nothing was left of something at a moment.
    pub fn is_gone(&self, id: &str, at: OffsetDateTime) -> bool {
        self.was_used(id, at) && self.used_up.contains(id)
    }

    fn was_used(&self, id: &str, at: OffsetDateTime) -> bool {
        self.last.get(id).is_some_and(|used| *used < at)
    }
}

/// Whether an event moves, packs or offers goods: what cannot be done with what is gone.
pub fn is_trade(event: &Event) -> bool {
    matches!(
        event.step.as_deref(),
        Some(
            "packing"
                | "shipping"
                | "receiving"
                | "arriving"
                | "accepting"
                | "unpacking"
                | "storing"
                | "stocking"
                | "retail_selling"
        )
    ) && event.kind != EventKind::Transformation
}

/// What begins to exist in an event.
pub fn born(event: &Event) -> impl Iterator<Item = &Quantity> {
    let is_birth = event.kind == EventKind::Object && event.action == Some(Action::Add);
    let begun = event.objects.iter().filter(move |_| is_birth);
    event.outputs.iter().chain(begun)
}

/// Adds up amounts of one thing; an amount that does not fit the others leaves them as they are.
fn add<'a>(sums: &mut ById<'a, Measured>, quantity: &'a Quantity) {
    let Some(found) = measured(quantity) else {
        return;
    };
    let sum = sums.entry(&quantity.id, Measured { amount: 0.0, ..found });
    if sum.dimension == found.dimension {
        sum.amount += found.amount;
    }
}
