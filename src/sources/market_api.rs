//! The files of the static market API that are asked for by their place: the recall list, a producer, a place.

use super::attribution::Attribution;
use super::config::{Config, Source, SourceKind};
use super::findings::{About, Findings, Silence, Why};
use super::freshness::{DatedList, ListKind, Memory};
use super::kept::Kept;
use super::origin::is_under;
use super::place::{Organization, Place};
use super::question::{Answer, JSON, JSON_LD, Question, ask_page, ask_signed};
use super::recalls;
use super::signature::Seal;
use crate::gs1::Gln;
use crate::words::Text;
use serde_json::Value;

/// How long to wait where the market is none of the sources, in milliseconds.
const TIMEOUT_MS: u32 = 8_000;

/// The list of recalls.
const RECALLS: &str = "recalls.json";

/// The recall list of the market, alone in its findings.
pub(super) async fn recalls<F>(config: &Config, memory: &Memory, fetch: &F) -> Findings
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let mut findings = Findings::default();
    let answer = ask_recalls(config, fetch).await;
    let answer = answer.and_then(|(document, seals)| {
        findings.seals.extend(seals);
        document
    });
    // OK because a list that did not come has no day of its own, and says only which one this phone saw last.
    let document = answer.as_ref().unwrap_or(&Value::Null);
    let file = format!("{}{RECALLS}", config.market);
    let list = DatedList {
        most_days: config.recall_days,
        ..DatedList::of(ListKind::Recalls, file, document, &findings.seals, memory)
    };
    findings.lists.push(list);
    let answer = answer.map_err(|why| match why {
        // OK because the list is about no code: a market without one is broken, not ignorant.
        Why::NotThere => Why::Broken("recalls.json: nothing there".to_owned()),
        why => why,
    });
    let why = match answer.and_then(|document| recalls::read(&document).map_err(Why::Broken)) {
        Ok((list, broken)) => {
            findings.recalls = Some(list);
            findings.unreadable_recalls = broken;
            (broken > 0).then(|| Why::Broken(format!("{broken} recalls left out")))
        }
        Err(why) => Some(why),
    };
    let about = About::Recalls;
    let silence = |why| Silence {
        about,
        ..silence(config, why)
    };
    findings.silences.extend(why.map(silence));
    findings
}

/// What the market tells of one thing, and how old that is where this phone had kept it.
#[derive(Clone, Debug, PartialEq)]
pub struct Told<T> {
    /// What it tells.
    pub what: T,
    /// Since when it was kept; `None` when it came fresh.
    pub kept: Option<Kept>,
}

/// The producer or other party with this number; `None` when the market does not know it.
pub async fn organization<F>(
    gln: Gln,
    config: &Config,
    fetch: &F,
) -> Result<Option<Told<Organization>>, Silence>
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let file = format!("417/{gln}.json");
    let Some(Told { what: document, kept }) = known(&file, config, fetch).await? else {
        return Ok(None);
    };
    let party = Organization::read(&document, &format!("{}{file}", config.market));
    let party = party.filter(|party| party.gln.as_deref() == Some(gln.as_str()));
    let mut party = party.ok_or_else(|| misfit(config, &file))?;
    party.by = Some(Attribution::declared(&document, &market(config).0));
    Ok(Some(Told { what: party, kept }))
}

/// The place with this number; `None` when the market does not know it.
pub async fn place<F>(gln: Gln, config: &Config, fetch: &F) -> Result<Option<Told<Place>>, Silence>
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let file = format!("414/{gln}.json");
    let Some(Told { what: document, kept }) = known(&file, config, fetch).await? else {
        return Ok(None);
    };
    let place = Place::read(&document, &format!("{}{file}", config.market));
    let place = place.filter(|place| place.uri == format!("https://id.gs1.org/414/{gln}"));
    let mut place = place.ok_or_else(|| misfit(config, &file))?;
    place.by = Some(Attribution::declared(&document, &market(config).0));
    Ok(Some(Told { what: place, kept }))
}

/// A file of the market that is about no code, such as `figures.json`; `None` when it publishes none.
pub async fn market_file<F>(file: &str, config: &Config, fetch: &F) -> Result<Option<Told<Value>>, Silence>
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    known(file, config, fetch).await
}

async fn known<F>(file: &str, config: &Config, fetch: &F) -> Result<Option<Told<Value>>, Silence>
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let url = format!("{}{file}", config.market);
    let question = match own_source(config) {
        Some(source) => Question::to(source, url, JSON_LD),
        None => Question::new(url, JSON_LD, market(config).1),
    };
    match ask_page(question, fetch).await {
        Ok((what, answer)) => {
            let source = market(config).0;
            let kept = answer.kept_at.map(|at| Kept { source, at });
            Ok(Some(Told { what, kept }))
        }
        Err(Why::NotThere) => Ok(None),
        Err(why) => Err(silence(config, why)),
    }
}

/// The list, or why it cannot be read, and what its signature came to.
type Signed = (Result<Value, Why>, Vec<Seal>);

async fn ask_recalls<F>(config: &Config, fetch: &F) -> Result<Signed, Why>
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let (_, timeout_ms) = market(config);
    let question = Question {
        is_of_now: true,
        ..Question::new(format!("{}{RECALLS}", config.market), JSON, timeout_ms)
    };
    let answer = ask_signed(question, own_source(config), fetch).await?;
    Ok((answer.document, answer.seals))
}

/// The name and time limit of the market: those of the link set source that lies under its address, else of the first one.
fn market(config: &Config) -> (Text, u32) {
    let mut link_sets = link_sets(config);
    match own_source(config).or_else(|| link_sets.next()) {
        Some(source) => (source.name.clone(), source.timeout_ms),
        None => (Text::same(config.market.clone()), TIMEOUT_MS),
    }
}

/// The link set source that lies under the market's address.
pub(super) fn own_source(config: &Config) -> Option<&Source> {
    link_sets(config).find(|source| is_under(&source.template, &config.market))
}

fn link_sets(config: &Config) -> impl Iterator<Item = &Source> {
    let sources = config.sources.iter();
    sources.filter(|source| source.kind == SourceKind::LinkSet)
}

fn misfit(config: &Config, file: &str) -> Silence {
    silence(config, Why::Broken(format!("{file} is about something else")))
}

fn silence(config: &Config, why: Why) -> Silence {
    Silence {
        source: market(config).0,
        why,
        about: About::Code,
    }
}
