//! The modules of a square symbol: a grid of dark and light.

/// Rows of dark and light modules, without the quiet zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Modules {
    width: usize,
    dark: Vec<bool>,
}

impl Modules {
    /// The modules row by row, `width` in each; one module is at least there.
    pub fn new(width: usize, dark: Vec<bool>) -> Modules {
        Modules {
            width: width.max(1),
            dark,
        }
    }

    /// How many modules a row has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The runs of dark modules: where each begins (column, row), and how long it is.
    pub fn runs(&self) -> impl Iterator<Item = (usize, usize, usize)> + '_ {
        let rows = self.dark.chunks(self.width).enumerate();
        rows.flat_map(|(y, row)| runs(row).map(move |(x, length)| (x, y, length)))
    }
}

/// Where each run of dark modules of a row begins, and how long it is.
pub fn runs(row: &[bool]) -> impl Iterator<Item = (usize, usize)> + '_ {
    let starts = (0..row.len()).filter(|&x| row[x] && (x == 0 || !row[x - 1]));
    starts.map(|x| (x, row[x..].iter().take_while(|dark| **dark).count()))
}
