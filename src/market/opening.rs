//! Whether the market is open at a moment, and how long it still is until it opens.

use super::fair::{Fair, Session};
use time::OffsetDateTime;

/// What a shopper wants to know before setting out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    /// It is open; it closes at this time of day, `21:00`.
    Until(String),
    /// It opens today at this time of day.
    TodayAt(String),
    /// It has closed for the night and opens again tomorrow at this time of day.
    TomorrowAt(String),
    /// The session begins in so many whole days and hours.
    In {
        /// Whole days.
        days: i64,
        /// Hours beyond them.
        hours: i64,
    },
}

impl Fair {
    /// The session that is on at `now` or comes next, and what to say of it. A session opens every day at the time of day of
    /// its start and closes at the time of day of its end, or on the next day where that is earlier.
    pub fn opening(&self, now: OffsetDateTime) -> Option<(&Session, Opening)> {
        self.sessions
            .iter()
            .filter_map(|session| Some((session, session.hours()?)))
            .filter(|(_, (_, end))| now < *end)
            .min_by_key(|(_, (start, _))| *start)
            .map(|(session, (start, end))| (session, opening(now.to_offset(start.offset()), start, end)))
    }
}

fn opening(now: OffsetDateTime, start: OffsetDateTime, end: OffsetDateTime) -> Opening {
    if now < start {
        if now.date() == start.date() {
            return Opening::TodayAt(hour(start));
        }
        let left = start - now;
        return Opening::In {
            days: left.whole_days(),
            hours: left.whole_hours() % 24,
        };
    }
    let (time, opens, closes) = (now.time(), start.time(), end.time());
    let is_open = match opens < closes {
        true => (opens..closes).contains(&time),
        false => time >= opens || time < closes, // OK because a night ends on the next day: 18:00 to 02:00.
    };
    if is_open {
        Opening::Until(hour(end))
    } else if time < opens {
        Opening::TodayAt(hour(start))
    } else {
        Opening::TomorrowAt(hour(start))
    }
}

/// The time of day as every language writes it: `07:00`.
fn hour(moment: OffsetDateTime) -> String {
    format!("{:02}:{:02}", moment.hour(), moment.minute())
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::format_description::well_known::Rfc3339;

    #[test]
    fn a_night_market_closes_on_the_next_day() {
        let sessions = [
            ("2026-12-18T18:00:00+07:00", "2026-12-21T02:00:00+07:00", "02:00"),
            ("2026-12-18T11:00:00Z", "2026-12-20T17:00:00Z", "00:00"),
        ];
        for (start, end, closes) in sessions {
            let fair = Fair {
                sessions: vec![Session::of("n", start, end)],
                ..Fair::default()
            };
            for (now, expected) in [
                ("2026-12-18T17:00:00+07:00", Opening::TodayAt("18:00".into())),
                ("2026-12-18T18:00:00+07:00", Opening::Until(closes.into())),
                ("2026-12-19T23:59:00+07:00", Opening::Until(closes.into())),
                ("2026-12-20T02:00:00+07:00", Opening::TodayAt("18:00".into())),
                ("2026-12-20T16:00:00Z", Opening::Until(closes.into())),
            ] {
                let now = OffsetDateTime::parse(now, &Rfc3339).unwrap();
                assert_eq!(
                    fair.opening(now).map(|(_, opening)| opening),
                    Some(expected),
                    "{now} {end}"
                );
            }
        }
    }

    #[track_caller]
    fn check(now: &str, expected: Option<(&str, Opening)>) {
        let fair = Fair {
            sessions: vec![
                Session::of("12", "2026-12-18T07:00:00+07:00", "2026-12-20T21:00:00+07:00"),
                Session::of("11", "2026-11-13T07:00:00+07:00", "2026-11-15T21:00:00+07:00"),
                Session::of("broken", "soon", "later"),
            ],
            ..Fair::default()
        };
        let now = OffsetDateTime::parse(now, &Rfc3339).unwrap();
        let found = fair.opening(now);
        assert_eq!(
            found.map(|(session, opening)| (session.id.as_str(), opening)),
            expected,
            "{now}"
        );
    }

    #[test]
    fn the_market_says_whether_it_is_open_or_how_long_it_is_until_then() {
        let hour = |text: &str| text.to_owned();
        check(
            "2026-11-24T10:00:00+07:00",
            Some(("12", Opening::In { days: 23, hours: 21 })),
        );
        check(
            "2026-12-18T06:59:00+07:00",
            Some(("12", Opening::TodayAt(hour("07:00")))),
        );
        check(
            "2026-12-18T00:30:00Z",
            Some(("12", Opening::Until(hour("21:00")))),
        );
        check(
            "2026-12-18T22:00:00+07:00",
            Some(("12", Opening::TomorrowAt(hour("07:00")))),
        );
        check(
            "2026-12-19T03:00:00+07:00",
            Some(("12", Opening::TodayAt(hour("07:00")))),
        );
        check(
            "2026-12-20T20:59:59+07:00",
            Some(("12", Opening::Until(hour("21:00")))),
        );
        check("2026-12-20T21:00:00+07:00", None);
    }
}
