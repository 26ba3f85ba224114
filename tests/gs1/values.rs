//! What numbers and values mean: who issued them, what they are for, which day, measure or price they tell.

use cho_phien::gs1::dates::{moment, span};
use cho_phien::gs1::measures::{Decimal, Meaning, meaning};
use cho_phien::gs1::prefix::{Use, issuer, use_of};
use cho_phien::gs1::scan_data::{Carrier, Message, transmitted};
use cho_phien::gs1::{Gtin, gtin};

#[test]
fn a_prefix_tells_who_issued_the_number_or_what_it_is_for() {
    let check = |start: &str, purpose: Use, by: Option<&str>| {
        let digits = format!("{start:0<12}");
        let gtin = Gtin::parse(&gtin::with_check_digit(&digits).unwrap()).unwrap();
        assert_eq!((use_of(gtin), issuer(gtin)), (purpose, by), "{start}");
    };
    check("893", Use::Product, Some("GS1 Vietnam"));
    check("0012", Use::Product, Some("GS1 US"));
    check("4006381", Use::Product, Some("GS1 Germany"));
    check("440", Use::Product, Some("GS1 Germany"));
    check("441", Use::Product, None);
    check("690", Use::Product, Some("GS1 China"));
    check("885", Use::Product, Some("GS1 Thailand"));
    check("952", Use::Demonstration, Some("GS1 Global Office"));
    check("9771", Use::Product, Some("ISSN"));
    check("9786", Use::Product, Some("ISBN"));
    check("020", Use::Measured, None);
    check("20", Use::Measured, None);
    check("29", Use::Measured, None);
    check("04", Use::Internal, None);
    check("05", Use::Coupon, None);
    check("981", Use::Coupon, None);
    check("99", Use::Coupon, None);
    check("140", Use::Product, None);
}

#[test]
fn short_and_carton_numbers_have_prefixes_of_their_own() {
    let check = |digits: &str, purpose: Use, by: Option<&str>| {
        let gtin = Gtin::parse(digits).unwrap();
        assert_eq!((use_of(gtin), issuer(gtin)), (purpose, by), "{digits}");
    };
    check("96385074", Use::Product, Some("GS1 Global Office"));
    check("95212340", Use::Demonstration, Some("GS1 Global Office"));
    check("02345673", Use::Internal, None);
    check("20123451", Use::Internal, None);
    check("12312312312333", Use::Product, None);
    check("19528060020014", Use::Demonstration, Some("GS1 Global Office"));
    check("18930000000016", Use::Product, Some("GS1 Vietnam"));
}

#[test]
fn values_mean_days_measures_prices_and_countries() {
    let check = |ai: &str, value: &str, expected: Option<&str>| {
        let told = meaning(ai, value, 2026).map(|meaning| match meaning {
            Meaning::Day(day) => day.to_string(),
            Meaning::Days(first, last) => format!("{first} to {last}"),
            Meaning::Moment(at) => format!("{} {} {:?} {:?}", at.date, at.hour, at.minute, at.second),
            Meaning::Measure(number, unit) => format!("{number} {unit}"),
            Meaning::Count(count) => count.to_string(),
            Meaning::Price(amount, currency) => format!("{amount} {currency:?}"),
            Meaning::Countries(countries) => countries.join("+"),
            Meaning::Subdivision(code) | Meaning::Species(code) => code,
        });
        assert_eq!(told.as_deref(), expected, "{ai} {value}");
    };
    check("11", "260900", Some("2026-09-30"));
    check("17", "280200", Some("2028-02-29"));
    check("15", "770101", Some("1977-01-01"));
    check("15", "760101", Some("2076-01-01"));
    check("7006", "260918", Some("2026-09-18"));
    check("7003", "2609181430", Some("2026-09-18 14 Some(30) None"));
    check("8008", "26091806", Some("2026-09-18 6 None None"));
    check("8008", "260918063059", Some("2026-09-18 6 Some(30) Some(59)"));
    check("7007", "260918", Some("2026-09-18 to 2026-09-18"));
    check("7007", "260918260921", Some("2026-09-18 to 2026-09-21"));
    check("3103", "000750", Some("0.750 kg"));
    check("3100", "000012", Some("12 kg"));
    check("3155", "123456", Some("1.23456 l"));
    check("3202", "001250", Some("12.50 lb"));
    check("3922", "0299", Some("2.99 None"));
    check("3930", "70445000", Some("45000 Some(\"704\")"));
    check("3912", "84012345", Some("123.45 Some(\"840\")"));
    check("30", "12", Some("12"));
    check("422", "704", Some("704"));
    check("423", "704156", Some("704+156"));
    check("427", "01", Some("01"));
    check("7008", "TRR", Some("TRR"));
    check("10", "704", None);
    check("410", "9528060901002", None);
    assert_eq!(
        Decimal {
            digits: 5,
            decimals: 0
        }
        .to_string(),
        "5"
    );
    assert_eq!(moment("2609182430", 2026), None);
    assert_eq!(span("260918260231", 2026), None);
}

#[test]
fn symbols_transmit_what_they_carry() {
    let check = |carrier, message, composite, expected: Option<&str>| {
        assert_eq!(
            transmitted(carrier, message, composite).as_deref(),
            expected,
            "{carrier:?}"
        );
    };
    check(Carrier::QrCode, Message::Plain("a"), None, Some("]Q1a"));
    check(Carrier::Gs1_128, Message::Elements("10A"), None, Some("]C110A"));
    check(
        Carrier::Gs1_128,
        Message::Elements("10A"),
        Some("21B"),
        Some("]e010A\u{1d}21B"),
    );
    check(
        Carrier::Ean13,
        Message::Plain("9528060020017"),
        None,
        Some("]E09528060020017"),
    );
    check(
        Carrier::Ean13,
        Message::Elements("0109528060020017"),
        Some("10A"),
        Some("]E09528060020017|]e010A"),
    );
    check(Carrier::Ean13, Message::Plain("9528060020018"), None, None);
    check(
        Carrier::UpcA,
        Message::Plain("042100005264"),
        None,
        Some("]E00042100005264"),
    );
}
