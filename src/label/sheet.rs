//! Stickers on a sheet of A4: the usual sheets of the trade, a grid of one's own, or one label alone.

use super::length::mm;
use super::rect::Rect;

/// A4 (ISO 216), in µm.
pub const A4: (i32, i32) = (mm(210), mm(297));

/// The most columns or rows of a grid of one's own.
pub const MOST: i32 = 50;

/// A sticker smaller than this in either direction holds no code.
const LEAST: i32 = mm(8);

/// How stickers lie on a sheet, in µm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Width and height of the paper.
    pub paper: (i32, i32),
    /// How many lie side by side, and how many under each other.
    pub count: (i32, i32),
    /// Width and height of a sticker.
    pub sticker: (i32, i32),
    /// Where the first one begins.
    pub first: (i32, i32),
    /// From one sticker's beginning to the next one's, to the right and downwards.
    pub step: (i32, i32),
}

/// A grid of one's own: stickers fill what margins and gaps leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grid {
    /// How many stickers lie side by side.
    pub columns: i32,
    /// How many lie under each other.
    pub rows: i32,
    /// What is free left and right each, in µm.
    pub beside: i32,
    /// What is free above and below each, in µm.
    pub above: i32,
    /// What is free between two stickers side by side, in µm.
    pub between: i32,
    /// What is free between two stickers under each other, in µm.
    pub under: i32,
}

/// The sheets of the trade by how many stickers they have: 21 of 63.5 × 38.1 mm, 24 of 70 × 37 mm, 40 of 52.5 × 29.7 mm,
/// 65 of 38.1 × 21.2 mm.
pub const PRESETS: [Sheet; 4] = [
    Sheet::of_trade((3, 7), (63_500, 38_100), 2_500),
    Sheet::of_trade((3, 8), (70_000, 37_000), 0),
    Sheet::of_trade((4, 10), (52_500, 29_700), 0),
    Sheet::of_trade((5, 13), (38_100, 21_200), 2_500),
];

impl Sheet {
    /// A sheet of the trade: in the middle of A4, with gaps side by side only.
    const fn of_trade(count: (i32, i32), sticker: (i32, i32), gap: i32) -> Sheet {
        let step = (sticker.0 + gap, sticker.1);
        let used = (step.0 * count.0 - gap, step.1 * count.1);
        Sheet {
            paper: A4,
            count,
            sticker,
            first: ((A4.0 - used.0) / 2, (A4.1 - used.1) / 2),
            step,
        }
    }

    /// The sheet of the trade with so many stickers.
    pub fn preset(stickers: usize) -> Option<Sheet> {
        PRESETS.into_iter().find(|sheet| sheet.capacity() == stickers)
    }

    /// A sheet by a grid of one's own. `None` where no row or column is left, or the stickers would be too small for a code.
    pub fn by_grid(grid: Grid) -> Option<Sheet> {
        let may_be = |count: i32| (1..=MOST).contains(&count);
        let are_lengths = [grid.beside, grid.above, grid.between, grid.under];
        let are_lengths = are_lengths.iter().all(|&length| (0..A4.1).contains(&length));
        if !may_be(grid.columns) || !may_be(grid.rows) || !are_lengths {
            return None;
        }
        let size =
            |paper: i32, margin: i32, count: i32, gap: i32| (paper - 2 * margin - (count - 1) * gap) / count;
        let sticker = (
            size(A4.0, grid.beside, grid.columns, grid.between),
            size(A4.1, grid.above, grid.rows, grid.under),
        );
        (sticker.0 >= LEAST && sticker.1 >= LEAST).then_some(Sheet {
            paper: A4,
            count: (grid.columns, grid.rows),
            sticker,
            first: (grid.beside, grid.above),
            step: (sticker.0 + grid.between, sticker.1 + grid.under),
        })
    }

