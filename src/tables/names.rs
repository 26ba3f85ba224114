//! What the rows of events.csv may call things by, and the identifiers that stand for them in EPCIS.

use super::row::Row;
use crate::gs1::{Gln, Gtin};
use crate::words::Text;
use serde_json::Value;
use std::collections::BTreeMap;

/// The identifiers behind the names that an organiser uses.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Names {
    /// The address of the site, for what has no GS1 number.
    pub site: String,
    /// `https://id.gs1.org/414/…` by id and by GLN.
    pub places: BTreeMap<String, String>,
    /// `https://id.gs1.org/417/…` by id and by GLN.
    pub parties: BTreeMap<String, String>,
    /// The URIs of certificates and reports by id and by number.
    pub marks: BTreeMap<String, String>,
    /// The GTINs of the products by id.
    pub products: BTreeMap<String, Gtin>,
    /// What raw materials and half-finished goods are called.
    pub goods: BTreeMap<Gtin, Text>,
}

impl Names {
    /// Gathers the names; rows with a wrong number are left out, and their own fault is told elsewhere.
    pub fn of(
        site: &str,
        places: &[Row],
        producers: &[Row],
        marks: &[&[Row]],
        products: &[Row],
        goods: &[Row],
    ) -> Names {
        let marks = marks.iter().copied().flatten();
        Names {
            site: site.to_owned(),
            places: uris(places, "414"),
            parties: uris(producers, "417"),
            marks: marks
                .flat_map(|row| ["id", "number", "uri"].map(|name| (text(row, name), text(row, "uri"))))
                .collect(),
            products: products
                .iter()
                .filter_map(|row| Some((row.id.clone(), Gtin::parse(&text(row, "gtin")).ok()?)))
                .collect(),
            goods: goods.iter().filter_map(named).collect(),
        }
    }
}

fn uris(rows: &[Row], ai: &str) -> BTreeMap<String, String> {
    let mut uris = BTreeMap::new();
    for row in rows {
        if let Ok(gln) = Gln::parse(&text(row, "gln")) {
            let uri = format!("https://id.gs1.org/{ai}/{gln}");
            uris.insert(row.id.clone(), uri.clone());
            uris.insert(gln.to_string(), uri);
        }
    }
    uris
}

fn named(row: &Row) -> Option<(Gtin, Text)> {
    let name = |lang: &str| {
        row.fields
            .pointer(&format!("/name/{lang}"))
            .and_then(Value::as_str)
    };
    let vi = name("vi")?;
    let gtin = Gtin::parse(&text(row, "gtin")).ok()?;
    Some((gtin, Text::new(vi, name("en").unwrap_or(vi))))
}

fn text(row: &Row, field: &str) -> String {
    let value = row.fields.get(field).and_then(Value::as_str);
    value.unwrap_or_default().to_owned()
}
