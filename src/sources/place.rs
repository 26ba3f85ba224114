//! Places and organisations: gs1:Place and gs1:Organization in GS1 Web Vocabulary JSON-LD.

use super::attribution::Attribution;
use super::contact::{Contact, Hours, contacts, hours};
use super::food::quantity;
use super::json_ld::{canonical, canonical_id, first, get, id, many, number, string, text, whole};
use super::lots::Lot;
use super::product::{Certificate, Stall, certificate, stall};
use super::safety;
use crate::words::{Lang, Text};
use serde_json::Value;

/// A place with a GLN: field, workshop, warehouse, stall.
#[derive(Clone, Debug, Default, PartialEq)]
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
    /// The line of its address above the commune.
    pub address_line: Option<Text>,
    /// When it is open.
    pub hours: Vec<Hours>,
    /// Height above the sea in metres.
    pub altitude_m: Option<f64>,
    /// Latitude and longitude in degrees (WGS 84), no finer than its owner agreed to.
    pub point: Option<(f64, f64)>,
    /// Whose place it is: canonical URI `https://id.gs1.org/417/…`.
    pub owner: Option<String>,
    /// What its owner is called.
    pub owner_name: Option<Text>,
    /// The products sold there, if it is a stall.
    pub products: Vec<ProductEntry>,
    /// Who says all this; `None` inside an event's master data, whose own source holds.
    pub by: Option<Attribution>,
}

/// A party with a GLN: producer, organiser, laboratory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Organization {
    /// Its GLN.
    pub gln: Option<String>,
    /// The GS1 company prefix under which it gives numbers to its goods.
    pub prefix: Option<String>,
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
    /// How to reach it.
    pub contacts: Vec<Contact>,
    /// Its web page; opened only on a tap.
    pub web: Option<String>,
    /// Its stall at the market.
    pub stall: Option<Stall>,
    /// The products it makes that its source has published.
    pub products: Vec<ProductEntry>,
    /// Who says all this; `None` inside an event or a product, whose own source holds.
    pub by: Option<Attribution>,
}

/// A product in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProductEntry {
    /// Its 14-digit number.
    pub gtin: String,
    /// Its name.
    pub name: Text,
    /// Its picture.
    pub picture: Option<String>,
    /// Net content with its unit, ready to read: `100 g`.
    pub net_content: Option<String>,
    /// Price in đồng.
    pub price_vnd: Option<u32>,
    /// Its own certificates and marks.
    pub certificates: Vec<Certificate>,
    /// Its lots that may be bought.
    pub lots: Vec<Lot>,
}

impl Place {
    /// Reads a gs1:Place, or the attributes of a location in EPCIS master data. `address` is that of the document. `None` without an identifier.
    pub fn read(value: &Value, address: &str) -> Option<Place> {
        let gln = string(value, "globalLocationNumber");
        let uri = match id(value) {
            Some(uri) => canonical(uri),
            None => format!("https://id.gs1.org/414/{}", gln?),
        };
        Some(Place {
            uri,
            name: name(value, &["physicalLocationName", "name"]),
            kind: string(value, "kind"),
            commune: seat(value, &["addressLocality", "city"]),
            province: seat(value, &["addressRegion", "state"]),
            address_line: get(value, "address").and_then(|seat| text(seat, "streetAddress")),
            hours: hours(value),
            altitude_m: number(value, "altitudeM"),
            point: point(first(value, "geo").unwrap_or(value)),
            owner: canonical_id(value, "owner"),
            owner_name: text(value, "ownerName"),
            products: products(value, address),
            by: None,
        })
    }
}

impl Organization {
    /// Reads a gs1:Organization, or the attributes of a party in EPCIS master data. `address` is that of the document. `None` without a name.
    pub fn read(value: &Value, address: &str) -> Option<Organization> {
        let name = name(value, &["organizationName", "name"]);
        if name.is_empty() {
            return None;
        }
        Some(Organization {
            gln: string(value, "globalLocationNumber").or_else(|| gln(id(value)?)),
            prefix: string(value, "companyPrefix"),
            name,
            commune: seat(value, &["addressLocality", "city"]),
            province: seat(value, &["addressRegion", "state"]),
            address_line: get(value, "address").and_then(|seat| text(seat, "streetAddress")),
            brand: first(value, "brand").and_then(brand),
            about: text(value, "about"),
            founded: whole(value, "foundedYear"),
            members: whole(value, "members"),
            contacts: contacts(value),
            web: string(value, "web").and_then(|web| safety::page(&web)),
            stall: get(value, "stall").and_then(stall),
            products: products(value, address),
            by: None,
        })
    }
}

/// The name of a gs1:Brand, or the brand as a bare name.
pub(super) fn brand(value: &Value) -> Option<String> {
    match value {
        Value::String(name) => Some(name.clone()).filter(|name| !name.is_empty()),
        _ => Some(text(value, "brandName")?.in_lang(Lang::Vi).to_owned()),
    }
}

/// The first name that is there; the English wording may stand apart, as `nameEn`.
fn name(value: &Value, members: &[&str]) -> Text {
    let found = members.iter().find_map(|member| text(value, member));
    let mut name = found.unwrap_or_default();
    if let Some(english) = string(value, "nameEn") {
        name.en = english;
    }
    name
}

fn seat(value: &Value, members: &[&str]) -> Option<String> {
    let value = get(value, "address").unwrap_or(value);
    let found = members.iter().find_map(|member| text(value, member))?;
    Some(found.in_lang(Lang::Vi).to_owned())
}

