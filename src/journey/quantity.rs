//! Quantities ready to read: added up where item and unit agree, and called by their names.

use super::alias::gtin_of;
use super::measure::{pieces, unit_of};
use crate::sources::epcis::Quantity;
use crate::sources::findings::Findings;
use crate::words::journey::{both, number};
use crate::words::{Lang, Text};
use std::collections::BTreeSet;

/// The quantities of a step in the shopper's words, added up where item and unit agree: `96 kg búp chè tươi`.
pub fn read(quantities: &[Quantity], findings: &Findings) -> Vec<Text> {
    let mut sums: Vec<Sum> = Vec::new();
    let mut counted: BTreeSet<&str> = BTreeSet::new();
    for quantity in quantities {
        let single = is_single(quantity);
        if single && !counted.insert(&quantity.id) {
            continue;
        }
        let amount = if single { Some(1.0) } else { quantity.amount };
        let (item, unit) = (item_of(&quantity.id, single), unit_of(quantity));
        match sums.iter_mut().find(|sum| sum.item == item && sum.unit == unit) {
            Some(sum) => sum.amount = add(sum.amount, amount),
            None => sums.push(Sum { item, unit, amount }),
        }
    }
    sums.iter().map(|sum| sum.read(findings)).collect()
}

/// All of them together, without what they are called: `170 kg`, `2 kiện hàng`. `None` where they are not of one kind, or
/// an amount is not known.
pub fn total(quantities: &[Quantity]) -> Option<Text> {
    let mut units: BTreeSet<&str> = BTreeSet::new();
    let mut singles: BTreeSet<&str> = BTreeSet::new();
    let mut sum = 0.0;
    for quantity in quantities {
        let single = is_single(quantity);
        let is_new = !single || singles.insert(&quantity.id);
        units.insert(match unit_of(quantity) {
            _ if is_unit(&quantity.id) => "/00/",
            Some(unit) => unit,
            None => "",
        });
        sum += match single {
            true if is_new => 1.0,
            true => 0.0,
            false => quantity.amount?,
        };
    }
    match (units.pop_first()?, units.is_empty()) {
        (_, false) => None,
        ("/00/", _) => Some(consignments(sum)),
        ("", _) => Some(both(|lang| {
            format!("{} {}", number(sum).in_lang(lang), pieces(lang))
        })),
        (unit, _) => Some(both(|lang| {
            format!("{} {}", number(sum).in_lang(lang), sign(unit))
        })),
    }
}

/// So much of one item in one unit.
struct Sum<'a> {
    item: &'a str,
    unit: Option<&'a str>,
    amount: Option<f64>,
}

impl Sum<'_> {
    fn read(&self, findings: &Findings) -> Text {
        if is_unit(self.item) {
            return consignments(self.amount.unwrap_or(1.0));
        }
        both(|lang| self.in_lang(name_of(self.item, findings, lang), lang))
    }

    fn in_lang(&self, name: Option<&str>, lang: Lang) -> String {
        let amount = self.amount.map(|amount| number(amount).in_lang(lang).to_owned());
        match (amount, self.unit, name) {
            (Some(amount), Some(unit), None) => format!("{amount} {}", sign(unit)),
            (Some(amount), Some(unit), Some(name)) => {
                format!("{amount} {} {}", sign(unit), in_sentence(name, lang))
            }
            (Some(amount), None, Some(name)) => format!("{amount} × {name}"),
            (Some(amount), None, None) => format!("{amount} {}", pieces(lang)),
            (None, _, Some(name)) => name.to_owned(),
            (None, _, None) => self.item.rsplit('/').next().unwrap_or_default().to_owned(),
        }
    }
}

fn add(sum: Option<f64>, amount: Option<f64>) -> Option<f64> {
    match (sum, amount) {
        (Some(sum), Some(amount)) => Some(sum + amount),
        (sum, amount) => sum.or(amount),
    }
}

/// Whether it is one item or one logistic unit, not an amount of a lot.
fn is_single(quantity: &Quantity) -> bool {
    quantity.amount.is_none() && (quantity.id.contains("/21/") || is_unit(&quantity.id))
}

fn is_unit(uri: &str) -> bool {
    uri.contains("/00/")
}

/// What is added up: items of one product together, logistic units together, each lot for itself.
fn item_of(uri: &str, single: bool) -> &str {
    match uri.find("/21/") {
        Some(end) if single => uri.get(..end).unwrap_or(uri),
        _ if single => "/00/",
        _ => uri,
    }
}

fn sign(unit: &str) -> &str {
    match unit {
        "KGM" => "kg",
        "GRM" => "g",
        "MGM" => "mg",
        "TNE" => "t",
        "MLT" => "ml",
        "LTR" => "l",
        "MTR" => "m",
        "CMT" => "cm",
        other => other,
    }
}

