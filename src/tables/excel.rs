//! What spreadsheet programs make of days, times and numbers, read back.

use time::{Date, Month, Time, UtcOffset};

/// Why a cell does not hold what its column is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CellError {
    /// No day in any of the forms.
    Day,
    /// Month before day, as in the United States.
    MonthFirst,
    /// A day without the hour.
    NoHour,
    /// No number.
    Number,
    /// No whole number.
    Whole,
    /// Neither yes nor no.
    YesNo,
    /// A long number that the program cut down to `9,53E+12`.
    Rounded,
    /// A long number whose zero in front was lost; how many digits are left.
    LostZero(usize),
    /// Not one of the words of the column.
    Word,
}

/// The day zero of serial numbers, so that 1 March 1900 is day 61 (1900 counts as a leap year there).
const DAY_ZERO: (i32, Month, u8) = (1899, Month::December, 30);

/// A day: `23/11/2026`, `23-11-26`, `23.11.2026`, `2026-11-23`, or a serial number such as 46349.
pub(super) fn day(text: &str) -> Result<Date, CellError> {
    let (date, _) = split_time(text);
    if let Some((whole, _)) = serial(date) {
        return from_serial(whole);
    }
    let parts: Vec<&str> = date.split(['/', '-', '.']).map(str::trim).collect();
    let [a, b, c] = parts.as_slice() else {
        return Err(CellError::Day);
    };
    let digits = |part: &str| part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    if ![a, b, c].into_iter().all(|part| digits(part)) {
        return Err(CellError::Day);
    }
    let (day, month, year) = if a.len() == 4 { (c, b, a) } else { (a, b, c) };
    calendar(number(year)?, number(month)?, number(day)?, year.len())
}

fn number(digits: &str) -> Result<i32, CellError> {
    digits.parse().map_err(|_| CellError::Day)
}

fn calendar(year: i32, month: i32, day: i32, year_digits: usize) -> Result<Date, CellError> {
    let year = match year_digits {
        4 => year,
        2 => 2000 + year,
        _ => return Err(CellError::Day),
    };
    if month > 12 && day <= 12 {
        return Err(CellError::MonthFirst);
    }
    let month = u8::try_from(month)
        .ok()
        .and_then(|month| Month::try_from(month).ok());
    let day = u8::try_from(day).ok();
    let date = month
        .zip(day)
        .and_then(|(month, day)| Date::from_calendar_date(year, month, day).ok());
    date.ok_or(CellError::Day)
}

/// A moment: a day with an hour behind it, a serial number with a fraction, or RFC 3339. Without an offset it is
/// the time of Việt Nam (+07:00). Gives RFC 3339.
pub(super) fn moment(text: &str) -> Result<String, CellError> {
    let rfc_3339 = &time::format_description::well_known::Rfc3339;
    if time::OffsetDateTime::parse(text, rfc_3339).is_ok() {
        return Ok(text.to_owned());
    }
    let (date, hours) = split_time(text);
    if let Some((whole, fraction)) = serial(date) {
        return Ok(written(from_serial(whole)?, from_fraction(fraction)));
    }
    let day = day(date)?;
    let time = clock(hours.ok_or(CellError::NoHour)?).ok_or(CellError::Day)?;
    Ok(written(day, time))
}

/// RFC 3339 in the time of Việt Nam, with milliseconds.
fn written(day: Date, time: Time) -> String {
    let offset = UtcOffset::from_hms(7, 0, 0).unwrap_or(UtcOffset::UTC); // OK because seven hours are an offset.
    let (hour, minute, second) = time.as_hms();
    format!(
        "{day}T{hour:02}:{minute:02}:{second:02}.000+{:02}:00",
        offset.whole_hours()
    )
}

