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
    /// A day that may as well be a year in front: `26/11/23` is no day of 2023 for sure.
    YearFirst,
    /// No number.
    Number,
    /// A number whose only point may part a group or a fraction: `1.000`.
    Ambiguous,
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

/// A day: `23/11/2026`, `23-11-26`, `23.11.2026`, `2026-11-23`, or a serial number such as 46349; a time of day may stand
/// behind it.
pub(super) fn day(text: &str) -> Result<Date, CellError> {
    let (date, hours) = split_time(text);
    if hours.is_some_and(|hours| clock(hours).is_none()) {
        return Err(CellError::Day);
    }
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
    let (year, year_digits) = (number(year)?, year.len());
    let (month, day) = (number(month)?, number(day)?);
    if year_digits == 2 && YEARS_OF_MARKETS.contains(&day) && day != year {
        return Err(CellError::YearFirst);
    }
    calendar(year, month, day, year_digits)
}

/// Two digits in front of a day with a year of two digits, `26-11-23`, may be the year as well as the day.
const YEARS_OF_MARKETS: std::ops::RangeInclusive<i32> = 24..=31;

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
    if !(1950..=2100).contains(&year) {
        return Err(CellError::Day);
    }
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
        let seconds = (fraction * 86_400.0).round() as i64; // OK because a fraction of a day has fewer than 86,401.
        if seconds == 0 && hours.is_none() {
            return Err(CellError::NoHour);
        }
        let start = from_serial(whole)?.midnight() + time::Duration::seconds(seconds);
        return match hours {
            None => Ok(written(start.date(), start.time())),
            Some(hours) => Ok(written(start.date(), clock(hours).ok_or(CellError::Day)?)),
        };
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

/// A number with a decimal comma or point: `52,5`, `52.5`, `1.250,5`, `1 250`. Groups have three digits. A single point or
/// comma is a decimal one: `22.302`.
pub(super) fn decimal(text: &str) -> Result<f64, CellError> {
    let plain = text.trim().replace('−', "-");
    let (sign, plain) = match plain.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", plain.as_str()),
    };
    let plain = plain.trim();
    let marks = plain.matches(['.', ',']).count();
    let last = plain.rfind(['.', ',']);
    let same = plain.matches('.').count() == marks || plain.matches(',').count() == marks;
    let (whole, fraction) = match last.filter(|_| marks == 1 || !same) {
        Some(at) => (plain.get(..at), plain.get(at + 1..)),
        None => (Some(plain), Some("0")),
    };
    let whole = ungrouped(whole.unwrap_or_default()).ok_or(CellError::Number)?;
    let fraction = fraction
        .filter(|digits| is_digits(digits))
        .ok_or(CellError::Number)?;
    format!("{sign}{whole}.{fraction}")
        .parse()
        .map_err(|_| CellError::Number)
}

/// An amount: as [`decimal`], but for `1.000` and `1,250`, which are a thousand to one writer and one to another.
pub(super) fn amount(text: &str) -> Result<f64, CellError> {
    let groups: Vec<&str> = text.trim().split(['.', ',']).collect();
    match groups.as_slice() {
        [whole, three]
            if three.len() == 3 && is_digits(three) && (1..=3).contains(&whole.len()) && *whole != "0" =>
        {
            Err(CellError::Ambiguous)
        }
        _ => decimal(text),
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The digits of a whole number, whose groups of three may be parted by points, commas or spaces.
fn ungrouped(text: &str) -> Option<String> {
    let groups: Vec<&str> = text
        .split(|char: char| char == '.' || char == ',' || char.is_whitespace())
        .collect();
    let (first, later) = groups.split_first()?;
    let grouped =
        later.is_empty() || (1..=3).contains(&first.len()) && later.iter().all(|group| group.len() == 3);
    (grouped && groups.iter().all(|group| is_digits(group))).then(|| groups.concat())
}

/// A whole number, groups of three parted by points, commas or spaces: `120.000`, also with `đ` or `đồng` behind it.
pub(super) fn whole(text: &str) -> Result<u64, CellError> {
    let text = text
        .trim()
        .trim_end_matches("đồng")
        .trim_end_matches(['đ', '₫'])
        .trim();
    let digits = ungrouped(text).ok_or(CellError::Whole)?;
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

/// The digits of a GTIN or GLN as they were typed: without spaces and the apostrophe that makes a cell a text. `lengths` are those that the number may have.
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
        assert_eq!(day("26-11-23"), Err(CellError::YearFirst));
        for text in [
            "30/02/2026",
            "32/1/2026",
            "hôm qua",
            "",
            "1/2",
            "1/2/3/4",
            "23/11/126",
            "99999999999/1/1",
            "23/11/2026 sáng",
            "23/11/1026",
            "23/11/2926",
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
            ("46283,3543402778", "2026-09-18T08:30:15.000+07:00"),
            ("46283,999999", "2026-09-19T00:00:00.000+07:00"),
        ] {
            assert_eq!(moment(text), Ok(expected.into()), "{text}");
        }
        for text in ["18/09/2026", "46283", "46283,0"] {
            assert_eq!(moment(text), Err(CellError::NoHour), "{text}");
        }
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
            ("22.302", 22.302),
            ("−1.250,25", -1250.25),
        ] {
            assert_eq!(decimal(text), Ok(expected), "{text}");
        }
        for text in [
            "năm",
            "1.25.000",
            "12 50",
            "1.2,5",
            "1,000.50.2",
            "",
            "-",
            "1-2",
            "5,",
        ] {
            assert_eq!(decimal(text), Err(CellError::Number), "{text}");
        }
        for text in ["1.000", "1,250", "22.302"] {
            assert_eq!(amount(text), Err(CellError::Ambiguous), "{text}");
        }
        for (text, expected) in [
            ("0,125", 0.125),
            ("52,5", 52.5),
            ("1 250", 1250.0),
            ("1.250,5", 1250.5),
            ("1000", 1000.0),
        ] {
            assert_eq!(amount(text), Ok(expected), "{text}");
        }
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
