//! More odd lines for the door of programs: element strings with every kind of fault, links in odd clothes, payments and networks.

use crate::odd_inputs::{answered, told};
use serde_json::{Value, json};

/// Each text, and what it is in the words of [`told`].
const TEXTS: &[(&str, &str)] = &[
    // Element strings.
    (
        "]C1010952806003001621AAAAAAAAAAAAAAAAAAAA",
        "gs1 09528060030016 21=AAAAAAAAAAAAAAAAAAAA demonstration",
    ),
    ("]C1010952806003001621AAAAAAAAAAAAAAAAAAAAA", "rejected length"),
    (
        "]C10109528060030016\u{1d}10A",
        "gs1 09528060030016 10=A demonstration",
    ),
    (
        "]C110A\u{1d}0109528060030016",
        "gs1 09528060030016 10=A demonstration",
    ),
    ("]C10109528060030017", "rejected check-digit"),
    ("]C101095280600300", "rejected length"),
    (
        "]C101095280600300163103000750",
        "gs1 09528060030016 3103=000750 demonstration",
    ),
    ("]C10109528060030016310300075", "rejected length"),
    ("]C10109528060030016310A000750", "rejected unknown-identifier"),
    ("]C102095280600300163710", "rejected no-key"),
    (
        "]C10019528060020001003702095280600300163724",
        "gs1 195280600200010037 02=09528060030016 37=24",
    ),
    ("]C101095280600300167003261130", "rejected length"),
    ("]C1010952806003001615270231", "rejected value"),
    (
        "]C1010952806003001615270200",
        "gs1 09528060030016 15=270200 demonstration",
    ),
    ("]C101095280600300161527020", "rejected length"),
    (
        "]C10109528060030016422704",
        "gs1 09528060030016 422=704 demonstration",
    ),
    ("]C1010952806003001642370412", "rejected length"),
    ("]C18004952806ABC", "gs1 952806ABC"),
    ("]C18006095280600300160102", "gs1 095280600300160102"),
    ("]C18006095280600300160301", "rejected value"),
    ("]C12539528060010001A1", "gs1 9528060010001A1"),
    ("]C14149528060010001254A1", "gs1 9528060010001 254=A1"),
    ("]C14109528060010001", "rejected no-key"),
    ("]C14179528060010001", "gs1 9528060010001"),
    ("]C1010952806003001610", "rejected length"),
    ("]C1010952806003001610\u{1d}21X", "rejected length"),
    ("]Q3010952806003001610LÔ", "rejected character"),
    (
        "]Q1(01)09528060030016(10)A",
        "gs1 09528060030016 10=A demonstration",
    ),
    (
        "]d1https://id.gs1.org/01/09528060030016/10/A",
        "gs1 09528060030016 10=A demonstration",
    ),
    ("]E00012345678905", "gs1 00012345678905"),
    ("]E3952806003001612", "gs1 09528060030016 demonstration"),
    ("]E3952806003001612345", "gs1 09528060030016 demonstration"),
    ("]E395280600300161", "rejected length"),
    (
        "01095280600300161726092310A1",
        "gs1 09528060030016 10=A1 17=260923 demonstration",
    ),
    (
        "010952806003001610A117260923",
        "gs1 09528060030016 10=A117260923 demonstration",
    ),
    ("00195280600200010037", "gs1 195280600200010037"),
    ("00195280600200010038", "text"),
    // Text in brackets.
    (
        "(01)09528060030016 (10)A (17)270215",
        "gs1 09528060030016 10=A 17=270215 demonstration",
    ),
    (
        "(01)09528060030016\n(10)A",
        "gs1 09528060030016 10=A demonstration",
    ),
    ("(01)96385074", "gs1 00000096385074"),
    ("(1)09528060030016", "text"),
    ("(01)0952806003001X", "rejected character"),
    ("(01)09528060030016(99)a;b(c", "rejected bracket"),
    ("(10)A(01)09528060030016", "gs1 09528060030016 10=A demonstration"),
    // Digital Links.
    (
        "https://id.gs1.org/01/09528060030016/10/A%2fB%20C",
        "rejected character",
    ),
    (
        "https://id.gs1.org/01/09528060030016/10/%25%2F%3F",
        "gs1 09528060030016 10=%/? demonstration",
    ),
    (
        "https://id.gs1.org/01/09528060030016/10/?17=270215",
        "rejected length",
    ),
    (
        "https://id.gs1.org/01/09528060030016?17=270215#x?10=A",
        "gs1 09528060030016 17=270215 demonstration",
    ),
    (
        "https://id.gs1.org/01/09528060030016#/10/A",
        "gs1 09528060030016 demonstration",
    ),
    (
        "https://id.gs1.org/01/09528060030016?17=270215&17=270216",
        "rejected order",
    ),
    (
        "https://id.gs1.org/01/09528060030016?17=270215;3103=000750",
        "gs1 09528060030016 17=270215 3103=000750 demonstration",
    ),
    (
        "https://id.gs1.org/01/09528060030016?240=A;B;99=C",
        "gs1 09528060030016 240=A;B 99=C demonstration",
    ),
    ("https://id.gs1.org/01/09528060030016?17=", "rejected length"),
    (
        "https://id.gs1.org/01/09528060030016?17",
        "gs1 09528060030016 demonstration",
    ),
    (
        "https://id.gs1.org/01/09528060030016?LINKTYPE=all&%31%37=270215",
        "gs1 09528060030016 17=270215 demonstration",
    ),
    (
        "https://id.gs1.org/01/012345678905",
        "gs1 00012345678905 short-gtin",
    ),
    (
        "https://id.gs1.org/01/96385074/10/A",
        "gs1 00000096385074 10=A short-gtin",
    ),
    ("https://id.gs1.org/01/0123456789", "link id.gs1.org"),
    (
        "https://id.gs1.org/01/%30%39528060030016",
        "gs1 09528060030016 demonstration",
    ),
    (
        "https://chè.example/01/09528060030016",
        "gs1 09528060030016 punycode unknown-host demonstration",
    ),
    (
        "https://[2001:db8::1]/01/09528060030016",
        "gs1 09528060030016 ip-host unknown-host demonstration",
    ),
    (
        "https://id.gs1.org/8006/095280600300160102/21/S",
        "gs1 095280600300160102 21=S",
    ),
    (
        "https://id.gs1.org/00/195280600200010037?02=09528060030016&37=24",
        "gs1 195280600200010037 02=09528060030016 37=24",
    ),
    (
        "https://id.gs1.org/414/9528060010001/254/A1",
        "gs1 9528060010001 254=A1",
    ),
    ("https://id.gs1.org/01/09528060030016/10/A/10/B", "rejected order"),
    (
        "https://id.gs1.org/01/09528060030016/235/T/21/S",
        "rejected order",
    ),
    ("https://id.gs1.org/01/09528060030016/10/a/22/b", "rejected order"),
    (
        "https://id.gs1.org/10/A/01/09528060030016",
        "gs1 09528060030016 demonstration",
    ),
    ("https://id.gs1.org/01/09528060030016/x", "link id.gs1.org"),
    ("ftp://id.gs1.org/01/09528060030016", "rejected scheme"),
    ("id.gs1.org/01/09528060030016", "gs1 09528060030016 demonstration"),
    (
        "https://id.gs1.org/01/09528060030016/10/%C3%94",
        "rejected character",
    ),
    (
        "https://id.gs1.org/01/09528060030016/21/%00",
        "rejected character",
    ),
    // Payments, networks, contacts.
    (
        "00020101021238540010A00000072701240006970406011000123456780208QRIBFTTA52045812530370454061200005802VN5911HTX CHE MAU6008LAI CHAU630412A3",
        "payment HTX CHE MAU",
    ),
    (
        "00020101021238540010A00000072701240006970406011000123456780208QRIBFTTA52045812530370454061300005802VN5911HTX CHE MAU6008LAI CHAU630412A3",
        "payment HTX CHE MAU damaged",
    ),
    ("0002016304AAE6", "payment"),
    ("0002015907CHÈ MẪU6304CA9B", "payment CHÈ MẪU"),
    ("000201", "rejected length"),
    ("WIFI:T:WPA;S:Cho\\;Phien\\:1\\\\2;P:x;;", "wifi Cho;Phien:1\\2"),
    ("WIFI:T:SAE;P:x;S:Cho Phien", "wifi Cho Phien"),
    ("wifi:S:\"abc\";T:nopass;;", "wifi \"abc\" open-network"),
    ("WIFI:T:WEP;S:a;;", "wifi a open-network"),
    ("MECARD:N:Mua,Lý A;TEL:0213;;", "contact"),
    ("SMSTO:+84912345678:xin chào", "contact paid-message"),
    // Links.
    ("www.chophien.example/x", "link www.chophien.example"),
    ("HTTP://A.EXAMPLE", "link a.example not-encrypted"),
    ("https://a.example/cho.APK", "link a.example program"),
];

#[test]
fn every_odd_code_is_what_it_is() {
    let mut wrong = Vec::new();
    for (text, expected) in TEXTS {
        let answer = answered(&json!(text).to_string());
        let mut found = told(&answer);
        if let Some(name) = answer["name"].as_str() {
            found = found.replacen(
                answer["kind"].as_str().unwrap(),
                &format!("{} {name}", answer["kind"].as_str().unwrap()),
                1,
            );
        }
        if found != *expected {
            wrong.push(format!("{text:?}: expected {expected}, found {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(TEXTS.len() >= 60);
}

#[test]
fn the_kind_of_symbol_decides_what_digits_mean() {
    for (text, symbology, expected) in [
        ("01234565", "UPC-E", "00012345000065"),
        ("96385074", "EAN-8", "00000096385074"),
        ("012345678905", "UPC-A", "00012345678905"),
        ("19528060030013", "ITF-14", "19528060030013"),
        ("0109528060030016", "GS1-128", "09528060030016"),
        ("0109528060030016", "GS1 DataBar Expanded", "09528060030016"),
    ] {
        let answer: Value = answered(&json!({"text": text, "symbology": symbology}).to_string());
        assert_eq!(answer["value"], expected, "{symbology}: {answer}");
    }
}
