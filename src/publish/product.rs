//! Product master data: `01/{gtin}/product.json`, gs1:Product as JSON-LD.

use super::ingredients;
use super::terms::{context, known, party_uri, picture, seat, stall, text};
use crate::gs1::DigitalLink;
use crate::sources::product::Certificate;
use crate::tables::{Market, Producer, Product};
use serde_json::{Value, json};

/// The document of one product.
pub(super) fn document(market: &Market, product: &Product) -> Value {
    let producer = market.producers.iter().find(|p| p.id == product.producer);
    let certificates: Vec<Value> = certificates(market, product)
        .into_iter()
        .map(|certificate| certification(market, certificate))
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

/// The certificates of a product: its own, its geographical indication, and what the events of its lots and of their
/// ingredients cite.
pub(super) fn certificates<'a>(market: &'a Market, product: &Product) -> Vec<&'a Certificate> {
    let own = product.certificates.iter().chain(&product.indication);
    let mut found: Vec<&Certificate> = own.filter_map(|id| market.certificates.get(id)).collect();
    for journey in market.journeys.iter().filter(|j| j.product == product.id) {
        let makers = ingredients::of(market, journey);
        let cited = makers.iter().flat_map(|maker| maker.cited());
        for uri in journey.cited().into_iter().chain(cited) {
            let known = market.certificates.values().find(|c| c.uri == uri);
            found.extend(known.filter(|c| !found.contains(c)));
        }
    }
    found
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

fn certification(market: &Market, certificate: &Certificate) -> Value {
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
        "lc:covers": covered(market, certificate),
    }))
}

/// The products that carry a certificate. A report is about a lot and covers none as a whole.
fn covered(market: &Market, certificate: &Certificate) -> Option<Vec<String>> {
    let carries = |product: &&Product| {
        let marks = product.certificates.iter().chain(&product.indication);
        let mut marks = marks.filter_map(|id| market.certificates.get(id));
        marks.any(|mark| mark.uri == certificate.uri)
    };
    let covered = market.products.iter().filter(carries);
    let covered: Vec<String> = covered.map(|product| product.gtin.to_string()).collect();
    (!covered.is_empty()).then_some(covered)
}

/// A number without a needless `.0`.
fn number(value: f64) -> Value {
    let whole = value as i64;
    // OK because only a whole number of moderate size comes back unchanged.
    if whole as f64 == value {
        json!(whole)
    } else {
        json!(value)
    }
}
