//! Checks: each rule looks at the findings and says in a sentence what it saw.

pub mod certificate;
pub mod chronology;
pub mod coldchain;
pub mod continuity;
pub mod duplicate;
pub mod events;
pub mod expiry;
pub mod identity;
pub mod mass;
pub mod recall;
mod recalled_part;
pub mod record;
pub mod signature;
pub mod stages;
pub mod travel;

use super::facts::Facts;
use super::moves::Moves;
use super::trace::Trace;
use crate::gs1::DigitalLink;
use crate::sources::Findings;
use crate::words::Text;
use time::Date;

/// What a check, or all of them together, came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing irregular was seen.
    Ok,
    /// It could not be checked.
    Unknown,
    /// Something is missing or does not fit.
    Warn,
    /// Do not use it.
    Stop,
}

impl Verdict {
    /// The word of the `data-verdict` attribute.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Ok => "ok",
            Verdict::Unknown => "unknown",
            Verdict::Warn => "warn",
            Verdict::Stop => "stop",
        }
    }
}

/// What one rule saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The rule, by the name of its file: `expiry`, `recall`, `continuity`.
    pub rule: &'static str,
    /// What it came to.
    pub verdict: Verdict,
    /// The fault it found, such as `gap:shipped-not-received`.
    pub flag: Option<&'static str>,
    /// The finding in the shopper's words.
    pub sentence: Text,
    /// The identifiers of the events it rests on.
    pub evidence: Vec<String>,
}

impl Check {
    /// A rule that found a fault.
    pub(super) fn fault(
        rule: &'static str,
        verdict: Verdict,
        flag: &'static str,
        sentence: Text,
        evidence: Vec<String>,
    ) -> Check {
        Check {
            rule,
            verdict,
            flag: Some(flag),
            sentence,
            evidence,
        }
    }

    /// A rule that saw nothing wrong, or could not look.
    pub(super) fn plain(rule: &'static str, verdict: Verdict, sentence: Text) -> Check {
        Check {
            rule,
            verdict,
            flag: None,
            sentence,
            evidence: Vec::new(),
        }
    }
}

/// What every rule says, the gravest kinds of fault first; rules that have nothing to look at are left out.
pub(super) fn all(
    identity: &DigitalLink,
    findings: &Findings,
    trace: &Trace,
    facts: &Facts,
    today: Date,
) -> Vec<Check> {
    let product = findings.product.as_ref();
    let first = [
        Some(recall::check(findings, identity, trace, today)),
        signature::check(findings, today),
        expiry::check(facts, today),
        Some(events::check(identity, findings, trace)),
    ];
    let rest = match trace.valid().next() {
        Some(_) => of_events(identity, findings, trace, today),
        None => vec![identity::check(identity, trace, product).filter(|check| check.flag.is_some())],
    };
    first.into_iter().chain(rest).flatten().collect()
}

/// What the rules say that look at the events.
fn of_events(identity: &DigitalLink, findings: &Findings, trace: &Trace, today: Date) -> Vec<Option<Check>> {
    let (product, places) = (findings.product.as_ref(), &findings.places);
    let moves = Moves::of(trace, places);
    let leaps = travel::leaps(trace, places);
    vec![
        duplicate::check(trace, &leaps, places),
        identity::check(identity, trace, product),
        chronology::check(trace, &moves, today),
        continuity::check(&moves, places),
        stages::check(trace, product).into(),
        coldchain::check(trace, product),
        mass::check(trace, product),
        travel::check(&leaps, &moves, places),
        certificate::check(trace, findings),
        record::check(trace, findings.unreadable),
        signature::check_hashes(trace.valid()),
    ]
}
