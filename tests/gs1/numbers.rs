//! Numbers on packets.

use cho_phien::gs1::gtin::GtinError;
use cho_phien::gs1::{Gln, Gtin};

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
    let check = |text, expected| assert_eq!(Gtin::parse(text).unwrap().is_restricted(), expected, "{text}");
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
