//! Which strategy runs on which live frame: the search for bars on every one, the dear strategies in turn, as the budget allows.

use super::budget::Budget;
use super::matrix::{ALL, Scale};

/// What a frame is looked at for, beside the likeliest region of bars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rung {
    /// QR Codes or Data Matrix symbols, by the number of the attempt in [`super::matrix::ALL`].
    Squares(usize),
    /// The next likely region of bars.
    Bars,
    /// Every band of a region of bars, for every format and inverted; by the number of the region, best first.
    Bands(usize),
    /// Regions of narrower bars than a first look shows.
    Narrow,
    /// The rows of the whole picture as they are, and turned by a right angle.
    Rows,
}

/// The turns. Every other one is for square symbols. What takes longest comes last and least often.
const TURNS: [Rung; 48] = {
    use Rung::{Bands, Bars, Narrow, Rows, Squares};
    [
        Squares(0),
        Bars,
        Squares(1),
        Bars,
        Squares(2),
        Bars,
        Squares(0),
        Bars,
        Squares(4),
        Bands(0),
        Squares(0),
        Bars,
        Squares(5),
        Narrow,
        Squares(1),
        Bars,
        Squares(2),
        Bands(0),
        Squares(6),
        Bars,
        Squares(0),
        Bands(1),
        Squares(3),
        Bars,
        Squares(1),
        Narrow,
        Squares(7),
        Bands(2),
        Squares(2),
        Bars,
        Squares(0),
        Rows,
        Squares(8),
        Bars,
        Squares(1),
        Bands(0),
        Squares(9),
        Bars,
        Squares(12),
        Narrow,
        Squares(10),
        Bands(1),
        Squares(2),
        Bars,
        Squares(13),
        Bands(3),
        Squares(11),
        Bars,
    ]
};

/// The share of a frame's budget that a refused strategy saves up at least, so that its turn comes however dear it is.
const LEAST_SAVED: f32 = 0.25;

/// Where the turns stand.
#[derive(Debug, Default)]
pub struct Ladder {
    turn: usize,
    saved_ms: f32,
}

impl Ladder {
    /// The strategy whose turn it is.
    pub fn due(&self) -> Rung {
        TURNS[self.turn % TURNS.len()]
    }

    /// Whether the strategy that is due may run although it is reckoned to take so long. If not, it is due in the next frame
    /// again, which may spend what was left of this one as well.
    pub fn take(&mut self, ms: f32, budget: &mut Budget) -> bool {
        if budget.allows(ms - self.saved_ms) {
            self.pass();
            return true;
        }
        self.saved_ms += budget.left_ms().max(LEAST_SAVED * budget.limit_ms());
        false
    }

    /// Goes on to the next strategy.
    pub fn pass(&mut self) {
        self.turn += 1;
        self.saved_ms = 0.0;
    }
}

impl Rung {
    /// What it is reckoned to take on a fast device, in milliseconds, where it looks at so many pixels.
    pub fn reckoned_ms(self, pixels: usize) -> f32 {
        let (fixed, per_million) = match self {
            Rung::Squares(number) => (0.0, squares_ms(number)),
            Rung::Bars => (REGION_MS, 0.0),
            Rung::Bands(_) => (8.0, 0.0),
            Rung::Narrow => (2.0 * REGION_MS, 6.0),
            Rung::Rows => (0.0, 16.0),
        };
        fixed + per_million * pixels as f32 / 1e6
    }
}

/// What reading one region of bars at a glance is reckoned to take on a fast device, in milliseconds.
pub const REGION_MS: f32 = 1.0;

/// What one attempt at square symbols is reckoned to take per million pixels of the picture.
fn squares_ms(number: usize) -> f32 {
    match ALL.get(number).map(|rung| rung.scale) {
        Some(Scale::Part(1)) => 11.0,
        Some(Scale::Part(2)) => 4.0,
        Some(Scale::Double) => 40.0,
        _ => 2.5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_strategy_gets_its_turn() {
        for number in 0..ALL.len() {
            assert!(TURNS.contains(&Rung::Squares(number)), "{number}");
        }
        for other in [
            Rung::Bars,
            Rung::Bands(0),
            Rung::Bands(3),
            Rung::Narrow,
            Rung::Rows,
        ] {
            assert!(TURNS.contains(&other), "{other:?}");
        }
    }

    #[test]
    fn a_dear_strategy_saves_up_over_frames() {
        let mut ladder = Ladder::default();
        let waits = (1..100).find(|_| {
            let mut budget = Budget::new(None, 12.0);
            budget.count(4.0);
            ladder.take(30.0, &mut budget)
        });
        assert_eq!(waits, Some(4));
        assert_eq!((ladder.turn, ladder.saved_ms), (1, 0.0));
    }

    #[test]
    fn nothing_starves_where_nothing_is_left() {
        let mut ladder = Ladder::default();
        let waits = (1..100).find(|_| {
            let mut budget = Budget::new(None, 12.0);
            budget.count(15.0);
            ladder.take(5.0, &mut budget)
        });
        assert_eq!(waits, Some(4));
    }
}
