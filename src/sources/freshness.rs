//! How old the dated lists may be, of recalls and of revoked keys: an old one, played back, must not pass for the newest.

use super::date::day;
use super::json_ld::date;
use super::signature::{Seal, Signature};
use crate::words::measure::machine_date;
use serde_json::Value;
use time::Date;

/// After how many days a list says nothing any more, where config.json does not say.
pub(super) const MOST_DAYS: u32 = 30;

/// The most lists that are remembered.
const MOST_LISTS: usize = 40;

/// What a dated list is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// Goods called back.
    Recalls,
    /// Keys that no longer sign.
    RevokedKeys,
}

/// A list that was asked for, and its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedList {
    /// What it is about.
    pub kind: ListKind,
    /// The address of its file.
    pub file: String,
    /// The day that stands in it; `None` where none does, or it did not come.
    pub as_of: Option<Date>,
    /// The newest day that this phone had seen in it before.
    pub newest: Option<Date>,
    /// After how many days it says nothing any more.
    pub most_days: u32,
    /// Whether its signature fits: only then its day is worth remembering.
    pub is_signed: bool,
}

/// Whether a list still says what holds today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// It is the newest one known and not too old.
    Fresh,
    /// It bears no day: it may be of any.
    Undated,
    /// It is of the first day, and this phone has seen one of the second, later one: somebody plays an old list back.
    PlayedBack(Date, Date),
    /// It is of this day, which is too long ago.
    Old(Date),
    /// It is of this day, which has not come: it would pass for new for ever.
    Ahead(Date),
}

impl DatedList {
    /// The list in a document, with the newest day of it that this phone has seen, and whether its signature is among the seals.
    pub(super) fn of(
        kind: ListKind,
        file: String,
        document: &Value,
        seals: &[Seal],
        memory: &Memory,
    ) -> DatedList {
        DatedList {
            kind,
            as_of: date(document, "asOf"),
            newest: memory.newest(&file),
            most_days: MOST_DAYS,
            is_signed: is_signed(&file, seals),
            file,
        }
    }

    /// Whether it still says what holds on `today`.
    pub fn freshness(&self, today: Date) -> Freshness {
        let Some(as_of) = self.as_of else {
            return Freshness::Undated;
        };
        match self.newest {
            Some(newest) if newest > as_of => Freshness::PlayedBack(as_of, newest),
            // OK because it may be tomorrow where the list was written.
            _ if (as_of - today).whole_days() > 1 => Freshness::Ahead(as_of),
            _ if (today - as_of).whole_days() > i64::from(self.most_days) => Freshness::Old(as_of),
            _ => Freshness::Fresh,
        }
    }

    /// Whether this phone has seen a newer one.
    pub(super) fn is_played_back(&self) -> bool {
        self.newest.is_some() && self.newest > self.as_of
    }
}

/// Whether the signature of a file is among the seals and fits.
fn is_signed(file: &str, seals: &[Seal]) -> bool {
    let mut own = seals.iter().filter(|seal| seal.file == file);
    own.any(|seal| matches!(seal.signature, Signature::Signed { .. }))
}

/// The newest day of each list that this phone has seen, by the address of its file. It is kept as text, a line for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory(Vec<(String, Date)>);

impl Memory {
    /// Reads what [`written`](Self::written) wrote. Lines that cannot be read are left out.
    pub fn read(text: &str) -> Memory {
        let lines = text.lines().filter_map(|line| line.split_once(' '));
        let days = lines.filter_map(|(date, file)| Some((file.to_owned(), day(date)?)));
        Memory(days.take(MOST_LISTS).collect())
    }

    /// The text to keep.
    pub fn written(&self) -> String {
        let lines = self.0.iter();
        let lines = lines.map(|(file, day)| format!("{} {file}\n", machine_date(*day)));
        lines.collect()
    }

    /// The newest day that was seen in a list.
    pub fn newest(&self, file: &str) -> Option<Date> {
        let mut known = self.0.iter();
        known.find(|(known, _)| known == file).map(|(_, day)| *day)
    }

    /// Remembers the days of lists whose signatures fit. A day after `today` is not believed: no list could ever follow it.
    pub fn learn(&mut self, lists: &[DatedList], today: Date) {
        for list in lists.iter().filter(|list| list.is_signed) {
            let Some(as_of) = list.as_of.filter(|day| *day <= today) else {
                continue;
            };
            let has_room = self.0.len() < MOST_LISTS;
            match self.0.iter_mut().find(|(file, _)| *file == list.file) {
                Some((_, day)) => *day = as_of.max(*day),
                None if has_room => self.0.push((list.file.clone(), as_of)),
                None => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(as_of: &str, newest: &str) -> DatedList {
        DatedList {
            kind: ListKind::Recalls,
            file: "/api/recalls.json".to_owned(),
            as_of: day(as_of),
            newest: day(newest),
            most_days: 30,
            is_signed: true,
        }
    }

    #[test]
    fn a_list_is_as_good_as_its_day() {
        let on = |text: &str| day(text).unwrap();
        let today = on("2026-11-23");
        for (as_of, newest, expected) in [
            ("2026-11-23", "", Freshness::Fresh),
            ("2026-11-23", "2026-11-23", Freshness::Fresh),
            ("2026-11-24", "2026-11-23", Freshness::Fresh),
            ("2026-11-25", "", Freshness::Ahead(on("2026-11-25"))),
            ("2099-01-01", "2026-11-23", Freshness::Ahead(on("2099-01-01"))),
            ("2026-10-24", "", Freshness::Fresh),
            ("2026-10-23", "", Freshness::Old(on("2026-10-23"))),
            (
                "2026-11-16",
                "2026-11-17",
                Freshness::PlayedBack(on("2026-11-16"), on("2026-11-17")),
            ),
            (
                "2025-01-01",
                "2026-11-17",
                Freshness::PlayedBack(on("2025-01-01"), on("2026-11-17")),
            ),
            ("", "2026-11-17", Freshness::Undated),
            ("", "", Freshness::Undated),
        ] {
            assert_eq!(
                list(as_of, newest).freshness(today),
                expected,
                "{as_of:?} {newest:?}"
            );
        }
    }

    #[test]
    fn only_days_of_signed_lists_that_have_come_are_remembered() {
        let today = day("2026-11-23").unwrap();
        let newest = |lists: &[DatedList]| {
            let mut memory = Memory::read("2026-11-10 /api/recalls.json\nbroken\n2026-11-99 x\n");
            memory.learn(lists, today);
            assert_eq!(Memory::read(&memory.written()), memory);
            memory
                .newest("/api/recalls.json")
                .map(|day| day.to_string())
                .unwrap_or_default()
        };
        let unsigned = DatedList {
            is_signed: false,
            ..list("2026-11-20", "")
        };
        assert_eq!(newest(&[list("2026-11-20", "")]), "2026-11-20");
        assert_eq!(newest(&[list("2026-11-01", "")]), "2026-11-10");
        assert_eq!(newest(&[list("2099-01-01", "")]), "2026-11-10");
        assert_eq!(newest(&[list("", "")]), "2026-11-10");
        assert_eq!(newest(&[unsigned]), "2026-11-10");
    }
}
