//! Odd, broken and hostile lines, and what the door for programs makes of them: always one line.

use cho_phien::gs1::report::answer;
use serde_json::{Value, json};

/// Each text, and the kind with what tells it from its like: key and value, reason, host, then the codes of the warnings.
const TEXTS: &[(&str, &str)] = &[
    // Symbology identifiers, separators, composite components.
    (
        "]C1010952806003001610A\u{1d}17270215",
        "gs1 09528060030016 10=A 17=270215 demonstration",
    ),
    (
        "]d2010952806003001610A\u{1d}\u{1d}17270215\u{1d}",
        "gs1 09528060030016 10=A 17=270215 demonstration",
    ),
    ("]J1010952806003001610A", "gs1 09528060030016 10=A demonstration"),
    (
        "]E09528060030016|]e010A\u{1d}17270215",
        "gs1 09528060030016 10=A 17=270215 demonstration",
    ),
    (
        "]E09528060030016|]e017270215",
        "gs1 09528060030016 17=270215 demonstration",
    ),
    ("]E496385074|]e010A\u{1d}21B", "gs1 00000096385074 10=A 21=B"),
    ("]E0952806003001", "rejected check-digit"),
    ("]C1", "rejected empty"),
    ("]", "text"),
    ("]z9hello", "text"),
    (
        "\u{1d}010952806003001610A",
        "gs1 09528060030016 10=A demonstration",
    ),
    // Text in brackets.
    ("(01)09528060030016(10)A(10)B", "rejected repeated"),
    (
        "(01)09528060030016(10)A(10)A",
        "gs1 09528060030016 10=A demonstration",
    ),
    (
        "(01)09528060030016(10)A\\(B",
        "gs1 09528060030016 10=A(B demonstration",
    ),
    ("(01)09528060030016(10", "rejected bracket"),
    ("(01)09528060030016(10)", "rejected length"),
    ("(01) 09528060030016 (10) LÔ", "rejected character"),
    (
        "(8200)https://x.test/a(01)09528060030016",
        "gs1 09528060030016 8200=https://x.test/a demonstration",
    ),
    ("(01)09528060030016(235)A(21)B", "rejected order"),
    // Signs that nobody sees.
    ("\u{feff}9528060030016", "gs1 09528060030016 demonstration"),
    ("9528060030016\0", "gs1 09528060030016 demonstration"),
    (
        "\u{200b}9528060030016\u{200e}",
        "gs1 09528060030016 demonstration",
    ),
    ("\u{feff}javascript:alert(1)", "rejected dangerous"),
    ("９５２８０６００３００１６", "text"),
    // Days, measures, prices, countries.
    (
        "(01)09528060030016(7003)2802290830",
        "gs1 09528060030016 7003=2802290830 demonstration",
    ),
    ("(01)09528060030016(7003)2702300830", "rejected value"),
    (
        "(01)09528060030016(7007)261001261030",
        "gs1 09528060030016 7007=261001261030 demonstration",
    ),
    (
        "(01)09528060030016(7007)261030261001",
        "gs1 09528060030016 7007=261030261001 date demonstration",
    ),
    (
        "(01)09528060030016(8008)26092308",
        "gs1 09528060030016 8008=26092308 demonstration",
    ),
    ("(01)09528060030016(8008)260923246000", "rejected value"),
    ("(01)09528060030016(17)270230", "rejected value"),
    (
        "(01)09528060030016(3932)70412000",
        "gs1 09528060030016 3932=70412000 missing-companion demonstration",
    ),
    (
        "(01)09528060030016(427)01",
        "gs1 09528060030016 427=01 missing-companion demonstration",
    ),
    ("(01)09528060030016(422)000", "rejected value"),
    // Digital Links.
    (
        "HTTPS://ID.GS1.ORG/01/09528060030016/10/A",
        "gs1 09528060030016 10=A demonstration",
    ),
    (
        "HtTpS://id.gs1.org/01/09528060030016",
        "gs1 09528060030016 demonstration",
    ),
    (
        "https://id.gs1.org/01/09528060030016/10/A%2FB?17=270215&x=y",
        "gs1 09528060030016 10=A/B 17=270215 demonstration",
    ),
    (
        "https://id.gs1.org/01/09528060030016?240=A+B",
        "rejected character",
    ),
    (
        "https://id.gs1.org/01/09528060030016/10/A+B",
        "gs1 09528060030016 10=A+B demonstration",
    ),
    (
        "https://id.gs1.org/01/09528060030016/10/%E1%BA",
        "rejected character",
    ),
    (
        "https://id.gs1.org/01/09528060030016?123=x",
        "rejected unknown-identifier",
    ),
    ("https://id.gs1.org/01/09528060030016/21/S/10/A", "rejected order"),
    (
        "https://id.gs1.org/gtin/9528060030016/lot/A",
        "gs1 09528060030016 10=A old-name short-gtin demonstration",
    ),
    (
        "https://shop.example/a/01/b/01/09528060030016",
        "gs1 09528060030016 unknown-host demonstration",
    ),
    (
        "https://evil.test/01/09528060030016?10=A",
        "gs1 09528060030016 10=A unknown-host qualifier-in-query demonstration",
    ),
    (
        "https://user:pw@id.gs1.org/01/09528060030016",
        "gs1 09528060030016 user-info odd-host demonstration",
    ),
    (
        "https://192.0.2.1/01/09528060030016",
        "gs1 09528060030016 ip-host unknown-host demonstration",
    ),
    (
        "https://id.gs1.org.evil.test/01/09528060030016",
        "gs1 09528060030016 look-alike unknown-host demonstration",
    ),
    ("https://id.gs1.org/ARFKk4XB0CDKWcnpq", "compressed id.gs1.org"),
    // Platforms.
    ("200012345678901200014", "platform"),
    (
        "https://icheck.vn/san-pham/8930000000019",
        "platform 08930000000019 icheck.vn",
    ),
    (
        "HTTPS://ICHECK.VN/san-pham/8930000000019",
        "platform 08930000000019 icheck.vn",
    ),
    (
        "icheck.vn/san-pham/8930000000019",
        "platform 08930000000019 icheck.vn",
    ),
    ("icheck.vn.evil.test/san-pham/8930000000019", "text"),
    (
        "https://icheck.vn.evil.test/san-pham/8930000000019",
        "link icheck.vn.evil.test look-alike",
    ),
    ("38930000000019", "platform 08930000000019 check-digit"),
    // Payments, contacts, networks.
    (
        "00020101021138540010A00000072701240006970406011012345678900208QRIBFTTA53037045802VN6304D214",
        "payment damaged",
    ),
    (
        "00020101021138540010A00000072701240006970406011012345678900208QRIBFTTA53037045802VN6304d213",
        "payment",
    ),
    ("TEL:*21*0900#", "contact service-code"),
    ("tel:%2A21%23", "contact service-code"),
    ("tel:+84912345678", "contact"),
    ("sms:8x88?body=DK", "contact paid-message"),
    ("mailto:", "contact"),
    ("BEGIN:VCARD", "contact"),
    ("WIFI:", "wifi open-network"),
    // Links.
    (
        "https://xn--chphin-mva4942d.example/",
        "link xn--chphin-mva4942d.example look-alike punycode",
    ),
    (
        "https://аpple.example/",
        "link xn--pple-43d.example mixed-scripts punycode",
    ),
    ("http://0x7f.1/", "link 127.0.0.1 ip-host not-encrypted"),
    ("https://bit.ly:8080/abc", "link bit.ly shortener port"),
    (
        "https://a.example/?next=%2f%2fb.example",
        "link a.example redirect",
    ),
    ("https://a.example/r?to=b.example", "link a.example redirect"),
    (
        "https://a.example/r?Redirect_Uri=b.example%2Fx",
        "link a.example redirect",
    ),
    ("https://a.example/r?to=index.html", "link a.example"),
    ("https://a.example/r?v=1.2&to=3.4", "link a.example"),
    ("https:///evil.test", "link evil.test"),
    ("http:/\\evil.test", "link evil.test not-encrypted"),
    ("https://evil%2etest/", "link evil.test"),
    ("https://evil.test%00.gs1.org/", "text"),
    ("//evil.test/x", "text"),
    ("data:text/html,<script>", "rejected dangerous"),
    ("java\tscript:alert(1)", "rejected dangerous"),
    ("javascript%3Aalert(1)", "text"),
    ("market://details?id=x", "rejected scheme"),
    ("geo:22.4,103.4", "text"),
    // Numbers that name no product everywhere.
    ("2112345012346", "restricted measured"),
    ("0412345678903", "restricted internal"),
    ("9900000000004", "restricted coupon"),
    ("9790260000438", "gs1 09790260000438"),
    ("00000000", "restricted internal"),
    ("", "rejected empty"),
    (" \n\t", "rejected empty"),
];

