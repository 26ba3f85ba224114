//! Product master data: gs1:Product in GS1 Web Vocabulary JSON-LD, and what Open Food Facts knows.

use super::attribution::Attribution;
use super::place::Organization;
use crate::gs1::Gtin;
use crate::words::Text;
use time::Date;

/// A product as its producer describes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Product {
    /// Its number.
    pub gtin: Gtin,
    /// Its name.
    pub name: Text,
    /// Its brand.
    pub brand: Option<String>,
    /// Net content with its unit, ready to read: `100 g`.
    pub net_content: Option<String>,
    /// One or two sentences about it.
    pub story: Option<Text>,
    /// How to keep it.
    pub storage: Option<Text>,
    /// The temperatures it must be kept at, in °C: lowest, highest; `None` inside where that end is open.
    pub storage_range_c: Option<(Option<f64>, Option<f64>)>,
    /// Its picture: an address relative to the site, or an absolute one.
    pub picture: Option<String>,
    /// Who makes it.
    pub producer: Option<Organization>,
    /// The market's category, such as `nong-san`.
    pub category: Option<String>,
    /// The stall where it is sold.
    pub stall: Option<Stall>,
    /// Price in đồng.
    pub price_vnd: Option<u32>,
    /// The standard it is made to, as declared.
    pub standard: Option<String>,
    /// Its certificates, test reports and marks.
    pub certificates: Vec<Certificate>,
    /// Who says all this.
    pub by: Attribution,
}

/// A stall at the market.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stall {
    /// Its short name on the plan: `A1`.
    pub name: String,
    /// Its GLN.
    pub gln: Option<String>,
}

/// A certificate, mark or test report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// The URI by which events cite it.
    pub uri: String,
    /// What kind: `ocop`, `vietgap`, `gi`, `test-report`.
    pub kind: String,
    /// What it is called.
    pub title: Text,
    /// Its number.
    pub number: Option<String>,
    /// Who issued it.
    pub issuer: Option<Text>,
    /// Its first day.
    pub from: Option<Date>,
    /// Its last day.
    pub to: Option<Date>,
    /// OCOP stars, 1 to 5.
    pub stars: Option<u8>,
}

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

/// What volunteers of Open Food Facts wrote about a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoodFacts {
    /// Its name.
    pub name: Text,
    /// Brands.
    pub brands: Option<String>,
    /// Quantity as printed.
    pub quantity: Option<String>,
    /// Origin of the ingredients, as written by volunteers.
    pub origins: Option<String>,
    /// Places of manufacture, as written by volunteers.
    pub made_in: Option<String>,
    /// Labels and certificates, as written by volunteers.
    pub labels: Option<String>,
    /// The day of the last change.
    pub changed_on: Option<Date>,
    /// The page on which all of it can be read.
    pub page: String,
    /// Who says so.
    pub by: Attribution,
}
