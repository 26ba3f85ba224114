//! Journeys: the lots of index.json or lots.csv, each with its events.

use super::cells::{Cells, day};
use super::columns::{EVENTS, LOTS};
use super::event_table::EventTable;
use super::events;
use super::facts::{Facts, canonical};
use super::fault::Fault;
use super::known::Known;
use super::pace::Pace;
use super::products::Product;
use super::row::{Row, Sheet};
use super::wording;
use crate::gs1::digital_link::Key;
use crate::gs1::{DigitalLink, Gtin};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use time::Date;

/// A checked lot with its events.
#[derive(Clone, Debug, PartialEq)]
pub struct Journey {
    /// The EPCIS file, relative to the market's folder.
    pub file: String,
    /// The id of its product.
    pub product: String,
    /// Its product's number.
    pub gtin: Gtin,
    /// Its lot number.
    pub lot: String,
    /// Its serial numbers, when items are tracked one by one.
    pub serials: Vec<String>,
    /// The day it was packed.
    pub packed_on: Option<Date>,
    /// Its last day.
    pub expires_on: Option<Date>,
    /// What its events say about other things.
    pub facts: Facts,
    /// Where its document comes from.
    pub(super) source: Source,
}

/// Where a document names its goods.
const VOCABULARY: &str = "/epcisHeader/epcisMasterData/vocabularyList";

/// Where the EPCIS document of a lot comes from.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Source {
    /// A document of its own, as text.
    Document(String),
    /// The rows of events.csv.
    Table,
}

impl Journey {
    /// The identity of the lot.
    pub fn lot_link(&self) -> DigitalLink {
        link(self.gtin, "10", &self.lot)
    }

    /// The identities of its single items.
    pub fn serial_links(&self) -> Vec<DigitalLink> {
        self.serials
            .iter()
            .map(|serial| link(self.gtin, "21", serial))
            .collect()
    }
}

/// The events of a document, in the order in which they stand.
pub(super) fn events(document: &Value) -> impl Iterator<Item = &Value> + Clone {
    let list = document.pointer("/epcisBody/eventList");
    list.and_then(Value::as_array).into_iter().flatten()
}

/// What the lots are checked against.
pub(super) struct Against<'a> {
    /// The text of a file by its name.
    pub files: &'a dyn Fn(&str) -> Option<String>,
    /// The events in table form; empty without events.csv.
    pub table: &'a EventTable,
    /// The products.
    pub products: &'a [Product],
    /// What may be referred to.
    pub known: &'a Known,
    /// Whether it is sample data.
    pub sample: bool,
}

/// A document while its lot is checked.
struct Opened {
    source: Source,
    file: String,
    document: Value,
    events: Vec<Row>,
}

/// Checks the lots and the documents they name.
pub(super) async fn check(
    rows: &[Row],
    against: &Against<'_>,
    pace: &Pace<'_>,
    faults: &mut Vec<Fault>,
) -> Vec<Journey> {
    let products: BTreeMap<&str, &Product> = against.products.iter().map(|p| (p.id.as_str(), p)).collect();
    let mut taken = BTreeSet::new();
    let mut ids = BTreeMap::new();
    let mut journeys = Vec::new();
    for row in rows {
        pace.step().await;
        let Some(opened) = open(&mut Cells { row, faults }, against) else {
            continue;
        };
        pace.several(opened.events.len()).await;
        if opened.source != Source::Table {
            super::known::tell_doubles(&opened.events, "eventID", &mut ids, faults);
        }
        let mut cells = Cells { row, faults };
        if let Some(mut journey) = journey(&mut cells, &products, against.known, &opened) {
            check_taken(&mut cells, &journey, &mut taken);
            check_document(&mut cells, &journey, &opened, against.sample);
            check_dates(&mut cells, &mut journey, &opened.document);
            journeys.push(journey);
        }
    }
    journeys
}

