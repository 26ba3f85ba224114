//! All files of the API by their path.

use super::{epcis, fair, ingredients, links, lots, organization, place, product, recalls, resolver};
use crate::gs1::DigitalLink;
use crate::sources::file_path;
use crate::tables::{Journey, Market, Product};
use serde_json::Value;
use std::collections::BTreeMap;

/// File texts by their path under the API root: `01/09528060010018/product.json`.
pub type Files = BTreeMap<String, String>;

/// Every file that a market publishes.
pub fn files(market: &Market) -> Files {
    let mut files = Files::new();
    for product in &market.products {
        add_product(&mut files, market, product);
    }
    for journey in &market.journeys {
        add_journey(&mut files, market, journey);
    }
    for (link, journey) in ingredients::makers(market) {
        let path = format!("{}/linkset.json", file_path::folder(&link));
        // OK because a lot that is a product of the market has its own link set already.
        if !files.contains_key(&path) {
            add(&mut files, &path, &links::of_ingredient(journey, &link));
        }
    }
    for producer in &market.producers {
        let document = organization::document(market, producer);
        add(&mut files, &format!("417/{}.json", producer.gln), &document);
    }
    for place in &market.places {
        let document = place::document(market, place);
        add(&mut files, &format!("414/{}.json", place.gln), &document);
    }
    for (number, page) in fair::catalogue(market).iter().enumerate() {
        add(&mut files, &format!("catalogue/{}.json", number + 1), page);
    }
    add(&mut files, "market.json", &fair::document(market));
    add(&mut files, "recalls.json", &recalls::document(market));
    let description = resolver::description(market);
    add(&mut files, ".well-known/gs1resolver", &description);
    files
}

fn add_product(files: &mut Files, market: &Market, product: &Product) {
    let folder = file_path::folder(&DigitalLink::product(product.gtin));
    let documents = [
        ("linkset", links::of_product(product)),
        ("product", product::document(market, product)),
        ("lots", lots::document(market, product)),
    ];
    for (name, document) in documents {
        add(files, &format!("{folder}/{name}.json"), &document);
    }
}

fn add_journey(files: &mut Files, market: &Market, journey: &Journey) {
    let Some(product) = market.products.iter().find(|p| p.id == journey.product) else {
        return; // OK because a checked market has no journey without its product.
    };
    let lot = journey.lot_link();
    let folder = file_path::folder(&lot);
    let events = epcis::document(market, journey);
    add(files, &format!("{folder}/epcis.json"), &events);
    for link in [lot].into_iter().chain(journey.serial_links()) {
        let document = links::of_lot(product, journey, &link);
        let path = format!("{}/linkset.json", file_path::folder(&link));
        add(files, &path, &document);
    }
}

fn add(files: &mut Files, path: &str, document: &Value) {
    files.insert(path.to_owned(), format!("{document}\n"));
}
