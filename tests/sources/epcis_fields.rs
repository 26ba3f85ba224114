//! Every member that the JSON schema of EPCIS 2.0 names is kept, or left out for a reason that stands here.

use crate::documents::vector;
use cho_phien::sources::EpcisDocument;
use cho_phien::words::Text;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What is left out, and why.
const LEFT_OUT: [(&str, &str); 6] = [
    (
        "sender",
        "who handed the document on is no part of the goods' way, and its events name their parties",
    ),
    ("receiver", "as the sender"),
    ("instanceIdentifier", "it numbers messages between companies"),
    ("queryName", "it repeats the question"),
    ("subscriptionID", "it numbers a standing query, and none is made"),
    (
        "children",
        "it names the parts of a place, and each place of an event has its own master data",
    ),
];

#[test]
fn every_member_of_the_schema_is_kept_or_left_out_for_a_reason() {
    let Some(schema) = vector("epcis/gs1/EPCIS-JSON-Schema.json") else {
        return;
    };
    let mut names = BTreeSet::new();
    gather(&schema, &mut names);
    assert!(names.len() >= 75, "{} members: {names:?}", names.len());
    let documents = [document(), query_document()];
    for name in &names {
        let is_kept = documents.iter().any(|document| {
            let mut without = document.clone();
            remove(&mut without, name);
            read(&without) != read(document)
        });
        let is_left_out = LEFT_OUT.iter().any(|(left_out, _)| left_out == name);
        assert_ne!(is_kept, is_left_out, "{name}");
    }
    for (name, _) in LEFT_OUT {
        assert!(names.contains(name), "the schema has no {name}");
    }
}

#[test]
fn statistics_and_raw_data_of_sensors_are_kept_as_they_are_written() {
    let document = read(&document()).unwrap();
    let observed = &document.events[0].observations;
    for (kind, member, value) in [
        ("", "rawData", "https://sensors.example/raw/1"),
        ("", "startTime", "2026-09-18T07:00:00+07:00"),
        ("Temperature", "meanValue", "4.25"),
        ("Temperature", "sDev", "0.5"),
        ("Temperature", "percRank", "95"),
        ("Temperature", "percValue", "4.9"),
    ] {
        let found = observed
            .iter()
            .find(|one| (one.kind.as_str(), one.member) == (kind, member));
        assert_eq!(found.map(|one| one.value.as_str()), Some(value), "{member}");
    }
    let values: Vec<f64> = document.events[0]
        .sensors
        .iter()
        .map(|sensor| sensor.value)
        .collect();
    assert_eq!(values, [4.5, 3.0, 5.0], "statistics are no readings");
}

/// The names of all properties in a schema.
fn gather(schema: &Value, names: &mut BTreeSet<String>) {
    match schema {
        Value::Object(members) => {
            if let Some(Value::Object(properties)) = members.get("properties") {
                names.extend(properties.keys().cloned());
            }
            members.values().for_each(|member| gather(member, names));
        }
        Value::Array(list) => list.iter().for_each(|one| gather(one, names)),
        _ => {}
    }
}

fn remove(value: &mut Value, name: &str) {
    match value {
        Value::Object(members) => {
            members.remove(name);
            members.values_mut().for_each(|member| remove(member, name));
        }
        Value::Array(list) => list.iter_mut().for_each(|one| remove(one, name)),
        _ => {}
    }
}

fn read(document: &Value) -> Result<EpcisDocument, String> {
    EpcisDocument::read(document, "/epcis.json", &Text::default())
}

/// A document with every member of the schema.
fn document() -> Value {
    let place = json!({"id": "https://id.gs1.org/414/9528060014016", "attributes": [{"id": "cbvmda:name", "attribute": "Đồi chè"}], "children": ["urn:1"]});
    json!({
        "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"], "type": "EPCISDocument", "schemaVersion": "2.0",
        "creationDate": "2026-11-23T00:00:00Z", "id": "urn:document:1", "instanceIdentifier": "1", "sender": "urn:s", "receiver": "urn:r",
        "epcisHeader": {"epcisMasterData": {"vocabularyList": [{"type": "urn:epcglobal:epcis:vtype:Location", "vocabularyElementList": [place]}]}},
        "epcisBody": {"eventList": [object(), aggregation(), transformation()]},
    })
}