/// The document of a row: the file that it names, or its rows of events.csv.
fn open(cells: &mut Cells, against: &Against) -> Option<Opened> {
    if cells.row.file == LOTS.file && cells.value("file").is_none() {
        let (product, lot) = (cells.text("product"), cells.text("lot"));
        let (document, events) = against
            .table
            .document(&product, &lot, Some(against.known), cells.faults);
        if !lot.is_empty() && !against.table.has_rows(&product, &lot) {
            cells.fault("lot", wording::no_events(&lot));
        }
        let file = EVENTS.file.to_owned();
        return Some(Opened {
            source: Source::Table,
            file,
            document,
            events,
        });
    }
    let file = cells.text("file");
    if !is_inside(&file) {
        cells.fault("file", wording::not_one_of(&file, "journeys/….jsonld"));
        return None;
    }
    let mut sheet = Sheet::read(&file, against.files, cells.faults);
    let mut events = events::check(&sheet, against.known, cells.faults);
    let Sheet { content, .. } = &mut sheet;
    if cells.row.file == LOTS.file {
        events.extend(added_rows(cells, against, content));
    }
    Some(Opened {
        source: Source::Document(sheet.content.to_string()),
        file,
        document: sheet.content,
        events,
    })
}

/// The rows that events.csv has for a lot whose other events lie in a file of their own, such as its recall: they are
/// added to the document.
fn added_rows(cells: &mut Cells, against: &Against, document: &mut Value) -> Vec<Row> {
    let (product, lot) = (cells.text("product"), cells.text("lot"));
    let (table, rows) = against
        .table
        .document(&product, &lot, Some(against.known), cells.faults);
    if !rows.is_empty() {
        join(document, "/@context", &table["@context"]);
        join(
            document,
            VOCABULARY,
            &table.pointer(VOCABULARY).cloned().unwrap_or_default(),
        );
        join(
            document,
            "/epcisBody/eventList",
            &json!(events(&table).collect::<Vec<_>>()),
        );
    }
    rows
}

/// Adds what stands in `more` to the list at this place of a document; a single value there becomes a list.
fn join(document: &mut Value, pointer: &str, more: &Value) {
    let Some(list) = document.pointer_mut(pointer) else {
        return;
    };
    let mut joined = match list.take() {
        Value::Array(items) => items,
        Value::Null => Vec::new(),
        one => vec![one],
    };
    for item in more.as_array().into_iter().flatten() {
        if !joined.contains(item) {
            joined.push(item.clone());
        }
    }
    *list = joined.into();
}

/// Whether a file lies in the market's own folder of journeys.
fn is_inside(file: &str) -> bool {
    file.starts_with("journeys/") && !file.split('/').any(|part| part == "..")
}

/// Two lots, or two items, with one number would share their files.
fn check_taken(cells: &mut Cells, journey: &Journey, taken: &mut BTreeSet<String>) {
    for (field, links) in [
        ("lot", vec![journey.lot_link()]),
        ("serials", journey.serial_links()),
    ] {
        for uri in links.iter().map(DigitalLink::canonical) {
            if taken.contains(&uri) {
                cells.fault(field, wording::duplicate(&uri, "journeys"));
            }
            taken.insert(uri);
        }
    }
}

fn journey(
    cells: &mut Cells,
    products: &BTreeMap<&str, &Product>,
    known: &Known,
    opened: &Opened,
) -> Option<Journey> {
    let product = cells.text("product");
    cells.known("product", &product, &known.products, "products");
    let gtin = cells.gtin("gtin");
    let expected = products.get(product.as_str());
    if let (Some(gtin), Some(expected)) = (gtin, expected)
        && gtin != expected.gtin
    {
        let message = wording::disagrees(gtin.as_str(), expected.gtin.as_str());
        cells.fault("gtin", message);
    }
    let (lot, serials) = (cells.text("lot"), cells.texts("serials"));
    check_characters(cells, "lot", &lot);
    for serial in &serials {
        check_characters(cells, "serials", serial);
    }
    let journey = Journey {
        file: opened.file.clone(),
        product,
        gtin: gtin?,
        lot,
        serials,
        packed_on: cells.optional_day("packedOn"),
        expires_on: cells.optional_day("expiresOn"),
        facts: Facts::of(self::events(&opened.document)),
        source: opened.source.clone(),
    };
    check_digital_link(cells, &journey);
    Some(journey)
}

