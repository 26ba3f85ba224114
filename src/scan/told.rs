//! What the decoder of record tells of a symbol, in our words: its text, its identifier and its ends.

use super::data_bar::element_string;
use crate::symbol::{Format, Symbol};

/// What the decoder tells.
pub struct Told<'a> {
    /// One of the formats that we take.
    pub format: Format,
    /// The text, in some formats with an identifier before it.
    pub text: &'a str,
    /// The identifier of ISO/IEC 15424, empty where none is told.
    pub identifier: &'a str,
    /// The codewords of a Data Matrix, the bytes of a QR Code.
    pub bytes: &'a [u8],
    /// Corners, or points along a row of bars, in pixels.
    pub points: Vec<(f32, f32)>,
}

impl Told<'_> {
    /// The symbol; `None` for a text that we do not take.
    pub fn symbol(self) -> Option<Symbol> {
        let text = text(&self).filter(|text| !text.is_empty())?;
        Some(Symbol {
            text,
            format: self.format,
            identifier: identifier(&self),
            corners: if self.format.is_linear() {
                ends(&self.points)
            } else {
                self.points
            },
        })
    }
}

/// The identifier of ISO/IEC 15424. The variants "with ECI" become those without, because our text is UTF-8 already.
fn identifier(told: &Told) -> String {
    let known = match told.format {
        Format::Ean13 | Format::UpcA | Format::UpcE => "]E0",
        Format::Ean8 => "]E4",
        Format::Itf if is_carton(told.text) => "]I1",
        Format::Itf => "]I0",
        Format::DataBar | Format::DataBarExpanded => "]e0",
        Format::Code128 if told.identifier.is_empty() => "]C0",
        Format::Code128 => told.identifier,
        // rxing takes a GS that happens to end at the fourth character for a leading FNC1, so its modifier is not believed.
        Format::DataMatrix if is_gs1_matrix(told.bytes) => "]d2",
        Format::DataMatrix => "]d1",
        Format::QrCode => match told.identifier {
            "]Q0" => "]Q0",
            "]Q3" | "]Q4" => "]Q3",
            "]Q5" | "]Q6" => "]Q5",
            _ => "]Q1",
        },
    };
    known.to_owned()
}

/// Whether a Data Matrix opens with FNC1: codeword 232, after the four codewords of a structured append if 233 tells of one
/// (ISO/IEC 16022, 5.2.4.6 and 5.6).
fn is_gs1_matrix(codewords: &[u8]) -> bool {
    let first = if codewords.first() == Some(&233) {
        codewords.get(4)
    } else {
        codewords.first()
    };
    first == Some(&232)
}

fn text(told: &Told) -> Option<String> {
    let text = told.text;
    match told.format {
        // rxing writes the identifier before the text of GS1-128.
        // It takes a check character of the value 102 for FNC1; a separator after the last element says nothing anyway.
        Format::Code128 => Some(
            text.strip_prefix("]C1")
                .unwrap_or(text)
                .trim_end_matches('\u{1D}')
                .to_owned(),
        ),
        // Fourteen digits with a wrong check digit are a misread carton.
        Format::Itf => (text.len() != 14 || is_carton(text)).then(|| text.to_owned()),
        Format::DataBar | Format::DataBarExpanded => Some(element_string(text)),
        // rxing guesses the character set of plain QR Codes; what is valid UTF-8 is UTF-8.
        Format::QrCode if matches!(told.identifier, "]Q1" | "]Q3" | "]Q5") => {
            Some(std::str::from_utf8(told.bytes).unwrap_or(text).to_owned())
        }
        _ => Some(text.to_owned()),
    }
}

/// Whether these are the fourteen digits of ITF-14 with the right check digit, which rxing does not look at.
fn is_carton(digits: &str) -> bool {
    let weigh = |(place, digit): (usize, u8)| u32::from(digit - b'0') * [3, 1][place % 2];
    digits.len() == 14
        && digits.bytes().all(|b| b.is_ascii_digit())
        && digits.bytes().enumerate().map(weigh).sum::<u32>() % 10 == 0
}

/// The two ends of a row of bars in the direction of reading; rxing also gives points between them, and those of an add-on.
fn ends(points: &[(f32, f32)]) -> Vec<(f32, f32)> {
    let by_x = |a: &&(f32, f32), b: &&(f32, f32)| a.0.total_cmp(&b.0);
    let left = points.iter().min_by(by_x);
    let right = points.iter().max_by(by_x);
    let mut ends: Vec<(f32, f32)> = left.into_iter().chain(right).copied().collect();
    if points.first() == ends.last() {
        ends.reverse();
    }
    ends
}
