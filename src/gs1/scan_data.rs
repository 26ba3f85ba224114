//! What a scanner transmits: a symbology identifier (ISO/IEC 15424), then plain data or elements, then perhaps a second message.

use super::element_string::{ElementString, SEPARATOR};
use super::gtin::Gtin;
use super::identifiers::{self, Identifier};

/// What the symbol carries, told by its symbology identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carries {
    /// Identifiers and values: `]C1` `]e0` `]d2` `]Q3` `]J1`.
    Elements,
    /// A number of thirteen digits, and perhaps a composite component behind a bar: `]E0`.
    Thirteen,
    /// A number of eight digits, likewise: `]E4`.
    Eight,
    /// A number of thirteen digits, and behind it the two or five digits of the small bars beside it: `]E3`.
    WithAddOn,
    /// Anything: `]Q1` `]d1` `]J0` `]C0` `]I0` `]I1`.
    Plain,
}

/// Takes a symbology identifier off: `]`, a letter for the kind of symbol, a digit or letter for its variant.
pub fn split(text: &str) -> (Option<&str>, &str) {
    match text.as_bytes() {
        [b']', kind, variant, ..] if kind.is_ascii_alphabetic() && variant.is_ascii_alphanumeric() => {
            let (identifier, rest) = text.split_at(3); // OK because three ASCII characters stand there.
            (Some(identifier), rest)
        }
        _ => (None, text),
    }
}

impl Carries {
    /// What a symbology identifier with its bracket announces; `None` for one that is not known here.
    pub fn of(identifier: &str) -> Option<Carries> {
        Some(match identifier {
            "]C1" | "]e0" | "]d2" | "]Q3" | "]J1" => Carries::Elements,
            "]E0" => Carries::Thirteen,
            "]E4" => Carries::Eight,
            "]E3" => Carries::WithAddOn,
            "]C0" | "]d1" | "]Q1" | "]J0" | "]I0" | "]I1" => Carries::Plain,
            _ => return None,
        })
    }
}

/// The number of a bar code and the text of its composite component, which stands behind `|]e0` and holds elements.
pub fn split_composite(text: &str) -> (&str, Option<&str>) {
    match text.split_once('|') {
        Some((number, second)) => (number, Some(second.strip_prefix("]e0").unwrap_or(second))),
        None => (text, None),
    }
}

/// A kind of symbol that transmits in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carrier {
    /// GS1-128, alone or with a composite component.
    Gs1_128,
    /// GS1 DataBar Expanded.
    DataBarExpanded,
    /// The other forms of GS1 DataBar, which carry a GTIN alone.
    DataBar,
    /// GS1 DataBar Limited: a GTIN that starts with 0 or 1.
    DataBarLimited,
    /// Data Matrix.
    DataMatrix,
    /// QR Code.
    QrCode,
    /// DotCode.
    DotCode,
    /// EAN-13.
    Ean13,
    /// EAN-8.
    Ean8,
    /// UPC-A, or UPC-E expanded to its twelve digits.
    UpcA,
}

/// What a symbol is to carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message<'a> {
    /// Any text, or the digits of a number.
    Plain(&'a str),
    /// Elements as they are encoded, with [`SEPARATOR`] where a FNC1 stands.
    Elements(&'a str),
}

/// What a scanner transmits of a symbol with this message, and with this text of elements in a composite component.
/// `None` where the symbol cannot carry it.
pub fn transmitted(carrier: Carrier, message: Message, composite: Option<&str>) -> Option<String> {
    use Message::{Elements, Plain};
    let identified = |identifier: &str, text: &str| Some(format!("{identifier}{text}"));
    match (carrier, message, composite) {
        (Carrier::QrCode, Plain(text), _) => identified("]Q1", text),
        (Carrier::QrCode, Elements(text), _) => identified("]Q3", text),
        (Carrier::DataMatrix, Plain(text), _) => identified("]d1", text),
        (Carrier::DataMatrix, Elements(text), _) => identified("]d2", text),
        (Carrier::DotCode, Plain(text), _) => identified("]J0", text),
        (Carrier::DotCode, Elements(text), _) => identified("]J1", text),
        (Carrier::Gs1_128, Elements(text), None) => identified("]C1", text),
        (Carrier::Gs1_128 | Carrier::DataBarExpanded, Elements(text), _) => {
            identified("]e0", &joined(text, composite))
        }
        (Carrier::Gs1_128 | Carrier::DataBarExpanded, Plain(_), _) => None,
        (Carrier::DataBar | Carrier::DataBarLimited, ..) => {
            let number = number(message, 14)?;
            let is_too_high = carrier == Carrier::DataBarLimited && !number.starts_with(['0', '1']);
            (!is_too_high).then(|| format!("]e001{number}{}", composite.unwrap_or_default()))
        }
        (Carrier::Ean8, ..) => Some(format!("]E4{}{}", number(message, 8)?, second(composite))),
        (Carrier::Ean13, ..) => Some(format!("]E0{}{}", number(message, 13)?, second(composite))),
        (Carrier::UpcA, ..) => Some(format!("]E00{}{}", number(message, 12)?, second(composite))),
    }
}

/// A composite component of a bar code is a message of its own.
fn second(composite: Option<&str>) -> String {
    composite.map(|text| format!("|]e0{text}")).unwrap_or_default()
}

/// Elements of both components in a row; a separator parts them where the first ends with a value of open length.
fn joined(text: &str, composite: Option<&str>) -> String {
    let Some(more) = composite else {
        return text.to_owned();
    };
    let last = ElementString::parse(text)
        .ok()
        .and_then(|read| read.elements.last().cloned());
    let is_closed = last.is_some_and(|(ai, _)| identifiers::find(&ai).is_some_and(Identifier::is_predefined));
    let separator = if is_closed || text.ends_with(SEPARATOR) {
        ""
    } else {
        "\u{1d}"
    };
    format!("{text}{separator}{more}")
}

/// The number of so many digits that a message is, written plainly or as AI 01 with zeros before it.
fn number<'a>(message: Message<'a>, length: usize) -> Option<&'a str> {
    let digits = match message {
        Message::Plain(digits) => digits,
        Message::Elements(text) => {
            let fourteen = text.strip_prefix("01").filter(|fourteen| fourteen.len() == 14)?;
            let (zeros, number) = fourteen.split_at_checked(14 - length)?;
            zeros.bytes().all(|byte| byte == b'0').then_some(number)?
        }
    };
    (digits.len() == length && Gtin::parse(digits).is_ok()).then_some(digits)
}
