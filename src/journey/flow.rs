//! What became of what, with amounts: the arrows of the journey's graph.

use super::quantity::name_of;
use super::trace::Trace;
use crate::gs1::DigitalLink;
use crate::sources::epcis::{Action, Event, EventKind, Quantity};
use crate::sources::findings::Findings;
use crate::words::Text;
use crate::words::journey::both;

/// One arrow: what an event took, and what there was afterwards.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// The identifier of the event.
    pub event: String,
    /// What it took.
    pub from: Vec<Share>,
    /// What there was afterwards; empty for something that was used up or taken out of its unit.
    pub to: Vec<Share>,
}

/// So much of something.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// Its canonical URI.
    pub id: String,
    /// What it is called, if anybody says so.
    pub name: Option<Text>,
    /// How much; `None` for one piece or an unknown amount.
    pub amount: Option<f64>,
    /// The unit (UN/CEFACT Recommendation 20); `None` for pieces.
    pub unit: Option<String>,
}

/// The arrows of the journey of `identity` in the order of time: transformations, packing and unpacking. Withdrawn events draw none.
pub fn flows(identity: &DigitalLink, findings: &Findings) -> Vec<Flow> {
    let trace = Trace::follow(identity, findings);
    let share = |quantity: &Quantity| share(quantity, findings);
    let flow = |event: &Event| {
        let (from, to) = ends(event)?;
        Some(Flow {
            event: event.id.clone(),
            from: from.iter().map(share).collect(),
            to: to.iter().map(share).collect(),
        })
    };
    trace.valid().filter_map(flow).collect()
}

fn ends(event: &Event) -> Option<(Vec<Quantity>, Vec<Quantity>)> {
    let unit = || {
        let id = event.parent.clone()?;
        Some(Quantity {
            id,
            amount: None,
            unit: None,
        })
    };
    match (event.kind, event.action) {
        (EventKind::Transformation, _) => Some((event.inputs.clone(), event.outputs.clone())),
        (EventKind::Aggregation, Some(Action::Add)) => Some((event.children.clone(), vec![unit()?])),
        (EventKind::Aggregation, Some(Action::Delete)) => Some((vec![unit()?], event.children.clone())),
        _ => None,
    }
}

fn share(quantity: &Quantity, findings: &Findings) -> Share {
    let name = both(|lang| {
        name_of(&quantity.id, findings, lang)
            .unwrap_or_default()
            .to_owned()
    });
    Share {
        id: quantity.id.clone(),
        name: Some(name).filter(|name| !name.is_empty()),
        amount: quantity.amount,
        unit: quantity.unit.clone(),
    }
}
