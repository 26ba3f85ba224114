//! The whole market for offline use: `pack/manifest.json` and the chunks that it names by their SHA-256.
//!
//! A chunk holds the files of some products, so that a change touches few of them and an unchanged one is never fetched again.

use crate::api::Files;
use crate::sources::event_hash::sha_256;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Where the chunks are listed.
pub(super) const MANIFEST: &str = "pack/manifest.json";

/// A market whose files come to more bytes has no pack: a phone need not keep so much, and asks for what it needs.
pub(super) const MOST_BYTES: usize = 50_000_000;

/// How many products share a chunk, about.
const PRODUCTS_A_CHUNK: usize = 32;

/// The chunks and the manifest of some files.
pub(super) fn files(all: &Files) -> Files {
    let products = all.keys().filter(|path| path.ends_with("/product.json")).count();
    let buckets = products.div_ceil(PRODUCTS_A_CHUNK).next_power_of_two();
    let mut chunks: BTreeMap<usize, Map<String, Value>> = BTreeMap::new();
    for (path, text) in all {
        chunks
            .entry(bucket(path, buckets))
            .or_default()
            .insert(path.clone(), text.as_str().into());
    }
    let mut files = Files::new();
    let mut listed = Vec::new();
    for chunk in chunks.into_values() {
        let count = chunk.len();
        let text = format!("{}\n", json!({ "files": chunk }));
        let hash = sha_256(text.as_bytes());
        listed.push(json!({ "sha256": hash, "bytes": text.len(), "files": count }));
        files.insert(format!("pack/{hash}.json"), text);
    }
    files.insert(MANIFEST.to_owned(), format!("{}\n", json!({ "chunks": listed })));
    files
}

/// Which chunk a file goes into: 0 for what belongs to no product, else by the digits of its product before the check
/// digit, so that a new product moves others only when the number of chunks doubles.
fn bucket(path: &str, buckets: usize) -> usize {
    let gtin = path.strip_prefix("01/").and_then(|rest| rest.get(..13));
    let number: Option<usize> = gtin.and_then(|digits| digits.parse().ok());
    number.map_or(0, |number| 1 + number % buckets)
}
