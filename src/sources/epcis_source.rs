//! Asks an EPCIS 2.0 repository over its REST interface (GS1 EPCIS 2.0.1 §12), and walks the goods' way backwards:
//! from what came out of a transformation to what went in, from what was packed to the unit that carried it.

use super::config::Source;
use super::epcis::{Action, Event, EventKind};
use super::epcis_document::EpcisDocument;
use super::findings::{About, Findings, Silence, Why};
use super::http::next_page;
use super::json_ld::string;
use super::original::{self, Original};
use super::question::{Answer, EPCIS, JSON_LD, Question, ask_page};
use super::safety::follow;
use crate::gs1::DigitalLink;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;
use std::collections::{BTreeSet, VecDeque};

/// How many steps the way is followed back: field, workshop, packer, warehouse, market and one to spare.
const DEEPEST: usize = 6;

/// How many events are read of one repository.
const MOST_EVENTS: usize = 2_000;

/// How many questions one repository is asked, pages included.
const MOST_QUESTIONS: usize = 40;

/// How many goods of one list are followed: a lot may have a thousand sacks as input.
const MOST_GOODS: usize = 12;

/// How long the walk may take, in times of the source's limit for one answer.
const LONGEST_WALK: u32 = 3;

/// Everything that the repository says about the identity and what it was made of.
pub(super) async fn ask_source<F>(identity: &DigitalLink, source: &Source, fetch: &F) -> Findings
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let mut walk = Walk {
        source,
        fetch,
        findings: Findings::default(),
        questions: 0,
        took_ms: 0,
    };
    if let Err(why) = walk.follow(identity).await {
        // What was not read, or not any more, may have told anything.
        walk.findings.unreadable += usize::from(matches!(why, Why::Broken(_) | Why::CutOff));
        walk.fall_silent(why);
    }
    if walk.findings.events.is_empty() && walk.findings.silences.is_empty() {
        walk.fall_silent(Why::NotThere);
    }
    walk.findings
}

/// A walk through one repository. What it has found stays, whatever stops it.
struct Walk<'a, F> {
    source: &'a Source,
    fetch: &'a F,
    findings: Findings,
    questions: usize,
    took_ms: u32,
}

impl<F> Walk<'_, F>
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    async fn follow(&mut self, identity: &DigitalLink) -> Result<(), Why> {
        let start = identity.canonical();
        // OK because the lots of one product have their own ways, and one page cannot tell them all.
        let is_product_alone = identity.gtin().is_some() && identity.qualifiers.is_empty();
        let deepest = if is_product_alone { 0 } else { DEEPEST };
        let mut seen = BTreeSet::new(); // Every good is asked for once: goods that were made of themselves end here.
        let mut waiting: VecDeque<(String, usize)> = VecDeque::new();
        for id in levels(identity) {
            seen.insert(id.clone());
            waiting.push_back((id, 0));
        }
        while let Some((id, depth)) = waiting.pop_front() {
            self.ask_about(&id).await?;
            if depth == deepest {
                continue;
            }
            let events = &self.findings.events;
            let found = events.iter().flat_map(|event| behind(event, &id, id == start));
            let found: Vec<String> = found.filter(|good| seen.insert(good.clone())).collect();
            waiting.extend(found.into_iter().map(|good| (good, depth + 1)));
        }
        Ok(())
    }

    /// Reads every page of events about one good.
    async fn ask_about(&mut self, id: &str) -> Result<(), Why> {
        let mut url = events_of(&self.source.template, id);
        let mut pages = BTreeSet::new();
        loop {
            let answer = match self.ask(&url).await {
                // Some repositories know the goods by their path only.
                Err(Why::Invalid | Why::Refused(405 | 501)) if pages.is_empty() && is_instance(id) => {
                    url = events_by_path(&self.source.template, id);
                    self.ask(&url).await
                }
                answer => answer,
            };
            let (document, answer) = match answer {
                // OK because a repository says so of goods that it has no events of.
                Err(Why::NotThere) => return Ok(()),
                answer => answer?,
            };
            self.took_ms = self.took_ms.saturating_add(answer.took_ms);
            self.keep(&document, &answer.body, &url)?;
            pages.insert(url.clone());
            let Some(next) = next(&document, &answer, &url) else {
                return Ok(());
            };
            let next = follow(&url, &next).map_err(|fault| Why::Broken(fault.to_string()))?;
            if pages.contains(&next) {
                return Err(Why::Broken(format!("{next}: the next page is an earlier one")));
            }
            url = next;
        }
    }

    async fn ask(&mut self, url: &str) -> Result<(Value, Answer), Why> {
        let limit_ms = self.source.timeout_ms.saturating_mul(LONGEST_WALK);
        if self.questions == MOST_QUESTIONS || self.took_ms > limit_ms {
            return Err(Why::CutOff);
        }
        self.questions += 1;
        let question = |accept| Question::to(self.source, url.to_owned(), accept);
        match ask_page(question(EPCIS), self.fetch).await {
            // Its host may answer pages of other sites, but not allow headers of its own standard: then without them.
            Err(Why::Closed) => ask_page(question(JSON_LD), self.fetch).await,
            answer => answer,
        }
    }

    fn keep(&mut self, document: &Value, text: &str, url: &str) -> Result<(), Why> {
        let name = &self.source.name;
        let received = Original {
            address: url.to_owned(),
            source: name.clone(),
            text: Some(text.into()),
        };
        original::add(&mut self.findings.originals, [received]);
        let document = EpcisDocument::read(document, url, name)
            .map_err(|fault| Why::Broken(format!("{url}: {fault}")))?;
        if let Err(fault) = self.findings.add_epcis(document) {
            self.fall_silent(Why::Broken(format!("{url}: {fault}")));
        }
        let is_cut = self.findings.events.len() > MOST_EVENTS;
        self.findings.events.truncate(MOST_EVENTS);
        if is_cut { Err(Why::CutOff) } else { Ok(()) }
    }

    fn fall_silent(&mut self, why: Why) {
        let source = self.source.name.clone();
        let about = About::Code;
        let silence = Silence { source, why, about };
        if !self.findings.silences.contains(&silence) {
            self.findings.silences.push(silence);
        }
    }
}

