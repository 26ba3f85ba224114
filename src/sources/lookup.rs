//! Asks the sources what they know of an identity, and merges their answers in the order of the settings.

use super::config::{Config, Source, SourceKind};
use super::epcis_source;
use super::findings::{About, Findings, Silence, Why};
use super::food_facts::FoodFacts;
use super::freshness::Memory;
use super::ingredients;
use super::kept::Kept;
use super::keyring::{self, Revoked};
use super::link_set_source;
use super::market_api;
use super::origin::{Origin, is_under};
pub use super::question::Question;
use super::question::{Answer, JSON, ask};
use super::signature::{Seal, Signature};
use crate::gs1::{DigitalLink, Gtin};
use crate::words::Text;
use futures_util::future::{join_all, join3};
use std::cell::Cell;

/// Asks as [`look_up_with`] does, on a phone that has seen no list before.
pub async fn look_up<F>(identity: &DigitalLink, config: &Config, consent: bool, fetch: &F) -> Findings
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    look_up_with(identity, config, consent, &Memory::default(), fetch).await
}

/// Asks every source that may be asked and gathers what they say.
///
/// The recall list is asked first and always; food facts only when every other source answered that it
/// does not know the code. `consent` tells whether the shopper has agreed to sources that ask first.
/// `memory` knows the newest lists that this phone has seen: an older one is told from the newest. `fetch` answers one
/// question with the body of a successful response.
pub async fn look_up_with<F>(
    identity: &DigitalLink,
    config: &Config,
    consent: bool,
    memory: &Memory,
    fetch: &F,
) -> Findings
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let standard = config
        .sources
        .iter()
        .filter(|source| source.kind != SourceKind::FoodFacts);
    let answers = standard.map(
        async |source| match permission(source, identity, config, consent) {
            Permission::Given => Some(ask_source(identity, source, fetch).await),
            Permission::Missing => Some(silent(source, Why::NotAsked)),
            Permission::Never => None,
        },
    );
    let recalls = market_api::recalls(config, memory, fetch);
    let revoked = revoked_keys(identity, config, consent, memory, fetch);
    let (mut findings, answers, revoked) = join3(recalls, join_all(answers), revoked).await;
    let answers: Vec<Findings> = answers.into_iter().flatten().collect();
    let nobody_knows = answers.iter().all(is_ignorant);
    for answer in answers {
        findings.merge(answer);
    }
    let known = config
        .sources
        .iter()
        .filter(|source| source.kind == SourceKind::LinkSet);
    for source in known {
        let may = |lot: &DigitalLink| matches!(permission(source, lot, config, consent), Permission::Given);
        let oldest = Cell::new(None);
        ingredients::follow(&mut findings, source, may, &watched(fetch, &oldest)).await;
        findings.add_kept(kept(source, &oldest));
    }
    settle(&mut findings, &revoked, config);
    if nobody_knows {
        ask_food_facts(identity, config, consent, fetch, &mut findings).await;
    }
    findings
}

/// Asks every source that signs, and may be asked, which keys no longer do. The market is asked always.
async fn revoked_keys<'a, F>(
    identity: &DigitalLink,
    config: &'a Config,
    consent: bool,
    memory: &Memory,
    fetch: &F,
) -> Vec<Revoked<'a>>
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let may = |source: &&Source| {
        let given = matches!(permission(source, identity, config, consent), Permission::Given);
        !source.keys.is_empty() && (given || keyring::is_market(source, config))
    };
    let signing = config.sources.iter().filter(may);
    let lists = signing.map(|source| keyring::revoked_keys(source, config, memory, fetch));
    join_all(lists).await
}

/// Takes back what revoked keys signed, and notes what was signed.
fn settle(findings: &mut Findings, revoked: &[Revoked], config: &Config) {
    let signs = |name: &Text| {
        let mut namesakes = config.sources.iter().filter(|source| source.name == *name);
        namesakes.clone().next().is_some() && namesakes.all(|source| !source.keys.is_empty())
    };
    // Without the list, a key that was revoked would pass for a good one.
    let is_unclear = |seal: &&Seal| !matches!(seal.signature, Signature::Signed { .. });
    let is_list = |seal: &&Seal| seal.file.ends_with("keys.json");
    let received = findings.seals.clone();
    for list in revoked.iter().filter(|list| list.matters(&received, config)) {
        let told = list.seals.iter().filter(|seal| is_unclear(seal) || is_list(seal));
        findings.seals.extend(told.cloned());
        findings.lists.extend(list.list.clone());
    }
    let is_revoked = |file: &str, kid: &str| keyring::is_revoked(revoked, config, file, kid);
    findings.settle_signatures(is_revoked, signs);
}

