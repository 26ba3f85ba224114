//! The published lots of a product: `01/{gtin}/lots.json`.

use super::index::Index;
use super::terms::known;
use crate::tables::{Journey, Product};
use serde_json::{Value, json};

/// The document of one product; items that are tracked one by one stand each for themselves.
pub(super) fn document(index: &Index, product: &Product) -> Value {
    let market = index.market;
    let lots = index.lots_of(&product.id).iter();
    let lots: Vec<Value> = lots.flat_map(|journey| entries(journey)).collect();
    json!({
        "gtin": product.gtin.as_str(),
        "sample": market.sample,
        "asOf": market.as_of.to_string(),
        "lots": lots,
    })
}

fn entries(journey: &Journey) -> Vec<Value> {
    let entry = |serial: Option<&String>| {
        known(json!({
            "lot": journey.lot,
            "serial": serial,
            "packedOn": journey.packed_on.map(|day| day.to_string()),
            "expiresOn": journey.expires_on.map(|day| day.to_string()),
        }))
    };
    if journey.serials.is_empty() {
        return vec![entry(None)];
    }
    journey.serials.iter().map(|serial| entry(Some(serial))).collect()
}
