//! Events in the order of time → steps: what happened in one process, place and day is told once.

use super::step::{Step, step};
use super::trace::Trace;
use super::whereabouts::place_uri;
use crate::sources::epcis::Event;
use crate::sources::findings::Findings;
use std::collections::BTreeMap;
use time::Date;

/// The steps of a journey in the order of time. Events of one process, place and day become one step; nothing is dropped.
pub fn steps(trace: &Trace, findings: &Findings) -> Vec<Step> {
    let mut folds: Vec<Vec<&Event>> = Vec::new();
    let mut known: BTreeMap<FoldKey, usize> = BTreeMap::new();
    for event in &trace.events {
        let key = fold_key(event);
        match key.as_ref().and_then(|key| known.get(key)) {
            Some(&index) => folds[index].push(event), // OK because `known` only holds indices of `folds`.
            None => {
                known.extend(key.map(|key| (key, folds.len())));
                folds.push(vec![event]);
            }
        }
    }
    folds
        .iter()
        .filter_map(|fold| Some(step(fold.first()?, fold, trace, findings)))
        .collect()
}

/// Process, place, day, withdrawn or not, and who says so.
type FoldKey<'a> = (Label<'a>, &'a str, Date, bool, &'a str);

/// The process word or business step, and the title.
type Label<'a> = (&'a str, &'a str);

/// What events must share to be told as one step; `None` for one that stands alone because its place is unknown.
fn fold_key(event: &Event) -> Option<FoldKey<'_>> {
    let word = event.process.as_deref().or(event.step.as_deref())?;
    let title = event.title.as_ref().map_or("", |title| title.vi.as_str());
    let place = place_uri(event)?;
    let is_voided = event.voided.is_some();
    Some((
        (word, title),
        place,
        event.time.date(),
        is_voided,
        &event.by.name.vi,
    ))
}
