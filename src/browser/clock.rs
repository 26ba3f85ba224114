//! The day and the moment, by the clock of the phone.

use time::{Date, OffsetDateTime, UtcOffset};

/// Hours by which the clocks of Việt Nam are ahead of UTC, all year round.
const VIETNAM_HOURS: i8 = 7;

/// The moment, in milliseconds since 1970 (UTC).
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// The moment, by the clocks of Việt Nam.
pub fn now() -> OffsetDateTime {
    in_vietnam(now_ms())
}

/// Today's date in Việt Nam, wherever the phone is.
pub fn today() -> Date {
    day_of(now_ms())
}

/// The date in Việt Nam at a moment given in milliseconds since 1970 (UTC).
pub fn day_of(moment_ms: f64) -> Date {
    in_vietnam(moment_ms).date()
}

/// The time of day in Việt Nam at a moment given in milliseconds since 1970 (UTC): `09:05`.
pub fn hour_of(moment_ms: f64) -> String {
    let moment = in_vietnam(moment_ms);
    format!("{:02}:{:02}", moment.hour(), moment.minute())
}

fn in_vietnam(moment_ms: f64) -> OffsetDateTime {
    // OK because a float that does not fit is cut to the nearest that does, and a day out of range becomes 1970.
    let moment = OffsetDateTime::from_unix_timestamp((moment_ms / 1000.0) as i64)
        .unwrap_or(OffsetDateTime::UNIX_EPOCH);
    let offset = UtcOffset::from_hms(VIETNAM_HOURS, 0, 0).unwrap_or(UtcOffset::UTC);
    moment.to_offset(offset)
}
