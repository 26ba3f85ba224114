//! The goods of an event as they are written into a cell: `tra-xanh-shan/S260918 = 370; 9528060019004/T1 = 96 kg`.

use super::excel;
use super::journeys::{fits_code, link};
use super::names::Names;
use crate::gs1::Gtin;
use crate::gs1::gtin::with_check_digit;
use serde_json::{Value, json};

/// One entry: a lot with how much of it, or a single thing.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    /// Its canonical URI.
    pub uri: String,
    /// How much of a lot, and its unit (UN/CEFACT Recommendation 20); `None` for a single thing.
    pub amount: Option<(f64, Option<&'static str>)>,
    /// The lot in it.
    pub lot: Option<String>,
}

/// Units as tables write them, and their codes. What is counted has none.
const UNITS: [(&str, &str); 5] = [
    ("kg", "KGM"),
    ("g", "GRM"),
    ("ml", "MLT"),
    ("l", "LTR"),
    ("lít", "LTR"),
];

/// Reads a cell; `Err` is the entry that cannot be read. Goods without a lot belong to `lot`.
pub(super) fn entries(cell: &str, lot: &str, names: &Names) -> Result<Vec<Entry>, String> {
    let parts = cell.split([';', '\n', '|']).map(str::trim);
    parts
        .filter(|part| !part.is_empty())
        .map(|part| entry(part, lot, names).ok_or_else(|| part.to_owned()))
        .collect()
}

fn entry(part: &str, lot: &str, names: &Names) -> Option<Entry> {
    let (name, amount) = match part.rsplit_once('=') {
        Some((name, amount)) => (name.trim(), Some(read_amount(amount.trim())?)),
        None => (part, None),
    };
    if name.starts_with("https://") || name.starts_with("urn:") {
        let (uri, lot) = (name.to_owned(), None);
        return Some(Entry { uri, amount, lot });
    }
    let digits: String = name.chars().filter(|char| !" \u{a0}'’".contains(*char)).collect();
    if digits.len() == 18 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return (amount.is_none() && has_check_digit(&digits)).then(|| Entry {
            uri: format!("https://id.gs1.org/00/{digits}"),
            amount,
            lot: None,
        });
    }
    if let Some((goods, serial)) = name.split_once('#') {
        let serial = Some(serial.trim()).filter(|serial| fits_code(serial))?;
        let uri = link(gtin(goods.trim(), names)?, "21", serial).canonical();
        return amount.is_none().then_some(Entry {
            uri,
            amount,
            lot: None,
        });
    }
    let (goods, lot) = name.split_once('/').unwrap_or((name, lot));
    let lot = Some(lot.trim()).filter(|lot| fits_code(lot))?;
    let uri = link(gtin(goods.trim(), names)?, "10", lot).canonical();
    let lot = Some(lot.to_owned());
    Some(Entry { uri, amount, lot })
}

/// Whether the last digit of an SSCC is the check digit of those before it.
fn has_check_digit(digits: &str) -> bool {
    let before = digits.get(..digits.len().saturating_sub(1)).unwrap_or_default();
    with_check_digit(before).is_ok_and(|whole| whole == digits)
}

fn gtin(name: &str, names: &Names) -> Option<Gtin> {
    let known = names.products.get(name).copied();
    known.or_else(|| {
        let digits = excel::digits(name, &[8, 12, 13, 14]).ok()?;
        Gtin::parse(&digits).ok()
    })
}

fn read_amount(text: &str) -> Option<(f64, Option<&'static str>)> {
    let digits = text.trim_end_matches(char::is_alphabetic).trim();
    let unit = text.get(digits.len()..)?.trim().to_lowercase();
    let value = excel::amount(digits).ok().filter(|value| *value >= 0.0)?;
    let code = match unit.as_str() {
        "" => None,
        _ => Some(UNITS.iter().find(|(name, _)| *name == unit)?.1),
    };
    Some((value, code))
}

/// The entries as EPCIS writes them: single things, and lots with their amounts.
pub(super) fn lists(entries: &[Entry]) -> (Vec<Value>, Vec<Value>) {
    let (lots, things): (Vec<&Entry>, Vec<&Entry>) = entries
        .iter()
        .partition(|entry| entry.lot.is_some() || entry.amount.is_some());
    let things = things.iter().map(|entry| json!(entry.uri)).collect();
    (things, lots.into_iter().map(quantity).collect())
}

fn quantity(entry: &Entry) -> Value {
    let mut element = json!({ "epcClass": entry.uri });
    if let Some((value, unit)) = entry.amount {
        element["quantity"] = number(value);
        if let Some(unit) = unit {
            element["uom"] = unit.into();
        }
    }
    element
}

/// A number without a needless `.0`.
pub(super) fn number(value: f64) -> Value {
    let whole = value as i64;
    // OK because only a whole number of moderate size comes back unchanged.
    if whole as f64 == value {
        json!(whole)
    } else {
        json!(value)
    }
}

