//! The published cases of the standard's engine and of the Digital Link toolkit.

use super::vectors::{Outcome, table};
use cho_phien::gs1::associations;
use cho_phien::gs1::digital_link::{Departure, Key, Uri, may_follow};
use cho_phien::gs1::element_string::{self, ElementString};
use cho_phien::gs1::identifiers::{self, Identifier};
use cho_phien::gs1::scan_data::{self, Carrier, Carries, Message};
use cho_phien::gs1::{DigitalLink, Gtin, gtin, uri};
use serde_json::Value;

#[test]
fn the_published_cases_hold_or_stand_in_the_list() {
    let mut outcome = Outcome::default();
    if let Some(engine) = table("syntax-engine-vectors.json") {
        of_engine(&engine, &mut outcome);
    }
    if let Some(toolkit) = table("digital-link-js-vectors.json") {
        of_toolkit(&toolkit, &mut outcome);
    }
    outcome.compare();
}

fn of_engine(engine: &Value, outcome: &mut Outcome) {
    let mut run = |collection: &str, holds: &dyn Fn(&Value) -> bool| {
        outcome.run(collection, &engine[collection], holds);
    };
    run("check_digit", &|row| {
        Gtin::parse(text(row, "value")).is_ok() == row["ok"]
    });
    run("parse_dl_uri", &|row| same(row, "expect", parsed(row)));
    run("generate_dl_uri", &|row| same(row, "expect", written(row)));
    run("uri_unescape", &|row| {
        uri::decoded(text(row, "in")) == row["expect_path"]
            && uri::decoded_query(text(row, "in")) == row["expect_query"]
    });
    run("uri_escape", &|row| {
        uri::encoded(text(row, "in")) == row["expect_path"]
            && uri::encoded_query(text(row, "in")) == row["expect_query"]
    });
    run("parse_bracketed_ai", &|row| {
        let read = ElementString::parse_bracketed(text(row, "ai")).ok();
        same(row, "expect", read.map(|read| form(&read)))
    });
    run("process_element_string", &|row| {
        let elements = text(row, "data")
            .strip_prefix('^')
            .map(|data| data.replace('^', "\u{1d}"));
        elements.is_some_and(|elements| ElementString::parse(&elements).is_ok()) == row["ok"]
    });
    run("validate_ai_associations", &|row| fits_together(row) == row["ok"]);
    run("process_scan_data", &|row| {
        same(row, "expect", scanned(text(row, "scan")))
    });
    run("generate_scan_data", &|row| {
        transmitted(row).as_deref() == row["expect"].as_str()
    });
    run("linters", &|row| linted(text(row, "ai")) == row["expect"]);
    run("valid_dl_path_sequences", &|row| {
        let path: Vec<&str> = row.as_array().unwrap().iter().filter_map(Value::as_str).collect();
        may_follow(path[0], &path[1..])
    });
    let lengths = engine["ai_length_by_prefix"].as_object().unwrap().iter();
    let lengths: Vec<Value> = lengths
        .map(|(prefix, length)| serde_json::json!([prefix, length]))
        .collect();
    outcome.run("ai_length_by_prefix", &Value::from(lengths), |row| {
        let length = identifiers::length_by_prefix(row[0].as_str().unwrap());
        length == row[1].as_u64().map(|length| length as usize)
    });
}

fn of_toolkit(toolkit: &Value, outcome: &mut Outcome) {
    let mut run = |collection: &str, holds: &dyn Fn(&Value) -> bool| {
        outcome.run(collection, &toolkit[collection], holds);
    };
    run("is_valid", &|row| {
        Uri::parse(row[0].as_str().unwrap()).is_ok() == row[1]
    });
    run("throws", &|row| Uri::parse(row.as_str().unwrap()).is_err());
    run("pad_gtin", &|row| {
        let found = Gtin::parse(text(row, "in")).ok().map(|gtin| gtin.to_string());
        found.as_deref() == row["padded"].as_str()
    });
    run("parse", &has_parts);
    run("extension_parameter", &|row| {
        let link = format!(
            "https://example.com/01/00000012345670?{}",
            row[0].as_str().unwrap()
        );
        Uri::parse(&link).is_ok() == row[1]
    });
    run("legacy_compression", &|row| {
        let of = |field: &str| cho_phien::gs1::Identity::read(text(row, field), None).ok();
        let compressed = format!("{:?}", of("compressed"));
        compressed.starts_with("Some(Foreign(Compressed(") && Uri::parse(text(row, "uri")).is_ok()
    });
}