fn query_document() -> Value {
    json!({"@context": [], "type": "EPCISQueryDocument", "schemaVersion": "2.0", "creationDate": "2026-11-23T00:00:00Z",
        "epcisBody": {"queryResults": {"queryName": "SimpleEventQuery", "subscriptionID": "1", "resultsBody": {"eventList": [object()]}}}})
}

fn event(kind: &str, id: &str) -> Value {
    json!({"@context": {"ext": "https://ext.example/"}, "type": kind, "eventID": id, "eventTime": "2026-09-18T08:00:00Z", "eventTimeZoneOffset": "+07:00"})
}

fn object() -> Value {
    let mut event = event("ObjectEvent", "urn:1");
    for (name, value) in [
        ("recordTime", json!("2026-09-18T09:00:00Z")),
        ("action", json!("ADD")),
        ("bizStep", json!("commissioning")),
        ("disposition", json!("active")),
        (
            "persistentDisposition",
            json!({"set": ["recalled"], "unset": ["available"]}),
        ),
        ("readPoint", json!({"id": "https://id.gs1.org/414/9528060014016"})),
        (
            "bizLocation",
            json!({"id": "https://id.gs1.org/414/9528060014016"}),
        ),
        ("epcList", json!(["urn:epc:id:sgtin:0614141.107346.2017"])),
        (
            "quantityList",
            json!([{"epcClass": "https://id.gs1.org/01/09528060010018/10/A", "quantity": 1, "uom": "KGM"}]),
        ),
        (
            "bizTransactionList",
            json!([{"type": "po", "bizTransaction": "urn:po:1"}]),
        ),
        ("sourceList", json!([{"type": "location", "source": "urn:a"}])),
        (
            "destinationList",
            json!([{"type": "location", "destination": "urn:b"}]),
        ),
        ("certificationInfo", json!(["https://certs.example/1"])),
        ("ilmd", json!({"cbvmda:lotNumber": "A"})),
        (
            "errorDeclaration",
            json!({"declarationTime": "2026-09-19T08:00:00Z", "reason": "incorrect_data", "correctiveEventIDs": ["urn:9"]}),
        ),
        (
            "sensorElementList",
            json!([{"sensorMetadata": metadata(), "sensorReport": [report(), other_report()]}]),
        ),
    ] {
        event[name] = value;
    }
    event
}

fn metadata() -> Value {
    json!({"time": "2026-09-18T08:00:00+07:00", "startTime": "2026-09-18T07:00:00+07:00", "endTime": "2026-09-18T09:00:00+07:00",
        "deviceID": "urn:epc:id:giai:4000001.111", "deviceMetadata": "https://sensors.example/1", "rawData": "https://sensors.example/raw/1",
        "dataProcessingMethod": "https://sensors.example/method", "bizRules": "https://sensors.example/rules"})
}

fn report() -> Value {
    json!({"type": "Temperature", "value": 4.5, "minValue": 3, "maxValue": 5, "meanValue": 4.25, "sDev": 0.5, "percRank": 95, "percValue": 4.9,
        "uom": "CEL", "component": "x", "exception": "ALARM_CONDITION"})
}

fn other_report() -> Value {
    json!({"type": "Molar_mass", "stringValue": "heavy", "booleanValue": true, "uriValue": "urn:u", "hexBinaryValue": "F0",
        "chemicalSubstance": "urn:c", "microorganism": "urn:m", "coordinateReferenceSystem": "urn:w"})
}

fn aggregation() -> Value {
    let mut event = event("AggregationEvent", "urn:2");
    event["action"] = json!("ADD");
    event["parentID"] = json!("https://id.gs1.org/00/195280601200010218");
    event["childEPCs"] = json!(["urn:epc:id:sgtin:0614141.107346.2017"]);
    event["childQuantityList"] = json!([{"epcClass": "https://id.gs1.org/01/09528060010018/10/A"}]);
    event
}

fn transformation() -> Value {
    let mut event = event("TransformationEvent", "urn:3");
    event["transformationID"] = json!("urn:t");
    event["inputEPCList"] = json!(["urn:epc:id:sgtin:0614141.107346.1"]);
    event["inputQuantityList"] = json!([{"epcClass": "https://id.gs1.org/01/09528060010018/10/B"}]);
    event["outputEPCList"] = json!(["urn:epc:id:sgtin:0614141.107346.2"]);
    event["outputQuantityList"] = json!([{"epcClass": "https://id.gs1.org/01/09528060010018/10/C"}]);
    event
}
