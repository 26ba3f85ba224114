//! Everything the sources said about one identity, and who kept silent.

use super::claims::{Said, beside_the_first};
use super::epcis::Event;
use super::kept::Kept;
use super::place::{Organization, Place};
use super::product::{FoodFacts, Lot, Product};
use crate::words::Text;
use std::collections::{BTreeMap, BTreeSet};
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
    /// The EPCIS events about this lot or item, in no particular order, each once.
    pub events: Vec<Event>,
    /// The places named in the events, by their canonical URI (`https://id.gs1.org/414/…`).
    pub places: BTreeMap<String, Place>,
    /// The parties named in the events, by their canonical URI (`https://id.gs1.org/417/…`).
    pub parties: BTreeMap<String, Organization>,
    /// What the items in the events are called, by their canonical URI.
    pub item_names: BTreeMap<String, Text>,
    /// The recall list; `None` when it could not be asked.
    pub recalls: Option<Vec<Recall>>,
    /// What volunteers know of a product that the market does not know.
    pub food_facts: Option<FoodFacts>,
    /// Which sources gave nothing, and why.
    pub silences: Vec<Silence>,
    /// Which sources spoke through answers that this phone had kept.
    pub kept: Vec<Kept>,
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
            !matches!(
                silence.why,
                Why::NotThere | Why::NotAsked | Why::Invalid | Why::CutOff
            )
        };
        if self.silences.iter().any(is_passing) {
            self.merge(Findings {
                product: earlier.product.clone().filter(|_| self.product.is_none()),
                other_products: Vec::new(),
                recalls: None,
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
        self.kept.extend(other.kept);
        if self.lots.is_empty() {
            self.lots = other.lots;
        }
        let mut known: BTreeSet<String> = self.events.iter().map(|event| event.id.clone()).collect();
        let events = other.events.into_iter();
        self.events
            .extend(events.filter(|event| known.insert(event.id.clone())));
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
        for silence in other.silences {
            if !self.silences.contains(&silence) {
                self.silences.push(silence);
            }
        }
    }
}
