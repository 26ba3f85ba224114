//! What is wrong with a config.json, in sentences for the person who writes it.

use super::config::{LONGEST_DAYS, is_mail_address, layout};
use super::date::day;
use super::json_ld::{text, text_of};
use super::resolver::is_host_alone;
use super::safety::is_fetchable;
use super::signature::Key;
use crate::words::Text;
use serde_json::{Map, Value};

/// The settings, and the settings of one source.
const SETTINGS: [&str; 8] = [
    "today",
    "market",
    "portal",
    "contact",
    "operator",
    "recallDays",
    "shopNumbers",
    "sources",
];
const OF_A_SOURCE: [&str; 8] = [
    "kind",
    "name",
    "template",
    "timeoutMs",
    "perMinute",
    "freshMinutes",
    "askFirst",
    "keys",
];

/// Every fault in the text of a config.json, each saying what was expected and found. Empty where all is well.
pub fn faults(json: &str) -> Vec<String> {
    let settings = match super::question::json(json) {
        Ok(Value::Object(settings)) => settings,
        Ok(other) => return vec![expected("the file", "an object", &other)],
        Err(error) => return vec![format!("the file is no JSON: {error}")],
    };
    let mut faults = unknown("", &settings, &SETTINGS);
    check(
        &mut faults,
        &settings,
        "today",
        "today",
        "a day such as 2026-11-23",
        |value| {
            value.is_null()
                || value
                    .as_str()
                    .is_some_and(|text| text.len() == 10 && day(text).is_some())
        },
    );
    check(
        &mut faults,
        &settings,
        "market",
        "market",
        "an address",
        |value| value.as_str().is_some_and(is_fetchable),
    );
    check(
        &mut faults,
        &settings,
        "portal",
        "portal",
        "an https address with {gtin}",
        |value| {
            let address = value.as_str().unwrap_or_default();
            value.is_null() || (address.starts_with("https://") && address.contains("{gtin}"))
        },
    );
    check(
        &mut faults,
        &settings,
        "recallDays",
        "recallDays",
        "1 to 366 days",
        |value| is_between(value, 1, u64::from(LONGEST_DAYS)),
    );
    check(
        &mut faults,
        &settings,
        "shopNumbers",
        "shopNumbers",
        "a list of layouts such as {\"pattern\": \"21IIIIIVVVVV\", \"unit\": \"kg\", \"decimals\": 3}",
        |value| {
            let list = value.as_array();
            list.is_some_and(|list| list.iter().all(|entry| layout(entry).is_some()))
        },
    );
    check(
        &mut faults,
        &settings,
        "contact",
        "contact",
        "a mail address",
        |value| value.is_null() || value.as_str().is_some_and(is_mail_address),
    );
    check(
        &mut faults,
        &settings,
        "operator",
        "operator",
        "a text",
        |value| value.is_null() || text_of(value).is_some(),
    );
    match settings.get("sources") {
        Some(Value::Array(sources)) => {
            faults.extend(of_namesakes(sources));
            for (position, source) in sources.iter().enumerate() {
                faults.extend(of_source(&format!("sources[{position}]"), source));
            }
        }
        Some(other) => faults.push(expected("sources", "a list", other)),
        None => faults.push("sources: expected a list, found nothing".to_owned()),
    }
    faults
}

/// Sources that bear the name of an earlier one: nobody could tell which of them says something, and whether it signs.
fn of_namesakes(sources: &[Value]) -> Vec<String> {
    let names: Vec<_> = sources.iter().map(|source| text(source, "name")).collect();
    let repeats = names.iter().enumerate().filter(|(at, name)| {
        let earlier = names.iter().take(*at);
        name.is_some() && { earlier }.any(|other| other == *name)
    });
    let fault = |(at, name): (usize, &Option<Text>)| {
        let name = name.as_ref().map(|name| name.vi.clone()).unwrap_or_default();
        format!("sources[{at}].name: expected a name of its own, found {name} again")
    };
    repeats.map(fault).collect()
}

