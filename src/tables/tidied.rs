//! A table as an organiser keeps it → the same table written in one way: UTF-8, commas, days and numbers as they are read.

use super::columns::Column;
use super::csv_file::CsvFile;
use super::csv_market::table;
use super::csv_rows::value;
use super::export::{in_csv, shown};
use super::pace::Pace;

/// The table of this file, its cells written as the checks read them: every row with a filled cell and every column, in
/// their order, under the names that they have. What cannot be read stays as it stands. `None` for a file that is no table.
pub async fn tidied(file: &str, text: &str, pace: &Pace<'_>) -> Option<String> {
    let table = table(file)?;
    let csv = CsvFile::new(text.to_owned());
    let columns: Vec<Option<&Column>> = csv.header.iter().map(|name| table.column(name)).collect();
    let mut rows = vec![csv.header.clone()];
    for record in csv.records() {
        let cells = record.cells.iter().enumerate();
        let written = cells.map(|(at, cell)| tidied_cell(columns.get(at).copied().flatten(), cell));
        rows.push(written.take(columns.len()).collect());
        pace.pause().await;
    }
    for row in &mut rows {
        row.resize(columns.len(), String::new());
    }
    Some(in_csv(rows))
}

fn tidied_cell(column: Option<&Column>, cell: &str) -> String {
    let read = column.filter(|_| !cell.is_empty()).and_then(|column| {
        let value = value(column.kind, cell).ok()?;
        Some(shown(column.kind, &value))
    });
    read.unwrap_or_else(|| cell.to_owned())
}
