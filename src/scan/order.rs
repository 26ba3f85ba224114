//! In which order the symbols of one picture are told.

use crate::symbol::{Format, Symbol};

/// Sorts: what names a product first (a GS1 symbol or Digital Link, then the bars of a product), then all else; among equals
/// the nearest to the centre of the picture, and at last by text, so that the order is the same for the same picture.
pub fn sort(symbols: &mut [Symbol], width: u32, height: u32) {
    let middle = (width as f32 / 2.0, height as f32 / 2.0);
    symbols.sort_by(|a, b| {
        let away = |symbol| distance(centre(symbol), middle);
        rank(a)
            .cmp(&rank(b))
            .then_with(|| away(a).total_cmp(&away(b)))
            .then_with(|| a.text.cmp(&b.text))
    });
}

fn rank(symbol: &Symbol) -> u8 {
    match symbol.format {
        Format::QrCode | Format::DataMatrix if is_gs1(symbol) => 0,
        Format::DataBarExpanded => 0,
        Format::Code128 if symbol.identifier == "]C1" => 0,
        Format::Ean13 | Format::Ean8 | Format::UpcA | Format::UpcE | Format::DataBar => 1,
        Format::Itf if symbol.identifier == "]I1" => 1,
        _ => 2,
    }
}

/// Whether a square symbol holds GS1 elements or an address with `/01/` and a digit, as Digital Links have it
/// (GS1 Digital Link URI Syntax 1.6).
fn is_gs1(symbol: &Symbol) -> bool {
    let digit_after = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let link = || symbol.text.split("/01/").skip(1).any(digit_after);
    matches!(symbol.identifier.as_str(), "]d2" | "]Q3") || link()
}

/// The mean of a symbol's corners.
pub fn centre(symbol: &Symbol) -> (f32, f32) {
    let count = symbol.corners.len().max(1) as f32;
    let sum = |(x, y), &(cx, cy): &(f32, f32)| (x + cx, y + cy);
    let (x, y) = symbol.corners.iter().fold((0.0, 0.0), sum);
    (x / count, y / count)
}

/// How far two points are apart.
pub fn distance(a: (f32, f32), b: (f32, f32)) -> f32 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Symbols are (format, identifier, text, x); gives the texts in order.
    fn check(symbols: &[(Format, &str, &str, f32)], expect: &[&str]) {
        let mut symbols: Vec<Symbol> = symbols
            .iter()
            .map(|&(format, identifier, text, x)| Symbol {
                text: text.to_owned(),
                format,
                identifier: identifier.to_owned(),
                corners: vec![(x, 50.0)],
            })
            .collect();
        for _ in 0..2 {
            sort(&mut symbols, 100, 100);
            let texts: Vec<&str> = symbols.iter().map(|symbol| symbol.text.as_str()).collect();
            assert_eq!(texts, expect);
            symbols.reverse();
        }
    }

    #[test]
    fn what_names_a_product_comes_first() {
        use Format::{DataMatrix, Ean13, QrCode};
        let link = "https://id.gs1.org/01/09528060010018";
        check(
            &[
                (QrCode, "]Q1", "https://example.com/win", 50.0),
                (Ean13, "]E0", "9528060010018", 90.0),
                (QrCode, "]Q1", link, 10.0),
            ],
            &[link, "9528060010018", "https://example.com/win"],
        );
        check(
            &[
                (DataMatrix, "]d1", "372260C", 50.0),
                (Ean13, "]E0", "3574660133899", 90.0),
            ],
            &["3574660133899", "372260C"],
        );
    }

    #[test]
    fn among_equals_the_nearest_to_the_centre_comes_first() {
        use Format::Ean13;
        check(
            &[
                (Ean13, "]E0", "b", 90.0),
                (Ean13, "]E0", "c", 45.0),
                (Ean13, "]E0", "a", 10.0),
            ],
            &["c", "a", "b"],
        );
    }
}
