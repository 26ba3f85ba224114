//! What texts identify: rows of examples, the market's own test codes, and the published cases of the standard's engine.

#![allow(clippy::unwrap_used)]

use cho_phien::address::{Address, Page};
use cho_phien::gs1::digital_link::DigitalLinkError;
use cho_phien::gs1::element_string::ElementStringError;
use cho_phien::gs1::gtin::GtinError;
use cho_phien::gs1::identifiers;
use cho_phien::gs1::identity::Foreign;
use cho_phien::gs1::{DigitalLink, ElementString, Gln, Gtin, Identity, Rejection};
use cho_phien::symbol::Format;
use serde_json::Value;

#[test]
fn gtins_of_every_length_are_filled_to_fourteen() {
    let check = |text, expected: Result<&str, GtinError>| {
        let found = Gtin::parse(text);
        assert_eq!(
            found.map(|gtin| gtin.to_string()),
            expected.map(str::to_owned),
            "{text}"
        );
    };
    check("96385074", Ok("00000096385074"));
    check("012345678905", Ok("00012345678905"));
    check("6291041500213", Ok("06291041500213"));
    check("19528060020014", Ok("19528060020014"));
    check("00000000", Ok("00000000000000"));
    check("", Err(GtinError::Length(0)));
    check("9528060", Err(GtinError::Length(7)));
    check("095280600200170", Err(GtinError::Length(15)));
    check("95280600200l7", Err(GtinError::Digit('l')));
    check("９６３８５０７４", Err(GtinError::Digit('９')));
    check(
        "6291041500214",
        Err(GtinError::CheckDigit {
            expected: 3,
            found: 4,
        }),
    );
}

#[test]
fn a_gtin_is_shown_as_on_the_packet() {
    let shown = |text| Gtin::parse(text).unwrap().shown().to_owned();
    assert_eq!(shown("09528060020017"), "9528060020017");
    assert_eq!(shown("19528060020014"), "19528060020014");
}

#[test]
fn a_gln_has_thirteen_digits() {
    let check = |text, expected: Result<&str, GtinError>| {
        let found = Gln::parse(text);
        assert_eq!(
            found.map(|gln| gln.to_string()),
            expected.map(str::to_owned),
            "{text}"
        );
    };
    check("9528060901002", Ok("9528060901002"));
    check("96385074", Err(GtinError::GlnLength(8)));
    check(
        "9528060901003",
        Err(GtinError::CheckDigit {
            expected: 2,
            found: 3,
        }),
    );
}

#[test]
fn a_upc_e_number_gets_its_zeros_back() {
    let check = |text, expected: Result<&str, GtinError>| {
        let found = Gtin::from_upc_e(text);
        assert_eq!(
            found.map(|gtin| gtin.to_string()),
            expected.map(str::to_owned),
            "{text}"
        );
    };
    check("01234505", Ok("00012000003455"));
    check("01234514", Ok("00012100003454"));
    check("04252614", Ok("00042100005264"));
    check("01234531", Ok("00012300000451"));
    check("01234543", Ok("00012340000053"));
    check("01234565", Ok("00012345000065"));
    check("01234596", Ok("00012345000096"));
    check("11234579", Ok("00112345000079"));
    check(
        "01234566",
        Err(GtinError::CheckDigit {
            expected: 5,
            found: 6,
        }),
    );
    check("21234565", Err(GtinError::NumberSystem('2')));
    check("012345", Err(GtinError::UpcELength(6)));
}

#[test]
fn numbers_for_use_inside_a_shop_are_restricted() {
    let check = |text, expected| {
        assert_eq!(
            Gtin::parse(text).unwrap().is_restricted(),
            expected,
            "{text}"
        )
    };
    check("2001234567893", true);
    check("0212345678909", true);
    check("042100005264", false);
    check("0042100005264", false);
    check("423456789013", true);
    check("212345678909", true);
    check("02345673", true);
    check("20123451", true);
    check("96385074", false);
    check("9528060020017", false);
    check("012345678905", false);
}

