//! Asks one source that speaks link sets: the link set of an identity, then what it links to.

use super::config::Source;
use super::epcis_document::EpcisDocument;
use super::file_path;
use super::findings::{About, Findings, Silence, Why};
use super::link_set::{Link, LinkSet};
use super::lots::Lot;
use super::original::{self, Original};
use super::product::Product;
use super::question::{Answer, JSON, JSON_LD, LINK_SET, Question, Received, ask_signed};
use super::resolver;
use super::safety;
use super::signature::Seal;
use crate::gs1::DigitalLink;
use futures_util::future::{join_all, join3};
use serde_json::Value;

/// How many EPCIS documents of one identity are read; a link set must not make a phone ask for thousands.
const MOST_JOURNEYS: usize = 8;

/// Everything that the source says about the identity.
pub(super) async fn ask_source<F>(identity: &DigitalLink, source: &Source, fetch: &F) -> Findings
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let mut findings = Findings::default();
    match find_link_set(identity, source, fetch).await {
        Ok((set, seals)) => {
            findings.seals.extend(seals);
            match set {
                Ok(set) => findings.follow_links(&set, identity, source, fetch).await,
                Err(why) => findings.silences.push(silence(source, why)),
            }
        }
        Err(why) => findings.silences.push(silence(source, why)),
    }
    findings
}

/// The events of a lot, and nothing else: empty where the source does not know it.
pub(super) async fn ask_events<F>(identity: &DigitalLink, source: &Source, fetch: &F) -> Findings
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let mut findings = Findings::default();
    let set = match resolver::template(identity, source, fetch).await {
        Ok(template) => link_set(&address(&template, identity), source, fetch).await,
        Err(why) => Err(why),
    };
    match set {
        Ok((set, seals)) => {
            findings.seals.extend(seals);
            match set {
                Ok(set) => findings.follow_journeys(&set, identity, source, fetch).await,
                Err(why) => findings.silences.push(silence(source, why)),
            }
        }
        Err(Why::NotThere) => {}
        Err(why) => findings.silences.push(silence(source, why)),
    }
    findings
}

/// The link set of the identity or, where the source has none, of the next wider one: of the lot for an item, of the product for a lot.
async fn find_link_set<F>(identity: &DigitalLink, source: &Source, fetch: &F) -> Result<Signed, Why>
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let template = resolver::template(identity, source, fetch).await?;
    let mut level = identity.clone();
    level.attributes.clear();
    loop {
        match link_set(&address(&template, &level), source, fetch).await {
            Err(Why::NotThere) if level.qualifiers.pop().is_some() => {}
            answer => return answer,
        }
    }
}

/// The link set at an address or, where its resolver does not understand the question, in the words of older ones.
async fn link_set<F>(url: &str, source: &Source, fetch: &F) -> Result<Signed, Why>
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let answer = link_set_at(url, source, fetch).await;
    let why = match &answer {
        Ok((set, _)) => set.as_ref().err(),
        Err(why) => Some(why),
    };
    match why.and_then(|why| resolver::older(url, why)) {
        Some(older) => link_set_at(&older, source, fetch).await,
        None => answer,
    }
}

async fn link_set_at<F>(url: &str, source: &Source, fetch: &F) -> Result<Signed, Why>
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let question = Question::to(source, url.to_owned(), LINK_SET);
    let Received { document, seals, .. } = ask_signed(question, Some(source), fetch).await?;
    let set = document.and_then(|document| LinkSet::read(&document, url).map_err(Why::Broken));
    Ok((set, seals))
}

/// The template with its placeholders filled for an identity.
fn address(template: &str, identity: &DigitalLink) -> String {
    let gtin = identity.gtin();
    template
        .replace("{file}", &file_path::folder(identity))
        .replace("{path}", &identity.address())
        .replace("{gtin}", gtin.as_ref().map_or("", |gtin| gtin.shown()))
}

/// A link set, or why it cannot be read, and what its signature came to: whoever could change it could hide a journey or show another.
type Signed = (Result<LinkSet, Why>, Vec<Seal>);

/// What each link leads to, with its address.
type Answers = Vec<(String, Result<Received, Why>)>;

async fn follow<'a, F>(
    links: impl Iterator<Item = &'a Link>,
    accept: &'static str,
    identity: &DigitalLink,
    source: &Source,
    fetch: &F,
) -> Answers
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let home = address(&source.template, identity);
    let answers = links.map(async |link| {
        let url = link.href.clone();
        let answer = match safety::follow(&home, &url) {
            Err(fault) => Err(Why::Broken(fault.to_string())),
            Ok(url) => ask_signed(Question::to(source, url, accept), Some(source), fetch).await,
        };
        (url, answer)
    });
    join_all(answers).await
}