    /// One label of this width and height, alone on paper of its own size. `None` where it is too small for a code or larger than A4.
    pub fn single(size: (i32, i32)) -> Option<Sheet> {
        let fits = (LEAST..=A4.0).contains(&size.0) && (LEAST..=A4.1).contains(&size.1);
        fits.then_some(Sheet {
            paper: size,
            count: (1, 1),
            sticker: size,
            first: (0, 0),
            step: size,
        })
    }

    /// The same stickers on A4, in its upper left corner where printers reach. `None` where they have no room there.
    pub fn on_a4(self) -> Option<Sheet> {
        let first = (mm(10), mm(10));
        let fits = self.paper.0 + first.0 <= A4.0 && self.paper.1 + first.1 <= A4.1;
        fits.then_some(Sheet {
            paper: A4,
            first,
            ..self
        })
    }

    /// How many stickers are on it.
    pub fn capacity(self) -> usize {
        usize::try_from(self.count.0 * self.count.1).unwrap_or_default()
    }

    /// Where the stickers lie, row by row.
    pub fn places(self) -> impl Iterator<Item = Rect> {
        let (columns, rows) = self.count;
        (0..rows).flat_map(move |row| {
            (0..columns).map(move |column| {
                let (x, y) = (
                    self.first.0 + column * self.step.0,
                    self.first.1 + row * self.step.1,
                );
                Rect::new(x, y, self.sticker.0, self.sticker.1)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All stickers lie on the paper, and none over another.
    fn lies_well(sheet: Sheet) {
        let paper = Rect::new(0, 0, sheet.paper.0, sheet.paper.1);
        let places: Vec<Rect> = sheet.places().collect();
        assert_eq!(places.len(), sheet.capacity());
        for (at, place) in places.iter().enumerate() {
            assert!(place.x >= 0 && place.y >= 0, "{place:?}");
            assert!(
                place.right() <= paper.width && place.bottom() <= paper.height,
                "{place:?}"
            );
            assert!(
                !places[..at].iter().any(|other| other.overlaps(*place)),
                "{place:?}"
            );
        }
    }

    #[test]
    fn the_sheets_of_the_trade_are_known_by_their_stickers() {
        for (stickers, size, first) in [
            (21, (63_500, 38_100), (7_250, 15_150)),
            (24, (70_000, 37_000), (0, 500)),
            (40, (52_500, 29_700), (0, 0)),
            (65, (38_100, 21_200), (4_750, 10_700)),
        ] {
            let sheet = Sheet::preset(stickers).unwrap();
            assert_eq!((sheet.sticker, sheet.first), (size, first), "{stickers}");
            lies_well(sheet);
        }
        assert_eq!(Sheet::preset(22), None);
    }

    #[test]
    fn a_grid_fills_what_margins_and_gaps_leave() {
        let grid = Grid {
            columns: 4,
            rows: 7,
            beside: 8_000,
            above: 10_500,
            between: 2_000,
            under: 1_000,
        };
        let sheet = Sheet::by_grid(grid).unwrap();
        assert_eq!(sheet.sticker, (47_000, 38_571));
        lies_well(sheet);
        for broken in [
            Grid { columns: 0, ..grid },
            Grid { rows: 51, ..grid },
            Grid {
                beside: 99_000,
                ..grid
            },
            Grid { above: -1, ..grid },
            Grid { rows: 40, ..grid },
        ] {
            assert_eq!(Sheet::by_grid(broken), None, "{broken:?}");
        }
    }

    #[test]
    fn a_label_alone_has_paper_of_its_own_size() {
        lies_well(Sheet::single((50_000, 30_000)).unwrap());
        lies_well(Sheet::single((50_000, 30_000)).and_then(Sheet::on_a4).unwrap());
        assert_eq!(Sheet::single((201_000, 30_000)).and_then(Sheet::on_a4), None);
        assert_eq!(Sheet::single((7_999, 30_000)), None);
        assert_eq!(Sheet::single((210_001, 30_000)), None);
    }
}
