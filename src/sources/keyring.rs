//! keys.json: the keys that a source announces beside those that config.json pins, so that one key can follow another.

use super::config::Source;
use super::findings::Why;
use super::question::{Answer, JOSE, JSON, Question, SIGNATURE};
use super::safety::is_fetchable;
use super::signature::{Key, Seal, Signature, verify};
use futures_util::future::join;

/// The list of keys, beside the source's other files.
const KEYS: &str = "keys.json";

/// The keys that a source announces, and what came of the list's own signature. They count only where a pinned key signed the list:
/// `None` where it did not, or the list cannot be had. A pinned key of the same name stays the one that is meant.
pub(super) async fn announced<F>(source: &Source, fetch: &F) -> Option<(Vec<Key>, Seal)>
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let file = format!("{}{KEYS}", source.root());
    if !is_fetchable(&file) {
        return None;
    }
    let list = Question::to(source, file.clone(), JSON);
    let beside = Question::to(source, format!("{file}{SIGNATURE}"), JOSE);
    let (list, jws) = join(fetch(list), fetch(beside)).await;
    let (list, jws) = (list.ok()?, jws.ok()?);
    let signature = verify(list.body.as_bytes(), &jws.body, &source.keys);
    if !matches!(signature, Signature::Signed { .. }) {
        return None;
    }
    let document = serde_json::from_str(&list.body).ok()?;
    let is_new = |key: &Key| source.keys.iter().all(|pinned| pinned.kid != key.kid);
    let keys = Key::read_all(&document).into_iter().filter(is_new);
    Some((keys.collect(), Seal { file, signature }))
}
