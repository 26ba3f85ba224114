//! Several symbols in one picture: which of them is meant?

use super::{Identity, Rejection};
use crate::symbol::Symbol;

/// What the symbols of one picture identify: a lot or item before a product, a product before any other key,
/// a GS1 key before a foreign code, and among equals the first. A faulty code counts only where nothing else is there.
/// `None` for a picture without symbols.
pub fn identify(symbols: &[Symbol]) -> Option<Result<Identity, Rejection>> {
    symbols.iter().map(read).min_by_key(rank)
}

fn read(symbol: &Symbol) -> Result<Identity, Rejection> {
    Identity::read(
        &format!("{}{}", symbol.identifier, symbol.text),
        Some(symbol.format),
    )
}

fn rank(read: &Result<Identity, Rejection>) -> u8 {
    match read {
        Ok(Identity::Gs1(link)) if link.lot().is_some() || link.serial().is_some() => 0,
        Ok(Identity::Gs1(link)) if link.gtin().is_some() => 1,
        Ok(Identity::Gs1(_)) => 2,
        Ok(Identity::Foreign(_)) => 3,
        Err(_) => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::symbol::Format;

    fn symbol(format: Format, identifier: &str, text: &str) -> Symbol {
        Symbol {
            text: text.to_owned(),
            format,
            identifier: identifier.to_owned(),
            corners: Vec::new(),
        }
    }

    /// The address of what is meant, or what else it is.
    fn check(symbols: &[Symbol], expect: &str) {
        let found = match identify(symbols) {
            Some(Ok(Identity::Gs1(link))) => link.address(),
            Some(Ok(Identity::Foreign(foreign))) => format!("{foreign:?}"),
            Some(Err(rejection)) => rejection.to_string(),
            None => "nothing".to_owned(),
        };
        assert_eq!(found, expect);
    }

    #[test]
    fn the_most_telling_symbol_is_meant() {
        let bars = symbol(Format::Ean13, "]E0", "9528060010018");
        let advertising = symbol(Format::QrCode, "]Q1", "WIFI:S:cho;;");
        let lot = symbol(Format::DataMatrix, "]d2", "010952806001001810S260918");
        let misread = symbol(Format::Ean13, "]E0", "9528060010019");
        check(&[], "nothing");
        check(&[advertising.clone(), bars.clone()], "/01/09528060010018");
        check(&[bars.clone(), lot], "/01/09528060010018/10/S260918");
        check(
            &[misread.clone(), advertising],
            "WiFi { name: \"cho\", is_open: true }",
        );
        check(&[misread.clone(), bars], "/01/09528060010018");
        check(
            &[misread],
            "the check digit of 9528060010019 is 9 but should be 8",
        );
    }

    #[test]
    fn a_upc_e_is_expanded_by_its_format() {
        check(&[symbol(Format::UpcE, "]E0", "01234505")], "/01/00012000003455");
    }
}
