//! How a frame looks as a whole: light, glare, sharpness, and how large the detail in it is. A sparse pass, no decoding.

/// Frames with a shorter side than this, in pixels, are not looked at.
const SHORTEST_SIDE: usize = 96;

/// The longer side of a frame is so many samples long: every fourth pixel at 1280 × 720.
const SAMPLES: usize = 320;

/// A cell is so many samples wide and high.
const CELL: usize = 8;

/// Luma from which a flat patch is clipped white: 235 is white in video range, and sensors come close to it.
const CLIPPED: i32 = 232;

/// A difference of luma between neighbours that is an edge and not noise.
const EDGE: i32 = 20;

/// The least mean square of the difference over the coarse distance in a cell that holds something.
const TEXTURE: u32 = 300;

/// What a frame looks like, by samples of the middle four fifths of its width and height.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The mean luma, 0 to 255.
    pub mean: u8,
    /// So many samples in a hundred are clipped to white.
    pub clipped: u32,
    /// The energy of fine detail in a hundred parts of that of coarse detail: a sharp edge has 25, one blurred over eight
    /// pixels 11 or less. `None` where too little stands out.
    pub sharpness: Option<u32>,
    /// So many cells in a hundred hold stripes of one direction.
    pub bars: u32,
    /// The longer side of the box around all stripes, or else around all dense detail, in hundredths of the frame's longer side.
    pub extent: Option<u32>,
    /// The mean luma of each cell, row by row.
    pub cells: Vec<u8>,
}

/// The sums of one cell of the picture.
#[derive(Clone, Copy, Default)]
struct Cell {
    luma: u32,
    clipped: u32,
    edges: u32,
    fine: u32,
    coarse: u32,
    /// The structure tensor of the fine differences.
    xx: i32,
    yy: i32,
    xy: i32,
}

/// A box of cells, both ends inside.
type Extent = Option<(usize, usize, usize, usize)>;

impl Look {
    /// Looks at a frame (one byte a pixel, row by row, no padding). `None` when it is too small or the bytes do not fit the size.
    pub fn at(luma: &[u8], width: u32, height: u32) -> Option<Look> {
        let (width, height) = (width as usize, height as usize);
        if width.checked_mul(height) != Some(luma.len()) {
            return None;
        }
        let grid = Grid::over(width, height)?;
        let mut sums = Sums::default();
        let mut cells = vec![Cell::default(); grid.columns];
        for row in 0..grid.rows {
            cells.fill(Cell::default());
            for sample in 0..CELL {
                grid.add_line(luma, row * CELL + sample, &mut cells)?;
            }
            for (column, cell) in cells.iter().enumerate() {
                sums.add(cell, column, row);
            }
        }
        Some(sums.look(&grid))
    }
}

/// Where the samples of a frame lie.
struct Grid {
    width: usize,
    left: usize,
    top: usize,
    columns: usize,
    rows: usize,
    /// Pixels from one sample to the next.
    step: usize,
    /// The longer side of the frame in cells.
    long: usize,
}

impl Grid {
    fn over(width: usize, height: usize) -> Option<Grid> {
        if width.min(height) < SHORTEST_SIDE {
            return None;
        }
        let long = width.max(height);
        let step = (long / SAMPLES).max(1);
        let cell = CELL * step;
        let fit = |side: usize| side * 4 / 5 / cell;
        let (columns, rows) = (fit(width), fit(height));
        (columns > 0 && rows > 0).then_some(Grid {
            width,
            left: (width - columns * cell) / 2,
            top: (height - rows * cell) / 2,
            columns,
            rows,
            step,
            long: long / cell,
        })
    }

