//! Can the goods have come from place to place in the time?

use super::super::by_id::ById;
use super::super::distance::kilometres;
use super::super::moves::Moves;
use super::super::trace::Trace;
use super::super::uses::born;
use super::super::whereabouts::place_uri;
use super::continuity::place_name;
use super::duplicate::{SAME_TIME, is_double, is_offer};
use super::{Check, Verdict};
use crate::sources::epcis::{Event, Quantity};
use crate::sources::place::Place;
use crate::words::Text;
use crate::words::journey::number;
use std::collections::BTreeMap;

const RULE: &str = "travel";

/// Nothing on the road covers more in a straight line, in km/h: the motorway limit of 120 over the usual detour of 1.3.
const FASTEST_KM_PER_H: f64 = 90.0;

/// Points may be no finer than a commune and clocks differ: so many kilometres prove nothing.
const SLACK_KM: f64 = 5.0;

/// Warns when the same goods were at two places that lie too far apart for the time between, or arrived somewhere else
/// than they were sent to. `None` when no two points are known.
pub fn check(leaps: &Leaps, moves: &Moves, places: &BTreeMap<String, Place>) -> Option<Check> {
    let too_fast: Vec<&Leap> = leaps.faults.iter().filter(|leap| !is_double(leap)).collect();
    if let Some(first) = too_fast.first() {
        let evidence = evidence(&too_fast);
        let (flag, sentence) = ("location:impossible-travel", first.sentence(places));
        return Some(Check::fault(RULE, Verdict::Warn, flag, sentence, evidence));
    }
    if let Some((event, km)) = strayed(moves, places) {
        let (flag, evidence) = ("location:other-destination", vec![event.id.clone()]);
        let sentence = stray_sentence(event, km, places);
        return Some(Check::fault(RULE, Verdict::Warn, flag, sentence, evidence));
    }
    let sentence = Text::new(
        "Quãng đường giữa các nơi đi kịp trong thời gian đã khai.",
        "The ways between the places can be made in the time declared.",
    );
    (leaps.compared > 0).then(|| Check::plain(RULE, Verdict::Ok, sentence))
}

/// Two sightings of the same goods that do not fit together.
pub struct Leap<'a> {
    /// The earlier event.
    pub from: &'a Event,
    /// The later one.
    pub to: &'a Event,
    /// What was seen.
    pub id: &'a str,
    /// How far apart in a straight line.
    pub km: f64,
}

impl Leap<'_> {
    fn sentence(&self, places: &BTreeMap<String, Place>) -> Text {
        let (from, to) = (place_name(self.from, places), place_name(self.to, places));
        let minutes = (self.to.time - self.from.time).whole_minutes();
        let km = number(self.km.round());
        Text::new(
            format!(
                "Từ {} đến {} khoảng {} km theo đường chim bay, mà chỉ cách nhau {minutes} phút.",
                from.vi, to.vi, km.vi
            ),
            format!(
                "From {} to {} it is about {} km in a straight line, and there are only {minutes} minutes between.",
                from.en, to.en, km.en
            ),
        )
    }
}

/// The leaps that no lorry makes.
pub struct Leaps<'a> {
    /// Those that are too fast.
    pub faults: Vec<Leap<'a>>,
    /// Offers of the same goods at two places at about the same time.
    pub offers: Vec<(&'a Event, &'a Event)>,
    /// How many pairs of places were compared.
    pub compared: usize,
}

fn evidence(leaps: &[&Leap]) -> Vec<String> {
    let mut evidence: Vec<String> = Vec::new();
    for event in leaps.iter().flat_map(|leap| [leap.from, leap.to]) {
        if !evidence.contains(&event.id) {
            evidence.push(event.id.clone());
        }
    }
    evidence
}

