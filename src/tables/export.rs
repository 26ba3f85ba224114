//! A market in JSON tables → the same market as CSV, for a spreadsheet program.

use super::columns::{Column, EVENTS, GOODS, Kind, LOTS, MARKS, PLACES, PRODUCERS, PRODUCTS, Table};
use super::export_events::{event_rows, goods_rows};
use super::fault::Fault;
use super::goods::{grouped, written_amount, written_number};
use super::market::{Market, Tables, read};
use super::names::Names;
use super::pace::Pace;
use super::row::Row;
use futures_util::FutureExt;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The files of the market as CSV and market.json, by their names; or what is wrong in the JSON tables.
pub fn csv(files: &dyn Fn(&str) -> Option<String>) -> Result<BTreeMap<String, String>, Vec<Fault>> {
    let market = read(files)?;
    let pace = Pace::straight();
    let tables = Tables::of(files, &pace, &mut Vec::new()).now_or_never();
    let tables = tables.expect("a straight pace waits for nobody");
    let marks = [
        tables.certificates.clone(),
        tables.indications.clone(),
        tables.reports.clone(),
    ]
    .concat();
    let goods = goods_rows(&market);
    let names = Names::of(
        &market.site,
        &tables.places,
        &tables.producers,
        &[&marks],
        &tables.products,
        &goods,
    );
    let events = event_rows(&market, &names);
    let marks: Vec<Row> = marks.into_iter().map(dated).collect();
    let lots: Vec<Row> = tables.journeys.iter().map(without_file).collect();
    let mut found = BTreeMap::from([(super::csv_market::HEAD.to_owned(), head(&market, &tables))]);
    for (table, rows) in [
        (&PRODUCERS, &tables.producers),
        (&PRODUCTS, &tables.products),
        (&PLACES, &tables.places),
        (&MARKS, &marks),
        (&GOODS, &goods),
        (&LOTS, &lots),
        (&EVENTS, &events),
    ] {
        found.insert(table.file.to_owned(), written(table, rows));
    }
    Ok(found)
}

fn head(market: &Market, tables: &Tables) -> String {
    let mut head = tables.fair.content.clone();
    head["sample"] = market.sample.into();
    head["asOf"] = market.as_of.to_string().into();
    head["categories"] = tables.categories.iter().map(|row| row.fields.clone()).collect();
    format!("{head:#}\n")
}

/// A geographical indication has no type in the JSON tables, a report its day under another name.
fn dated(mut row: Row) -> Row {
    if row.fields.get("type").is_none() {
        row.fields["type"] = "gi".into();
    }
    if let Some(day) = row.fields.get("date").cloned() {
        row.fields["validFrom"] = day;
    }
    row
}

fn without_file(row: &Row) -> Row {
    let mut row = row.clone();
    row.fields["file"] = Value::Null;
    row
}

/// A table with a byte order mark, by which spreadsheet programs know UTF-8; columns without any value are left out.
fn written(table: &Table, rows: &[Row]) -> String {
    let is_used = |column: &&Column| column.needed || rows.iter().any(|row| !cell(column, row).is_empty());
    let columns: Vec<&Column> = table.columns.iter().filter(is_used).collect();
    let name = |column: &&Column| column.names.first().copied().unwrap_or(column.path).to_owned();
    let header = columns.iter().map(name).collect();
    let cells = |row: &Row| columns.iter().map(|column| cell(column, row)).collect();
    in_csv(std::iter::once(header).chain(rows.iter().map(cells)))
}

/// Rows of equal length as CSV with a byte order mark.
pub(super) fn in_csv(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).expect("a Vec takes whatever is written");
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

fn cell(column: &Column, row: &Row) -> String {
    let value = column
        .path
        .split('.')
        .try_fold(&row.fields, |value, name| match name.parse::<usize>() {
            Ok(at) => value.get(at),
            Err(_) => value.get(name),
        });
    shown(column.kind, value.unwrap_or(&Value::Null))
}

/// A value as a cell of its column shows it.
pub(super) fn shown(kind: Kind, value: &Value) -> String {
    match (kind, value) {
        (_, Value::Null) => String::new(),
        (Kind::Gtin | Kind::Gln | Kind::Digits, Value::String(digits)) => grouped(digits),
        (Kind::Amount, Value::Number(_)) => written_amount(value),
        (Kind::Day, Value::String(day)) => day_first(day).unwrap_or_else(|| day.clone()),
        (Kind::Moment, Value::String(moment)) => local(moment).unwrap_or_else(|| moment.clone()),
        (Kind::Word(words), Value::String(kept)) => {
            let row = words.iter().find(|(known, _)| known == kept);
            row.and_then(|(_, others)| others.first())
                .map_or(kept.clone(), |word| (*word).to_owned())
        }
        (Kind::Months, Value::Array(ranges)) => {
            let ranges = ranges.iter().filter_map(Value::as_str);
            // With a dash of another kind no program takes it for a day in October.
            ranges
                .map(|range| range.replace('-', "–"))
                .collect::<Vec<_>>()
                .join("; ")
        }
        (_, Value::Array(items)) => items
            .iter()
            .filter_map(Value::as_str)
            .collect::<Vec<_>>()
            .join("; "),
        (_, Value::String(text)) => text.clone(),
        (_, Value::Bool(yes)) => if *yes { "có" } else { "không" }.to_owned(),
        (_, number) => written_number(number),
    }
}

/// `23/11/2026` of `2026-11-23`.
fn day_first(day: &str) -> Option<String> {
    let mut parts = day.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Some(format!("{day}/{month}/{year}"))
}

/// `18/09/2026 08:30` of a moment in Việt Nam without seconds.
fn local(moment: &str) -> Option<String> {
    let minutes = moment.strip_suffix(":00.000+07:00")?;
    let (day, time) = minutes.split_once('T')?;
    Some(format!("{} {time}", day_first(day)?))
}

/// A row of a table that is made here.
pub(super) fn made(fields: Value) -> Row {
    Row {
        file: String::new(),
        list: String::new(),
        number: 0,
        id: String::new(),
        fields: if fields.is_object() { fields } else { json!({}) },
        told: Vec::new(),
    }
}
