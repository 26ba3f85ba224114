//! EPCIS 2.0 documents, query documents and bare events → events, and what the master data in the header calls things.

use super::attribution::Attribution;
use super::epcis::Event;
use super::epcis_event::is_extension;
use super::event_hash;
use super::json_ld::{canonical, get, id, many, text};
use super::place::{Organization, Place};
use super::vocabulary::local_name;
use crate::words::Text;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The most events that are read of one document: a phone shows no more, and must not choke on them.
const MOST_EVENTS: usize = 20_000;

/// What one document says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EpcisDocument {
    /// Its events that could be read, in document order.
    pub events: Vec<Event>,
    /// How many events could not be read.
    pub broken: usize,
    /// What was wrong with the first of them, for engineers.
    pub fault: Option<String>,
    /// The first member that the schema demands of the document around them and that is not there. The events count all the same.
    pub lacks: Option<&'static str>,
    /// The places of its master data, by canonical URI.
    pub places: BTreeMap<String, Place>,
    /// The parties of its master data, by canonical URI.
    pub parties: BTreeMap<String, Organization>,
    /// What items are called, by canonical URI.
    pub item_names: BTreeMap<String, Text>,
}

impl EpcisDocument {
    /// Reads the document at `address`. The error says what is wrong with the whole of it.
    pub fn read(document: &Value, address: &str, source: &Text) -> Result<EpcisDocument, String> {
        let by = Attribution::declared(document, source);
        let namespaces = event_hash::namespaces(document);
        let mut read = EpcisDocument::default();
        let events = events(document)?;
        let known = |(_, event): &(usize, &Value)| !is_extension(event);
        for (position, value) in events.iter().enumerate().filter(known).take(MOST_EVENTS) {
            match Event::read(value, format!("{address}#{position}"), &by) {
                Ok(event) => read.events.push(Event {
                    hash_fits: event_hash::fits(value, &namespaces),
                    ..event
                }),
                Err(fault) => {
                    read.broken += 1;
                    read.fault.get_or_insert(fault);
                }
            }
        }
        if events.len() > MOST_EVENTS {
            read.broken += events.len() - MOST_EVENTS;
            read.fault
                .get_or_insert(format!("more than {MOST_EVENTS} events"));
        }
        read.lacks = missing(document);
        read.read_master_data(document, address);
        Ok(read)
    }

    fn read_master_data(&mut self, document: &Value, address: &str) {
        let header = get(document, "epcisHeader").unwrap_or(&Value::Null);
        let master_data = get(header, "epcisMasterData").unwrap_or(&Value::Null);
        for vocabulary in many(master_data, "vocabularyList") {
            let kind = get(vocabulary, "type")
                .and_then(Value::as_str)
                .unwrap_or_default();
            for element in many(vocabulary, "vocabularyElementList") {
                if let Some(uri) = id(element) {
                    self.read_element(word_after_colon(kind), canonical(uri), element, address);
                }
            }
        }
    }

    fn read_element(&mut self, kind: &str, uri: String, element: &Value, address: &str) {
        let attributes = attributes(&uri, element);
        match kind {
            "Location" | "BusinessLocation" | "ReadPoint" => {
                if let Some(place) = Place::read(&attributes, address) {
                    self.places.insert(uri, place);
                }
            }
            "Party" => {
                if let Some(party) = Organization::read(&attributes, address) {
                    self.parties.insert(uri, party);
                }
            }
            "EPCClass" => {
                if let Some(name) = item_name(&attributes) {
                    self.item_names.insert(uri, name);
                }
            }
            _ => {}
        }
    }
}

/// The first member that the schema demands of a document of this name and that it lacks (GS1 EPCIS 2.0.1, EPCIS-JSON-Schema.json).
fn missing(document: &Value) -> Option<&'static str> {
    let members: &[&str] = match get(document, "type")
        .or_else(|| get(document, "@type"))?
        .as_str()?
    {
        "EPCISDocument" => &["@context", "schemaVersion", "creationDate"],
        "EPCISQueryDocument" => &["@context"],
        _ => return None,
    };
    members
        .iter()
        .copied()
        .find(|member| get(document, member).is_none())
}

/// The events of a document, a query document, a bare list or a bare event.
fn events(document: &Value) -> Result<&[Value], String> {
    if let Value::Array(list) = document {
        return Ok(list);
    }
    if get(document, "eventTime").is_some() {
        return Ok(std::slice::from_ref(document));
    }
    let body = get(document, "epcisBody").unwrap_or(document);
    let results = get(body, "queryResults").and_then(|results| get(results, "resultsBody"));
    match get(results.unwrap_or(body), "eventList") {
        Some(Value::Array(list)) => Ok(list),
        Some(one @ Value::Object(_)) => Ok(std::slice::from_ref(one)),
        _ => single_event(body).ok_or_else(|| "expected EPCIS events".to_owned()),
    }
}

