//! Several symbols in view: which of them is meant?

use super::{DigitalLink, Identity, Rejection};
use crate::symbol::Symbol;
use std::cmp::Reverse;

/// What the symbols in view come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// Nothing that says anything.
    Nothing,
    /// One thing: its address can be opened at once.
    One(DigitalLink),
    /// Several things, the most telling first: only the shopper knows which.
    Several(Vec<DigitalLink>),
    /// No GS1 key, but a code that can be named.
    Foreign(super::identity::Foreign),
    /// Nothing but a code with a fault in it.
    Faulty(Rejection),
}

/// What the symbols of one picture identify: a lot or item before a product, a product before any other key,
/// a GS1 key before a foreign code; of product keys a Digital Link before bars, of foreign codes bars before an advertising
/// square; and among equals the first. A faulty code counts only where nothing else is there.
/// `None` for a picture without symbols.
pub fn identify(symbols: &[Symbol]) -> Option<Result<Identity, Rejection>> {
    let reads = symbols.iter().map(|symbol| (symbol, read(symbol)));
    reads.min_by_key(rank).map(|(_, read)| read)
}

/// What the symbols of a camera's picture come to. The order is that of [`identify`], so a Digital Link with its lot stands
/// before the bars on the same package, and both before an advertising code; what says no more than another symbol says of
/// the same thing is left out. Bars with a fault in them are most often a misread, and say nothing.
pub fn meant<'a>(symbols: impl Iterator<Item = &'a Symbol>) -> Meant {
    let is_proven = |symbol: &Symbol, read: &Result<_, _>| read.is_ok() || !symbol.format.is_linear();
    let mut reads: Vec<_> = symbols
        .map(|symbol| (symbol, read(symbol)))
        .filter(|(symbol, read)| is_proven(symbol, read))
        .collect();
    reads.sort_by_key(rank);
    let reads: Vec<_> = reads.into_iter().map(|(_, read)| read).collect();
    let mut links = things(&reads);
    match (links.len(), reads.into_iter().next()) {
        (0, Some(Ok(Identity::Foreign(foreign)))) => Meant::Foreign(foreign),
        (0, Some(Err(rejection))) => Meant::Faulty(rejection),
        (0, _) => Meant::Nothing,
        (1, _) => Meant::One(links.remove(0)),
        _ => Meant::Several(links),
    }
}

/// The GS1 keys among reads that stand in their order, each thing once. Where there is a product, other keys only tell of it.
fn things(reads: &[Result<Identity, Rejection>]) -> Vec<DigitalLink> {
    let mut things: Vec<DigitalLink> = Vec::new();
    for read in reads {
        let Ok(Identity::Gs1(link)) = read else { continue };
        let is_aside = link.gtin().is_none() && things.iter().any(|thing| thing.gtin().is_some());
        if !is_aside {
            gather(&mut things, link);
        }
    }
    things
}

/// Adds a thing to a list, unless it is there. One that is told more closely now keeps its place.
pub fn gather(things: &mut Vec<DigitalLink>, link: &DigitalLink) {
    if things.iter().any(|thing| tells_all(thing, link)) {
        return;
    }
    match things.iter_mut().find(|thing| tells_all(link, thing)) {
        Some(thing) => *thing = link.clone(),
        None => things.push(link.clone()),
    }
}

/// Which of the things a symbol names, by its place in the list.
pub fn place(symbol: &Symbol, things: &[DigitalLink]) -> Option<usize> {
    if things.is_empty() {
        return None;
    }
    let Ok(Identity::Gs1(link)) = read(symbol) else {
        return None;
    };
    things.iter().position(|thing| tells_all(thing, &link))
}

/// Whether one link names the same thing as another, or the thing more closely.
fn tells_all(link: &DigitalLink, other: &DigitalLink) -> bool {
    let has = |qualifier| link.qualifiers.contains(qualifier);
    link.key == other.key && other.qualifiers.iter().all(has)
}

fn read(symbol: &Symbol) -> Result<Identity, Rejection> {
    Identity::read(
        &format!("{}{}", symbol.identifier, symbol.text),
        Some(symbol.format),
    )
}

/// The lower the more telling; among equals, what says more of the thing; then by the kind of symbol.
fn rank((symbol, read): &(&Symbol, Result<Identity, Rejection>)) -> (u8, Reverse<usize>, bool) {
    let is_linear = symbol.format.is_linear();
    match read {
        Ok(Identity::Gs1(link)) => {
            let parts = link.qualifiers.len() + link.attributes.len();
            (class(link), Reverse(parts), is_linear)
        }
        Ok(Identity::Foreign(_)) => (3, Reverse(0), !is_linear),
        Err(_) => (4, Reverse(0), !is_linear),
    }
}

