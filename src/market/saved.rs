//! What a shopper keeps: goods that were looked at, with a note; the list of what to buy; and both as a file to take along.

use super::spreadsheet::csv;
use crate::words::{Lang, Text};
use serde_json::{Value, json};
use std::cmp::Ordering;

/// One thing that was kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The whole address of its page.
    pub address: String,
    /// What it is called.
    pub name: Text,
    /// The 14-digit number of the product.
    pub gtin: Option<String>,
    /// The lot.
    pub lot: Option<String>,
    /// When it was looked at last, in the time of Việt Nam: `2026-11-24 09:05`.
    pub seen: String,
    /// Whether the shopper wants to find it again.
    pub favourite: bool,
    /// Whether it was bought; `None` where it is not on the list of what to buy.
    pub bought: Option<bool>,
    /// What the shopper wrote about it.
    pub note: String,
}

/// Sorts things by the stall where they are sold, stalls in the order of the plan (`A2` before `A10`), those without one last. Within
/// a stall the order stays.
pub fn by_stall<T>(things: Vec<T>, stall: impl Fn(&T) -> Option<String>) -> Vec<(Option<String>, Vec<T>)> {
    let mut groups: Vec<(Option<String>, Vec<T>)> = Vec::new();
    for thing in things {
        let stall = stall(&thing);
        match groups.iter_mut().find(|(known, _)| *known == stall) {
            Some((_, group)) => group.push(thing),
            None => groups.push((stall, vec![thing])),
        }
    }
    groups.sort_by(|(a, _), (b, _)| match (a, b) {
        (Some(a), Some(b)) => on_the_plan(a).cmp(&on_the_plan(b)),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    });
    groups
}

/// The letters of a stall, the number behind them, and the whole name.
fn on_the_plan(stall: &str) -> (&str, u32, &str) {
    let letters = stall.trim_end_matches(|char: char| char.is_ascii_digit());
    let number = stall.strip_prefix(letters).and_then(|digits| digits.parse().ok());
    (letters, number.unwrap_or_default(), stall)
}

/// All of it as JSON, for other programs.
pub fn as_json(entries: &[Entry]) -> String {
    let entries: Vec<Value> = entries
        .iter()
        .map(|entry| {
            json!({
                "address": entry.address,
                "name": { "vi": entry.name.vi, "en": entry.name.en },
                "gtin": entry.gtin,
                "lot": entry.lot,
                "seen": entry.seen,
                "favourite": entry.favourite,
                "bought": entry.bought,
                "note": entry.note,
            })
        })
        .collect();
    format!("{:#}\n", json!({ "saved": entries }))
}

/// All of it as a table, under a heading for each column.
pub fn as_csv(entries: &[Entry], lang: Lang) -> String {
    let words = lang.shopping();
    let yes_or_no = |is: bool| if is { words.yes } else { words.no }.to_owned();
    let bought = |bought: Option<bool>| match bought {
        Some(true) => words.bought.to_owned(),
        Some(false) => words.to_buy.to_owned(),
        None => String::new(),
    };
    let head = words.columns.map(str::to_owned);
    let rows = entries.iter().map(|entry| {
        [
            entry.name.in_lang(lang).to_owned(),
            entry.gtin.clone().unwrap_or_default(),
            entry.lot.clone().unwrap_or_default(),
            entry.seen.clone(),
            yes_or_no(entry.favourite),
            bought(entry.bought),
            entry.note.clone(),
            entry.address.clone(),
        ]
    });
    csv(std::iter::once(head).chain(rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(note: &str, bought: Option<bool>) -> Entry {
        Entry {
            address: "https://chophien.example/01/09528060010018/10/S260918".into(),
            name: Text::new("Chè xanh, Shan", "Green tea, Shan"),
            gtin: Some("09528060010018".into()),
            lot: Some("S260918".into()),
            seen: "2026-11-24 09:05".into(),
            favourite: true,
            bought,
            note: note.into(),
        }
    }

    #[track_caller]
    fn check(stalls: &[Option<&str>], expected: &[(Option<&str>, &[usize])]) {
        let things: Vec<usize> = (0..stalls.len()).collect();
        let found = by_stall(things, |&place| stalls[place].map(str::to_owned));
        let found: Vec<(Option<&str>, &[usize])> = found
            .iter()
            .map(|(stall, group)| (stall.as_deref(), group.as_slice()))
            .collect();
        assert_eq!(found, expected, "{stalls:?}");
    }

    #[test]
    fn the_list_goes_from_stall_to_stall() {
        check(&[], &[]);
        check(
            &[Some("B1"), None, Some("A10"), Some("A2"), Some("B1"), None],
            &[
                (Some("A2"), &[3]),
                (Some("A10"), &[2]),
                (Some("B1"), &[0, 4]),
                (None, &[1, 5]),
            ],
        );
        check(
            &[Some("7"), Some("Kho 99999999999"), Some("07")],
            &[
                (Some("07"), &[2]),
                (Some("7"), &[0]),
                (Some("Kho 99999999999"), &[1]),
            ],
        );
    }

    #[test]
    fn the_table_holds_what_was_kept_and_no_formula() {
        let table = as_csv(&[entry("=1+1", Some(false)), entry("", None)], Lang::En);
        let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
        assert_eq!(reader.headers().unwrap().len(), 8);
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(
            rows[0].iter().collect::<Vec<_>>(),
            [
                "Green tea, Shan",
                "09528060010018",
                "S260918",
                "2026-11-24 09:05",
                "yes",
                "to buy",
                "'=1+1",
                "https://chophien.example/01/09528060010018/10/S260918"
            ]
        );
        assert_eq!((&rows[1][5], &rows[1][6]), ("", ""));
    }

    #[test]
    fn the_json_reads_back() {
        let text = as_json(&[entry("Mua hai gói \"to\"", Some(true))]);
        let read: Value = serde_json::from_str(&text).unwrap();
        let first = &read["saved"][0];
        assert_eq!(first["name"]["vi"], "Chè xanh, Shan");
        assert_eq!(first["note"], "Mua hai gói \"to\"");
        assert_eq!(
            (&first["bought"], &first["favourite"]),
            (&json!(true), &json!(true))
        );
    }
}
