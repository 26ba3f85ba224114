//! Everything the sources said about one identity, and who kept silent.

use super::attribution::{Attribution, Standing};
use super::claims::{Said, beside_the_first};
use super::epcis::Event;
use super::freshness::{DatedList, Freshness, ListKind};
use super::kept::Kept;
use super::original::{self, Original};
use super::place::{Organization, Place};
use super::product::{Certificate, FoodFacts, Lot, Product};
use super::signature::{Seal, Signature};
use crate::words::Text;
use std::collections::BTreeMap;
use time::Date;

/// What was found. An empty one is a valid answer: nothing is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// The product's master data, from the first source that has it.
    pub product: Option<Product>,
    /// What later sources say of it, in their order.
    pub other_products: Vec<Product>,
    /// The lots and serials that the product's source has published.
    pub lots: Vec<Lot>,
    /// The EPCIS events about this lot or item and what it was made of, in no particular order. One identifier stands
    /// twice only where its events contradict each other, or where one of them withdraws the other.
    pub events: Vec<Event>,
    /// How many events, or whole documents of events, could not be read.
    pub unreadable: usize,
    /// How many entries of the recall list could not be read.
    pub unreadable_recalls: usize,
    /// The places named in the events, by their canonical URI (`https://id.gs1.org/414/…`).
    pub places: BTreeMap<String, Place>,
    /// The parties named in the events, by their canonical URI (`https://id.gs1.org/417/…`).
    pub parties: BTreeMap<String, Organization>,
    /// What the items in the events are called, by their canonical URI.
    pub item_names: BTreeMap<String, Text>,
    /// The certificates of ingredients, which the product's own master data does not name, by their URI.
    pub certificates: BTreeMap<String, Certificate>,
    /// The recall list; `None` when it could not be asked.
    pub recalls: Option<Vec<Recall>>,
    /// What volunteers know of a product that the market does not know.
    pub food_facts: Option<FoodFacts>,
    /// The files of sources that sign, and what their signatures came to.
    pub seals: Vec<Seal>,
    /// The dated lists that were asked for, of recalls and of revoked keys.
    pub lists: Vec<DatedList>,
    /// Which sources gave nothing, and why.
    pub silences: Vec<Silence>,
    /// Which sources spoke through answers that this phone had kept.
    pub kept: Vec<Kept>,
    /// The documents of events as they were received.
    pub originals: Vec<Original>,
}

/// One entry of the recall list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recall {
    /// The canonical Digital Link of the lot, item or product.
    pub id: String,
    /// Since which day.
    pub since: Option<Date>,
    /// Why, and what to do with the goods.
    pub reason: Text,
}

/// A source that gave no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silence {
    /// The source's name, from config.json.
    pub source: Text,
    /// Why it gave none.
    pub why: Why,
    /// What it was asked about.
    pub about: About,
}

/// What a source was asked about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum About {
    /// The code, or something that belongs to it.
    #[default]
    Code,
    /// What has been called back, whichever code was scanned.
    Recalls,
}

/// Why a source gave no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It was asked and does not know this code.
    NotThere,
    /// It could not be reached: no network, or its host is down.
    Unreachable,
    /// Its host is there and does not let pages of other sites ask (no CORS headers).
    Closed,
    /// It leads on to another address, where nobody was to be asked.
    LeadsAway,
    /// It has been asked too often; how many seconds to wait.
    TooOften(u32),
    /// It holds the code to be no valid one (HTTP 400).
    Invalid,
    /// It knows more than is read at once; what was read stands.
    CutOff,
    /// It did not answer in time: the limit in milliseconds.
    TimedOut(u32),
    /// It answered with an HTTP status that is an error.
    Refused(u16),
    /// It answered something that cannot be read: what was wrong, for engineers.
    Broken(String),
    /// It was not asked, because the shopper has not agreed to it.
    NotAsked,
}

impl Findings {
    /// In what the sources differ about the product, and what only a later one says.
    pub fn said_beside(&self) -> Vec<Said> {
        let first = self.product.as_ref();
        first.map_or_else(Vec::new, |first| beside_the_first(first, &self.other_products))
    }

    /// Adds what an earlier look-up of the same code had found, where a source has fallen silent since: nothing known is lost.
    /// The recall list is left out, since an old one would call goods sound that have been recalled meanwhile.
    pub fn recall_earlier(&mut self, earlier: &Findings) {
        let is_passing = |silence: &Silence| {
            // OK because the list of recalls knows nothing of the goods that an earlier look-up could add.
            let is_about_code = silence.about == About::Code;
            is_about_code
                && !matches!(
                    silence.why,
                    Why::NotThere | Why::NotAsked | Why::Invalid | Why::CutOff
                )
        };
        if self.silences.iter().any(is_passing) {
            let is_new = |seal: &&Seal| self.seals.iter().all(|known| known.file != seal.file);
            self.merge(Findings {
                product: earlier.product.clone().filter(|_| self.product.is_none()),
                other_products: Vec::new(),
                unreadable: earlier.unreadable.saturating_sub(self.unreadable),
                recalls: None,
                unreadable_recalls: 0,
                lists: Vec::new(),
                seals: earlier.seals.iter().filter(is_new).cloned().collect(),
                silences: Vec::new(),
                ..earlier.clone()
            });
        }
    }

