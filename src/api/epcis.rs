//! The events of a lot: `01/{gtin}/10/{lot}/epcis.json`, the organiser's EPCIS 2.0 document with its master data filled in.
//!
//! The events stay as they are. Names and points of places come from the tables, never from the document:
//! only there the owner has agreed to how fine they are.

use super::index::Index;
use super::terms::{OWN_TERMS, party_uri};
use crate::gs1::DigitalLink;
use crate::tables::{Journey, Place, Product};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

const LOCATION: &str = "urn:epcglobal:epcis:vtype:Location";
const EPC_CLASS: &str = "urn:epcglobal:epcis:vtype:EPCClass";

/// The attributes of one vocabulary element by their id.
type Attributes = BTreeMap<String, String>;

/// The document of one lot.
pub(super) fn document(index: &Index, journey: &Journey) -> Value {
    let market = index.market;
    let mut document = market.document(journey);
    let named = named_uris(&document);
    let vocabularies = [
        (LOCATION.to_owned(), locations(index, &document, &named)),
        (format!("{OWN_TERMS}Party"), parties(index, &named)),
        (EPC_CLASS.to_owned(), classes(index, &document, &named)),
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
fn named_uris(document: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    if let Some(events) = document.pointer("/epcisBody/eventList") {
        gather(events, &mut found);
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
fn locations(index: &Index, document: &Value, named: &BTreeSet<String>) -> BTreeMap<String, Attributes> {
    let mut listed: BTreeSet<String> = kept(document, LOCATION).into_keys().collect();
    listed.extend(named.iter().cloned());
    listed
        .iter()
        .filter_map(|uri| index.place(uri))
        .map(|place| (place.uri.clone(), location(index, place)))
        .collect()
}

fn location(index: &Index, place: &Place) -> Attributes {
    let owner = place.owner.as_ref().and_then(|id| index.producer(id));
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
fn parties(index: &Index, named: &BTreeSet<String>) -> BTreeMap<String, Attributes> {
    let owners = named.iter().filter_map(|uri| index.place(uri)?.owner.as_ref());
    let owners = owners.filter_map(|id| index.producer(id));
    named
        .iter()
        .filter_map(|uri| index.party(uri))
        .chain(owners)
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
fn classes(index: &Index, document: &Value, named: &BTreeSet<String>) -> BTreeMap<String, Attributes> {
    let mut elements = kept(document, EPC_CLASS);
    for uri in named {
        let Some(product) = product_of(index, uri) else {
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

fn product_of<'a>(index: &Index<'a>, uri: &str) -> Option<&'a Product> {
    index.product_of(DigitalLink::parse(uri).ok()?.gtin()?)
}

/// The elements of one vocabulary as the document has them.
fn kept(document: &Value, kind: &str) -> BTreeMap<String, Attributes> {
    let list = "/epcisHeader/epcisMasterData/vocabularyList";
    items(document.pointer(list))
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
