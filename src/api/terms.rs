//! The terms that several documents share.

use crate::sources::file_path;
use crate::tables::{Market, Producer, Product};
use crate::words::Text;
use serde_json::{Map, Value, json};

/// The market's own vocabulary, prefix `lc`.
pub(super) const OWN_TERMS: &str = "https://chophien.example/voc/";

/// The GS1 Web Vocabulary.
pub(super) const GS1_TERMS: &str = "https://ref.gs1.org/voc/";

/// The JSON-LD context of products, organisations and places: GS1 Web Vocabulary bare, our own terms with `lc`,
/// texts in two languages as language maps.
pub(super) fn context() -> Value {
    let mut context = Map::new();
    context.insert("@vocab".into(), GS1_TERMS.into());
    context.insert("lc".into(), OWN_TERMS.into());
    for term in [
        "certificationAgency",
        "certificationStandard",
        "consumerStorageInstructions",
        "organizationName",
        "physicalLocationName",
        "productDescription",
        "productName",
        "streetAddress",
    ] {
        let definition = json!({ "@id": term, "@container": "@language" });
        context.insert(term.into(), definition);
    }
    for (term, id) in [
        ("lc:about", "lc:about"),
        ("lc:ownerName", "lc:ownerName"),
        ("name", "lc:name"),
    ] {
        let definition = json!({ "@id": id, "@container": "@language" });
        context.insert(term.into(), definition);
    }
    Value::Object(context)
}

/// A text as a language map; a language without wording is left out.
pub(super) fn text(text: &Text) -> Value {
    let mut languages = Map::new();
    for (tag, wording) in [("vi", &text.vi), ("en", &text.en)] {
        if !wording.is_empty() {
            languages.insert(tag.into(), wording.as_str().into());
        }
    }
    Value::Object(languages)
}

/// Takes out what is null, so that an unknown value has no field.
pub(super) fn known(mut document: Value) -> Value {
    if let Value::Object(fields) = &mut document {
        fields.retain(|_, value| !value.is_null());
    }
    document
}

/// The address of a party or place.
pub(super) fn address(line: Option<&Text>, commune: &str, province: &str, country: &str) -> Value {
    known(json!({
        "streetAddress": line.map(text),
        "addressLocality": commune,
        "addressRegion": province,
        "addressCountry": { "countryCode": country },
    }))
}

/// The address of a producer's seat.
pub(super) fn seat(producer: &Producer) -> Value {
    address(
        producer.address_line.as_ref(),
        &producer.commune,
        &producer.province,
        &producer.country,
    )
}

/// The canonical URI of a party.
pub(super) fn party_uri(producer: &Producer) -> String {
    format!("https://id.gs1.org/417/{}", producer.gln)
}

/// A stall in short: its name on the plan and its GLN.
pub(super) fn stall(market: &Market, id: Option<&str>) -> Value {
    let stall = market
        .fair
        .stalls
        .iter()
        .find(|stall| Some(stall.id.as_str()) == id);
    stall.map_or(Value::Null, |stall| json!({ "name": stall.id, "gln": stall.gln }))
}

/// A product in a list.
pub(super) fn product_entry(product: &Product) -> Value {
    json!({
        "gtin": product.gtin.as_str(),
        "name": text(&product.name),
        "picture": picture(product),
    })
}

/// The picture of a product, from the root of the site.
pub fn picture(product: &Product) -> String {
    match &product.photo {
        Some(photo) => format!("/api/photos/{photo}"),
        None => format!("/pictures/{}.svg", file_path::encode(&product.icon)),
    }
}
