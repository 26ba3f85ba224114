//! The days that matter: packed on, expires on, best before.

use super::trace::Trace;
use crate::gs1::DigitalLink;
use crate::gs1::dates;
use crate::sources::epcis::{Event, EventKind, Quantity};
use crate::sources::findings::Findings;
use crate::sources::product::Lot;
use time::Date;

/// The days of one lot or item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The day it was packed.
    pub packed_on: Option<Date>,
    /// Not to be used after this day.
    pub expires_on: Option<Date>,
    /// Best before this day.
    pub best_before: Option<Date>,
    /// A last day printed in the code and a different one declared in the events: (printed, declared).
    pub conflict: Option<(Date, Date)>,
}

impl Facts {
    /// Gathers the days: declared in the events, else published with the lot, else carried by the code itself.
    /// A last day in the code that comes before the one declared holds: it is what the packet in hand says.
    pub fn gather(identity: &DigitalLink, findings: &Findings, trace: &Trace, today: Date) -> Facts {
        let lot = published_lot(identity, findings);
        let printed = |ai| dates::date(identity.attribute(ai)?, today.year());
        let declared = |day: fn(&Event) -> Option<Date>| {
            let about = trace.valid().filter(|event| gives_life(event, trace));
            about.filter_map(day).min()
        };
        let expires_on = declared(|event| event.expires_on).or(lot.and_then(|lot| lot.expires_on));
        let best_before = declared(|event| event.best_before);
        Facts {
            packed_on: made_on(trace)
                .or(lot.and_then(|lot| lot.packed_on))
                .or_else(|| cased_on(trace))
                .or_else(|| printed("13")),
            conflict: differing(printed("17"), expires_on).or_else(|| differing(printed("15"), best_before)),
            expires_on: expires_on.into_iter().chain(printed("17")).min(),
            best_before: best_before.into_iter().chain(printed("15")).min(),
        }
    }
}

fn differing(printed: Option<Date>, declared: Option<Date>) -> Option<(Date, Date)> {
    Some((printed?, declared?)).filter(|(printed, declared)| printed != declared)
}

fn published_lot<'a>(identity: &DigitalLink, findings: &'a Findings) -> Option<&'a Lot> {
    let (lot, serial) = (identity.lot(), identity.serial());
    let by_serial = |entry: &&Lot| serial.is_some() && entry.serial.as_deref() == serial;
    let by_lot = |entry: &&Lot| lot.is_some() && entry.lot.as_deref() == lot;
    let entries = &findings.lots;
    entries
        .iter()
        .find(by_serial)
        .or_else(|| entries.iter().find(by_lot))
}

/// Whether the dates of an event are those of the goods themselves.
fn gives_life(event: &Event, trace: &Trace) -> bool {
    is_own(&event.outputs, trace) || is_own(&event.objects, trace)
}

fn is_own(quantities: &[Quantity], trace: &Trace) -> bool {
    quantities.iter().any(|quantity| trace.own.contains(&quantity.id))
}

/// The day of the last transformation that put out the goods: packing, or the making of a single piece.
fn made_on(trace: &Trace) -> Option<Date> {
    trace
        .valid()
        .filter(|event| event.kind == EventKind::Transformation && is_own(&event.outputs, trace))
        .map(|event| event.time.date())
        .last()
}

/// The day the goods were first put into a unit.
fn cased_on(trace: &Trace) -> Option<Date> {
    trace
        .valid()
        .find(|event| event.step.as_deref() == Some("packing") && is_own(&event.children, trace))
        .map(|event| event.time.date())
}
