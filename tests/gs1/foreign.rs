//! Codes that name no product: what they are, and what to be careful about.

use cho_phien::gs1::foreign::{ContactKind, Foreign};
use cho_phien::gs1::link::Parts;
use cho_phien::gs1::{Identity, Rejection};
use cho_phien::words::Lang;

fn read(text: &str) -> Foreign {
    match Identity::read(text, None) {
        Ok(Identity::Foreign(foreign)) => foreign,
        other => panic!("{text}: {other:?}"),
    }
}

/// The names of what to be careful about.
fn cautions_of(foreign: &Foreign) -> Vec<&'static str> {
    let parts = foreign.link().and_then(Parts::of);
    foreign
        .cautions(parts.as_ref())
        .into_iter()
        .map(|caution| caution.code())
        .collect()
}

#[test]
fn links_are_shown_with_their_host_and_what_speaks_against_them() {
    let check = |text: &str, host_expected: &str, cautions: &[&str]| {
        let foreign = read(text);
        let Foreign::Link(link) = &foreign else {
            panic!("{text} is no link");
        };
        let host = Parts::of(link).unwrap().host;
        assert_eq!(
            (host.as_str(), cautions_of(&foreign).as_slice()),
            (host_expected, cautions),
            "{text}"
        );
        assert_eq!(link.url, text);
    };
    check("https://news.example/2026/01/15", "news.example", &[]);
    check("https://News.Example:443/", "news.example", &[]);
    check("http://news.example/", "news.example", &["not-encrypted"]);
    check("https://news.example:8443/", "news.example", &["port"]);
    check("https://chophien.example@evil.test/", "evil.test", &["user-info"]);
    check("https://user:@evil.test/", "evil.test", &["user-info"]);
    check("https://evil.test\\@chophien.example/", "evil.test", &[]);
    check("https://192.0.2.1/a", "192.0.2.1", &["ip-host"]);
    check("https://3232235777/a", "192.168.1.1", &["ip-host"]);
    check("https://0xC0.0xA8.1.1/a", "192.168.1.1", &["ip-host"]);
    check("https://[2001:db8::1]/", "[2001:db8::1]", &["ip-host"]);
    check("https://bit.ly/3xYz", "bit.ly", &["shortener"]);
    check(
        "https://chophien.example.evil.test/x",
        "chophien.example.evil.test",
        &["look-alike"],
    );
    check(
        "https://chophien-example.test/",
        "chophien-example.test",
        &["look-alike"],
    );
    check("https://ch0phien.example/", "ch0phien.example", &["look-alike"]);
    check("https://chophein.example/", "chophein.example", &["look-alike"]);
    check(
        "https://truyxuatnguongocc.test/",
        "truyxuatnguongocc.test",
        &["look-alike"],
    );
    check("https://chophien.example/tin-tuc", "chophien.example", &[]);
    check(
        "https://www.chophien.example/tin-tuc",
        "www.chophien.example",
        &[],
    );
    check(
        "https://chợphiên.example/",
        "xn--chphin-mva4942d.example",
        &["look-alike", "punycode"],
    );
    check(
        "https://сhoрhien.test/",
        "xn--hohien-crff.test",
        &["look-alike", "mixed-scripts", "punycode"],
    );
    check(
        "https://xn--chphin-abc.test/qr",
        "xn--chphin-abc.test",
        &["punycode"],
    );
    check("https://ｅｖｉｌ。test/", "evil.test", &[]);
    check("https://ev%69l.test/", "evil.test", &[]);
    check(
        "https://a.example/?to=https%3A%2F%2Fevil.test",
        "a.example",
        &["redirect"],
    );
    check(
        "https://a.example/?u=%252F%252Fevil.test",
        "a.example",
        &["redirect"],
    );
    check("https://a.example/#//evil.test", "a.example", &["redirect"]);
    check("https://a.example/?q=10%2F2", "a.example", &[]);
    check("https://a.example/cho-phien.APK?v=1", "a.example", &["program"]);
    check("HTTPS:\\\\evil.test", "evil.test", &[]);
    check("https:evil.test", "evil.test", &[]);
    let Foreign::Link(link) = read("www.news.example/a") else {
        panic!("no link");
    };
    assert_eq!(link.url, "https://www.news.example/a");
    assert_eq!(read("www. news"), Foreign::Text("www. news".to_owned()));
}

#[test]
fn what_runs_or_opens_something_else_is_refused() {
    let check = |text: &str, reason: &str| {
        let rejection = Identity::read(text, None)
            .map(|read| format!("{read:?}"))
            .unwrap_err();
        assert_eq!(rejection.reason(), reason, "{text}");
    };
    for text in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "\u{1}javascript:alert(1)",
        "data:text/html,x",
        "]Q1data:text/html,x",
        "vbscript:x",
        "file:///etc",
        "blob:https://a.example/1",
        "intent://a#Intent;scheme=zxing;end",
        "view-source:https://a.example",
    ] {
        check(text, "dangerous");
    }
    check("zalo://qr/p/1", "scheme");
    check("ftp://a.example/x", "scheme");
    assert_eq!(
        Identity::read("ftp://a.example", None),
        Err(Rejection::Scheme("ftp".to_owned()))
    );
}

