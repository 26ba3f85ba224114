//! GS1 Digital Link URIs (GS1 Digital Link Standard: URI Syntax 1.6.0): a key, its qualifiers, its attributes.

use super::Gtin;
pub use super::digital_link_uri::{Departure, Uri};
use super::identifiers::{self, Identifier, ValueError};
pub use super::key::Key;
use super::uri::{encoded, encoded_query};

/// The most identifiers that one code may carry.
pub(super) const MOST_ELEMENTS: usize = 64;

/// A primary key with its qualifiers and attributes: what an address of the app says.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DigitalLink {
    /// The primary key.
    pub key: Key,
    /// Key qualifiers as (AI, value), in the order of the standard (for a GTIN: 22, 10, 21).
    pub qualifiers: Vec<(String, String)>,
    /// Data attributes as (AI, value), in the order in which they stood: dates, weights and the like. Of an element string
    /// also those that no Digital Link carries, such as AI 8200; addresses leave them out.
    pub attributes: Vec<(String, String)>,
}

/// Why a text is no Digital Link.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DigitalLinkError {
    /// Nothing in it is a primary key.
    #[error("there is no GS1 key")]
    NoKey,
    /// The number of the primary key is wrong.
    #[error("AI {ai}: {error}")]
    Number {
        /// The application identifier.
        ai: String,
        /// The number as given.
        number: String,
        /// What was expected and found.
        error: ValueError,
    },
    /// A qualifier or attribute has a wrong value.
    #[error("AI {ai}: {error}")]
    Value {
        /// The application identifier.
        ai: String,
        /// What was expected and found.
        error: ValueError,
    },
    /// A qualifier that does not belong to this key or not in this order, or an identifier that stands twice.
    #[error("AI {0} cannot stand here")]
    Order(String),
    /// A query key of digits only that is no known data attribute.
    #[error("unknown application identifier {0}")]
    UnknownIdentifier(String),
    /// More identifiers than a code may carry.
    #[error("more than 64 application identifiers")]
    TooMany,
}

impl DigitalLink {
    /// A product alone.
    pub fn product(gtin: Gtin) -> DigitalLink {
        DigitalLink::new(Key::Gtin(gtin))
    }

    /// Reads a Digital Link URI, or the path (and query) of one; [`Uri::parse`] tells what else stands there.
    /// GTINs of 8, 12 and 13 digits and a slash at the end are accepted.
    pub fn parse(text: &str) -> Result<DigitalLink, DigitalLinkError> {
        Ok(Uri::parse(text)?.link)
    }

    /// The product, if the key is a GTIN.
    pub fn gtin(&self) -> Option<Gtin> {
        match self.key {
            Key::Gtin(gtin) => Some(gtin),
            _ => None,
        }
    }

    /// The lot or batch (AI 10).
    pub fn lot(&self) -> Option<&str> {
        self.qualifier("10")
    }

    /// The serial number of one item (AI 21).
    pub fn serial(&self) -> Option<&str> {
        self.qualifier("21")
    }

    /// The value of a key qualifier.
    pub fn qualifier(&self, ai: &str) -> Option<&str> {
        value(&self.qualifiers, ai)
    }

    /// The value of a data attribute.
    pub fn attribute(&self, ai: &str) -> Option<&str> {
        value(&self.attributes, ai)
    }

    /// The address of this app for it, path and query: `/01/09528060010018/10/S260918?17=280912`.
    pub fn address(&self) -> String {
        let mut address = self.path();
        let carried = self.attributes.iter().filter(|(ai, _)| !is_loose(ai));
        for (at, (ai, value)) in carried.enumerate() {
            let joint = if at == 0 { '?' } else { '&' };
            address += &format!("{joint}{ai}={}", encoded_query(value));
        }
        address
    }

    /// The canonical URI, without attributes: `https://id.gs1.org/01/09528060010018/10/S260918`.
    pub fn canonical(&self) -> String {
        format!("https://id.gs1.org{}", self.path())
    }

    /// The URI on another host: `uri("https://shop.example")` is `https://shop.example/01/09528060010018/10/S260918?17=280912`.
    pub fn uri(&self, stem: &str) -> String {
        format!("{}{}", stem.strip_suffix('/').unwrap_or(stem), self.address())
    }

    /// Puts the elements of an element string, in any order, where they belong around their key. Attributes of
    /// predefined length come first, as they do in element strings.
    pub(super) fn from_elements(
        ai: &str,
        value: &str,
        elements: impl Iterator<Item = (String, String)>,
    ) -> Result<DigitalLink, DigitalLinkError> {
        let mut link = DigitalLink::new(Key::read(ai, value)?);
        let mut rest: Vec<(String, String)> = elements.collect();
        for ai in link.sequence_of(&rest).split(',') {
            if let Some(at) = rest.iter().position(|(other, _)| other == ai) {
                link.qualifiers.push(rest.remove(at));
            }
        }
        let is_predefined = |ai: &str| identifiers::find(ai).is_some_and(Identifier::is_predefined);
        for predefined in [true, false] {
            let next = rest.iter().filter(|(ai, _)| is_predefined(ai) == predefined);
            next.cloned()
                .try_for_each(|(ai, value)| link.push_attribute(&ai, value))?;
        }
        Ok(link)
    }

