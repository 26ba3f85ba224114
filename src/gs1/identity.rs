//! One door for everything scanned, typed or pasted: what does this text identify?

use super::digital_link::{DigitalLink, DigitalLinkError};
use super::element_string::{ElementString, SEPARATOR};
pub use super::foreign::Foreign;
use super::gtin::{Gtin, GtinError};
use super::identifiers::{self, ValueError};
use super::link::is_dangerous;
use super::platform::Platform;
use super::prefix::{Use, use_of};
pub use super::rejection::Rejection;
use super::scan_data::{self, Carries};
use crate::symbol::Format;

/// What a text turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity {
    /// A GS1 key, whatever carried it: bar code, element string or link. Its address can be opened.
    Gs1(DigitalLink),
    /// Something else that is understood well enough to be named, never opened by itself.
    Foreign(Foreign),
}

impl Identity {
    /// Understands a text; `format` is the symbol that carried it, or `None` when it was typed or pasted.
    /// A leading symbology identifier (`]d2`) in the text is honoured.
    pub fn read(text: &str, format: Option<Format>) -> Result<Identity, Rejection> {
        match Identity::read_by_the_standard(text, format) {
            // A number with a wrong check digit may be one that a platform wrote so on purpose.
            Err(Rejection::CheckDigit {
                number,
                expected,
                found,
            }) => match Platform::indicator(&number) {
                Some(platform) => Ok(Identity::Foreign(Foreign::Platform(Box::new(platform)))),
                None => Err(Rejection::CheckDigit {
                    number,
                    expected,
                    found,
                }),
            },
            read => read,
        }
    }

    fn read_by_the_standard(text: &str, format: Option<Format>) -> Result<Identity, Rejection> {
        let (identifier, text) = scan_data::split(trimmed(text));
        let text = trimmed(text);
        if text.is_empty() {
            return Err(Rejection::Empty);
        }
        let carries = identifier.and_then(Carries::of);
        // The separators of a composite component are its own: its number comes first.
        if let Some(Carries::Thirteen | Carries::Eight) = carries {
            return of_bars(text, format, carries == Some(Carries::Eight));
        }
        if carries == Some(Carries::WithAddOn) {
            return of_bars(without_add_on(text), format, false);
        }
        if carries == Some(Carries::Elements) || has_separators(text) {
            return of_elements(ElementString::parse(text)?);
        }
        if let Some(digits) = digits(text, identifier.is_none() && format.is_none()) {
            return of_number(&digits, format);
        }
        if let Some(elements) = bare_elements(text)? {
            return of_elements(elements);
        }
        if is_dangerous(text) {
            return Err(Rejection::Dangerous);
        }
        match linked(text)? {
            Some(identity) => Ok(identity),
            None => Ok(Identity::Foreign(Foreign::read(text)?)),
        }
    }
}

/// A text without blanks around it, and without the signs that nobody sees: marks of byte order and direction, joiners, NUL.
/// Pasted texts bring them along.
pub(super) fn trimmed(text: &str) -> &str {
    let is_unseen = |char: char| {
        let is_mark = matches!(
            char,
            '\0' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}'
        );
        char.is_whitespace() || is_mark
    };
    text.trim_matches(is_unseen)
}

/// Whether a text that nothing announces must be an element string. Other formats know separators, too, but no identifiers.
fn has_separators(text: &str) -> bool {
    text.contains(SEPARATOR) && identifiers::leading(text.trim_start_matches(SEPARATOR)).is_some()
}

/// The digits of a text that is one number of six to fourteen. Hands put spaces and hyphens between them, scanners do not.
fn digits(text: &str, is_typed: bool) -> Option<String> {
    let is_gap =
        |char: char| is_typed && (char.is_whitespace() || matches!(char, '-' | '\u{2010}'..='\u{2013}'));
    let digits: String = text.chars().filter(|&char| !is_gap(char)).take(15).collect();
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && (6..=14).contains(&digits.len())).then_some(digits)
}

