//! The text of GS1 DataBar: a reader gives it for the eye, `]e0` promises an element string.

/// The element string of a DataBar's bare number or of a DataBar Expanded's elements in brackets, with U+001D after
/// each value that needs a separator and is not the last.
pub fn element_string(text: &str) -> String {
    if !text.starts_with('(') {
        return format!("01{text}");
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((ai, value, after)) = next_element(rest) {
        plain.extend([ai, value]);
        if !after.is_empty() && !has_fixed_length(ai) {
            plain.push('\u{1D}');
        }
        rest = after;
    }
    plain.push_str(rest);
    plain
}

/// Splits `(ai)value(…` into the AI, its value and the rest.
fn next_element(text: &str) -> Option<(&str, &str, &str)> {
    let (ai, rest) = bracketed_ai(text)?;
    let next = rest
        .match_indices('(')
        .map(|(at, _)| at)
        .find(|&at| rest.get(at..).and_then(bracketed_ai).is_some())
        .unwrap_or(rest.len());
    let (value, after) = rest.split_at(next);
    Some((ai, value, after))
}

fn bracketed_ai(text: &str) -> Option<(&str, &str)> {
    let (ai, rest) = text.strip_prefix('(')?.split_once(')')?;
    let plausible = (2..=4).contains(&ai.len()) && ai.bytes().all(|b| b.is_ascii_digit());
    plausible.then_some((ai, rest))
}

/// The AIs whose elements need no separator (GS1 General Specifications, "element strings with predefined length").
fn has_fixed_length(ai: &str) -> bool {
    matches!(
        ai.get(..2),
        Some(
            "00" | "01"
                | "02"
                | "03"
                | "04"
                | "11"
                | "12"
                | "13"
                | "14"
                | "15"
                | "16"
                | "17"
                | "18"
                | "19"
                | "20"
                | "31"
                | "32"
                | "33"
                | "34"
                | "35"
                | "36"
                | "41"
        )
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(read: &str, expect: &str) {
        assert_eq!(element_string(read), expect, "{read}");
    }

    #[test]
    fn a_bare_number_is_a_gtin() {
        check("09528060010018", "0109528060010018");
    }

    #[test]
    fn brackets_give_way_to_separators() {
        check("(01)09528060010018", "0109528060010018");
        check("(01)09528060010018(3103)001750", "01095280600100183103001750");
        check("(10)A7(17)260918(21)5", "10A7\u{1D}17260918215");
        check("(10)A(7)B(21)5", "10A(7)B\u{1D}215");
        check("(10)A(B", "10A(B");
    }

    #[test]
    fn what_is_no_element_stays_as_it_is() {
        check("(", "(");
        check("(1)2", "(1)2");
        check("(01", "(01");
    }
}
