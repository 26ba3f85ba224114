//! Days, prices and counts as each language writes them.

use super::Lang;
use super::measure::decimal;
use time::{Date, Month};

/// The minus sign (U+2212), as wide as a digit.
const MINUS: &str = "\u{2212}";

impl Lang {
    /// A day: `23/09/2026`, `23 Sep 2026`.
    pub fn date(self, date: Date) -> String {
        let (day, month, year) = (date.day(), date.month(), date.year());
        match self {
            Lang::Vi => format!("{day:02}/{:02}/{year}", u8::from(month)),
            Lang::En => format!("{day} {} {year}", short(month)),
        }
    }

    /// The month alone, as small print under the number of a day: `tháng 9`, `Sep`.
    pub fn month(self, date: Date) -> String {
        match self {
            Lang::Vi => format!("tháng {}", u8::from(date.month())),
            Lang::En => short(date.month()).to_owned(),
        }
    }

    /// From one day to another: `18/12 – 20/12/2026`, `18 Dec – 20 Dec 2026`.
    pub fn days(self, first: Date, last: Date) -> String {
        if first == last {
            return self.date(first);
        }
        format!("{} – {}", self.day(first), self.date(last))
    }

    /// A day without its year: `18/12`, `18 Dec`.
    pub fn day(self, date: Date) -> String {
        match self {
            Lang::Vi => format!("{:02}/{:02}", date.day(), u8::from(date.month())),
            Lang::En => format!("{} {}", date.day(), short(date.month())),
        }
    }

    /// A price in đồng: `120.000 ₫`, `120,000 ₫`.
    pub fn price(self, dong: u32) -> String {
        format!("{}\u{a0}₫", self.number(dong))
    }

    /// A whole number with its thousands set apart: `120.000`, `120,000`.
    pub fn number(self, number: u32) -> String {
        self.grouped(&number.to_string())
    }

    /// A number with at most three decimals: `1.450,5`, `1,450.5`.
    pub fn decimal(self, number: f64) -> String {
        let plain = decimal(number.abs(), 3);
        let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
        let whole = self.grouped(whole);
        let sign = if number < 0.0 && plain != "0" { MINUS } else { "" };
        match (decimals, self) {
            ("", _) => format!("{sign}{whole}"),
            (decimals, Lang::Vi) => format!("{sign}{whole},{decimals}"),
            (decimals, Lang::En) => format!("{sign}{whole}.{decimals}"),
        }
    }

    /// How long until something begins: `Còn 25 ngày`, `In 25 days`.
    pub fn in_days(self, days: i64) -> String {
        match (self, days) {
            (Lang::Vi, 0) => "Hôm nay".to_owned(),
            (Lang::Vi, 1) => "Ngày mai".to_owned(),
            (Lang::Vi, _) => format!("Còn {days} ngày"),
            (Lang::En, 0) => "Today".to_owned(),
            (Lang::En, 1) => "Tomorrow".to_owned(),
            (Lang::En, _) => format!("In {days} days"),
        }
    }

    /// A height above the sea, in whole metres: `1.650 m`, `1,650 m`.
    pub fn whole_metres(self, metres: f64) -> String {
        format!("{}\u{a0}m", self.decimal(metres.round()))
    }

    /// Latitude and longitude in degrees: `22,377; 103,583`, `22.377, 103.583`.
    pub fn point(self, (latitude, longitude): (f64, f64)) -> String {
        let (latitude, longitude) = (decimal(latitude, 6), decimal(longitude, 6));
        match self {
            Lang::Vi => format!("{latitude}; {longitude}").replace('.', ","),
            Lang::En => format!("{latitude}, {longitude}"),
        }
    }

    /// A place: `Xã Tả Lèng, Lai Châu`. What is not known is left out.
    pub fn area(self, commune: Option<&str>, province: Option<&str>) -> String {
        [commune, province]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", ")
    }

    fn grouped(self, digits: &str) -> String {
        let mut written = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                written.push(match self {
                    Lang::Vi => '.',
                    Lang::En => ',',
                });
            }
            written.push(digit);
        }
        written
    }
}

fn short(month: Month) -> &'static str {
    match month {
        Month::January => "Jan",
        Month::February => "Feb",
        Month::March => "Mar",
        Month::April => "Apr",
        Month::May => "May",
        Month::June => "Jun",
        Month::July => "Jul",
        Month::August => "Aug",
        Month::September => "Sep",
        Month::October => "Oct",
        Month::November => "Nov",
        Month::December => "Dec",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: Month, day: u8) -> Date {
        Date::from_calendar_date(2026, month, day).unwrap()
    }

    fn check(found: impl Fn(Lang) -> String, vi: &str, en: &str) {
        assert_eq!(found(Lang::Vi), vi);
        assert_eq!(found(Lang::En), en);
    }

    #[test]
    fn days_are_written_as_each_language_does() {
        let (first, last) = (day(Month::September, 3), day(Month::October, 20));
        check(|lang| lang.date(first), "03/09/2026", "3 Sep 2026");
        check(
            |lang| lang.days(first, last),
            "03/09 – 20/10/2026",
            "3 Sep – 20 Oct 2026",
        );
        check(|lang| lang.days(first, first), "03/09/2026", "3 Sep 2026");
        check(|lang| lang.month(last), "tháng 10", "Oct");
    }

    #[test]
    fn thousands_are_set_apart() {
        check(|lang| lang.price(500), "500\u{a0}₫", "500\u{a0}₫");
        check(|lang| lang.price(120_000), "120.000\u{a0}₫", "120,000\u{a0}₫");
        check(
            |lang| lang.price(1_250_000),
            "1.250.000\u{a0}₫",
            "1,250,000\u{a0}₫",
        );
    }

    #[test]
    fn numbers_follow_the_custom_of_their_language() {
        for (number, vi, en) in [
            (170.0, "170", "170"),
            (1450.5, "1.450,5", "1,450.5"),
            (1_234_567.0, "1.234.567", "1,234,567"),
            (-18.9, "−18,9", "−18.9"),
            (-0.0001, "0", "0"),
            (34.800_000_000_000_004, "34,8", "34.8"),
        ] {
            check(|lang| lang.decimal(number), vi, en);
        }
    }

    #[test]
    fn heights_and_points_are_written_as_each_language_does() {
        check(|lang| lang.whole_metres(1650.4), "1.650\u{a0}m", "1,650\u{a0}m");
        check(|lang| lang.whole_metres(-1.6), "−2\u{a0}m", "−2\u{a0}m");
        check(|lang| lang.whole_metres(-0.4), "0\u{a0}m", "0\u{a0}m");
        check(
            |lang| lang.point((22.377, 103.583)),
            "22,377; 103,583",
            "22.377, 103.583",
        );
    }

    #[test]
    fn the_days_left_are_counted_in_words() {
        check(|lang| lang.in_days(0), "Hôm nay", "Today");
        check(|lang| lang.in_days(1), "Ngày mai", "Tomorrow");
        check(|lang| lang.in_days(25), "Còn 25 ngày", "In 25 days");
    }
}
