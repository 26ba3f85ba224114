//! events.csv, its rows found by lot: a lot's document is made when it is asked for and not kept.

use super::cells::Cells;
use super::csv_file::Record;
use super::csv_rows::CsvTable;
use super::event_rows;
use super::fault::Fault;
use super::known::Known;
use super::names::Names;
use super::pace::Pace;
use super::row::Row;
use super::wording;
use crate::gs1::DigitalLink;
use crate::words::Text;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// A lot by the id of its product and its number.
pub(super) type LotKey = (String, String);

/// The table of events as text, and where each lot's rows stand in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct EventTable {
    table: CsvTable,
    around: Around,
    /// Row number, and start and end in the text.
    records: Vec<(usize, usize, usize)>,
    of_lot: BTreeMap<LotKey, Vec<usize>>,
}

/// What stands around the events in every document.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Around {
    /// What the rows may call things by.
    pub names: Names,
    /// Whether it is sample data.
    pub sample: bool,
    /// The day the data stands for.
    pub as_of: String,
}

impl EventTable {
    /// Finds the rows of the lots. A row of an unknown lot is told.
    pub async fn of(
        table: CsvTable,
        lots: &[Row],
        around: Around,
        pace: &Pace<'_>,
        faults: &mut Vec<Fault>,
    ) -> EventTable {
        let owners = owners(lots);
        let mut found = EventTable {
            around,
            ..EventTable::default()
        };
        // OK to find nothing without the column of the lot, because that it is missing is told.
        let records = table.csv.records().filter(|_| !table.is_absent("lot"));
        for record in records {
            pace.step().await;
            let (product, lot) = (
                table.cell(&record.cells, "product"),
                table.cell(&record.cells, "lot"),
            );
            match owner(&owners, product, lot) {
                Ok(product) => found.add((product.to_owned(), lot.to_owned()), &record),
                Err((field, message)) => faults.push(Fault {
                    row: record.row,
                    id: lot.to_owned(),
                    ..Fault::of_file(&table.file, table.header_of(field), message)
                }),
            }
        }
        found.table = table;
        found
    }

    fn add(&mut self, key: LotKey, record: &Record) {
        let (start, end) = record.bytes;
        self.of_lot.entry(key).or_default().push(self.records.len());
        self.records.push((record.row, start, end));
    }

    /// The document of a lot, and its events as rows; what is wrong in them is told. What they name is checked where it is
    /// said what is `known`.
    pub fn document(
        &self,
        product: &str,
        lot: &str,
        known: Option<&Known>,
        faults: &mut Vec<Fault>,
    ) -> (Value, Vec<Row>) {
        let key = (product.to_owned(), lot.to_owned());
        let records: Vec<&(usize, usize, usize)> = self
            .of_lot
            .get(&key)
            .into_iter()
            .flatten()
            .filter_map(|at| self.records.get(*at))
            .collect();
        let own = self.around.names.products.get(product);
        let own = own.map(|gtin| super::journeys::link(*gtin, "10", lot).canonical());
        let cells = self
            .table
            .csv
            .cells_at(records.iter().map(|(_, start, end)| (*start, *end)));
        let mut events = Vec::new();
        for ((row, ..), cells) in records.iter().zip(&cells) {
            let mut row = self.table.row(*row, cells, faults);
            let event = event_rows::event(
                &mut Cells { row: &row, faults },
                lot,
                own.as_deref(),
                &self.around.names,
            );
            if let Some(event) = event {
                row.fields = event;
                if let Some(known) = known {
                    super::events::check_event(&mut Cells { row: &row, faults }, known);
                }
                events.push(row);
            }
        }
        self.tell_doubles(&events, faults);
        let list: Vec<&Value> = events.iter().map(|row| &row.fields).collect();
        (self.wrapped(product, lot, &list), events)
    }

    /// Whether any row is about a lot, be it right or wrong.
    pub fn has_rows(&self, product: &str, lot: &str) -> bool {
        self.of_lot.contains_key(&(product.to_owned(), lot.to_owned()))
    }

    /// Two rows of a lot that say the same have the same hash.
    fn tell_doubles(&self, events: &[Row], faults: &mut Vec<Fault>) {
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for row in events {
            let id = row
                .fields
                .get("eventID")
                .and_then(Value::as_str)
                .unwrap_or_default();
            match first.get(id) {
                Some(earlier) => faults.push(row.fault("", wording::same_event(*earlier))),
                None => drop(first.insert(id, row.number)),
            }
        }
    }

    fn wrapped(&self, product: &str, lot: &str, events: &[&Value]) -> Value {
        let Around { names, sample, as_of } = &self.around;
        let site = &names.site;
        json!({
            "@context": [
                "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
                {
                    "lc": "https://chophien.example/voc/",
                    "lc:title": { "@id": "lc:title", "@container": "@language" },
                    "lc:note": { "@id": "lc:note", "@container": "@language" },
                },
            ],
            "id": format!("{site}/epcis/{product}-{lot}"),
            "type": "EPCISDocument",
            "schemaVersion": "2.0",
            "creationDate": format!("{as_of}T00:00:00.000+07:00"),
            "epcisHeader": { "epcisMasterData": { "vocabularyList": [{
                "type": "urn:epcglobal:epcis:vtype:EPCClass",
                "vocabularyElementList": self.classes(events),
            }] } },
            "epcisBody": { "eventList": events },
            "lc:sample": sample,
        })
    }

    /// What the raw materials and half-finished goods in the events are called.
    fn classes(&self, events: &[&Value]) -> Vec<Value> {
        let mut uris = BTreeSet::new();
        for event in events {
            super::events::visit_texts(event, "", &mut |_, text| {
                if text.starts_with("https://id.gs1.org/01/") {
                    uris.insert(text.to_owned());
                }
            });
        }
        uris.into_iter().filter_map(|uri| self.class(&uri)).collect()
    }

    fn class(&self, uri: &str) -> Option<Value> {
        let Text { vi, en } = self
            .around
            .names
            .goods
            .get(&DigitalLink::parse(uri).ok()?.gtin()?)?;
        Some(json!({ "id": uri, "attributes": [
            { "id": "cbvmda:descriptionShort", "attribute": vi },
            { "id": "lc:nameEn", "attribute": en },
        ] }))
    }
}

/// The products that have a lot of this number.
fn owners(lots: &[Row]) -> BTreeMap<&str, Vec<&str>> {
    let mut owners: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for row in lots {
        let text = |name: &str| row.fields.get(name).and_then(Value::as_str).unwrap_or_default();
        owners.entry(text("lot")).or_default().push(text("product"));
    }
    owners
}

/// The product whose lot a row is about, or the column that is wrong and why.
fn owner<'a>(
    owners: &BTreeMap<&'a str, Vec<&'a str>>,
    product: &str,
    lot: &str,
) -> Result<&'a str, (&'static str, Text)> {
    if lot.is_empty() {
        return Err(("lot", wording::missing()));
    }
    let Some(found) = owners.get(lot) else {
        return Err(("lot", wording::unknown(lot, "lots.csv")));
    };
    match found.as_slice() {
        [only] if product.is_empty() => Ok(only),
        all => match all.iter().find(|id| **id == product) {
            Some(id) => Ok(id),
            None if product.is_empty() => Err(("product", wording::whose_lot(lot))),
            None => Err((
                "product",
                wording::unknown(&format!("{product}/{lot}"), "lots.csv"),
            )),
        },
    }
}
