//! The part of a table in which its faults stand, to be drawn: a table of ten thousand rows is not.

use super::csv_file::{CsvFile, Record};
use super::fault::Fault;
use super::pace::Pace;
use std::collections::{BTreeMap, BTreeSet};

/// How many columns at the start are shown in any case: by them a row is known.
const FIRST_COLUMNS: usize = 3;

/// Some rows and columns of a table, with the faults in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The columns that are shown.
    pub columns: Vec<ShownColumn>,
    /// The rows that are shown: those with a fault, and one before and behind each.
    pub rows: Vec<ShownRow>,
    /// Faults of the table as a whole, and of columns that it lacks.
    pub whole: Vec<Fault>,
    /// How many rows with a fault are not shown.
    pub more: usize,
}

/// A column that is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShownColumn {
    /// What spreadsheet programs call it: `A`, `AB`.
    pub letters: String,
    /// Its name in the header.
    pub name: String,
    /// The faults of the column itself.
    pub faults: Vec<Fault>,
}

/// A row that is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShownRow {
    /// The row as spreadsheet programs number it; the header is row 1.
    pub number: usize,
    /// Whether rows are left out before it.
    pub skips: bool,
    /// The faults of no single column that is there.
    pub faults: Vec<Fault>,
    /// One cell for each column that is shown.
    pub cells: Vec<ShownCell>,
}

/// A cell that is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShownCell {
    /// What stands in it.
    pub text: String,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
}

/// The excerpt of a table with the faults of its file, at most so many rows that have one.
pub async fn excerpt(text: &str, faults: &[Fault], most: usize, pace: &Pace<'_>) -> Excerpt {
    let csv = CsvFile::new(text.to_owned());
    let (below, mut whole): (Vec<&Fault>, Vec<&Fault>) = faults.iter().partition(|fault| fault.row > 1);
    let of_column = |name: &str| csv.header.iter().position(|known| known == name);
    let mut excerpt = Excerpt::default();
    let mut by_row: BTreeMap<usize, Vec<&Fault>> = BTreeMap::new();
    for fault in &below {
        by_row.entry(fault.row).or_default().push(fault);
    }
    let numbers: BTreeSet<usize> = by_row.keys().copied().take(most).collect();
    excerpt.more = by_row.len() - numbers.len();
    let of_header: Vec<&Fault> = whole
        .extract_if(.., |fault| of_column(&fault.field).is_some())
        .collect();
    excerpt.whole = whole.into_iter().cloned().collect();

    let faulty = below.iter().filter(|fault| numbers.contains(&fault.row));
    let named = faulty
        .chain(&of_header)
        .filter_map(|fault| of_column(&fault.field));
    let shown: BTreeSet<usize> = named.chain(0..FIRST_COLUMNS.min(csv.header.len())).collect();
    excerpt.columns = shown
        .iter()
        .filter_map(|at| Some(column(*at, csv.header.get(*at)?, &of_header)))
        .collect();

    let is_near = |row: usize| (row - 1..=row + 1).any(|near| numbers.contains(&near));
    let last = numbers.last().map_or(0, |last| last + 1);
    let mut before = 1;
    for record in csv.records().take_while(|record| record.row <= last) {
        if is_near(record.row) {
            let own = by_row.get(&record.row).filter(|_| numbers.contains(&record.row));
            let own = own.map_or(&[][..], Vec::as_slice);
            excerpt.rows.push(row(&record, before, &shown, own, &of_column));
            before = record.row;
        }
        pace.pause().await;
    }
    excerpt
}

fn column(at: usize, name: &str, of_header: &[&Fault]) -> ShownColumn {
    let own = of_header.iter().filter(|fault| fault.field == name);
    ShownColumn {
        letters: letters(at),
        name: name.to_owned(),
        faults: own.map(|fault| (*fault).clone()).collect(),
    }
}

fn row(
    record: &Record,
    before: usize,
    shown: &BTreeSet<usize>,
    own: &[&Fault],
    of_column: &impl Fn(&str) -> Option<usize>,
) -> ShownRow {
    let at = |fault: &Fault| of_column(&fault.field);
    let gathered = |wanted: Option<usize>| -> Vec<Fault> {
        let found = own.iter().filter(|fault| at(fault) == wanted);
        found.map(|fault| (*fault).clone()).collect()
    };
    let cells = shown.iter().map(|at| ShownCell {
        text: record.cells.get(*at).unwrap_or_default().to_owned(),
        faults: gathered(Some(*at)),
    });
    ShownRow {
        number: record.row,
        skips: record.row > before + 1,
        faults: gathered(None),
        cells: cells.collect(),
    }
}

/// What spreadsheet programs call a column, counted from 0: `A` to `Z`, then `AA`.
fn letters(at: usize) -> String {
    let own = char::from(b'A' + (at % 26) as u8); // OK because the remainder fits.
    match at / 26 {
        0 => own.to_string(),
        before => format!("{}{own}", letters(before - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Text;
    use futures_util::FutureExt;

    fn fault(row: usize, field: &str) -> Fault {
        let fault = Fault::warning("t.csv", row, "", Text::same("m"));
        Fault {
            field: field.to_owned(),
            ..fault
        }
    }

    fn shown(rows: usize, faults: &[Fault], most: usize) -> Excerpt {
        let lines: String = (0..rows).map(|at| format!("a{at},b,c,d,e{at}\n")).collect();
        let text = format!("mã,tên,GTIN,giá,mùa\n{lines}");
        let pace = Pace::straight();
        excerpt(&text, faults, most, &pace).now_or_never().unwrap()
    }

    #[test]
    fn rows_with_faults_stand_between_their_neighbours() {
        let found = shown(40, &[fault(10, "mùa"), fault(12, "mùa"), fault(30, "")], 9);
        let rows: Vec<(usize, bool)> = found.rows.iter().map(|row| (row.number, row.skips)).collect();
        let expected = [(9, true), (10, false), (11, false), (12, false), (13, false)];
        assert_eq!(rows[..5], expected);
        assert_eq!(rows[5..], [(29, true), (30, false), (31, false)]);
        let columns: Vec<&str> = found.columns.iter().map(|c| c.letters.as_str()).collect();
        assert_eq!(columns, ["A", "B", "C", "E"]);
        let faulty = &found.rows[1].cells[3];
        assert_eq!((faulty.text.as_str(), faulty.faults.len()), ("e8", 1));
        assert_eq!((found.rows[6].faults.len(), found.more), (1, 0));
    }

    #[test]
    fn faults_of_the_header_and_of_the_table_stand_apart_from_the_rows() {
        let found = shown(3, &[fault(1, "giá"), fault(1, "lô"), fault(0, "")], 9);
        assert_eq!(found.rows, []);
        assert_eq!(found.columns[3].faults.len(), 1);
        assert_eq!(found.whole.len(), 2);
    }

    #[test]
    fn no_more_rows_than_asked_for_are_shown_and_the_others_are_counted() {
        let faults: Vec<Fault> = (2..42).map(|row| fault(row, "giá")).collect();
        let found = shown(40, &faults, 5);
        assert_eq!((found.rows.len(), found.more), (6, 35));
        let marked = found
            .rows
            .iter()
            .flat_map(|row| &row.cells)
            .map(|cell| cell.faults.len());
        assert_eq!(marked.sum::<usize>(), 5);
    }

    #[test]
    fn columns_are_lettered_as_spreadsheet_programs_do() {
        let expected = [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (51, "AZ"),
            (52, "BA"),
            (702, "AAA"),
        ];
        for (at, name) in expected {
            assert_eq!(letters(at), name);
        }
    }
}
