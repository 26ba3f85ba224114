//! Events of EPCIS 2.0 → rows of events.csv, and whatever no column holds into the column for further fields.

use super::cells::Cells;
use super::event_rows::event;
use super::export::made;
use super::goods::written;
use super::journeys::{Journey, events};
use super::market::Market;
use super::names::Names;
use super::row::Row;
use super::stages::stage_of;
use crate::gs1::{DigitalLink, Gtin};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// What a row's event gets anew or does without: it changes nothing in what is told.
const LEFT_OUT: [&str; 3] = ["eventID", "recordTime", "transformationID"];

/// The names of raw materials and half-finished goods in the documents, as rows of goods.csv.
pub(super) fn goods_rows(market: &Market) -> Vec<Row> {
    let products: Vec<Gtin> = market.products.iter().map(|product| product.gtin).collect();
    let mut found: BTreeMap<Gtin, Row> = BTreeMap::new();
    for journey in &market.journeys {
        let document = market.document(journey);
        let list = document.pointer("/epcisHeader/epcisMasterData/vocabularyList");
        let elements = items(list)
            .iter()
            .flat_map(|kind| items(kind.get("vocabularyElementList")));
        for element in elements {
            let gtin = element["id"]
                .as_str()
                .and_then(|uri| DigitalLink::parse(uri).ok()?.gtin());
            if let Some(gtin) = gtin.filter(|gtin| !products.contains(gtin)) {
                found.entry(gtin).or_insert_with(|| made(named(gtin, element)));
            }
        }
    }
    found.into_values().collect()
}

fn named(gtin: Gtin, element: &Value) -> Value {
    let attribute = |id: &str| {
        let found = items(element.get("attributes"))
            .iter()
            .find(|attribute| attribute["id"] == id);
        found.map_or(Value::Null, |attribute| attribute["attribute"].clone())
    };
    let name = json!({ "vi": attribute("cbvmda:descriptionShort"), "en": attribute("lc:nameEn") });
    json!({ "gtin": gtin.shown(), "name": name })
}

fn items(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// All events as rows of events.csv, lot by lot.
pub(super) fn event_rows(market: &Market, names: &Names) -> Vec<Row> {
    let mut rows = Vec::new();
    for journey in &market.journeys {
        let document = market.document(journey);
        rows.extend(events(&document).map(|event| row(event, journey, names)));
    }
    rows
}

/// The row of one event.
fn row(original: &Value, journey: &Journey, names: &Names) -> Row {
    let mut row = made(Value::Object(plain(original, names)));
    row.fields["lot"] = journey.lot.as_str().into();
    let own = journey.lot_link().canonical();
    let mut faults = Vec::new();
    let mut cells = Cells {
        row: &row,
        faults: &mut faults,
    };
    let again = event(&mut cells, &journey.lot, Some(&own), names);
    let extra = difference(original, &again.unwrap_or(json!({})));
    if !extra.is_empty() {
        row.fields["extra"] = Value::Object(extra).to_string().into();
    }
    row
}

/// What must be added to `again`, or taken out by `null`, so that it says what `original` says.
fn difference(original: &Value, again: &Value) -> Map<String, Value> {
    let (Some(wanted), Some(found)) = (original.as_object(), again.as_object()) else {
        return Map::new();
    };
    let names = wanted.keys().chain(found.keys());
    names
        .filter(|name| !LEFT_OUT.contains(&name.as_str()))
        .filter(|name| !same(wanted.get(*name), found.get(*name)))
        .map(|name| (name.clone(), wanted.get(name).cloned().unwrap_or_default()))
        .collect()
}

/// Whether two values are the same, 240 and 240.0 included.
fn same(a: Option<&Value>, b: Option<&Value>) -> bool {
    match (a, b) {
        (Some(Value::Array(a)), Some(Value::Array(b))) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(Some(a), Some(b)))
        }
        (Some(Value::Object(a)), Some(Value::Object(b))) => {
            a.len() == b.len() && a.iter().all(|(name, value)| same(Some(value), b.get(name)))
        }
        (Some(Value::Number(a)), Some(Value::Number(b))) => a.as_f64() == b.as_f64(),
        (a, b) => a == b,
    }
}

