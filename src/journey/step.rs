//! One step of the journey in the shopper's words.

use super::disposition::state;
use super::documents::documents;
use super::process::process_of;
use super::temperature::{Reading, readings};
use super::throughput::{came_out, went_in, yield_percent};
use super::trace::Trace;
use super::whereabouts::{area, party, place_name, place_uri};
use super::withdrawal::withdrawn;
use super::{quantity, sensor};
use crate::sources::Attribution;
use crate::sources::epcis::{Event, Quantity};
use crate::sources::findings::Findings;
use crate::sources::product::Certificate;
use crate::words::Text;
use time::OffsetDateTime;

/// The pictogram a step wears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Process {
    /// Picked, caught, collected.
    Harvest,
    /// Bought from others.
    Purchase,
    /// Made into something else.
    Make,
    /// Tested or inspected.
    Test,
    /// Put into packets or cases.
    Pack,
    /// Sent on.
    Ship,
    /// Received or stored.
    Receive,
    /// Watched by sensors on the way.
    Sensor,
    /// On display.
    Display,
    /// Sold.
    Sell,
    /// Held back or recalled.
    Withdraw,
    /// Anything else.
    Other,
}

/// One step: one event, or several of the same kind, place and day folded together.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its pictogram.
    pub process: Process,
    /// The source's own word for the process, or the business step: `wither`, `receiving`.
    pub word: Option<String>,
    /// What happened: `Hái búp`.
    pub title: Text,
    /// When it began, in the local time of the place.
    pub time: OffsetDateTime,
    /// Where: the place's name.
    pub place: Option<Text>,
    /// Where: commune and province, ready to read.
    pub area: Option<String>,
    /// Height above the sea in metres.
    pub altitude_m: Option<f64>,
    /// Latitude and longitude in degrees, as coarse as the source gives it.
    pub point: Option<(f64, f64)>,
    /// Who.
    pub party: Option<Text>,
    /// Its number (GLN), by which it has a page.
    pub party_gln: Option<String>,
    /// What went in, ready to read: `170 kg búp tươi`. For a step that makes nothing, what it was about.
    pub inputs: Vec<Text>,
    /// What came out.
    pub outputs: Vec<Text>,
    /// All that went in together, without names: `170 kg`; `None` where it is not of one kind.
    pub total_in: Option<Text>,
    /// All that came out together.
    pub total_out: Option<Text>,
    /// How much of what went in came out, in percent: as weighed, or as declared where the weights do not tell.
    pub yield_percent: Option<f64>,
    /// The state of the goods afterwards: `Đang bày bán`.
    pub state: Option<Text>,
    /// A sentence of the source about it.
    pub notes: Vec<Text>,
    /// What sensors measured, ready to read: `−18,9 … −8,4 °C`.
    pub sensors: Vec<Text>,
    /// The temperatures among it.
    pub temperatures: Vec<Reading>,
    /// Whether they are judged by the range of the product: those of the goods themselves, and not withdrawn.
    pub is_judged: bool,
    /// The certificates and reports it cites that are known.
    pub certificates: Vec<Certificate>,
    /// The business documents that go with it, ready to read: `Phiếu giao hàng …`.
    pub documents: Vec<Text>,
    /// When its source took it down, the last of its events.
    pub recorded: Option<OffsetDateTime>,
    /// Whether every one of its events names goods by a code.
    pub names_goods: bool,
    /// How many events were folded into it.
    pub events: usize,
    /// The identifiers of those events.
    pub event_ids: Vec<String>,
    /// A whole sentence why it counts for nothing, when its source withdrew it.
    pub voided: Option<Text>,
    /// Who says so.
    pub by: Attribution,
}

/// Tells one step of events that belong together, of which `first` is the first.
pub(super) fn step(first: &Event, events: &[&Event], trace: &Trace, findings: &Findings) -> Step {
    let (process, title) = process_of(first);
    let place = place_uri(first).and_then(|uri| findings.places.get(uri));
    let gather = |part: fn(&Event) -> Vec<Quantity>| -> Vec<Quantity> {
        events.iter().flat_map(|event| part(event)).collect()
    };
    let (inputs, outputs) = (gather(went_in), gather(came_out));
    let (party, party_gln) = party(first, place, findings).unzip();
    Step {
        process,
        word: first.process.clone().or_else(|| first.step.clone()),
        title,
        time: first.time,
        place: place_name(first, place),
        area: place.and_then(area),
        altitude_m: place.and_then(|place| place.altitude_m),
        point: place.and_then(|place| place.point),
        party,
        party_gln: party_gln.flatten(),
        total_in: quantity::total(&inputs),
        total_out: quantity::total(&outputs),
        inputs: quantity::read(&inputs, findings),
        outputs: quantity::read(&outputs, findings),
        yield_percent: yield_percent(events),
        state: events
            .iter()
            .rev()
            .find_map(|event| state(event.disposition.as_deref()?)),
        notes: notes(events),
        sensors: sensor::read(events),
        temperatures: readings(events.iter().flat_map(|event| &event.sensors)),
        is_judged: first.voided.is_none() && events.iter().all(|event| trace.concerns_goods(event)),
        certificates: certificates(events, findings),
        documents: documents(events),
        recorded: events.iter().filter_map(|event| event.recorded).max(),
        names_goods: events.iter().all(|event| event.things().next().is_some()),
        events: events.len(),
        event_ids: events.iter().map(|event| event.id.clone()).collect(),
        voided: first.voided.as_deref().map(withdrawn),
        by: first.by.clone(),
    }
}

fn notes(events: &[&Event]) -> Vec<Text> {
    let mut notes: Vec<Text> = Vec::new();
    for note in events.iter().filter_map(|event| event.note.as_ref()) {
        if !note.is_empty() && !notes.contains(note) {
            notes.push(note.clone());
        }
    }
    notes
}

fn certificates(events: &[&Event], findings: &Findings) -> Vec<Certificate> {
    let known = findings.product.iter().flat_map(|product| &product.certificates);
    known
        .chain(findings.certificates.values())
        .filter(|known| events.iter().any(|event| event.certificates.contains(&known.uri)))
        .cloned()
        .collect()
}