/// Whether a case gives what is expected, or fails where it must.
fn same(row: &Value, field: &str, found: Option<String>) -> bool {
    match row["ok"] == true {
        true => found.as_deref() == row[field].as_str(),
        false => found.is_none(),
    }
}

/// A Digital Link in the engine's form, where the engine accepts how it is written.
fn parsed(row: &Value) -> Option<String> {
    let uri = Uri::parse(text(row, "uri")).ok()?;
    let permitted = |departure: &Departure| match departure {
        Departure::ShortGtin => flag(row, "permitZeroSuppressedGTIN"),
        Departure::Name => flag(row, "convenienceAlphas"),
        _ => false,
    };
    uri.departures
        .iter()
        .all(permitted)
        .then(|| form(&elements(&uri.link)))
}

fn written(row: &Value) -> Option<String> {
    let elements = ElementString::parse_bracketed(text(row, "ai")).ok()?;
    Some(elements.link_of(Key::is_key).ok()?.uri(text(row, "stem")))
}

fn elements(link: &DigitalLink) -> ElementString {
    let key = (link.key.ai().to_owned(), link.key.value().to_owned());
    ElementString {
        elements: [&[key], link.qualifiers.as_slice(), &link.attributes].concat(),
    }
}

/// The engine's form of elements: `^` stands for FNC1, before the first of them and between them.
fn form(elements: &ElementString) -> String {
    format!("^{}", elements.raw().replace('\u{1d}', "^"))
}

fn fits_together(row: &Value) -> bool {
    let pairs: Result<Vec<_>, _> = element_string::pairs(text(row, "ai")).collect();
    let pairs = pairs.unwrap();
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(ai, value)| (*ai, value.as_str())).collect();
    let none = |faults: &dyn Fn(&str, &str) -> usize| pairs.iter().all(|(ai, value)| faults(ai, value) == 0);
    match text(row, "rule") {
        "validateAIrepeats" => associations::repeated(pairs.iter().copied()).is_none(),
        "validateAImutex" => none(&|ai, _| associations::excluded(&pairs, ai).count()),
        "validateAIrequisites" => none(&|ai, _| associations::missing(&pairs, ai).count()),
        "validateDigSigRequiresSerialisedKey" => {
            none(&|ai, value| associations::unserialised(&pairs, ai, value).into_iter().count())
        }
        rule => panic!("unknown rule {rule}"),
    }
}

/// Scan data in the engine's form: elements, digits or plain text. A link counts only where it is a Digital Link.
fn scanned(data: &str) -> Option<String> {
    let (identifier, rest) = scan_data::split(data);
    match Carries::of(identifier?)? {
        Carries::Elements => Some(form(&ElementString::parse(rest).ok()?)),
        Carries::Plain if rest.starts_with("https://") || rest.starts_with("http://") => {
            Uri::parse(rest).ok().map(|_| rest.to_owned())
        }
        Carries::Plain => Some(escaped(rest)),
        carries => {
            let (digits, composite) = scan_data::split_composite(rest);
            let length = if carries == Carries::Eight { 8 } else { 13 };
            Gtin::parse(digits).ok().filter(|_| digits.len() == length)?;
            match composite {
                Some(composite) => Some(format!(
                    "{digits}|{}",
                    form(&ElementString::parse(composite).ok()?)
                )),
                None => Some(digits.to_owned()),
            }
        }
    }
}

