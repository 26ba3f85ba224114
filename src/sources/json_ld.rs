//! Lenient reading of JSON-LD as GS1 data comes in the wild: bare, prefixed and full names, one value or many, texts in any of their forms.

use super::date::{day, moment_of};
use super::epc_uri::web_uri;
use super::vocabulary::{local_name, word};
use crate::gs1::DigitalLink;
use crate::words::measure::decimal;
use crate::words::{Lang, Text};
use serde_json::Value;
use time::{Date, OffsetDateTime};

/// The member of an object with this local name, if it is there and not null. The bare name wins over prefixed ones.
pub fn get<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    let object = value.as_object()?;
    object
        .get(name)
        .or_else(|| {
            let found = object.iter().find(|(key, _)| local_name(key) == name);
            found.map(|(_, member)| member)
        })
        .filter(|member| !member.is_null())
        .map(unwrapped)
}

/// The list in a container of JSON-LD (`@set`, `@list`), else the value itself.
fn unwrapped(value: &Value) -> &Value {
    let container = value.as_object().filter(|object| object.len() == 1);
    let list = container.and_then(|object| object.get("@set").or_else(|| object.get("@list")));
    list.unwrap_or(value)
}

/// The value of a member, or the first of several.
pub fn first<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    many(value, name).first()
}

/// The values of a member that may hold one value or a list of them; empty when it is not there.
pub fn many<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    match get(value, name) {
        None => &[],
        Some(Value::Array(list)) => list,
        Some(one) => std::slice::from_ref(one),
    }
}

/// The identifier that a value is or has: a string, or `id` or `@id` of an object.
pub fn id(value: &Value) -> Option<&str> {
    match value {
        Value::String(id) => Some(id),
        Value::Object(object) => object.get("id").or(object.get("@id"))?.as_str(),
        _ => None,
    }
}

/// The identifier of a member, as its canonical Digital Link where it is one.
pub fn canonical_id(value: &Value, name: &str) -> Option<String> {
    get(value, name).and_then(id).map(canonical)
}

/// The canonical Digital Link URI of an identifier, also of an EPC URI; as it stood where it is neither.
pub fn canonical(id: &str) -> String {
    if id.starts_with("urn:epc:") {
        return web_uri(id).unwrap_or_else(|| id.to_owned());
    }
    let (scheme, rest) = id.split_once("://").unwrap_or_default();
    let is_web = ["https", "http"]
        .iter()
        .any(|web| scheme.eq_ignore_ascii_case(web));
    // OK because the canonical form has a scheme and a host of its own.
    let link = is_web
        .then(|| DigitalLink::parse(&format!("https://{rest}")).ok())
        .flatten();
    link.map_or_else(|| id.to_owned(), |link| link.canonical())
}

/// The plain text of a member: a string, a number, or the `@value` of an object; `None` when empty.
pub fn string(value: &Value, name: &str) -> Option<String> {
    plain(get(value, name)?)
}

/// The number of a member, written as a number or as a string of one.
pub fn number(value: &Value, name: &str) -> Option<f64> {
    let member = get(value, name)?;
    let number = match member {
        Value::Number(number) => number.as_f64()?,
        _ => number_of(&plain(member)?)?,
    };
    number.is_finite().then_some(number)
}

/// The number that a text writes, as JSON writes numbers.
pub fn number_of(text: &str) -> Option<f64> {
    serde_json::from_str::<Value>(text).ok()?.as_f64()
}

/// The whole number of a member, if it is one that fits.
pub fn whole<T: TryFrom<u64>>(value: &Value, name: &str) -> Option<T> {
    let number = number(value, name)?;
    let is_whole = number.fract() == 0.0 && (0.0..9.0e15).contains(&number);
    // OK because every whole number below 9 × 10¹⁵ is exact in both types.
    is_whole.then_some(number as u64)?.try_into().ok()
}

/// Whether a member is `true`.
pub fn flag(value: &Value, name: &str) -> bool {
    match get(value, name) {
        Some(Value::Bool(flag)) => *flag,
        Some(other) => plain(other).as_deref() == Some("true"),
        None => false,
    }
}

/// The day of a member: `2026-11-23`, or the date of a date-time.
pub fn date(value: &Value, name: &str) -> Option<Date> {
    day(&string(value, name)?)
}

/// The moment of a member (RFC 3339).
pub fn moment(value: &Value, name: &str) -> Option<OffsetDateTime> {
    moment_of(&string(value, name)?)
}

/// The text of a member: a plain string, a language map, or one or many `@value` with `@language`.
/// A text only in other languages stands for both; `None` when nothing is said.
pub fn text(value: &Value, name: &str) -> Option<Text> {
    text_of(get(value, name)?)
}

