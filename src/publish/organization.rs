//! Producers: `417/{gln}.json`, gs1:Organization as JSON-LD.

use super::terms::{context, known, party_uri, product_entry, seat, stall, text};
use crate::tables::{Market, Producer};
use serde_json::{Value, json};

/// The document of one producer.
pub(super) fn document(market: &Market, producer: &Producer) -> Value {
    let entry = market
        .fair
        .producers
        .iter()
        .find(|entry| entry.gln == producer.gln.as_str());
    let products: Vec<Value> = market
        .products
        .iter()
        .filter(|product| product.producer == producer.id)
        .map(product_entry)
        .collect();
    known(json!({
        "@context": context(),
        "@id": party_uri(producer),
        "@type": "Organization",
        "globalLocationNumber": producer.gln.as_str(),
        "lc:companyPrefix": producer.prefix,
        "organizationName": text(&producer.name),
        "address": seat(producer),
        "brand": producer.brand.as_ref().map(|name| json!({ "brandName": name })),
        "lc:about": producer.about.as_ref().map(text),
        "lc:foundedYear": producer.founded,
        "lc:members": producer.members,
        "lc:web": producer.web,
        "lc:categories": producer.categories,
        "lc:stall": stall(market, entry.and_then(|entry| entry.stall.as_deref())),
        "lc:products": products,
        "lc:sample": market.sample,
        "lc:asOf": market.as_of.to_string(),
    }))
}
