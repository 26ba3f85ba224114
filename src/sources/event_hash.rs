//! The event hash of CBV 2.0 (8.9.2): what an event says, in one canonical string, by SHA-256.
//!
//! It proves that an event was not changed since it was hashed, not who hashed it.

use super::canonical_value::{normal, plain};
use super::json_ld::get;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Namespaces by their prefix, from the `@context` of a document.
pub type Namespaces = BTreeMap<String, String>;

/// The namespaces that a document names.
pub fn namespaces(document: &Value) -> Namespaces {
    let mut found = Namespaces::from([("cbvmda".to_owned(), "urn:epcglobal:cbv:mda".to_owned())]);
    gather_namespaces(get(document, "@context").unwrap_or(&Value::Null), &mut found);
    found
}

/// Whether an event is what its identifier says; `None` when that is no event hash of this version.
pub fn fits(event: &Value, namespaces: &Namespaces) -> Option<bool> {
    let id = get(event, "eventID")?.as_str()?.trim();
    let is_ours = id.starts_with("ni:///sha-256;") && id.ends_with("?ver=CBV2.0");
    is_ours.then(|| hash(event, namespaces).eq_ignore_ascii_case(id))
}

/// The identifier of an event: `ni:///sha-256;…?ver=CBV2.0` (RFC 6920).
pub fn hash(event: &Value, namespaces: &Namespaces) -> String {
    let hex = sha_256(canonical(event, namespaces).as_bytes());
    format!("ni:///sha-256;{hex}?ver=CBV2.0")
}

/// The SHA-256 of some bytes in lower-case hex.
pub fn sha_256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The string that is hashed.
pub fn canonical(event: &Value, namespaces: &Namespaces) -> String {
    let kind = get(event, "type").and_then(Value::as_str).unwrap_or_default();
    let writer = Writer { namespaces };
    let fields = event.as_object().cloned().unwrap_or_default();
    format!("eventType={kind}{}", writer.members("", &fields))
}

/// What is no part of what the event says.
const LEFT_OUT: [&str; 8] = [
    "type",
    "recordTime",
    "eventID",
    "errorDeclaration",
    "@context",
    "rdfs:comment",
    "isA",
    "@type",
];

/// The fields of an event in their canonical order.
const EVENT: [&str; 22] = [
    "eventTime",
    "eventTimeZoneOffset",
    "epcList",
    "parentID",
    "inputEPCList",
    "childEPCs",
    "quantityList",
    "childQuantityList",
    "inputQuantityList",
    "outputEPCList",
    "outputQuantityList",
    "action",
    "transformationID",
    "bizStep",
    "disposition",
    "persistentDisposition",
    "readPoint",
    "bizLocation",
    "bizTransactionList",
    "sourceList",
    "destinationList",
    "sensorElementList",
];
const SENSOR_METADATA: [&str; 8] = [
    "time",
    "startTime",
    "endTime",
    "deviceID",
    "deviceMetadata",
    "rawData",
    "dataProcessingMethod",
    "bizRules",
];
const SENSOR_REPORT: [&str; 23] = [
    "type",
    "exception",
    "deviceID",
    "deviceMetadata",
    "rawData",
    "dataProcessingMethod",
    "time",
    "microorganism",
    "chemicalSubstance",
    "value",
    "component",
    "stringValue",
    "booleanValue",
    "hexBinaryValue",
    "uriValue",
    "minValue",
    "maxValue",
    "meanValue",
    "sDev",
    "percRank",
    "percValue",
    "uom",
    "coordinateReferenceSystem",
];

/// The fields of a standard element in their canonical order.
fn order(element: &str) -> &'static [&'static str] {
    match element {
        "" => &EVENT,
        "quantityElement" => &["epcClass", "quantity", "uom"],
        "persistentDisposition" => &["set", "unset"],
        "readPoint" | "bizLocation" => &["id"],
        "bizTransactionList" => &["bizTransaction", "type"],
        "sourceList" => &["source", "type"],
        "destinationList" => &["destination", "type"],
        "sensorElement" => &["sensorMetadata", "sensorReport"],
        "sensorMetadata" => &SENSOR_METADATA,
        "sensorReport" => &SENSOR_REPORT,
        _ => &[],
    }
}

struct Writer<'a> {
    namespaces: &'a Namespaces,
}

