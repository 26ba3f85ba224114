//! What a text is, as one line of JSON for one line of JSON: the door for programs and conformance runs.

use super::contents::meanings;
use super::digital_link::DigitalLink;
use super::examine::{elements_without_key, examine};
use super::foreign::{ContactKind, Foreign};
use super::identity::{Identity, Rejection};
use super::link::Parts;
use super::measures::Meaning;
use super::platform::PlatformKind;
use super::prefix::{self, Use};
use super::restricted;
use super::warning::Warning;
use crate::symbol::Format;
use crate::words::Lang;
use serde_json::{Map, Value, json};

/// The answer to one line: a JSON string, or an object `{"text": …, "symbology": …}`. Always one line, also for what is no JSON.
/// Years of two digits are those nearest to `this_year`.
pub fn answer(line: &str, this_year: i32) -> String {
    let asked = serde_json::from_str::<Value>(line);
    let text_of = |asked: &Value| match asked {
        Value::String(text) => Some(text.clone()),
        asked => Some(asked.get("text")?.as_str()?.to_owned()),
    };
    let Some((text, asked)) = asked.ok().and_then(|asked| Some((text_of(&asked)?, asked))) else {
        return json!({"kind": "rejected", "reason": "json", "value": line, "warnings": []}).to_string();
    };
    let symbology = asked.get("symbology").and_then(Value::as_str).unwrap_or_default();
    let (text, format) = carried(&text, symbology);
    told(&text, format, this_year).to_string()
}

/// A text with the symbology identifier that a name such as `GS1-128` stands for, and the format that matters to numbers.
fn carried(text: &str, symbology: &str) -> (String, Option<Format>) {
    let is_identified = text.trim_start().starts_with(']');
    if symbology.starts_with(']') {
        let identifier = if is_identified { "" } else { symbology };
        return (format!("{identifier}{text}"), None);
    }
    let letters = symbology.chars().filter(char::is_ascii_alphanumeric);
    let name: String = letters.map(|char| char.to_ascii_lowercase()).collect();
    let starts = |start: &str| name.starts_with(start);
    let (format, identifier) = match () {
        _ if starts("gs1128") => (Some(Format::Code128), "]C1"),
        _ if starts("gs1datamatrix") => (Some(Format::DataMatrix), "]d2"),
        _ if starts("gs1qr") => (Some(Format::QrCode), "]Q3"),
        _ if starts("gs1dotcode") => (None, "]J1"),
        _ if starts("databar") || starts("gs1databar") => (Some(Format::DataBar), ""),
        _ if starts("ean13") => (Some(Format::Ean13), ""),
        _ if starts("ean8") => (Some(Format::Ean8), ""),
        _ if starts("upca") => (Some(Format::UpcA), ""),
        _ if starts("upce") => (Some(Format::UpcE), ""),
        _ if starts("itf") => (Some(Format::Itf), ""),
        _ if starts("code128") => (Some(Format::Code128), ""),
        _ if starts("qr") => (Some(Format::QrCode), ""),
        _ if starts("datamatrix") => (Some(Format::DataMatrix), ""),
        _ => (None, ""),
    };
    // A symbol that should carry elements may carry a link all the same, or what somebody typed for it.
    let is_raw = text.starts_with(|char: char| char.is_ascii_digit() || char == '\u{1d}');
    let identifier = if is_raw && !is_identified { identifier } else { "" };
    (format!("{identifier}{text}"), format)
}

fn told(text: &str, format: Option<Format>, this_year: i32) -> Value {
    let examined = examine(text, format, this_year);
    let mut told = match &examined.read {
        Ok(Identity::Gs1(link)) => of_link("gs1", link, this_year),
        Ok(Identity::Foreign(foreign)) => of_foreign(foreign, this_year),
        Err(rejection) => of_rejection(rejection, text),
    };
    told.insert(
        "warnings".to_owned(),
        examined.warnings.iter().map(of_warning).collect(),
    );
    Value::Object(told)
}

fn of_warning(warning: &Warning) -> Value {
    json!({"code": warning.code(), "vi": warning.sentence(Lang::Vi), "en": warning.sentence(Lang::En)})
}

fn of_link(kind: &str, link: &DigitalLink, this_year: i32) -> Map<String, Value> {
    let object = |pairs: &[(String, String)]| -> Map<String, Value> {
        pairs
            .iter()
            .map(|(ai, value)| (ai.clone(), json!(value)))
            .collect()
    };
    let meanings = meanings(link, this_year);
    let meanings: Map<String, Value> = meanings
        .iter()
        .map(|(ai, meaning)| ((*ai).to_owned(), of_meaning(meaning)))
        .collect();
    let mut told = map(json!({
        "kind": kind,
        "key": link.key.ai(),
        "value": link.key.value(),
        "qualifiers": object(&link.qualifiers),
        "attributes": object(&link.attributes),
        "canonical": link.canonical(),
    }));
    if !meanings.is_empty() {
        told.insert("meanings".to_owned(), Value::Object(meanings));
    }
    if let Some(issuer) = link.gtin().and_then(prefix::issuer) {
        told.insert("issuer".to_owned(), json!(issuer));
    }
    told
}

