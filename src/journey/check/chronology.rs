//! Could it have happened in this order?

use super::super::by_id::ById;
use super::super::moves::{Moves, is_receiving};
use super::super::trace::Trace;
use super::super::uses::{born, is_trade};
use super::super::whereabouts::place_uri;
use super::{Check, Verdict};
use crate::sources::epcis::{Action, Event};
use crate::words::Text;
use crate::words::journey::day;
use std::collections::BTreeSet;
use time::{Date, OffsetDateTime};

const RULE: &str = "chronology";

/// Warns of what cannot have happened in the order told: goods used, sent or opened before they were made or packed,
/// received before they were sent, on sale before they came, made of themselves, or seen on a day that is still to come.
/// `None` when there is only one event.
pub fn check(trace: &Trace, moves: &Moves, today: Date) -> Option<Check> {
    let faults = Faults { trace, moves, today };
    let rules = [
        ("order:cycle", trace.oddities.circle.clone()),
        ("order:used-before-made", faults.too_early()),
        ("order:moved-after-used", faults.too_late()),
        ("order:received-before-shipped", faults.reversed()),
        ("order:sold-before-received", faults.sold_early()),
        ("order:in-the-future", faults.to_come()),
    ];
    for (flag, events) in rules {
        if let Some(first) = events.first() {
            let evidence = events.iter().map(|event| event.id.clone()).collect();
            let sentence = wording(flag, first);
            return Some(Check::fault(RULE, Verdict::Warn, flag, sentence, evidence));
        }
    }
    let sentence = Text::new("Các chặng nối nhau đúng thứ tự.", "The steps follow in order.");
    (trace.valid().count() > 1).then(|| Check::plain(RULE, Verdict::Ok, sentence))
}

struct Faults<'a, 'b> {
    trace: &'b Trace<'a>,
    moves: &'b Moves<'a>,
    today: Date,
}

impl<'a> Faults<'a, '_> {
    /// The events about things that came into being only later.
    fn too_early(&self) -> Vec<&'a Event> {
        let births = births(self.trace);
        let is_early = |event: &&'a Event| {
            let mut things = event.things();
            things.any(|id| births.get(id).is_some_and(|birth| event.time < *birth))
        };
        self.trace.valid().filter(is_early).collect()
    }

    /// The events that move or pack what had been used up before.
    fn too_late(&self) -> Vec<&'a Event> {
        let is_late = |event: &&'a Event| {
            let mut things = event.things();
            is_trade(event) && things.any(|id| self.trace.uses.is_gone(id, event.time))
        };
        self.trace.valid().filter(is_late).collect()
    }

    /// The receipts that come before their shipment.
    fn reversed(&self) -> Vec<&'a Event> {
        let shipments = self.moves.shipments.iter();
        shipments
            .filter(|shipment| shipment.is_reversed())
            .filter_map(|shipment| shipment.receipt)
            .collect()
    }

    /// The events that offer or unpack goods somewhere before they first arrived from elsewhere.
    fn sold_early(&self) -> Vec<&'a Event> {
        let goods = || {
            self.trace
                .valid()
                .filter(|event| self.trace.concerns_goods(event))
        };
        let sent = self.moves.shipments.iter().filter(|shipment| !shipment.is_inner);
        let Some(receipt) = sent
            .filter_map(|shipment| shipment.receipt)
            .map(|event| event.time)
            .min()
        else {
            return Vec::new();
        };
        let mut visited: BTreeSet<&str> = BTreeSet::new();
        let mut early = Vec::new();
        for event in goods().filter(|event| event.time < receipt) {
            let place = place_uri(event).unwrap_or_default();
            if is_offering(event) && !place.is_empty() && !visited.contains(place) {
                early.push(event);
            } else if !is_receiving(event) {
                visited.insert(place);
            }
        }
        early
    }

    fn to_come(&self) -> Vec<&'a Event> {
        let is_to_come = |event: &&'a Event| event.time.date() > self.today;
        self.trace.valid().filter(is_to_come).collect()
    }
}

/// When each thing that begins to exist in the trace first did: made, commissioned, or closed as a unit.
fn births<'a>(trace: &Trace<'a>) -> ById<'a, OffsetDateTime> {
    let mut births = ById::default();
    for event in trace.valid() {
        let begun = born(event).map(|quantity| quantity.id.as_str());
        // OK because only logistic units begin with what is in them: a crate exists before.
        let closed = event.parent.as_deref().filter(|id| id.contains("/00/"));
        let closed = closed.filter(|_| event.action == Some(Action::Add));
        for id in begun.chain(closed) {
            let birth = births.entry(id, event.time);
            *birth = event.time.min(*birth);
        }
    }
    births
}

/// Whether an event puts goods before buyers.
fn is_offering(event: &Event) -> bool {
    matches!(
        event.step.as_deref(),
        Some("stocking" | "retail_selling" | "unpacking")
    )
}

fn wording(flag: &str, event: &Event) -> Text {
    let day = day(event.time.date());
    let (vi, en) = match flag {
        "order:cycle" => (
            "theo lời khai, có thứ được làm ra từ chính nó.",
            "as declared, something was made of itself.",
        ),
        "order:used-before-made" => (
            "có thứ đã được dùng hay chuyển đi trước khi nó được làm ra.",
            "something was used or moved before it was made.",
        ),
        "order:moved-after-used" => (
            "có thứ được chuyển đi sau khi đã dùng hết.",
            "something was moved after all of it had been used.",
        ),
        "order:received-before-shipped" => (
            "hàng được nhận trước khi được gửi đi.",
            "the goods were received before they were shipped.",
        ),
        "order:sold-before-received" => (
            "hàng đã bày bán trước khi đến nơi.",
            "the goods were on sale before they had arrived.",
        ),
        _ => (
            "khai một việc mà ngày ấy chưa đến.",
            "something is declared for a day that is still to come.",
        ),
    };
    Text::new(format!("Ngày {}: {vi}", day.vi), format!("{}: {en}", day.en))
}