/// AI 10 and AI 21 hold up to twenty characters of the GS1 set 82 (General Specifications 7.11).
fn check_characters(cells: &mut Cells, field: &str, value: &str) {
    if !value.is_empty() && !fits_code(value) {
        cells.fault(field, wording::not_a_lot(value));
    }
}

/// Whether a code can carry a lot or serial number.
pub(super) fn fits_code(value: &str) -> bool {
    let carried = |byte: u8| byte.is_ascii_graphic() && !b"#$@[\\]^`{|}~".contains(&byte);
    (1..=20).contains(&value.len()) && value.bytes().all(carried)
}

fn check_digital_link(cells: &mut Cells, journey: &Journey) {
    let Some(found) = cells.optional_text("digitalLink") else {
        return;
    };
    let serial = journey.serial_links().first().map(DigitalLink::canonical);
    let expected = serial.unwrap_or_else(|| journey.lot_link().canonical());
    if found != expected {
        cells.fault("digitalLink", wording::disagrees(&found, &expected));
    }
}

fn check_document(cells: &mut Cells, journey: &Journey, opened: &Opened, sample: bool) {
    let Opened { document, events, .. } = opened;
    if document.is_null() {
        return; // OK because the file's own fault is already told.
    }
    if document.get("lc:sample") != Some(&Value::Bool(sample)) {
        let message = wording::disagrees("lc:sample", &sample.to_string());
        cells
            .faults
            .push(Fault::of_file(&journey.file, "lc:sample", message));
    }
    if let Some(count) = cells.optional_whole::<usize>("events")
        && count != events.len()
    {
        let message = wording::disagrees(&count.to_string(), &events.len().to_string());
        cells.fault("events", message);
    }
    check_named(cells, journey, events);
}

/// The lot, or each of its items, must stand in some event: else its page would be empty.
fn check_named(cells: &mut Cells, journey: &Journey, events: &[Row]) {
    let mut named = BTreeSet::new();
    for event in events {
        events::visit_texts(&event.fields, "", &mut |_, text| {
            named.insert(text.to_owned());
        });
    }
    let mut wanted = journey.serial_links();
    if wanted.is_empty() {
        wanted.push(journey.lot_link());
    }
    for uri in wanted.iter().map(DigitalLink::canonical) {
        if !named.contains(&uri) {
            cells.fault("lot", wording::lot_without_events(&uri));
        }
    }
}

/// Dates that index.json leaves out come from the event that makes the lot; where both give a last day, it must be the same.
fn check_dates(cells: &mut Cells, journey: &mut Journey, document: &Value) {
    let Some(event) = self::events(document).find(|event| makes(event, journey)) else {
        return;
    };
    let expires_on = made_day(event.pointer("/ilmd/cbvmda:itemExpirationDate"));
    let packed_on = made_day(event.get("eventTime"));
    if let (Some(found), Some(expected)) = (journey.expires_on, expires_on)
        && found != expected
    {
        let message = wording::disagrees(&found.to_string(), &expected.to_string());
        cells.fault("expiresOn", message);
    }
    journey.expires_on = journey.expires_on.or(expires_on);
    journey.packed_on = journey.packed_on.or(packed_on);
}

/// Whether an event gives the lot its number: another product may have a lot of the same one.
fn makes(event: &Value, journey: &Journey) -> bool {
    let number = event.pointer("/ilmd/cbvmda:lotNumber");
    let made = canonical(
        event,
        &["outputEPCList", "outputQuantityList", "epcList", "quantityList"],
    );
    let is_own = |link: &DigitalLink| made.contains(&link.canonical());
    number.is_some_and(|number| *number == journey.lot)
        && (is_own(&journey.lot_link()) || journey.serial_links().iter().any(is_own))
}

/// The day in a date, or in a moment at the place where it happened.
fn made_day(value: Option<&Value>) -> Option<Date> {
    day(value?.as_str()?.get(..10)?)
}

/// The identity of a lot (AI 10) or an item (AI 21).
pub(super) fn link(gtin: Gtin, ai: &str, value: &str) -> DigitalLink {
    DigitalLink {
        key: Key::Gtin(gtin),
        qualifiers: vec![(ai.to_owned(), value.to_owned())],
        attributes: Vec::new(),
    }
}
