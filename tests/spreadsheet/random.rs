//! Whatever stands in the tables, publishing them ends with files or with faults.

use super::EXAMPLE;
use cho_phien::publish::{self, Contents, Published, Site};
use cho_phien::tables::{self, Market, Pace};
use cho_phien::words::Lang;
use futures_util::FutureExt;
use proptest::prelude::*;
use std::collections::BTreeMap;

const TABLES: [&str; 7] = [
    "producers.csv",
    "products.csv",
    "places.csv",
    "certificates.csv",
    "goods.csv",
    "lots.csv",
    "events.csv",
];

/// The starter folder with another text in one of its tables, published, checked and drawn; whether it was sound.
fn publish_with(name: &str, text: String) -> bool {
    let mut files = EXAMPLE.clone();
    files.insert(name.to_owned(), text);
    let pace = Pace::straight();
    for (name, text) in &files {
        tables::tidied(name, text, &pace).now_or_never().unwrap();
    }
    match tables::read(&|name| files.get(name).cloned()) {
        Ok(market) => {
            build(&market);
            true
        }
        Err(faults) => {
            let text = &files[name];
            tables::excerpt(text, &faults, 5, &pace).now_or_never().unwrap();
            faults
                .iter()
                .for_each(|fault| assert!(!fault.line(Lang::Vi).is_empty()));
            false
        }
    }
}

/// The whole build, its files kept in memory.
fn build(market: &Market) {
    let site = Site::of(market);
    publish::check::warnings(&site, &|_, _| {});
    let published = Published::new(&site, None, BTreeMap::new());
    for path in published.paths() {
        assert!(!published.bytes(&path).is_empty(), "{path}");
    }
    publish::portal::table(market);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_text_is_told_and_never_panics(table in 0..TABLES.len(), text in "(\u{feff})?[a-zà-ỹ0-9,;\t\"\r\n/=#. :+-]{0,400}") {
        publish_with(TABLES[table], text);
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
        publish_with(name, text);
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
        publish_with(name, changed);
    }
}

proptest! {
    // Fewer, because each of them goes through the whole build.
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn names_and_notes_of_any_letters_are_published(words in "[^\\p{C}\u{fffd}]{1,40}", at in 0..4_usize) {
        let (name, cell) = [
            ("producers.csv", "Hợp tác xã Chè Cổ thụ Mây Ngàn (mẫu)"),
            ("products.csv", "Chè xanh Shan cổ thụ"),
            ("places.csv", "Vùng chè Shan cổ thụ A"),
            ("events.csv", "\"96 kg búp chè Shan tươi tại vùng chè Shan cổ thụ A, xã Tả Lèng.\""),
        ][at];
        let quoted = format!("\"x{}\"", words.replace('"', "\"\""));
        prop_assert!(EXAMPLE[name].contains(cell));
        prop_assert!(publish_with(name, EXAMPLE[name].replacen(cell, &quoted, 1)), "the tables are sound");
    }
}