fn of_meaning(meaning: &Meaning) -> Value {
    match meaning {
        Meaning::Day(day) => json!({"date": day.to_string()}),
        Meaning::Days(first, last) => json!({"from": first.to_string(), "to": last.to_string()}),
        Meaning::Moment(moment) => json!({
            "date": moment.date.to_string(),
            "hour": moment.hour,
            "minute": moment.minute,
            "second": moment.second,
        }),
        Meaning::Measure(number, unit) => json!({"number": number.to_string(), "unit": unit}),
        Meaning::Count(count) => json!({"count": count}),
        Meaning::Price(amount, currency) => json!({"amount": amount.to_string(), "currency": currency}),
        Meaning::Countries(countries) => json!({"countries": countries}),
        Meaning::Subdivision(code) => json!({"subdivision": code}),
        Meaning::Species(code) => json!({"species": code}),
    }
}

fn of_foreign(foreign: &Foreign, this_year: i32) -> Map<String, Value> {
    let parts = foreign.link().and_then(Parts::of);
    let host = parts.map(|parts| parts.host);
    map(match foreign {
        Foreign::Restricted {
            number,
            purpose,
            link,
        } => {
            let mut told = of_link("restricted", link, this_year);
            told.insert("number".to_owned(), json!(number));
            told.insert("purpose".to_owned(), json!(of_purpose(*purpose)));
            if *purpose == Use::Measured {
                told.insert("inside".to_owned(), of_inside(link));
            }
            return told;
        }
        Foreign::Platform(platform) => json!({
            "kind": "platform",
            "value": platform.code,
            "form": match platform.kind {
                PlatformKind::Minted => "minted",
                PlatformKind::Page => "page",
                PlatformKind::Indicator => "indicator",
            },
            "gtin": platform.gtin.map(|gtin| gtin.to_string()),
            "host": host,
        }),
        Foreign::Compressed(link) => json!({"kind": "compressed", "host": host, "url": link.url}),
        // No browser would follow it, so it is no more than a text.
        Foreign::Link(link) if host.is_none() => json!({"kind": "text", "value": link.url}),
        Foreign::Link(link) => json!({"kind": "link", "host": host, "url": link.url}),
        Foreign::Payment(payment) => json!({
            "kind": "payment",
            "whole": payment.is_whole,
            "bank": payment.bank,
            "account": payment.account,
            "name": payment.name,
            "town": payment.town,
            "amount": payment.amount,
        }),
        Foreign::WiFi { name, .. } => json!({"kind": "wifi", "name": name}),
        Foreign::Contact { kind, shown } => json!({
            "kind": "contact",
            "form": match kind {
                ContactKind::Telephone => "telephone",
                ContactKind::Message => "message",
                ContactKind::Mail => "mail",
                ContactKind::Card => "card",
            },
            "value": shown,
        }),
        Foreign::Text(text) => json!({"kind": "text", "value": text}),
    })
}

/// What may stand inside a number for weighed goods: a program has no settings that tell the shop's layout, so nothing of it is certain.
fn of_inside(link: &DigitalLink) -> Value {
    let guesses = link.gtin().map(restricted::guesses).unwrap_or_default();
    let possible: Vec<Value> = guesses
        .iter()
        .map(|guess| json!({"item": guess.item, "value": guess.value, "checkDigitFits": guess.is_checked}))
        .collect();
    let note = |lang: Lang| lang.code_facts().own_layout;
    json!({"layout": "unknown", "possible": possible, "vi": note(Lang::Vi), "en": note(Lang::En)})
}

fn of_purpose(purpose: Use) -> &'static str {
    match purpose {
        Use::Product => "product",
        Use::Demonstration => "demonstration",
        Use::Measured => "measured",
        Use::Internal => "internal",
        Use::Coupon => "coupon",
    }
}

fn of_rejection(rejection: &Rejection, text: &str) -> Map<String, Value> {
    let value = match rejection {
        Rejection::CheckDigit { number, .. } => number,
        _ => text,
    };
    let mut told = map(json!({
        "kind": "rejected",
        "reason": rejection.reason(),
        "value": value,
        "detail": rejection.to_string(),
    }));
    if let Rejection::CheckDigit { expected, found, .. } = rejection {
        told.insert("expected".to_owned(), json!(expected));
        told.insert("found".to_owned(), json!(found));
    }
    if let Some(elements) = elements_without_key(text).filter(|_| rejection.reason() == "no-key") {
        let elements: Map<String, Value> = elements
            .elements
            .into_iter()
            .map(|(ai, value)| (ai, json!(value)))
            .collect();
        told.insert("attributes".to_owned(), Value::Object(elements));
    }
    told
}

fn map(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
