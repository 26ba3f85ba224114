//! GS1 Digital Link URIs (GS1 Digital Link Standard: URI Syntax 1.6.0): a key, its qualifiers, its attributes.

use super::Gtin;
use super::identifiers::{self, Identifier, ValueError};
pub use super::key::Key;
use super::uri::{decoded, encoded, path_and_query};

/// A primary key with its qualifiers and attributes: what an address of the app says.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DigitalLink {
    /// The primary key.
    pub key: Key,
    /// Key qualifiers as (AI, value), in the order of the standard (for a GTIN: 22, 10, 21).
    pub qualifiers: Vec<(String, String)>,
    /// Data attributes as (AI, value), in the order in which they stood: dates, weights and the like.
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
    #[error("AI {ai}: {reason}")]
    Value {
        /// The application identifier.
        ai: String,
        /// What was expected and found, for engineers.
        reason: String,
    },
    /// A qualifier that does not belong to this key or not in this order, or an identifier that stands twice.
    #[error("AI {0} cannot stand here")]
    Order(String),
    /// A query key of digits only that is no known data attribute.
    #[error("unknown application identifier {0}")]
    UnknownIdentifier(String),
}

impl DigitalLink {
    /// A product alone.
    pub fn product(gtin: Gtin) -> DigitalLink {
        DigitalLink::new(Key::Gtin(gtin))
    }

    /// Reads a Digital Link URI, or the path (and query) of one. The host is not looked at.
    /// The key is the rightmost one; GTINs of 8, 12 and 13 digits and a slash at the end are accepted.
    pub fn parse(text: &str) -> Result<DigitalLink, DigitalLinkError> {
        let (path, query) = path_and_query(text).ok_or(DigitalLinkError::NoKey)?;
        let pairs = pairs_from_key(path).ok_or(DigitalLinkError::NoKey)?;
        let [(ai, value), qualifiers @ ..] = pairs.as_slice() else {
            return Err(DigitalLinkError::NoKey);
        };
        let mut link = DigitalLink::new(Key::read(ai, value)?);
        let sequences = sequences(ai);
        for (ai, value) in qualifiers {
            link.push_qualifier(sequences, ai, value)?;
        }
        for (ai, value) in attributes(query)? {
            link.push_attribute(&ai, value)?;
        }
        Ok(link)
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
        for (at, (ai, value)) in self.attributes.iter().enumerate() {
            let joint = if at == 0 { '?' } else { '&' };
            address += &format!("{joint}{ai}={}", encoded(value));
        }
        address
    }

    /// The canonical URI, without attributes: `https://id.gs1.org/01/09528060010018/10/S260918`.
    pub fn canonical(&self) -> String {
        format!("https://id.gs1.org{}", self.path())
    }

    /// Puts the elements of an element string, in any order, where they belong around their key.
    pub(super) fn from_elements(
        ai: &str,
        value: &str,
        elements: impl Iterator<Item = (String, String)>,
    ) -> Result<DigitalLink, DigitalLinkError> {
        let mut rest: Vec<(String, String)> = elements.collect();
        let mut link = DigitalLink::new(Key::read(ai, value)?);
        for ai in sequence_of(ai, &rest) {
            if let Some(at) = rest.iter().position(|(other, _)| other == ai) {
                link.qualifiers.push(rest.remove(at));
            }
        }
        for (ai, value) in rest {
            link.push_attribute(&ai, value)?;
        }
        Ok(link)
    }

    fn new(key: Key) -> DigitalLink {
        DigitalLink {
            key,
            qualifiers: Vec::new(),
            attributes: Vec::new(),
        }
    }

    fn path(&self) -> String {
        let mut path = format!("/{}/{}", self.key.ai(), self.key.value());
        for (ai, value) in &self.qualifiers {
            path += &format!("/{ai}/{}", encoded(value));
        }
        path
    }

