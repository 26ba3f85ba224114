//! Why a text identifies nothing.

use super::digital_link::DigitalLinkError;
use super::element_string::ElementStringError;
use super::identifiers::ValueError;
use super::link::NoLink;

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
    /// An element string with a fault in it.
    #[error("{0}")]
    Elements(ElementStringError),
    /// A Digital Link with a fault in it.
    #[error("{0}")]
    Link(DigitalLinkError),
    /// Something that must never be followed, such as `javascript:` or `data:`.
    #[error("dangerous link")]
    Dangerous,
    /// A link for another program than the browser: its scheme.
    #[error("the scheme {0} is not followed")]
    Scheme(String),
}

impl Rejection {
    /// A short name for programs, such as `check-digit`.
    pub fn reason(&self) -> &'static str {
        use DigitalLinkError as L;
        use ElementStringError as E;
        match self {
            Rejection::Empty | Rejection::Elements(E::Empty) => "empty",
            Rejection::CheckDigit { .. } => "check-digit",
            Rejection::Length(_) => "length",
            Rejection::Dangerous => "dangerous",
            Rejection::Scheme(_) => "scheme",
            Rejection::Elements(E::UnknownIdentifier(_)) | Rejection::Link(L::UnknownIdentifier(_)) => {
                "unknown-identifier"
            }
            Rejection::Elements(E::Bracket(_)) => "bracket",
            Rejection::Elements(E::Repeated(_)) => "repeated",
            Rejection::Elements(E::TooMany) | Rejection::Link(L::TooMany) => "too-many",
            Rejection::Elements(E::Value { error, .. })
            | Rejection::Link(L::Value { error, .. } | L::Number { error, .. }) => match error {
                ValueError::Length { .. } => "length",
                ValueError::Character(..) => "character",
                ValueError::CheckDigit { .. } => "check-digit",
                ValueError::Content { .. } => "value",
            },
            Rejection::Link(L::NoKey) => "no-key",
            Rejection::Link(L::Order(_)) => "order",
        }
    }
}

impl From<NoLink> for Rejection {
    fn from(fault: NoLink) -> Rejection {
        match fault {
            NoLink::Scheme(scheme) => Rejection::Scheme(scheme),
            NoLink::Dangerous | NoLink::None => Rejection::Dangerous,
        }
    }
}

impl From<DigitalLinkError> for Rejection {
    fn from(error: DigitalLinkError) -> Rejection {
        match &error {
            DigitalLinkError::Number {
                ai,
                number,
                error: cause,
            } => of_value(ai, number, cause).unwrap_or(Rejection::Link(error)),
            _ => Rejection::Link(error),
        }
    }
}

impl From<ElementStringError> for Rejection {
    fn from(error: ElementStringError) -> Rejection {
        match &error {
            ElementStringError::Empty => Rejection::Empty,
            ElementStringError::Value {
                ai,
                value,
                error: cause,
            } => of_value(ai, value, cause).unwrap_or(Rejection::Elements(error)),
            _ => Rejection::Elements(error),
        }
    }
}

/// The faults of a number that are told in words of their own.
fn of_value(ai: &str, number: &str, error: &ValueError) -> Option<Rejection> {
    match *error {
        ValueError::CheckDigit { expected, found } => Some(Rejection::CheckDigit {
            number: number.to_owned(),
            expected,
            found,
        }),
        ValueError::Length { found, .. } if ai == "01" => Some(Rejection::Length(found)),
        _ => None,
    }
}
