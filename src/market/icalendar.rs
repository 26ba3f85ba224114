//! Sessions as calendar files (iCalendar, RFC 5545).

use super::fair::{Fair, ProgrammeItem, Session};
use crate::words::Lang;
use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcOffset};

/// The longest line, in bytes, without its end (RFC 5545 §3.1).
const LONGEST_LINE: usize = 75;

/// A calendar of these sessions with their programme, in one language. `host` makes the names of the events unlike those of
/// other fairs. A session or item with a broken date is left out.
pub fn calendar(fair: &Fair, sessions: &[&Session], host: &str, lang: Lang) -> String {
    let mut calendar = Calendar::default();
    calendar.line("BEGIN:VCALENDAR");
    calendar.line("VERSION:2.0");
    calendar.line("PRODID:-//Cho phien//Market sessions//VI");
    calendar.line("CALSCALE:GREGORIAN");
    for session in sessions {
        calendar.session(fair, session, host, lang);
        let items = fair.programme.iter().filter(|item| item.session == session.id);
        for item in items {
            calendar.item(fair, session, item, host, lang);
        }
    }
    calendar.line("END:VCALENDAR");
    calendar.text
}

/// The file while it is being written.
#[derive(Default)]
struct Calendar {
    text: String,
}

/// One entry.
struct Entry<'a> {
    id: String,
    times: (&'a str, &'a str),
    title: &'a str,
    place: String,
}

impl Calendar {
    fn session(&mut self, fair: &Fair, session: &Session, host: &str, lang: Lang) {
        let entry = Entry {
            id: format!("{}@{host}", session.id),
            times: (&session.start, &session.end),
            title: session.name.in_lang(lang),
            place: fair.venue.in_lang(lang).to_owned(),
        };
        self.entry(fair, &entry);
    }

    fn item(&mut self, fair: &Fair, session: &Session, item: &ProgrammeItem, host: &str, lang: Lang) {
        let start = utc(&item.at).unwrap_or_default();
        let venue = fair.venue.in_lang(lang);
        let entry = Entry {
            id: format!("{}-{start}-{}@{host}", session.id, item.place),
            times: (&item.at, &item.end),
            title: item.title.in_lang(lang),
            place: match item.place.as_str() {
                "" | "fair" => venue.to_owned(),
                stall => format!("{} {stall}, {venue}", lang.market().stall),
            },
        };
        self.entry(fair, &entry);
    }

    fn entry(&mut self, fair: &Fair, entry: &Entry) {
        let (Some(start), Some(end)) = (utc(entry.times.0), utc(entry.times.1)) else {
            return;
        };
        self.line("BEGIN:VEVENT");
        self.line(&format!("UID:{}", escaped(&entry.id)));
        self.line(&format!("DTSTAMP:{}T000000Z", fair.as_of.replace('-', "")));
        self.line(&format!("DTSTART:{start}"));
        if start < end {
            self.line(&format!("DTEND:{end}")); // It lies behind the start, or is not there (RFC 5545 §3.8.2.2).
        }
        self.line(&format!("SUMMARY:{}", escaped(entry.title)));
        self.line(&format!("LOCATION:{}", escaped(&entry.place)));
        self.line("END:VEVENT");
    }

    /// Writes a line, folded where it is too long, never within a letter (RFC 5545 §3.1).
    fn line(&mut self, line: &str) {
        let mut width = 0;
        for letter in line.chars() {
            if width + letter.len_utf8() > LONGEST_LINE {
                self.text.push_str("\r\n ");
                width = 1;
            }
            self.text.push(letter);
            width += letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// A moment (RFC 3339) as calendars write it in UTC: `20261218T000000Z`.
fn utc(moment: &str) -> Option<String> {
    let moment = OffsetDateTime::parse(moment, &Rfc3339)
        .ok()?
        .to_offset(UtcOffset::UTC);
    let (year, month, day) = (moment.year(), u8::from(moment.month()), moment.day());
    let (hour, minute, second) = (moment.hour(), moment.minute(), moment.second());
    Some(format!(
        "{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z"
    ))
}

/// A text as a value (RFC 5545 §3.3.11).
fn escaped(text: &str) -> String {
    let mut value = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => value.extend(['\\', letter]),
            '\n' => value.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => value.push(letter),
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Text;

    fn fair() -> Fair {
        let session = |id: &str, start: &str| Session {
            id: id.into(),
            name: Text::new(
                "Phiên tháng Mười Hai – Quà vùng cao; chè, gạo, mật ong và nhiều món khác nữa",
                "Gifts",
            ),
            start: start.into(),
            end: "2026-12-20T21:00:00+07:00".into(),
        };
        Fair {
            as_of: "2026-11-23".into(),
            venue: Text::new("Quảng trường, phường Tân Phong", "The square"),
            sessions: vec![
                session("2026-12", "2026-12-18T07:00:00+07:00"),
                session("broken", "18/12"),
            ],
            programme: vec![ProgrammeItem {
                session: "2026-12".into(),
                at: "2026-12-19T08:30:00+07:00".into(),
                end: "2026-12-19T09:30:00+07:00".into(),
                title: Text::new("Sao chè\nchảo gang", "Tea"),
                place: "A1".into(),
            }],
            ..Fair::default()
        }
    }

    /// The file as a reader sees it: folded lines joined.
    fn unfolded(file: &str) -> Vec<String> {
        assert!(file.lines().all(|line| line.len() <= LONGEST_LINE), "{file}");
        assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
        let joined = file.replace("\r\n ", "");
        joined.split("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_session_and_its_programme_are_events_in_utc() {
        let fair = fair();
        let sessions: Vec<_> = fair.sessions.iter().collect();
        let lines = unfolded(&calendar(&fair, &sessions, "chophien.example", Lang::Vi));
        for line in [
            "BEGIN:VCALENDAR",
            "UID:2026-12@chophien.example",
            "DTSTAMP:20261123T000000Z",
            "DTSTART:20261218T000000Z",
            "DTEND:20261220T140000Z",
            "SUMMARY:Phiên tháng Mười Hai – Quà vùng cao\\; chè\\, gạo\\, mật ong và nhiều món khác nữa",
            "UID:2026-12-20261219T013000Z-A1@chophien.example",
            "DTSTART:20261219T013000Z",
            "SUMMARY:Sao chè\\nchảo gang",
            "LOCATION:Gian A1\\, Quảng trường\\, phường Tân Phong",
            "END:VCALENDAR",
        ] {
            assert!(lines.iter().any(|found| found == line), "{line}\n{lines:#?}");
        }
        assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VEVENT").count(), 2);
    }

    #[test]
    fn what_ends_when_it_starts_has_no_end_and_a_new_item_renames_no_other() {
        let mut fair = fair();
        let mut earlier = fair.programme[0].clone();
        earlier.at = "2026-12-18T08:00:00+07:00".into();
        earlier.end.clone_from(&earlier.at);
        fair.programme.insert(0, earlier);
        let lines = unfolded(&calendar(&fair, &[&fair.sessions[0]], "x", Lang::En));
        assert!(lines.contains(&"UID:2026-12-20261219T013000Z-A1@x".to_owned()));
        assert_eq!(lines.iter().filter(|line| line.starts_with("DTEND")).count(), 2);
    }

    #[test]
    fn the_titles_are_in_the_language_asked_for() {
        let fair = fair();
        let lines = unfolded(&calendar(&fair, &[&fair.sessions[0]], "x", Lang::En));
        assert!(lines.contains(&"SUMMARY:Gifts".to_owned()));
        assert!(lines.contains(&"LOCATION:Stall A1\\, The square".to_owned()));
    }
}