/// An amount with a decimal comma; behind a third decimal comes a zero, so that nobody takes it for a group of thousands.
pub(super) fn written_amount(amount: &Value) -> String {
    let text = written_number(amount);
    match text.split_once(',') {
        Some((_, fraction)) if fraction.len() == 3 => text + "0",
        _ => text,
    }
}

/// A number with a decimal comma, and without a needless `,0`.
pub(super) fn written_number(number: &Value) -> String {
    let text = number.to_string().replace('.', ",");
    text.strip_suffix(",0").map(str::to_owned).unwrap_or(text)
}

/// The digits of a number in the groups under a bar code: with spaces, no program takes them for an amount.
pub(super) fn grouped(digits: &str) -> String {
    let cuts = [digits.len().saturating_sub(12), digits.len().saturating_sub(6)];
    let [first, second] = cuts;
    let parts = [
        digits.get(..first),
        digits.get(first..second),
        digits.get(second..),
    ];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

/// The entry as it is written into a cell. `name` shortens a GTIN to the id of its product.
pub(super) fn written(
    uri: &str,
    amount: Option<f64>,
    unit: Option<&str>,
    name: impl Fn(Gtin) -> String,
) -> String {
    let link = crate::gs1::DigitalLink::parse(uri).ok();
    let gtin = link.as_ref().and_then(crate::gs1::DigitalLink::gtin);
    let short = match (&link, gtin) {
        (Some(link), Some(gtin)) => match (link.lot(), link.serial()) {
            (_, Some(serial)) => format!("{}#{serial}", name(gtin)),
            (Some(lot), None) => format!("{}/{lot}", name(gtin)),
            _ => uri.to_owned(),
        },
        _ => match uri.strip_prefix("https://id.gs1.org/00/") {
            Some(digits) => grouped(digits),
            None => uri.to_owned(),
        },
    };
    let Some(amount) = amount else {
        return short;
    };
    let unit = unit.and_then(|code| UNITS.iter().find(|(_, known)| *known == code));
    let unit = unit.map(|(name, _)| format!(" {name}")).unwrap_or_default();
    format!("{short} = {}{unit}", written_amount(&number(amount)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &str, expected: Result<(Value, Value), &str>) {
        let gtin = Gtin::parse("9528060010018").unwrap();
        let names = Names {
            products: [("tra".to_owned(), gtin)].into(),
            ..Names::default()
        };
        let found = entries(cell, "L1", &names).map(|entries| lists(&entries));
        let found = found.map(|(things, lots)| (json!(things), json!(lots)));
        assert_eq!(found, expected.map_err(str::to_owned), "{cell}");
    }

    #[test]
    fn lots_items_and_consignments_are_read() {
        let class = |lot: &str| format!("https://id.gs1.org/01/09528060010018/10/{lot}");
        check(
            "tra = 370",
            Ok((json!([]), json!([{ "epcClass": class("L1"), "quantity": 370 }]))),
        );
        check(
            "9528060010018/T-1 = 52,5 kg; tra/T2=1,25 g",
            Ok((
                json!([]),
                json!([
                    { "epcClass": class("T-1"), "quantity": 52.5, "uom": "KGM" },
                    { "epcClass": class("T2"), "quantity": 1.25, "uom": "GRM" },
                ]),
            )),
        );
        check(
            "tra#S1 | 195280600600010101",
            Ok((
                json!([
                    "https://id.gs1.org/01/09528060010018/21/S1",
                    "https://id.gs1.org/00/195280600600010101"
                ]),
                json!([]),
            )),
        );
    }

    #[test]
    fn what_is_written_can_be_read_again() {
        for amount in [1.0, 52.5, 37.125, 1.25, 0.125, 1000.0, 1250.5] {
            assert_eq!(
                excel::amount(&written_amount(&number(amount))),
                Ok(amount),
                "{amount}"
            );
        }
        assert_eq!(grouped("195280600600010101"), "195280 600600 010101");
    }

    #[test]
    fn an_entry_that_cannot_be_read_is_given_back() {
        check("tra = 3; gạo = 5", Err("gạo = 5"));
        check("tra = năm", Err("tra = năm"));
        check("tra = 1.250 g", Err("tra = 1.250 g"));
        check("tra/ = 5", Err("tra/ = 5"));
        check("tra#", Err("tra#"));
        check("tra/lô 1", Err("tra/lô 1"));
        check("195280600600010102", Err("195280600600010102"));
        check("9,52806E+12/L = 1", Err("9,52806E+12/L = 1"));
        check(
            "1 9528060 060001010 1",
            Ok((json!(["https://id.gs1.org/00/195280600600010101"]), json!([]))),
        );
        check("tra = 5 lạng", Err("tra = 5 lạng"));
        check("9528060010019/L = 1", Err("9528060010019/L = 1"));
    }
}
