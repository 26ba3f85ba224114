//! The fair (`api/market.json`): sessions, programme, zones, stalls, categories, producers.

use crate::sources::json_ld::{flag, many, string, text};
use crate::words::Text;
use serde::Serialize;
use serde_json::Value;
use time::format_description::well_known::Rfc3339;
use time::{Date, OffsetDateTime, UtcOffset};

/// Everything about the fair that is not a product.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Fair {
    /// Whether it is sample data.
    pub sample: bool,
    /// The day the data stands for (YYYY-MM-DD).
    pub as_of: String,
    /// What the fair is called.
    pub name: Text,
    /// Where it is held.
    pub venue: Text,
    /// Its sessions in the order of time.
    pub sessions: Vec<Session>,
    /// The programme, in the order of time.
    pub programme: Vec<ProgrammeItem>,
    /// The zones of the ground.
    pub zones: Vec<Named>,
    /// The stalls.
    pub stalls: Vec<StallEntry>,
    /// The categories of goods.
    pub categories: Vec<Named>,
    /// The producers.
    pub producers: Vec<ProducerEntry>,
}

/// Something with an id and a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Its short id.
    pub id: String,
    /// Its name.
    pub name: Text,
}

/// One market session.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Session {
    /// Its id: `2026-12`.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// When it opens (RFC 3339).
    pub start: String,
    /// When it closes (RFC 3339).
    pub end: String,
}

/// One item of the programme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ProgrammeItem {
    /// The session's id.
    pub session: String,
    /// When it begins (RFC 3339).
    pub at: String,
    /// When it ends (RFC 3339).
    pub end: String,
    /// What it is.
    pub title: Text,
    /// A stall's id, or `fair` for the whole ground.
    #[serde(rename = "where")]
    pub place: String,
}

/// One stall.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StallEntry {
    /// Its id on the plan: `A1`.
    pub id: String,
    /// Its zone's id.
    pub zone: String,
    /// Its GLN.
    pub gln: String,
    /// Its own name where it has no producer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Its producer's GLN.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub producer: Option<String>,
    /// Left edge, top edge, width and height on the plan's grid of 90 × 32.
    pub plan: (f32, f32, f32, f32),
}

/// One producer in the market's list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProducerEntry {
    /// Its GLN.
    pub gln: String,
    /// Its name.
    pub name: Text,
    /// Commune or ward of its seat.
    pub commune: String,
    /// The categories of goods it makes.
    pub categories: Vec<String>,
    /// Its stall.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stall: Option<String>,
}

/// Where a session stands on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionState {
    /// It is on.
    Open,
    /// It opens in so many days.
    InDays(i64),
}

impl Fair {
    /// Reads what `market.json` says. What is missing is empty.
    pub fn read(document: &Value) -> Fair {
        Fair {
            sample: flag(document, "sample"),
            as_of: word(document, "asOf"),
            name: text(document, "name").unwrap_or_default(),
            venue: text(document, "venue").unwrap_or_default(),
            sessions: many(document, "sessions").iter().map(Session::read).collect(),
            programme: many(document, "programme")
                .iter()
                .map(ProgrammeItem::read)
                .collect(),
            zones: many(document, "zones").iter().map(Named::read).collect(),
            stalls: many(document, "stalls").iter().map(StallEntry::read).collect(),
            categories: many(document, "categories").iter().map(Named::read).collect(),
            producers: many(document, "producers")
                .iter()
                .map(ProducerEntry::read)
                .collect(),
        }
    }

    /// The session that is on today or comes next.
    pub fn next_session(&self, today: Date) -> Option<(&Session, SessionState)> {
        self.sessions
            .iter()
            .filter_map(|session| {
                let (first, _) = session.days()?;
                (!session.is_over(today)).then_some((first, session))
            })
            .min_by_key(|(first, _)| *first)
            .map(|(first, session)| match (first - today).whole_days() {
                days if days > 0 => (session, SessionState::InDays(days)),
                _ => (session, SessionState::Open),
            })
    }
}

impl Session {
    fn read(value: &Value) -> Session {
        Session {
            id: word(value, "id"),
            name: text(value, "name").unwrap_or_default(),
            start: word(value, "start"),
            end: word(value, "end"),
        }
    }

    /// When its first day begins and its last ends, local to the fair; `None` when a date is broken.
    pub fn hours(&self) -> Option<(OffsetDateTime, OffsetDateTime)> {
        Some((local(&self.start)?, local(&self.end)?))
    }

    /// The first and the last day on which it opens; `None` when a date is broken. What closes at midnight or in the small
    /// hours opened on the day before.
    pub fn days(&self) -> Option<(Date, Date)> {
        let (start, end) = self.hours()?;
        let closes_at_night = end.time() <= start.time();
        let last = if closes_at_night {
            end.date().previous_day()?
        } else {
            end.date()
        };
        Some((start.date(), last.max(start.date())))
    }

    /// Whether it has ended before `today` began; never when a date is broken.
    pub fn is_over(&self, today: Date) -> bool {
        // OK because a session until midnight is over on the next day.
        let end = self.hours().map(|(_, end)| end - time::Duration::NANOSECOND);
        end.is_some_and(|end| end.date() < today)
    }
}

/// A moment (RFC 3339) in the time of Việt Nam, however it was written.
fn local(moment: &str) -> Option<OffsetDateTime> {
    let offset = UtcOffset::from_hms(7, 0, 0).ok()?;
    Some(OffsetDateTime::parse(moment, &Rfc3339).ok()?.to_offset(offset))
}

