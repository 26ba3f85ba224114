//! Checks: each rule looks at the findings and says in a sentence what it saw.

use crate::words::Text;

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
