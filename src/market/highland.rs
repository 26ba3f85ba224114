//! The market days of the highlands: by the day of the week, or by the animal of the day.
//!
//! Days as the press tells them, noted in November 2026: thoidai.com.vn and others named with the article "Chợ phiên vùng cao".

use crate::words::Text;
use time::{Date, Weekday};

/// One highland market.
pub struct HighlandMarket {
    /// Its name, and where it is.
    pub name: fn() -> Text,
    /// When it meets.
    pub meets: Meets,
}

/// When a market meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meets {
    /// On these days of every week.
    Weekly(&'static [Weekday]),
    /// On the days of horned animals, ox and goat, every sixth day.
    HornedAnimals,
}

/// The markets, the nearest to the fair first.
pub const MARKETS: [HighlandMarket; 4] = [
    HighlandMarket {
        name: || {
            Text::new(
                "Chợ San Thàng, phường Tân Phong",
                "San Thàng market, Tân Phong ward",
            )
        },
        meets: Meets::Weekly(&[Weekday::Thursday, Weekday::Sunday]),
    },
    HighlandMarket {
        name: || Text::new("Chợ Sìn Hồ", "Sìn Hồ market"),
        meets: Meets::Weekly(&[Weekday::Sunday]),
    },
    HighlandMarket {
        name: || Text::new("Chợ Dào San", "Dào San market"),
        meets: Meets::Weekly(&[Weekday::Sunday]),
    },
    HighlandMarket {
        name: || Text::new("Chợ Sừng, Sì Lở Lầu", "Horn market, Sì Lở Lầu"),
        meets: Meets::HornedAnimals,
    },
];

impl Meets {
    /// Whether the market meets on a day.
    pub fn is_on(self, day: Date) -> bool {
        match self {
            Meets::Weekly(days) => days.contains(&day.weekday()),
            Meets::HornedAnimals => matches!(branch(day), 1 | 7),
        }
    }

    /// The next `count` days from `today` on, today included.
    pub fn next(self, today: Date, count: usize) -> Vec<Date> {
        let days = std::iter::successors(Some(today), |day| day.next_day());
        days.take(100)
            .filter(|day| self.is_on(*day))
            .take(count)
            .collect()
    }
}

/// The animal of a day in the cycle of twelve, from 0, the rat: it runs with the Julian day number without a break
/// (Hồ Ngọc Đức, "Computing the Vietnamese lunar calendar").
fn branch(day: Date) -> i32 {
    (day.to_julian_day() + 1).rem_euclid(12)
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::Month;

    fn day(year: i32, month: Month, day: u8) -> Date {
        Date::from_calendar_date(year, month, day).unwrap()
    }

    #[test]
    fn weekly_markets_meet_on_their_days() {
        let days = MARKETS[0].meets.next(day(2026, Month::November, 24), 3);
        let expected = [26, 29].map(|number| day(2026, Month::November, number));
        assert_eq!(days[..2], expected);
        assert_eq!(days[2], day(2026, Month::December, 3));
    }

    #[test]
    fn the_horn_market_meets_every_sixth_day() {
        let days = Meets::HornedAnimals.next(day(2026, Month::November, 24), 5);
        assert_eq!(days.len(), 5);
        assert!(
            days.windows(2).all(|pair| (pair[1] - pair[0]).whole_days() == 6),
            "{days:?}"
        );
    }

    #[test]
    fn the_animal_of_a_day_is_that_of_the_lunar_calendar() {
        // The first day of the lunar years of 2000 (5 February, quý tỵ) and 2024 (10 February, giáp thìn).
        assert_eq!(branch(day(2000, Month::February, 5)), 5);
        assert_eq!(branch(day(2024, Month::February, 10)), 4);
    }
}
