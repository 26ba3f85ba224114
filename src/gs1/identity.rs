//! One door for everything scanned, typed or pasted: what does this text identify?

use super::DigitalLink;
use crate::symbol::Format;

/// What a text turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity {
    /// A GS1 key, whatever carried it: bar code, element string or link. Its address can be opened.
    Gs1(DigitalLink),
    /// Something else that is understood well enough to be named, never opened by itself.
    Foreign(Foreign),
}

/// A code that names no product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A number for use inside one shop (GS1 prefixes 02, 04, 2): no product identity.
    Restricted(String),
    /// A link to a page, with its host in full; `http` or `https` only.
    Link {
        /// The host as it stands in the link.
        host: String,
        /// The whole link.
        url: String,
    },
    /// A payment code (EMVCo, as VietQR uses it).
    Payment,
    /// The name and password of a wireless network.
    WiFi,
    /// A telephone number, mail address or visiting card.
    Contact,
    /// Any other text.
    Text(String),
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
        let _ = (text, format);
        todo!()
    }
}
