//! Times of day as each language writes them, and days and moments as machines read them.

use super::Lang;
use time::{Date, OffsetDateTime};

impl Lang {
    /// A moment in the local time it was given in: `18/09/2026 8:30`, `18 Sep 2026 8:30`.
    pub fn date_time(self, time: OffsetDateTime) -> String {
        format!("{} {}:{:02}", self.date(time.date()), time.hour(), time.minute())
    }
}

/// A number with a point and at most so many decimals (up to 9): `1450.5`. Whole numbers do the arithmetic: the tables
/// with which Rust writes floats weigh more than the rest of this room.
pub fn decimal(value: f64, decimals: u32) -> String {
    let unit = 10_u64.pow(decimals);
    let scaled = (value.abs() * unit as f64).round() as u64; // OK because a float that does not fit is cut.
    let width = decimals as usize;
    let rest = format!("{:0width$}", scaled % unit);
    let rest = rest.trim_end_matches('0');
    let sign = if value < 0.0 && scaled > 0 { "-" } else { "" };
    let point = if rest.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{rest}", scaled / unit)
}

/// A day for the `datetime` attribute: `2026-09-18`.
pub fn machine_date(date: Date) -> String {
    format!(
        "{:04}-{:02}-{:02}",
        date.year(),
        u8::from(date.month()),
        date.day()
    )
}

/// A moment for the `datetime` attribute, with its offset: `2026-09-18T08:30+07:00`.
pub fn machine_time(time: OffsetDateTime) -> String {
    let (hours, minutes, _) = time.offset().as_hms();
    let sign = if time.offset().is_negative() { '-' } else { '+' };
    format!(
        "{}T{:02}:{:02}{sign}{:02}:{:02}",
        machine_date(time.date()),
        time.hour(),
        time.minute(),
        hours.unsigned_abs(),
        minutes.unsigned_abs()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::format_description::well_known::Rfc3339;

    #[test]
    fn moments_keep_the_offset_of_their_place() {
        let time = OffsetDateTime::parse("2026-09-18T08:05:00+07:00", &Rfc3339).unwrap();
        assert_eq!(Lang::Vi.date_time(time), "18/09/2026 8:05");
        assert_eq!(Lang::En.date_time(time), "18 Sep 2026 8:05");
        assert_eq!(machine_time(time), "2026-09-18T08:05+07:00");
    }
}