#[test]
fn every_odd_text_is_what_it_is() {
    let mut wrong = Vec::new();
    for (text, expected) in TEXTS {
        let found = told(&answered(&json!(text).to_string()));
        if found != *expected {
            wrong.push(format!("{text:?}: expected {expected}, found {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(TEXTS.len() >= 60);
}

#[test]
fn lines_that_are_no_question_are_answered_all_the_same() {
    for line in [
        "",
        "{bad",
        "\"",
        "null",
        "7",
        "[]",
        "{}",
        r#"{"text":7}"#,
        r#"{"symbology":"EAN-13"}"#,
        r#""\ud800""#,
        r#""\udc00abc""#,
        r#"{"text":"\ud800"}"#,
        "\u{fffd}",
        "\"a\" \"b\"",
        "'a'",
        &"[".repeat(100_000),
    ] {
        let answer = answered(line);
        assert_eq!(answer["kind"], "rejected", "{line:.40}");
        assert_eq!(answer["reason"], "json", "{line:.40}");
    }
    assert_eq!(
        answered(r#"{"text":"9528060030016","symbology":7}"#)["kind"],
        "gs1"
    );
}

#[test]
fn a_line_of_a_million_characters_is_answered() {
    let million = |part: &str| part.repeat(1_000_000 / part.len());
    for (text, kind) in [
        (million("9"), "text"),
        (format!("https://a.example/{}", million("01/")), "link"),
        (million("(01)09528060030016"), "rejected"),
        (format!("https://a.example/?{}", million("u=%2f%2f&")), "link"),
        (format!("https://xn--{}.test/", million("a")), "link"),
        (format!("000201{}", million("26")), "payment"),
        (format!("]C1{}", million("10A\u{1d}")), "rejected"),
        (million("\u{feff}"), "rejected"),
    ] {
        assert_eq!(answered(&json!(text).to_string())["kind"], kind, "{text:.40}");
    }
}

#[test]
fn numbers_for_weighed_goods_are_divided_without_being_believed() {
    let inside = |text: &str| answered(&json!(text).to_string())["inside"].clone();
    let told = inside("2112345012346");
    assert_eq!(told["layout"], "unknown");
    assert_eq!(
        told["possible"],
        json!([{"item": "12345", "value": "01234", "checkDigitFits": false}])
    );
    assert!(told["vi"].as_str().unwrap().contains("không biết chắc"));
    assert_eq!(inside("0412345678903"), Value::Null);
    assert_eq!(inside("9528060030016"), Value::Null);
}

pub fn answered(line: &str) -> Value {
    let answer = answer(line, 2026);
    assert!(!answer.contains(['\n', '\r']), "{line:.40}");
    serde_json::from_str(&answer).unwrap()
}

/// Kind, what tells it from its like, and the codes of the warnings.
pub fn told(answer: &Value) -> String {
    let kind = answer["kind"].as_str().unwrap();
    let mut words = vec![kind.to_owned()];
    let of = |name: &str| answer[name].as_str().map(str::to_owned);
    match kind {
        "gs1" => words.extend(of("value")),
        "platform" => words.extend(of("gtin")),
        "restricted" => words.extend(of("purpose")),
        _ => words.extend(of("reason")),
    }
    words.extend(of("host"));
    if kind == "gs1" {
        let members = ["qualifiers", "attributes"].iter();
        let pairs = members.flat_map(|name| answer[*name].as_object().unwrap());
        words.extend(pairs.map(|(ai, value)| format!("{ai}={}", value.as_str().unwrap())));
    }
    let warnings = answer["warnings"].as_array().unwrap();
    let mut codes: Vec<String> = warnings
        .iter()
        .map(|warning| warning["code"].as_str().unwrap().to_owned())
        .collect();
    if kind == "restricted" {
        codes.clear(); // The purpose says the same.
    }
    words.extend(codes);
    words.join(" ")
}