fn point(value: &Value) -> Option<(f64, f64)> {
    let point = (number(value, "latitude")?, number(value, "longitude")?);
    (point.0.abs() <= 90.0 && point.1.abs() <= 180.0).then_some(point)
}

fn gln(uri: &str) -> Option<String> {
    let (_, number) = uri.split_once("/417/")?;
    (number.len() == 13 && number.bytes().all(|byte| byte.is_ascii_digit())).then(|| number.to_owned())
}

fn products(value: &Value, address: &str) -> Vec<ProductEntry> {
    let entries = many(value, "products").iter();
    entries
        .filter_map(|entry| {
            Some(ProductEntry {
                gtin: string(entry, "gtin")?,
                name: text(entry, "name").or_else(|| text(entry, "productName"))?,
                picture: string(entry, "picture").and_then(|path| safety::picture(address, &path)),
                net_content: first(entry, "netContent").and_then(quantity),
                price_vnd: whole(entry, "priceVnd"),
                certificates: many(entry, "certification")
                    .iter()
                    .filter_map(certificate)
                    .collect(),
                lots: Lot::read_all(entry, None).unwrap_or_default(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_place_is_read_from_its_document() {
        let document = json!({
            "@type": "Place", "@id": "https://id.gs1.org/414/9528060024015",
            "gs1:physicalLocationName": {"vi": "Đồi chè số 3", "en": "Tea hill No. 3"},
            "address": {"addressLocality": "Xã Bản Bo", "addressRegion": "Lai Châu"},
            "geo": {"latitude": "22.26", "longitude": 103.68}, "lc:altitudeM": 1200, "lc:kind": "farm",
            "lc:owner": "https://id.gs1.org/417/9528060020000",
            "lc:products": [
                {"gtin": "09528060020017", "name": {"vi": "Chè"}, "picture": "/pictures/leaf.svg"},
                {"gtin": "09528060020024", "name": "Chè", "picture": "javascript:alert(1)"},
                {"name": "Không số"},
            ],
        });
        let place = Place::read(&document, "/api/414/9528060024015.json").unwrap();
        assert_eq!(place.name, Text::new("Đồi chè số 3", "Tea hill No. 3"));
        assert_eq!(place.commune.as_deref(), Some("Xã Bản Bo"));
        assert_eq!(place.point, Some((22.26, 103.68)));
        assert_eq!(place.altitude_m, Some(1200.0));
        assert_eq!(
            place.owner.as_deref(),
            Some("https://id.gs1.org/417/9528060020000")
        );
        let pictures: Vec<_> = place
            .products
            .iter()
            .map(|entry| entry.picture.as_deref())
            .collect();
        assert_eq!(pictures, [Some("/pictures/leaf.svg"), None]);
    }

    #[test]
    fn a_point_off_the_globe_is_no_point() {
        let document =
            json!({"@id": "https://id.gs1.org/414/9528060024015", "geo": {"latitude": 122, "longitude": 0}});
        assert_eq!(Place::read(&document, "/").unwrap().point, None);
        assert_eq!(Place::read(&json!({"name": "?"}), "/"), None);
    }

    #[test]
    fn a_place_tells_its_address_and_hours_and_an_organization_its_contacts() {
        let place = Place::read(
            &json!({
                "@id": "https://id.gs1.org/414/9528060901002", "https://gs1.org/voc/physicalLocationName": [{"@value": "Gian A1", "@language": "vi"}],
                "gs1:address": {"@set": [{"gs1:streetAddress": "Bản 1"}]}, "gs1:geo": [{"gs1:latitude": {"@value": "22.4"}, "gs1:longitude": 103.5}],
                "https://ref.gs1.org/voc/openingHoursSpecification": {"dayOfTheWeek": "gs1:DayOfTheWeek-MONDAY", "opens": "07:00", "closes": "17:00"},
            }),
            "/",
        )
        .unwrap();
        assert_eq!(place.name, Text::new("Gian A1", ""));
        assert_eq!(place.point, Some((22.4, 103.5)));
        assert_eq!(
            (place.hours[0].days.as_slice(), place.hours[0].opens.as_str()),
            (&[0][..], "07:00")
        );
        let party = Organization::read(
            &json!({"http://gs1.org/voc/organizationName": {"vi": "Hợp tác xã"}, "gs1:contactPoint": [{"gs1:telephone": "0213 387 6000"}, {}]}),
            "/",
        )
        .unwrap();
        assert_eq!(party.contacts.len(), 1);
    }

    #[test]
    fn an_organization_is_read_from_its_document() {
        let document = json!({
            "@id": "https://id.gs1.org/417/9528060020000", "organizationName": {"vi": "Hợp tác xã", "en": "Co-operative"},
            "address": {"streetAddress": {"vi": "Bản 1", "en": "Hamlet 1"}, "addressLocality": "Xã Bản Bo"},
            "brand": {"brandName": "Mây Ngàn"}, "lc:foundedYear": "2017", "lc:members": 34, "lc:web": "javascript:alert(1)",
        });
        let party = Organization::read(&document, "/").unwrap();
        assert_eq!(party.gln.as_deref(), Some("9528060020000"));
        assert_eq!(party.brand.as_deref(), Some("Mây Ngàn"));
        assert_eq!((party.founded, party.members), (Some(2017), Some(34)));
        assert_eq!(party.web, None);
        assert_eq!(Organization::read(&json!({"@id": "x"}), "/"), None);
    }
}
