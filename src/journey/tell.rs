//! Tells the journey: facts, steps, checks and one verdict.

use super::check::events::Known;
use super::check::{Check, Verdict, all};
use super::conformity::Conformity;
use super::elements::conformity;
use super::facts::Facts;
use super::fold::steps;
use super::gaps::gaps;
use super::headline::{headline, summary};
use super::join::{Join, joins};
use super::step::Step;
use super::trace::Trace;
use crate::gs1::DigitalLink;
use crate::sources::claims::Said;
use crate::sources::kept::Kept;
use crate::sources::original::Original;
use crate::sources::product::{FoodFacts, Lot, Product};
use crate::sources::{Findings, Silence};
use crate::words::Text;
use time::Date;

/// Everything a journey page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Journey {
    /// Of what.
    pub identity: DigitalLink,
    /// The day on which it is told.
    pub today: Date,
    /// The product, if somebody knows it.
    pub product: Option<Product>,
    /// What volunteers know of it, if the market does not.
    pub food_facts: Option<FoodFacts>,
    /// The day it was packed.
    pub packed_on: Option<Date>,
    /// Not to be used after this day.
    pub expires_on: Option<Date>,
    /// Best before this day.
    pub best_before: Option<Date>,
    /// The steps in the order of time.
    pub steps: Vec<Step>,
    /// Where several things became one.
    pub joins: Vec<Join>,
    /// What is missing, in plain sentences, the most important first.
    pub gaps: Vec<Text>,
    /// What the rules saw.
    pub checks: Vec<Check>,
    /// Which of the data that the law asks for is there.
    pub conformity: Conformity,
    /// All of them together.
    pub verdict: Verdict,
    /// The verdict in a few words: `Chưa thấy điểm bất thường`.
    pub headline: Text,
    /// One sentence that says what it rests on, or what to do.
    pub summary: Text,
    /// The lots the shopper may choose from when the code names only the product.
    pub lots: Vec<Lot>,
    /// Whether any of it is sample data.
    pub sample: bool,
    /// In what the sources differ, and what only a later one says.
    pub said: Vec<Said>,
    /// Which sources gave nothing, and why.
    pub silences: Vec<Silence>,
    /// Which sources spoke through answers that this phone had kept.
    pub kept: Vec<Kept>,
    /// The documents of events as they were received.
    pub originals: Vec<Original>,
}

/// Tells the journey of `identity` from what was found, as it stands on `today`.
pub fn tell(identity: &DigitalLink, mut findings: Findings, today: Date) -> Journey {
    findings.doubt_signatures(today);
    let trace = Trace::follow(identity, &findings);
    let known = Known::of(identity, &findings, &trace);
    let facts = Facts::gather(identity, &findings, &trace, today);
    let steps = steps(&trace, &findings);
    let checks = all(identity, &findings, &trace, &facts, today);
    let verdict = overall(&checks);
    let gaps = gaps(known, &findings, &trace, &steps, &checks);
    let conformity = conformity(identity, &findings, &facts, &steps, &checks);
    let is_sample = is_sample(&findings, &trace);
    let said = findings.said_beside();
    Journey {
        identity: identity.clone(),
        today,
        packed_on: facts.packed_on,
        expires_on: facts.expires_on,
        best_before: facts.best_before,
        headline: headline(verdict, known, &checks),
        summary: summary(verdict, known, &checks, &steps),
        joins: joins(&trace, &findings, &steps),
        steps,
        gaps,
        checks,
        conformity,
        verdict,
        lots: lots_to_choose(known, findings.lots),
        sample: is_sample,
        said,
        product: findings.product,
        food_facts: findings.food_facts,
        silences: findings.silences,
        kept: findings.kept,
        originals: findings.originals,
    }
}

/// The worst verdict of all.
fn overall(checks: &[Check]) -> Verdict {
    let verdicts = checks.iter().map(|check| check.verdict);
    verdicts.max().unwrap_or(Verdict::Unknown)
}

/// The published lots where the code names none, or one that has no journey.
fn lots_to_choose(known: Known, lots: Vec<Lot>) -> Vec<Lot> {
    match known {
        Known::ProductOnly | Known::NoEvents => lots,
        _ => Vec::new(),
    }
}

fn is_sample(findings: &Findings, trace: &Trace) -> bool {
    let product = findings.product.iter().map(|product| &product.by);
    let events = trace.events.iter().map(|event| &event.by);
    let community = findings.food_facts.iter().map(|facts| &facts.by);
    let mut all = product.chain(events).chain(community);
    all.any(|by| by.sample)
}