fn of_source(at: &str, source: &Value) -> Vec<String> {
    let Some(settings) = source.as_object() else {
        return vec![expected(at, "an object", source)];
    };
    let mut faults = unknown(&format!("{at}."), settings, &OF_A_SOURCE);
    for name in ["kind", "template", "name"] {
        if !settings.contains_key(name) {
            faults.push(format!("{at}.{name}: expected a text, found nothing"));
        }
    }
    let mut check_one = |name: &str, what: &str, holds: &dyn Fn(&Value) -> bool| {
        check(&mut faults, settings, &format!("{at}.{name}"), name, what, holds);
    };
    let kind = settings.get("kind").and_then(Value::as_str).unwrap_or_default();
    check_one("kind", "linkSet, epcis or foodFacts", &|value| {
        matches!(value.as_str(), Some("linkSet" | "epcis" | "foodFacts"))
    });
    check_one("name", "a text, or one with vi and en", &|_| {
        text(source, "name").is_some()
    });
    check_one("template", of_template(kind), &|value| {
        value.as_str().is_some_and(|template| fits(template, kind))
    });
    check_one("timeoutMs", "1 to 60000 milliseconds", &|value| {
        is_between(value, 1, 60_000)
    });
    check_one("perMinute", "1 or more questions", &|value| {
        is_between(value, 1, 100_000)
    });
    check_one("freshMinutes", "0 or more minutes", &|value| {
        is_between(value, 0, 100_000)
    });
    check_one("askFirst", "true or false", &Value::is_boolean);
    check_one("keys", of_keys(kind), &|keys| {
        let signs = kind == "linkSet";
        let is_read = |list: &Vec<Value>| list.len() == Key::read_all(source).len();
        keys.as_array()
            .is_some_and(|list| list.is_empty() || signs && is_read(list))
    });
    faults
}

/// What the keys of a source of this kind must be: only files can have a signature beside them, and only those of a link set are files.
fn of_keys(kind: &str) -> &'static str {
    match kind {
        "epcis" | "foodFacts" => "none, because only the files of a linkSet have signatures beside them",
        _ => "a list of Ed25519 keys",
    }
}

/// What the template of a source of this kind must be.
fn of_template(kind: &str) -> &'static str {
    match kind {
        "linkSet" => "an address with {file}, {path} or {gtin}, or a host alone",
        "foodFacts" => "an address with {gtin}",
        _ => "an address without braces",
    }
}

fn fits(template: &str, kind: &str) -> bool {
    let placeholders: Vec<&str> = template
        .split('{')
        .skip(1)
        .map(|rest| rest.split('}').next().unwrap_or_default())
        .collect();
    let only = |known: &[&str]| placeholders.iter().all(|name| known.contains(name));
    let bare = template.replace(['{', '}'], "");
    is_fetchable(&bare)
        && match kind {
            "linkSet" => {
                (!placeholders.is_empty() || is_host_alone(template)) && only(&["file", "path", "gtin"])
            }
            "foodFacts" => !placeholders.is_empty() && only(&["gtin"]),
            _ => placeholders.is_empty(),
        }
}

fn unknown(before: &str, settings: &Map<String, Value>, known: &[&str]) -> Vec<String> {
    let names = settings.keys().filter(|name| !known.contains(&name.as_str()));
    names
        .map(|name| format!("{before}{name}: there is no such setting"))
        .collect()
}

fn check(
    faults: &mut Vec<String>,
    settings: &Map<String, Value>,
    at: &str,
    name: &str,
    what: &str,
    holds: impl Fn(&Value) -> bool,
) {
    if let Some(value) = settings.get(name).filter(|value| !holds(value)) {
        faults.push(expected(at, what, value));
    }
}

fn is_between(value: &Value, least: u64, most: u64) -> bool {
    value
        .as_u64()
        .is_some_and(|number| (least..=most).contains(&number))
}