/// A time of day: `6:30`, `06:30:00`, `6h30`, `6h`.
pub(super) fn clock(text: &str) -> Option<Time> {
    let parts: Vec<&str> = text.trim().split([':', 'h', 'H']).collect();
    let part = |index: usize| match parts.get(index).copied().unwrap_or("0") {
        "" => Some(0),
        digits => digits.parse::<u8>().ok(),
    };
    (2..=3).contains(&parts.len()).then_some(())?;
    Time::from_hms(part(0)?, part(1)?, part(2)?).ok()
}

fn split_time(text: &str) -> (&str, Option<&str>) {
    match text.trim().split_once([' ', 'T']) {
        Some((date, time)) => (date, Some(time)),
        None => (text.trim(), None),
    }
}

/// The whole days and the fraction of a serial number between 1982 and 2119.
fn serial(text: &str) -> Option<(i64, f64)> {
    let is_number = text.len() >= 5
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || b".,".contains(&byte));
    let value: f64 = is_number.then(|| text.replace(',', ".").parse().ok())??;
    (30_000.0..80_000.0)
        .contains(&value)
        .then(|| (value as i64, value.fract()))
}

fn from_serial(days: i64) -> Result<Date, CellError> {
    let (year, month, day) = DAY_ZERO;
    let zero = Date::from_calendar_date(year, month, day).map_err(|_| CellError::Day)?;
    zero.checked_add(time::Duration::days(days)).ok_or(CellError::Day)
}

fn from_fraction(fraction: f64) -> Time {
    let minutes = (fraction * 1440.0).round() as u32 % 1440; // OK because a fraction of a day has fewer.
    Time::from_hms((minutes / 60) as u8, (minutes % 60) as u8, 0).unwrap_or(Time::MIDNIGHT)
}

/// A number with a decimal comma or point: `52,5`, `52.5`, `1.250,5`, `1 250`.
pub(super) fn decimal(text: &str) -> Result<f64, CellError> {
    let plain: String = text.chars().filter(|char| !char.is_whitespace()).collect();
    let plain = plain.replace('−', "-");
    let points = plain.matches(['.', ',']).count();
    let last = plain.rfind(['.', ',']);
    let same = plain.matches('.').count() == points || plain.matches(',').count() == points;
    let decimal_at = last.filter(|_| points == 1 || !same);
    let mut number = String::new();
    for (at, char) in plain.char_indices() {
        match char {
            '.' | ',' if Some(at) == decimal_at => number.push('.'),
            '.' | ',' => {}
            '0'..='9' | '-' => number.push(char),
            _ => return Err(CellError::Number),
        }
    }
    number.parse().map_err(|_| CellError::Number)
}

/// A whole number, groups of three parted by points, commas or spaces: `120.000`, also with `đ` or `đồng` behind it.
pub(super) fn whole(text: &str) -> Result<u64, CellError> {
    let text = text
        .trim()
        .trim_end_matches("đồng")
        .trim_end_matches(['đ', '₫'])
        .trim();
    let groups: Vec<&str> = text.split(['.', ',', ' ', '\u{a0}']).collect();
    let later = groups.get(1..).unwrap_or_default();
    let grouped = later.iter().all(|group| group.len() == 3);
    let digits: String = groups.concat();
    if !grouped || digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(CellError::Whole);
    }
    digits.parse().map_err(|_| CellError::Whole)
}

/// Yes or no, in either language.
pub(super) fn yes_no(text: &str) -> Result<bool, CellError> {
    match text.to_lowercase().as_str() {
        "có" | "co" | "x" | "yes" | "y" | "true" | "1" | "đúng" => Ok(true),
        "không" | "khong" | "no" | "n" | "false" | "0" | "sai" => Ok(false),
        _ => Err(CellError::YesNo),
    }
}

