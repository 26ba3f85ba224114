//! The primary keys of Digital Links.

use super::digital_link::DigitalLinkError;
use super::identifiers::{self, ValueError};
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
    /// Any other key, such as AI 8004 for an asset: the identifier, and the value as the standard allows it.
    Other(&'static str, String),
}

impl Key {
    /// The application identifier of the key.
    pub fn ai(&self) -> &'static str {
        match self {
            Key::Gtin(_) => "01",
            Key::Party(_) => "417",
            Key::Place(_) => "414",
            Key::Sscc(_) => "00",
            Key::Other(ai, _) => ai,
        }
    }

    /// The value of the key; a GTIN has fourteen digits.
    pub fn value(&self) -> &str {
        match self {
            Key::Gtin(gtin) => gtin.as_str(),
            Key::Party(gln) | Key::Place(gln) => gln.as_str(),
            Key::Sscc(value) | Key::Other(_, value) => value,
        }
    }

    /// Whether an identifier is a primary key.
    pub fn is_key(ai: &str) -> bool {
        identifiers::find(ai).is_some_and(|identifier| identifier.key_qualifiers().is_some())
    }

    /// Reads the value of a primary key.
    pub(super) fn read(ai: &str, value: &str) -> Result<Key, DigitalLinkError> {
        let identifier = identifiers::find(ai).filter(|identifier| identifier.key_qualifiers().is_some());
        let identifier = identifier.ok_or(DigitalLinkError::NoKey)?;
        let key = match ai {
            "01" => Gtin::parse(value).map(Key::Gtin).map_err(ValueError::from),
            "414" => Gln::parse(value).map(Key::Place).map_err(ValueError::from),
            "417" => Gln::parse(value).map(Key::Party).map_err(ValueError::from),
            "00" => identifier.check(value).map(|()| Key::Sscc(value.to_owned())),
            _ => identifier
                .check(value)
                .map(|()| Key::Other(identifier.range().0, value.to_owned())),
        };
        key.map_err(|error| DigitalLinkError::Number {
            ai: ai.to_owned(),
            number: value.to_owned(),
            error,
        })
    }
}
