//! The fields of one record, read with their faults told.

use super::fault::Fault;
use super::pace::Pace;
use super::row::Row;
use super::wording;
use crate::gs1::{Gln, Gtin};
use crate::sources::date;
use crate::words::Text;
use serde_json::Value;
use std::collections::BTreeSet;
use time::format_description::well_known::Rfc3339;
use time::{Date, OffsetDateTime};

/// A record and where its faults go. A field that is wrong is told once and reads as empty.
pub(super) struct Cells<'a> {
    pub row: &'a Row,
    pub faults: &'a mut Vec<Fault>,
}

impl Cells<'_> {
    /// Tells a fault of one field.
    pub fn fault(&mut self, field: &str, message: Text) {
        if !self.row.told.iter().any(|told| told == field) {
            self.faults.push(self.row.fault(field, message));
        }
    }

    /// The value of a field, with dots into nested ones; `None` when it is absent or null.
    pub fn value(&self, field: &str) -> Option<&Value> {
        field
            .split('.')
            .try_fold(&self.row.fields, |value, name| value.get(name))
            .filter(|value| !value.is_null())
    }

    /// A text that may be missing.
    pub fn optional_text(&mut self, field: &str) -> Option<String> {
        match self.value(field)?.as_str() {
            Some(text) if !text.is_empty() => Some(text.to_owned()),
            Some(_) => None,
            None => {
                self.fault(field, wording::wrong_kind("text"));
                None
            }
        }
    }

    /// A text that must be there.
    pub fn text(&mut self, field: &str) -> String {
        if self.value(field).is_none_or(|value| value == "") {
            self.fault(field, wording::missing());
            return String::new();
        }
        self.optional_text(field).unwrap_or_default()
    }

    /// A text in both languages that must be there.
    pub fn both(&mut self, field: &str) -> Text {
        let vi = self.text(&format!("{field}.vi"));
        let en = self.text(&format!("{field}.en"));
        Text { vi, en }
    }

    /// A text in both languages that may be missing altogether.
    pub fn optional_both(&mut self, field: &str) -> Option<Text> {
        self.value(field)?;
        Some(self.both(field))
    }

    /// A number that may be missing.
    pub fn optional_number(&mut self, field: &str) -> Option<f64> {
        let number = self.value(field)?.as_f64();
        if number.is_none() {
            self.fault(field, wording::wrong_kind("number"));
        }
        number
    }

    /// A number that must be there.
    pub fn number(&mut self, field: &str) -> Option<f64> {
        if self.value(field).is_none() {
            self.fault(field, wording::missing());
        }
        self.optional_number(field)
    }

    /// A whole number that may be missing.
    pub fn optional_whole<T: TryFrom<u64>>(&mut self, field: &str) -> Option<T> {
        let number = self.value(field)?.as_u64().and_then(|n| n.try_into().ok());
        if number.is_none() {
            self.fault(field, wording::wrong_kind("whole number"));
        }
        number
    }

    /// Yes or no; must be there.
    pub fn flag(&mut self, field: &str) -> Option<bool> {
        let flag = self.value(field).and_then(Value::as_bool);
        if flag.is_none() {
            self.fault(field, wording::wrong_kind("yes or no"));
        }
        flag
    }

    /// Holds the record's `sample` flag against the market's.
    pub fn sample(&mut self, market: bool) {
        if let Some(flag) = self.flag("sample")
            && flag != market
        {
            let message = wording::disagrees(&flag.to_string(), &market.to_string());
            self.fault("sample", message);
        }
    }

    /// A day (YYYY-MM-DD) that may be missing.
    pub fn optional_day(&mut self, field: &str) -> Option<Date> {
        let text = self.optional_text(field)?;
        let day = day(&text);
        if day.is_none() {
            self.fault(field, wording::not_a_day(&text));
        }
        day
    }

    /// A day that must be there.
    pub fn day(&mut self, field: &str) -> Option<Date> {
        if self.value(field).is_none() {
            self.fault(field, wording::missing());
        }
        self.optional_day(field)
    }

    /// A moment with its offset (RFC 3339) that must be there, as it stands and as it is understood.
    pub fn moment(&mut self, field: &str) -> Option<(String, OffsetDateTime)> {
        let text = self.text(field);
        if text.is_empty() {
            return None;
        }
        match OffsetDateTime::parse(&text, &Rfc3339) {
            Ok(moment) => Some((text, moment)),
            Err(_) => {
                self.fault(field, wording::not_a_moment(&text));
                None
            }
        }
    }

    /// A start and an end: two moments, the end not before the start.
    pub fn span(&mut self, start: &str, end: &str) -> Option<(String, String)> {
        let (first, last) = (self.moment(start), self.moment(end));
        let ((first, opens), (last, closes)) = (first?, last?);
        if closes < opens {
            self.fault(end, wording::ends_before_it_starts());
        }
        Some((first, last))
    }

    /// A trade item number that must be there.
    pub fn gtin(&mut self, field: &str) -> Option<Gtin> {
        let text = self.text(field);
        if text.is_empty() {
            return None;
        }
        Gtin::parse(&text)
            .map_err(|error| self.fault(field, wording::wrong_number(&error, "8, 12, 13, 14")))
            .ok()
    }

    /// A location number that must be there.
    pub fn gln(&mut self, field: &str) -> Option<Gln> {
        let text = self.text(field);
        if text.is_empty() {
            return None;
        }
        Gln::parse(&text)
            .map_err(|error| self.fault(field, wording::wrong_number(&error, "13")))
            .ok()
    }

    /// A list of texts; an absent list is empty.
    pub fn texts(&mut self, field: &str) -> Vec<String> {
        let Some(value) = self.value(field) else {
            return Vec::new();
        };
        let texts: Option<Vec<String>> = value
            .as_array()
            .and_then(|list| list.iter().map(|item| item.as_str().map(str::to_owned)).collect());
        texts.unwrap_or_else(|| {
            self.fault(field, wording::wrong_kind("list"));
            Vec::new()
        })
    }

    /// Tells a fault when `value` is not the id of a record in `table`.
    pub fn known(&mut self, field: &str, value: &str, ids: &BTreeSet<String>, table: &str) {
        if !value.is_empty() && !ids.contains(value) {
            self.fault(field, wording::unknown(value, table));
        }
    }
}

