//! The sample market of `data/market` as findings: what the sources say of each lot once it is published.

#[path = "../../examples/trace/market.rs"]
mod folder;

use cho_phien::gs1::{DigitalLink, Gtin};
use cho_phien::sources::{EpcisDocument, Findings};
use serde_json::Value;
use std::path::{Path, PathBuf};
use time::{Date, Month};

/// The day on which the sample journeys are told.
pub fn today() -> Date {
    Date::from_calendar_date(2026, Month::November, 23).unwrap()
}

/// The sample market.
pub struct Market(folder::Market);

impl Market {
    /// Reads the tables and the journeys.
    pub fn read() -> Market {
        Market(folder::Market::read(&path("")).unwrap())
    }

    /// The rows of index.json.
    pub fn journeys(&self) -> Vec<Value> {
        self.0.rows().to_vec()
    }

    /// The row of one lot.
    pub fn journey(&self, lot: &str) -> Value {
        let rows = self.journeys();
        rows.into_iter().find(|row| row["lot"] == lot).unwrap()
    }

    /// What the sources find for a row of index.json.
    pub fn findings(&self, row: &Value) -> Findings {
        self.findings_of(row, document(row))
    }

    /// What the sources find when the document of a row reads differently.
    pub fn findings_of(&self, row: &Value, document: Value) -> Findings {
        let read = EpcisDocument::read(&document, "epcis.json", &folder::source()).unwrap();
        let link = identity(row["digitalLink"].as_str().unwrap());
        self.0.findings(&link, vec![read])
    }

    /// What the sources find when the code names only the product.
    pub fn product_alone(&self, gtin: &str) -> Findings {
        let product = DigitalLink::product(Gtin::parse(gtin).unwrap());
        self.0.findings(&product, Vec::new())
    }
}

/// The EPCIS document of a row of index.json.
pub fn document(row: &Value) -> Value {
    let text = std::fs::read_to_string(path(row["file"].as_str().unwrap())).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The identity that a Digital Link names.
pub fn identity(link: &str) -> DigitalLink {
    DigitalLink::parse(link).unwrap()
}

fn path(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("data/market")
        .join(file)
}
