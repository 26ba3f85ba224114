//! Everything scanned, typed or pasted, and the addresses of the app.

use cho_phien::address::{Address, Page};
use cho_phien::gs1::identity::Foreign;
use cho_phien::gs1::{DigitalLink, ElementString, Gtin, Identity, Rejection};
use cho_phien::symbol::Format;

#[test]
fn typed_and_pasted_texts_are_understood() {
    let check = |text: &str, expected: &str| assert_eq!(told(text, None), expected, "{text:?}");
    check(" 9528060020017\n", "/01/09528060020017");
    check("952 8060 02001-7", "/01/09528060020017");
    check("\u{202a}9528060020017\u{202c}", "/01/09528060020017");
    check("\u{2066}9528060020017\u{2069}", "/01/09528060020017");
    check("9528060050015", "9528060050015: 5 for 4");
    check(
        "95280600500",
        "a product number has 8, 12, 13 or 14 digits, not 11",
    );
    check("123456", "a product number has 8, 12, 13 or 14 digits, not 6");
    check("12345", "Text(\"12345\")");
    check("(01)09528060030016(10)SC261003", "/01/09528060030016/10/SC261003");
    check(
        "(10)SC261003(01)09528060030016(17)270215",
        "/01/09528060030016/10/SC261003?17=270215",
    );
    check(
        "(21)S(10)SC261003(01)09528060030016",
        "/01/09528060030016/10/SC261003/21/S",
    );
    check("(01)09528060030016(10)A(235)T", "/01/09528060030016/235/T?10=A");
    check("(01)09528060030016(21)S(235)T", "AI 235 cannot stand here");
    check("(01)09528060030017", "09528060030017: 7 for 6");
    check("(10)SC261003", "there is no GS1 key");
    check("(024) 3823 1234", "Text(\"(024) 3823 1234\")");
    check("00006141411234567890", "/00/006141411234567890");
    check(
        "(00)006141411234567890(02)09528060030016(37)12",
        "/00/006141411234567890?02=09528060030016&37=12",
    );
    check("(414)9528060901002(254)A", "/414/9528060901002/254/A");
    check("(417)9528060901002", "/417/9528060901002");
    check("2001234567893", "Measured 2001234567893");
    check("https://a/01/02001234567893", "Measured 2001234567893");
    check("chophien.example/01/9528060020017", "/01/09528060020017");
    check("/01/9528060020017/10/A", "/01/09528060020017/10/A");
    check(
        "https://chophien.example.evil.test/01/09528060020017",
        "/01/09528060020017",
    );
    check("https://a/01/9528060020018", "9528060020018: 8 for 7");
    check("https://a/01/9528060020017/17/280520", "AI 17 cannot stand here");
    check("https://news.test/2026/01/15", "link news.test");
    check(
        "HtTpS://chophien.example@evil.test:8080/x",
        "link evil.test user-info port",
    );
    check(
        "http://[2001:db8::1]:80/",
        "link [2001:db8::1] ip-host not-encrypted",
    );
    check("https://evil.test\\@chophien.example/", "link evil.test");
    check("https://", "Text(\"https://\")");
    check("javascript:alert(1)", "dangerous link");
    check("JavaScript:alert(1)", "dangerous link");
    check("java\nscript:alert(1)", "dangerous link");
    check("]Q1data:text/html,x", "dangerous link");
    check("file:///etc", "dangerous link");
    check("vbscript:x", "dangerous link");
    check("000201damaged", "payment None");
    check("Chợ phiên", "Text(\"Chợ phiên\")");
    check("", "empty");
    check(" \n ", "empty");
    check("]E0", "empty");
}

#[test]
fn scanned_texts_are_understood_by_their_symbol() {
    let check =
        |text: &str, format, expected: &str| assert_eq!(told(text, Some(format)), expected, "{text:?}");
    check("04252614", Format::UpcE, "/01/00042100005264");
    check("0042100005264", Format::UpcE, "/01/00042100005264");
    check("04252614", Format::Ean8, "04252614: 4 for 0");
    check("]E0042100005264", Format::UpcA, "/01/00042100005264");
    check("]E496385074", Format::Ean8, "/01/00000096385074");
    check(
        "]E09528060020017|]e010A",
        Format::Ean13,
        "/01/09528060020017/10/A",
    );
    check("]I119528060020014", Format::Itf, "/01/19528060020014");
    check("952-8060020017", Format::Code128, "Text(\"952-8060020017\")");
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
    check(
        "[)>\u{1e}06\u{1d}1PA",
        Format::DataMatrix,
        "Text(\"[)>\\u{1e}06\\u{1d}1PA\")",
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
    check("/00/006141411234567890", "Journey", "/00/006141411234567890");
    check("/417/9528060901002?x=y", "Producer", "/417/9528060901002");
    check("/414/9528060901002/", "Place", "/414/9528060901002");
    check("/embed", "Home", "/embed/");
    check("/embed/01/9528060020017", "Journey", "/embed/01/09528060020017");
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
    check("/embed/417/9528060901003", "Faulty", "/embed/417/9528060901003");
    assert!(matches!(
        Address::read("/embed/scan"),
        Address {
            page: Page::Scan,
            embedded: true
        }
    ));
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
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
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
            assert_eq!(DigitalLink::parse(&link.address()).as_ref(), Ok(link), "{text:?}");
        }
        let _ = (
            ElementString::parse(&text),
            ElementString::parse_bracketed(&text),
            Gtin::from_upc_e(&text),
        );
    }
}

/// What a text is, in one word or an address.
fn told(text: &str, format: Option<Format>) -> String {
    match Identity::read(text, format) {
        Ok(Identity::Gs1(link)) => link.address(),
        Ok(Identity::Foreign(Foreign::Restricted { number, purpose, .. })) => format!("{purpose:?} {number}"),
        Ok(Identity::Foreign(Foreign::Link(link))) if link.url == text.trim() => {
            let parts = cho_phien::gs1::link::Parts::of(&link);
            let host = parts.as_ref().map(|parts| parts.host.clone()).unwrap_or_default();
            let cautions = parts.map(|parts| parts.cautions()).unwrap_or_default();
            let cautions = cautions.iter().map(|caution| format!(" {}", caution.code()));
            format!("link {host}{}", cautions.collect::<String>())
        }
        Ok(Identity::Foreign(Foreign::Payment(payment))) => format!("payment {:?}", payment.account),
        Ok(Identity::Foreign(Foreign::Platform(platform))) => {
            format!(
                "{:?} {:?}",
                platform.kind,
                platform.gtin.map(|gtin| gtin.to_string())
            )
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
