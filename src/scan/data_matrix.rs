//! What stands in every Data Matrix symbol of one size (ISO/IEC 16022, 5.2 and 5.6; ISO/IEC 21471 for the long ones).

use super::grid::Pattern;

/// The size of a symbol and how it is cut into regions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// The number of columns, borders included.
    pub columns: usize,
    /// The number of rows, borders included.
    pub rows: usize,
    /// The number of regions side by side.
    pub regions_across: usize,
    /// The number of regions one above the other.
    pub regions_down: usize,
}

const fn size(columns: usize, rows: usize, regions_across: usize, regions_down: usize) -> Size {
    Size {
        columns,
        rows,
        regions_across,
        regions_down,
    }
}

/// Every size, square and long.
pub const SIZES: [Size; 48] = [
    size(10, 10, 1, 1),
    size(12, 12, 1, 1),
    size(14, 14, 1, 1),
    size(16, 16, 1, 1),
    size(18, 18, 1, 1),
    size(20, 20, 1, 1),
    size(22, 22, 1, 1),
    size(24, 24, 1, 1),
    size(26, 26, 1, 1),
    size(32, 32, 2, 2),
    size(36, 36, 2, 2),
    size(40, 40, 2, 2),
    size(44, 44, 2, 2),
    size(48, 48, 2, 2),
    size(52, 52, 2, 2),
    size(64, 64, 4, 4),
    size(72, 72, 4, 4),
    size(80, 80, 4, 4),
    size(88, 88, 4, 4),
    size(96, 96, 4, 4),
    size(104, 104, 4, 4),
    size(120, 120, 6, 6),
    size(132, 132, 6, 6),
    size(144, 144, 6, 6),
    size(18, 8, 1, 1),
    size(32, 8, 2, 1),
    size(26, 12, 1, 1),
    size(36, 12, 2, 1),
    size(36, 16, 2, 1),
    size(48, 16, 2, 1),
    size(48, 8, 2, 1),
    size(64, 8, 4, 1),
    size(80, 8, 4, 1),
    size(96, 8, 4, 1),
    size(120, 8, 6, 1),
    size(144, 8, 6, 1),
    size(64, 12, 4, 1),
    size(88, 12, 4, 1),
    size(64, 16, 4, 1),
    size(36, 20, 2, 1),
    size(44, 20, 2, 1),
    size(64, 20, 4, 1),
    size(48, 22, 2, 1),
    size(48, 24, 2, 1),
    size(64, 24, 4, 1),
    size(40, 26, 2, 1),
    size(48, 26, 2, 1),
    size(64, 26, 4, 1),
];

impl Pattern for Size {
    fn size(&self) -> (usize, usize) {
        (self.columns, self.rows)
    }

    /// Each region has a dark left and lower border; its upper and right ones alternate, dark first at the dark borders.
    fn fixed(&self, column: usize, row: usize) -> Option<bool> {
        let (width, height) = (self.columns / self.regions_across, self.rows / self.regions_down);
        let (x, y) = (column % width, row % height);
        if x == 0 || y == height - 1 {
            Some(true)
        } else if y == 0 {
            Some(x % 2 == 0)
        } else if x == width - 1 {
            Some(y % 2 == 1)
        } else {
            None
        }
    }
}

/// The sizes in the order in which they fit a count of columns and rows, the best first.
pub fn nearest(columns: usize, rows: usize) -> Vec<Size> {
    let mut sizes = SIZES.to_vec();
    sizes.sort_by_key(|size| size.columns.abs_diff(columns) + size.rows.abs_diff(rows));
    sizes
}
