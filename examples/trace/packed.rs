//! What the documents end in: the last packed output.

use cho_phien::gs1::DigitalLink;
use cho_phien::sources::EpcisDocument;
use cho_phien::sources::epcis::{Action, Event, EventKind, Quantity};

/// The goods that were packed last, else made last, else begun last. `None` when nothing can be named.
pub fn last(documents: &[EpcisDocument]) -> Option<DigitalLink> {
    let all = documents.iter().flat_map(|document| &document.events);
    let mut events: Vec<&Event> = all.filter(|event| event.voided.is_none()).collect();
    events.sort_by_key(|event| event.time);
    let newest = |named: fn(&Event) -> &[Quantity]| {
        let newest_first = events.iter().rev();
        newest_first
            .flat_map(|event| named(event))
            .find_map(|quantity| DigitalLink::parse(&quantity.id).ok())
    };
    newest(packed)
        .or_else(|| newest(grouped))
        .or_else(|| newest(|event| &event.outputs))
        .or_else(|| newest(begun))
        .or_else(|| newest(|event| &event.objects))
}

/// What a transformation packs.
fn packed(event: &Event) -> &[Quantity] {
    let is_packing = event.step.as_deref() == Some("packing") || event.process.as_deref() == Some("pack");
    if is_packing { &event.outputs } else { &[] }
}

/// What is put into a larger unit.
fn grouped(event: &Event) -> &[Quantity] {
    match (event.kind, event.action) {
        (EventKind::Aggregation, Some(Action::Add)) => &event.children,
        _ => &[],
    }
}

/// What begins to exist.
fn begun(event: &Event) -> &[Quantity] {
    match (event.kind, event.action) {
        (EventKind::Object, Some(Action::Add)) => &event.objects,
        _ => &[],
    }
}
