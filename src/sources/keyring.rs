//! keys.json: the keys that a source announces beside those that config.json pins, so that one key can follow another.

use super::config::Source;
use super::findings::Why;
use super::question::{Answer, JOSE, JSON, Question, SIGNATURE, held};
use super::safety::is_fetchable;
use super::signature::{Key, Seal, Signature};
use futures_util::future::join;

/// The list of keys, beside the source's other files.
const KEYS: &str = "keys.json";

/// What a source announces. Its keys count only where a pinned one signed the list.
pub(super) enum Announced {
    /// These keys, and what came of the list's own signature.
    Keys(Vec<Key>, Seal),
    /// The list was changed after a pinned key had signed it, or by somebody who cannot sign.
    Changed(Seal),
    /// There is no list, or nobody known vouches for it.
    Nothing,
    /// The list or its signature could not be fetched.
    Unknown,
}

/// The keys that a source announces. A pinned key of the same name stays the one that is meant.
pub(super) async fn announced<F>(source: &Source, fetch: &F) -> Announced
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let file = format!("{}{KEYS}", source.root());
    if !is_fetchable(&file) {
        return Announced::Nothing;
    }
    let list = Question::to(source, file.clone(), JSON);
    let beside = Question::to(source, format!("{file}{SIGNATURE}"), JOSE);
    let (list, jws) = join(fetch(list), fetch(beside)).await;
    let (list, jws) = match (list, jws) {
        (Ok(list), Ok(jws)) => (list, jws),
        (Err(Why::NotThere), _) | (_, Err(Why::NotThere)) => return Announced::Nothing,
        _ => return Announced::Unknown,
    };
    let signature = held(&list, &jws, &source.keys);
    match signature {
        Signature::Signed { .. } => {}
        Signature::Mismatch => return Announced::Changed(Seal { file, signature }),
        Signature::Unsigned => return Announced::Nothing,
        Signature::Unknown => return Announced::Unknown,
    }
    let document = serde_json::from_str(&list.body).unwrap_or_default();
    let is_new = |key: &Key| source.keys.iter().all(|pinned| pinned.kid != key.kid);
    let keys = Key::read_all(&document).into_iter().filter(is_new);
    Announced::Keys(keys.collect(), Seal { file, signature })
}