    pub(super) fn new(key: Key) -> DigitalLink {
        DigitalLink {
            key,
            qualifiers: Vec::new(),
            attributes: Vec::new(),
        }
    }

    fn path(&self) -> String {
        let mut path = format!("/{}/{}", self.key.ai(), encoded(self.key.value()));
        for (ai, value) in &self.qualifiers {
            path += &format!("/{ai}/{}", encoded(value));
        }
        path
    }

    /// The sequences of qualifiers that the key allows, each with commas.
    fn sequences(&self) -> impl DoubleEndedIterator<Item = &'static str> {
        let list = identifiers::find(self.key.ai()).and_then(Identifier::key_qualifiers);
        list.unwrap_or_default().split('|')
    }

    /// The sequence that is meant where qualifiers stand in any order: the one with most of those that are nothing but qualifiers.
    fn sequence_of(&self, elements: &[(String, String)]) -> &'static str {
        let is_meant = |ai: &&str| {
            let is_attribute = identifiers::find(ai).is_some_and(Identifier::is_attribute);
            value(elements, ai).is_some() && !is_attribute
        };
        let count = |sequence: &&str| sequence.split(',').filter(is_meant).count();
        let backwards = self.sequences().rev(); // OK because the last of equals wins, and the first is the usual one.
        backwards.max_by_key(count).unwrap_or_default()
    }

    /// Whether an identifier could stand among the qualifiers.
    pub(super) fn would_qualify(&self, ai: &str) -> bool {
        self.sequences()
            .any(|sequence| self.place_in(sequence, ai).is_some())
    }

    /// Where an identifier belongs among the qualifiers, if all of them are in the sequence.
    fn place_in(&self, sequence: &str, ai: &str) -> Option<usize> {
        let own = place(sequence, ai)?;
        let places = self.qualifiers.iter().map(|(other, _)| place(sequence, other));
        let places: Vec<usize> = places.collect::<Option<_>>()?;
        Some(places.iter().filter(|&&other| other < own).count())
    }

    pub(super) fn insert_qualifier(&mut self, ai: &str, value: String) -> Result<(), DigitalLinkError> {
        check(known(ai)?, ai, &value)?;
        let at = self.sequences().find_map(|sequence| self.place_in(sequence, ai));
        let at = at.ok_or_else(|| DigitalLinkError::Order(ai.to_owned()))?;
        self.qualifiers.insert(at, (ai.to_owned(), value));
        Ok(())
    }

    pub(super) fn push_qualifier(&mut self, ai: &str, value: &str) -> Result<(), DigitalLinkError> {
        let order = self.qualifiers.iter().map(|(ai, _)| ai.as_str());
        let order: Vec<&str> = order.chain([ai]).collect();
        if !may_follow(self.key.ai(), &order) {
            return Err(DigitalLinkError::Order(ai.to_owned()));
        }
        check(known(ai)?, ai, value)?;
        self.qualifiers.push((ai.to_owned(), value.to_owned()));
        Ok(())
    }

    pub(super) fn push_attribute(&mut self, ai: &str, value: String) -> Result<(), DigitalLinkError> {
        let identifier = known(ai)?;
        if self.stands(ai) || !identifier.is_attribute() {
            return Err(DigitalLinkError::Order(ai.to_owned()));
        }
        check(identifier, ai, &value)?;
        self.attributes.push((ai.to_owned(), value));
        Ok(())
    }

    /// Whether an identifier stands in it already.
    pub(super) fn stands(&self, ai: &str) -> bool {
        ai == self.key.ai() || self.qualifier(ai).is_some() || self.attribute(ai).is_some()
    }
}

/// Whether an identifier is data beside a key that element strings carry and Digital Links do not: neither attribute nor qualifier.
pub(super) fn is_loose(ai: &str) -> bool {
    matches!(ai, "7041" | "8014" | "8200") || ai.len() == 4 && ("8040"..="8043").contains(&ai)
}

/// Whether qualifiers may follow a primary key in this order.
pub fn may_follow(key: &str, qualifiers: &[&str]) -> bool {
    let sequences = identifiers::find(key).and_then(Identifier::key_qualifiers);
    sequences.is_some_and(|sequences| {
        sequences.split('|').any(|sequence| {
            let mut rest = sequence.split(',');
            qualifiers.iter().all(|ai| rest.any(|next| next == *ai))
        })
    })
}

pub(super) fn known(ai: &str) -> Result<Identifier, DigitalLinkError> {
    identifiers::find(ai).ok_or_else(|| DigitalLinkError::UnknownIdentifier(ai.to_owned()))
}

fn check(identifier: Identifier, ai: &str, value: &str) -> Result<(), DigitalLinkError> {
    identifier.check(value).map_err(|error| DigitalLinkError::Value {
        ai: ai.to_owned(),
        error,
    })
}

/// Where an identifier stands in a sequence such as `22,10,21`.
fn place(sequence: &str, ai: &str) -> Option<usize> {
    sequence.split(',').position(|other| other == ai)
}

fn value<'a>(pairs: &'a [(String, String)], ai: &str) -> Option<&'a str> {
    pairs
        .iter()
        .find(|(key, _)| key == ai)
        .map(|(_, value)| value.as_str())
}
