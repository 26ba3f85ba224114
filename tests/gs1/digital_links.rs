//! Digital Links, read and written.

use cho_phien::gs1::digital_link::{Departure, DigitalLinkError, Uri};
use cho_phien::gs1::{DigitalLink, Gtin};

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
    check("https://a/stem/00/006141411234567890", "/00/006141411234567890");
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
    check("/8004/9528060A%2f1?", "/8004/9528060A%2F1");
    check("/8010/9528060%23A", "/8010/9528060%23A");
    check("/8006/095280600200170102/10/A", "/8006/095280600200170102/10/A");
}

#[test]
fn departures_from_the_standard_are_told() {
    let check = |text: &str, canonical: &str, expected: &[Departure]| {
        let uri = Uri::parse(text).unwrap();
        assert_eq!(
            uri.link.canonical(),
            format!("https://id.gs1.org{canonical}"),
            "{text}"
        );
        assert_eq!(uri.departures, expected, "{text}");
    };
    check("https://a/01/09528060020017", "/01/09528060020017", &[]);
    check(
        "https://a/01/9528060020017",
        "/01/09528060020017",
        &[Departure::ShortGtin],
    );
    check(
        "https://a/01/09528060020017/",
        "/01/09528060020017",
        &[Departure::TrailingSlash],
    );
    check(
        "https://a/01/09528060020017/22/V/21/S?10=L",
        "/01/09528060020017/22/V/10/L/21/S",
        &[Departure::QualifierInQuery],
    );
    check(
        "https://a/gtin/09528060020017/lot/L",
        "/01/09528060020017/10/L",
        &[Departure::Name],
    );
    check(
        "https://a_b/00/006141411234567890",
        "/00/006141411234567890",
        &[Departure::Host],
    );
}

#[test]
fn what_surrounds_the_identifiers_is_kept() {
    let uri = Uri::parse(
        "HTTPS://shop.example/01/tea/01/09528060020017?linkType=gs1:pip&17=280520&a&b=c%20d+e#top",
    )
    .unwrap();
    assert_eq!(uri.stem, "HTTPS://shop.example/01/tea");
    let others: Vec<_> = uri
        .others
        .iter()
        .map(|(key, value)| (key.as_str(), value.as_str()))
        .collect();
    assert_eq!(others, [("linkType", "gs1:pip"), ("a", ""), ("b", "c d e")]);
    assert_eq!(
        uri.link.uri("https://b.example/"),
        "https://b.example/01/09528060020017?17=280520"
    );
}

#[test]
fn a_digital_link_tells_its_parts() {
    let link = DigitalLink::parse("https://a/01/9528060020017/10/A/21/B?17=280520").unwrap();
    assert_eq!(link.gtin(), Gtin::parse("9528060020017").ok());
    assert_eq!(
        (link.lot(), link.serial(), link.attribute("17")),
        (Some("A"), Some("B"), Some("280520"))
    );
    assert_eq!(link.canonical(), "https://id.gs1.org/01/09528060020017/10/A/21/B");
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
        "https://a/01//09528060020017",
    ] {
        check(text, &no_key);
    }
    check("/01/9528060020018", "AI 01: the check digit is 8 but should be 7");
    check("/01/123", "AI 01: expected 8, 12, 13 or 14 characters, not 3");
    check("/01/09528060020017/21/B/10/A", "AI 10 cannot stand here");
    check("/01/09528060020017/10/A/10/A", "AI 10 cannot stand here");
    check("/01/09528060020017/10/A?10=A", "AI 10 cannot stand here");
    check("/01/09528060020017/17/280520", "AI 17 cannot stand here");
    check("/01/09528060020017?4399=2", "unknown application identifier 4399");
    check("/01/09528060020017?4321=2", "AI 4321: 2: NotZeroOrOne");
    check("/01/09528060020017?10=A+B", "AI 10: ' ' cannot stand here");
    check("/01/09528060020017?17=281320", "AI 17: 281320: IllegalMonth");
    check("/01/09528060020017/10/%c3%a8", "AI 10: 'è' cannot stand here");
    check("/01/09528060020017/10/%ff", "AI 10: 'ÿ' cannot stand here");
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
        link.qualifiers.push(("10".to_owned(), lot.iter().collect()));
        link.attributes
            .push(("240".to_owned(), lot.iter().rev().collect()));
        assert_eq!(DigitalLink::parse(&link.address()), Ok(link));
    }
}
