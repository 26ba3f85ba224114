//! One EPCIS 2.0 event of a document → `Event`.

use super::attribution::Attribution;
use super::date::offset;
use super::epcis::{Action, Event, EventKind, Quantity, SensorValue};
use super::json_ld::{canonical, canonical_id, date, get, id, many, moment, number, string, text, word_of};
use super::vocabulary::{local_name, word};
use serde_json::Value;
use time::OffsetDateTime;

impl Event {
    /// Reads one event; `name` becomes its identifier where it has none. The error says what is wrong with it.
    pub fn read(value: &Value, name: String, by: &Attribution) -> Result<Event, String> {
        let kind = kind(value)?;
        let ilmd = get(value, "ilmd").unwrap_or(&Value::Null);
        Ok(Event {
            id: string(value, "eventID").unwrap_or(name),
            kind,
            time: time(value)?,
            action: action(value, kind)?,
            step: word_of(value, "bizStep"),
            disposition: word_of(value, "disposition"),
            persistent: persistent(value, "set"),
            withdrawn: persistent(value, "unset"),
            read_point: canonical_id(value, "readPoint"),
            location: canonical_id(value, "bizLocation"),
            objects: quantities(value, "epcList", "quantityList"),
            parent: canonical_id(value, "parentID"),
            children: quantities(value, "childEPCs", "childQuantityList"),
            inputs: quantities(value, "inputEPCList", "inputQuantityList"),
            outputs: quantities(value, "outputEPCList", "outputQuantityList"),
            transformation: string(value, "transformationID"),
            yield_percent: number(value, "yieldPercent"),
            sources: ends(value, "sourceList", "source"),
            destinations: ends(value, "destinationList", "destination"),
            documents: documents(value),
            certificates: ids(value, "certificationInfo"),
            lot: string(ilmd, "lotNumber"),
            expires_on: date(ilmd, "itemExpirationDate"),
            best_before: date(ilmd, "bestBeforeDate"),
            sensors: many(value, "sensorElementList")
                .iter()
                .flat_map(sensors)
                .collect(),
            process: string(value, "process"),
            title: text(value, "title"),
            note: text(value, "note"),
            hash_fits: None,
            voided: get(value, "errorDeclaration").map(|error| word_of(error, "reason").unwrap_or_default()),
            by: by.clone(),
        })
    }
}

fn kind(value: &Value) -> Result<EventKind, String> {
    let types = many(value, "type").iter().chain(many(value, "@type"));
    let mut names = types.filter_map(Value::as_str).map(local_name);
    let found = names.find_map(|name| match name {
        "ObjectEvent" => Some(EventKind::Object),
        "AggregationEvent" => Some(EventKind::Aggregation),
        "AssociationEvent" => Some(EventKind::Association),
        "TransactionEvent" => Some(EventKind::Transaction),
        "TransformationEvent" => Some(EventKind::Transformation),
        _ => None,
    });
    found.ok_or_else(|| "no known event type".to_owned())
}

/// The event's time with the offset of the place where it happened (EPCIS 2.0 §7.4.1).
fn time(value: &Value) -> Result<OffsetDateTime, String> {
    let time = moment(value, "eventTime").ok_or("no readable eventTime")?;
    let place = string(value, "eventTimeZoneOffset").and_then(|text| offset(&text));
    Ok(place
        .and_then(|place| time.checked_to_offset(place))
        .unwrap_or(time))
}

fn action(value: &Value, kind: EventKind) -> Result<Option<Action>, String> {
    if kind == EventKind::Transformation {
        return Ok(None);
    }
    match string(value, "action").as_deref() {
        Some("ADD") => Ok(Some(Action::Add)),
        Some("OBSERVE") => Ok(Some(Action::Observe)),
        Some("DELETE") => Ok(Some(Action::Delete)),
        found => Err(format!(
            "expected the action ADD, OBSERVE or DELETE, found {found:?}"
        )),
    }
}

fn persistent(value: &Value, part: &str) -> Vec<String> {
    let words = get(value, "persistentDisposition").map_or(&[][..], |disposition| many(disposition, part));
    words
        .iter()
        .filter_map(id)
        .map(|name| word(name).to_owned())
        .collect()
}

/// The single items of one list, then the classes of another with their amounts.
fn quantities(value: &Value, items: &str, classes: &str) -> Vec<Quantity> {
    let items = many(value, items).iter().filter_map(id).map(|item| Quantity {
        id: canonical(item),
        amount: None,
        unit: None,
    });
    let classes = many(value, classes).iter().filter_map(|class| {
        Some(Quantity {
            id: canonical_id(class, "epcClass")?,
            amount: number(class, "quantity"),
            unit: string(class, "uom"),
        })
    });
    items.chain(classes).collect()
}

fn ends(value: &Value, list: &str, member: &str) -> Vec<(String, String)> {
    let entries = many(value, list).iter();
    entries
        .filter_map(|entry| Some((word_of(entry, "type")?, canonical_id(entry, member)?)))
        .collect()
}

/// The type of a business transaction may be missing (EPCIS 2.0 §7.3.6.2).
fn documents(value: &Value) -> Vec<(String, String)> {
    let entries = many(value, "bizTransactionList").iter();
    entries
        .filter_map(|entry| {
            let number = get(entry, "bizTransaction").and_then(id)?;
            Some((word_of(entry, "type").unwrap_or_default(), number.to_owned()))
        })
        .collect()
}

fn ids(value: &Value, name: &str) -> Vec<String> {
    many(value, name)
        .iter()
        .filter_map(id)
        .map(str::to_owned)
        .collect()
}

/// The readings of one sensor element. Lowest and highest count as readings; a mean only where nothing else is told.
fn sensors(element: &Value) -> Vec<SensorValue> {
    let metadata = get(element, "sensorMetadata").unwrap_or(&Value::Null);
    let time = moment(metadata, "time").or_else(|| moment(metadata, "endTime"));
    let reports = many(element, "sensorReport").iter();
    reports.flat_map(|report| readings(report, time)).collect()
}

fn readings(report: &Value, time: Option<OffsetDateTime>) -> Vec<SensorValue> {
    let Some(kind) = word_of(report, "type") else {
        return Vec::new();
    };
    let mut values: Vec<f64> = Vec::new();
    for name in ["value", "minValue", "maxValue"] {
        values.extend(number(report, name).filter(|value| !values.contains(value)));
    }
    if values.is_empty() {
        values.extend(number(report, "meanValue"));
    }
    let reading = |value| SensorValue {
        time: moment(report, "time").or(time),
        kind: kind.clone(),
        value,
        unit: string(report, "uom").unwrap_or_default(),
    };
    values.into_iter().map(reading).collect()
}