/// The event of a capture document that carries just one (EPCIS 2.0 REST bindings).
fn single_event(body: &Value) -> Option<&[Value]> {
    get(body, "event").map(std::slice::from_ref)
}

/// The attributes of a master data element as one object, with its identifier.
fn attributes(uri: &str, element: &Value) -> Value {
    let mut object = Map::new();
    for attribute in many(element, "attributes") {
        if let (Some(name), Some(value)) = (id(attribute), get(attribute, "attribute")) {
            object.insert(local_name(name).to_owned(), value.clone());
        }
    }
    object.insert("@id".to_owned(), Value::from(uri));
    Value::Object(object)
}

fn item_name(attributes: &Value) -> Option<Text> {
    let mut name = text(attributes, "descriptionShort").unwrap_or_default();
    if let Some(english) = text(attributes, "nameEn") {
        name.en = english.en;
    }
    (!name.is_empty()).then_some(name)
}

/// `Location` of `urn:epcglobal:epcis:vtype:Location`.
fn word_after_colon(kind: &str) -> &str {
    let local = local_name(kind);
    local.rsplit(':').next().unwrap_or(local)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::epcis::{Action, EventKind};
    use serde_json::json;

    fn event() -> Value {
        json!({
            "type": "ObjectEvent", "eventTime": "2026-09-25T02:00:00Z", "eventTimeZoneOffset": "+07:00", "action": "ADD",
            "bizStep": "cbv:BizStep-commissioning", "epcList": ["urn:epc:id:sgtin:0614141.107346.2017"],
        })
    }

    fn read(document: &Value) -> EpcisDocument {
        EpcisDocument::read(document, "/epcis.json", &Text::same("Chợ")).unwrap()
    }

    #[test]
    fn events_are_found_in_every_wrapping() {
        for document in [
            json!({"epcisBody": {"eventList": [event()]}}),
            json!({"epcisBody": {"queryResults": {"resultsBody": {"eventList": [event()]}}}}),
            json!({"eventList": [event()]}),
            json!({"epcisBody": {"event": event()}}),
            json!([event()]),
            event(),
        ] {
            let events = read(&document).events;
            assert_eq!(events.len(), 1, "{document}");
            assert_eq!(events[0].kind, EventKind::Object);
            assert_eq!(events[0].action, Some(Action::Add));
            assert_eq!(events[0].step.as_deref(), Some("commissioning"));
            assert_eq!(events[0].time.hour(), 9, "the hour of the place");
        }
        assert!(EpcisDocument::read(&json!({"linkset": []}), "/", &Text::default()).is_err());
    }

    #[test]
    fn broken_events_are_counted_and_the_rest_stays() {
        let mut without_action = event();
        without_action["action"] = json!("MAYBE");
        let document = read(&json!([event(), {"type": "ObjectEvent"}, without_action, 7, event()]));
        assert_eq!((document.events.len(), document.broken), (2, 3));
        assert_eq!(document.fault.as_deref(), Some("no readable eventTime"));
        assert_eq!(document.events[1].id, "/epcis.json#4");
    }

    #[test]
    fn what_the_document_lacks_is_told_and_its_events_stay() {
        let document =
            json!({"type": "EPCISDocument", "schemaVersion": "2.0", "epcisBody": {"eventList": [event()]}});
        let document = read(&document);
        assert_eq!((document.events.len(), document.broken), (1, 0));
        assert_eq!((document.fault, document.lacks), (None, Some("@context")));
    }

    #[test]
    fn events_and_members_that_others_defined_are_passed_over() {
        let mut extended = event();
        extended["example:extra"] = json!({"deep": [1, {"deeper": true}]});
        let mut foreign = event();
        foreign["type"] = json!("example:CustomEvent");
        let document = read(&json!([extended, foreign]));
        assert_eq!(
            (document.events.len(), document.broken, document.fault),
            (1, 0, None)
        );
    }

    #[test]
    fn every_field_of_the_binding_is_kept() {
        let mut full = event();
        full["recordTime"] = json!("2026-09-25T03:00:00Z");
        full["persistentDisposition"] = json!({"set": ["recalled"], "unset": ["cbv:Disp-available"]});
        full["bizTransactionList"] =
            json!([{"type": "cbv:BTT-po", "bizTransaction": "urn:po:1"}, {"bizTransaction": "urn:po:2"}]);
        full["ilmd"] = json!({"cbvmda:countryOfOrigin": "VN", "cbvmda:lotNumber": "A"});
        full["sensorElementList"] = json!([{"sensorMetadata": {"deviceID": "urn:epc:id:giai:4000001.111"}, "sensorReport": [
            {"type": "Temperature", "value": 26, "uom": "CEL", "component": "cbv:Comp-x", "exception": "ALARM_CONDITION"},
            {"type": "Molar_mass", "stringValue": "heavy", "booleanValue": true},
        ]}]);
        let event = &read(&full).events[0];
        assert!(event.recorded.is_some_and(|moment| moment.hour() == 3));
        assert_eq!(event.persistent, ["recalled"]);
        assert_eq!(event.withdrawn, ["available"]);
        let of = |kind: Option<&str>, id: &str| (kind.map(str::to_owned), id.to_owned());
        assert_eq!(
            event.transactions,
            [of(Some("po"), "urn:po:1"), of(None, "urn:po:2")]
        );
        assert_eq!(event.origin.as_deref(), Some("VN"));
        assert_eq!(
            event.sensors[0].device.as_deref(),
            Some("https://id.gs1.org/8004/4000001111")
        );
        assert_eq!(event.sensors[0].component.as_deref(), Some("x"));
        assert_eq!(event.sensors[0].alarm.as_deref(), Some("ALARM_CONDITION"));
        let observed: Vec<_> = event.observations.iter().map(|one| one.value.as_str()).collect();
        assert_eq!(observed, ["heavy", "true"]);
    }

    #[test]
    fn what_an_error_declaration_voids_says_why() {
        let mut voided = event();
        voided["errorDeclaration"] = json!({"reason": "cbv:ER-incorrect_data", "declarationTime": "2026-09-26T02:00:00Z", "correctiveEventIDs": ["urn:2"]});
        let mut silent = event();
        silent["errorDeclaration"] = json!({"declarationTime": "2026-09-25T02:00:00Z"});
        let events = read(&json!([event(), voided, silent])).events;
        let reasons: Vec<_> = events.iter().map(|event| event.voided.as_deref()).collect();
        assert_eq!(reasons, [None, Some("incorrect_data"), Some("")]);
        assert_eq!(events[1].corrections, ["urn:2"]);
        assert!(events[1].voided_at.is_some_and(|moment| moment.day() == 26));
    }

    #[test]
    fn sensors_tell_their_extremes() {
        let mut chilled = event();
        chilled["sensorElementList"] = json!([{
            "sensorMetadata": {"time": "2026-11-12T08:00:00+07:00"},
            "sensorReport": [
                {"type": "gs1:Temperature", "value": "-19.4", "uom": "CEL"},
                {"type": "Temperature", "minValue": -20, "maxValue": -17, "meanValue": -18, "uom": "CEL"},
                {"type": "Temperature", "meanValue": -18, "uom": "CEL"},
                {"type": "Temperature", "stringValue": "cold"},
            ],
        }]);
        let sensors = &read(&chilled).events[0].sensors;
        let values: Vec<_> = sensors.iter().map(|sensor| sensor.value).collect();
        assert_eq!(values, [-19.4, -20.0, -17.0, -18.0]);
        assert!(
            sensors
                .iter()
                .all(|sensor| sensor.kind == "Temperature" && sensor.time.is_some())
        );
    }

    #[test]
    fn master_data_names_places_parties_and_items() {
        let element = |id: &str, attributes: Value| json!({"vocabularyElementList": [{"id": id, "attributes": attributes}]});
        let mut places = element(
            "https://id.gs1.org/414/9528060024015",
            json!([{"id": "cbvmda:name", "attribute": "Đồi chè"}, {"id": "lc:nameEn", "attribute": "Tea hill"}, {"id": "cbvmda:latitude", "attribute": "22.2"},
                {"id": "urn:epcglobal:cbv:mda#longitude", "attribute": "103.6"}, {"id": "cbvmda:city", "attribute": "Xã Bản Bo"}]),
        );
        places["type"] = json!("urn:epcglobal:epcis:vtype:Location");
        let mut parties = element(
            "https://id.gs1.org/417/9528060020000",
            json!([{"id": "cbvmda:name", "attribute": "Hợp tác xã"}]),
        );
        parties["type"] = json!("https://chophien.example/voc/Party");
        let mut items = element(
            "urn:item:1",
            json!([{"id": "cbvmda:descriptionShort", "attribute": "Búp chè"}]),
        );
        items["type"] = json!("urn:epcglobal:epcis:vtype:EPCClass");
        let document = read(&json!({
            "epcisHeader": {"epcisMasterData": {"vocabularyList": [places, parties, items]}}, "epcisBody": {"eventList": []},
        }));
        let place = &document.places["https://id.gs1.org/414/9528060024015"];
        assert_eq!(place.name, Text::new("Đồi chè", "Tea hill"));
        assert_eq!(
            (place.point, place.commune.as_deref()),
            (Some((22.2, 103.6)), Some("Xã Bản Bo"))
        );
        let party = &document.parties["https://id.gs1.org/417/9528060020000"];
        assert_eq!(party.gln.as_deref(), Some("9528060020000"));
        assert_eq!(document.item_names["urn:item:1"], Text::same("Búp chè"));
    }
}
