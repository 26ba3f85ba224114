//! Which strategy runs on which frame: the cheap ones on every frame, the dear ones in turn.

/// A dear strategy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rung {
    /// QR Codes or Data Matrix symbols, by the number of the attempt in [`super::matrix::ALL`].
    Squares(usize),
    /// Every band of a region of bars, for every format and inverted; by the number of the region, best first.
    Bands(usize),
    /// Regions of narrower bars than a first look shows.
    Narrow,
    /// The rows of the whole picture as they are, and turned by a right angle.
    Rows,
}

/// The turns. QR Codes and Data Matrix come most often, since shoppers meet them next to EAN; what takes longest comes last.
const TURNS: [Rung; 24] = {
    use Rung::{Bands, Narrow, Rows, Squares};
    [
        Squares(0),
        Squares(1),
        Bands(0),
        Squares(2),
        Squares(0),
        Squares(4),
        Narrow,
        Squares(1),
        Squares(0),
        Squares(3),
        Bands(0),
        Squares(5),
        Squares(0),
        Squares(1),
        Bands(1),
        Squares(2),
        Squares(0),
        Squares(6),
        Squares(3),
        Squares(7),
        Squares(0),
        Squares(1),
        Bands(2),
        Rows,
    ]
};

/// The dear strategy of a frame, by its number since the camera was started.
pub fn turn(frame: usize) -> Rung {
    TURNS[frame % TURNS.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_strategy_gets_its_turn() {
        let had = |wanted: fn(Rung) -> bool| (0..24).map(turn).filter(|&rung| wanted(rung)).count();
        assert!(had(|rung| matches!(rung, Rung::Squares(0))) >= 2);
        assert!(had(|rung| matches!(rung, Rung::Squares(1))) >= 2);
        assert!(had(|rung| matches!(rung, Rung::Bands(_))) >= 2);
        assert_eq!(had(|rung| rung == Rung::Narrow), 1);
        assert_eq!(had(|rung| rung == Rung::Rows), 1);
        assert_eq!(turn(0), turn(24));
    }
}
