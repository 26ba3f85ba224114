//! A table as spreadsheet programs save it: its header and its records, each with the row that the program shows.

use csv::{ReaderBuilder, StringRecord};

/// The text of a table without its byte order mark, and the sign between its cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct CsvFile {
    text: String,
    separator: u8,
    /// The names in its first row.
    pub header: Vec<String>,
}

/// One record and where it stands.
pub(super) struct Record {
    /// The row as the spreadsheet program numbers it; the header is row 1.
    pub row: usize,
    /// Where it starts and ends in the text, in bytes.
    pub bytes: (usize, usize),
    /// Its cells, without the white space around them.
    pub cells: StringRecord,
}

impl CsvFile {
    /// Takes a table in. The separator is the one that stands most often in the first row: comma, semicolon or tab.
    pub fn new(text: String) -> CsvFile {
        let text = match text.strip_prefix('\u{feff}') {
            Some(rest) => rest.to_owned(),
            None => text,
        };
        let separator = separator(&text);
        let header = reader(&text, separator).records().next();
        let header = header.and_then(Result::ok).unwrap_or_default();
        CsvFile {
            header: header.iter().map(str::to_owned).collect(),
            separator,
            text,
        }
    }

    /// The records below the header that have a filled cell.
    pub fn records(&self) -> impl Iterator<Item = Record> {
        let is_filled = |record: &Record| record.cells.iter().any(|cell| !cell.is_empty());
        self.all_records()
            .filter(move |record| record.bytes.0 > 0 && is_filled(record))
    }

    /// Every record, the header and empty ones included.
    pub fn all_records(&self) -> impl Iterator<Item = Record> {
        let mut reader = reader(&self.text, self.separator);
        let mut row = 0;
        std::iter::from_fn(move || {
            let mut cells = StringRecord::new();
            let start = reader.position().byte() as usize; // OK because the text lies in memory.
            if !matches!(reader.read_record(&mut cells), Ok(true)) {
                return None;
            }
            let bytes = (start, reader.position().byte() as usize); // OK as above.
            row += 1 + self.empty_lines(start, bytes.1);
            Some(Record { row, bytes, cells })
        })
    }

    /// Whether a record has an odd number of double quotes: one that is open swallows what follows.
    pub fn is_unclosed(&self, record: &Record) -> bool {
        let (start, end) = record.bytes;
        let part = self.text.get(start..end).unwrap_or_default();
        part.matches('"').count() % 2 == 1
    }

    /// The reader passes over empty lines, the spreadsheet program counts them. The reader stops between CR and LF.
    fn empty_lines(&self, start: usize, end: usize) -> usize {
        let part = self.text.get(start..end).unwrap_or_default();
        let part = match self
            .text
            .get(..start)
            .is_some_and(|before| before.ends_with('\r'))
        {
            true => part.strip_prefix('\n').unwrap_or(part),
            false => part,
        };
        let ends = part.bytes().take_while(|byte| b"\r\n".contains(byte));
        ends.filter(|byte| *byte == b'\n').count()
    }

    /// The cells of the records at these places, in their order.
    pub fn cells_at(&self, places: impl Iterator<Item = (usize, usize)>) -> Vec<StringRecord> {
        let parts: Vec<&str> = places
            .filter_map(|(start, end)| self.text.get(start..end))
            .map(|part| part.trim_matches(['\r', '\n']))
            .collect();
        let joined = parts.join("\n");
        reader(&joined, self.separator)
            .records()
            .filter_map(Result::ok)
            .collect()
    }
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes())
}

fn separator(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |sign: &u8| first.bytes().filter(|byte| byte == sign).count();
    // The last of equals wins, so that a table of one column is taken for one with commas.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(usize, &[&str])]) {
        let file = CsvFile::new(text.to_owned());
        let mut places = Vec::new();
        let mut found = Vec::new();
        for record in file.records() {
            places.push(record.bytes);
            found.push((record.row, record.cells));
        }
        let again = file.cells_at(places.into_iter());
        assert_eq!(
            again,
            found.iter().map(|(_, cells)| cells.clone()).collect::<Vec<_>>()
        );
        let found: Vec<(usize, Vec<&str>)> =
            found.iter().map(|(row, c)| (*row, c.iter().collect())).collect();
        let expected: Vec<(usize, Vec<&str>)> = expected.iter().map(|(row, c)| (*row, c.to_vec())).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn commas_semicolons_tabs_and_a_byte_order_mark_are_understood() {
        for sign in [",", ";", "\t"] {
            let text = format!("\u{feff}a{sign}b\r\n1{sign} x y \r\n");
            check(&text, &[(2, &["1", "x y"])]);
        }
        check("a\n1\n", &[(2, &["1"])]);
        check("", &[]);
    }

    #[test]
    fn a_double_quote_that_is_never_closed_is_found() {
        for (text, expected) in [
            ("a,b\n1,\"2\"\n3,4\n", None),
            ("a,b\n1,2\n\n\"3,4\n5,6\n7,8\n", Some(4)),
            ("a,\"b\n1,2\n", Some(1)),
            ("a,b\n1,\"2\"\"\"\n", None),
        ] {
            let file = CsvFile::new(text.to_owned());
            let first = file.all_records().find(|record| file.is_unclosed(record));
            assert_eq!(first.map(|record| record.row), expected, "{text}");
        }
    }

    #[test]
    fn rows_are_numbered_as_the_spreadsheet_program_shows_them() {
        check(
            "a,b\n\n1,2\n,\n\"3\nx\",4\n5,6",
            &[(3, &["1", "2"]), (5, &["3\nx", "4"]), (6, &["5", "6"])],
        );
    }
}