/// The digits of a GTIN or GLN as they were typed: without spaces, dots between groups, or the apostrophe that makes
/// a cell a text. `lengths` are those that the number may have.
pub(super) fn digits(text: &str, lengths: &[usize]) -> Result<String, CellError> {
    let found: String = text.chars().filter(|char| !" \u{a0}'’".contains(*char)).collect();
    let upper = found.to_uppercase();
    if upper.contains("E+") && upper.starts_with(|first: char| first.is_ascii_digit()) {
        return Err(CellError::Rounded);
    }
    let whole = found.trim_end_matches(".0").trim_end_matches(",0");
    let only_digits = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
    if only_digits && !lengths.contains(&whole.len()) && lengths.contains(&(whole.len() + 1)) {
        return Err(CellError::LostZero(whole.len()));
    }
    Ok(whole.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_every_form_that_spreadsheet_programs_write() {
        for text in [
            "23/11/2026",
            "23-11-26",
            "23.11.2026",
            "2026-11-23",
            "2026/11/23",
            "46349",
            "23/11/2026 00:00:00",
        ] {
            assert_eq!(
                day(text).map(|day| day.to_string()),
                Ok("2026-11-23".into()),
                "{text}"
            );
        }
        assert_eq!(day("45931").map(|day| day.to_string()), Ok("2025-10-01".into()));
        assert_eq!(day("11/23/2026"), Err(CellError::MonthFirst));
        for text in [
            "30/02/2026",
            "32/1/2026",
            "hôm qua",
            "",
            "1/2",
            "1/2/3/4",
            "23/11/126",
            "99999999999/1/1",
        ] {
            assert_eq!(day(text), Err(CellError::Day), "{text}");
        }
    }

    #[test]
    fn moments_have_an_hour_and_an_offset() {
        for (text, expected) in [
            ("18/09/2026 8:30", "2026-09-18T08:30:00.000+07:00"),
            ("18/09/2026 8h30", "2026-09-18T08:30:00.000+07:00"),
            ("2026-09-18 08:30:15", "2026-09-18T08:30:15.000+07:00"),
            ("2026-09-18T08:30:00Z", "2026-09-18T08:30:00Z"),
            ("46283,3541666667", "2026-09-18T08:30:00.000+07:00"),
        ] {
            assert_eq!(moment(text), Ok(expected.into()), "{text}");
        }
        assert_eq!(moment("18/09/2026"), Err(CellError::NoHour));
        assert_eq!(moment("18/09/2026 25:00"), Err(CellError::Day));
    }

    #[test]
    fn numbers_are_read_as_they_are_written_in_the_country() {
        for (text, expected) in [
            ("52,5", 52.5),
            ("52.5", 52.5),
            ("1.250,5", 1250.5),
            ("-18", -18.0),
            ("1 250", 1250.0),
            ("1.250.000", 1_250_000.0),
        ] {
            assert_eq!(decimal(text), Ok(expected), "{text}");
        }
        assert_eq!(decimal("năm"), Err(CellError::Number));
        for (text, expected) in [
            ("120000", 120_000),
            ("120.000", 120_000),
            ("120,000 đ", 120_000),
            ("1.200.000đồng", 1_200_000),
        ] {
            assert_eq!(whole(text), Ok(expected), "{text}");
        }
        assert_eq!(whole("12,5"), Err(CellError::Whole));
        assert_eq!(whole("-3"), Err(CellError::Whole));
    }

    #[test]
    fn numbers_that_a_spreadsheet_program_has_damaged_are_told() {
        let gtin = &[8, 12, 13, 14];
        assert_eq!(digits(" 9528060 010018", gtin), Ok("9528060010018".into()));
        assert_eq!(digits("'09528060010018", gtin), Ok("09528060010018".into()));
        assert_eq!(digits("9,53E+12", gtin), Err(CellError::Rounded));
        assert_eq!(digits("9.52806E+12", gtin), Err(CellError::Rounded));
        assert_eq!(digits("952806001001", &[13]), Err(CellError::LostZero(12)));
        assert_eq!(digits("6385074", gtin), Err(CellError::LostZero(7)));
    }
}
