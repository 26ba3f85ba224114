//! Element strings, raw and in brackets.

use cho_phien::gs1::ElementString;

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
    check("(01)09528060030016(10)SC261003", "(01)09528060030016(10)SC261003");
    check(
        "(01) 9528060030016 (10) SC261003 ",
        "(01)09528060030016(10)SC261003",
    );
    check("(01)09528060030016(10)A\\(1)", "(01)09528060030016(10)A(1)");
    check("010952806003001610SC261003", "(01)09528060030016(10)SC261003");
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
    check("010952806003001689X", "unknown application identifier at \"89X\"");
    check(
        "(01)09528060030016(10)",
        "AI 10: expected 1 to 20 characters, not 0",
    );
    check("(01)09528060030016 10)A", "AI 01: expected 14 characters, not 19");
    check(
        "(01)09528060030016(10",
        "expected an identifier in brackets at \"(10\"",
    );
    check("010952806003001", "AI 01: expected 14 characters, not 13");
    check("0109528060030017", "AI 01: the check digit is 7 but should be 6");
    check("010952806003001610Chè", "AI 10: 'è' cannot stand here");
    check(
        "10123456789012345678901",
        "AI 10: expected 1 to 20 characters, not 21",
    );
    check("010952806003001617270230", "AI 17: 270230: IllegalDay");
    check("10A\u{1d}10B", "AI 10 has two different values");
}