fn silence(source: &Source, why: Why) -> Silence {
    Silence {
        source: source.name.clone(),
        why,
        about: About::Code,
    }
}

impl Findings {
    /// Asks at once for all that the link set says about the identity, and reads it.
    async fn follow_links<F>(&mut self, set: &LinkSet, identity: &DigitalLink, source: &Source, fetch: &F)
    where
        F: AsyncFn(Question) -> Result<Answer, Why>,
    {
        if set.broken > 0 {
            let fault = format!("{} links without a target", set.broken);
            self.silences.push(silence(source, Why::Broken(fault)));
        }
        let links = |kinds: &[&str], most: usize| {
            let is_wanted = |link: &Link| link.is_json() && kinds.contains(&link.kind.as_str());
            let links = set.links_for(identity, is_wanted);
            links.into_iter().take(most)
        };
        let (products, lots, journeys) = join3(
            follow(links(&["pip", "masterData"], 1), JSON_LD, identity, source, fetch),
            follow(links(&["lots"], 1), JSON, identity, source, fetch),
            follow(links(&["epcis"], MOST_JOURNEYS), JSON_LD, identity, source, fetch),
        )
        .await;
        self.add(products, source, |findings, document, url| {
            findings.add_product(document, identity, url, source)
        });
        self.add(lots, source, |findings, document, _| {
            findings.lots = Lot::read_all(document, identity.gtin())?;
            Ok(())
        });
        self.add_journeys(journeys, source);
    }

    /// Asks for the events alone.
    async fn follow_journeys<F>(&mut self, set: &LinkSet, identity: &DigitalLink, source: &Source, fetch: &F)
    where
        F: AsyncFn(Question) -> Result<Answer, Why>,
    {
        let links = set.links_for(identity, |link| link.is_json() && link.kind == "epcis");
        let links = links.into_iter().take(MOST_JOURNEYS);
        let journeys = follow(links, JSON_LD, identity, source, fetch).await;
        self.add_journeys(journeys, source);
    }

    /// Reads every document of events; one that cannot be read may have told anything, and is counted.
    fn add_journeys(&mut self, journeys: Answers, source: &Source) {
        let is_broken = |answer: &Result<Received, Why>| match answer {
            Ok(received) => received.document.is_err(),
            Err(why) => matches!(why, Why::Broken(_)),
        };
        self.unreadable += journeys.iter().filter(|(_, answer)| is_broken(answer)).count();
        let received = journeys.iter().filter_map(|(address, answer)| {
            let received = answer
                .as_ref()
                .ok()
                .filter(|received| received.document.is_ok())?;
            let text = received.text.as_str();
            Some(Original {
                address: address.clone(),
                source: source.name.clone(),
                text: Some(text.into()),
            })
        });
        original::add(&mut self.originals, received);
        self.add(journeys, source, |findings, document, url| {
            let document = EpcisDocument::read(document, url, &source.name);
            findings.unreadable += usize::from(document.is_err());
            findings.add_epcis(document?)
        });
    }

    /// Reads every answer; what cannot be read becomes a silence of the source.
    fn add(
        &mut self,
        answers: Answers,
        source: &Source,
        read: impl Fn(&mut Findings, &Value, &str) -> Result<(), String>,
    ) {
        for (url, answer) in answers {
            let read = match answer {
                Ok(answer) => {
                    self.seals.extend(answer.seals);
                    answer.document.and_then(|document| {
                        read(self, &document, &url).map_err(|fault| Why::Broken(format!("{url}: {fault}")))
                    })
                }
                // OK because the source does know the code: its link leads nowhere.
                Err(Why::NotThere) => Err(Why::Broken(format!("{url}: nothing there"))),
                Err(why) => Err(why),
            };
            if let Err(why) = read {
                self.silences.push(silence(source, why));
            }
        }
    }

    fn add_product(
        &mut self,
        document: &Value,
        identity: &DigitalLink,
        url: &str,
        source: &Source,
    ) -> Result<(), String> {
        if let Some(gtin) = identity.gtin() {
            self.product = Some(Product::read(document, gtin, url, &source.name)?);
        }
        Ok(())
    }

    /// Takes over what an EPCIS document says. The error counts the events that could not be read.
    pub(super) fn add_epcis(&mut self, document: EpcisDocument) -> Result<(), String> {
        self.merge(Findings {
            unreadable: document.broken,
            events: document.events,
            places: document.places,
            parties: document.parties,
            item_names: document.item_names,
            ..Findings::default()
        });
        match (document.fault, document.lacks) {
            (Some(fault), _) => Err(format!(
                "{} events left out, the first because: {fault}",
                document.broken
            )),
            (None, Some(lacks)) => Err(format!("the document has no {lacks}")),
            (None, None) => Ok(()),
        }
    }
}