fn expected(at: &str, what: &str, found: &Value) -> String {
    let found: String = found.to_string().chars().take(80).collect();
    format!("{at}: expected {what}, found {found}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_settings_that_come_with_the_app_have_no_fault() {
        assert_eq!(faults(include_str!("../../public/config.json")), [""; 0]);
    }

    #[test]
    fn every_fault_says_where_and_what_was_expected_and_found() {
        let source = |members: &str| {
            format!(
                r#"{{"sources": [{{"kind": "linkSet", "name": "A", "template": "/api/{{file}}/linkset.json"{members}}}]}}"#
            )
        };
        for (json, expected) in [
            (
                "{",
                "the file is no JSON: EOF while parsing an object at line 1 column 1".to_owned(),
            ),
            ("7", "the file: expected an object, found 7".to_owned()),
            ("{}", "sources: expected a list, found nothing".to_owned()),
            (
                r#"{"sources": {}}"#,
                "sources: expected a list, found {}".to_owned(),
            ),
            (
                r#"{"sources": [], "market": "javascript:x"}"#,
                r#"market: expected an address, found "javascript:x""#.to_owned(),
            ),
            (
                r#"{"sources": [], "today": "soon"}"#,
                r#"today: expected a day such as 2026-11-23, found "soon""#.to_owned(),
            ),
            (
                r#"{"sources": [], "shopNumbers": [{"pattern": "21", "unit": "kg"}]}"#,
                r#"shopNumbers: expected a list of layouts such as {"pattern": "21IIIIIVVVVV", "unit": "kg", "decimals": 3}, found [{"pattern":"21","unit":"kg"}]"#.to_owned(),
            ),
            (
                r#"{"sources": [], "recallDays": 0}"#,
                "recallDays: expected 1 to 366 days, found 0".to_owned(),
            ),
            (
                r#"{"sources": [{"kind": "linkSet", "name": "A", "template": "https://a.example"}, {"kind": "epcis", "name": "A", "template": "https://b.example"}]}"#,
                "sources[1].name: expected a name of its own, found A again".to_owned(),
            ),
            (
                r#"{"sources": [], "tody": null}"#,
                "tody: there is no such setting".to_owned(),
            ),
            (
                r#"{"sources": [], "portal": "https://a.example"}"#,
                r#"portal: expected an https address with {gtin}, found "https://a.example""#.to_owned(),
            ),
            (
                r#"{"sources": [], "contact": "a@b.example?cc=c@d.example"}"#,
                r#"contact: expected a mail address, found "a@b.example?cc=c@d.example""#.to_owned(),
            ),
            (
                r#"{"sources": [], "operator": []}"#,
                "operator: expected a text, found []".to_owned(),
            ),
            (
                &source(r#", "keys": [7]"#),
                "sources[0].keys: expected a list of Ed25519 keys, found [7]".to_owned(),
            ),
            (
                r#"{"sources": [{"kind": "epcis", "name": "A", "template": "https://a.example", "keys": [{"kid": "1"}]}]}"#,
                r#"sources[0].keys: expected none, because only the files of a linkSet have signatures beside them, found [{"kid":"1"}]"#
                    .to_owned(),
            ),
            (
                &source(r#", "timeoutMs": 0"#),
                "sources[0].timeoutMs: expected 1 to 60000 milliseconds, found 0".to_owned(),
            ),
            (
                &source(r#", "askFirst": "yes""#),
                r#"sources[0].askFirst: expected true or false, found "yes""#.to_owned(),
            ),
            (
                &source(r#", "timeout": 7"#),
                "sources[0].timeout: there is no such setting".to_owned(),
            ),
            (
                r#"{"sources": [{"kind": "oracle", "name": "A", "template": "https://a.example"}]}"#,
                r#"sources[0].kind: expected linkSet, epcis or foodFacts, found "oracle""#.to_owned(),
            ),
            (
                r#"{"sources": [{"kind": "foodFacts", "name": "A", "template": "https://a.example/{code}"}]}"#,
                r#"sources[0].template: expected an address with {gtin}, found "https://a.example/{code}""#
                    .to_owned(),
            ),
            (
                r#"{"sources": [{"kind": "epcis", "template": "https://a.example"}]}"#,
                "sources[0].name: expected a text, found nothing".to_owned(),
            ),
        ] {
            assert_eq!(faults(json), [expected], "{json}");
        }
        for template in [
            "https://id.example.org",
            "https://id.example.org{path}?linkType=linkset",
        ] {
            let json =
                format!(r#"{{"sources": [{{"kind": "linkSet", "name": "A", "template": "{template}"}}]}}"#);
            assert_eq!(faults(&json), [""; 0], "{json}");
        }
    }
}
