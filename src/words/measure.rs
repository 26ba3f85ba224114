//! Times of day as each language writes them, and days and moments as machines read them.

use super::Lang;
use time::{Date, OffsetDateTime};

impl Lang {
    /// A moment in the local time it was given in: `18/09/2026 8:30`, `18 Sep 2026 8:30`.
    pub fn date_time(self, time: OffsetDateTime) -> String {
        format!("{} {}:{:02}", self.date(time.date()), time.hour(), time.minute())
    }
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
