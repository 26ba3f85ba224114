//! Producers: `417/{gln}.json`, gs1:Organization as JSON-LD, with what a buyer asks of each of its goods.

use super::index::Index;
use super::product::number;
use super::terms::{context, known, party_uri, product_entry, seat, stall, text};
use crate::sources::product::Certificate;
use crate::tables::{Journey, Producer, Product};
use serde_json::{Value, json};

/// The document of one producer.
pub(super) fn document(index: &Index, producer: &Producer) -> Value {
    let market = index.market;
    let entry = index.entry(producer);
    let products = index.made_by(&producer.id).iter();
    let products: Vec<Value> = products.map(|product| offer(index, product)).collect();
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
        "contactPoint": contact(producer),
        "lc:web": producer.web,
        "lc:categories": producer.categories,
        "lc:stall": stall(market, entry.and_then(|entry| entry.stall.as_deref())),
        "lc:products": products,
        "lc:sample": market.sample,
        "lc:asOf": market.as_of.to_string(),
    }))
}

/// How to reach it, where it told and agreed.
fn contact(producer: &Producer) -> Option<Value> {
    let contact = &producer.contact;
    let is_known = contact.telephone.is_some() || contact.mail.is_some() || contact.zalo.is_some();
    is_known.then(|| {
        known(json!({
            "@type": "ContactPoint",
            "telephone": contact.telephone,
            "email": contact.mail,
            "lc:zalo": contact.zalo,
        }))
    })
}

/// One of its goods: content, price, own certificates, and the lots that may be bought.
fn offer(index: &Index, product: &Product) -> Value {
    let market = index.market;
    let own = product.certificates.iter().chain(&product.indication);
    let marks = own.filter_map(|id| market.certificates.get(id));
    let marks: Vec<Value> = marks.map(mark).collect();
    let lots = index.lots_of(&product.id).iter().copied();
    let lots: Vec<Value> = lots
        .filter(|journey| is_for_sale(index, journey))
        .map(lot)
        .collect();
    let mut entry = product_entry(product);
    entry["netContent"] = json!({ "value": number(product.net.value), "unitCode": product.net.unit_code });
    if let Some(price) = product.price_vnd {
        entry["lc:priceVnd"] = json!(price);
    }
    if !marks.is_empty() {
        entry["certification"] = json!(marks);
    }
    if !lots.is_empty() {
        entry["lc:lots"] = json!(lots);
    }
    entry
}

/// A certificate in short; the product's own document has all of it.
fn mark(certificate: &Certificate) -> Value {
    known(json!({
        "@id": certificate.uri,
        "certificationType": certificate.kind,
        "certificationStandard": text(&certificate.title),
        "certificationIdentification": certificate.number,
        "certificationStartDate": certificate.from.map(|day| day.to_string()),
        "certificationEndDate": certificate.to.map(|day| day.to_string()),
        "lc:stars": certificate.stars,
    }))
}

/// Whether a lot is neither out of date on the day of the data nor recalled.
fn is_for_sale(index: &Index, journey: &Journey) -> bool {
    let last = journey.facts.recalls.iter().max_by_key(|note| note.time);
    let is_recalled = last.is_some_and(|note| note.begins);
    let is_over = journey.expires_on.is_some_and(|day| day < index.market.as_of);
    !is_recalled && !is_over
}

fn lot(journey: &Journey) -> Value {
    known(json!({
        "lot": journey.lot,
        "packedOn": journey.packed_on.map(|day| day.to_string()),
        "expiresOn": journey.expires_on.map(|day| day.to_string()),
    }))
}
