//! Whatever stands in the tables, reading them ends with a market or with faults.

use super::EXAMPLE;
use cho_phien::publish;
use cho_phien::tables;
use proptest::prelude::*;

const TABLES: [&str; 7] = [
    "producers.csv",
    "products.csv",
    "places.csv",
    "certificates.csv",
    "goods.csv",
    "lots.csv",
    "events.csv",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_text_is_told_and_never_panics(table in 0..TABLES.len(), text in "(\u{feff})?[a-zà-ỹ0-9,;\t\"\r\n/=#. :+-]{0,400}") {
        let file = |name: &str| match name == TABLES[table] {
            true => Some(text.clone()),
            false => EXAMPLE.get(name).cloned(),
        };
        let _ = tables::read(&file).map(|market| publish::files(&market));
    }

    #[test]
    fn random_cells_under_the_right_header_never_panic(table in 0..TABLES.len(), rows in prop::collection::vec(prop::collection::vec("[a-zđ0-9/=#.:;,+ \n-]{0,24}", 1..24), 0..6)) {
        let name = TABLES[table];
        let header = EXAMPLE[name].lines().next().unwrap();
        let mut text = format!("{header}\n");
        for row in rows {
            let cells: Vec<String> = row.iter().map(|cell| format!("\"{cell}\"")).collect();
            text.push_str(&format!("{}\n", cells.join(",")));
        }
        let file = |asked: &str| match asked == name {
            true => Some(text.clone()),
            false => EXAMPLE.get(asked).cloned(),
        };
        let _ = tables::read(&file).map(|market| publish::files(&market));
    }

    #[test]
    fn cells_changed_at_random_never_panic(table in 0..TABLES.len(), at in 0.0..1.0_f64, cell in "\\PC{0,20}") {
        let name = TABLES[table];
        let text = &EXAMPLE[name];
        let mut at = (text.len() as f64 * at) as usize;
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let changed = format!("{}{cell}{}", &text[..at], &text[at..]);
        let file = |asked: &str| match asked == name {
            true => Some(changed.clone()),
            false => EXAMPLE.get(asked).cloned(),
        };
        let _ = tables::read(&file).map(|market| publish::files(&market));
    }
}
