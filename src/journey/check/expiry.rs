//! Is it past its day?

use super::super::facts::Facts;
use super::{Check, Verdict};
use crate::words::Text;
use crate::words::journey::{day, joined};
use time::Date;

/// Stop after the expiry day, warn after the best-before day; both days themselves are still good.
/// Warn also when the code bears another last day than the one declared.
pub fn check(facts: &Facts, today: Date) -> Option<Check> {
    let passed = |date: Option<Date>| date.filter(|date| *date < today);
    let differs = facts.conflict.map(differing);
    let with_difference = |sentence| joined(&[sentence, differs.clone().unwrap_or_default()]);
    let fault = |verdict, flag, sentence| Some(Check::fault("expiry", verdict, flag, sentence, Vec::new()));
    if let Some(expired) = passed(facts.expires_on) {
        return fault(Verdict::Stop, "expired", with_difference(expired_on(expired)));
    }
    if let Some(past) = passed(facts.best_before) {
        return fault(Verdict::Warn, "best-before", with_difference(best_until(past)));
    }
    if let Some(differs) = differs {
        return fault(Verdict::Warn, "expiry:differs", differs);
    }
    let last = facts.expires_on.or(facts.best_before)?;
    Some(Check::plain("expiry", Verdict::Ok, good_until(last)))
}

fn expired_on(date: Date) -> Text {
    let day = day(date);
    Text::new(
        format!("Hạn dùng của hàng là ngày {}, nay đã qua.", day.vi),
        format!("Its use-by date was {}.", day.en),
    )
}

fn best_until(date: Date) -> Text {
    let day = day(date);
    Text::new(
        format!("Hàng dùng tốt nhất trước ngày {}, nay đã qua.", day.vi),
        format!("It was best before {}.", day.en),
    )
}

fn good_until(date: Date) -> Text {
    let day = day(date);
    Text::new(
        format!("Còn hạn đến ngày {}.", day.vi),
        format!("In date until {}.", day.en),
    )
}

fn differing((printed, declared): (Date, Date)) -> Text {
    let (printed, declared) = (day(printed), day(declared));
    Text::new(
        format!(
            "Ngày hết hạn trong mã ({}) khác ngày được khai ({}).",
            printed.vi, declared.vi
        ),
        format!(
            "The last day in the code ({}) differs from the one declared ({}).",
            printed.en, declared.en
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::Month;

    fn november(day: u8) -> Option<Date> {
        Date::from_calendar_date(2026, Month::November, day).ok()
    }

    #[test]
    fn the_last_day_is_still_good_and_the_next_is_not() {
        let rows = [
            (november(22), None, Some(Verdict::Stop)),
            (november(23), None, Some(Verdict::Ok)),
            (None, november(22), Some(Verdict::Warn)),
            (None, november(23), Some(Verdict::Ok)),
            (november(24), november(22), Some(Verdict::Warn)),
            (november(22), november(20), Some(Verdict::Stop)),
            (None, None, None),
        ];
        for (expires_on, best_before, expect) in rows {
            let found = told(expires_on, best_before, None);
            assert_eq!(
                found.map(|check| check.verdict),
                expect,
                "{expires_on:?} {best_before:?}"
            );
        }
    }

    #[test]
    fn a_last_day_that_differs_from_the_declared_one_is_never_plainly_good() {
        let conflict = november(22).zip(november(30));
        let rows = [
            (november(24), None, "expiry:differs"),
            (november(22), None, "expired"),
            (None, november(22), "best-before"),
            (None, None, "expiry:differs"),
        ];
        for (expires_on, best_before, flag) in rows {
            let found = told(expires_on, best_before, conflict).unwrap();
            assert_eq!(found.flag, Some(flag), "{expires_on:?} {best_before:?}");
            let (printed, declared) = ("22/11/2026", "30/11/2026");
            assert!(
                found.sentence.vi.contains(printed) && found.sentence.vi.contains(declared),
                "{}",
                found.sentence.vi
            );
        }
    }

    /// What the rule says on 23 November.
    fn told(
        expires_on: Option<Date>,
        best_before: Option<Date>,
        conflict: Option<(Date, Date)>,
    ) -> Option<Check> {
        let facts = Facts {
            packed_on: None,
            expires_on,
            best_before,
            conflict,
        };
        check(&facts, november(23).unwrap())
    }
}
