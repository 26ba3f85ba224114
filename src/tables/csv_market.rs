//! The market as an organiser keeps it in a spreadsheet program: tables as CSV beside market.json.

use super::columns::{EVENTS, GOODS, LOTS, MARKS, PLACES, PRODUCERS, PRODUCTS, Table};
use super::csv_rows::{CsvTable, put};
use super::event_table::{Around, EventTable};
use super::fair::FairRows;
use super::fault::Fault;
use super::market::Tables;
use super::names::Names;
use super::pace::Pace;
use super::row::{Row, Sheet};
use super::wording;
use crate::gs1::Gln;
use serde_json::Value;
use std::collections::BTreeMap;

/// The file that holds the fair, the categories and the reference day; with it, the tables are CSV.
pub(super) const HEAD: &str = "market.json";

/// Whether the market is kept in CSV: its head is there, or nothing that JSON tables begin with.
pub(super) fn is_meant(files: &dyn Fn(&str) -> Option<String>) -> bool {
    files(HEAD).is_some() || files("index.json").is_none()
}

/// The files of a market in CSV, in the order in which an organiser fills them.
pub const FILES: [&str; 8] = [
    HEAD,
    PRODUCERS.file,
    PRODUCTS.file,
    PLACES.file,
    MARKS.file,
    GOODS.file,
    LOTS.file,
    EVENTS.file,
];

/// The table that is kept in this file.
pub(super) fn table(file: &str) -> Option<&'static Table> {
    let all = [&PRODUCERS, &PRODUCTS, &PLACES, &MARKS, &GOODS, &LOTS, &EVENTS];
    all.into_iter().find(|table| table.file == file)
}

/// Texts that may be left without English.
const BOTH: [&str; 7] = [
    "name",
    "story",
    "storage",
    "title",
    "issuer",
    "about",
    "address.line",
];

/// Reads the tables of a market in CSV.
pub(super) async fn open(
    files: &dyn Fn(&str) -> Option<String>,
    pace: &Pace<'_>,
    faults: &mut Vec<Fault>,
) -> Tables {
    let head = Sheet::read(HEAD, files, faults);
    let mut reader = Reader {
        files,
        head: &head,
        headers: BTreeMap::new(),
        pace,
        faults,
    };
    let producers = reader.rows(&PRODUCERS, true, producer).await;
    let products = reader.rows(&PRODUCTS, true, product).await;
    let places = reader.rows(&PLACES, true, place).await;
    let site = reader.text("site");
    let marks = reader.rows(&MARKS, false, |row| mark(row, &site)).await;
    let goods = reader.rows(&GOODS, false, |_| ()).await;
    let lots = reader.lots(&products).await;
    let of_kind = |kinds: &[&str]| -> Vec<Row> {
        let is = |row: &&Row| kinds.iter().any(|kind| row.fields["type"] == *kind);
        marks.iter().filter(is).cloned().collect()
    };
    let names = Names::of(&site, &places, &producers, &[&marks], &products, &goods);
    let events = reader.events(&lots, names).await;
    let headers = reader.headers;
    Tables {
        fair_rows: FairRows::of(&head, faults),
        categories: head.rows("categories", faults),
        certificates: of_kind(&["ocop", "vietgap"]),
        indications: of_kind(&["gi"]),
        reports: of_kind(&["test-report"]),
        producers,
        products,
        places,
        journeys: lots,
        events,
        headers,
        index: Sheet {
            file: head.file.clone(),
            content: head.content.clone(),
        },
        fair: head,
    }
}

struct Reader<'a> {
    files: &'a dyn Fn(&str) -> Option<String>,
    head: &'a Sheet,
    /// What the organiser calls the column of each field, by file and field.
    headers: BTreeMap<(String, String), String>,
    pace: &'a Pace<'a>,
    faults: &'a mut Vec<Fault>,
}

