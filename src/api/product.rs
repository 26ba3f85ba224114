//! Product master data: `01/{gtin}/product.json`, gs1:Product as JSON-LD.

use super::index::Index;
use super::terms::{context, known, party_uri, picture, seat, stall, text};
use crate::gs1::DigitalLink;
use crate::sources::product::Certificate;
use crate::tables::{Producer, Product};
use serde_json::{Value, json};

/// The document of one product.
pub(super) fn document(index: &Index, product: &Product) -> Value {
    let market = index.market;
    let producer = index.producer(&product.producer);
    let certificates: Vec<Value> = index
        .marks_of(product)
        .iter()
        .map(|certificate| certification(index, certificate, product))
        .collect();
    known(json!({
        "@context": context(),
        "@id": DigitalLink::product(product.gtin).canonical(),
        "@type": "Product",
        "gtin": product.gtin.as_str(),
        "productName": text(&product.name),
        "brand": product.brand.as_ref().map(|name| json!({ "brandName": name })),
        "netContent": { "value": number(product.net.value), "unitCode": product.net.unit_code },
        "image": { "referencedFileURL": picture(product) },
        "productDescription": product.story.as_ref().map(text),
        "consumerStorageInstructions": product.storage.as_ref().map(text),
        "manufacturer": producer.map(manufacturer),
        "certification": certificates,
        "lc:category": product.category,
        "lc:stall": stall(market, product.stall.as_deref()),
        "lc:priceVnd": product.price_vnd,
        "lc:standard": product.standard,
        "lc:storageRangeC": product.storage_range_c.map(|(low, high)| json!([low.map(number), high.map(number)])),
        "lc:season": product.season,
        "lc:sample": market.sample,
        "lc:asOf": market.as_of.to_string(),
    }))
}

fn manufacturer(producer: &Producer) -> Value {
    json!({
        "@id": party_uri(producer),
        "@type": "Organization",
        "globalLocationNumber": producer.gln.as_str(),
        "lc:companyPrefix": producer.prefix,
        "organizationName": text(&producer.name),
        "address": seat(producer),
    })
}

fn certification(index: &Index, certificate: &Certificate, product: &Product) -> Value {
    known(json!({
        "@id": certificate.uri,
        "certificationType": certificate.kind,
        "certificationStandard": text(&certificate.title),
        "certificationIdentification": certificate.number,
        "certificationAgency": certificate.issuer.as_ref().map(text),
        "certificationStartDate": certificate.from.map(|day| day.to_string()),
        "certificationEndDate": certificate.to.map(|day| day.to_string()),
        "lc:stars": certificate.stars,
        "lc:lot": certificate.lot,
        "lc:covers": covered(index, certificate, product),
    }))
}

fn covered(index: &Index, certificate: &Certificate, product: &Product) -> Option<Vec<String>> {
    let covered: Vec<String> = index
        .covered(certificate, product)
        .iter()
        .map(ToString::to_string)
        .collect();
    (!covered.is_empty()).then_some(covered)
}

/// A number without a needless `.0`.
pub(super) fn number(value: f64) -> Value {
    let whole = value as i64;
    // OK because only a whole number of moderate size comes back unchanged.
    if whole as f64 == value {
        json!(whole)
    } else {
        json!(value)
    }
}