/// The item and its lot: both have events of their own.
fn levels(identity: &DigitalLink) -> Vec<String> {
    let mut whole = identity.clone();
    whole.attributes.clear();
    let mut levels = vec![whole.canonical()];
    let lot = whole.lot().is_some() && whole.serial().is_some();
    if lot {
        whole.qualifiers.retain(|(ai, _)| ai != "21");
        levels.push(whole.canonical());
    }
    levels
}

/// Whether it names a single thing rather than a class of them.
fn is_instance(id: &str) -> bool {
    let is_product = id.contains("/01/");
    !is_product || id.contains("/21/")
}

/// The address of the events about a good (query parameters of EPCIS 2.0 REST).
fn events_of(template: &str, id: &str) -> String {
    let parameter = if is_instance(id) {
        "MATCH_anyEPC"
    } else {
        "MATCH_anyEPCClass"
    };
    let base = template.trim_end_matches('/');
    format!("{base}/events?{parameter}={}&perPage=100", encoded(id))
}

fn events_by_path(template: &str, id: &str) -> String {
    let base = template.trim_end_matches('/');
    format!("{base}/epcs/{}/events?perPage=100", encoded(id))
}

fn encoded(id: &str) -> String {
    utf8_percent_encode(id, NON_ALPHANUMERIC).to_string()
}

/// The page after this one, as a reference: from the `Link` header, or from a token in the body where the header stays hidden.
fn next(document: &Value, answer: &Answer, url: &str) -> Option<String> {
    if let Some(next) = answer.link.as_deref().and_then(next_page) {
        return Some(next.to_owned());
    }
    let token = string(document, "nextPageToken")?;
    let first = url.split("&nextPageToken=").next().unwrap_or(url);
    Some(format!("{first}&nextPageToken={}", encoded(&token)))
}

/// The goods behind a good in an event: what it was made of, and the unit that carried it;
/// the contents only of the unit that was asked for, since its other contents are no part of anybody else's journey.
fn behind(event: &Event, good: &str, is_asked: bool) -> Vec<String> {
    let is = |list: &[super::epcis::Quantity]| list.iter().any(|quantity| quantity.id == good);
    let names = |list: &[super::epcis::Quantity]| {
        let names = list.iter().take(MOST_GOODS);
        names.map(|quantity| quantity.id.clone()).collect()
    };
    match event.kind {
        EventKind::Transformation if is(&event.outputs) => names(&event.inputs),
        EventKind::Aggregation | EventKind::Association if is(&event.children) => {
            let joins = event.action != Some(Action::Delete);
            event.parent.iter().filter(|_| joins).cloned().collect()
        }
        EventKind::Aggregation if is_asked && event.parent.as_deref() == Some(good) => names(&event.children),
        _ => Vec::new(),
    }
}