    /// Adds one line of samples, each line shifted a little against the one before, because bars as wide as a step would
    /// else be met at the same place every time. Fine differences reach half a step, coarse ones two steps; the margin of the grid is wider.
    fn add_line(&self, luma: &[u8], sample: usize, cells: &mut [Cell]) -> Option<()> {
        let (near, far) = (self.step.div_ceil(2), self.step * 2);
        let length = self.columns * CELL * self.step;
        let line = |y: usize, shift: usize| {
            let start = (self.top + y) * self.width + self.left + sample % self.step + shift;
            luma.get(start..start + length)
        };
        let y = sample * self.step;
        let own = line(y, 0)?;
        let (right, far_right) = (line(y, near)?, line(y, far)?);
        let (below, far_below) = (line(y + near, 0)?, line(y + far, 0)?);
        let luma = |line: &[u8], x: usize| line.get(x).copied().map_or(0, i32::from);
        for (column, cell) in cells.iter_mut().enumerate() {
            for x in (0..CELL).map(|sample| (column * CELL + sample) * self.step) {
                let others = [right, far_right, below, far_below].map(|line| luma(line, x));
                cell.add(luma(own, x), others);
            }
        }
        Some(())
    }
}

impl Cell {
    fn add(&mut self, luma: i32, [right, far_right, below, far_below]: [i32; 4]) {
        let (x, y) = (right - luma, below - luma);
        let (far_x, far_y) = (far_right - luma, far_below - luma);
        self.luma += luma.unsigned_abs();
        // Clipped white is flat; bright paper has the noise of the sensor.
        let flat = x.abs() <= 1 && y.abs() <= 1 && far_x.abs() <= 1;
        self.clipped += u32::from(luma >= CLIPPED && flat);
        self.edges += u32::from(x.abs().max(y.abs()) >= EDGE);
        self.xx += x * x;
        self.yy += y * y;
        self.xy += x * y;
        self.fine += (x * x + y * y).unsigned_abs();
        self.coarse += (far_x * far_x + far_y * far_y).unsigned_abs();
    }

    /// Whether edges lie close together, as in codes and print.
    fn is_dense(&self) -> bool {
        self.edges * 4 >= SIZE
    }

    /// Whether edges run in one direction, be they dense or not.
    fn is_striped(&self) -> bool {
        let (across, both) = (i64::from(self.xx - self.yy), i64::from(self.xy) * 2);
        let sum = i64::from(self.xx + self.yy);
        // The coherence of the structure tensor is at least a half.
        self.edges * 10 >= SIZE && (across * across + both * both) * 4 >= sum * sum
    }
}

/// The samples of a cell.
const SIZE: u32 = (CELL * CELL) as u32;

/// The sums of the whole picture.
#[derive(Default)]
struct Sums {
    luma: u32,
    clipped: u32,
    /// Fine and coarse energy of the cells that hold something, and their number.
    fine: u64,
    coarse: u64,
    textured: u32,
    striped: u32,
    bars: Extent,
    dense: Extent,
    cells: Vec<u8>,
}

impl Sums {
    fn add(&mut self, cell: &Cell, column: usize, row: usize) {
        self.luma += cell.luma;
        self.clipped += cell.clipped;
        self.cells.push((cell.luma / SIZE) as u8); // OK because it is a mean of bytes.
        if cell.coarse >= TEXTURE * SIZE {
            self.fine += u64::from(cell.fine);
            self.coarse += u64::from(cell.coarse);
            self.textured += 1;
        }
        if cell.is_striped() {
            self.striped += 1;
            if cell.is_dense() {
                widen(&mut self.bars, column, row);
            }
        }
        if cell.is_dense() {
            widen(&mut self.dense, column, row);
        }
    }

    fn look(self, grid: &Grid) -> Look {
        let cells = (grid.columns * grid.rows) as u32;
        let side = |(left, top, right, bottom): (usize, usize, usize, usize)| {
            let cells = (right - left).max(bottom - top) + 1;
            (cells * 100 / grid.long) as u32
        };
        // Less than one cell in twenty tells nothing of the lens.
        let enough = self.textured * 20 >= cells && self.coarse > 0;
        Look {
            mean: (self.luma / (cells * SIZE)) as u8, // OK because it is a mean of bytes.
            clipped: self.clipped * 100 / (cells * SIZE),
            sharpness: enough.then(|| (self.fine * 100 / self.coarse) as u32),
            bars: self.striped * 100 / cells,
            extent: self.bars.or(self.dense).map(side),
            cells: self.cells,
        }
    }
}

fn widen(extent: &mut Extent, column: usize, row: usize) {
    let (left, top, right, bottom) = extent.unwrap_or((column, row, column, row));
    *extent = Some((left.min(column), top.min(row), right.max(column), bottom.max(row)));
}