    /// Adds what another source said. What was said first stays; events with the same identifier and equal silences count once.
    pub fn merge(&mut self, other: Findings) {
        let others = other.product.into_iter().chain(other.other_products);
        match self.product {
            Some(_) => self.other_products.extend(others),
            None => {
                let mut others = others;
                self.product = others.next();
                self.other_products.extend(others);
            }
        }
        self.add_kept(other.kept);
        original::add(&mut self.originals, other.originals);
        if self.lots.is_empty() {
            self.lots = other.lots;
        }
        self.add_events(other.events);
        self.unreadable += other.unreadable;
        self.unreadable_recalls += other.unreadable_recalls;
        for (uri, certificate) in other.certificates {
            self.certificates.entry(uri).or_insert(certificate);
        }
        for (uri, place) in other.places {
            self.places.entry(uri).or_insert(place);
        }
        for (uri, party) in other.parties {
            self.parties.entry(uri).or_insert(party);
        }
        for (uri, name) in other.item_names {
            self.item_names.entry(uri).or_insert(name);
        }
        self.recalls = self.recalls.take().or(other.recalls);
        self.food_facts = self.food_facts.take().or(other.food_facts);
        self.lists.extend(other.lists);
        for seal in other.seals {
            if !self.seals.contains(&seal) {
                self.seals.push(seal);
            }
        }
        for silence in other.silences {
            if !self.silences.contains(&silence) {
                self.silences.push(silence);
            }
        }
    }

    /// Notes which answers had been kept: of each source the oldest.
    pub(super) fn add_kept(&mut self, kept: impl IntoIterator<Item = Kept>) {
        for kept in kept {
            match self.kept.iter_mut().find(|known| known.source == kept.source) {
                Some(known) => known.at = known.at.min(kept.at),
                None => self.kept.push(kept),
            }
        }
    }

    /// Adds what was found about an ingredient: its events, and what its maker calls it and the papers that it carries.
    pub fn merge_ingredient(&mut self, mut other: Findings) {
        if let Some(product) = other.product.take() {
            let papers = product.certificates.into_iter();
            other
                .certificates
                .extend(papers.map(|paper| (paper.uri.clone(), paper)));
        }
        for made in other.events.iter().flat_map(|event| &event.outputs) {
            if let Some(name) = other.item_names.remove(&made.id) {
                self.item_names.insert(made.id.clone(), name);
            }
        }
        other.lots.clear();
        other.recalls = None;
        self.merge(other);
    }

    /// The dated list of a kind, where one was read.
    pub fn list(&self, kind: ListKind) -> Option<&DatedList> {
        self.lists.iter().find(|list| list.kind == kind)
    }

    /// Whether the lists of revoked keys that were read say what holds on `today`.
    pub(crate) fn are_revocations_fresh(&self, today: Date) -> bool {
        let mut lists = self.lists.iter();
        lists.all(|list| list.kind != ListKind::RevokedKeys || list.freshness(today) == Freshness::Fresh)
    }

    /// Believes no signature where a list of revoked keys does not say what holds on `today`: any key may have been revoked since.
    pub(crate) fn doubt_signatures(&mut self, today: Date) {
        if self.are_revocations_fresh(today) {
            return;
        }
        for seal in &mut self.seals {
            if matches!(seal.signature, Signature::Signed { .. }) {
                seal.signature = Signature::Unknown;
            }
        }
        for by in self.attributions().filter(|by| by.standing == Standing::Signed) {
            by.standing = Standing::Declared;
        }
    }

    /// Who says what of the goods.
    fn attributions(&mut self) -> impl Iterator<Item = &mut Attribution> {
        let products = self.product.iter_mut().chain(&mut self.other_products);
        let products = products.map(|product| &mut product.by);
        products.chain(self.events.iter_mut().map(|event| &mut event.by))
    }

    /// Takes back the signatures of revoked keys, and notes of what sources that sign said that it was signed.
    /// `is_revoked` tells it of the file and the name of the key.
    pub(super) fn settle_signatures(
        &mut self,
        is_revoked: impl Fn(&str, &str) -> bool,
        signs: impl Fn(&Text) -> bool,
    ) {
        for seal in &mut self.seals {
            if matches!(&seal.signature, Signature::Signed { kid, .. } if is_revoked(&seal.file, kid)) {
                seal.signature = Signature::Mismatch;
            }
        }
        let is_signed = |seal: &Seal| matches!(seal.signature, Signature::Signed { .. });
        if !self.seals.is_empty() && self.seals.iter().all(is_signed) {
            let is_theirs = |by: &&mut Attribution| by.standing == Standing::Declared && signs(&by.name);
            for by in self.attributions().filter(is_theirs) {
                by.standing = Standing::Signed;
            }
        }
    }

    /// Adds events that are not there yet. One with a known identifier stays out only if it tells the same: an error
    /// declaration has the identifier of what it withdraws (EPCIS 2.0 §7.4.1.4), and a contradiction must be seen.
    fn add_events(&mut self, events: Vec<Event>) {
        let mut known: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, event) in self.events.iter().enumerate() {
            known.entry(event.id.clone()).or_default().push(index);
        }
        for event in events {
            let namesakes = known.entry(event.id.clone()).or_default();
            let is_known = namesakes.iter().any(|index| {
                let namesake = &self.events[*index]; // OK because `known` only holds indices of the events.
                namesake.voided == event.voided && namesake.tells_the_same(&event)
            });
            if !is_known {
                namesakes.push(self.events.len());
                self.events.push(event);
            }
        }
    }
}
