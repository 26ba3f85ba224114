//! The records of a table as rows with named fields, each cell read as its column says.

use super::columns::{Column, Kind, Table, allowed, word};
use super::csv_file::{CsvFile, Record};
use super::excel::{self, CellError};
use super::fault::Fault;
use super::pace::Pace;
use super::row::Row;
use super::{stages, wording};
use csv::StringRecord;
use serde_json::{Map, Value, json};

/// A table with its header understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct CsvTable {
    /// The file's name.
    pub file: String,
    /// Its text.
    pub csv: CsvFile,
    columns: Vec<Option<&'static Column>>,
    /// Needed columns that are not there; told once, not for every row.
    absent: Vec<&'static Column>,
}

impl CsvTable {
    /// Understands the header; columns that are unknown, doubled or missing are told.
    pub async fn open(
        table: &'static Table,
        text: String,
        pace: &Pace<'_>,
        faults: &mut Vec<Fault>,
    ) -> CsvTable {
        let csv = CsvFile::new(text);
        let columns: Vec<Option<&'static Column>> =
            csv.header.iter().map(|name| table.column(name)).collect();
        let has = |column: &&'static Column| columns.iter().flatten().any(|found| found.path == column.path);
        let absent: Vec<&'static Column> = table
            .columns
            .iter()
            .filter(|column| column.needed && !has(column))
            .collect();
        let opened = CsvTable {
            file: table.file.to_owned(),
            csv,
            columns,
            absent,
        };
        opened.check_header(table, faults);
        for record in opened.csv.all_records() {
            if opened.csv.is_unclosed(&record) {
                let fault = Fault::of_file(&opened.file, "", wording::unclosed());
                let row = record.row;
                faults.push(Fault { row, ..fault });
                break;
            }
            pace.pause().await;
        }
        opened
    }

    fn check_header(&self, table: &'static Table, faults: &mut Vec<Fault>) {
        let mut tell = |column: &str, message, grave| {
            let mut fault = Fault::of_file(&self.file, column, message);
            (fault.row, fault.grave) = (1, grave);
            faults.push(fault);
        };
        for (at, (name, column)) in self.csv.header.iter().zip(&self.columns).enumerate() {
            match column {
                None if !name.is_empty() => {
                    let known: Vec<&str> = table
                        .columns
                        .iter()
                        .filter_map(|column| column.names.first().copied())
                        .collect();
                    tell(name, wording::unknown_column(name, &known.join(", ")), false);
                }
                Some(column)
                    if self
                        .columns
                        .iter()
                        .take(at)
                        .flatten()
                        .any(|other| other == column) =>
                {
                    tell(name, wording::column_twice(name), true);
                }
                _ => {}
            }
        }
        for column in &self.absent {
            let [vi, en] = [0, 1].map(|at| column.names.get(at).copied().unwrap_or(column.path));
            tell(vi, wording::missing_column(vi, en), true);
        }
    }

    /// Whether a needed column is missing.
    pub fn is_absent(&self, path: &str) -> bool {
        self.absent.iter().any(|column| column.path == path)
    }

    /// All records as rows.
    pub async fn rows(&self, pace: &Pace<'_>, faults: &mut Vec<Fault>) -> Vec<Row> {
        let mut rows = Vec::new();
        for Record { row, cells, .. } in self.csv.records() {
            rows.push(self.row(row, &cells, faults));
            pace.step().await;
        }
        rows
    }

