//! One question to the network, and the JSON that answers it.

use super::findings::Why;
use super::reference::is_fetchable;
use super::signature::{Key, Seal, Signature, verify};
use futures_util::future::join;
use serde_json::Value;

/// What link sets are asked for as (RFC 9264 §4.2).
pub(super) const LINK_SET: &str = "application/linkset+json, application/json;q=0.9";

/// What linked data is asked for as.
pub(super) const JSON_LD: &str = "application/ld+json, application/json;q=0.9";

/// What other documents are asked for as.
pub(super) const JSON: &str = "application/json";

/// What signatures are asked for as.
const JOSE: &str = "application/jose, text/plain;q=0.9, */*;q=0.1";

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

/// The end of the address of the signature beside a file.
const SIGNATURE: &str = ".jws";

/// Asks for a document and, of a source that signs, for the signature beside it.
pub(super) async fn ask_signed<F>(
    question: Question,
    keys: &[Key],
    fetch: &F,
) -> Result<(Value, Option<Seal>), Why>
where
    F: AsyncFn(Question) -> Result<String, Why>,
{
    let url = question.url.clone();
    if keys.is_empty() || url.contains(['?', '#']) || !is_fetchable(&url) {
        return Ok((ask(question, fetch).await?, None));
    }
    let beside = Question {
        url: format!("{url}{SIGNATURE}"),
        accept: JOSE,
        timeout_ms: question.timeout_ms,
    };
    let (body, jws) = join(fetch(question), fetch(beside)).await;
    let body = body?;
    let signature = match jws {
        Ok(jws) => verify(body.as_bytes(), &jws, keys),
        Err(Why::NotThere) => Signature::Unsigned,
        Err(_) => Signature::Unknown,
    };
    let document = serde_json::from_str(&body).map_err(|error| Why::Broken(format!("{url}: {error}")))?;
    let seal = Seal { file: url, signature };
    Ok((document, Some(seal)))
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
