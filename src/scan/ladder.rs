//! Which strategy runs on which frame: cheap and dear ones take turns.

/// What a frame is looked at for, beside the likeliest regions of bars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rung {
    /// QR Codes or Data Matrix symbols, by the number of the attempt in [`super::matrix::ALL`].
    Squares(usize),
    /// Nothing more than the likeliest regions of bars.
    Bars,
    /// Every band of a region of bars, for every format and inverted; by the number of the region, best first.
    Bands(usize),
    /// Regions of narrower bars than a first look shows.
    Narrow,
    /// The rows of the whole picture as they are, and turned by a right angle.
    Rows,
}

/// The turns. Every other frame is one for square symbols. What takes longest comes last and least often.
const TURNS: [Rung; 32] = {
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
    ]
};

/// The strategy of a frame, by its number since the camera was started.
pub fn turn(frame: usize) -> Rung {
    TURNS[frame % TURNS.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_strategy_gets_its_turn() {
        let had = |wanted: fn(Rung) -> bool| (0..32).map(turn).filter(|&rung| wanted(rung)).count();
        assert!(had(|rung| matches!(rung, Rung::Squares(0))) >= 2);
        assert!(had(|rung| matches!(rung, Rung::Squares(1))) >= 2);
        assert!(had(|rung| matches!(rung, Rung::Bands(_))) >= 2);
        assert_eq!(had(|rung| rung == Rung::Narrow), 2);
        assert_eq!(had(|rung| rung == Rung::Rows), 1);
        assert_eq!(turn(0), turn(32));
    }
}
