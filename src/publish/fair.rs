//! The fair (`market.json`) and the catalogue (`catalogue/{page}.json`).

use super::product::certificates;
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

/// The pages of the catalogue, products in the order of the tables. An empty market has one empty page.
pub(super) fn catalogue(market: &Market) -> Vec<Value> {
    let cards: Vec<Card> = market
        .products
        .iter()
        .map(|product| card(market, product))
        .collect();
    let mut chunks: Vec<&[Card]> = cards.chunks(PAGE_SIZE).collect();
    if chunks.is_empty() {
        chunks.push(&[]);
    }
    let pages = chunks.len() as u32; // OK because a catalogue of 400 thousand million products does not exist.
    (1..)
        .zip(chunks)
        .map(|(page, products)| page_document(market, page, pages, products))
        .collect()
}

fn page_document(market: &Market, page: u32, pages: u32, products: &[Card]) -> Value {
    let mut document = json!(CataloguePage {
        page,
        pages,
        products: products.to_vec(),
    });
    document["sample"] = market.sample.into();
    document["asOf"] = market.as_of.to_string().into();
    document
}

fn card(market: &Market, product: &Product) -> Card {
    let producer = market.producers.iter().find(|p| p.id == product.producer);
    Card {
        gtin: product.gtin.to_string(),
        name: product.name.clone(),
        producer: producer.map(|p| p.gln.to_string()).unwrap_or_default(),
        producer_name: producer.map(|p| p.name.clone()).unwrap_or_default(),
        commune: producer.map(|p| p.commune.clone()).unwrap_or_default(),
        category: product.category.clone(),
        stall: product.stall.clone(),
        price_vnd: product.price_vnd,
        stars: stars(market, product, market.as_of),
        picture: picture(product),
        season: product.season.clone(),
        marks: marks(market, product, market.as_of),
    }
}

/// The kinds of certificates in force on the reference day, each once, and `gi` where a geographical indication covers it.
fn marks(market: &Market, product: &Product, day: Date) -> Vec<String> {
    let mut marks: Vec<String> = in_force(market, product, day)
        .map(|certificate| certificate.kind.clone())
        .chain(product.indication.as_ref().map(|_| "gi".to_owned()))
        .collect();
    marks.sort();
    marks.dedup();
    marks
}

/// The certificates of a product that are in force on a day.
fn in_force<'a>(
    market: &'a Market,
    product: &'a Product,
    day: Date,
) -> impl Iterator<Item = &'a Certificate> {
    certificates(market, product)
        .into_iter()
        .filter(move |certificate| certificate.from.is_none_or(|from| from <= day))
        .filter(move |certificate| certificate.to.is_none_or(|to| day <= to))
}

/// The stars of the OCOP certificate that is in force on the reference day.
fn stars(market: &Market, product: &Product, day: Date) -> Option<u8> {
    in_force(market, product, day)
        .filter(|certificate| certificate.kind == "ocop")
        .find_map(|certificate| certificate.stars)
}
