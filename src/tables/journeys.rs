//! Journeys: the lots of index.json, each with its EPCIS document.

use super::cells::{Cells, day};
use super::events;
use super::fault::Fault;
use super::known::Known;
use super::products::Product;
use super::row::{Row, Sheet};
use super::wording;
use crate::gs1::digital_link::Key;
use crate::gs1::{DigitalLink, Gtin};
use serde_json::Value;
use std::collections::BTreeSet;
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
    /// The EPCIS 2.0 document as the organiser keeps it.
    pub document: Value,
}

impl Journey {
    /// Its events, in the order in which they stand.
    pub fn events(&self) -> impl Iterator<Item = &Value> {
        let list = self.document.pointer("/epcisBody/eventList");
        list.and_then(Value::as_array).into_iter().flatten()
    }

    /// The URIs of the certificates and reports that its events cite, in the order in which they stand.
    pub fn cited(&self) -> Vec<&str> {
        self.events()
            .filter_map(|event| event.get("certificationInfo"))
            .flat_map(|cited| match cited {
                Value::Array(uris) => uris.iter().filter_map(Value::as_str).collect(),
                uri => Vec::from_iter(uri.as_str()),
            })
            .collect()
    }

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

/// Checks index.json's journeys and the documents they name.
pub(super) fn check(
    rows: &[Row],
    files: &dyn Fn(&str) -> Option<String>,
    products: &[Product],
    known: &Known,
    sample: bool,
    faults: &mut Vec<Fault>,
) -> Vec<Journey> {
    let mut taken = BTreeSet::new();
    let mut all_events = Vec::new();
    let mut journeys = Vec::new();
    for row in rows {
        let file = Cells { row, faults }.text("file");
        if !is_inside(&file) {
            let message = wording::not_one_of(&file, "journeys/….jsonld");
            Cells { row, faults }.fault("file", message);
            continue;
        }
        let sheet = Sheet::read(&file, files, faults);
        let events = events::check(&sheet, known, faults);
        let mut cells = Cells { row, faults };
        if let Some(mut journey) = journey(&mut cells, products, known, sheet.content) {
            check_taken(&mut cells, &journey, &mut taken);
            check_document(&mut cells, &journey, &events, sample);
            check_dates(&mut cells, &mut journey);
            journeys.push(journey);
        }
        all_events.extend(events);
    }
    super::known::check_unique(&all_events, "eventID", faults);
    journeys
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

fn journey(cells: &mut Cells, products: &[Product], known: &Known, document: Value) -> Option<Journey> {
    let product = cells.text("product");
    cells.known("product", &product, &known.products, "products");
    let gtin = cells.gtin("gtin");
    let expected = products.iter().find(|known| known.id == product);
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
        file: cells.text("file"),
        product,
        gtin: gtin?,
        lot,
        serials,
        packed_on: cells.optional_day("packedOn"),
        expires_on: cells.optional_day("expiresOn"),
        document,
    };
    check_digital_link(cells, &journey);
    Some(journey)
}

/// AI 10 and AI 21 hold up to twenty characters of the GS1 set 82 (General Specifications 7.11).
fn check_characters(cells: &mut Cells, field: &str, value: &str) {
    let fits = value.len() <= 20
        && value
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && !b"#$@[\\]^`{|}~".contains(&byte));
    if !fits {
        cells.fault(field, wording::not_a_lot(value));
    }
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

fn check_document(cells: &mut Cells, journey: &Journey, events: &[Row], sample: bool) {
    if journey.document.is_null() {
        return; // OK because the file's own fault is already told.
    }
    if journey.document.get("lc:sample") != Some(&Value::Bool(sample)) {
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
fn check_dates(cells: &mut Cells, journey: &mut Journey) {
    let Some(event) = journey.events().find(|event| makes(event, &journey.lot)) else {
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

fn makes(event: &Value, lot: &str) -> bool {
    event
        .pointer("/ilmd/cbvmda:lotNumber")
        .is_some_and(|number| number == lot)
}

/// The day in a date, or in a moment at the place where it happened.
fn made_day(value: Option<&Value>) -> Option<Date> {
    day(value?.as_str()?.get(..10)?)
}

fn link(gtin: Gtin, ai: &str, value: &str) -> DigitalLink {
    DigitalLink {
        key: Key::Gtin(gtin),
        qualifiers: vec![(ai.to_owned(), value.to_owned())],
        attributes: Vec::new(),
    }
}