    fn push_qualifier(
        &mut self,
        sequences: &[&[&str]],
        ai: &str,
        value: &str,
    ) -> Result<(), DigitalLinkError> {
        let mut order: Vec<&str> = self.qualifiers.iter().map(|(ai, _)| ai.as_str()).collect();
        order.push(ai);
        if !sequences.iter().any(|sequence| follows(sequence, &order)) {
            return Err(DigitalLinkError::Order(ai.to_owned()));
        }
        check(known(ai)?, ai, value)?;
        self.qualifiers.push((ai.to_owned(), value.to_owned()));
        Ok(())
    }

    fn push_attribute(&mut self, ai: &str, value: String) -> Result<(), DigitalLinkError> {
        let identifier = known(ai)?;
        let stands_already =
            ai == self.key.ai() || self.qualifier(ai).is_some() || self.attribute(ai).is_some();
        if stands_already || !identifier.is_attribute {
            return Err(DigitalLinkError::Order(ai.to_owned()));
        }
        check(identifier, ai, &value)?;
        self.attributes.push((ai.to_owned(), value));
        Ok(())
    }
}

/// The pairs of (AI, value) from the rightmost primary key to the end of the path, values decoded.
fn pairs_from_key(path: &str) -> Option<Vec<(&str, String)>> {
    let path = path.strip_suffix('/').unwrap_or(path);
    let path = path.strip_prefix('/').unwrap_or(path);
    let segments: Vec<&str> = path.split('/').collect();
    let mut pairs = Vec::new();
    for pair in segments.rchunks_exact(2) {
        let &[ai, value] = pair else { return None };
        let identifier = identifiers::find(ai)?;
        pairs.push((ai, decoded(value)));
        if identifier.qualifiers.is_some() {
            pairs.reverse();
            return Some(pairs);
        }
    }
    None
}

/// The pairs of (AI, value) of a query, values decoded; other keys belong to other standards and are passed over.
fn attributes(query: &str) -> Result<Vec<(String, String)>, DigitalLinkError> {
    let mut pairs = Vec::new();
    for part in query.split('&') {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        let key = decoded(key);
        if key.is_empty() || !key.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        known(&key)?;
        pairs.push((key, decoded(&value.replace('+', " "))));
    }
    Ok(pairs)
}

fn known(ai: &str) -> Result<&'static Identifier, DigitalLinkError> {
    identifiers::find(ai).ok_or_else(|| DigitalLinkError::UnknownIdentifier(ai.to_owned()))
}

fn check(identifier: &Identifier, ai: &str, value: &str) -> Result<(), DigitalLinkError> {
    identifier.check(value).map_err(|error| DigitalLinkError::Value {
        ai: ai.to_owned(),
        reason: error.to_string(),
    })
}

/// The sequences of qualifiers that a key allows.
fn sequences(key: &str) -> &'static [&'static [&'static str]] {
    identifiers::find(key)
        .and_then(|identifier| identifier.qualifiers)
        .unwrap_or_default()
}

/// The sequence that is meant where qualifiers stand in any order: the one with most of those that are nothing but qualifiers.
fn sequence_of(key: &str, elements: &[(String, String)]) -> &'static [&'static str] {
    let is_meant = |ai: &str| {
        let is_attribute = identifiers::find(ai).is_some_and(|identifier| identifier.is_attribute);
        value(elements, ai).is_some() && !is_attribute
    };
    let count = |sequence: &&[&str]| sequence.iter().filter(|ai| is_meant(ai)).count();
    let backwards = sequences(key).iter().rev().copied(); // OK because the last of equals wins, and the first is the usual one.
    backwards.max_by_key(count).unwrap_or_default()
}

/// Whether `order` is `sequence` with some of it left out.
fn follows(sequence: &[&str], order: &[&str]) -> bool {
    let mut rest = sequence.iter();
    order.iter().all(|ai| rest.any(|next| next == ai))
}

fn value<'a>(pairs: &'a [(String, String)], ai: &str) -> Option<&'a str> {
    pairs
        .iter()
        .find(|(key, _)| key == ai)
        .map(|(_, value)| value.as_str())
}