    /// The text of one cell.
    pub fn cell<'a>(&self, cells: &'a StringRecord, path: &str) -> &'a str {
        let at = self
            .columns
            .iter()
            .position(|column| column.is_some_and(|column| column.path == path));
        at.and_then(|at| cells.get(at)).unwrap_or_default()
    }

    /// One record as a row.
    pub fn row(&self, number: usize, cells: &StringRecord, faults: &mut Vec<Fault>) -> Row {
        let id = ["id", "lot", "gtin"].map(|path| self.cell(cells, path));
        let mut row = Row {
            file: self.file.clone(),
            list: String::new(),
            number,
            id: id
                .into_iter()
                .find(|id| !id.is_empty())
                .unwrap_or_default()
                .to_owned(),
            fields: Value::Object(Map::new()),
            told: self.absent.iter().map(|column| column.path.to_owned()).collect(),
        };
        for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            match self.columns.get(at).copied().flatten() {
                Some(column) => self.read(&mut row, column, cell, faults),
                None if at >= self.columns.len() => {
                    faults.push(row.fault("", wording::too_many_cells(self.columns.len(), cells.len())));
                    return row;
                }
                None => {}
            }
        }
        row
    }

    fn read(&self, row: &mut Row, column: &'static Column, cell: &str, faults: &mut Vec<Fault>) {
        match value(column.kind, cell) {
            Ok(value) => {
                if column.kind == Kind::Gtin && value.as_str().is_some_and(|digits| digits.len() == 12) {
                    let fault = row.fault(self.header_of(column.path), wording::twelve_digits(cell));
                    faults.push(Fault {
                        grave: false,
                        ..fault
                    });
                }
                put(&mut row.fields, column.path, value);
            }
            Err(error) => {
                let message = wording::wrong_cell(&error, cell, &allowed(column.kind));
                faults.push(row.fault(self.header_of(column.path), message));
                row.told.push(column.path.to_owned());
            }
        }
    }

    /// What the organiser calls the column of a field, for a fault.
    pub fn header_of<'a>(&'a self, path: &'a str) -> &'a str {
        let at = self
            .columns
            .iter()
            .position(|column| column.is_some_and(|column| column.path == path));
        at.and_then(|at| self.csv.header.get(at))
            .map_or(path, String::as_str)
    }
}

/// What a cell says, read as its column says.
pub(super) fn value(kind: Kind, cell: &str) -> Result<Value, CellError> {
    Ok(match kind {
        Kind::Text => cell.into(),
        Kind::Gtin => excel::digits(cell, &[8, 12, 13, 14])?.into(),
        Kind::Gln => excel::digits(cell, &[13])?.into(),
        Kind::Digits => excel::digits(cell, &[])?.into(),
        Kind::Number => excel::decimal(cell)?.into(),
        Kind::Amount => excel::amount(cell)?.into(),
        Kind::Whole => excel::whole(cell)?.into(),
        Kind::Day => excel::day(cell)?.to_string().into(),
        Kind::Moment => excel::moment(cell)?.into(),
        Kind::YesNo => excel::yes_no(cell)?.into(),
        Kind::List => list(cell).into(),
        Kind::Months => list(cell).iter().map(|range| months(range)).collect(),
        Kind::Word(words) => word(words, cell).ok_or(CellError::Word)?.into(),
        Kind::Stage => stages::stage(cell).map(|_| cell).ok_or(CellError::Word)?.into(),
    })
}

/// The words of a cell that holds several.
pub(super) fn list(cell: &str) -> Vec<String> {
    cell.split([',', ';', '|', '\n'])
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A range of months with two digits each: `3–10` becomes `03-10`, `3` becomes `03-03`.
fn months(range: &str) -> String {
    let mut ends: Vec<String> = range
        .split(['-', '–'])
        .map(|month| format!("{:0>2}", month.trim()))
        .collect();
    if ends.len() == 1 {
        ends.extend(ends.first().cloned());
    }
    ends.join("-")
}

/// Puts a value where its path leads; a number in the path is one of two ends.
pub(super) fn put(fields: &mut Value, path: &str, value: Value) {
    let Some((first, rest)) = path.split_once('.') else {
        fields[path] = value;
        return;
    };
    if let Ok(end @ 0..=1) = rest.parse::<usize>() {
        if fields[first].is_null() {
            fields[first] = json!([null, null]);
        }
        fields[first][end] = value;
        return;
    }
    if fields[first].is_null() {
        fields[first] = json!({});
    }
    put(&mut fields[first], rest, value);
}
