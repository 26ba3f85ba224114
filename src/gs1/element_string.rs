//! Element strings: identifiers and values in a row, as GS1-128, DataBar and GS1 2D symbols carry them (GS1 General Specifications, 7.8).

use super::associations;
use super::digital_link::{DigitalLink, DigitalLinkError, MOST_ELEMENTS, is_loose};
use super::gtin::Gtin;
use super::identifiers::{self, Identifier, ValueError};
use super::key::Key;

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
    /// More identifiers than a code may carry.
    #[error("more than 64 application identifiers")]
    TooMany,
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
            read.push(identifier, ai, value)?;
            rest = tail.trim_start_matches(SEPARATOR);
        }
        read.finished()
    }

    /// Reads the form for human eyes, `(01)09528060030016(10)SC261003`. A bracket inside a value is written `\(`.
    /// Spaces around values are passed over, and shorter GTINs are filled to fourteen digits.
    pub fn parse_bracketed(text: &str) -> Result<ElementString, ElementStringError> {
        let mut read = ElementString::empty();
        for pair in pairs(text.trim()) {
            let (ai, value) = pair?;
            let value = value.trim();
            let identifier = identifiers::find(ai)
                .ok_or_else(|| ElementStringError::UnknownIdentifier(beginning(&format!("({ai}){value}"))))?;
            match Gtin::parse(value) {
                Ok(gtin) if ai == "01" => read.push(identifier, ai, gtin.as_str())?,
                _ => read.push(identifier, ai, value)?,
            }
        }
        read.finished()
    }

    /// Writes what a scanner transmits, without the symbology identifier: a separator stands behind each value of
    /// open length that another element follows.
    pub fn raw(&self) -> String {
        let mut raw = String::new();
        let mut is_open = false;
        for (ai, value) in &self.elements {
            raw.extend(is_open.then_some(SEPARATOR));
            raw += ai;
            raw += value;
            is_open = !identifiers::find(ai).is_some_and(Identifier::is_predefined);
        }
        raw
    }

    /// Writes the form for human eyes, which [`parse_bracketed`](Self::parse_bracketed) reads.
    pub fn bracketed(&self) -> String {
        let elements = self.elements.iter();
        let written = elements.map(|(ai, value)| format!("({ai}){}", value.replace('(', "\\(")));
        written.collect()
    }

    /// What it identifies, as a Digital Link. A GTIN comes before the other keys, which then are attributes. So are data
    /// that element strings carry and links do not; addresses leave them out.
    pub fn link(&self) -> Result<DigitalLink, DigitalLinkError> {
        let has_gtin = self.elements.iter().any(|(ai, _)| ai == "01");
        let (loose, elements) = self.elements.iter().cloned().partition(|(ai, _)| is_loose(ai));
        let carried = ElementString { elements };
        let mut link = carried.link_of(|ai| if has_gtin { ai == "01" } else { Key::is_key(ai) })?;
        link.attributes.extend::<Vec<_>>(loose);
        Ok(link)
    }

    /// The Digital Link around the first element whose identifier is meant.
    pub fn link_of(&self, is_meant: impl Fn(&str) -> bool) -> Result<DigitalLink, DigitalLinkError> {
        let (ai, value) = self
            .elements
            .iter()
            .find(|(ai, _)| is_meant(ai))
            .ok_or(DigitalLinkError::NoKey)?;
        let others = self.elements.iter().filter(|(other, _)| other != ai);
        DigitalLink::from_elements(ai, value, others.cloned())
    }

    fn empty() -> ElementString {
        ElementString { elements: Vec::new() }
    }

    /// Sees that there are elements, not too many, and keeps those that stand several times once.
    fn finished(self) -> Result<ElementString, ElementStringError> {
        if self.elements.is_empty() {
            return Err(ElementStringError::Empty);
        }
        let pairs = self
            .elements
            .iter()
            .map(|(ai, value)| (ai.as_str(), value.as_str()));
        if let Some(ai) = associations::repeated(pairs) {
            return Err(ElementStringError::Repeated(ai.to_owned()));
        }
        let mut read = ElementString::empty();
        for element in self.elements {
            if !read.elements.contains(&element) {
                read.elements.push(element);
            }
        }
        Ok(read)
    }

    fn push(&mut self, identifier: Identifier, ai: &str, value: &str) -> Result<(), ElementStringError> {
        identifier
            .check(value)
            .map_err(|error| ElementStringError::Value {
                ai: ai.to_owned(),
                value: value.to_owned(),
                error,
            })?;
        if self.elements.len() == MOST_ELEMENTS {
            return Err(ElementStringError::TooMany);
        }
        self.elements.push((ai.to_owned(), value.to_owned()));
        Ok(())
    }
}

/// The pairs of identifier and value of the form for human eyes, whatever stands in them.
pub fn pairs(text: &str) -> impl Iterator<Item = Result<(&str, String), ElementStringError>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let Some((ai, after)) = rest.strip_prefix('(').and_then(|opened| opened.split_once(')')) else {
            let here = beginning(rest);
            rest = "";
            return Some(Err(ElementStringError::Bracket(here)));
        };
        let (value, tail) = after.split_at(next_bracket(after));
        rest = tail;
        Some(Ok((ai, value.replace("\\(", "("))))
    })
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
