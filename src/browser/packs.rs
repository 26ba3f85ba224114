//! The language packs of this site: recorded clips of languages that phones have no voice for.

use super::net;
use crate::sources::Question;
use crate::sources::language_pack::{INDEX, LanguagePack, listed};
use serde_json::Value;

/// How long one file may take, in milliseconds.
const TIMEOUT_MS: u32 = 6000;

/// Every pack that the site lists and that can be read. Empty where it lists none.
pub async fn all() -> Vec<LanguagePack> {
    let mut packs = Vec::new();
    let Some(index) = document(INDEX).await else {
        return packs;
    };
    for tag in listed(&index) {
        let manifest = document(&LanguagePack::address(&tag)).await;
        packs.extend(manifest.and_then(|manifest| LanguagePack::read(&manifest, &tag)));
    }
    packs
}

async fn document(address: &str) -> Option<Value> {
    let answer = net::fetch(Question::new(address, "application/json", TIMEOUT_MS)).await;
    serde_json::from_str(&answer.ok()?.body).ok()
}
