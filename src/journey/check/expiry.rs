//! Is it past its day?

use super::super::facts::Facts;
use super::{Check, Verdict};
use crate::words::Text;
use crate::words::journey::day;
use time::Date;

/// Stop after the expiry day, warn after the best-before day; both days themselves are still good.
pub fn check(facts: &Facts, today: Date) -> Option<Check> {
    let passed = |date: Option<Date>| date.filter(|date| *date < today);
    if let Some(expired) = passed(facts.expires_on) {
        return Some(fault(Verdict::Stop, "expired", expired_on(expired)));
    }
    if let Some(past) = passed(facts.best_before) {
        return Some(fault(Verdict::Warn, "best-before", best_until(past)));
    }
    let last = facts.expires_on.or(facts.best_before)?;
    Some(Check::plain("expiry", Verdict::Ok, good_until(last)))
}

fn fault(verdict: Verdict, flag: &'static str, sentence: Text) -> Check {
    Check {
        rule: "expiry",
        verdict,
        flag: Some(flag),
        sentence,
        evidence: Vec::new(),
    }
}

fn expired_on(date: Date) -> Text {
    let day = day(date);
    Text::new(
        format!("Hàng đã hết hạn dùng từ ngày {}.", day.vi),
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
            let facts = Facts {
                packed_on: None,
                expires_on,
                best_before,
                conflict: None,
            };
            let found = check(&facts, november(23).unwrap()).map(|check| check.verdict);
            assert_eq!(found, expect, "{expires_on:?} {best_before:?}");
        }
    }
}
