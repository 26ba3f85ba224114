//! Amounts that can be compared: in the base unit of what they measure (UN/CEFACT Recommendation 20).

use crate::sources::epcis::Quantity;
use crate::sources::json_ld::number_of;
use crate::words::{Lang, Text};

/// What an amount measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// Kilograms.
    Mass,
    /// Litres.
    Volume,
    /// Metres.
    Length,
    /// Pieces, packs.
    Pieces,
    /// In a unit that is not known here.
    Other,
}

impl Dimension {
    /// Whether amounts of one lot may be given in both: a count may stand beside a measure.
    pub fn fits(self, other: Dimension) -> bool {
        self == other || self == Dimension::Pieces || other == Dimension::Pieces
    }

    /// The sign of its base unit.
    pub fn sign(self) -> Text {
        match self {
            Dimension::Mass => Text::same("kg"),
            Dimension::Volume => Text::same("l"),
            Dimension::Length => Text::same("m"),
            Dimension::Pieces => Text::new(pieces(Lang::Vi), pieces(Lang::En)),
            Dimension::Other => Text::default(),
        }
    }
}

/// An amount in the base unit of its dimension.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// How much.
    pub amount: f64,
    /// Of what kind.
    pub dimension: Dimension,
}

/// An amount in its base unit (UN/CEFACT Recommendation 20); `None` without an amount.
pub fn measured(quantity: &Quantity) -> Option<Measured> {
    let (factor, dimension) = match unit_of(quantity) {
        None => (1.0, Dimension::Pieces),
        Some("KGM") => (1.0, Dimension::Mass),
        Some("GRM") => (0.001, Dimension::Mass),
        Some("MGM") => (0.000_001, Dimension::Mass),
        Some("TNE") => (1000.0, Dimension::Mass),
        Some("DTN") => (100.0, Dimension::Mass),
        Some("LBR") => (0.453_592_37, Dimension::Mass),
        Some("ONZ") => (0.028_349_523, Dimension::Mass),
        Some("LTR") => (1.0, Dimension::Volume),
        Some("MLT") => (0.001, Dimension::Volume),
        Some("CLT") => (0.01, Dimension::Volume),
        Some("MTQ") => (1000.0, Dimension::Volume),
        Some("MTR") => (1.0, Dimension::Length),
        Some("CMT") => (0.01, Dimension::Length),
        Some(_) => (1.0, Dimension::Other),
    };
    Some(Measured {
        amount: quantity.amount? * factor,
        dimension,
    })
}

/// The mass or volume in a net content ready to read, such as `100 g` or `0,5 l`.
pub fn net_content(text: &str) -> Option<Measured> {
    let (amount, unit) = text.trim().split_once(char::is_whitespace)?;
    let amount: f64 = number_of(&amount.replace(',', "."))?;
    let (factor, dimension) = match unit.trim() {
        "g" => (0.001, Dimension::Mass),
        "kg" => (1.0, Dimension::Mass),
        "ml" => (0.001, Dimension::Volume),
        "l" => (1.0, Dimension::Volume),
        _ => return None,
    };
    Some(Measured {
        amount: amount * factor,
        dimension,
    })
}

/// The unit of a measure; `None` for pieces, however they are written.
pub fn unit_of(quantity: &Quantity) -> Option<&str> {
    quantity
        .unit
        .as_deref()
        .filter(|unit| !matches!(*unit, "H87" | "EA" | "C62" | "NMP"))
}

/// What is counted and not measured.
pub fn pieces(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "sản phẩm",
        Lang::En => "pieces",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn net_contents_are_masses_or_volumes() {
        let rows = [
            ("100 g", Some((0.1, Dimension::Mass))),
            ("0,5 kg", Some((0.5, Dimension::Mass))),
            ("500\u{a0}g", Some((0.5, Dimension::Mass))),
            ("500 ml", Some((0.5, Dimension::Volume))),
            ("5 gói", None),
            ("", None),
        ];
        for (text, expect) in rows {
            let found = net_content(text).map(|net| (net.amount, net.dimension));
            assert_eq!(found, expect, "{text:?}");
        }
    }
}