/// The engine writes a backslash before plain text that would look like its form of elements.
fn escaped(plain: &str) -> String {
    let looks_like_elements = plain.trim_start_matches('\\').starts_with('^');
    format!("{}{plain}", if looks_like_elements { "\\" } else { "" })
}

fn transmitted(row: &Value) -> Option<String> {
    let carrier = match text(row, "sym") {
        "QR" => Carrier::QrCode,
        "DM" => Carrier::DataMatrix,
        "DotCode" => Carrier::DotCode,
        "DataBarExpanded" => Carrier::DataBarExpanded,
        "DataBarOmni" | "DataBarTruncated" | "DataBarStacked" | "DataBarStackedOmni" => Carrier::DataBar,
        "DataBarLimited" => Carrier::DataBarLimited,
        "GS1_128_CCA" | "GS1_128_CCC" => Carrier::Gs1_128,
        "EAN13" => Carrier::Ean13,
        "EAN8" => Carrier::Ean8,
        "UPCA" | "UPCE" => Carrier::UpcA,
        _ => return None,
    };
    let holds_anything = matches!(carrier, Carrier::QrCode | Carrier::DataMatrix | Carrier::DotCode);
    let data = text(row, "data");
    let (data, composite) = match data.split_once('|') {
        Some((data, composite)) if !holds_anything || data.starts_with('^') => (data, Some(composite)),
        _ => (data, None),
    };
    let separated = |elements: &str| elements.replace('^', "\u{1d}");
    let composite = composite.map(|composite| separated(composite.strip_prefix('^').unwrap()));
    let completed = gtin::with_check_digit(data)
        .ok()
        .filter(|_| flag(row, "addCheckDigit"));
    let data = completed.as_deref().unwrap_or(data);
    let message = match data.strip_prefix('^') {
        Some(elements) => (separated(elements), true),
        None => (
            data.strip_prefix('\\')
                .filter(|_| escaped(&data[1..]) == data)
                .unwrap_or(data)
                .to_owned(),
            false,
        ),
    };
    let message = match &message {
        (elements, true) => Message::Elements(elements),
        (plain, false) => Message::Plain(plain),
    };
    scan_data::transmitted(carrier, message, composite.as_deref())
}

/// The error of the first value that breaks a rule, or `OK`.
fn linted(bracketed: &str) -> String {
    let checked = element_string::pairs(bracketed).map(|pair| {
        let (ai, value) = pair.unwrap();
        identifiers::find(ai).unwrap().check(&value)
    });
    let error = checked.filter_map(Result::err).next();
    error.map_or("OK".to_owned(), |error| {
        error.linter_error().unwrap_or_else(|| error.to_string())
    })
}

/// Whether a link has the parts that the toolkit finds in it.
fn has_parts(row: &Value) -> bool {
    let uri = Uri::parse(text(row, "uri")).unwrap();
    let is = |pairs: &[(String, String)], field: &str| {
        let expected = row[field].as_object().unwrap();
        pairs.len() == expected.len() && pairs.iter().all(|(key, value)| expected[key] == value.as_str())
    };
    let (link_type, others): (Vec<_>, Vec<_>) =
        uri.others.iter().cloned().partition(|(key, _)| key == "linkType");
    let key = [(uri.link.key.ai().to_owned(), uri.link.key.value().to_owned())];
    uri.stem == row["domain"]
        && is(&key, "identifier")
        && is(&uri.link.qualifiers, "key_qualifiers")
        && is(&uri.link.attributes, "attributes")
        && is(&others, "other")
        && link_type[0].1 == row["link_type"]
}

#[test]
fn every_rule_of_the_table_is_known() {
    let rules: std::collections::BTreeSet<_> = identifiers::all().flat_map(Identifier::rules).collect();
    assert!(rules.len() > 30, "{rules:?}");
    for rule in rules {
        assert!(cho_phien::gs1::lint::is_known(rule), "{rule}");
    }
}

fn flag(row: &Value, name: &str) -> bool {
    row["flags"][name] == true
}

fn text<'a>(row: &'a Value, field: &str) -> &'a str {
    row[field].as_str().unwrap()
}
