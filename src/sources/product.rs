//! Product master data: gs1:Product in GS1 Web Vocabulary JSON-LD.

use super::attribution::Attribution;
use super::contact::country;
use super::food::{Food, quantity};
use super::json_ld::{date, first, get, id, many, string, text, whole};
use super::place::{Organization, brand};
use super::safety;
use crate::gs1::Gtin;
use crate::words::Text;
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
    /// Net weight with its unit, where it is told beside the content.
    pub net_weight: Option<String>,
    /// The country of origin, as this source declares it; never guessed from the number.
    pub origin: Option<Text>,
    /// What is in it, if it is food.
    pub food: Food,
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
    /// A page about it, on a host with a public name; opened only on a tap.
    pub page: Option<String>,
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
            brand: first(document, "brand").and_then(brand),
            net_content: first(document, "netContent").and_then(quantity),
            net_weight: first(document, "netWeight").and_then(quantity),
            origin: country(document, "countryOfOrigin"),
            food: Food::read(document),
            story: text(document, "productDescription"),
            storage: text(document, "consumerStorageInstructions"),
            storage_range_c: get(document, "storageRangeC").and_then(storage_range),
            picture: first(document, "image").and_then(|image| picture_of(image, address)),
            producer: ["manufacturer", "producer"]
                .into_iter()
                .find_map(|term| Organization::read(first(document, term)?, address)),
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

fn storage_range(value: &Value) -> Option<(Option<f64>, Option<f64>)> {
    match value.as_array()?.as_slice() {
        [low, high] if !(low.is_null() && high.is_null()) => Some((low.as_f64(), high.as_f64())),
        _ => None,
    }
}

fn picture_of(image: &Value, address: &str) -> Option<String> {
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

/// A certificate, mark or report. `None` without a name or number by which it could be cited.
pub(super) fn certificate(value: &Value) -> Option<Certificate> {
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
        page: get(value, "certificationURI").and_then(id).and_then(safety::page),
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
    fn a_product_is_read_in_both_namespaces_and_every_form_of_a_text() {
        let gtin = Gtin::parse("09528060010018").unwrap();
        let bare = json!({
            "productName": {"vi": "Kẹo lạc", "en": "Peanut brittle"}, "brand": {"brandName": "Mây Ngàn"}, "netContent": {"value": 200, "unitCode": "GRM"},
            "netWeight": {"value": 0.2, "unitCode": "KGM"}, "countryOfOrigin": "VN", "ingredientStatement": {"vi": "Lạc", "en": "Peanuts"},
            "manufacturer": {"organizationName": "Hợp tác xã"}, "image": {"referencedFileURL": "/pictures/leaf.svg"},
        });
        let by = |namespace: &str| {
            let term = |name: &str| format!("{namespace}{name}");
            let texts = |vi: &str, en: &str| json!({"@set": [{"@value": vi, "@language": "vi"}, {"@value": en, "@language": "en-GB"}]});
            let quantity = |value: &str, unit: &str| json!([{term("value"): {"@value": value}, term("unitCode"): {"@value": unit}}]);
            json!({
                term("productName"): texts("Kẹo lạc", "Peanut brittle"), term("brand"): [{term("brandName"): [{"@value": "Mây Ngàn"}]}],
                term("netContent"): quantity("200", "GRM"), term("netWeight"): quantity("0.2", "KGM"),
                term("countryOfOrigin"): [{term("countryCode"): [{"@value": "VN"}]}], term("ingredientStatement"): texts("Lạc", "Peanuts"),
                term("manufacturer"): [{term("organizationName"): [{"@value": "Hợp tác xã"}]}],
                term("image"): [{term("referencedFileURL"): {"@id": "/pictures/leaf.svg"}}],
            })
        };
        let read =
            |document: &Value| Product::read(document, gtin, "/api/p.json", &Text::same("Chợ")).unwrap();
        let expected = read(&bare);
        assert_eq!(expected.net_weight.as_deref(), Some("0.2 kg"));
        assert_eq!(expected.origin, Some(Text::new("Việt Nam", "Viet Nam")));
        assert_eq!(expected.picture.as_deref(), Some("/pictures/leaf.svg"));
        for namespace in [
            "gs1:",
            "https://ref.gs1.org/voc/",
            "http://ref.gs1.org/voc/",
            "https://gs1.org/voc/",
            "http://gs1.org/voc/",
        ] {
            assert_eq!(read(&by(namespace)), expected, "{namespace}");
        }
        assert_eq!(
            read(&json!({"productName": "Kẹo", "gtin": "9528060010018"})).origin,
            None,
            "no country from a number"
        );
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
    fn the_page_of_a_certificate_is_on_a_public_host() {
        for (uri, page) in [
            (
                json!("https://coop.example/ocop-1"),
                Some("https://coop.example/ocop-1"),
            ),
            (
                json!({"@id": "https://coop.example/1"}),
                Some("https://coop.example/1"),
            ),
            (json!("https://me@coop.example/1"), None),
            (json!("https://192.168.0.1/1"), None),
            (json!("javascript:alert(1)"), None),
            (json!("/cert/1"), None),
            (json!(null), None),
        ] {
            let found = certificate(&json!({"@id": "x", "gs1:certificationURI": uri})).unwrap();
            assert_eq!(found.page.as_deref(), page, "{uri}");
        }
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