#[test]
fn element_strings_are_taken_apart() {
    let check = |text: &str, expected: &str| {
        let read = if text.starts_with('(') {
            ElementString::parse_bracketed(text)
        } else {
            ElementString::parse(text)
        };
        let told: String = read
            .unwrap()
            .elements
            .iter()
            .map(|(ai, value)| format!("({ai}){value}"))
            .collect();
        assert_eq!(told, expected, "{text:?}");
    };
    check(
        "(01)09528060030016(10)SC261003",
        "(01)09528060030016(10)SC261003",
    );
    check(
        "(01) 9528060030016 (10) SC261003 ",
        "(01)09528060030016(10)SC261003",
    );
    check("(01)09528060030016(10)A\\(1)", "(01)09528060030016(10)A(1)");
    check(
        "010952806003001610SC261003",
        "(01)09528060030016(10)SC261003",
    );
    check(
        "\u{1d}010952806003001610SC261003\u{1d}17270215",
        "(01)09528060030016(10)SC261003(17)270215",
    );
    check(
        "0109528060030016\u{1d}17270215\u{1d}10A\u{1d}",
        "(01)09528060030016(17)270215(10)A",
    );
    check("01095280600300160109528060030016", "(01)09528060030016");
    check(
        "0109528060030016310300075017270200",
        "(01)09528060030016(3103)000750(17)270200",
    );
}

#[test]
fn a_faulty_element_string_says_where() {
    let check = |text: &str, expected: &str| {
        let read = if text.starts_with('(') {
            ElementString::parse_bracketed(text)
        } else {
            ElementString::parse(text)
        };
        assert_eq!(read.unwrap_err().to_string(), expected, "{text:?}");
    };
    check("", "an element string without elements");
    check("\u{1d}", "an element string without elements");
    check(
        "010952806003001689X",
        "unknown application identifier at \"89X\"",
    );
    check(
        "(01)09528060030016(10)",
        "AI 10: expected 1 to 20 characters, not 0",
    );
    check(
        "(01)09528060030016 10)A",
        "AI 01: expected 14 characters, not 19",
    );
    check(
        "(01)09528060030016(10",
        "expected an identifier in brackets at \"(10\"",
    );
    check("010952806003001", "AI 01: expected 14 characters, not 13");
    check(
        "0109528060030017",
        "AI 01: the check digit is 7 but should be 6",
    );
    check("010952806003001610Chè", "AI 10: 'è' cannot stand here");
    check(
        "10123456789012345678901",
        "AI 10: expected 1 to 20 characters, not 21",
    );
    check(
        "010952806003001617270230",
        "AI 17: 270230 is no date of the form YYMMDD",
    );
    check("10A\u{1d}10B", "AI 10 has two different values");
}

#[test]
fn digital_links_are_read_and_written() {
    let check = |text: &str, address: &str| {
        let link = DigitalLink::parse(text).unwrap();
        assert_eq!(link.address(), address, "{text}");
        assert_eq!(DigitalLink::parse(&link.address()), Ok(link), "{text}");
    };
    check(
        "https://id.gs1.org/01/09528060020017/10/OL260925",
        "/01/09528060020017/10/OL260925",
    );
    check("/01/9528060020017/", "/01/09528060020017");
    check("HTTP://A/01/96385074", "/01/00000096385074");
    check(
        "https://a/stem/00/006141411234567890",
        "/00/006141411234567890",
    );
    check(
        "https://a/01/06291041500213/01/09528060020017",
        "/01/09528060020017",
    );
    check(
        "/01/09528060020017/22/V/10/L%2FA/21/S+1?17=280520&linkType=gs1:pip",
        "/01/09528060020017/22/V/10/L%2FA/21/S%2B1?17=280520",
    );
    check(
        "/01/09528060020017/21/%25%2e?3103=000750&15=270200#top",
        "/01/09528060020017/21/%25.?3103=000750&15=270200",
    );
    check("/01/09528060020017/10/01", "/01/09528060020017/10/01");
    check(
        "/01/09528060020017/235/T?10=A%2bB",
        "/01/09528060020017/235/T?10=A%2BB",
    );
    check("/414/9528060901002/254/A", "/414/9528060901002/254/A");
    check("/417/9528060901002", "/417/9528060901002");
}

#[test]
fn a_digital_link_tells_its_parts() {
    let link = DigitalLink::parse("https://a/01/9528060020017/10/A/21/B?17=280520").unwrap();
    assert_eq!(link.gtin(), Gtin::parse("9528060020017").ok());
    assert_eq!(
        (link.lot(), link.serial(), link.attribute("17")),
        (Some("A"), Some("B"), Some("280520"))
    );
    assert_eq!(
        link.canonical(),
        "https://id.gs1.org/01/09528060020017/10/A/21/B"
    );
}