/// The text that a value is.
pub fn text_of(value: &Value) -> Option<Text> {
    let mut text = Text::default();
    let mut any = None;
    for (tag, wording) in wordings(value) {
        match tag.and_then(Lang::from_tag) {
            Some(Lang::Vi) if text.vi.is_empty() => text.vi = wording.to_owned(),
            Some(Lang::En) if text.en.is_empty() => text.en = wording.to_owned(),
            Some(_) => {}
            None => any = any.or(Some(wording)),
        }
    }
    if text.is_empty() {
        text = Text::same(any?);
    }
    (!text.is_empty()).then_some(text)
}

/// The vocabulary word of a member.
pub fn word_of(value: &Value, name: &str) -> Option<String> {
    let word = word(id(get(value, name)?)?);
    (!word.is_empty()).then(|| word.to_owned())
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(match number.as_i64() {
            Some(whole) => whole.to_string(),
            None => decimal(number.as_f64()?, 6),
        }),
        Value::Bool(flag) => Some(flag.to_string()),
        // JSON-LD takes a list of one for the one.
        Value::Array(list) if list.len() == 1 => plain(list.first()?),
        Value::Object(object) => match object.get("@value")? {
            Value::Object(_) | Value::Array(_) | Value::Null => None,
            inner => plain(inner),
        },
        _ => None,
    }
}

/// Every wording in a value with its language tag, if it has one.
fn wordings(value: &Value) -> Vec<(Option<&str>, &str)> {
    match value {
        Value::String(wording) => vec![(None, wording.trim())],
        Value::Array(list) => list.iter().flat_map(single).collect(),
        Value::Object(_) => single(value),
        _ => Vec::new(),
    }
}

fn single(value: &Value) -> Vec<(Option<&str>, &str)> {
    match value {
        Value::String(wording) => vec![(None, wording.trim())],
        Value::Object(object) => match object.get("@value").and_then(Value::as_str) {
            Some(wording) => vec![(object.get("@language").and_then(Value::as_str), wording)],
            None => language_map(object),
        },
        _ => Vec::new(),
    }
}

fn language_map(object: &serde_json::Map<String, Value>) -> Vec<(Option<&str>, &str)> {
    let pairs = object.iter().filter(|(tag, _)| !tag.starts_with("@id"));
    pairs
        .filter_map(|(tag, wording)| {
            let first = wording.as_array().map_or(Some(wording), |list| list.first());
            Some((Some(tag.as_str()), first?.as_str()?.trim()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn texts_are_read_in_every_form() {
        let tea = Some(Text::new("Chè", "Tea"));
        for (value, expected) in [
            (json!({"vi": "Chè", "en": "Tea"}), tea.clone()),
            (json!({"vi-VN": "Chè", "en-GB": ["Tea"]}), tea.clone()),
            (
                json!([{"@value": "Chè", "@language": "vi"}, {"@value": "Tea", "@language": "en"}]),
                tea.clone(),
            ),
            (json!([{"vi": "Chè"}, {"en": "Tea"}]), tea),
            (json!("Chè"), Some(Text::same("Chè"))),
            (json!({"@value": "Chè"}), Some(Text::same("Chè"))),
            (json!({"en": "Tea"}), Some(Text::new("", "Tea"))),
            (json!({"fr": "Thé"}), Some(Text::same("Thé"))),
            (json!(""), None),
            (json!(7), None),
            (json!({}), None),
        ] {
            assert_eq!(text_of(&value), expected, "{value}");
        }
    }

    #[test]
    fn numbers_may_be_written_as_strings() {
        for (value, expected) in [
            (json!(1.5), Some(1.5)),
            (json!("1.5"), Some(1.5)),
            (json!({"@value": "-18"}), Some(-18.0)),
            (json!("NaN"), None),
            (json!("many"), None),
            (json!([1]), Some(1.0)),
            (json!([1, 2]), None),
        ] {
            assert_eq!(number(&json!({"n": value}), "n"), expected, "{value}");
        }
        assert_eq!(
            string(&json!({"n": {"@set": [{"@value": "A"}]}}), "n").as_deref(),
            Some("A")
        );
        assert_eq!(
            text(
                &json!({"n": {"@set": [{"@value": "Chè", "@language": "vi"}]}}),
                "n"
            ),
            Some(Text::new("Chè", ""))
        );
        assert_eq!(whole::<u8>(&json!({"n": "4"}), "n"), Some(4));
        assert_eq!(whole::<u8>(&json!({"n": 256}), "n"), None);
        assert_eq!(whole::<u8>(&json!({"n": 1.5}), "n"), None);
        assert_eq!(whole::<u32>(&json!({"n": -1}), "n"), None);
    }
}
