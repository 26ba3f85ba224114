//! What the official schema demands of an event (GS1 EPCIS 2.0.1, EPCIS-JSON-Schema.json): the rest is tolerated.

use super::date::offset;
use super::epcis::EventKind;
use super::json_ld::{get, id, many, moment, string};
use serde_json::Value;

/// The first demanded member that an event of this kind lacks.
pub(super) fn missing(event: &Value, kind: EventKind) -> Option<&'static str> {
    let of_any_event = [
        (moment(event, "eventTime").is_some(), "readable eventTime"),
        (has_offset(event), "readable eventTimeZoneOffset"),
        (says_what(event, kind), "objects"),
        (
            kind != EventKind::Association || has_id(event, "parentID"),
            "parentID",
        ),
        (
            kind != EventKind::Transaction || has(event, "bizTransactionList"),
            "bizTransactionList",
        ),
        (
            get(event, "ilmd").is_none() || may_describe(event, kind),
            "action ADD beside ilmd",
        ),
        (is_dated(event), "declarationTime of the error declaration"),
        (
            is_set_or_unset(event),
            "set or unset of the persistent disposition",
        ),
        (names_its_measurements(event), "type of a sensor report"),
        (
            names_its(event, "readPoint") && names_its(event, "bizLocation"),
            "id of a place",
        ),
    ];
    let inside = LISTS.iter().map(|(list, members, what)| {
        let entries = many(event, list).iter();
        let is_whole = |entry: &Value| members.iter().all(|member| get(entry, member).is_some());
        (entries.clone().all(is_whole), *what)
    });
    let mut demands = of_any_event.into_iter().chain(inside);
    demands.find_map(|(is_there, what)| (!is_there).then_some(what))
}

/// The lists of an event with the members that each entry must have.
const LISTS: [(&str, &[&str], &str); 8] = [
    ("quantityList", &["epcClass"], "epcClass"),
    ("childQuantityList", &["epcClass"], "epcClass"),
    ("inputQuantityList", &["epcClass"], "epcClass"),
    ("outputQuantityList", &["epcClass"], "epcClass"),
    ("bizTransactionList", &["bizTransaction"], "bizTransaction"),
    (
        "sourceList",
        &["type", "source"],
        "type or source in the source list",
    ),
    (
        "destinationList",
        &["type", "destination"],
        "type or destination in the destination list",
    ),
    ("sensorElementList", &["sensorReport"], "sensorReport"),
];

fn has_offset(event: &Value) -> bool {
    string(event, "eventTimeZoneOffset").is_some_and(|text| offset(&text).is_some())
}

/// Whether the event has its `what`. Parting (DELETE) may leave the children out: all of them part.
fn says_what(event: &Value, kind: EventKind) -> bool {
    let any = |names: [&str; 2]| names.iter().any(|name| has(event, name));
    let parts_all = || string(event, "action").as_deref() == Some("DELETE");
    let inputs = || any(["inputEPCList", "inputQuantityList"]);
    let outputs = || any(["outputEPCList", "outputQuantityList"]);
    match kind {
        EventKind::Object => {
            let senses = || has(event, "sensorElementList") && get(event, "readPoint").is_some();
            get(event, "epcList").is_some() || has(event, "quantityList") || senses()
        }
        EventKind::Transaction => any(["epcList", "quantityList"]) || parts_all(),
        EventKind::Aggregation | EventKind::Association => {
            any(["childEPCs", "childQuantityList"]) || parts_all()
        }
        EventKind::Transformation => match get(event, "transformationID") {
            Some(_) => inputs() || outputs(),
            None => inputs() && outputs(),
        },
    }
}

/// Whether an event may carry master data of new objects: only where they begin.
fn may_describe(event: &Value, kind: EventKind) -> bool {
    kind == EventKind::Transformation || string(event, "action").as_deref() == Some("ADD")
}

fn is_dated(event: &Value) -> bool {
    get(event, "errorDeclaration").is_none_or(|error| moment(error, "declarationTime").is_some())
}

fn is_set_or_unset(event: &Value) -> bool {
    let disposition = get(event, "persistentDisposition");
    disposition.is_none_or(|disposition| has(disposition, "set") || has(disposition, "unset"))
}

