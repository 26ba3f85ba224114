//! Open Food Facts, product read versions 2 and 3: what volunteers wrote about a product.

use super::attribution::{Attribution, Standing};
use super::json_ld::{get, many, number, string};
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
        let result = get(answer, "result").and_then(|result| string(result, "id"));
        let status = string(answer, "status")
            .or_else(|| result.clone())
            .ok_or("no status")?;
        let is_unknown = |word: &str| matches!(word, "0" | "failure" | "product_not_found");
        if is_unknown(&status) || result.as_deref().is_some_and(is_unknown) {
            return Ok(None);
        }
        if let Some(code) = string(answer, "code").filter(|code| !is_of(code, gtin)) {
            return Err(format!("expected an answer about {gtin}, found one about {code}"));
        }
        let product = get(answer, "product").filter(|product| product.is_object());
        let product = product.ok_or("no product")?;
        let changed_on = number(product, "last_modified_t").and_then(day_of);
        Ok(Some(FoodFacts {
            name: name(product),
            brands: string(product, "brands"),
            quantity: string(product, "quantity"),
            // OK because `countries` is left out: it tells where the product is sold.
            origins: words(product, "origins"),
            made_in: words(product, "manufacturing_places"),
            labels: words(product, "labels"),
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

/// Whether a code is the number in any of its lengths: leading zeros make no difference.
fn is_of(code: &str, gtin: Gtin) -> bool {
    code.trim_start_matches('0') == gtin.shown().trim_start_matches('0')
}

/// What volunteers wrote, or else the tags that the database made of it: `vietnam, thai nguyen` of `en:vietnam`, `vi:thai-nguyen`.
fn words(product: &Value, name: &str) -> Option<String> {
    string(product, name).or_else(|| {
        let tags = many(product, &format!("{name}_tags"))
            .iter()
            .filter_map(Value::as_str);
        let words = tags.map(|tag| {
            tag.split_once(':')
                .map_or(tag, |(_, word)| word)
                .replace('-', " ")
        });
        let words: Vec<String> = words.collect();
        (!words.is_empty()).then(|| words.join(", "))
    })
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

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(answer: &Value) -> Result<Option<FoodFacts>, String> {
        let gtin = Gtin::parse("8930000000019").unwrap();
        FoodFacts::read(answer, gtin, &Text::same("Facts"))
    }

    #[test]
    fn where_it_is_sold_is_never_where_it_is_from() {
        let product = json!({"product_name": "Trà", "countries": "France", "countries_tags": ["en:france"], "purchase_places": "Paris"});
        let facts = read(&json!({"status": 1, "product": product})).unwrap().unwrap();
        assert_eq!((facts.origins, facts.made_in), (None, None));
    }

    #[test]
    fn tags_stand_in_for_words() {
        let product = json!({"origins": "", "origins_tags": ["en:vietnam", "vi:thai-nguyen"], "manufacturing_places_tags": ["lai-chau"]});
        let facts = read(&json!({"status": 1, "product": product})).unwrap().unwrap();
        assert_eq!(facts.origins.as_deref(), Some("vietnam, thai nguyen"));
        assert_eq!(facts.made_in.as_deref(), Some("lai chau"));
    }

    #[test]
    fn both_versions_say_whether_they_know_the_product() {
        let product = json!({"product_name": "Trà"});
        for (answer, known) in [
            (json!({"status": 1, "product": product}), Ok(true)),
            (
                json!({"status": "success", "code": "8930000000019", "product": product}),
                Ok(true),
            ),
            (
                json!({"status": "success_with_warnings", "result": {"id": "product_found"}, "product": product}),
                Ok(true),
            ),
            (
                json!({"status": 0, "status_verbose": "product not found"}),
                Ok(false),
            ),
            (
                json!({"status": "failure", "result": {"id": "product_not_found"}}),
                Ok(false),
            ),
            (json!({"result": {"id": "product_not_found"}}), Ok(false)),
            (
                json!({"status": 1, "code": "3017620422003", "product": product}),
                Err(()),
            ),
            (json!({"status": 1}), Err(())),
            (json!({}), Err(())),
        ] {
            let read = read(&answer).map(|facts| facts.is_some()).map_err(|_| ());
            assert_eq!(read, known, "{answer}");
        }
    }
}
