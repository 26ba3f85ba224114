//! One EPCIS 2.0 event of a document → `Event`.

use super::attribution::Attribution;
use super::date::offset;
use super::epcis::{Action, Event, EventKind, Quantity};
use super::epcis_required::missing;
use super::epcis_sensor::{observations, readings};
use super::json_ld::{canonical, canonical_id, date, get, id, many, moment, number, string, text, word_of};
use super::vocabulary::{local_name, word};
use serde_json::Value;
use time::OffsetDateTime;

impl Event {
    /// Reads one event; `name` becomes its identifier where it has none. The error says what is wrong with it.
    pub fn read(value: &Value, name: String, by: &Attribution) -> Result<Event, String> {
        let kind = kind(value).ok_or("no known event type")?;
        if let Some(missing) = missing(value, kind) {
            return Err(format!("no {missing}"));
        }
        let none = Value::Null;
        let ilmd = get(value, "ilmd").unwrap_or(&none);
        let error = get(value, "errorDeclaration");
        Ok(Event {
            id: string(value, "eventID").unwrap_or(name),
            kind,
            time: time(value)?,
            recorded: moment(value, "recordTime"),
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
            transformation: canonical_id(value, "transformationID"),
            yield_percent: number(value, "yieldPercent"),
            sources: ends(value, "sourceList", "source"),
            destinations: ends(value, "destinationList", "destination"),
            transactions: transactions(value),
            certificates: ids(value, "certificationInfo"),
            lot: string(ilmd, "lotNumber"),
            expires_on: date(ilmd, "itemExpirationDate"),
            best_before: date(ilmd, "bestBeforeDate"),
            origin: string(ilmd, "countryOfOrigin"),
            sensors: many(value, "sensorElementList")
                .iter()
                .flat_map(readings)
                .collect(),
            observations: many(value, "sensorElementList")
                .iter()
                .flat_map(observations)
                .collect(),
            process: string(value, "process"),
            title: text(value, "title"),
            note: text(value, "note"),
            hash_fits: None,
            voided: error.map(|error| word_of(error, "reason").unwrap_or_default()),
            voided_at: error.and_then(|error| moment(error, "declarationTime")),
            corrections: error
                .map(|error| ids(error, "correctiveEventIDs"))
                .unwrap_or_default(),
            by: by.clone(),
        })
    }
}

/// What kind of event it says it is.
fn kind(value: &Value) -> Option<EventKind> {
    names(value).find_map(|name| match name {
        "ObjectEvent" => Some(EventKind::Object),
        "AggregationEvent" => Some(EventKind::Aggregation),
        "AssociationEvent" => Some(EventKind::Association),
        "TransactionEvent" => Some(EventKind::Transaction),
        "TransformationEvent" => Some(EventKind::Transformation),
        _ => None,
    })
}

/// Whether an event is of a type that somebody else has defined (EPCIS 2.0: Extended-Event): it is no fault, and not for us.
pub(super) fn is_extension(value: &Value) -> bool {
    let is_foreign = |name: &str| name.contains(':');
    kind(value).is_none() && names(value).any(is_foreign)
}

fn names(value: &Value) -> impl Iterator<Item = &str> {
    let types = many(value, "type").iter().chain(many(value, "@type"));
    types.filter_map(Value::as_str).map(local_name)
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

fn persistent(value: &Value, change: &str) -> Vec<String> {
    let words = get(value, "persistentDisposition").map_or(&[][..], |disposition| many(disposition, change));
    words
        .iter()
        .filter_map(id)
        .map(|name| word(name).to_owned())
        .collect()
}

/// The type of a business transaction may be missing (EPCIS 2.0 §7.3.6.2).
fn transactions(value: &Value) -> Vec<(Option<String>, String)> {
    let entries = many(value, "bizTransactionList").iter();
    entries
        .filter_map(|entry| Some((word_of(entry, "type"), canonical_id(entry, "bizTransaction")?)))
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

fn ids(value: &Value, name: &str) -> Vec<String> {
    many(value, name)
        .iter()
        .filter_map(id)
        .map(str::to_owned)
        .collect()
}