fn class(link: &DigitalLink) -> u8 {
    match link {
        link if link.lot().is_some() || link.serial().is_some() => 0,
        link if link.gtin().is_some() => 1,
        _ => 2,
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

    /// The addresses of what is meant, or what else it is.
    fn check_meant(symbols: &[&Symbol], expect: &[&str]) {
        let found = match meant(symbols.iter().copied()) {
            Meant::Nothing => Vec::new(),
            Meant::One(link) => vec![link.address()],
            Meant::Several(links) => links.iter().map(DigitalLink::address).collect(),
            Meant::Foreign(foreign) => vec![format!("{foreign:?}")],
            Meant::Faulty(rejection) => vec![rejection.to_string()],
        };
        assert_eq!(found, expect);
    }

    #[test]
    fn one_package_is_one_thing_however_many_codes_it_carries() {
        let bars = symbol(Format::Ean13, "]E0", "9528060010018");
        let advertising = symbol(Format::QrCode, "]Q1", "https://shop.example/khuyen-mai");
        let plain_link = symbol(Format::QrCode, "]Q1", "https://id.gs1.org/01/09528060010018");
        let link = symbol(
            Format::QrCode,
            "]Q1",
            "https://id.gs1.org/01/09528060010018/10/S260918",
        );
        let dated = symbol(
            Format::DataMatrix,
            "]d2",
            "010952806001001810S260918\u{1D}17280912",
        );
        let maker = symbol(Format::QrCode, "]Q1", "https://id.gs1.org/417/9528060010001");
        check_meant(&[], &[]);
        check_meant(&[&bars, &bars], &["/01/09528060010018"]);
        check_meant(&[&advertising, &bars], &["/01/09528060010018"]);
        check_meant(&[&bars, &plain_link], &["/01/09528060010018"]);
        check_meant(&[&bars, &link], &["/01/09528060010018/10/S260918"]);
        check_meant(&[&link, &dated], &["/01/09528060010018/10/S260918?17=280912"]);
        check_meant(&[&maker, &advertising, &bars], &["/01/09528060010018"]);
        check_meant(&[&maker, &advertising], &["/417/9528060010001"]);
    }

    #[test]
    fn two_packages_are_two_things() {
        let tea = symbol(Format::Ean13, "]E0", "9528060010018");
        let rice = symbol(Format::Ean13, "]E0", "9528060030016");
        let lot = symbol(
            Format::QrCode,
            "]Q1",
            "https://id.gs1.org/01/09528060010018/10/S260918",
        );
        let other_lot = symbol(Format::DataMatrix, "]d2", "010952806001001810S260919");
        check_meant(&[&tea, &rice], &["/01/09528060010018", "/01/09528060030016"]);
        check_meant(
            &[&rice, &tea, &lot],
            &["/01/09528060010018/10/S260918", "/01/09528060030016"],
        );
        let lots = ["/01/09528060010018/10/S260918", "/01/09528060010018/10/S260919"];
        check_meant(&[&tea, &lot, &other_lot], &lots);
    }

    #[test]
    fn of_two_products_the_link_stands_before_the_bars_and_bars_before_an_advertising_square() {
        let bars = symbol(Format::Ean13, "]E0", "9528060010018");
        let link = symbol(Format::QrCode, "]Q1", "https://id.gs1.org/01/09528060030016");
        let in_store = symbol(Format::Ean13, "]E0", "2012345012349");
        let advertising = symbol(Format::QrCode, "]Q1", "https://shop.example/khuyen-mai");
        for (first, second) in [(&bars, &link), (&link, &bars)] {
            let expect = ["/01/09528060030016", "/01/09528060010018"];
            check_meant(&[first, second], &expect);
            check(&[first.clone(), second.clone()], expect[0]);
        }
        let told = format!("{:?}", read(&in_store).unwrap());
        for symbols in [[&in_store, &advertising], [&advertising, &in_store]] {
            let Meant::Foreign(foreign) = meant(symbols.into_iter()) else {
                panic!("{symbols:?}");
            };
            assert_eq!(format!("{:?}", Identity::Foreign(foreign)), told);
        }
    }

    #[test]
    fn a_list_of_things_grows_and_each_keeps_its_place() {
        let tea = symbol(Format::Ean13, "]E0", "9528060010018");
        let rice = symbol(Format::Ean13, "]E0", "9528060030016");
        let lot = symbol(
            Format::QrCode,
            "]Q1",
            "https://id.gs1.org/01/09528060010018/10/S260918",
        );
        let mut things = Vec::new();
        for (symbol, expect) in [
            (&tea, &["/01/09528060010018"][..]),
            (&rice, &["/01/09528060010018", "/01/09528060030016"]),
            (&lot, &["/01/09528060010018/10/S260918", "/01/09528060030016"]),
            (&tea, &["/01/09528060010018/10/S260918", "/01/09528060030016"]),
        ] {
            let Meant::One(link) = meant([symbol].into_iter()) else {
                panic!("{symbol:?}");
            };
            gather(&mut things, &link);
            let found: Vec<_> = things.iter().map(DigitalLink::address).collect();
            assert_eq!(found, expect);
        }
        assert_eq!((place(&tea, &things), place(&rice, &things)), (Some(0), Some(1)));
        assert_eq!(
            place(&symbol(Format::QrCode, "]Q1", "WIFI:S:cho;;"), &things),
            None
        );
    }

    #[test]
    fn a_fault_in_bars_says_nothing_and_one_in_a_square_is_told() {
        let bars = symbol(Format::Ean13, "]E0", "9528060010019");
        let square = symbol(Format::DataMatrix, "]d2", "0109528060010019");
        let network = symbol(Format::QrCode, "]Q1", "WIFI:S:cho;;");
        let fault = "the check digit of 09528060010019 is 9 but should be 8";
        check_meant(&[&bars], &[]);
        check_meant(&[&bars, &square], &[fault]);
        check_meant(&[&square, &network], &["WiFi { name: \"cho\", is_open: true }"]);
    }
}