/// What an item is called: in this language if possible, by the product's master data before the event's.
pub fn name_of<'a>(uri: &str, findings: &'a Findings, lang: Lang) -> Option<&'a str> {
    let own = findings.item_names.get(uri);
    let product = findings
        .product
        .as_ref()
        .filter(|product| gtin_of(uri) == Some(product.gtin.as_str()))
        .map(|product| &product.name);
    let names = || product.into_iter().chain(own);
    let exact = names().map(|name| match lang {
        Lang::Vi => name.vi.as_str(),
        Lang::En => name.en.as_str(),
    });
    let any = names().map(|name| name.in_lang(lang));
    exact.chain(any).find(|name| !name.is_empty())
}

/// A name after an amount: Vietnamese writes a common noun small there; a name of two capitals stays.
fn in_sentence(name: &str, lang: Lang) -> String {
    let mut words = name.split_whitespace().skip(1);
    let is_proper = words
        .next()
        .and_then(|word| word.chars().next())
        .is_some_and(char::is_uppercase);
    let mut letters = name.chars();
    match letters.next() {
        Some(first) if lang == Lang::Vi && !is_proper => first.to_lowercase().chain(letters).collect(),
        _ => name.to_owned(),
    }
}

fn consignments(amount: f64) -> Text {
    let amount_text = number(amount);
    let plural = if amount == 1.0 { "" } else { "s" };
    Text::new(
        format!("{} kiện hàng", amount_text.vi),
        format!("{} consignment{plural}", amount_text.en),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(id: &str, amount: Option<f64>, unit: Option<&str>) -> Quantity {
        Quantity {
            id: id.to_owned(),
            amount,
            unit: unit.map(str::to_owned),
        }
    }

    fn check(quantities: &[Quantity], expect: &[(&str, &str)]) {
        let mut findings = Findings::default();
        let bud = "https://id.gs1.org/01/09528060019001/10/T1";
        findings
            .item_names
            .insert(bud.to_owned(), Text::new("Búp chè tươi", "Fresh tea buds"));
        let found = read(quantities, &findings);
        let expect: Vec<Text> = expect.iter().map(|(vi, en)| Text::new(*vi, *en)).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn quantities_read_as_people_say_them() {
        let bud = "https://id.gs1.org/01/09528060019001/10/T1";
        let nameless = "https://id.gs1.org/01/09528060019094/10/T2";
        let item = |serial: &str| some(&format!("https://id.gs1.org/01/1/21/{serial}"), None, None);
        let case = some("https://id.gs1.org/00/195280601200010218", None, None);
        check(
            &[
                some(bud, Some(96.0), Some("KGM")),
                some(bud, Some(4.5), Some("KGM")),
            ],
            &[("100,5 kg búp chè tươi", "100.5 kg Fresh tea buds")],
        );
        check(
            &[some(bud, Some(230.0), None)],
            &[("230 × Búp chè tươi", "230 × Fresh tea buds")],
        );
        check(
            &[some(nameless, Some(1450.0), Some("KGM"))],
            &[("1.450 kg", "1,450 kg")],
        );
        check(
            &[some(nameless, Some(3.0), Some("H87"))],
            &[("3 sản phẩm", "3 pieces")],
        );
        check(&[item("A"), item("B"), item("A")], &[("2 sản phẩm", "2 pieces")]);
        check(&[case], &[("1 kiện hàng", "1 consignment")]);
        check(&[some(nameless, None, None)], &[("T2", "T2")]);
    }

    #[test]
    fn totals_are_of_one_kind_or_not_given() {
        let kg = |amount| some("https://id.gs1.org/01/1/10/A", Some(amount), Some("KGM"));
        let item = |serial: &str| some(&format!("https://id.gs1.org/01/1/21/{serial}"), None, None);
        let case = some("https://id.gs1.org/00/195280601200010218", None, None);
        let pieces = some("https://id.gs1.org/01/1/10/A", Some(370.0), None);
        let unknown = some("https://id.gs1.org/01/1/10/A", None, Some("KGM"));
        for (quantities, expect) in [
            (vec![kg(96.0), kg(74.5)], Some("170,5 kg")),
            (vec![pieces.clone()], Some("370 sản phẩm")),
            (vec![item("A"), item("B"), item("A")], Some("2 sản phẩm")),
            (vec![case.clone()], Some("1 kiện hàng")),
            (vec![kg(96.0), pieces], None),
            (vec![unknown], None),
            (vec![], None),
        ] {
            let found = total(&quantities);
            assert_eq!(
                found.as_ref().map(|text| text.vi.as_str()),
                expect,
                "{quantities:?}"
            );
        }
    }
}
