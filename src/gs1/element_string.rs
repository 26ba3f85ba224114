//! Element strings: identifiers and values in a row, as GS1-128, DataBar and GS1 2D symbols carry them (GS1 General Specifications, 7.8).

use super::digital_link::{DigitalLink, DigitalLinkError};
use super::gtin::Gtin;
use super::identifiers::{self, ValueError};

/// The separator between a value of open length and the next identifier: FNC1, transmitted as GS.
pub const SEPARATOR: char = '\u{1d}';

/// Identifiers with their values, each identifier once, in the order in which they stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElementString {
    /// Pairs of (AI, value).
    pub elements: Vec<(String, String)>,
}

/// Why a text is no element string.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ElementStringError {
    /// It has no element at all.
    #[error("an element string without elements")]
    Empty,
    /// It does not go on with a known identifier.
    #[error("unknown application identifier at {0:?}")]
    UnknownIdentifier(String),
    /// A bracket is not closed, or does not stand where an identifier starts.
    #[error("expected an identifier in brackets at {0:?}")]
    Bracket(String),
    /// A value that does not fit its identifier.
    #[error("AI {ai}: {error}")]
    Value {
        /// The application identifier.
        ai: String,
        /// The value as far as it could be told apart.
        value: String,
        /// What was expected and found.
        error: ValueError,
    },
    /// An identifier that stands twice, with different values.
    #[error("AI {0} has two different values")]
    Repeated(String),
}

impl ElementString {
    /// Reads what a scanner transmits: values of open length end with [`SEPARATOR`] or the end of the text.
    /// Separators that are not needed are passed over.
    pub fn parse(text: &str) -> Result<ElementString, ElementStringError> {
        let mut read = ElementString::empty();
        let mut rest = text.trim_start_matches(SEPARATOR);
        while !rest.is_empty() {
            let (ai, identifier) = identifiers::leading(rest)
                .ok_or_else(|| ElementStringError::UnknownIdentifier(beginning(rest)))?;
            let after = rest.get(ai.len()..).unwrap_or_default();
            let separator = after.find(SEPARATOR).unwrap_or(after.len());
            let end = match identifier.predefined_length() {
                Some(length) if after.is_char_boundary(length) => length.min(separator),
                _ => separator,
            };
            let (value, tail) = after.split_at(end);
            read.push(ai, value)?;
            rest = tail.trim_start_matches(SEPARATOR);
        }
        read.or_empty()
    }

    /// Reads the form for human eyes, `(01)09528060030016(10)SC261003`. A bracket inside a value is written `\(`.
    /// Spaces around values are passed over, and shorter GTINs are filled to fourteen digits.
    pub fn parse_bracketed(text: &str) -> Result<ElementString, ElementStringError> {
        let mut read = ElementString::empty();
        let mut rest = text.trim();
        while !rest.is_empty() {
            let bracket = || ElementStringError::Bracket(beginning(rest));
            let opened = rest.strip_prefix('(').ok_or_else(bracket)?;
            let (ai, after) = opened.split_once(')').ok_or_else(bracket)?;
            if identifiers::find(ai).is_none() {
                return Err(ElementStringError::UnknownIdentifier(beginning(rest)));
            }
            let (value, tail) = after.split_at(next_bracket(after));
            let value = value.trim().replace("\\(", "(");
            match Gtin::parse(&value) {
                Ok(gtin) if ai == "01" => read.push(ai, gtin.as_str())?,
                _ => read.push(ai, &value)?,
            }
            rest = tail;
        }
        read.or_empty()
    }

    /// What it identifies, as a Digital Link. A GTIN comes before the other keys, which then are attributes.
    pub fn link(&self) -> Result<DigitalLink, DigitalLinkError> {
        let (ai, value) = ["01", "00", "414", "417"]
            .iter()
            .find_map(|key| self.elements.iter().find(|(ai, _)| ai == key))
            .ok_or(DigitalLinkError::NoKey)?;
        let others = self.elements.iter().filter(|(other, _)| other != ai);
        DigitalLink::from_elements(ai, value, others.cloned())
    }

    fn empty() -> ElementString {
        ElementString { elements: Vec::new() }
    }

    fn or_empty(self) -> Result<ElementString, ElementStringError> {
        if self.elements.is_empty() {
            return Err(ElementStringError::Empty);
        }
        Ok(self)
    }

    fn push(&mut self, ai: &str, value: &str) -> Result<(), ElementStringError> {
        if let Some(identifier) = identifiers::find(ai) {
            identifier
                .check(value)
                .map_err(|error| ElementStringError::Value {
                    ai: ai.to_owned(),
                    value: value.to_owned(),
                    error,
                })?;
        }
        match self.elements.iter().find(|(known, _)| known == ai) {
            Some((_, known)) if known == value => {}
            Some(_) => return Err(ElementStringError::Repeated(ai.to_owned())),
            None => self.elements.push((ai.to_owned(), value.to_owned())),
        }
        Ok(())
    }
}

/// Where the next identifier starts: the first bracket without a backslash before it.
fn next_bracket(text: &str) -> usize {
    let mut escaped = false;
    for (at, char) in text.char_indices() {
        if char == '(' && !escaped {
            return at;
        }
        escaped = char == '\\';
    }
    text.len()
}

/// The first characters of a text, for a message.
fn beginning(text: &str) -> String {
    text.chars().take(6).collect()
}
