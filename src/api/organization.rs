//! Producers: `417/{gln}.json`, gs1:Organization as JSON-LD.

use super::index::Index;
use super::terms::{context, known, party_uri, product_entry, seat, stall, text};
use crate::tables::Producer;
use serde_json::{Value, json};

/// The document of one producer.
pub(super) fn document(index: &Index, producer: &Producer) -> Value {
    let market = index.market;
    let entry = index.entry(producer);
    let products = index.made_by(&producer.id).iter();
    let products: Vec<Value> = products.map(|product| product_entry(product)).collect();
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
