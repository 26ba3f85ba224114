//! What is wrong in the tables, and exactly where.

use crate::words::{Lang, Text};
use std::fmt;

/// One fault in the organiser's tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, relative to the market's folder: `products.json`.
    pub file: String,
    /// The list inside the file: `products`; empty when the fault is about the whole file.
    pub list: String,
    /// Which record of the list, counted from 1; 0 when the fault is about the whole file.
    pub row: usize,
    /// The id of the record, where it has one.
    pub id: String,
    /// The field, with dots into nested ones: `address.line.vi`; empty when the fault is about the whole record.
    pub field: String,
    /// Whether nothing may be published with it; else it is a warning.
    pub grave: bool,
    /// What was expected and found.
    pub message: Text,
}

impl Fault {
    /// A fault of a whole file.
    pub(super) fn of_file(file: &str, field: &str, message: Text) -> Fault {
        Fault {
            file: file.to_owned(),
            list: String::new(),
            row: 0,
            id: String::new(),
            field: field.to_owned(),
            grave: true,
            message,
        }
    }

    /// A warning about one record.
    pub fn warning(file: &str, row: usize, id: &str, message: Text) -> Fault {
        Fault {
            row,
            id: id.to_owned(),
            grave: false,
            ..Fault::of_file(file, "", message)
        }
    }

    /// The fault as one line in one language: `products.csv: dòng 3 (tra-o-long), cột “GTIN”: …`.
    pub fn line(&self, lang: Lang) -> String {
        let (row, column) = match lang {
            Lang::Vi => ("dòng", "cột"),
            Lang::En => ("row", "column"),
        };
        let mut place = self.file.clone();
        if self.row > 0 {
            let list = if self.list.is_empty() {
                String::new()
            } else {
                format!(" {}", self.list)
            };
            place = format!("{place}:{list} {row} {}", self.row);
        }
        if !self.id.is_empty() {
            place = format!("{place} ({})", self.id);
        }
        if !self.field.is_empty() {
            place = format!("{place}, {column} “{}”", self.field);
        }
        format!("{place}: {}", self.message.in_lang(lang))
    }
}

/// One line, `file:row:field: message`, the message in both languages: `products.json:products 3 tra-o-long:gtin: … / …`.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.file)?;
        if self.row > 0 {
            write!(f, "{} {}", self.list, self.row)?;
        }
        if !self.id.is_empty() {
            write!(f, " {}", self.id)?;
        }
        let Text { vi, en } = &self.message;
        write!(f, ":{}: {vi} / {en}", self.field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_one_line_with_file_row_field_and_both_languages() {
        let mut fault = Fault::of_file("index.json", "asOf", Text::new("Thiếu.", "Missing."));
        assert_eq!(fault.to_string(), "index.json::asOf: Thiếu. / Missing.");
        fault.list = "journeys".into();
        fault.row = 2;
        fault.id = "S1".into();
        assert_eq!(
            fault.to_string(),
            "index.json:journeys 2 S1:asOf: Thiếu. / Missing."
        );
    }
}
