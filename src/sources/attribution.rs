//! Who says something, as of when, and how sure that makes it.

use super::json_ld::{date, flag};
use crate::words::Text;
use serde_json::Value;
use time::Date;

/// How much stands behind a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Signed by somebody whose key the app knows.
    Signed,
    /// Declared by the producer or organiser, unsigned.
    Declared,
    /// Written by volunteers, unchecked.
    Community,
}

/// The source of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The source's name, from config.json.
    pub name: Text,
    /// How much stands behind it.
    pub standing: Standing,
    /// The day the source gives for its data.
    pub as_of: Option<Date>,
    /// Whether the source calls its data sample data.
    pub sample: bool,
}

impl Attribution {
    /// The attribution of a document that a producer or organiser has published: its day and whether it is sample data stand in it.
    pub fn declared(document: &Value, name: &Text) -> Attribution {
        Attribution {
            name: name.clone(),
            standing: Standing::Declared,
            as_of: date(document, "asOf").or_else(|| date(document, "creationDate")),
            sample: flag(document, "sample"),
        }
    }
}
