//! Places: `414/{gln}.json`, gs1:Place as JSON-LD.

use super::index::Index;
use super::terms::{address, context, known, party_uri, product_entry, text};
use crate::market::fair::StallEntry;
use crate::tables::{Market, Place};
use serde_json::{Value, json};

/// The document of one place; a stall also has its zone and its products.
pub(super) fn document(index: &Index, place: &Place) -> Value {
    let market = index.market;
    let owner = place.owner.as_ref().and_then(|id| index.producer(id));
    let stall = index.stall_at(place);
    known(json!({
        "@context": context(),
        "@id": place.uri,
        "@type": "Place",
        "globalLocationNumber": place.gln.as_str(),
        "physicalLocationName": text(&place.name),
        "address": address(None, &place.commune, &place.province, "VN"),
        "geo": place.point.map(|(latitude, longitude)| json!({ "latitude": latitude, "longitude": longitude })),
        "lc:altitudeM": place.altitude_m,
        "lc:kind": place.kind,
        "lc:owner": owner.map(party_uri),
        "lc:ownerName": owner.map(|owner| text(&owner.name)),
        "lc:stall": stall.map(|stall| json!({ "name": stall.id, "gln": stall.gln })),
        "lc:zone": stall.and_then(|stall| zone(market, stall)),
        "lc:products": stall.map(|stall| products(index, stall)),
        "lc:sample": market.sample,
        "lc:asOf": market.as_of.to_string(),
    }))
}

fn zone(market: &Market, stall: &StallEntry) -> Option<Value> {
    let zone = market.fair.zones.iter().find(|zone| zone.id == stall.zone)?;
    Some(json!({ "id": zone.id, "name": text(&zone.name) }))
}

fn products(index: &Index, stall: &StallEntry) -> Vec<Value> {
    let products = index.sold_at(&stall.id).iter();
    products.map(|product| product_entry(product)).collect()
}
