//! What holds for every code: what is written is read again, and nothing makes the readers panic.

use cho_phien::address::Address;
use cho_phien::gs1::digital_link::Uri;
use cho_phien::gs1::report::answer;
use cho_phien::gs1::{DigitalLink, ElementString, Gtin, Identity, gtin};
use cho_phien::symbol::Format;
use proptest::prelude::*;

/// The 82 characters that lots and serial numbers may have.
const CSET82: &str = "[!\"%&'()*+,\\-./0-9:;<=>?A-Z_a-z]{1,20}";

/// A product whose number is restricted to no shop.
fn product() -> impl Strategy<Value = Gtin> {
    "[1-9]89[0-9]{10}".prop_map(|digits| Gtin::parse(&gtin::with_check_digit(&digits).unwrap()).unwrap())
}

/// A day that every month has, or its last.
fn day() -> impl Strategy<Value = String> {
    (0..100, 1..13, 0..29).prop_map(|(year, month, day)| format!("{year:02}{month:02}{day:02}"))
}

fn elements() -> impl Strategy<Value = ElementString> {
    let optional = |text| proptest::option::of(text);
    let parts = (
        product(),
        optional(CSET82),
        optional(CSET82),
        proptest::option::of(day()),
        optional("[0-9]{6}"),
    );
    parts.prop_map(|(gtin, lot, serial, expiry, weight)| {
        let rest = [("3103", weight), ("17", expiry), ("10", lot), ("21", serial)];
        let rest = rest
            .into_iter()
            .filter_map(|(ai, value)| Some((ai.to_owned(), value?)));
        let first = ("01".to_owned(), gtin.to_string());
        ElementString {
            elements: [first].into_iter().chain(rest).collect(),
        }
    })
}

/// Beginnings that lead deep into the readers, and anything behind them.
fn text() -> impl Strategy<Value = String> {
    let starts = proptest::sample::select(vec![
        "",
        "]C1",
        "]d2",
        "]Q3",
        "]E0",
        "]E4",
        "]e0",
        "(01)09528060030016(",
        "0109528060030016",
        "https://",
        "https://id.gs1.org/01/09528060020017/",
        "https://a/01/09528060020017?",
        "000201",
        "WIFI:",
        "BEGIN:VCARD\n",
        "MECARD:",
        "sms:",
        "javascript",
        "8110",
        "(8110)0123456",
        "(8007)VN",
        "(8013)",
        "https://icheck.vn/",
        "200",
        "18930000000019",
        "(7007)",
        "(4309)",
        "(8001)",
        "(7258)",
        "(8026)",
    ]);
    (starts, any::<String>()).prop_map(|(start, rest)| format!("{start}{rest}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn element_strings_survive_both_of_their_forms(elements in elements()) {
        prop_assert_eq!(ElementString::parse(&elements.raw()), Ok(elements.clone()));
        prop_assert_eq!(ElementString::parse_bracketed(&elements.bracketed()), Ok(elements));
    }

    #[test]
    fn digital_links_survive_every_address(elements in elements(), path in "(/[a-z0-9]{1,5}){0,3}") {
        let link = elements.link().unwrap();
        prop_assert_eq!(DigitalLink::parse(&link.address()), Ok(link.clone()));
        let uri = Uri::parse(&link.uri(&format!("https://shop.example{path}"))).unwrap();
        prop_assert_eq!(&uri.link, &link);
        prop_assert_eq!(uri.departures, []);
        let bare = DigitalLink { attributes: Vec::new(), ..link };
        prop_assert_eq!(DigitalLink::parse(&bare.canonical()), Ok(bare));
    }

    #[test]
    fn a_scanned_code_is_understood_as_it_was_written(elements in elements()) {
        let link = elements.link().unwrap();
        for text in [format!("]C1{}", elements.raw()), format!("]d2{}", elements.raw()), link.uri("https://shop.example")] {
            prop_assert_eq!(Identity::read(&text, None), Ok(Identity::Gs1(link.clone())), "{}", text);
        }
    }

    #[test]
    fn one_wrong_digit_is_found(gtin in product(), at in 0_usize..14, by in 1_u8..10) {
        let mut digits = gtin.as_str().as_bytes().to_vec();
        digits[at] = b'0' + (digits[at] - b'0' + by) % 10;
        let digits = String::from_utf8(digits).unwrap();
        prop_assert!(Gtin::parse(&digits).is_err(), "{}", digits);
    }

    #[test]
    fn no_text_makes_the_readers_panic(text in text()) {
        for format in [None, Some(Format::UpcE), Some(Format::QrCode)] {
            let _ = Identity::read(&text, format);
        }
        let line = answer(&serde_json::to_string(&text).unwrap(), 2026);
        prop_assert!(serde_json::from_str::<serde_json::Value>(&line).is_ok());
        let address = Address::read(&text);
        prop_assert_eq!(Address::read(&address.path()).path(), address.path());
    }

    #[test]
    fn no_bytes_make_the_door_panic(bytes in any::<Vec<u8>>()) {
        let line = answer(&String::from_utf8_lossy(&bytes), 2026);
        prop_assert!(!line.contains('\n'));
    }
}
