//! Did everything that was sent arrive, and was everything that arrived sent?

use super::super::moves::Moves;
use super::super::whereabouts::place_uri;
use super::{Check, Verdict};
use crate::sources::epcis::Event;
use crate::sources::place::Place;
use crate::words::Text;
use crate::words::journey::{both, day};
use std::collections::BTreeMap;

/// Warns of goods shipped but never received, or received but never shipped: one step back and one step forward must be
/// known of each hand (Circular 02/2024/TT-BKHCN, article 3). A move inside one party or a sample sent to a laboratory
/// is no gap. `None` when nothing was ever shipped or received.
pub fn check(moves: &Moves, places: &BTreeMap<String, Place>) -> Option<Check> {
    let lost: Vec<&Event> = moves
        .shipments
        .iter()
        .filter(|shipment| shipment.is_lost())
        .map(|shipment| shipment.event)
        .collect();
    if let Some(first) = lost.first() {
        let sentence = lost_sentence(first, places);
        return Some(fault("gap:shipped-not-received", sentence, &lost));
    }
    if let Some(first) = moves.unsent.first() {
        let sentence = unsent_sentence(first, places);
        return Some(fault("gap:received-not-shipped", sentence, &moves.unsent));
    }
    (!moves.shipments.is_empty()).then(|| {
        let sentence = Text::new(
            "Mỗi lần gửi hàng đều có nơi nhận.",
            "Every shipment was received.",
        );
        Check::plain("continuity", Verdict::Ok, sentence)
    })
}

fn fault(flag: &'static str, sentence: Text, events: &[&Event]) -> Check {
    let evidence = events.iter().map(|event| event.id.clone()).collect();
    Check::fault("continuity", Verdict::Warn, flag, sentence, evidence)
}

fn lost_sentence(event: &Event, places: &BTreeMap<String, Place>) -> Text {
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

fn unsent_sentence(event: &Event, places: &BTreeMap<String, Place>) -> Text {
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

/// What the place of an event is called in a sentence.
pub fn place_name(event: &Event, places: &BTreeMap<String, Place>) -> Text {
    let known = place_uri(event).and_then(|uri| places.get(uri));
    let nameless = Text::new("một nơi không rõ tên", "a place without a name");
    let known = known.filter(|place| !place.name.is_empty());
    known.map_or(nameless, |place| both(|lang| place.name.in_lang(lang).to_owned()))
}
