//! Days, moments and offsets as data writes them (RFC 3339), and as HTTP does (RFC 9110).

use time::format_description::well_known::Rfc3339;
use time::{Date, Month, OffsetDateTime, UtcOffset};

/// The months as HTTP names them.
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// The day at the beginning of a text: `2026-11-23`.
pub fn day(text: &str) -> Option<Date> {
    let mut parts = text.get(..10)?.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = u8::try_from(digits(parts.next()?, 2)?).ok()?;
    let day = u8::try_from(digits(parts.next()?, 2)?).ok()?;
    Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
}

/// A moment with its offset: `2026-09-25T09:00:00.000+07:00`.
pub fn moment_of(text: &str) -> Option<OffsetDateTime> {
    OffsetDateTime::parse(text, &Rfc3339).ok()
}

/// An offset from UTC: `+07:00`.
pub fn offset(text: &str) -> Option<UtcOffset> {
    let (sign, rest) = match text.as_bytes().first()? {
        b'+' => (1, text.get(1..)?),
        b'-' => (-1, text.get(1..)?),
        b'Z' if text.len() == 1 => return Some(UtcOffset::UTC),
        _ => return None,
    };
    let (hours, minutes) = rest.split_once(':')?;
    let hours = i8::try_from(digits(hours, 2)?).ok()?;
    let minutes = i8::try_from(digits(minutes, 2)?).ok()?;
    UtcOffset::from_hms(sign * hours, sign * minutes, 0).ok()
}

/// The seconds since 1970 of a date in one of the three forms of HTTP (RFC 9110 §5.6.7).
pub fn http_moment(text: &str) -> Option<i64> {
    let text = text.split_once(", ").map_or(text, |(_, rest)| rest); // OK because the day of the week follows from the others.
    let parts: Vec<&str> = text.split([' ', '-']).filter(|part| !part.is_empty()).collect();
    let [day, month, year, hour] = match parts.as_slice() {
        [day, month, year, hour, "GMT"] => [*day, *month, *year, *hour],
        [_, month, day, hour, year] => [*day, *month, *year, *hour],
        _ => return None,
    };
    let month = MONTHS.iter().position(|name| *name == month)?;
    let month = Month::try_from(u8::try_from(month + 1).ok()?).ok()?;
    let year = match year.len() {
        2 => 1900 + digits(year, 2)? + if digits(year, 2)? < 70 { 100 } else { 0 },
        _ => digits(year, 4)?,
    };
    let day = u8::try_from(digits(day, day.len())?).ok()?;
    let mut clock = hour.splitn(3, ':').map(|part| digits(part, 2));
    let mut next = || u8::try_from(clock.next()??).ok();
    let (hour, minute, second) = (next()?, next()?, next()?);
    let date = Date::from_calendar_date(year, month, day).ok()?;
    let moment = date.with_hms(hour, minute, second.min(59)).ok()?; // OK because a leap second makes no difference.
    Some(moment.assume_utc().unix_timestamp())
}

fn digits(text: &str, length: usize) -> Option<i32> {
    let fits = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_offsets_are_read_or_refused() {
        for (text, is_day) in [
            ("2026-11-23", true),
            ("2026-11-23T08:00:00+07:00", true),
            ("2026-02-30", false),
            ("2026-1-23", false),
            ("23/11/2026", false),
            ("ngày mai ạ", false),
            ("", false),
        ] {
            assert_eq!(day(text).is_some(), is_day, "{text}");
        }
        for (text, seconds) in [
            ("+07:00", Some(25_200)),
            ("-06:30", Some(-23_400)),
            ("Z", Some(0)),
            ("07:00", None),
            ("+99:00", None),
        ] {
            assert_eq!(offset(text).map(UtcOffset::whole_seconds), seconds, "{text}");
        }
    }
}
