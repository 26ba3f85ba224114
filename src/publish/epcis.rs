//! The events of a lot: `01/{gtin}/10/{lot}/epcis.json`, the organiser's EPCIS 2.0 document with its master data filled in.
//!
//! The events stay as they are. Names and points of places come from the tables, never from the document:
//! only there the owner has agreed to how fine they are.

use super::terms::{OWN_TERMS, party_uri};
use crate::gs1::DigitalLink;
use crate::tables::{Journey, Market, Place, Product};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

const LOCATION: &str = "urn:epcglobal:epcis:vtype:Location";
const EPC_CLASS: &str = "urn:epcglobal:epcis:vtype:EPCClass";

/// The attributes of one vocabulary element by their id.
type Attributes = BTreeMap<String, String>;

/// The document of one lot.
pub(super) fn document(market: &Market, journey: &Journey) -> Value {
    let mut document = journey.document.clone();
    let named = named_uris(journey);
    let vocabularies = [
        (LOCATION.to_owned(), locations(market, journey, &named)),
        (format!("{OWN_TERMS}Party"), parties(market, &named)),
        (EPC_CLASS.to_owned(), classes(market, journey, &named)),
    ];
    let list: Vec<Value> = vocabularies
        .into_iter()
        .map(|(kind, elements)| vocabulary(&kind, elements))
        .collect();
    document["epcisHeader"] = json!({ "epcisMasterData": { "vocabularyList": list } });
    document["lc:sample"] = market.sample.into();
    document["lc:asOf"] = market.as_of.to_string().into();
    document
}

/// Every GS1 URI that the events name.
fn named_uris(journey: &Journey) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for event in journey.events() {
        gather(event, &mut found);
    }
    found
}

fn gather(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if text.starts_with("https://id.gs1.org/") => {
            found.insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| gather(field, found)),
        _ => {}
    }
}

/// The places that the events or the document name.
fn locations(market: &Market, journey: &Journey, named: &BTreeSet<String>) -> BTreeMap<String, Attributes> {
    let mut listed: BTreeSet<String> = kept(journey, LOCATION).into_keys().collect();
    listed.extend(named.iter().cloned());
    market
        .places
        .iter()
        .filter(|place| listed.contains(&place.uri))
        .map(|place| (place.uri.clone(), location(market, place)))
        .collect()
}

fn location(market: &Market, place: &Place) -> Attributes {
    let owner = market
        .producers
        .iter()
        .find(|producer| Some(&producer.id) == place.owner.as_ref());
    let lat = place.point.map(|(latitude, _)| latitude.to_string());
    let lon = place.point.map(|(_, longitude)| longitude.to_string());
    attributes([
        ("cbvmda:name", Some(place.name.vi.clone())),
        ("lc:nameEn", Some(place.name.en.clone())),
        ("cbvmda:city", Some(place.commune.clone())),
        ("cbvmda:state", Some(place.province.clone())),
        ("cbvmda:latitude", lat),
        ("cbvmda:longitude", lon),
        ("lc:altitudeM", place.altitude_m.map(|m| m.to_string())),
        ("lc:kind", Some(place.kind.clone())),
        ("lc:owner", owner.map(party_uri)),
    ])
}

/// The parties that the events name, and the owners of the places that they name.
fn parties(market: &Market, named: &BTreeSet<String>) -> BTreeMap<String, Attributes> {
    let owners: BTreeSet<&String> = market
        .places
        .iter()
        .filter(|place| named.contains(&place.uri))
        .filter_map(|place| place.owner.as_ref())
        .collect();
    market
        .producers
        .iter()
        .filter(|party| named.contains(&party_uri(party)) || owners.contains(&party.id))
        .map(|party| {
            let names = [
                ("cbvmda:name", Some(party.name.vi.clone())),
                ("lc:nameEn", Some(party.name.en.clone())),
            ];
            (party_uri(party), attributes(names))
        })
        .collect()
}

/// What the goods in the events are called: by the document, else by the product's name.
fn classes(market: &Market, journey: &Journey, named: &BTreeSet<String>) -> BTreeMap<String, Attributes> {
    let mut elements = kept(journey, EPC_CLASS);
    for uri in named {
        let Some(product) = product_of(market, uri) else {
            continue;
        };
        let element = elements.entry(uri.clone()).or_default();
        for (id, wording) in [
            ("cbvmda:descriptionShort", &product.name.vi),
            ("lc:nameEn", &product.name.en),
        ] {
            element.entry(id.to_owned()).or_insert_with(|| wording.clone());
        }
    }
    elements
}

fn product_of<'a>(market: &'a Market, uri: &str) -> Option<&'a Product> {
    let gtin = DigitalLink::parse(uri).ok()?.gtin()?;
    market.products.iter().find(|product| product.gtin == gtin)
}

/// The elements of one vocabulary as the document has them.
fn kept(journey: &Journey, kind: &str) -> BTreeMap<String, Attributes> {
    let list = "/epcisHeader/epcisMasterData/vocabularyList";
    items(journey.document.pointer(list))
        .iter()
        .filter(|vocabulary| vocabulary.get("type").is_some_and(|found| found == kind))
        .flat_map(|vocabulary| items(vocabulary.get("vocabularyElementList")))
        .filter_map(|element| {
            let attributes = items(element.get("attributes")).iter().filter_map(attribute);
            Some((element.get("id")?.as_str()?.to_owned(), attributes.collect()))
        })
        .collect()
}

fn items(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn attribute(value: &Value) -> Option<(String, String)> {
    let text = |name: &str| Some(value.get(name)?.as_str()?.to_owned());
    Some((text("id")?, text("attribute")?))
}

fn attributes<const N: usize>(pairs: [(&str, Option<String>); N]) -> Attributes {
    pairs
        .into_iter()
        .filter_map(|(id, value)| Some((id.to_owned(), value?)))
        .collect()
}

fn vocabulary(kind: &str, elements: BTreeMap<String, Attributes>) -> Value {
    let elements: Vec<Value> = elements.into_iter().map(element).collect();
    let mut fields = Map::new();
    fields.insert("type".into(), kind.into());
    fields.insert("vocabularyElementList".into(), elements.into());
    Value::Object(fields)
}

fn element((uri, attributes): (String, Attributes)) -> Value {
    let attributes: Vec<Value> = attributes
        .into_iter()
        .map(|(id, value)| json!({ "id": id, "attribute": value }))
        .collect();
    json!({ "id": uri, "attributes": attributes })
}