async fn ask_source<F>(identity: &DigitalLink, source: &Source, fetch: &F) -> Findings
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let oldest = Cell::new(None);
    let fetch = &watched(fetch, &oldest);
    let mut findings = match source.kind {
        SourceKind::Epcis => epcis_source::ask_source(identity, source, fetch).await,
        _ => link_set_source::ask_source(identity, source, fetch).await,
    };
    findings.add_kept(kept(source, &oldest));
    findings
}

/// The same way to the network, noting when the oldest answer was fetched that had been kept.
fn watched<'a, F>(
    fetch: &'a F,
    oldest: &'a Cell<Option<i64>>,
) -> impl AsyncFn(Question) -> Result<Answer, Why> + 'a
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    async move |question| {
        let answer = fetch(question).await?;
        if let Some(at) = answer.kept_at {
            oldest.set(Some(oldest.get().map_or(at, |known| known.min(at))));
        }
        Ok(answer)
    }
}

fn kept(source: &Source, oldest: &Cell<Option<i64>>) -> Option<Kept> {
    let source = source.name.clone();
    oldest.get().map(|at| Kept { source, at })
}

/// Whether a source was asked, answered, and does not know the code. One that could not be asked may well know it.
fn is_ignorant(answer: &Findings) -> bool {
    // OK because a document that its own link set names and that is missing is told as broken.
    matches!(answer.silences.as_slice(), [silence] if silence.why == Why::NotThere)
}

/// Whether a source may be asked about an identity.
enum Permission {
    Given,
    /// The shopper has not agreed yet.
    Missing,
    /// The number has a meaning in one shop only and is nobody else's business.
    Never,
}

fn permission(source: &Source, identity: &DigitalLink, config: &Config, consent: bool) -> Permission {
    let is_market = is_under(&source.template, &config.market);
    let is_third_party = !is_market && Origin::of_template(&source.template) != Some(Origin::Site);
    let is_restricted = identity.gtin().is_some_and(|gtin| gtin.is_restricted());
    match () {
        () if is_third_party && is_restricted => Permission::Never,
        () if source.ask_first && !consent => Permission::Missing,
        () => Permission::Given,
    }
}

/// Asks the food facts sources in turn until one knows the product.
async fn ask_food_facts<F>(
    identity: &DigitalLink,
    config: &Config,
    consent: bool,
    fetch: &F,
    findings: &mut Findings,
) where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let Some(gtin) = identity.gtin() else {
        return;
    };
    let sources = config
        .sources
        .iter()
        .filter(|source| source.kind == SourceKind::FoodFacts);
    for source in sources {
        let answer = match permission(source, identity, config, consent) {
            Permission::Given => {
                let oldest = Cell::new(None);
                let answer = food_facts(gtin, source, &watched(fetch, &oldest)).await;
                findings.add_kept(kept(source, &oldest));
                answer
            }
            Permission::Missing => Err(Why::NotAsked),
            Permission::Never => continue,
        };
        match answer {
            Ok(facts) => {
                findings.food_facts = Some(facts);
                return;
            }
            Err(why) => findings.merge(silent(source, why)),
        }
    }
}

async fn food_facts<F>(gtin: Gtin, source: &Source, fetch: &F) -> Result<FoodFacts, Why>
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let url = source.template.replace("{gtin}", gtin.shown());
    let question = Question::to(source, url, JSON);
    let answer = ask(question, fetch).await?;
    let facts = FoodFacts::read(&answer, gtin, &source.name).map_err(Why::Broken)?;
    facts.ok_or(Why::NotThere)
}

fn silent(source: &Source, why: Why) -> Findings {
    Findings {
        silences: vec![Silence {
            source: source.name.clone(),
            why,
            about: About::Code,
        }],
        ..Findings::default()
    }
}
