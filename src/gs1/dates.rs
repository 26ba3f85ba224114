//! Dates and times in values: six digits YYMMDD, with hours, minutes and seconds behind them where the identifier has any.

use time::{Date, Month};

/// A day with as much of its time as the value tells (AI 7003 and 8008, local time of where it was written).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// Hour of the day, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: Option<u8>,
    /// Second, 0 to 59.
    pub second: Option<u8>,
}

/// Reads YYMMDD (GS1 General Specifications, 3.4.2 and 7.12): the century is the one that brings the year nearest to
/// `this_year`, day 00 is the last of the month.
pub fn date(yymmdd: &str, this_year: i32) -> Option<Date> {
    let [year, month, day] = [pair(yymmdd, 0)?, pair(yymmdd, 2)?, pair(yymmdd, 4)?];
    if yymmdd.len() != 6 {
        return None;
    }
    let (year, month) = (
        full_year(i32::from(year), this_year),
        Month::try_from(month).ok()?,
    );
    let day = if day == 0 { month.length(year) } else { day };
    Date::from_calendar_date(year, month, day).ok()
}

/// Reads one day or two in a row, the first and the last (AI 7007); `None` where the last comes before the first.
pub fn span(value: &str, this_year: i32) -> Option<(Date, Date)> {
    let first = date(value.get(..6)?, this_year)?;
    match value.get(6..)? {
        "" => Some((first, first)),
        last => Some((first, date(last, this_year).filter(|last| *last >= first)?)),
    }
}

/// Reads YYMMDDhh with minutes and seconds where they stand (AI 7003, 8008).
pub fn moment(value: &str, this_year: i32) -> Option<Moment> {
    let date = date(value.get(..6)?, this_year)?;
    let times = || Some((pair(value, 6)?, pair(value, 8), pair(value, 10)));
    let (hour, minute, second) = times()?;
    let is_time = hour < 24 && minute.unwrap_or_default() < 60 && second.unwrap_or_default() < 60;
    let is_whole = matches!(value.len(), 8 | 10 | 12);
    (is_time && is_whole).then_some(Moment {
        date,
        hour,
        minute,
        second,
    })
}

/// A year of two digits becomes the one from 49 years before `this_year` to 50 years after it.
fn full_year(short: i32, this_year: i32) -> i32 {
    let century = this_year - this_year.rem_euclid(100);
    match short - this_year.rem_euclid(100) {
        51..=99 => century - 100 + short,
        -99..=-50 => century + 100 + short,
        _ => century + short,
    }
}

fn pair(text: &str, from: usize) -> Option<u8> {
    let pair = text.get(from..from + 2)?;
    let is_number = pair.bytes().all(|byte| byte.is_ascii_digit());
    pair.parse().ok().filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_digits_become_the_nearest_day() {
        let rows = [
            ("280912", "2028-09-12"),
            ("270200", "2027-02-28"),
            ("280200", "2028-02-29"),
            ("760101", "2076-01-01"),
            ("770101", "1977-01-01"),
            ("271301", ""),
            ("270230", ""),
            ("2702", ""),
            ("27022x", ""),
            ("27022é", ""),
        ];
        for (text, expect) in rows {
            let found = date(text, 2026).map(|date| date.to_string());
            assert_eq!(found.unwrap_or_default(), expect, "{text}");
        }
    }
}