/// The number of an EAN or UPC symbol, with the elements of its composite component.
fn of_bars(text: &str, format: Option<Format>, is_eight: bool) -> Result<Identity, Rejection> {
    let (number, composite) = scan_data::split_composite(text);
    let lengths = if is_eight { 8..=8 } else { 8..=13 };
    if !lengths.contains(&number.len()) {
        return Err(Rejection::Length(number.chars().count()));
    }
    let identity = of_number(number, format)?;
    match (composite, &identity) {
        (Some(composite), Identity::Gs1(link)) => {
            let mut elements = ElementString::parse(composite)?;
            let key = (link.key.ai().to_owned(), link.key.value().to_owned());
            elements.elements.insert(0, key);
            of_elements(elements)
        }
        _ => Ok(identity),
    }
}

/// The number without the digits of the small bars: they tell the issue of a paper or a price, and nothing of what it is.
fn without_add_on(text: &str) -> &str {
    let has_add_on = matches!(text.len(), 15 | 18) && text.bytes().all(|byte| byte.is_ascii_digit());
    if has_add_on { &text[..13] } else { text }
}

fn of_number(digits: &str, format: Option<Format>) -> Result<Identity, Rejection> {
    let gtin = match (format, digits.len()) {
        (Some(Format::UpcE), 8) => Gtin::from_upc_e(digits),
        _ => Gtin::parse(digits),
    };
    match gtin {
        Ok(gtin) => Ok(of_link(DigitalLink::product(gtin), Some(digits))),
        Err(GtinError::Length(length)) => Err(Rejection::Length(length)),
        Err(error) => Err(Rejection::from(DigitalLinkError::Number {
            ai: "01".to_owned(),
            number: digits.to_owned(),
            error: error.into(),
        })),
    }
}

fn of_elements(elements: ElementString) -> Result<Identity, Rejection> {
    match elements.link() {
        Ok(link) => Ok(of_link(link, None)),
        Err(error) => Err(error.into()),
    }
}

/// A key is an identity, unless its prefix says that it names a product inside one shop only.
fn of_link(link: DigitalLink, as_read: Option<&str>) -> Identity {
    let Some(gtin) = link.gtin() else {
        return Identity::Gs1(link);
    };
    match use_of(gtin) {
        Use::Product | Use::Demonstration => Identity::Gs1(link),
        purpose => Identity::Foreign(Foreign::Restricted {
            number: as_read.unwrap_or(gtin.shown()).to_owned(),
            purpose,
            link: Box::new(link),
        }),
    }
}

/// An element string that nothing announces: in brackets, or raw from a GTIN or SSCC on and whole.
fn bare_elements(text: &str) -> Result<Option<ElementString>, Rejection> {
    let bracketed = text
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(')'))
        .is_some_and(|(ai, _)| identifiers::find(ai).is_some());
    if bracketed {
        return Ok(Some(ElementString::parse_bracketed(text)?));
    }
    if !text.starts_with("01") && !text.starts_with("00") {
        return Ok(None);
    }
    let elements = ElementString::parse(text).ok();
    Ok(elements.filter(|elements| elements.link().is_ok()))
}

/// The Digital Link in a text, on whatever host, with or without the scheme before it.
fn linked(text: &str) -> Result<Option<Identity>, Rejection> {
    let lowered = lowered_scheme(text);
    match DigitalLink::parse(lowered.as_deref().unwrap_or(text)) {
        Ok(link) => Ok(Some(of_link(link, None))),
        // Without a number of the right form, `01` was just a part of somebody's path.
        Err(DigitalLinkError::NoKey) => Ok(None),
        Err(DigitalLinkError::Number { error, .. }) if !matches!(error, ValueError::CheckDigit { .. }) => {
            Ok(None)
        }
        Err(error) if text.contains("://") || text.starts_with('/') => Err(error.into()),
        Err(_) => Ok(None),
    }
}

/// The link with its scheme in small letters, where it is written in letters of both sizes. The standard knows
/// `https` and `HTTPS` only; a browser follows all.
fn lowered_scheme(text: &str) -> Option<String> {
    let (scheme, rest) = text.split_once("://")?;
    let is_mixed = scheme.contains(|char: char| char.is_ascii_lowercase())
        && scheme.contains(|char: char| char.is_ascii_uppercase());
    is_mixed.then(|| format!("{}://{rest}", scheme.to_ascii_lowercase()))
}
