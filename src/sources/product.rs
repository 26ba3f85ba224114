//! Product master data: gs1:Product in GS1 Web Vocabulary JSON-LD.

use super::attribution::Attribution;
use super::json_ld::{date, get, id, many, number, string, text, whole};
use super::place::{Organization, brand};
use super::safety;
use crate::gs1::Gtin;
use crate::words::Text;
use crate::words::measure::decimal;
use serde_json::Value;
use time::Date;

pub use super::food_facts::FoodFacts;
pub use super::lots::Lot;

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
    /// The lot that a report is about; `None` where it is about more than one.
    pub lot: Option<String>,
    /// The products that it covers, as 14-digit numbers; empty where its source does not say.
    pub products: Vec<String>,
}

impl Product {
    /// Reads the document at `address` about the product `gtin`. The error says what is wrong with it.
    pub fn read(document: &Value, gtin: Gtin, address: &str, source: &Text) -> Result<Product, String> {
        if let Some(found) = string(document, "gtin").filter(|found| Gtin::parse(found) != Ok(gtin)) {
            return Err(format!(
                "expected a document about {gtin}, found one about {found}"
            ));
        }
        let name = text(document, "productName").ok_or("no productName")?;
        Ok(Product {
            gtin,
            name,
            brand: get(document, "brand").and_then(brand),
            net_content: get(document, "netContent").and_then(net_content),
            story: text(document, "productDescription"),
            storage: text(document, "consumerStorageInstructions"),
            storage_range_c: get(document, "storageRangeC").and_then(storage_range),
            picture: get(document, "image").and_then(|image| picture_of(image, address)),
            producer: get(document, "manufacturer").and_then(|maker| Organization::read(maker, address)),
            category: string(document, "category"),
            stall: get(document, "stall").and_then(stall),
            price_vnd: whole(document, "priceVnd"),
            standard: string(document, "standard"),
            certificates: many(document, "certification")
                .iter()
                .filter_map(certificate)
                .collect(),
            by: Attribution::declared(document, source),
        })
    }
}

/// `100 g`; pieces as `× 5` (UN/CEFACT Recommendation 20 units).
fn net_content(value: &Value) -> Option<String> {
    let value = value.as_array().map_or(Some(value), |list| list.first())?;
    let amount = decimal(number(value, "value")?, 6);
    Some(match string(value, "unitCode").as_deref() {
        None | Some("H87" | "EA" | "C62") => format!("× {amount}"),
        Some("GRM") => format!("{amount} g"),
        Some("KGM") => format!("{amount} kg"),
        Some("MLT") => format!("{amount} ml"),
        Some("LTR") => format!("{amount} l"),
        Some(other) => format!("{amount} {other}"),
    })
}

fn storage_range(value: &Value) -> Option<(Option<f64>, Option<f64>)> {
    match value.as_array()?.as_slice() {
        [low, high] if !(low.is_null() && high.is_null()) => Some((low.as_f64(), high.as_f64())),
        _ => None,
    }
}

fn picture_of(image: &Value, address: &str) -> Option<String> {
    let image = image.as_array().map_or(Some(image), |list| list.first())?;
    let reference = get(image, "referencedFileURL")
        .and_then(id)
        .or_else(|| id(image))?;
    safety::picture(address, reference)
}

/// The stall where a product is sold or a producer stands. `None` without a name.
pub(super) fn stall(value: &Value) -> Option<Stall> {
    Some(Stall {
        name: string(value, "name")?,
        gln: string(value, "gln"),
    })
}

fn certificate(value: &Value) -> Option<Certificate> {
    let number = string(value, "certificationIdentification");
    let kind = string(value, "certificationType").unwrap_or_default();
    let title = text(value, "certificationStandard").unwrap_or_else(|| Text::same(kind.clone()));
    let uri = id(value).or(number.as_deref())?.to_owned();
    Some(Certificate {
        uri,
        kind,
        title,
        number,
        issuer: text(value, "certificationAgency"),
        from: date(value, "certificationStartDate"),
        to: date(value, "certificationEndDate"),
        stars: whole(value, "stars").filter(|stars| (1..=5).contains(stars)),
        lot: string(value, "lot"),
        products: many(value, "covers")
            .iter()
            .filter_map(|gtin| Some(Gtin::parse(gtin.as_str()?).ok()?.to_string()))
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn net_contents_are_ready_to_read() {
        for (value, expected) in [
            (json!({"value": 100, "unitCode": "GRM"}), Some("100 g")),
            (json!({"value": "1.5", "unitCode": "KGM"}), Some("1.5 kg")),
            (json!([{"gs1:value": 500, "gs1:unitCode": "MLT"}]), Some("500 ml")),
            (json!({"value": 5}), Some("× 5")),
            (json!({"value": 2, "unitCode": "MTR"}), Some("2 MTR")),
            (json!({"unitCode": "GRM"}), None),
            (json!([]), None),
        ] {
            assert_eq!(net_content(&value).as_deref(), expected, "{value}");
        }
    }

    #[test]
    fn a_storage_range_may_be_open_at_one_end() {
        for (value, expected) in [
            (json!([null, -18]), Some((None, Some(-18.0)))),
            (json!([2, 8]), Some((Some(2.0), Some(8.0)))),
            (json!([null, null]), None),
            (json!([2]), None),
            (json!("cold"), None),
        ] {
            assert_eq!(storage_range(&value), expected, "{value}");
        }
    }

    #[test]
    fn certificates_keep_what_they_say() {
        let value = json!({
            "@id": "https://chophien.example/cert/1", "certificationType": "ocop", "certificationStandard": {"vi": "OCOP 4 sao"},
            "certificationIdentification": "MAU-1", "certificationEndDate": "2027-01-31", "lc:stars": 4,
        });
        let certificate = certificate(&value).unwrap();
        assert_eq!(certificate.stars, Some(4));
        assert_eq!(
            certificate.to.map(|day| day.to_string()).as_deref(),
            Some("2027-01-31")
        );
        assert_eq!(certificate.title.vi, "OCOP 4 sao");
    }

    #[test]
    fn stars_beyond_five_are_no_stars() {
        assert_eq!(
            certificate(&json!({"@id": "x", "lc:stars": 9})).unwrap().stars,
            None
        );
        assert_eq!(certificate(&json!({"lc:stars": 4})), None);
    }
}