impl Reader<'_> {
    fn text(&self, field: &str) -> String {
        let value = self.head.content.get(field).and_then(Value::as_str);
        value.unwrap_or_default().to_owned()
    }

    fn sample(&self) -> bool {
        self.head
            .content
            .get("sample")
            .and_then(Value::as_bool)
            .unwrap_or(true)
    }

    async fn open(&mut self, table: &'static Table, needed: bool) -> Option<CsvTable> {
        let Some(text) = (self.files)(table.file) else {
            if needed {
                self.faults
                    .push(Fault::of_file(table.file, "", wording::missing_file()));
            }
            return None;
        };
        if text.contains('\u{fffd}') {
            self.faults
                .push(Fault::of_file(table.file, "", wording::not_utf_8()));
        }
        let opened = CsvTable::open(table, text, self.pace, self.faults).await;
        for column in table.columns {
            let header = match opened.header_of(column.path) {
                header if header == column.path => column.names.first().copied().unwrap_or(header),
                header => header,
            };
            let key = (table.file.to_owned(), column.path.to_owned());
            self.headers.insert(key, header.to_owned());
        }
        Some(opened)
    }

    async fn rows(
        &mut self,
        table: &'static Table,
        needed: bool,
        mut complete: impl FnMut(&mut Row),
    ) -> Vec<Row> {
        let Some(opened) = self.open(table, needed).await else {
            return Vec::new();
        };
        let sample = self.sample();
        let mut rows = opened.rows(self.pace, self.faults).await;
        for row in &mut rows {
            row.fields["sample"] = sample.into();
            complete(row);
            self.pace.pause().await;
        }
        self.fill_english(table, &mut rows).await;
        rows
    }

    /// Where only Vietnamese is written, it stands for both languages, and that is told once for a column.
    async fn fill_english(&mut self, table: &'static Table, rows: &mut [Row]) {
        for field in BOTH {
            let en = format!("{field}.en");
            let pointer = format!("/{}", field.replace('.', "/"));
            let (vi, in_english) = (format!("{pointer}/vi"), format!("{pointer}/en"));
            let mut count = 0;
            for row in rows.iter_mut() {
                self.pace.pause().await;
                let has_en = row.fields.pointer(&in_english).is_some();
                if let Some(found) = row.fields.pointer(&vi).filter(|_| !has_en).cloned() {
                    put(&mut row.fields, &en, found);
                    count += 1;
                }
            }
            if count > 0 {
                let key = (table.file.to_owned(), format!("{field}.vi"));
                let column = self.headers.get(&key).cloned().unwrap_or_default();
                let message = wording::no_english(count, &column);
                self.faults.push(Fault::warning(table.file, 0, "", message));
            }
        }
    }

    async fn lots(&mut self, products: &[Row]) -> Vec<Row> {
        let gtins: BTreeMap<&str, &Value> = products
            .iter()
            .filter_map(|row| Some((row.id.as_str(), row.fields.get("gtin")?)))
            .collect();
        self.rows(&LOTS, true, |row| {
            let product = row.fields.get("product").and_then(Value::as_str);
            match product.and_then(|id| gtins.get(id)) {
                Some(gtin) => row.fields["gtin"] = (*gtin).clone(),
                None => row.told.push("gtin".to_owned()), // OK because the unknown product is told instead.
            }
        })
        .await
    }

    async fn events(&mut self, lots: &[Row], names: Names) -> EventTable {
        let needed = lots.iter().any(|lot| lot.fields.get("file").is_none());
        let (sample, as_of) = (self.sample(), self.text("asOf"));
        match self.open(&EVENTS, needed).await {
            Some(table) => {
                let around = Around { names, sample, as_of };
                EventTable::of(table, lots, around, self.pace, self.faults).await
            }
            None => EventTable::default(),
        }
    }
}

fn producer(row: &mut Row) {
    if row.fields.pointer("/address/country").is_none() {
        put(&mut row.fields, "address.country", "VN".into());
    }
}

/// Without a picture of its own, goods get the drawing of their category.
fn product(row: &mut Row) {
    if row.fields.get("icon").is_none() {
        let icon = match row.fields.get("category").and_then(Value::as_str) {
            Some("thuy-san") => "fish",
            Some("thu-cong") => "cloth",
            _ => "leaf",
        };
        row.fields["icon"] = icon.into();
    }
}

fn place(row: &mut Row) {
    let gln = row.fields.get("gln").and_then(Value::as_str).map(Gln::parse);
    match gln {
        Some(Ok(gln)) => row.fields["uri"] = format!("https://id.gs1.org/414/{gln}").into(),
        _ => row.told.push("uri".to_owned()), // OK because the wrong GLN is told instead.
    }
    if row.fields.get("precision").is_none() && row.fields.get("lat").is_none() {
        row.fields["precision"] = "none".into();
    }
}

fn mark(row: &mut Row, site: &str) {
    if row.fields.get("uri").is_none() {
        row.fields["uri"] = format!("{site}/cert/{}", row.id).into();
    }
    if row.fields["type"] == "test-report" {
        row.fields["date"] = row.fields["validFrom"].clone();
    }
}
