//! Asks the sources, in their order, what they know of an identity.

use super::{Config, Findings, Why};
use crate::gs1::DigitalLink;

/// One question to the network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The address, absolute or relative to the site.
    pub url: String,
    /// What is wanted, for the `Accept` header.
    pub accept: &'static str,
    /// How long to wait, in milliseconds.
    pub timeout_ms: u32,
}

/// Asks every source that may be asked and gathers what they say.
///
/// `consent` tells whether the shopper has agreed to sources that ask first. `fetch` answers one question with the
/// body of a successful response.
pub async fn look_up<F>(
    identity: &DigitalLink,
    config: &Config,
    consent: bool,
    fetch: &F,
) -> Findings
where
    F: AsyncFn(Question) -> Result<String, Why>,
{
    let _ = (identity, config, consent, fetch);
    todo!()
}
