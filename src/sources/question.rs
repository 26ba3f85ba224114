//! One question to the network, what answers it, and the JSON in it.

use super::config::Source;
use super::findings::Why;
use super::keyring::{Announced, announced};
use super::safety::is_fetchable;
use super::signature::{Key, Seal, Signature, names_key, verify};
use futures_util::future::join;
use serde_json::Value;

/// What link sets are asked for as (RFC 9264 §4.2).
pub(super) const LINK_SET: &str = "application/linkset+json, application/json;q=0.9";

/// What linked data is asked for as.
pub(super) const JSON_LD: &str = "application/ld+json, application/json;q=0.9";

/// What other documents are asked for as.
pub(super) const JSON: &str = "application/json";

/// What EPCIS repositories are asked for as. A question with this one also says which versions and which identifiers are understood.
pub(super) const EPCIS: &str = "application/ld+json, application/json";

/// What the REST bindings of EPCIS 2.0 call versions and ways of naming goods (GS1 EPCIS 2.0.1 §12.6).
const EPCIS_HEADERS: [(&str, &str); 4] = [
    ("GS1-EPCIS-Min", "2.0.0"),
    ("GS1-EPCIS-Max", "2.0.1"),
    ("GS1-CBV-Min", "2.0.0"),
    ("GS1-EPC-Format", "Always_GS1_Digital_Link"),
];
/// What signatures are asked for as.
pub(super) const JOSE: &str = "application/jose, text/plain;q=0.9, */*;q=0.1";

/// One question to the network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The address, absolute or relative to the site.
    pub url: String,
    /// What is wanted, for the `Accept` header.
    pub accept: &'static str,
    /// How long to wait, in milliseconds.
    pub timeout_ms: u32,
    /// How many questions a minute the host allows; `None` where it sets no limit.
    pub per_minute: Option<u32>,
    /// For how many minutes an answer that was kept stands for a fresh one.
    pub fresh_min: u32,
    /// Whether an answer from the browser's own cache will not do: lists of recalls and of keys say what holds now.
    pub is_of_now: bool,
}

impl Question {
    /// A question without limits, whose answer is not kept.
    pub fn new(url: impl Into<String>, accept: &'static str, timeout_ms: u32) -> Question {
        Question {
            url: url.into(),
            accept,
            timeout_ms,
            per_minute: None,
            fresh_min: 0,
            is_of_now: false,
        }
    }

    /// A question to a source, with its limits.
    pub(super) fn to(source: &Source, url: String, accept: &'static str) -> Question {
        Question {
            per_minute: source.per_minute,
            fresh_min: source.fresh_min,
            ..Question::new(url, accept, source.timeout_ms)
        }
    }

    /// Whether its host may lead on to another address of its own: resolvers lead to where their link sets lie
    /// (GS1-Conformant Resolver 1.2), other sources have no reason to.
    pub fn may_lead_on(&self) -> bool {
        self.accept == LINK_SET
    }

    /// The headers that go with it.
    pub fn headers(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let more: &[_] = if self.accept == EPCIS { &EPCIS_HEADERS } else { &[] };
        [("Accept", self.accept)].into_iter().chain(more.iter().copied())
    }
}

/// What answers a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The body.
    pub body: String,
    /// The `Link` header, where the host shows it (RFC 8288).
    pub link: Option<String>,
    /// When it was fetched, in seconds since 1970 (UTC), if it is one that was kept; `None` when it comes fresh from the network.
    pub kept_at: Option<i64>,
    /// How long it took, in milliseconds.
    pub took_ms: u32,
}

impl From<String> for Answer {
    fn from(body: String) -> Answer {
        Answer {
            body,
            ..Answer::default()
        }
    }
}

/// The end of the address of the signature beside a file.
pub(super) const SIGNATURE: &str = ".jws";

/// How far apart, in seconds, a file and its signature may have been received to count as received together.
const TOGETHER_S: u64 = 5;

/// A document with what came of its signature, and as it was received.
pub(super) struct Received {
    /// What it says, or why that cannot be read: what came of its signature stands all the same.
    pub document: Result<Value, Why>,
    /// What its signature came to, and that of the list of keys where it was needed; empty for a source that does not sign.
    pub seals: Vec<Seal>,
    /// Its text.
    pub text: String,
}

