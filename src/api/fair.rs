//! The fair (`market.json`) and the catalogue (`catalogue/{page}.json`).

use super::index::Index;
use super::terms::picture;
use crate::market::catalogue::{Card, CataloguePage};
use crate::sources::product::Certificate;
use crate::tables::{Market, Product};
use serde_json::{Value, json};
use time::Date;

/// How many products stand on one page.
const PAGE_SIZE: usize = 100;

/// The fair as it stands in the tables.
pub(super) fn document(market: &Market) -> Value {
    json!(market.fair)
}

/// How many pages the catalogue has. An empty market has one empty page.
pub(super) fn pages(market: &Market) -> usize {
    market.products.len().div_ceil(PAGE_SIZE).max(1)
}

/// A page of the catalogue, counted from 1, products in the order of the tables.
pub(super) fn catalogue_page(index: &Index, page: usize) -> Value {
    let market = index.market;
    let products = market
        .products
        .iter()
        .skip((page - 1) * PAGE_SIZE)
        .take(PAGE_SIZE);
    let mut document = json!(CataloguePage {
        // OK because a catalogue of 400 thousand million products does not exist.
        page: page as u32,
        pages: pages(market) as u32,
        products: products.map(|product| card(index, product)).collect(),
    });
    document["sample"] = market.sample.into();
    document["asOf"] = market.as_of.to_string().into();
    document
}

fn card(index: &Index, product: &Product) -> Card {
    let producer = index.producer(&product.producer);
    Card {
        gtin: product.gtin.to_string(),
        name: product.name.clone(),
        producer: producer.map(|p| p.gln.to_string()).unwrap_or_default(),
        producer_name: producer.map(|p| p.name.clone()).unwrap_or_default(),
        commune: producer.map(|p| p.commune.clone()).unwrap_or_default(),
        category: product.category.clone(),
        stall: product.stall.clone(),
        price_vnd: product.price_vnd,
        stars: stars(index, product, index.market.as_of),
        picture: picture(product),
        season: product.season.clone(),
        marks: marks(index, product, index.market.as_of),
    }
}

/// The kinds of certificates in force on the reference day, each once, and `gi` where a geographical indication covers it.
fn marks(index: &Index, product: &Product, day: Date) -> Vec<String> {
    let mut marks: Vec<String> = in_force(index, product, day)
        .map(|certificate| certificate.kind.clone())
        .chain(product.indication.as_ref().map(|_| "gi".to_owned()))
        .collect();
    marks.sort();
    marks.dedup();
    marks
}

/// The certificates of a product that are in force on a day.
fn in_force<'a>(index: &'a Index, product: &'a Product, day: Date) -> impl Iterator<Item = &'a Certificate> {
    let marks = index.marks_of(product).iter().copied();
    marks
        .filter(move |certificate| certificate.from.is_none_or(|from| from <= day))
        .filter(move |certificate| certificate.to.is_none_or(|to| day <= to))
}

/// The stars of the OCOP certificate that is in force on the reference day.
fn stars(index: &Index, product: &Product, day: Date) -> Option<u8> {
    in_force(index, product, day)
        .filter(|certificate| certificate.kind == "ocop")
        .find_map(|certificate| certificate.stars)
}
