//! The tables that are given back say what those said that were given.

use super::{EXAMPLE, read};
use cho_phien::publish;
use cho_phien::tables::{Pace, tidied};
use futures_util::FutureExt;
use std::collections::BTreeMap;

/// All tables of some files, written in one way; the other files as they are.
fn written(files: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let pace = Pace::straight();
    let each = files.iter().map(|(name, text)| {
        let written = tidied(name, text, &pace).now_or_never().unwrap();
        (name.clone(), written.unwrap_or_else(|| text.clone()))
    });
    each.collect()
}

#[test]
fn the_starter_folder_is_written_as_it_stands() {
    for (name, text) in written(&EXAMPLE) {
        assert_eq!(text, EXAMPLE[&name], "{name}");
    }
}

#[test]
fn tabs_other_days_and_english_headers_come_back_in_one_way_and_say_the_same() {
    let mut files = EXAMPLE.clone();
    let lots = EXAMPLE["lots.csv"]
        .trim_start_matches('\u{feff}')
        .replace(',', "\t");
    files.insert("lots.csv".into(), lots.replace("23/09/2026", "2026-09-23"));
    let products = EXAMPLE["products.csv"]
        .replace("mã,", "id,")
        .replace("9 528060 010018", "9528060010018");
    files.insert("products.csv".into(), products);
    let back = written(&files);
    assert_eq!(back["lots.csv"], EXAMPLE["lots.csv"]);
    assert_eq!(publish::files(&read(&back)), publish::files(&read(&files)));
    assert_eq!(written(&back), back, "what is tidy stays so");
}

#[test]
fn columns_that_are_not_known_and_cells_that_cannot_be_read_stay_as_they_are() {
    let table = "mã;ghi riêng;GTIN;giá;\na;\"x,y\";12;mười;z\n;;;;\nb;;9528060010018;120.000;";
    let files = BTreeMap::from([("products.csv".to_owned(), table.to_owned())]);
    let expected = "\u{feff}mã,ghi riêng,GTIN,giá,\na,\"x,y\",12,mười,z\nb,,9 528060 010018,120000,\n";
    assert_eq!(written(&files)["products.csv"], expected);
}

#[test]
fn a_file_that_is_no_table_is_not_written() {
    let pace = Pace::straight();
    assert_eq!(tidied("market.json", "{}", &pace).now_or_never(), Some(None));
}
