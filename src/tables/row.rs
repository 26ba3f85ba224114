//! One record of a table, as it was read and before anything is checked.

use super::fault::Fault;
use super::wording;
use crate::words::Text;
use serde_json::{Map, Value};

/// A file of the market that was read.
pub(super) struct Sheet {
    /// Its name, relative to the market's folder.
    pub file: String,
    /// What it holds; `Null` when it could not be read.
    pub content: Value,
}

/// A record with its place in the tables.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// The file.
    pub file: String,
    /// The list inside the file.
    pub list: String,
    /// Which record, from 1.
    pub number: usize,
    /// Its id, or an empty text.
    pub id: String,
    /// Its fields.
    pub fields: Value,
    /// The fields whose faults were told when the row was read.
    pub told: Vec<String>,
}

impl Row {
    /// A fault of one field.
    pub fn fault(&self, field: &str, message: Text) -> Fault {
        Fault {
            file: self.file.clone(),
            list: self.list.clone(),
            row: self.number,
            id: self.id.clone(),
            field: field.to_owned(),
            grave: true,
            message,
        }
    }
}

impl Sheet {
    /// Reads one JSON file, also with the byte order mark that some editors write.
    pub fn read(file: &str, files: &dyn Fn(&str) -> Option<String>, faults: &mut Vec<Fault>) -> Sheet {
        let content = match files(file).map(|text| serde_json::from_str(text.trim_start_matches('\u{feff}')))
        {
            Some(Ok(content @ Value::Object(_))) => content,
            Some(Ok(_)) => {
                faults.push(Fault::of_file(file, "", wording::not_an_object()));
                Value::Null
            }
            Some(Err(error)) => {
                faults.push(Fault::of_file(file, "", wording::not_json(&error)));
                Value::Null
            }
            None => {
                faults.push(Fault::of_file(file, "", wording::missing_file()));
                Value::Null
            }
        };
        Sheet {
            file: file.to_owned(),
            content,
        }
    }

    /// The file's own fields, outside its lists, as a record without a number.
    pub fn head(&self) -> Row {
        Row {
            file: self.file.clone(),
            list: String::new(),
            number: 0,
            id: String::new(),
            fields: self.content.clone(),
            told: Vec::new(),
        }
    }

    /// The records of one list. A file that could not be read has none, and its fault is already told.
    pub fn rows(&self, list: &str, faults: &mut Vec<Fault>) -> Vec<Row> {
        if self.content.is_null() {
            return Vec::new();
        }
        let Some(records) = self.content.get(list).and_then(Value::as_array) else {
            faults.push(Fault::of_file(&self.file, list, wording::wrong_kind("list")));
            return Vec::new();
        };
        records
            .iter()
            .enumerate()
            .map(|(index, fields)| Row {
                file: self.file.clone(),
                list: list.to_owned(),
                number: index + 1,
                id: id_of(fields.as_object()),
                fields: fields.clone(),
                told: Vec::new(),
            })
            .collect()
    }
}

fn id_of(fields: Option<&Map<String, Value>>) -> String {
    let Some(fields) = fields else {
        return String::new();
    };
    ["id", "eventID", "lot"]
        .iter()
        .find_map(|name| fields.get(*name).and_then(Value::as_str))
        .unwrap_or_default()
        .to_owned()
}
