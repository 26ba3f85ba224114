//! Numbers, days and lists as the journey's sentences need them, in both languages.

use super::{Lang, Text};
use time::Date;

/// A text made once for each language.
pub fn both(write: impl Fn(Lang) -> String) -> Text {
    Text::new(write(Lang::Vi), write(Lang::En))
}

/// A number with at most three decimals: `1.450,5` in Vietnamese, `1,450.5` in English.
pub fn number(value: f64) -> Text {
    both(|lang| lang.decimal(value))
}

/// A day: `27/02/2027` in Vietnamese, `27 Feb 2027` in English.
pub fn day(date: Date) -> Text {
    both(|lang| lang.date(date))
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

#[cfg(test)]
mod tests {
    use super::*;
    use time::Month;

    #[test]
    fn days_read_as_people_write_them() {
        let date = Date::from_calendar_date(2027, Month::February, 7).unwrap();
        assert_eq!(day(date), Text::new("07/02/2027", "7 Feb 2027"));
    }
}