#[test]
fn a_faulty_digital_link_says_why() {
    let check = |text: &str, expected: &str| {
        assert_eq!(
            DigitalLink::parse(text).unwrap_err().to_string(),
            expected,
            "{text}"
        );
    };
    let no_key = DigitalLinkError::NoKey.to_string();
    for text in [
        "",
        "/",
        "badurl",
        "https://01/09528060020017",
        "ftp://a/01/09528060020017",
        "HtTp://a/01/09528060020017",
        "https://a/gtin/09528060020017",
        "https://a/01//09528060020017",
    ] {
        check(text, &no_key);
    }
    check(
        "/01/9528060020018",
        "AI 01: the check digit is 8 but should be 7",
    );
    check(
        "/01/123",
        "AI 01: expected 8, 12, 13 or 14 characters, not 3",
    );
    check("/01/09528060020017/21/B/10/A", "AI 10 cannot stand here");
    check("/01/09528060020017/10/A/10/A", "AI 10 cannot stand here");
    check("/01/09528060020017/10/A?10=A", "AI 10 cannot stand here");
    check("/01/09528060020017/17/280520", "AI 17 cannot stand here");
    check("/01/09528060020017?21=B", "AI 21 cannot stand here");
    check(
        "/01/09528060020017?4321=2",
        "unknown application identifier 4321",
    );
    check("/01/09528060020017?10=A+B", "AI 10: ' ' cannot stand here");
    check(
        "/01/09528060020017?17=281320",
        "AI 17: 281320 is no date of the form YYMMDD",
    );
    check(
        "/01/09528060020017/10/%c3%a8",
        "AI 10: 'è' cannot stand here",
    );
    check(
        "/01/09528060020017/10/%ff",
        "AI 10: '\u{fffd}' cannot stand here",
    );
    check(
        "/417/9528060901003",
        "AI 417: the check digit is 3 but should be 2",
    );
}

#[test]
fn every_lot_of_the_allowed_characters_survives_its_address() {
    let allowed: Vec<char> = ('!'..='z')
        .filter(|char| char.is_ascii_alphanumeric() || "!\"%&'()*+,-./:;<=>?_".contains(*char))
        .collect();
    assert_eq!(allowed.len(), 82);
    for lot in allowed.chunks(20) {
        let mut link = DigitalLink::product(Gtin::parse("96385074").unwrap());
        link.qualifiers
            .push(("10".to_owned(), lot.iter().collect()));
        link.attributes
            .push(("240".to_owned(), lot.iter().rev().collect()));
        assert_eq!(DigitalLink::parse(&link.address()), Ok(link));
    }
}

/// What a text is, in one word or an address.
fn told(text: &str, format: Option<Format>) -> String {
    match Identity::read(text, format) {
        Ok(Identity::Gs1(link)) => link.address(),
        Ok(Identity::Foreign(Foreign::Restricted(number))) => format!("restricted {number}"),
        Ok(Identity::Foreign(Foreign::Link { host, url })) if url == text.trim() => {
            format!("link {host}")
        }
        Ok(Identity::Foreign(foreign)) => format!("{foreign:?}"),
        Err(Rejection::CheckDigit {
            number,
            expected,
            found,
        }) => format!("{number}: {found} for {expected}"),
        Err(rejection) => rejection.to_string(),
    }
}

