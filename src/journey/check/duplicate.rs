//! Is one and the same thing in two places, or sold twice?

use super::super::by_id::ById;
use super::super::moves::{is_receiving, is_shipping};
use super::super::trace::Trace;
use super::super::whereabouts::place_uri;
use super::travel::{Leap, Leaps};
use super::{Check, Verdict};
use crate::sources::epcis::{Action, Event, EventKind};
use crate::sources::place::Place;
use crate::words::Text;
use crate::words::journey::day;
use std::collections::BTreeMap;
use time::Duration;

const RULE: &str = "duplicate";

/// On offer in two places of one party within this time means two pieces.
pub const SAME_TIME: Duration = Duration::hours(12);

/// Warns when a piece with a serial number was sold twice, offered after it was sold, made twice, or seen in two places
/// at once, or when a whole lot is on offer in two places: then somebody copied the code. `None` when nothing has a
/// serial number.
pub fn check(trace: &Trace, leaps: &Leaps, places: &BTreeMap<String, Place>) -> Option<Check> {
    let items = items(trace);
    for (flag, rule) in RULES {
        let evidence: Vec<&Event> = items.iter().flat_map(|(id, events)| rule(id, events)).collect();
        if let Some(first) = evidence.first() {
            return Some(fault(flag, first, &evidence));
        }
    }
    let doubles = leaps.faults.iter().filter(|leap| is_double(leap));
    let mut twice: Vec<&Event> = doubles.flat_map(|leap| [leap.from, leap.to]).collect();
    twice.extend(leaps.offers.iter().flat_map(|(from, to)| [*from, *to]));
    twice.extend(items.iter().flat_map(|(_, events)| offered_twice(events, places)));
    if let Some(last) = twice.iter().max_by_key(|event| event.time) {
        return Some(fault("duplicate:two-places", last, &twice));
    }
    let sentence = Text::new(
        "Mỗi số sê-ri chỉ thấy ở một nơi, chưa bán hai lần.",
        "Each serial number was seen in one place only and sold at most once.",
    );
    items
        .iter()
        .next()
        .map(|_| Check::plain(RULE, Verdict::Ok, sentence))
}

/// Whether a leap is no journey that is too fast but a piece that is in two places: nobody claims to have moved it.
pub fn is_double(leap: &Leap) -> bool {
    leap.id.contains("/21/") && !is_receiving(leap.to) && !is_shipping(leap.from)
}

/// The events of a piece, by its URI, that break a rule.
type Rule = for<'a> fn(&str, &[&'a Event]) -> Vec<&'a Event>;

const RULES: [(&str, Rule); 3] = [
    ("duplicate:sold-twice", sold_twice),
    ("duplicate:seen-after-sold", offered_after_sale),
    ("duplicate:made-twice", made_twice),
];

/// The events of each piece with a serial number, in the order of time.
fn items<'a>(trace: &Trace<'a>) -> ById<'a, Vec<&'a Event>> {
    let mut items = ById::default();
    for event in trace.valid() {
        let mut last = "";
        for quantity in event.quantities().filter(|quantity| quantity.id.contains("/21/")) {
            if quantity.id != last {
                items.entry(&quantity.id, Vec::new()).push(event);
            }
            last = &quantity.id;
        }
    }
    items
}

fn is_sale(event: &Event) -> bool {
    event.step.as_deref() == Some("retail_selling") || event.disposition.as_deref() == Some("retail_sold")
}

/// Whether an event puts goods before buyers, or sells them.
pub fn is_offer(event: &Event) -> bool {
    event.step.as_deref() == Some("stocking") || is_sale(event)
}

fn sold_twice<'a>(_: &str, events: &[&'a Event]) -> Vec<&'a Event> {
    let mut sales: Vec<&Event> = Vec::new();
    for event in events {
        match event.step.as_deref() {
            // OK because what came back may be sold again.
            Some("receiving" | "accepting") => sales.clear(),
            _ if is_sale(event) => sales.push(event),
            _ => {}
        }
        if sales.len() > 1 {
            return sales;
        }
    }
    Vec::new()
}

fn offered_after_sale<'a>(_: &str, events: &[&'a Event]) -> Vec<&'a Event> {
    let mut sale = None;
    for event in events {
        match (event.step.as_deref(), sale) {
            (Some("receiving" | "accepting"), _) => sale = None,
            (Some("stocking" | "shipping" | "packing"), Some(sold)) => return vec![sold, event],
            _ if is_sale(event) => sale = Some(*event),
            _ => {}
        }
    }
    Vec::new()
}

fn made_twice<'a>(id: &str, events: &[&'a Event]) -> Vec<&'a Event> {
    let is_birth = |event: &&&'a Event| {
        let is_added = event.kind == EventKind::Object && event.action == Some(Action::Add);
        let is_output = event.outputs.iter().any(|output| output.id == id);
        let is_kept = event.inputs.iter().any(|input| input.id == id);
        is_added || (is_output && !is_kept)
    };
    let births: Vec<&Event> = events.iter().filter(is_birth).copied().collect();
    if births.len() > 1 { births } else { Vec::new() }
}

/// Two offers in a row at different places, without anybody moving the piece in between.
fn offered_twice<'a>(events: &[&'a Event], places: &BTreeMap<String, Place>) -> Vec<&'a Event> {
    let owner = |event: &Event| places.get(place_uri(event)?)?.owner.clone();
    let pairs = events.iter().zip(events.iter().skip(1));
    let mut doubles = pairs.filter(|(first, second)| {
        let elsewhere = place_uri(first).is_some() && place_uri(first) != place_uri(second);
        let one_party = owner(first).is_some() && owner(first) == owner(second);
        let at_once = second.time - first.time < SAME_TIME;
        is_offer(first) && is_offer(second) && elsewhere && (at_once || !one_party)
    });
    doubles
        .next()
        .map_or_else(Vec::new, |(first, second)| vec![*first, *second])
}

fn fault(flag: &'static str, event: &Event, events: &[&Event]) -> Check {
    let mut evidence: Vec<String> = Vec::new();
    for event in events {
        if !evidence.contains(&event.id) {
            evidence.push(event.id.clone());
        }
    }
    let day = day(event.time.date());
    let (vi, en) = match flag {
        "duplicate:sold-twice" => ("đã bán hai lần", "was sold twice"),
        "duplicate:seen-after-sold" => ("vẫn bày ra sau khi đã bán", "was on offer after it had been sold"),
        "duplicate:made-twice" => ("được làm ra hai lần", "was made twice"),
        _ => ("có mặt ở hai nơi cùng lúc", "was in two places at once"),
    };
    let sentence = Text::new(
        format!(
            "Theo lời khai đến ngày {}, hàng mang số này {vi}: có thể mã đã bị sao chép.",
            day.vi
        ),
        format!(
            "As declared up to {}, what bears this number {en}: its code may have been copied.",
            day.en
        ),
    );
    Check::fault(RULE, Verdict::Warn, flag, sentence, evidence)
}