/// Follows each thing from place to place. Parts of a lot may be in two places at once, an item and a unit may not.
pub fn leaps<'a>(trace: &Trace<'a>, places: &BTreeMap<String, Place>) -> Leaps<'a> {
    let made = made(trace);
    let mut last: ById<(&Event, f64)> = ById::default();
    let mut leaps = Leaps {
        faults: Vec::new(),
        offers: Vec::new(),
        compared: 0,
    };
    for event in trace.valid().filter(|event| is_sighting(event, places)) {
        for (id, amount) in sighted(event) {
            let before = last.put(id, (event, amount));
            let Some((from, earlier)) = before.filter(|(from, _)| place_uri(from) != place_uri(event)) else {
                continue;
            };
            let is_whole = made.get(id).is_none_or(|made| earlier + amount > *made);
            if is_whole && are_offers(from, event) {
                leaps.offers.push((from, event));
            }
            if let Some(km) = distance(from, event, places).filter(|_| is_whole) {
                leaps.compared += 1;
                if is_too_fast(from, event, km) {
                    leaps.faults.push(Leap {
                        from,
                        to: event,
                        id,
                        km,
                    });
                }
            }
        }
    }
    leaps
}

/// Whether both put the goods before buyers at about the same time: then nobody moved them in between.
fn are_offers(from: &Event, to: &Event) -> bool {
    is_offer(from) && is_offer(to) && to.time - from.time < SAME_TIME
}

/// Whether an event tells where the goods themselves are: a sample in a laboratory does not, nor does a lorry.
fn is_sighting(event: &Event, places: &BTreeMap<String, Place>) -> bool {
    let place = place_uri(event).and_then(|uri| places.get(uri));
    let kind = place.and_then(|place| place.kind.as_deref());
    place.is_some() && !matches!(kind, Some("lab" | "vehicle"))
}

/// The things at the place of an event, with their amounts: none counts as one.
fn sighted(event: &Event) -> impl Iterator<Item = (&str, f64)> {
    let parent = event.parent.as_deref().map(|parent| (parent, 1.0));
    let amount = |quantity: &Quantity| quantity.amount.unwrap_or(1.0);
    let things = event.quantities();
    things
        .map(move |quantity| (quantity.id.as_str(), amount(quantity)))
        .chain(parent)
}

/// How much of each lot was made, where it is known.
fn made<'a>(trace: &Trace<'a>) -> ById<'a, f64> {
    let mut made = ById::default();
    for quantity in trace.valid().flat_map(born) {
        if let Some(amount) = quantity.amount {
            *made.entry(&quantity.id, 0.0) += amount;
        }
    }
    made
}

fn is_too_fast(from: &Event, to: &Event, km: f64) -> bool {
    let hours = (to.time - from.time).as_seconds_f64() / 3600.0;
    km - SLACK_KM > FASTEST_KM_PER_H * hours
}

fn distance(from: &Event, to: &Event, places: &BTreeMap<String, Place>) -> Option<f64> {
    let point = |event: &Event| places.get(place_uri(event)?)?.point;
    Some(kilometres(point(from)?, point(to)?))
}

/// The first receipt far from where the goods had been sent to, and how far.
fn strayed<'a>(moves: &Moves<'a>, places: &BTreeMap<String, Place>) -> Option<(&'a Event, f64)> {
    moves.shipments.iter().find_map(|shipment| {
        let receipt = shipment.receipt?;
        let found = places.get(place_uri(receipt)?)?.point?;
        let mut wanted = shipment.event.destinations.iter();
        let wanted = wanted.find(|(kind, _)| kind == "location")?;
        let km = kilometres(places.get(&wanted.1)?.point?, found);
        (km > SLACK_KM).then_some((receipt, km))
    })
}

fn stray_sentence(event: &Event, km: f64, places: &BTreeMap<String, Place>) -> Text {
    let (place, km) = (place_name(event, places), number(km.round()));
    Text::new(
        format!(
            "Hàng đến {}, cách nơi được gửi tới khoảng {} km.",
            place.vi, km.vi
        ),
        format!(
            "The goods arrived at {}, about {} km from where they had been sent.",
            place.en, km.en
        ),
    )
}
