//! Numbers, days and lists as the journey's sentences need them, in both languages.

use super::{Lang, Text};
use time::Date;

/// A text made once for each language.
pub fn both(write: impl Fn(Lang) -> String) -> Text {
    Text::new(write(Lang::Vi), write(Lang::En))
}

/// A number with at most three decimals: `1.450,5` in Vietnamese, `1,450.5` in English.
pub fn number(value: f64) -> Text {
    both(|lang| number_in(value, lang))
}

/// A day: `27/02/2027` in Vietnamese, `27 Feb 2027` in English.
pub fn day(date: Date) -> Text {
    let (year, month, day) = date.to_calendar_date();
    let short: String = month.to_string().chars().take(3).collect();
    Text::new(
        format!("{day:02}/{:02}/{year}", u8::from(month)),
        format!("{day} {short} {year}"),
    )
}

/// Sentences one after the other, in each language.
pub fn joined(sentences: &[Text]) -> Text {
    both(|lang| {
        let parts: Vec<&str> = sentences
            .iter()
            .map(|text| text.in_lang(lang))
            .filter(|part| !part.is_empty())
            .collect();
        parts.join(" ")
    })
}

fn number_in(value: f64, lang: Lang) -> String {
    let (group, point) = match lang {
        Lang::Vi => ('.', ','),
        Lang::En => (',', '.'),
    };
    let plain = format!("{:.3}", value.abs());
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let decimals = decimals.trim_end_matches('0');
    let mut text = String::new();
    if value < 0.0 && plain != "0.000" {
        text.push('\u{2212}');
    }
    push_grouped(&mut text, whole, group);
    if !decimals.is_empty() {
        text.push(point);
        text.push_str(decimals);
    }
    text
}

fn push_grouped(text: &mut String, digits: &str, group: char) {
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::Month;

    #[test]
    fn numbers_follow_the_custom_of_their_language() {
        let rows = [
            (170.0, "170", "170"),
            (1450.5, "1.450,5", "1,450.5"),
            (1_234_567.0, "1.234.567", "1,234,567"),
            (-18.9, "−18,9", "−18.9"),
            (-0.0001, "0", "0"),
            (34.800_000_000_000_004, "34,8", "34.8"),
        ];
        for (value, vi, en) in rows {
            assert_eq!(number(value), Text::new(vi, en), "{value}");
        }
    }

    #[test]
    fn days_read_as_people_write_them() {
        let date = Date::from_calendar_date(2027, Month::February, 7).unwrap();
        assert_eq!(day(date), Text::new("07/02/2027", "7 Feb 2027"));
    }
}
