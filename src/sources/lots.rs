//! lots.json: the lots and items of a product that its source has published.

use super::json_ld::{date, many, string};
use crate::gs1::Gtin;
use serde_json::Value;
use time::Date;

/// A lot or item that the producer has published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lot {
    /// Its lot number.
    pub lot: Option<String>,
    /// Its serial number, when items are tracked one by one.
    pub serial: Option<String>,
    /// The day it was packed.
    pub packed_on: Option<Date>,
    /// Its last day.
    pub expires_on: Option<Date>,
}

impl Lot {
    /// Reads every lot of the document about a product; an entry with neither lot nor serial is left out.
    /// The error says that it is about another product.
    pub fn read_all(document: &Value, gtin: Option<Gtin>) -> Result<Vec<Lot>, String> {
        if let (Some(found), Some(gtin)) = (string(document, "gtin"), gtin)
            && Gtin::parse(&found) != Ok(gtin)
        {
            return Err(format!("expected lots of {gtin}, found those of {found}"));
        }
        let entries = many(document, "lots").iter();
        Ok(entries.filter_map(Lot::read).collect())
    }

    fn read(value: &Value) -> Option<Lot> {
        let lot = string(value, "lot");
        let serial = string(value, "serial");
        if lot.is_none() && serial.is_none() {
            return None;
        }
        Some(Lot {
            lot,
            serial,
            packed_on: date(value, "packedOn"),
            expires_on: date(value, "expiresOn"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn lots_without_a_number_are_left_out() {
        let document = json!({"lots": [{"lot": "A"}, {"serial": 7}, {"packedOn": "2026-01-01"}, "B"]});
        let lots = Lot::read_all(&document, None).unwrap();
        assert_eq!(lots.len(), 2);
        assert_eq!(lots[0].lot.as_deref(), Some("A"));
        assert_eq!(lots[1].serial.as_deref(), Some("7"));
        assert_eq!(Lot::read_all(&json!([]), None), Ok(Vec::new()));
    }

    #[test]
    fn lots_of_another_product_are_refused() {
        let gtin = Gtin::parse("09528060010018").ok();
        for (named, count) in [
            ("09528060010018", Some(1)),
            ("9528060010018", Some(1)),
            ("09528060010025", None),
            ("tea", None),
        ] {
            let found = Lot::read_all(&json!({"gtin": named, "lots": [{"lot": "A"}]}), gtin);
            assert_eq!(found.ok().map(|lots| lots.len()), count, "{named}");
        }
    }
}