/// The cells that plain columns hold.
fn plain(event: &Value, names: &Names) -> Map<String, Value> {
    let text = |pointer: &str| event.pointer(pointer).and_then(Value::as_str);
    let stage = stage_of(
        text("/lc:process").unwrap_or_default(),
        text("/disposition").unwrap_or_default(),
    );
    let children = if event.get("parentID").is_some() {
        "child"
    } else {
        ""
    };
    let lists = |epcs: &str, lots: &str| goods_cell(event, epcs, lots, names);
    let goods = match children {
        "" => lists("epcList", "quantityList"),
        _ => lists("childEPCs", "childQuantityList"),
    };
    let cells = [
        ("time", text("/eventTime").map(str::to_owned)),
        ("stage", stage.map(|stage| stage.word().to_owned())),
        (
            "place",
            text("/readPoint/id").and_then(|uri| id_of(uri, &names.places)),
        ),
        ("goods", goods),
        ("in", lists("inputEPCList", "inputQuantityList")),
        ("out", lists("outputEPCList", "outputQuantityList")),
        (
            "parent",
            text("/parentID").map(|uri| written(uri, None, None, |gtin| gtin.to_string())),
        ),
        (
            "from",
            text("/sourceList/0/source").and_then(|uri| id_of(uri, &names.parties)),
        ),
        (
            "to",
            text("/destinationList/0/destination").and_then(|uri| id_of(uri, &names.places)),
        ),
        (
            "paper",
            text("/bizTransactionList/0/bizTransaction").map(|uri| paper(uri, &names.site)),
        ),
        (
            "expires",
            text("/ilmd/cbvmda:itemExpirationDate").map(str::to_owned),
        ),
        ("temperatures", temperatures(event)),
        (
            "device",
            text("/sensorElementList/0/sensorMetadata/deviceID").map(str::to_owned),
        ),
    ];
    let mut row: Map<String, Value> = cells
        .into_iter()
        .filter_map(|(name, cell)| Some((name.to_owned(), cell?.into())))
        .collect();
    for (name, field) in [("title", "lc:title"), ("note", "lc:note")] {
        if let Some(words) = event.get(field) {
            row.insert(name.to_owned(), words.clone());
        }
    }
    let marks = items(event.get("certificationInfo"))
        .iter()
        .filter_map(Value::as_str);
    let marks: Vec<String> = marks.filter_map(|uri| id_of(uri, &names.marks)).collect();
    if !marks.is_empty() {
        row.insert("marks".to_owned(), marks.into());
    }
    row
}

/// The name that an organiser would write: the id, which has a letter, before the number.
fn id_of(uri: &str, names: &BTreeMap<String, String>) -> Option<String> {
    let mut ids = names.iter().filter(|(_, found)| *found == uri).map(|(id, _)| id);
    let first = ids.clone().next();
    let lettered = ids.find(|id| id.starts_with(|char: char| char.is_alphabetic() && char.is_lowercase()));
    lettered.or(first).filter(|id| !id.is_empty()).cloned()
}

fn paper(uri: &str, site: &str) -> String {
    uri.strip_prefix(&format!("{site}/da/")).unwrap_or(uri).to_owned()
}

fn goods_cell(event: &Value, epcs: &str, lots: &str, names: &Names) -> Option<String> {
    let name = |gtin: Gtin| {
        let id = names
            .products
            .iter()
            .find(|(_, found)| **found == gtin)
            .map(|(id, _)| id.clone());
        id.unwrap_or_else(|| gtin.shown().to_owned())
    };
    let things = items(event.get(epcs)).iter().filter_map(Value::as_str);
    let things = things.map(|uri| written(uri, None, None, name));
    let lots = items(event.get(lots)).iter().filter_map(|lot| {
        let amount = lot.get("quantity").and_then(Value::as_f64);
        Some(written(
            lot.get("epcClass")?.as_str()?,
            amount,
            lot.get("uom").and_then(Value::as_str),
            name,
        ))
    });
    let all: Vec<String> = things.chain(lots).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

fn temperatures(event: &Value) -> Option<String> {
    let readings: Vec<String> = items(event.get("sensorElementList"))
        .iter()
        .filter_map(reading)
        .collect();
    (!readings.is_empty()).then(|| readings.join("; "))
}

fn reading(element: &Value) -> Option<String> {
    let time = element.pointer("/sensorMetadata/time")?.as_str()?.get(11..16)?;
    let report = element.pointer("/sensorReport/0")?;
    let alarm = if report.get("exception").is_some() {
        "!"
    } else {
        ""
    };
    let value = report.get("value")?.to_string().replace('.', ",");
    Some(format!("{time} = {value}{alarm}"))
}
