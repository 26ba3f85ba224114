//! Places and organisations: gs1:Place and gs1:Organization in GS1 Web Vocabulary JSON-LD.

use super::attribution::Attribution;
use crate::words::Text;

/// A place with a GLN: field, workshop, warehouse, stall.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its canonical URI: `https://id.gs1.org/414/…`.
    pub uri: String,
    /// What it is called.
    pub name: Text,
    /// `farm`, `plant`, `lab`, `warehouse`, `market`, `stall`, `vehicle`, or what its source says.
    pub kind: Option<String>,
    /// Commune or ward.
    pub commune: Option<String>,
    /// Province.
    pub province: Option<String>,
    /// Height above the sea in metres.
    pub altitude_m: Option<f64>,
    /// Latitude and longitude in degrees (WGS 84), no finer than its owner agreed to.
    pub point: Option<(f64, f64)>,
    /// Whose place it is: canonical URI `https://id.gs1.org/417/…`.
    pub owner: Option<String>,
}

/// A party with a GLN: producer, organiser, laboratory.
#[derive(Clone, Debug, PartialEq)]
pub struct Organization {
    /// Its GLN.
    pub gln: Option<String>,
    /// Its name.
    pub name: Text,
    /// Commune or ward of its seat.
    pub commune: Option<String>,
    /// Province of its seat.
    pub province: Option<String>,
    /// The line of its address above the commune.
    pub address_line: Option<Text>,
    /// Its brand.
    pub brand: Option<String>,
    /// A few sentences about it.
    pub about: Option<Text>,
    /// The year it was founded.
    pub founded: Option<u16>,
    /// How many members or households it has.
    pub members: Option<u32>,
    /// Its web page; opened only on a tap.
    pub web: Option<String>,
    /// The products it makes that its source has published.
    pub products: Vec<ProductEntry>,
    /// Who says all this; `None` inside an event or a product, whose own source holds.
    pub by: Option<Attribution>,
}

/// A product in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductEntry {
    /// Its 14-digit number.
    pub gtin: String,
    /// Its name.
    pub name: Text,
    /// Its picture.
    pub picture: Option<String>,
}
