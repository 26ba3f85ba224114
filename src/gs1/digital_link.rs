//! GS1 Digital Link URIs (GS1 Digital Link Standard: URI Syntax 1.6.0): a key, its qualifiers, its attributes.

use super::{Gln, Gtin};

/// What a primary key names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// AI 01: a product.
    Gtin(Gtin),
    /// AI 417: a party, such as a producer.
    Party(Gln),
    /// AI 414: a physical place, such as a stall or a field.
    Place(Gln),
    /// AI 00: a logistic unit, eighteen digits with the check digit right.
    Sscc(String),
}

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
    /// No segment of the path is a primary key.
    #[error("the path has no GS1 key")]
    NoKey,
    /// The primary key has a wrong value.
    #[error("AI {ai}: {reason}")]
    Value {
        /// The application identifier.
        ai: String,
        /// What was expected and found, for engineers.
        reason: String,
    },
    /// A qualifier that does not belong to this key, or not in this order.
    #[error("AI {0} cannot stand here")]
    Order(String),
    /// A query key of digits only that is no known data attribute.
    #[error("unknown application identifier {0}")]
    UnknownIdentifier(String),
}

impl DigitalLink {
    /// A product alone.
    pub fn product(gtin: Gtin) -> DigitalLink {
        DigitalLink {
            key: Key::Gtin(gtin),
            qualifiers: Vec::new(),
            attributes: Vec::new(),
        }
    }

    /// Reads a Digital Link URI, or the path (and query) of one. The host is not looked at.
    pub fn parse(text: &str) -> Result<DigitalLink, DigitalLinkError> {
        let _ = text;
        todo!()
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
        todo!()
    }

    /// The canonical URI, without attributes: `https://id.gs1.org/01/09528060010018/10/S260918`.
    pub fn canonical(&self) -> String {
        todo!()
    }
}

fn value<'a>(pairs: &'a [(String, String)], ai: &str) -> Option<&'a str> {
    pairs
        .iter()
        .find(|(key, _)| key == ai)
        .map(|(_, value)| value.as_str())
}
