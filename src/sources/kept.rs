//! Answers that this phone keeps: how long each stands, and which ones make room.

use crate::words::Text;

/// How long an answer that is no longer fresh is shown at once, in minutes; an older one only where the source keeps silent.
const PRESENTABLE_MIN: i64 = 24 * 60;

/// After how many minutes an answer is thrown away.
const LONGEST_MIN: i64 = 30 * 24 * 60;

/// How many answers are kept, and how many bytes of them.
const MOST_ANSWERS: usize = 300;
const MOST_BYTES: usize = 8_000_000;

/// The largest answer that is kept, in bytes.
pub const LARGEST: usize = 1_000_000;

/// A source whose answer, or a part of it, was kept on this phone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The source's name, from config.json.
    pub source: Text,
    /// When the oldest part was fetched, in seconds since 1970 (UTC).
    pub at: i64,
}

/// What a kept answer is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// It stands for a new one.
    Fresh,
    /// It is shown at once, while the source is asked again.
    WhileAsking,
    /// It is shown where the source keeps silent.
    WhenSilent,
    /// It is too old for anything.
    Never,
}

/// What an answer fetched at one moment is good for at another, both in seconds. One from the future is of a clock that was wrong.
pub fn good_for(at: i64, now: i64, fresh_min: u32) -> Use {
    let age_min = (now - at).div_euclid(60);
    match age_min {
        ..0 => Use::WhenSilent,
        _ if age_min < i64::from(fresh_min) => Use::Fresh,
        _ if age_min < PRESENTABLE_MIN => Use::WhileAsking,
        _ if age_min < LONGEST_MIN => Use::WhenSilent,
        _ => Use::Never,
    }
}

/// The keys that have to go, of answers given as (key, when fetched in seconds, bytes): those too old, then the oldest until the rest fits.
pub fn to_drop<K>(mut answers: Vec<(K, i64, usize)>, now: i64) -> Vec<K> {
    answers.sort_by_key(|(_, at, _)| std::cmp::Reverse(*at));
    let (mut count, mut bytes) = (0, 0);
    let mut dropped = Vec::new();
    for (key, at, size) in answers {
        let fits = count < MOST_ANSWERS && bytes + size <= MOST_BYTES;
        if fits && good_for(at, now, 0) != Use::Never {
            count += 1;
            bytes += size;
        } else {
            dropped.push(key);
        }
    }
    dropped
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 24 * 60 * 60;

    #[test]
    fn answers_age() {
        for (age, good) in [
            (0, Use::Fresh),
            (299, Use::Fresh),
            (300, Use::WhileAsking),
            (DAY - 1, Use::WhileAsking),
            (DAY, Use::WhenSilent),
            (30 * DAY - 1, Use::WhenSilent),
            (30 * DAY, Use::Never),
            (-1, Use::WhenSilent),
        ] {
            assert_eq!(good_for(1_000_000_000, 1_000_000_000 + age, 5), good, "{age} s");
        }
    }

    #[test]
    fn the_oldest_make_room() {
        let now = 100 * DAY;
        let answer = |key: usize, age: i64, size: usize| (key, now - age, size);
        assert_eq!(to_drop(vec![answer(1, 0, 10), answer(2, 40 * DAY, 10)], now), [2]);
        let many: Vec<_> = (0..302).map(|n| answer(n, n as i64, 10)).collect();
        assert_eq!(to_drop(many, now), [300, 301]);
        let large: Vec<_> = (0..10).map(|n| answer(n, n as i64, 1_000_000)).collect();
        assert_eq!(to_drop(large, now), [8, 9]);
        assert_eq!(to_drop(Vec::<(usize, i64, usize)>::new(), now), [0; 0]);
    }
}
