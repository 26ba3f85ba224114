//! The market's own test codes, and the published cases of the standard's engine and of the Digital Link toolkit.

use cho_phien::gs1::digital_link::DigitalLinkError;
use cho_phien::gs1::element_string::ElementStringError;
use cho_phien::gs1::identifiers;
use cho_phien::gs1::identity::Foreign;
use cho_phien::gs1::{DigitalLink, ElementString, Gtin, Identity, Rejection};
use cho_phien::symbol::Format;
use serde_json::Value;

#[test]
fn the_test_codes_of_the_market_are_understood() {
    let table = json("data/market/test-codes.json").expect("the test codes are part of this repository");
    for code in table["codes"].as_array().unwrap() {
        let input = code["input"].as_str().unwrap();
        let symbology = code["symbology"].as_str().unwrap();
        let identity = Identity::read(input, format(symbology));
        assert!(fits(&identity, code), "{code}: {identity:?}");
    }
}

#[test]
fn the_cases_of_the_syntax_engine_hold() {
    let Some(engine) = vectors("syntax-engine-vectors.json") else {
        return;
    };
    for row in engine["check_digit"].as_array().unwrap() {
        let found = Gtin::parse(text(row, "value")).is_ok();
        assert_eq!(found, row["ok"], "{row}");
    }
    conform(&engine["parse_dl_uri"], 50, |row| {
        engine_form_of_link(&DigitalLink::parse(text(row, "uri")).ok()?)
    });
    conform(&engine["process_element_string"], 25, |row| {
        let data = text(row, "data");
        ElementString::parse(&data.replace('^', "\u{1d}")).ok()?;
        Some(data.to_owned())
    });
    conform(&engine["parse_bracketed_ai"], 14, |row| {
        engine_form(&ElementString::parse_bracketed(text(row, "ai")).ok()?.elements)
    });
    conform(&engine["process_scan_data"], 10, |row| {
        let starts = ["]C1", "]e0", "]d2", "]Q3", "]J1"];
        let data = starts
            .iter()
            .find_map(|start| text(row, "scan").strip_prefix(start))?;
        engine_form(&ElementString::parse(data).ok()?.elements)
    });
}

#[test]
fn the_cases_of_the_digital_link_toolkit_hold() {
    let Some(toolkit) = vectors("digital-link-js-vectors.json") else {
        return;
    };
    for row in toolkit["pad_gtin"].as_array().unwrap() {
        let found = Gtin::parse(text(row, "in")).ok();
        assert_eq!(
            found.map(|gtin| gtin.to_string()).as_deref(),
            row["padded"].as_str(),
            "{row}"
        );
    }
    for row in toolkit["is_valid"].as_array().unwrap() {
        let found = DigitalLink::parse(row[0].as_str().unwrap());
        let key_is_unknown = found == Err(DigitalLinkError::NoKey);
        assert!(key_is_unknown || found.is_ok() == row[1], "{row}: {found:?}");
    }
}

fn format(symbology: &str) -> Option<Format> {
    match symbology {
        "EAN-13" => Some(Format::Ean13),
        "QR" => Some(Format::QrCode),
        "GS1 DataMatrix" => Some(Format::DataMatrix),
        _ if symbology.starts_with("GS1-128") => Some(Format::Code128),
        _ => None,
    }
}

fn fits(identity: &Result<Identity, Rejection>, code: &Value) -> bool {
    let input = code["input"].as_str().unwrap();
    match (code["expect"].as_str().unwrap(), identity) {
        ("product" | "lot" | "serial" | "unknown", Ok(Identity::Gs1(link))) => {
            link.gtin().is_some_and(|gtin| input.contains(gtin.shown()))
                && link.lot() == code["lot"].as_str()
                && link.serial() == code["serial"].as_str()
        }
        // Nothing is opened, so a link is understood by its identifiers, whatever its host.
        ("foreign-domain", Ok(Identity::Gs1(_))) => input.contains("/01/"),
        ("foreign-domain", Ok(Identity::Foreign(Foreign::Link { host, .. }))) => {
            input.contains(&format!("//{host}/"))
        }
        ("payment-qr", Ok(Identity::Foreign(Foreign::Payment))) => true,
        ("not-a-product", Ok(Identity::Foreign(Foreign::WiFi))) => true,
        ("error:check-digit", Err(Rejection::CheckDigit { number, .. })) => number == input,
        ("rejected", Err(Rejection::Empty | Rejection::Dangerous)) => true,
        _ => false,
    }
}

