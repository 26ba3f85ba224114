//! How often a host may be asked: its own limit for each minute, and the pause it demands.

use super::findings::Why;
use super::origin::Origin;
use super::question::Question;

const MINUTE_MS: i64 = 60_000;

/// The longest pause after a host has refused several times, in seconds.
const LONGEST_PAUSE_S: i64 = 15 * 60;

/// What each host has been asked lately, by its origin. A list, because a page asks few hosts.
#[derive(Debug, Default)]
pub struct Pace(Vec<(Option<Origin>, Host)>);

#[derive(Debug, Default)]
struct Host {
    /// When it was asked, in milliseconds, the oldest first.
    asked_ms: Vec<i64>,
    /// Not to be asked before this moment, in milliseconds.
    rests_until_ms: i64,
    /// How often it has refused in a row.
    refusals: u32,
}

impl Pace {
    /// Counts a question that is about to be asked. The error says how long to wait instead.
    pub fn count(&mut self, question: &Question, now_ms: i64) -> Result<(), Why> {
        let host = self.host(question);
        host.asked_ms
            .retain(|asked| now_ms - asked < MINUTE_MS && *asked <= now_ms);
        let is_full = question
            .per_minute
            .is_some_and(|most| host.asked_ms.len() >= most as usize);
        let first = host.asked_ms.first().copied().unwrap_or(now_ms);
        let free_ms = if is_full { first + MINUTE_MS } else { now_ms };
        let wait_ms = free_ms.max(host.rests_until_ms) - now_ms;
        if wait_ms > 0 {
            return Err(Why::TooOften(seconds(wait_ms)));
        }
        host.asked_ms.push(now_ms);
        Ok(())
    }

    /// Notes what came of a question. A host that says it is asked too often rests as long as it says, and each time longer.
    pub fn note(&mut self, question: &Question, why: Option<&Why>, now_ms: i64) {
        let host = self.host(question);
        let Some(Why::TooOften(wait_s)) = why else {
            host.refusals = 0;
            return;
        };
        let growth = 1_i64 << host.refusals.min(6);
        let pause_s = (i64::from(*wait_s) * growth).min(LONGEST_PAUSE_S.max(i64::from(*wait_s)));
        host.refusals += 1;
        host.rests_until_ms = now_ms + pause_s * 1000;
    }

    /// What the host of a question has been asked, nothing at first.
    fn host(&mut self, question: &Question) -> &mut Host {
        let origin = Origin::of(&question.url);
        let known = self.0.iter().position(|(asked, _)| *asked == origin);
        let place = known.unwrap_or_else(|| {
            self.0.push((origin, Host::default()));
            self.0.len() - 1
        });
        &mut self.0[place].1
    }
}

/// Whole seconds, rounded up.
fn seconds(ms: i64) -> u32 {
    u32::try_from((ms + 999) / 1000).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(url: &str, per_minute: Option<u32>) -> Question {
        Question {
            per_minute,
            ..Question::new(url, "application/json", 1000)
        }
    }

    #[test]
    fn a_host_is_asked_so_often_a_minute_and_no_more() {
        let mut pace = Pace::default();
        let facts = question("https://facts.example/1", Some(15));
        for n in 0..15 {
            assert_eq!(pace.count(&facts, n * 1000), Ok(()));
        }
        assert_eq!(pace.count(&facts, 15_000), Err(Why::TooOften(45)));
        assert_eq!(
            pace.count(&question("https://other.example/1", Some(15)), 15_000),
            Ok(())
        );
        assert_eq!(
            pace.count(&facts, 60_000),
            Ok(()),
            "the first one is a minute ago"
        );
        assert_eq!(pace.count(&facts, 60_000), Err(Why::TooOften(1)));
        let market = question("/api/recalls.json", None);
        assert!((0..100).all(|_| pace.count(&market, 0).is_ok()));
    }

    #[test]
    fn a_host_that_refuses_rests_longer_each_time() {
        let mut pace = Pace::default();
        let facts = question("https://facts.example/1", None);
        pace.note(&facts, Some(&Why::TooOften(30)), 0);
        assert_eq!(pace.count(&facts, 0), Err(Why::TooOften(30)));
        assert_eq!(pace.count(&facts, 29_500), Err(Why::TooOften(1)));
        assert_eq!(pace.count(&facts, 30_000), Ok(()));
        pace.note(&facts, Some(&Why::TooOften(30)), 30_000);
        assert_eq!(pace.count(&facts, 30_000), Err(Why::TooOften(60)));
        for _ in 0..40 {
            pace.note(&facts, Some(&Why::TooOften(30)), 30_000);
        }
        assert_eq!(pace.count(&facts, 30_000), Err(Why::TooOften(900)));
        pace.note(&facts, None, 1_000_000);
        pace.note(&facts, Some(&Why::TooOften(30)), 1_000_000);
        assert_eq!(pace.count(&facts, 1_000_000), Err(Why::TooOften(30)));
    }

    #[test]
    fn a_clock_that_was_set_back_locks_nobody_out() {
        let mut pace = Pace::default();
        let facts = question("https://facts.example/1", Some(1));
        assert_eq!(pace.count(&facts, 1_000_000), Ok(()));
        assert_eq!(pace.count(&facts, 0), Ok(()));
    }
}
