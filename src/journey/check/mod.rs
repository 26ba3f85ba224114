//! Checks: each rule looks at the findings and says in a sentence what it saw.

pub mod certificate;
pub mod coldchain;
pub mod continuity;
pub mod events;
pub mod expiry;
pub mod mass;
pub mod recall;

use super::facts::Facts;
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
    /// The rule: `expiry`, `recall`, `continuity`, `mass`, `coldchain`, `certificate`, `events`.
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
    [
        Some(recall::check(findings.recalls.as_deref(), identity, trace)),
        expiry::check(facts, today),
        Some(events::check(identity, findings, trace)),
        continuity::check(trace, &findings.places),
        coldchain::check(trace, product),
        mass::check(trace, product),
        certificate::check(trace, product),
    ]
    .into_iter()
    .flatten()
    .collect()
}
