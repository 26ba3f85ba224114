//! One step of the journey in the shopper's words.

use super::disposition::state;
use super::process::process_of;
use super::temperature::{Reading, readings};
use super::trace::Trace;
use super::{quantity, sensor};
use crate::sources::Attribution;
use crate::sources::epcis::{Action, Event, EventKind, Quantity};
use crate::sources::findings::Findings;
use crate::sources::place::Place;
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

/// Where an event was seen, or where its objects are afterwards.
pub fn place_uri(event: &Event) -> Option<&str> {
    event.read_point.as_deref().or(event.location.as_deref())
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

fn place_name(event: &Event, place: Option<&Place>) -> Option<Text> {
    let known = place
        .map(|place| place.name.clone())
        .filter(|name| !name.is_empty());
    known.or_else(|| {
        let gln = place_uri(event)?.rsplit('/').next()?;
        Some(Text::same(format!("GLN {gln}")))
    })
}

fn area(place: &Place) -> Option<String> {
    let mut parts: Vec<&str> = [&place.commune, &place.province]
        .into_iter()
        .filter_map(|part| part.as_deref())
        .collect();
    parts.dedup();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Whose place it is, with its GLN; else who is named as sender, or as receiver of what arrives.
fn party(event: &Event, place: Option<&Place>, findings: &Findings) -> Option<(Text, Option<String>)> {
    let arrives = matches!(
        event.step.as_deref(),
        Some("receiving" | "arriving" | "accepting")
    );
    let named = if arrives {
        &event.destinations
    } else {
        &event.sources
    };
    let party = named
        .iter()
        .find(|(kind, _)| matches!(kind.as_str(), "possessing_party" | "owning_party"))
        .map(|(_, uri)| uri);
    place
        .and_then(|place| place.owner.as_ref())
        .into_iter()
        .chain(party)
        .find_map(|uri| Some((party_name(uri, findings)?, gln(uri))))
        .or_else(|| Some((place?.owner_name.clone()?, None)))
}

/// The GLN in a canonical URI of a party.
fn gln(uri: &str) -> Option<String> {
    let (_, gln) = uri.split_once("/417/")?;
    Some(gln.to_owned())
}

fn party_name(uri: &str, findings: &Findings) -> Option<Text> {
    if let Some(party) = findings.parties.get(uri) {
        return Some(party.name.clone());
    }
    let producer = findings.product.as_ref()?.producer.as_ref()?;
    let gln = uri.rsplit('/').next();
    (producer.gln.as_deref() == gln).then(|| producer.name.clone())
}

/// What went in; for a step that makes nothing, what it was about.
fn went_in(event: &Event) -> Vec<Quantity> {
    match event.kind {
        EventKind::Transformation => event.inputs.clone(),
        EventKind::Object if event.action == Some(Action::Add) => Vec::new(),
        EventKind::Object => event.objects.clone(),
        _ => event.objects.iter().chain(&event.children).cloned().collect(),
    }
}

/// What came out: products, goods that begin to exist here, the unit that was closed.
fn came_out(event: &Event) -> Vec<Quantity> {
    match event.kind {
        EventKind::Transformation => event.outputs.clone(),
        EventKind::Object if event.action == Some(Action::Add) => event.objects.clone(),
        EventKind::Aggregation if event.action == Some(Action::Add) => {
            event.parent.iter().cloned().map(single).collect()
        }
        _ => Vec::new(),
    }
}

/// By weight where everything that went in and came out is one of mass.
fn yield_percent(events: &[&Event]) -> Option<f64> {
    let declared = match events {
        [event] => event.yield_percent,
        _ => None,
    };
    weighed_yield(events).or(declared)
}

fn weighed_yield(events: &[&Event]) -> Option<f64> {
    let kilograms = |part: fn(&Event) -> &[Quantity]| -> Option<f64> {
        let all = events.iter().flat_map(|event| part(event));
        let masses = all.map(|quantity| {
            let found = quantity::measured(quantity)?;
            (found.dimension == quantity::Dimension::Mass).then_some(found.amount)
        });
        masses.sum()
    };
    let (input, output) = (
        kilograms(|event| &event.inputs)?,
        kilograms(|event| &event.outputs)?,
    );
    (input > 0.0 && output > 0.0).then(|| (output / input * 1000.0).round() / 10.0)
}

/// The documents with what they are (CBV 2.0, 7.3).
fn documents(events: &[&Event]) -> Vec<Text> {
    let mut documents: Vec<Text> = Vec::new();
    for (kind, number) in events.iter().flat_map(|event| &event.transactions) {
        let (vi, en) = match kind.as_deref().unwrap_or_default() {
            "desadv" => ("Phiếu giao hàng", "Delivery note"),
            "inv" => ("Hóa đơn", "Invoice"),
            "po" => ("Đơn đặt hàng", "Purchase order"),
            "recadv" => ("Phiếu nhận hàng", "Receipt note"),
            "bol" => ("Vận đơn", "Bill of lading"),
            "rma" => ("Giấy trả hàng", "Return authorisation"),
            "testres" => ("Kết quả kiểm nghiệm", "Test result"),
            _ => ("Chứng từ", "Document"),
        };
        let number = shown_number(number);
        let document = Text::new(format!("{vi} {number}"), format!("{en} {number}"));
        if !documents.contains(&document) {
            documents.push(document);
        }
    }
    documents
}

/// What people call the number of a document: the end of a web address, and other identifiers as they are.
fn shown_number(id: &str) -> &str {
    let is_web = id.starts_with("https://") || id.starts_with("http://");
    let end = id.rsplit('/').find(|part| !part.is_empty());
    end.filter(|_| is_web).unwrap_or(id)
}

fn single(id: String) -> Quantity {
    Quantity {
        id,
        amount: None,
        unit: None,
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

/// The whole sentence. The words are the error reasons of CBV 2.0; others stand as their source wrote them.
fn withdrawn(reason: &str) -> Text {
    let (vi, en) = match reason.trim() {
        "" => {
            return Text::new(
                "Nơi khai đã rút lại chặng này.",
                "Its source has withdrawn this step.",
            );
        }
        "did_not_occur" => ("việc này đã không xảy ra.", "it did not take place."),
        "incorrect_data" => ("dữ liệu khai bị sai.", "what was declared was wrong."),
        other => (other, other),
    };
    Text::new(
        format!("Nơi khai đã rút lại chặng này: {vi}"),
        format!("Its source has withdrawn this step: {en}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_called_by_its_number() {
        for (id, expect) in [
            ("https://example.org/da/S260918", "S260918"),
            ("https://example.org/da/S260918/", "S260918"),
            (
                "urn:epcglobal:cbv:bt:9528060010001:17",
                "urn:epcglobal:cbv:bt:9528060010001:17",
            ),
            ("17/2026", "17/2026"),
            ("", ""),
        ] {
            assert_eq!(shown_number(id), expect);
        }
    }

    #[test]
    fn a_withdrawn_step_says_why_in_plain_words() {
        for (reason, vi, en) in [
            (
                "",
                "Nơi khai đã rút lại chặng này.",
                "Its source has withdrawn this step.",
            ),
            (
                "did_not_occur",
                "Nơi khai đã rút lại chặng này: việc này đã không xảy ra.",
                "Its source has withdrawn this step: it did not take place.",
            ),
            (
                "incorrect_data",
                "Nơi khai đã rút lại chặng này: dữ liệu khai bị sai.",
                "Its source has withdrawn this step: what was declared was wrong.",
            ),
            (
                "Cân nhầm",
                "Nơi khai đã rút lại chặng này: Cân nhầm",
                "Its source has withdrawn this step: Cân nhầm",
            ),
        ] {
            assert_eq!(withdrawn(reason), Text::new(vi, en), "{reason}");
        }
    }
}
