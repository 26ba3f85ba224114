//! What the goods were made of, asked across producers: the events of each input whose making nobody told yet.

use super::config::Source;
use super::epcis::{Action, EventKind};
use super::findings::{Findings, Why};
use super::link_set_source;
use super::question::{Answer, Question};
use crate::gs1::DigitalLink;
use futures_util::future::join_all;
use std::collections::BTreeSet;

/// How many steps back across producers are asked for.
const DEEPEST: usize = 3;

/// How many ingredients are asked for at each step; a document must not make a phone ask for thousands.
const MOST: usize = 8;

/// Asks a source for the events of the ingredients that it `may` be asked about, and of theirs. An ingredient that it does
/// not know stays untold.
pub(super) async fn follow<F>(
    findings: &mut Findings,
    source: &Source,
    may: impl Fn(&DigitalLink) -> bool,
    fetch: &F,
) where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let mut asked: BTreeSet<String> = BTreeSet::new();
    for _ in 0..DEEPEST {
        let wanted = wanted(findings, &may, &mut asked);
        if wanted.is_empty() {
            return;
        }
        let answers = wanted
            .iter()
            .map(|lot| link_set_source::ask_events(lot, source, fetch));
        for answer in join_all(answers).await {
            findings.merge_ingredient(answer);
        }
    }
}

/// The lots that went into something and that no event makes.
fn wanted(
    findings: &Findings,
    may: impl Fn(&DigitalLink) -> bool,
    asked: &mut BTreeSet<String>,
) -> Vec<DigitalLink> {
    let mut made: BTreeSet<&str> = BTreeSet::new();
    for event in &findings.events {
        made.extend(event.outputs.iter().map(|output| output.id.as_str()));
        if event.kind == EventKind::Object && event.action == Some(Action::Add) {
            made.extend(event.objects.iter().map(|object| object.id.as_str()));
        }
    }
    let inputs = findings.events.iter().flat_map(|event| &event.inputs);
    let unmade = inputs.filter(|input| !made.contains(input.id.as_str()));
    unmade
        .filter_map(|input| DigitalLink::parse(&input.id).ok())
        .filter(|link| link.lot().is_some() || link.serial().is_some())
        .filter(may)
        .filter(|link| asked.insert(link.canonical()))
        .take(MOST)
        .collect()
}
