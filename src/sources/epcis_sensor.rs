//! The sensor elements of an EPCIS 2.0 event (GS1 EPCIS 2.0.1 §7.3.7) → values.

use super::epcis::{Observation, SensorValue};
use super::json_ld::{canonical_id, get, many, moment, number, string, word_of};
use super::vocabulary::local_name;
use serde_json::Value;
use time::OffsetDateTime;

/// The readings of one sensor element. Lowest and highest count as readings; a mean only where nothing else is told.
pub(super) fn readings(element: &Value) -> Vec<SensorValue> {
    let none = Value::Null;
    let metadata = get(element, "sensorMetadata").unwrap_or(&none);
    let time = moment(metadata, "time").or_else(|| moment(metadata, "endTime"));
    let device = canonical_id(metadata, "deviceID");
    let reports = many(element, "sensorReport").iter();
    reports
        .flat_map(|report| values(report, time, device.as_deref()))
        .collect()
}

/// The members of a report, and of what holds for all reports of an element, that are no reading of their own:
/// what is no number, statistics, and how the value came about.
const OBSERVED: [&str; 17] = [
    "stringValue",
    "booleanValue",
    "uriValue",
    "hexBinaryValue",
    "meanValue",
    "sDev",
    "percRank",
    "percValue",
    "chemicalSubstance",
    "microorganism",
    "coordinateReferenceSystem",
    "deviceMetadata",
    "rawData",
    "dataProcessingMethod",
    "bizRules",
    "startTime",
    "endTime",
];

/// What one sensor element reports beside its readings.
pub(super) fn observations(element: &Value) -> Vec<Observation> {
    let metadata = many(element, "sensorMetadata").iter();
    let reports = metadata.chain(many(element, "sensorReport"));
    reports.flat_map(observed).collect()
}

fn observed(report: &Value) -> impl Iterator<Item = Observation> {
    let kind = word_of(report, "type").unwrap_or_default();
    let members = report.as_object().into_iter().flatten();
    members.filter_map(move |(name, _)| {
        let member = *OBSERVED.iter().find(|member| **member == local_name(name))?;
        Some(Observation {
            kind: kind.clone(),
            member,
            value: string(report, member)?,
        })
    })
}

fn values(report: &Value, time: Option<OffsetDateTime>, device: Option<&str>) -> Vec<SensorValue> {
    let Some(kind) = word_of(report, "type") else {
        return Vec::new();
    };
    let mut values: Vec<f64> = Vec::new();
    for name in ["value", "minValue", "maxValue"] {
        values.extend(number(report, name).filter(|value| !values.contains(value)));
    }
    if values.is_empty() {
        values.extend(number(report, "meanValue").or_else(|| number(report, "percValue")));
    }
    let reading = |value| SensorValue {
        time: moment(report, "time").or(time),
        kind: kind.clone(),
        value,
        unit: string(report, "uom").unwrap_or_default(),
        component: word_of(report, "component"),
        device: canonical_id(report, "deviceID").or_else(|| device.map(str::to_owned)),
        alarm: word_of(report, "exception"),
    };
    values.into_iter().map(reading).collect()
}