#[test]
fn payment_codes_say_for_whom_they_are() {
    let whole = "00020101021138540010A00000072701240006970406011012345678900208QRIBFTTA53037045802VN6304D213";
    let Foreign::Payment(payment) = read(whole) else {
        panic!("no payment");
    };
    assert!(payment.is_whole);
    assert_eq!(
        (payment.bank.as_deref(), payment.account.as_deref()),
        (Some("970406"), Some("1234567890"))
    );
    assert_eq!(cautions_of(&read(whole)), [""; 0]);
    for damaged in [
        &whole.replace("D213", "D214"),
        &whole.replace("1234567890", "1234567891"),
        &whole[..40],
        "000201damaged",
        "00020154é",
    ] {
        assert_eq!(cautions_of(&read(damaged)), ["damaged"], "{damaged}");
    }
}

#[test]
fn networks_and_contacts_are_named() {
    let wifi = |text: &str, expected: (&str, bool)| match read(text) {
        Foreign::WiFi { name, is_open } => assert_eq!((name.as_str(), is_open), expected, "{text}"),
        other => panic!("{text}: {other:?}"),
    };
    wifi("WIFI:T:WPA;S:cho-phien;P:mau;;", ("cho-phien", false));
    wifi("wifi:S:a\\;b;T:nopass;;", ("a;b", true));
    wifi("WIFI:S:x;;", ("x", true));
    let contact = |text: &str, kind: ContactKind, shown: &str| {
        let expected = Foreign::Contact {
            kind,
            shown: shown.to_owned(),
        };
        assert_eq!(read(text), expected, "{text}");
    };
    contact("tel:+84912345678", ContactKind::Telephone, "+84912345678");
    contact("SMSTO:9029:DK", ContactKind::Message, "9029");
    contact("mailto:a%40b.test?subject=x", ContactKind::Mail, "a@b.test");
    contact("MATMSG:TO:a@b.test;SUB:x;BODY:y;;", ContactKind::Mail, "a@b.test");
    contact("MECARD:N:Lò Thị A;TEL:1;;", ContactKind::Card, "Lò Thị A");
    contact(
        "BEGIN:VCARD\nFN;CHARSET=UTF-8:Lò Thị A\nURL:https://a/01/9528060020017",
        ContactKind::Card,
        "Lò Thị A",
    );
    assert_eq!(read("Chợ phiên"), Foreign::Text("Chợ phiên".to_owned()));
}

#[test]
fn codes_of_platforms_are_what_they_are() {
    let check = |text: &str, expected: &str, gtin: Option<&str>| match read(text) {
        Foreign::Platform(platform) => {
            let found = platform.gtin.map(|gtin| gtin.to_string());
            assert_eq!(
                (format!("{:?}", platform.kind).as_str(), found.as_deref()),
                (expected, gtin),
                "{text}"
            );
        }
        other => panic!("{text}: {other:?}"),
    };
    check("200012345678901200014", "Minted", None);
    check(
        "https://icheck.vn/san-pham/8930000000019",
        "Page",
        Some("08930000000019"),
    );
    check(
        "https://www.icheck.vn/san-pham/tra-8930000000019?ref=1",
        "Page",
        Some("08930000000019"),
    );
    check("https://icheck.vn/tin-tuc", "Page", None);
    check("18930000000019", "Indicator", Some("08930000000019"));
    check(
        "https://a.example/01/38930000000019/10/A",
        "Indicator",
        Some("08930000000019"),
    );
    check("(01)18930000000019", "Indicator", Some("08930000000019"));
    let rejected = Identity::read("14006381333931", None).unwrap_err();
    assert_eq!(rejected.reason(), "check-digit");
}

#[test]
fn every_caution_has_two_sentences() {
    let texts = [
        "2001234567893",
        "9900000000004",
        "0412345678903",
        "18930000000019",
        "https://user@ch0phien.example:8080/x.apk?u=//evil.test",
        "http://1.1.1.1",
        "https://bit.ly/a",
        "https://сhoрhien.test/",
        "000201damaged",
        "WIFI:S:x;;",
        "sms:1",
        "tel:*21*1#",
    ];
    let mut codes = std::collections::BTreeSet::new();
    let cautions = texts.iter().flat_map(|text| {
        let foreign = read(text);
        let parts = foreign.link().and_then(Parts::of);
        foreign.cautions(parts.as_ref())
    });
    for caution in cautions {
        let sentences = [Lang::Vi, Lang::En].map(|lang| caution.sentence(lang));
        assert!(
            sentences
                .iter()
                .all(|sentence| sentence.len() > 20 && !sentence.contains('{')),
            "{sentences:?}"
        );
        assert_ne!(sentences[0], sentences[1]);
        codes.insert(caution.code());
    }
    assert_eq!(codes.len(), 18, "{codes:?}");
}