/// What `read` makes of each row, a step a row.
pub(super) async fn each<T>(
    rows: &[Row],
    pace: &Pace<'_>,
    faults: &mut Vec<Fault>,
    read: impl Fn(&mut Cells) -> T,
) -> Vec<T> {
    let mut found = Vec::new();
    for row in rows {
        found.push(read(&mut Cells { row, faults }));
        pace.step().await;
    }
    found
}

/// A day written YYYY-MM-DD, if it is one.
pub(super) fn day(text: &str) -> Option<Date> {
    (text.len() == 10).then(|| date::day(text))?
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_a_day_that_exists_is_a_day() {
        for (text, shown) in [
            ("2026-11-23", Some("2026-11-23")),
            ("2028-02-29", Some("2028-02-29")),
            ("2026-02-29", None),
            ("2026-13-01", None),
            ("26-11-23", None),
            ("2026-+1-+3", None),
            ("2026-11-23T08:00", None),
            ("23/11/2026", None),
            ("", None),
        ] {
            assert_eq!(day(text).map(|day| day.to_string()).as_deref(), shown);
        }
    }

    #[test]
    fn a_wrong_field_is_told_once_with_its_path() {
        let row = Row {
            file: "f.json".into(),
            list: "l".into(),
            number: 1,
            id: "a".into(),
            fields: json!({ "name": { "vi": "Chè" }, "price": "12", "from": "yesterday", "sample": "yes" }),
            told: Vec::new(),
        };
        let mut faults = Vec::new();
        let mut cells = Cells {
            row: &row,
            faults: &mut faults,
        };
        cells.both("name");
        cells.optional_whole::<u32>("price");
        cells.day("from");
        cells.sample(true);
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ["name.en", "price", "from", "sample"]);
    }
}
