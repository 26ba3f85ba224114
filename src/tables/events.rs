//! The events of one EPCIS document: what they name must be in the tables.

use super::cells::Cells;
use super::fault::Fault;
use super::known::Known;
use super::row::{Row, Sheet};
use super::wording;
use serde_json::Value;

/// The kinds of events of EPCIS 2.0.
const KINDS: [&str; 5] = [
    "ObjectEvent",
    "AggregationEvent",
    "AssociationEvent",
    "TransactionEvent",
    "TransformationEvent",
];

/// Checks the events of a document and gives them as rows.
pub(super) fn check(sheet: &Sheet, known: &Known, faults: &mut Vec<Fault>) -> Vec<Row> {
    let body = Sheet {
        file: sheet.file.clone(),
        content: sheet.content.get("epcisBody").cloned().unwrap_or(Value::Null),
    };
    if body.content.is_null() && !sheet.content.is_null() {
        faults.push(Fault::of_file(&sheet.file, "epcisBody", wording::missing()));
    }
    let rows = body.rows("eventList", faults);
    for row in &rows {
        check_event(&mut Cells { row, faults }, known);
    }
    rows
}

/// Calls `visit` with the path and wording of every text inside a value.
pub(super) fn visit_texts(value: &Value, path: &str, visit: &mut impl FnMut(&str, &str)) {
    match value {
        Value::String(text) => visit(path, text),
        Value::Array(items) => items.iter().for_each(|item| visit_texts(item, path, visit)),
        Value::Object(fields) => fields.iter().for_each(|(name, field)| {
            let inner = match path {
                "" => name.clone(),
                _ => format!("{path}.{name}"),
            };
            visit_texts(field, &inner, visit);
        }),
        _ => {}
    }
}

/// Checks one event: its form, and that whatever it names stands in the tables.
pub(super) fn check_event(cells: &mut Cells, known: &Known) {
    cells.text("eventID");
    cells.moment("eventTime");
    cells.text("eventTimeZoneOffset");
    let kind = cells.text("type");
    if !kind.is_empty() && !KINDS.contains(&kind.as_str()) {
        cells.fault("type", wording::not_one_of(&kind, &KINDS.join(", ")));
    }
    let mut named = Vec::new();
    visit_texts(&cells.row.fields, "", &mut |path, text| {
        named.push((path.to_owned(), text.to_owned()));
    });
    for (path, text) in named {
        check_reference(cells, &path, &text, known);
    }
}

fn check_reference(cells: &mut Cells, path: &str, text: &str, known: &Known) {
    if text.starts_with("https://id.gs1.org/414/") {
        cells.known(path, text, &known.locations, "places");
    } else if text.starts_with("https://id.gs1.org/417/") {
        cells.known(path, text, &known.parties, "producers");
    } else if path == "certificationInfo" {
        cells.known(path, text, &known.citations, "certificates, reports");
    } else if text.starts_with("geo:") {
        cells.fault(path, wording::too_fine()); // A point in an event would pass by the places and their owners' consent.
    }
}
