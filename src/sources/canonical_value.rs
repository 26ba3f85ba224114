//! Values as all representations of an event agree to write them (CBV 2.0, 8.9.2): numbers, moments, words, identifiers.

use super::epc_uri::web_uri;
use super::json_ld::number_of;
use super::vocabulary::word;
use crate::words::measure::decimal;
use serde_json::Value;
use time::format_description::well_known::Rfc3339;
use time::{Duration, OffsetDateTime, UtcOffset};

/// The text of a single value; `None` for a list or an object.
pub(super) fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}

/// A value as all representations of an event agree to write it.
pub(super) fn normal(parent: &str, name: &str, text: &str) -> String {
    let cbv = |kind: &str| match is_web(text) {
        true => text.to_owned(),
        false => format!("https://ref.gs1.org/cbv/{kind}-{}", word(text)),
    };
    match (parent, name) {
        (_, "eventTime" | "time" | "startTime" | "endTime") => {
            moment(text).unwrap_or_else(|| text.to_owned())
        }
        (_, "bizStep") => cbv("BizStep"),
        (_, "disposition" | "set" | "unset") => cbv("Disp"),
        ("bizTransactionList", "type") => cbv("BTT"),
        ("sourceList" | "destinationList", "type") => cbv("SDT"),
        ("sensorReport", "component") => cbv("Comp"),
        ("sensorReport", "type" | "exception") if !is_web(text) => {
            format!("https://gs1.org/voc/{}", word(text))
        }
        _ => web_uri(text).unwrap_or_else(|| number(text)),
    }
}

fn is_web(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

/// A number without trailing zeros; other texts as they stand.
fn number(text: &str) -> String {
    let digits = text.trim_start_matches(['-', '+']);
    let is_plain = digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && digits.matches('.').count() < 2;
    if is_plain {
        let text = text.strip_prefix('+').unwrap_or(text);
        return match text.contains('.') {
            true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
            false => text.to_owned(),
        };
    }
    let is_power = digits
        .bytes()
        .all(|byte| byte.is_ascii_digit() || b".-+eE".contains(&byte));
    let value = (is_power && !digits.is_empty())
        .then(|| number_of(text))
        .flatten();
    value.map_or_else(|| text.to_owned(), |value| decimal(value, 12))
}

/// A moment in UTC to the millisecond.
fn moment(text: &str) -> Option<String> {
    let time = OffsetDateTime::parse(text, &Rfc3339).ok()?;
    let time = time.checked_to_offset(UtcOffset::UTC)?;
    let time = time.checked_add(Duration::microseconds(500))?;
    let (date, milliseconds) = (time.date(), time.millisecond());
    Some(format!(
        "{date}T{:02}:{:02}:{:02}.{milliseconds:03}Z",
        time.hour(),
        time.minute(),
        time.second()
    ))
}
