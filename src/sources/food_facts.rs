//! Open Food Facts, product read version 2: what volunteers wrote about a product.

use super::attribution::{Attribution, Standing};
use super::json_ld::{get, number, string};
use crate::gs1::Gtin;
use crate::words::Text;
use serde_json::Value;
use time::{Date, OffsetDateTime};

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

impl FoodFacts {
    /// Reads an answer about the product `gtin`; `None` when it says that the product is not known. The error says what is wrong with it.
    pub fn read(answer: &Value, gtin: Gtin, source: &Text) -> Result<Option<FoodFacts>, String> {
        let status = string(answer, "status").ok_or("no status")?;
        if status == "0" || status == "failure" {
            return Ok(None);
        }
        let product = get(answer, "product").filter(|product| product.is_object());
        let product = product.ok_or("no product")?;
        let changed_on = number(product, "last_modified_t").and_then(day_of);
        Ok(Some(FoodFacts {
            name: name(product),
            brands: string(product, "brands"),
            quantity: string(product, "quantity"),
            origins: string(product, "origins"),
            made_in: string(product, "manufacturing_places"),
            labels: string(product, "labels"),
            changed_on,
            page: format!("https://world.openfoodfacts.org/product/{}", gtin.shown()),
            by: Attribution {
                name: source.clone(),
                standing: Standing::Community,
                as_of: changed_on,
                sample: false,
            },
        }))
    }
}

fn name(product: &Value) -> Text {
    let first = |members: [&str; 3]| members.iter().find_map(|member| string(product, member));
    Text::new(
        first(["product_name_vi", "generic_name_vi", "product_name"]).unwrap_or_default(),
        first(["product_name_en", "product_name", "generic_name_en"]).unwrap_or_default(),
    )
}

fn day_of(seconds: f64) -> Option<Date> {
    // OK because the cast saturates, and `time` refuses what is out of its range.
    let moment = OffsetDateTime::from_unix_timestamp(seconds as i64).ok()?;
    Some(moment.date())
}