fn names_its_measurements(event: &Value) -> bool {
    let elements = many(event, "sensorElementList").iter();
    let mut reports = elements.flat_map(|element| many(element, "sensorReport"));
    reports.all(|report| get(report, "type").is_some())
}

fn names_its(event: &Value, place: &str) -> bool {
    get(event, place).is_none() || has_id(event, place)
}

fn has_id(event: &Value, name: &str) -> bool {
    get(event, name).and_then(id).is_some_and(|id| !id.is_empty())
}

/// Whether a list is there and has an entry.
fn has(value: &Value, list: &str) -> bool {
    !many(value, list).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_the_schema_demands_is_demanded() {
        let check = |kind: EventKind, changes: Value, expected: Option<&str>| {
            let mut event = json!({"eventTime": "2026-09-25T02:00:00Z", "eventTimeZoneOffset": "+07:00", "action": "OBSERVE"});
            for (name, value) in changes.as_object().unwrap() {
                event[name] = value.clone();
            }
            assert_eq!(missing(&event, kind), expected, "{kind:?} {event}");
        };
        use EventKind::*;
        let lot = json!([{"epcClass": "urn:1"}]);
        check(Object, json!({"epcList": []}), None);
        check(Object, json!({"quantityList": lot}), None);
        check(Object, json!({"quantityList": []}), Some("objects"));
        check(
            Object,
            json!({"quantityList": [{"quantity": 7}]}),
            Some("epcClass"),
        );
        check(
            Object,
            json!({"epcList": [], "eventTime": "soon"}),
            Some("readable eventTime"),
        );
        check(
            Object,
            json!({"epcList": [], "eventTimeZoneOffset": null}),
            Some("readable eventTimeZoneOffset"),
        );
        check(
            Object,
            json!({"epcList": [], "ilmd": {}}),
            Some("action ADD beside ilmd"),
        );
        check(Object, json!({"epcList": [], "ilmd": {}, "action": "ADD"}), None);
        check(
            Object,
            json!({"epcList": [], "readPoint": {}}),
            Some("id of a place"),
        );
        check(
            Object,
            json!({"epcList": [], "errorDeclaration": {}}),
            Some("declarationTime of the error declaration"),
        );
        check(
            Object,
            json!({"epcList": [], "persistentDisposition": {}}),
            Some("set or unset of the persistent disposition"),
        );
        let sensed = json!([{"sensorReport": [{"type": "Temperature", "value": 1}]}]);
        check(
            Object,
            json!({"sensorElementList": sensed, "readPoint": {"id": "urn:2"}}),
            None,
        );
        check(Object, json!({"sensorElementList": sensed}), Some("objects"));
        check(
            Object,
            json!({"epcList": [], "sensorElementList": [{"sensorReport": [{"value": 1}]}]}),
            Some("type of a sensor report"),
        );
        check(
            Object,
            json!({"epcList": [], "sensorElementList": [{}]}),
            Some("sensorReport"),
        );
        check(
            Object,
            json!({"epcList": [], "sourceList": [{"source": "urn:3"}]}),
            Some("type or source in the source list"),
        );
        check(Aggregation, json!({"childEPCs": ["urn:1"]}), None);
        check(Aggregation, json!({"parentID": "urn:4"}), Some("objects"));
        check(
            Aggregation,
            json!({"parentID": "urn:4", "action": "DELETE"}),
            None,
        );
        check(Association, json!({"childQuantityList": lot}), Some("parentID"));
        check(
            Association,
            json!({"childQuantityList": lot, "parentID": "urn:4"}),
            None,
        );
        check(
            Transaction,
            json!({"epcList": ["urn:1"]}),
            Some("bizTransactionList"),
        );
        check(
            Transaction,
            json!({"epcList": ["urn:1"], "bizTransactionList": [{"type": "po"}]}),
            Some("bizTransaction"),
        );
        check(
            Transaction,
            json!({"epcList": ["urn:1"], "bizTransactionList": [{"bizTransaction": "urn:5"}]}),
            None,
        );
        check(Transformation, json!({"inputQuantityList": lot}), Some("objects"));
        check(
            Transformation,
            json!({"inputQuantityList": lot, "transformationID": "urn:6"}),
            None,
        );
        check(
            Transformation,
            json!({"inputQuantityList": lot, "outputEPCList": ["urn:1"]}),
            None,
        );
    }
}
