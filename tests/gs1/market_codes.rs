//! The market's table of test codes, through the door for programs.

use cho_phien::gs1::report::answer;
use serde_json::{Value, json};

#[test]
fn the_test_codes_of_the_market_are_understood() {
    let table = std::fs::read_to_string("data/market/test-codes.json").unwrap();
    let table: Value = serde_json::from_str(&table).unwrap();
    let codes = table["codes"].as_array().unwrap();
    assert!(codes.len() >= 19, "{}", codes.len());
    for code in codes {
        let asked = json!({"text": code["input"], "symbology": code["symbology"]});
        let told: Value = serde_json::from_str(&answer(&asked.to_string(), 2026)).unwrap();
        assert!(fits(code, &told), "{code}: {told}");
    }
}

fn fits(code: &Value, told: &Value) -> bool {
    let input = code["input"].as_str().unwrap();
    let kind = told["kind"].as_str().unwrap();
    let warned = |codes: &[&str]| {
        let warnings = told["warnings"].as_array().unwrap();
        warnings
            .iter()
            .any(|warning| codes.iter().any(|code| warning["code"] == *code))
    };
    match code["expect"].as_str().unwrap() {
        "product" | "lot" | "serial" | "unknown" => {
            let gtin = told["value"].as_str().unwrap();
            let is = |ai: &str, field: &str| told["qualifiers"].get(ai) == code.get(field);
            kind == "gs1"
                && told["key"] == "01"
                && input.contains(&gtin[1..])
                && is("10", "lot")
                && is("21", "serial")
        }
        "foreign-domain" if input.contains("/01/") => {
            kind == "gs1" && warned(&["look-alike"]) && warned(&["unknown-host"])
        }
        "foreign-domain" => {
            let host = told["host"].as_str().unwrap();
            kind == "link" && input.contains(&format!("//{host}/")) && warned(&["shortener", "punycode"])
        }
        "payment-qr" => kind == "payment" && warned(&["damaged"]) == input.ends_with("ABCD"),
        "not-a-product" => kind == "wifi",
        "error:check-digit" => {
            kind == "rejected" && told["reason"] == "check-digit" && told["value"] == input
        }
        "rejected" => kind == "rejected",
        expected => panic!("nobody knows what {expected} is"),
    }
}

#[test]
fn every_line_gets_one_line() {
    let check = |line: &str, expected: Value| {
        let told = answer(line, 2026);
        assert!(!told.contains('\n'), "{told}");
        let told: Value = serde_json::from_str(&told).unwrap();
        for (field, value) in expected.as_object().unwrap() {
            assert_eq!(&told[field], value, "{line}: {told}");
        }
        assert!(told["warnings"].is_array(), "{told}");
    };
    check("", json!({"kind": "rejected", "reason": "json"}));
    check("{", json!({"kind": "rejected", "reason": "json"}));
    check("7", json!({"kind": "rejected", "reason": "json"}));
    check(
        r#"{"symbology": "QR"}"#,
        json!({"kind": "rejected", "reason": "json"}),
    );
    check(r#""""#, json!({"kind": "rejected", "reason": "empty"}));
    check(
        r#"{"text": "a\nb", "symbology": 7}"#,
        json!({"kind": "text", "value": "a\nb"}),
    );
    check(
        r#"{"text": "https://a.example/01/09528060020017/10/L/21/S?17=280500&3103=000750&422=704", "symbology": "QR"}"#,
        json!({
            "kind": "gs1",
            "key": "01",
            "value": "09528060020017",
            "qualifiers": {"10": "L", "21": "S"},
            "attributes": {"17": "280500", "3103": "000750", "422": "704"},
            "canonical": "https://id.gs1.org/01/09528060020017/10/L/21/S",
            "meanings": {
                "17": {"date": "2028-05-31"},
                "3103": {"number": "0.750", "unit": "kg"},
                "422": {"countries": ["704"]},
            },
            "issuer": "GS1 Global Office",
        }),
    );
    check(
        r#"{"text": "17280500", "symbology": "GS1-128"}"#,
        json!({"kind": "rejected", "reason": "no-key", "attributes": {"17": "280500"}}),
    );
    check(
        r#"{"text": "01095280600200171728052010L", "symbology": "]C1"}"#,
        json!({"kind": "gs1", "qualifiers": {"10": "L"}, "attributes": {"17": "280520"}}),
    );
    check(
        r#"{"text": "]d2010952806002001710L", "symbology": "]d2"}"#,
        json!({"kind": "gs1", "qualifiers": {"10": "L"}}),
    );
    check(
        r#"{"text": "01234505", "symbology": "UPC-E"}"#,
        json!({"kind": "gs1", "value": "00012000003455"}),
    );
    check(
        r#""2001234567893""#,
        json!({"kind": "restricted", "key": "01", "value": "02001234567893", "purpose": "measured"}),
    );
    check(
        r#""9528060050015""#,
        json!({"kind": "rejected", "reason": "check-digit", "value": "9528060050015", "expected": 4, "found": 5}),
    );
}
