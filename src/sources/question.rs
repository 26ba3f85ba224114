//! One question to the network, and the JSON that answers it.

use super::findings::Why;
use super::reference::is_fetchable;
use serde_json::Value;

/// What link sets are asked for as (RFC 9264 §4.2).
pub(super) const LINK_SET: &str = "application/linkset+json, application/json;q=0.9";

/// What linked data is asked for as.
pub(super) const JSON_LD: &str = "application/ld+json, application/json;q=0.9";

/// What other documents are asked for as.
pub(super) const JSON: &str = "application/json";

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

/// Asks for a document. This is the one gate to the network: an address that must not be fetched ends here, wherever it came from.
pub(super) async fn ask<F>(question: Question, fetch: &F) -> Result<Value, Why>
where
    F: AsyncFn(Question) -> Result<String, Why>,
{
    let url = question.url.clone();
    if !is_fetchable(&url) {
        return Err(Why::Broken(format!("an address that must not be fetched: {url}")));
    }
    let body = fetch(question).await?;
    serde_json::from_str(&body).map_err(|error| Why::Broken(format!("{url}: {error}")))
}
