//! Asks one source that speaks link sets: the link set of an identity, then what it links to.

use super::config::Source;
use super::epcis_document::EpcisDocument;
use super::file_path;
use super::findings::{Findings, Silence, Why};
use super::link_set::{Link, LinkSet};
use super::lots::Lot;
use super::product::Product;
use super::question::{JSON, JSON_LD, LINK_SET, Question, ask};
use crate::gs1::DigitalLink;
use futures_util::future::{join_all, join3};
use serde_json::Value;

/// Everything that the source says about the identity.
pub(super) async fn ask_source<F>(identity: &DigitalLink, source: &Source, fetch: &F) -> Findings
where
    F: AsyncFn(Question) -> Result<String, Why>,
{
    let mut findings = Findings::default();
    let set = match find_link_set(identity, source, fetch).await {
        Ok(set) => set,
        Err(why) => {
            findings.silences.push(silence(source, why));
            return findings;
        }
    };
    if set.broken > 0 {
        let fault = format!("{} links without a target", set.broken);
        findings.silences.push(silence(source, Why::Broken(fault)));
    }
    let links = |kinds: &[&str]| -> Vec<&Link> {
        let links = set.links_for(identity, kinds).into_iter();
        links.filter(|link| is_json(link)).collect()
    };
    let (products, lots, epcis) = (
        links(&["pip", "masterData"]),
        links(&["lots"]),
        links(&["epcis"]),
    );
    let (products, lots, epcis) = join3(
        follow(products.into_iter().take(1), JSON_LD, source, fetch),
        follow(lots.into_iter().take(1), JSON, source, fetch),
        follow(epcis.into_iter(), JSON_LD, source, fetch),
    )
    .await;
    findings.add(products, source, |findings, document, url| {
        let Some(gtin) = identity.gtin() else {
            return Ok(());
        };
        findings.product = Some(Product::read(document, gtin, url, &source.name)?);
        Ok(())
    });
    findings.add(lots, source, |findings, document, _| {
        findings.lots = Lot::read_all(document);
        Ok(())
    });
    findings.add(epcis, source, |findings, document, url| {
        let document = EpcisDocument::read(document, url, &source.name)?;
        findings.add_epcis(document)
    });
    findings
}

/// The link set of the identity or, where the source has none, of the next wider one: of the lot for an item, of the product for a lot.
async fn find_link_set<F>(
    identity: &DigitalLink,
    source: &Source,
    fetch: &F,
) -> Result<LinkSet, Why>
where
    F: AsyncFn(Question) -> Result<String, Why>,
{
    let mut level = identity.clone();
    level.attributes.clear();
    loop {
        let url = address(&source.template, &level);
        let question = question(url.clone(), LINK_SET, source);
        match ask(question, fetch).await {
            Ok(document) => return LinkSet::read(&document, &url).map_err(Why::Broken),
            Err(Why::NotThere) if level.qualifiers.pop().is_some() => {}
            Err(why) => return Err(why),
        }
    }
}

/// The template with its placeholders filled for an identity.
fn address(template: &str, identity: &DigitalLink) -> String {
    let gtin = identity.gtin();
    template
        .replace("{file}", &file_path::folder(identity))
        .replace("{path}", &identity.address())
        .replace("{gtin}", gtin.as_ref().map_or("", |gtin| gtin.shown()))
}

/// Whether a link leads to data rather than to a page for people.
fn is_json(link: &Link) -> bool {
    match &link.media_type {
        Some(media_type) => media_type.contains("json"),
        None => {
            let path = link.href.split(['?', '#']).next().unwrap_or_default();
            path.ends_with(".json") || path.ends_with(".jsonld")
        }
    }
}

/// What each link leads to, with its address.
type Answers = Vec<(String, Result<Value, Why>)>;

async fn follow<'a, F>(
    links: impl Iterator<Item = &'a Link>,
    accept: &'static str,
    source: &Source,
    fetch: &F,
) -> Answers
where
    F: AsyncFn(Question) -> Result<String, Why>,
{
    let answers = links.map(async |link| {
        let url = link.href.clone();
        let answer = ask(question(url.clone(), accept, source), fetch).await;
        (url, answer)
    });
    join_all(answers).await
}

fn question(url: String, accept: &'static str, source: &Source) -> Question {
    Question {
        url,
        accept,
        timeout_ms: source.timeout_ms,
    }
}

fn silence(source: &Source, why: Why) -> Silence {
    Silence {
        source: source.name.clone(),
        why,
    }
}

impl Findings {
    /// Reads every answer; what cannot be read becomes a silence of the source.
    fn add(
        &mut self,
        answers: Answers,
        source: &Source,
        read: impl Fn(&mut Findings, &Value, &str) -> Result<(), String>,
    ) {
        for (url, answer) in answers {
            let read = match answer {
                Ok(document) => read(self, &document, &url)
                    .map_err(|fault| Why::Broken(format!("{url}: {fault}"))),
                // OK because the source does know the code: its link leads nowhere.
                Err(Why::NotThere) => Err(Why::Broken(format!("{url}: nothing there"))),
                Err(why) => Err(why),
            };
            if let Err(why) = read {
                self.silences.push(silence(source, why));
            }
        }
    }

    /// Takes over what an EPCIS document says. The error counts the events that could not be read.
    fn add_epcis(&mut self, document: EpcisDocument) -> Result<(), String> {
        self.merge(Findings {
            events: document.events,
            places: document.places,
            parties: document.parties,
            item_names: document.item_names,
            ..Findings::default()
        });
        match document.fault {
            Some(fault) => Err(format!(
                "{} events left out, the first because: {fault}",
                document.broken
            )),
            None => Ok(()),
        }
    }
}
