//! What the records may refer to: gathered before anything is checked, so that one broken record does not break the others.

use super::cells::Cells;
use super::fault::Fault;
use super::row::Row;
use super::wording;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The ids of every table.
#[derive(Default)]
pub(super) struct Known {
    pub categories: BTreeSet<String>,
    pub certificates: BTreeSet<String>,
    pub indications: BTreeSet<String>,
    /// The URIs by which events cite certificates and reports.
    pub citations: BTreeSet<String>,
    pub producers: BTreeSet<String>,
    /// Company prefix of each producer.
    pub prefixes: BTreeMap<String, String>,
    /// How fine a point each producer agreed to.
    pub consents: BTreeMap<String, String>,
    /// The canonical URIs of the producers: `https://id.gs1.org/417/…`.
    pub parties: BTreeSet<String>,
    pub products: BTreeSet<String>,
    /// The stall that each product names.
    pub stall_of: BTreeMap<String, String>,
    pub places: BTreeSet<String>,
    /// The GLNs of the places.
    pub glns: BTreeSet<String>,
    /// The canonical URIs of the places: `https://id.gs1.org/414/…`.
    pub locations: BTreeSet<String>,
    pub zones: BTreeSet<String>,
    pub stalls: BTreeSet<String>,
    pub sessions: BTreeSet<String>,
}

/// The values of one field in all records.
pub(super) fn column(rows: &[Row], field: &str) -> BTreeSet<String> {
    rows.iter()
        .filter_map(|row| cell(row, field))
        .map(str::to_owned)
        .collect()
}

/// One field of all records by their id.
pub(super) fn by_id(rows: &[Row], field: &str) -> BTreeMap<String, String> {
    rows.iter()
        .filter_map(|row| Some((row.id.clone(), cell(row, field)?.to_owned())))
        .collect()
}

/// Tells every record whose `field` stands in an earlier record too.
pub(super) fn check_unique(rows: &[Row], field: &str, faults: &mut Vec<Fault>) {
    tell_doubles(rows, field, &mut BTreeMap::new(), faults);
}

/// The same across several lists; `first` keeps where each value stood first.
pub(super) fn tell_doubles(
    rows: &[Row],
    field: &str,
    first: &mut BTreeMap<String, String>,
    faults: &mut Vec<Fault>,
) {
    for row in rows {
        let Some(value) = cell(row, field) else {
            continue;
        };
        if let Some(earlier) = first.get(value) {
            let message = wording::duplicate(value, earlier);
            Cells { row, faults }.fault(field, message);
        } else {
            let list = format!("{} {}", row.list, row.number);
            let shown = format!("{} ({})", list.trim(), row.file);
            first.insert(value.to_owned(), shown);
        }
    }
}

fn cell<'a>(row: &'a Row, field: &str) -> Option<&'a str> {
    field
        .split('.')
        .try_fold(&row.fields, |value, name| value.get(name))
        .and_then(Value::as_str)
}
