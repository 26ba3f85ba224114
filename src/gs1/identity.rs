//! One door for everything scanned, typed or pasted: what does this text identify?

use super::digital_link::{DigitalLink, DigitalLinkError};
use super::element_string::{ElementString, ElementStringError, SEPARATOR};
pub use super::foreign::Foreign;
use super::foreign::is_dangerous;
use super::gtin::{Gtin, GtinError};
use super::identifiers::{self, ValueError};
use crate::symbol::Format;

/// What a text turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity {
    /// A GS1 key, whatever carried it: bar code, element string or link. Its address can be opened.
    Gs1(DigitalLink),
    /// Something else that is understood well enough to be named, never opened by itself.
    Foreign(Foreign),
}

/// Why a text identifies nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Rejection {
    /// Nothing was given.
    #[error("empty")]
    Empty,
    /// A number whose check digit is wrong: most often one digit was mistyped.
    #[error("the check digit of {number} is {found} but should be {expected}")]
    CheckDigit {
        /// The number as given.
        number: String,
        /// The digit that the others demand.
        expected: u8,
        /// The digit that stands there.
        found: u8,
    },
    /// A number of a length that no GTIN has.
    #[error("a product number has 8, 12, 13 or 14 digits, not {0}")]
    Length(usize),
    /// An element string or Digital Link with a fault in it.
    #[error("{0}")]
    Broken(String),
    /// Something that must never be followed, such as `javascript:` or `data:`.
    #[error("dangerous link")]
    Dangerous,
}

impl Identity {
    /// Understands a text; `format` is the symbol that carried it, or `None` when it was typed or pasted.
    /// A leading symbology identifier (`]d2`) in the text is honoured.
    pub fn read(text: &str, format: Option<Format>) -> Result<Identity, Rejection> {
        let (identifier, text) = split_symbology_identifier(text.trim());
        let text = text.trim();
        if text.is_empty() {
            return Err(Rejection::Empty);
        }
        if is_dangerous(text) {
            return Err(Rejection::Dangerous);
        }
        if identifier.is_some_and(carries_elements) || has_separators(text) {
            return Ok(of_link(ElementString::parse(text)?.link()?));
        }
        if let Some(digits) = digits(text, identifier, format) {
            return of_number(&digits, format);
        }
        if let Some(link) = bare_elements(text)? {
            return Ok(of_link(link));
        }
        match linked(text)? {
            Some(link) => Ok(of_link(link)),
            None => Ok(Identity::Foreign(Foreign::read(text))),
        }
    }
}

impl From<DigitalLinkError> for Rejection {
    fn from(error: DigitalLinkError) -> Rejection {
        match error {
            DigitalLinkError::Number { ai, number, error } => of_value(&ai, number, error),
            error => Rejection::Broken(error.to_string()),
        }
    }
}

impl From<ElementStringError> for Rejection {
    fn from(error: ElementStringError) -> Rejection {
        match error {
            ElementStringError::Empty => Rejection::Empty,
            ElementStringError::Value { ai, value, error } => of_value(&ai, value, error),
            error => Rejection::Broken(error.to_string()),
        }
    }
}

/// Takes off a symbology identifier: `]`, a letter for the kind of symbol, a digit (ISO/IEC 15424).
fn split_symbology_identifier(text: &str) -> (Option<&str>, &str) {
    match text.as_bytes() {
        [b']', kind, option, ..] if kind.is_ascii_alphabetic() && option.is_ascii_digit() => {
            let (identifier, rest) = text.split_at(3); // OK because three ASCII characters stand there.
            (Some(identifier), rest)
        }
        _ => (None, text),
    }
}

/// Whether a symbol of this kind holds nothing but an element string.
fn carries_elements(identifier: &str) -> bool {
    matches!(identifier, "]C1" | "]e0" | "]d2" | "]Q3" | "]J1")
}

/// Whether a text that nothing announces must be an element string. Other formats know separators, too, but no identifiers.
fn has_separators(text: &str) -> bool {
    text.contains(SEPARATOR) && identifiers::leading(text.trim_start_matches(SEPARATOR)).is_some()
}

/// The digits of a text that is one number of six to fourteen. Hands put spaces and hyphens between them, scanners do not.
fn digits(text: &str, identifier: Option<&str>, format: Option<Format>) -> Option<String> {
    let number = match identifier {
        // The second symbol of a composite, behind the bar, says no more of which product it is.
        Some("]E0" | "]E4") => text.split('|').next()?,
        _ => text,
    };
    let typed = identifier.is_none() && format.is_none();
    let is_gap =
        |char: char| typed && (char.is_whitespace() || matches!(char, '-' | '\u{2010}'..='\u{2013}'));
    let digits: String = number.chars().filter(|&char| !is_gap(char)).collect();
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && (6..=14).contains(&digits.len())).then_some(digits)
}

fn of_number(digits: &str, format: Option<Format>) -> Result<Identity, Rejection> {
    let gtin = match (format, digits.len()) {
        (Some(Format::UpcE), 8) => Gtin::from_upc_e(digits),
        _ => Gtin::parse(digits),
    };
    match gtin {
        Ok(gtin) if gtin.is_restricted() => Ok(Identity::Foreign(Foreign::Restricted(digits.to_owned()))),
        Ok(gtin) => Ok(Identity::Gs1(DigitalLink::product(gtin))),
        Err(GtinError::Length(length)) => Err(Rejection::Length(length)),
        Err(error) => Err(of_value("01", digits.to_owned(), error.into())),
    }
}

fn of_link(link: DigitalLink) -> Identity {
    match link.gtin() {
        Some(gtin) if gtin.is_restricted() => Identity::Foreign(Foreign::Restricted(gtin.shown().to_owned())),
        _ => Identity::Gs1(link),
    }
}

/// An element string that nothing announces: in brackets, or raw from a GTIN or SSCC on and whole.
fn bare_elements(text: &str) -> Result<Option<DigitalLink>, Rejection> {
    let bracketed = text
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(')'))
        .is_some_and(|(ai, _)| identifiers::find(ai).is_some());
    if bracketed {
        return Ok(Some(ElementString::parse_bracketed(text)?.link()?));
    }
    if !text.starts_with("01") && !text.starts_with("00") {
        return Ok(None);
    }
    let elements = ElementString::parse(text).ok();
    Ok(elements.and_then(|elements| elements.link().ok()))
}

/// The Digital Link in a text, on whatever host, with or without the scheme before it.
fn linked(text: &str) -> Result<Option<DigitalLink>, Rejection> {
    match DigitalLink::parse(text) {
        Ok(link) => Ok(Some(link)),
        // Without a number of the right form, `01` was just a part of somebody's path.
        Err(DigitalLinkError::NoKey) => Ok(None),
        Err(DigitalLinkError::Number { error, .. }) if !is_check_digit(&error) => Ok(None),
        Err(error) if text.contains("://") || text.starts_with('/') => Err(error.into()),
        Err(_) => Ok(None),
    }
}

fn is_check_digit(error: &ValueError) -> bool {
    matches!(error, ValueError::CheckDigit { .. })
}

fn of_value(ai: &str, number: String, error: ValueError) -> Rejection {
    match error {
        ValueError::CheckDigit { expected, found } => Rejection::CheckDigit {
            number,
            expected,
            found,
        },
        ValueError::Length { found, .. } if ai == "01" => Rejection::Length(found),
        error => Rejection::Broken(format!("AI {ai}: {error}")),
    }
}