impl Named {
    fn read(value: &Value) -> Named {
        Named {
            id: word(value, "id"),
            name: text(value, "name").unwrap_or_default(),
        }
    }
}

impl ProgrammeItem {
    fn read(value: &Value) -> ProgrammeItem {
        ProgrammeItem {
            session: word(value, "session"),
            at: word(value, "at"),
            end: word(value, "end"),
            title: text(value, "title").unwrap_or_default(),
            place: word(value, "where"),
        }
    }
}

impl ProgrammeItem {
    /// When it begins, local to the fair; `None` when the date is broken.
    pub fn start(&self) -> Option<OffsetDateTime> {
        local(&self.at)
    }

    /// When it begins and ends, local to the fair. What names no end lasts an hour; `None` when its beginning is broken.
    pub fn times(&self) -> Option<(OffsetDateTime, OffsetDateTime)> {
        let start = self.start()?;
        let hour = || start.checked_add(time::Duration::HOUR).unwrap_or(start);
        Some((start, local(&self.end).unwrap_or_else(hour)))
    }
}

impl StallEntry {
    fn read(value: &Value) -> StallEntry {
        let side = |index: usize| {
            many(value, "plan")
                .get(index)
                .and_then(Value::as_f64)
                .unwrap_or_default()
        };
        let [x, y, width, height] = [0, 1, 2, 3].map(side);
        StallEntry {
            id: word(value, "id"),
            zone: word(value, "zone"),
            gln: word(value, "gln"),
            name: text(value, "name"),
            producer: string(value, "producer"),
            // OK because the plan is a grid of 90 × 32: nothing is lost in the smaller number.
            plan: (x as f32, y as f32, width as f32, height as f32),
        }
    }
}

impl ProducerEntry {
    fn read(value: &Value) -> ProducerEntry {
        ProducerEntry {
            gln: word(value, "gln"),
            name: text(value, "name").unwrap_or_default(),
            commune: word(value, "commune"),
            categories: words(value, "categories"),
            stall: string(value, "stall"),
        }
    }
}

/// The text of a member, empty where there is none.
pub(super) fn word(value: &Value, name: &str) -> String {
    string(value, name).unwrap_or_default()
}

/// The texts in a member.
pub(super) fn words(value: &Value, name: &str) -> Vec<String> {
    let words = many(value, name).iter().filter_map(Value::as_str);
    words.map(str::to_owned).collect()
}

#[cfg(test)]
impl Session {
    /// A session that has no name, for tests.
    pub(super) fn of(id: &str, start: &str, end: &str) -> Session {
        Session {
            id: id.into(),
            start: start.into(),
            end: end.into(),
            ..Session::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::Month;

    fn day(month: Month, day: u8) -> Date {
        Date::from_calendar_date(2026, month, day).unwrap()
    }

    #[track_caller]
    fn check(date: u8, expected: Option<(&str, SessionState)>) {
        let fair = Fair {
            sessions: vec![
                Session::of("broken", "soon", "2026-12-31T21:00:00+07:00"),
                Session::of("late", "2026-12-18T07:00:00+07:00", "2026-12-20T21:00:00+07:00"),
                Session::of("early", "2026-12-04T00:30:00+07:00", "2026-12-06T23:30:00+07:00"),
            ],
            ..Fair::default()
        };
        let today = day(Month::December, date);
        let found = fair.next_session(today);
        let found = found.map(|(session, state)| (session.id.as_str(), state));
        assert_eq!(found, expected, "{today}");
    }

    #[test]
    fn the_next_session_is_the_one_that_is_on_or_comes_first() {
        check(1, Some(("early", SessionState::InDays(3))));
        check(4, Some(("early", SessionState::Open)));
        check(6, Some(("early", SessionState::Open)));
        check(7, Some(("late", SessionState::InDays(11))));
        check(20, Some(("late", SessionState::Open)));
        check(21, None);
    }

    #[test]
    fn the_last_day_is_the_last_on_which_it_opens() {
        for (start, end, last, over) in [
            ("2026-12-18T07:00:00+07:00", "2026-12-20T21:00:00+07:00", 20, 21),
            ("2026-12-18T07:00:00+07:00", "2026-12-21T00:00:00+07:00", 20, 21),
            ("2026-12-18T07:00:00+07:00", "2026-12-20T17:00:00Z", 20, 21),
            ("2026-12-18T18:00:00+07:00", "2026-12-21T02:00:00+07:00", 20, 22),
            ("2026-12-18T07:00:00+07:00", "2026-12-18T12:00:00+07:00", 18, 19),
            ("2026-12-18T00:00:00+07:00", "2026-12-19T00:00:00+07:00", 18, 19),
            ("2026-12-18T07:00:00+07:00", "2026-12-18T07:00:00+07:00", 18, 19),
        ] {
            let session = Session::of("a", start, end);
            let expected = (day(Month::December, 18), day(Month::December, last));
            assert_eq!(session.days(), Some(expected), "{start} {end}");
            assert!(session.is_over(day(Month::December, over)), "{start} {end}");
            assert!(!session.is_over(day(Month::December, over - 1)), "{start} {end}");
        }
    }

    #[test]
    fn broken_dates_make_no_days() {
        let broken = Session::of("a", "2026-12-18", "2026-12-20");
        assert_eq!(broken.days(), None);
        assert!(!broken.is_over(day(Month::December, 31)));
    }
}
