//! Lengths as people type and read them: millimetres, with a comma or a point.

use crate::words::Lang;

/// The longest length that is read: one metre.
const LONGEST_MM: u32 = 1000;

/// So many whole millimetres, in µm.
pub const fn mm(millimetres: i32) -> i32 {
    millimetres * 1000
}

/// Reads millimetres with at most three decimals, `63,5` or `63.5`, as µm. `None` for anything else, and for more than a metre.
pub fn read(text: &str) -> Option<i32> {
    let text = text.trim();
    let (whole, decimals) = text.split_once([',', '.']).unwrap_or((text, ""));
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || decimals.len() > 3 || !are_digits(whole) || !are_digits(decimals) {
        return None;
    }
    let whole: u32 = whole.parse().ok().filter(|&whole| whole <= LONGEST_MM)?;
    let thousandths: u32 = format!("{decimals:0<3}").parse().ok()?;
    i32::try_from(whole * 1000 + thousandths).ok()
}

/// A length in millimetres with at most two decimals: `63,5` in Vietnamese, `63.5` in English.
pub fn shown(um: i32, lang: Lang) -> String {
    let hundredths = (um.unsigned_abs() + 5) / 10;
    let rest = format!("{:02}", hundredths % 100);
    let rest = rest.trim_end_matches('0');
    let point = match (rest, lang) {
        ("", _) => "",
        (_, Lang::Vi) => ",",
        (_, Lang::En) => ".",
    };
    format!("{}{point}{rest}", hundredths / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn millimetres_are_read_with_comma_or_point() {
        for (text, um) in [
            ("20", Some(20_000)),
            (" 63,5 ", Some(63_500)),
            ("63.5", Some(63_500)),
            ("0,33", Some(330)),
            ("5,", Some(5_000)),
            ("1000", Some(1_000_000)),
            ("1001", None),
            ("", None),
            (",5", None),
            ("-3", None),
            ("1,2345", None),
            ("1.000,5", None),
            ("99999999999", None),
            ("2 0", None),
        ] {
            assert_eq!(read(text), um, "{text:?}");
        }
    }

    #[test]
    fn lengths_are_shown_as_each_language_writes_them() {
        for (um, vi, en) in [
            (20_000, "20", "20"),
            (63_500, "63,5", "63.5"),
            (330, "0,33", "0.33"),
            (606, "0,61", "0.61"),
            (50, "0,05", "0.05"),
            (999_999, "1000", "1000"),
        ] {
            assert_eq!(shown(um, Lang::Vi), vi);
            assert_eq!(shown(um, Lang::En), en);
        }
    }
}