#[test]
fn typed_and_pasted_texts_are_understood() {
    let check = |text: &str, expected: &str| assert_eq!(told(text, None), expected, "{text:?}");
    check(" 9528060020017\n", "/01/09528060020017");
    check("952 8060 02001-7", "/01/09528060020017");
    check("9528060050015", "9528060050015: 5 for 4");
    check(
        "95280600500",
        "a product number has 8, 12, 13 or 14 digits, not 11",
    );
    check(
        "123456",
        "a product number has 8, 12, 13 or 14 digits, not 6",
    );
    check("12345", "Text(\"12345\")");
    check(
        "(01)09528060030016(10)SC261003",
        "/01/09528060030016/10/SC261003",
    );
    check(
        "(10)SC261003(01)09528060030016(17)270215",
        "/01/09528060030016/10/SC261003?17=270215",
    );
    check("(01)09528060030017", "09528060030017: 7 for 6");
    check("(10)SC261003", "the path has no GS1 key");
    check("(024) 3823 1234", "Text(\"(024) 3823 1234\")");
    check("00006141411234567890", "/00/006141411234567890");
    check(
        "(00)006141411234567890(02)09528060030016(37)12",
        "/00/006141411234567890?02=09528060030016&37=12",
    );
    check("(414)9528060901002(254)A", "/414/9528060901002/254/A");
    check("(417)9528060901002", "/417/9528060901002");
    check("2001234567893", "restricted 2001234567893");
    check("https://a/01/02001234567893", "restricted 2001234567893");
    check("chophien.example/01/9528060020017", "/01/09528060020017");
    check("/01/9528060020017/10/A", "/01/09528060020017/10/A");
    check(
        "https://chophien.example.evil.test/01/09528060020017",
        "/01/09528060020017",
    );
    check("https://a/01/9528060020018", "9528060020018: 8 for 7");
    check("https://a/01/9528060020017/17/1", "AI 17 cannot stand here");
    check("https://news.test/2026/01/15", "link news.test");
    check(
        "HtTpS://chophien.example@evil.test:8080/x",
        "link evil.test",
    );
    check("http://[2001:db8::1]:80/", "link [2001:db8::1]");
    check("https://evil.test\\@chophien.example/", "link evil.test");
    check("https://", "Text(\"https://\")");
    check("javascript:alert(1)", "dangerous link");
    check("JavaScript:alert(1)", "dangerous link");
    check("java\nscript:alert(1)", "dangerous link");
    check("]Q1data:text/html,x", "dangerous link");
    check("file:///etc", "dangerous link");
    check("vbscript:x", "dangerous link");
    check("000201damaged", "Payment");
    check("WIFI:S:x;;", "WiFi");
    check("tel:+84912345678", "Contact");
    check("mailto:a@b.test", "Contact");
    check("BEGIN:VCARD\nURL:https://a/01/9528060020017", "Contact");
    check("MECARD:N:A;;", "Contact");
    check("Chợ phiên", "Text(\"Chợ phiên\")");
    check("", "empty");
    check(" \n ", "empty");
    check("]E0", "empty");
}

#[test]
fn scanned_texts_are_understood_by_their_symbol() {
    let check = |text: &str, format, expected: &str| {
        assert_eq!(told(text, Some(format)), expected, "{text:?}")
    };
    check("04252614", Format::UpcE, "/01/00042100005264");
    check("0042100005264", Format::UpcE, "/01/00042100005264");
    check("04252614", Format::Ean8, "04252614: 4 for 0");
    check("]E0042100005264", Format::UpcA, "/01/00042100005264");
    check("]E496385074", Format::Ean8, "/01/00000096385074");
    check(
        "]E09528060020017|]e010A",
        Format::Ean13,
        "/01/09528060020017",
    );
    check("]I119528060020014", Format::Itf, "/01/19528060020014");
    check(
        "952-8060020017",
        Format::Code128,
        "Text(\"952-8060020017\")",
    );
    check(
        "]C10109528060030016\u{1d}10A",
        Format::Code128,
        "/01/09528060030016/10/A",
    );
    check("]e00109528060030016", Format::DataBar, "/01/09528060030016");
    check(
        "]Q301095280600300162112",
        Format::QrCode,
        "/01/09528060030016/21/12",
    );
    check(
        "]d2010952806003001689X",
        Format::DataMatrix,
        "unknown application identifier at \"89X\"",
    );
    check(
        "\u{1d}010952806003001610A",
        Format::DataMatrix,
        "/01/09528060030016/10/A",
    );
    check(
        "]Q1https://id.gs1.org/01/09528060020017",
        Format::QrCode,
        "/01/09528060020017",
    );
    check("01 and more", Format::QrCode, "Text(\"01 and more\")");
}

