//! Link sets (RFC 9264) with GS1 link types, for products, lots and items.

use super::terms::{GS1_TERMS, OWN_TERMS};
use crate::gs1::DigitalLink;
use crate::sources::file_path;
use crate::tables::{Journey, Product};
use crate::words::Text;
use serde_json::{Map, Value, json};

/// The link set of a product.
pub(super) fn of_product(product: &Product) -> Value {
    let link = DigitalLink::product(product.gtin);
    json!({ "linkset": [product_links(product, &link)] })
}

/// The link set of a lot or of one of its items, with the product's links after its own.
pub(super) fn of_lot(product: &Product, journey: &Journey, link: &DigitalLink) -> Value {
    let lot_folder = file_path::folder(&journey.lot_link());
    let events = json!([{
        "href": relative(link, &format!("{lot_folder}/epcis.json")),
        "type": "application/ld+json",
        "title": "EPCIS",
    }]);
    let mut own = links(product, link, link);
    own.insert(format!("{GS1_TERMS}epcis"), events);
    json!({ "linkset": [own, product_links(product, link)] })
}

/// The link set of a lot that is no product of the market but went into one: its events stand in the document that
/// tells how it was made.
pub(super) fn of_ingredient(journey: &Journey, link: &DigitalLink) -> Value {
    let folder = file_path::folder(&journey.lot_link());
    let mut links = Map::new();
    links.insert("anchor".into(), link.canonical().into());
    let description = match (link.gtin(), link.lot()) {
        (Some(gtin), Some(lot)) => format!("{}, lô {lot}", gtin.shown()),
        _ => link.canonical(),
    };
    links.insert("itemDescription".into(), description.into());
    let events = json!([{
        "href": relative(link, &format!("{folder}/epcis.json")),
        "type": "application/ld+json",
        "title": "EPCIS",
    }]);
    links.insert(format!("{GS1_TERMS}epcis"), events);
    json!({ "linkset": [links] })
}

/// The product's links, as they stand in the folder of `at`.
fn product_links(product: &Product, at: &DigitalLink) -> Value {
    Value::Object(links(product, &DigitalLink::product(product.gtin), at))
}

/// The links that every level has: page, master data, recalls, published lots.
fn links(product: &Product, anchor: &DigitalLink, at: &DigitalLink) -> Map<String, Value> {
    let folder = file_path::folder(&DigitalLink::product(product.gtin));
    let page = format!("..{}", anchor.address());
    let mut links = Map::new();
    links.insert("anchor".into(), anchor.canonical().into());
    links.insert("itemDescription".into(), description(product, anchor).into());
    for (relation, target) in [
        (
            format!("{GS1_TERMS}defaultLink"),
            json!({ "href": relative(at, &page), "title": product.name.vi, "type": "text/html", "hreflang": ["vi", "en"] }),
        ),
        (
            format!("{GS1_TERMS}pip"),
            json!({ "href": relative(at, &format!("{folder}/product.json")), "type": "application/ld+json", "title": product.name.vi, "hreflang": ["vi", "en"] }),
        ),
        (
            format!("{GS1_TERMS}recallStatus"),
            json!({ "href": relative(at, "recalls.json"), "type": "application/json", "title": "Thu hồi" }),
        ),
        (
            format!("{OWN_TERMS}lots"),
            json!({ "href": relative(at, &format!("{folder}/lots.json")), "type": "application/json", "title": "Số lô" }),
        ),
    ] {
        links.insert(relation, json!([target]));
    }
    links
}

fn description(product: &Product, anchor: &DigitalLink) -> String {
    let Text { vi, .. } = &product.name;
    match (anchor.lot(), anchor.serial()) {
        (_, Some(serial)) => format!("{vi}, số sê-ri {serial}"),
        (Some(lot), None) => format!("{vi}, lô {lot}"),
        (None, None) => vi.clone(),
    }
}

/// A path under the API root, seen from the folder of `at`; steps that go up and down the same folder are left out.
fn relative(at: &DigitalLink, target: &str) -> String {
    let folder = file_path::folder(at);
    let from: Vec<&str> = folder.split('/').collect();
    let to: Vec<&str> = target.split('/').collect();
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = "../".repeat(from.len() - shared);
    format!("{up}{}", to.get(shared..).unwrap_or_default().join("/"))
}