impl Writer<'_> {
    /// The members of a standard element: its own fields in order, then everything else, sorted.
    fn members(&self, element: &str, members: &Map<String, Value>) -> String {
        let order = order(element);
        let fields = order.iter().filter_map(|name| Some((*name, members.get(*name)?)));
        let mut written: String = fields
            .map(|(name, value)| self.field(element, name, value))
            .collect();
        let is_other = |name: &str| {
            let is_left_out = LEFT_OUT.contains(&name) && (element.is_empty() || name.starts_with('@'));
            !order.contains(&name) && !is_left_out
        };
        let others = members.iter().filter(|(name, _)| is_other(name));
        let mut others: Vec<String> = others
            .flat_map(|(name, value)| self.extension(name, value))
            .collect();
        others.sort();
        written.extend(others);
        written
    }

    /// One standard field with its name.
    fn field(&self, element: &str, name: &str, value: &Value) -> String {
        let (prefix, child) = match name {
            "epcList" | "inputEPCList" | "childEPCs" | "outputEPCList" => ("", "epc"),
            "quantityList" | "childQuantityList" | "inputQuantityList" | "outputQuantityList" => {
                ("quantityElement", "quantityElement")
            }
            "sensorElementList" => ("sensorElement", "sensorElement"),
            "sensorReport" => return self.each(element, "sensorReport", name, value),
            _ => ("", name),
        };
        let written = self.each(element, prefix, child, value);
        let is_leaf = written.starts_with(&format!("{name}="));
        match is_leaf || written.is_empty() {
            true => written,
            false => format!("{name}{written}"),
        }
    }

    /// Every value of a list, or the one that stands alone, sorted; elements with `prefix` before each.
    fn each(&self, parent: &str, prefix: &str, name: &str, value: &Value) -> String {
        let mut written: Vec<String> = values(value)
            .iter()
            .map(|value| match value {
                Value::Object(members) => format!("{prefix}{}", self.members(name, members)),
                scalar => self.leaf(parent, name, scalar),
            })
            .collect();
        written.sort();
        written.concat()
    }

    /// `name=value` of a standard field; nothing for an empty one.
    fn leaf(&self, parent: &str, name: &str, value: &Value) -> String {
        match plain(value) {
            Some(text) if !text.is_empty() => format!("{name}={}", normal(parent, name, &self.whole(&text))),
            _ => String::new(),
        }
    }

    /// A name with a known prefix as its full URI; other texts as they stand.
    fn whole(&self, text: &str) -> String {
        let known = text.split_once(':').and_then(|(prefix, local)| {
            let namespace = self.namespaces.get(prefix)?;
            Some(format!("{namespace}{local}"))
        });
        known.unwrap_or_else(|| text.to_owned())
    }

    /// An element of other vocabularies: its name in full, its value or members. A list is written member by member.
    fn extension(&self, name: &str, value: &Value) -> Vec<String> {
        let full = self.expanded(name);
        match value {
            Value::Array(list) => list
                .iter()
                .flat_map(|value| self.extension(name, value))
                .collect(),
            Value::Object(members) => {
                let inner = members
                    .iter()
                    .flat_map(|(name, value)| self.extension(name, value));
                let mut inner: Vec<String> = inner.collect();
                inner.sort();
                vec![format!("{full}{}", inner.concat())]
            }
            value => match plain(value) {
                Some(text) if !text.is_empty() => vec![format!("{full}={}", normal("", name, &text))],
                _ => vec![full],
            },
        }
    }

    /// `{namespace}local` of a prefixed name.
    fn expanded(&self, name: &str) -> String {
        match name.split_once(':') {
            Some((prefix, local)) => match self.namespaces.get(prefix) {
                Some(namespace) => format!("{{{namespace}}}{local}"),
                None => name.to_owned(),
            },
            None => name.to_owned(),
        }
    }
}

fn values(value: &Value) -> &[Value] {
    match value {
        Value::Array(list) => list,
        one => std::slice::from_ref(one),
    }
}

fn gather_namespaces(context: &Value, found: &mut Namespaces) {
    match context {
        Value::Array(list) => list.iter().for_each(|context| gather_namespaces(context, found)),
        Value::Object(members) => {
            let named = members
                .iter()
                .filter_map(|(prefix, uri)| Some((prefix.clone(), uri.as_str()?.to_owned())));
            found.extend(named);
        }
        _ => {}
    }
}