/// Asks for a document and, of a source that signs, for the signature beside it. A key counts for the source that it is pinned to,
/// and so does one that this source announces. `None` instead of a source signs nothing.
pub(super) async fn ask_signed<F>(
    question: Question,
    source: Option<&Source>,
    fetch: &F,
) -> Result<Received, Why>
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let url = question.url.clone();
    let signing = source.filter(|source| !source.keys.is_empty() && is_fetchable(&url));
    let Some(source) = signing else {
        let (document, answer) = ask_page(question, fetch).await?;
        let (seals, text) = (Vec::new(), answer.body);
        return Ok(Received {
            document: Ok(document),
            seals,
            text,
        });
    };
    if url.contains(['?', '#']) {
        // No signature can lie beside it: what it says must not pass for signed.
        let (document, answer) = ask_page(question, fetch).await?;
        let signature = Signature::Unsigned;
        let (seals, text) = (vec![Seal { file: url, signature }], answer.body);
        return Ok(Received {
            document: Ok(document),
            seals,
            text,
        });
    }
    let beside = Question {
        url: format!("{url}{SIGNATURE}"),
        accept: JOSE,
        // OK because it is kept for as long as its file: a new one does not fit an old file.
        ..question.clone()
    };
    let (file, jws) = join(fetch(question), fetch(beside)).await;
    let file = file?;
    let mut seals = Vec::new();
    let signature = match jws {
        Ok(jws) => signature_of(&file, &jws, source, &mut seals, fetch).await,
        Err(Why::NotThere) => Signature::Unsigned,
        Err(_) => Signature::Unknown,
    };
    let document = document(&file.body, &url);
    // The file's own seal comes first: who signed it is told before who announced the key.
    seals.insert(0, Seal { file: url, signature });
    let text = file.body;
    Ok(Received {
        document,
        seals,
        text,
    })
}

/// What the signature of a file comes to, by the pinned keys or, where it names none of them, by those that the source
/// announces; the list of these is one of the `seals` then.
async fn signature_of<F>(
    file: &Answer,
    jws: &Answer,
    source: &Source,
    seals: &mut Vec<Seal>,
    fetch: &F,
) -> Signature
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let pinned = held(file, jws, &source.keys);
    if pinned != Signature::Unsigned || !names_key(&jws.body) {
        return pinned;
    }
    match announced(source, fetch).await {
        Announced::Keys(keys, seal) => {
            seals.push(seal);
            held(file, jws, &keys)
        }
        Announced::Changed(seal) => {
            seals.push(seal);
            pinned
        }
        Announced::Nothing => pinned,
        Announced::Unknown => Signature::Unknown,
    }
}

/// A file held against the signature beside it. That they do not fit says nothing about either where they were not received together.
pub(super) fn held(file: &Answer, jws: &Answer, keys: &[Key]) -> Signature {
    match verify(file.body.as_bytes(), &jws.body, keys) {
        Signature::Mismatch if !are_together(file.kept_at, jws.kept_at) => Signature::Unknown,
        signature => signature,
    }
}

/// Whether two answers were received at about the same time: both just now, or both when they were kept.
fn are_together(one: Option<i64>, other: Option<i64>) -> bool {
    match (one, other) {
        (None, None) => true,
        (Some(one), Some(other)) => one.abs_diff(other) <= TOGETHER_S,
        _ => false,
    }
}

/// Asks for a document.
pub(super) async fn ask<F>(question: Question, fetch: &F) -> Result<Value, Why>
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    ask_page(question, fetch).await.map(|(document, _)| document)
}

/// Asks for a document and what came with it. This is the one gate to the network: an address that must not be fetched ends here,
/// wherever it came from. A document of more than 128 levels is refused (the limit of serde_json).
pub(super) async fn ask_page<F>(question: Question, fetch: &F) -> Result<(Value, Answer), Why>
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let url = question.url.clone();
    if !is_fetchable(&url) {
        return Err(Why::Broken(format!("an address that must not be fetched: {url}")));
    }
    let answer = fetch(question).await?;
    let document = document(&answer.body, &url)?;
    Ok((document, answer))
}

/// The JSON in a body; a mark of byte order before it is passed over (RFC 8259 §8.1).
fn document(body: &str, url: &str) -> Result<Value, Why> {
    json(body).map_err(|error| Why::Broken(format!("{url}: {error}")))
}

/// The JSON in a text; a mark of byte order before it is passed over.
pub(super) fn json(text: &str) -> Result<Value, serde_json::Error> {
    serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text))
}
