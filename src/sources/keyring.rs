//! keys.json and revoked.json: the keys that a source announces beside those that config.json pins, so that one key can follow
//! another, and those that it takes back.

use super::config::{Config, Source};
use super::findings::Why;
use super::freshness::{DatedList, ListKind, Memory};
use super::market_api::own_source;
use super::origin::is_same_origin;
use super::question::{Answer, JOSE, JSON, Question, Received, SIGNATURE, ask_signed, held, json};
use super::safety::is_fetchable;
use super::signature::{Key, Seal, Signature, revoked};
use futures_util::future::join;

/// The list of keys, beside the source's other files.
const KEYS: &str = "keys.json";

/// The list of keys that no longer sign, likewise.
const REVOKED: &str = "revoked.json";

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
    let list = of_now(source, file.clone(), JSON);
    let beside = of_now(source, format!("{file}{SIGNATURE}"), JOSE);
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
    let document = json(&list.body).unwrap_or_default();
    let is_new = |key: &Key| source.keys.iter().all(|pinned| pinned.kid != key.kid);
    let keys = Key::read_all(&document).into_iter().filter(is_new);
    Announced::Keys(keys.collect(), Seal { file, signature })
}

/// A question about a list that says what holds now.
fn of_now(source: &Source, url: String, accept: &'static str) -> Question {
    Question {
        fresh_min: 0,
        is_of_now: true,
        ..Question::to(source, url, accept)
    }
}

/// What a source says of keys that no longer sign.
pub(super) struct Revoked<'a> {
    /// The source.
    source: &'a Source,
    /// Their names.
    names: Vec<String>,
    /// What came of the signatures of the list, and of the list of keys where that was needed.
    pub seals: Vec<Seal>,
    /// The list's day, where it was read.
    pub list: Option<DatedList>,
}

/// Whether a source is the market itself.
pub(super) fn is_market(source: &Source, config: &Config) -> bool {
    own_source(config).is_some_and(|own| std::ptr::eq(own, source))
}

/// The keys that a source has revoked. The market must have a list; another source may have none, unless this phone has seen one.
pub(super) async fn revoked_keys<'a, F>(
    source: &'a Source,
    config: &Config,
    memory: &Memory,
    fetch: &F,
) -> Revoked<'a>
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let must_be = is_market(source, config);
    let folder = if must_be {
        config.market.clone()
    } else {
        source.root()
    };
    let file = format!("{folder}{REVOKED}");
    let told = |names, seals, list| Revoked {
        source,
        names,
        seals,
        list,
    };
    let unread = || {
        let (file, signature) = (file.clone(), Signature::Unknown);
        vec![Seal { file, signature }]
    };
    let answer = ask_signed(of_now(source, file.clone(), JSON), Some(source), fetch).await;
    let Received { document, seals, .. } = match answer {
        Ok(received) => received,
        Err(Why::NotThere) if !must_be && memory.newest(&file).is_none() => {
            return told(Vec::new(), Vec::new(), None);
        }
        Err(_) => return told(Vec::new(), unread(), None),
    };
    let document = document.unwrap_or_default();
    let list = DatedList {
        most_days: config.recall_days,
        ..DatedList::of(ListKind::RevokedKeys, file.clone(), &document, &seals, memory)
    };
    if !list.is_signed {
        // OK because a list that anybody could have written revokes nothing.
        return told(Vec::new(), seals, None);
    }
    let Ok(names) = revoked(&document) else {
        return told(Vec::new(), unread(), None);
    };
    // OK because what an old list revoked stays revoked; only that it revokes no more is not believed.
    let seals = if list.is_played_back() { unread() } else { seals };
    told(names, seals, Some(list))
}

/// Whether a key, by the name that the signature of a file gives it, has been revoked: by the source of the file, or by another one
/// that pins the same key.
pub(super) fn is_revoked(lists: &[Revoked], config: &Config, file: &str, kid: &str) -> bool {
    let Some(owner) = owner(config, file) else {
        return lists.iter().any(|list| list.names(kid));
    };
    let pinned = owner.keys.iter().find(|key| key.kid == kid);
    let is_same = |key: &&Key| pinned.is_some_and(|pinned| pinned.letters == key.letters);
    lists.iter().any(|list| {
        let mut namesakes = list.source.keys.iter().filter(is_same);
        let is_own = std::ptr::eq(list.source, owner) && list.names(kid);
        is_own || namesakes.any(|key| list.names(&key.kid))
    })
}

impl Revoked<'_> {
    /// Whether it matters what came of the list: something came that the source signs, or it is the market, of which all pages tell.
    pub fn matters(&self, received: &[Seal], config: &Config) -> bool {
        let is_theirs =
            |seal: &Seal| owner(config, &seal.file).is_some_and(|owner| std::ptr::eq(owner, self.source));
        is_market(self.source, config) || received.iter().any(is_theirs)
    }

    fn names(&self, kid: &str) -> bool {
        self.names.iter().any(|name| name == kid)
    }
}

/// The source that signs a file: the one in whose folder it lies, else one on its host.
fn owner<'a>(config: &'a Config, file: &str) -> Option<&'a Source> {
    let signing = || config.sources.iter().filter(|source| !source.keys.is_empty());
    let around = signing().filter(|source| file.starts_with(&source.root()));
    let nearest = around.max_by_key(|source| source.root().len());
    nearest.or_else(|| signing().find(|source| is_same_origin(&source.root(), file)))
}