/// Where we differ from the engine on purpose: line of the case in its source, and why.
const DIFFERENCES: &[(u64, &str)] = &[
    (1392, "the host is not looked at"),
    (1454, "thirteen digits are filled to fourteen"),
    (1474, "eight digits are filled to fourteen"),
    (1531, "a slash at the end is accepted"),
];

/// Runs the rows whose identifiers and options are ours, and sees that they are not too few.
fn conform(rows: &Value, at_least: usize, read: impl Fn(&Value) -> Option<String>) {
    let mut checked = 0;
    for row in rows.as_array().unwrap() {
        let expected = expected(row);
        if has_foreign_options(row) || expected.as_deref().is_some_and(is_beyond_us) {
            continue;
        }
        let found = read(row);
        match DIFFERENCES.iter().find(|(line, _)| row["line"] == *line) {
            Some((_, why)) => assert_ne!(found, expected, "no longer different: {why}: {row}"),
            None => assert_eq!(found, expected, "{row}"),
        }
        checked += 1;
    }
    assert!(checked >= at_least, "only {checked} rows checked");
}

fn expected(row: &Value) -> Option<String> {
    let form = row["expect"].as_str().or(row["data"].as_str());
    (row["ok"] == true).then(|| form.unwrap().to_owned())
}

/// Whether the engine ran with options that we do not have; zero-suppressed GTINs we always permit.
fn has_foreign_options(row: &Value) -> bool {
    let options = row["flags"].as_object();
    options.is_some_and(|options| options.keys().any(|name| name != "permitZeroSuppressedGTIN"))
}

/// Whether the engine's form has identifiers that our table lacks, or is no element string.
fn is_beyond_us(form: &str) -> bool {
    let read = ElementString::parse(&form.replace('^', "\u{1d}"));
    !form.starts_with('^') || matches!(read, Err(ElementStringError::UnknownIdentifier(_)))
}

/// A Digital Link as the engine writes it: `^0109528060020017` `10A`, `^` before what follows an open length.
fn engine_form_of_link(link: &DigitalLink) -> Option<String> {
    let key = (link.key.ai().to_owned(), link.key.value().to_owned());
    engine_form(&[&[key], link.qualifiers.as_slice(), &link.attributes].concat())
}

fn engine_form(elements: &[(String, String)]) -> Option<String> {
    let mut form = String::new();
    let mut is_open = true;
    for (ai, value) in elements {
        form += if is_open { "^" } else { "" };
        form += &format!("{ai}{value}");
        is_open = identifiers::find(ai)?.predefined_length().is_none();
    }
    Some(form)
}

/// A table of published cases, from the folder that CONFORMANCE_DIR names; `None` where it is absent.
fn vectors(name: &str) -> Option<Value> {
    let folder = std::env::var("CONFORMANCE_DIR").unwrap_or_else(|_| "../shared/vectors".to_owned());
    let found = json(&format!("{folder}/gs1/{name}"));
    if found.is_none() {
        println!("no {name} here: nothing checked");
    }
    found
}

/// A file of JSON, if it is there.
fn json(path: &str) -> Option<Value> {
    let text = std::fs::read_to_string(path).ok()?;
    Some(serde_json::from_str(&text).unwrap())
}

fn text<'a>(row: &'a Value, field: &str) -> &'a str {
    row[field].as_str().unwrap()
}
