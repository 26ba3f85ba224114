//! What went into a step, what came out of it, and how much of it that is.

use super::measure::{Dimension, measured};
use crate::sources::epcis::{Action, Event, EventKind, Quantity};

/// What went in; for a step that makes nothing, what it was about.
pub fn went_in(event: &Event) -> Vec<Quantity> {
    match event.kind {
        EventKind::Transformation => event.inputs.clone(),
        EventKind::Object if event.action == Some(Action::Add) => Vec::new(),
        EventKind::Object => event.objects.clone(),
        _ => event.objects.iter().chain(&event.children).cloned().collect(),
    }
}

/// What came out: products, goods that begin to exist here, the unit that was closed.
pub fn came_out(event: &Event) -> Vec<Quantity> {
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
pub fn yield_percent(events: &[&Event]) -> Option<f64> {
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
            let found = measured(quantity)?;
            (found.dimension == Dimension::Mass).then_some(found.amount)
        });
        masses.sum()
    };
    let (input, output) = (
        kilograms(|event| &event.inputs)?,
        kilograms(|event| &event.outputs)?,
    );
    (input > 0.0 && output > 0.0).then(|| (output / input * 1000.0).round() / 10.0)
}

fn single(id: String) -> Quantity {
    Quantity {
        id,
        amount: None,
        unit: None,
    }
}