#[test]
fn addresses_lead_to_pages_and_back() {
    let check = |text: &str, page: &str, path: &str| {
        let address = Address::read(text);
        let kind = format!("{:?}", address.page);
        assert!(kind.starts_with(page), "{text}: {kind}");
        assert_eq!(address.path(), path, "{text}");
        assert_eq!(Address::read(path), address, "{text}");
    };
    check("/", "Home", "/");
    check("", "Home", "/");
    check("/?lang=en", "Home", "/");
    check("/scan", "Scan", "/scan");
    check("/market?category=tea", "Market", "/market");
    check("/saved/", "Saved", "/saved");
    check("/about#data", "About", "/about");
    check(
        "/01/9528060020017?17=280520&lang=en",
        "Journey",
        "/01/09528060020017?17=280520",
    );
    check("/01/96385074", "Journey", "/01/00000096385074");
    check(
        "/00/006141411234567890",
        "Journey",
        "/00/006141411234567890",
    );
    check("/417/9528060901002?x=y", "Producer", "/417/9528060901002");
    check("/414/9528060901002/", "Place", "/414/9528060901002");
    check("/embed", "Home", "/embed/");
    check(
        "/embed/01/9528060020017",
        "Journey",
        "/embed/01/09528060020017",
    );
    check("/embed/market", "Market", "/embed/market");
    check("/embedded", "Unknown", "/embedded");
    check("/nowhere?x", "Unknown", "/nowhere");
    check("/01", "Unknown", "/01");
    check(
        "/01/9528060020018",
        "Faulty(\"/01/9528060020018\", CheckDigit",
        "/01/9528060020018",
    );
    check("/01/123", "Faulty(\"/01/123\", Length(3)", "/01/123");
    check("/01/9528060020017/10/", "Faulty", "/01/9528060020017/10/");
    check(
        "/embed/417/9528060901003",
        "Faulty",
        "/embed/417/9528060901003",
    );
    assert!(matches!(
        Address::read("/embed/scan"),
        Address {
            page: Page::Scan,
            embedded: true
        }
    ));
}

#[test]
fn the_test_codes_of_the_market_are_understood() {
    let Some(table) = json(&[
        "data/market/test-codes.json",
        "../shared/data/market/test-codes.json",
    ]) else {
        return println!("no test codes here: nothing checked");
    };
    for code in table["codes"].as_array().unwrap() {
        let input = code["input"].as_str().unwrap();
        let symbology = code["symbology"].as_str().unwrap();
        let identity = Identity::read(input, format(symbology));
        assert!(fits(&identity, code), "{code}: {identity:?}");
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
        engine_form(
            &ElementString::parse_bracketed(text(row, "ai"))
                .ok()?
                .elements,
        )
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
        assert!(
            key_is_unknown || found.is_ok() == row[1],
            "{row}: {found:?}"
        );
    }
}

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
    options.is_some_and(|options| {
        options
            .keys()
            .any(|name| name != "permitZeroSuppressedGTIN")
    })
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

#[test]
fn no_bytes_make_the_readers_panic() {
    let seeds = [
        "9528060020017",
        "(01)09528060030016(10)SC261003\\(",
        "]d2010952806012001410TT261012\u{1d}17270215",
        "https://id.gs1.org/01/09528060100016/22/V/10/%2F/21/PU?17=280520&x=%",
        "00020101021238540010A00000072701240006970406",
        "/embed/414/9528060901002/254/A?3103=000750#é",
        "http://a@[::1]:8/\\",
    ];
    let mut random = 1_u64;
    let mut next = |below: usize| {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (random >> 33) as usize % below
    };
    for round in 0..20_000 {
        let mut bytes = seeds[round % seeds.len()].as_bytes().to_vec();
        for _ in 0..=next(4) {
            let at = next(bytes.len());
            match next(3) {
                0 => bytes[at] = next(256) as u8,
                1 => bytes.truncate(at + 1),
                _ => bytes.extend_from_within(at..),
            }
        }
        let text = String::from_utf8_lossy(&bytes);
        for format in [None, Some(Format::UpcE), Some(Format::QrCode)] {
            let _ = Identity::read(&text, format);
        }
        let address = Address::read(&text);
        if let Page::Journey(link) = &address.page {
            assert_eq!(
                DigitalLink::parse(&link.address()).as_ref(),
                Ok(link),
                "{text:?}"
            );
        }
        let _ = (
            ElementString::parse(&text),
            ElementString::parse_bracketed(&text),
            Gtin::from_upc_e(&text),
        );
    }
}

fn text<'a>(row: &'a Value, field: &str) -> &'a str {
    row[field].as_str().unwrap()
}

/// A table of published cases, from the folder that CONFORMANCE_DIR names; `None` where it is absent.
fn vectors(name: &str) -> Option<Value> {
    let folder =
        std::env::var("CONFORMANCE_DIR").unwrap_or_else(|_| "../shared/vectors".to_owned());
    let found = json(&[&format!("{folder}/gs1/{name}")]);
    if found.is_none() {
        println!("no {name} here: nothing checked");
    }
    found
}

/// The first of some files that is there.
fn json(paths: &[&str]) -> Option<Value> {
    let text = paths
        .iter()
        .find_map(|path| std::fs::read_to_string(path).ok())?;
    Some(serde_json::from_str(&text).unwrap())
}
