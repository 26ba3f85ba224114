//! Grey → dark and light: each pixel is compared with the mean of the square around it.

/// A picture of dark and light pixels, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mask {
    /// The width in pixels.
    pub width: usize,
    /// The height in pixels.
    pub height: usize,
    /// One byte a pixel: 1 is dark, 0 is light.
    pub dark: Vec<u8>,
}

impl Mask {
    /// Makes dark light and light dark.
    pub fn invert(&mut self) {
        for pixel in &mut self.dark {
            *pixel ^= 1;
        }
    }
}

/// How a pixel is told dark from light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// The square reaches this many pixels to each side; at most [`LARGEST_RADIUS`].
    pub radius: usize,
    /// A pixel is dark when it is more than this many levels darker than the mean of its square.
    pub offset: u8,
}

/// The largest radius for which the sum of a column of the square fits in 16 bits.
pub const LARGEST_RADIUS: usize = 127;

impl Threshold {
    /// The mask of a grey picture. `None` when the size does not fit the pixels or nothing is there.
    pub fn mask(self, luma: &[u8], width: usize, height: usize) -> Option<Mask> {
        let offset = u32::from(self.offset);
        let mut dark = Vec::with_capacity(luma.len());
        let is_dark = |pixel: u8, sum: u32, area: u32| u8::from((u32::from(pixel) + offset) * area < sum);
        compare(luma, width, height, self.radius, &mut dark, is_dark)?;
        Some(Mask { width, height, dark })
    }
}

/// How much lighter than the mean of the square around it each pixel is, in levels; dark is negative.
#[derive(Clone, Debug, PartialEq)]
pub struct Contrast {
    left: f32,
    top: f32,
    width: usize,
    height: usize,
    levels: Vec<i16>,
}

impl Contrast {
    /// The contrast of the part of a grey picture around some points, squares reaching `radius` pixels to each side
    /// and the part twice as far past the points.
    /// `None` when the size does not fit the pixels or the part lies outside.
    pub fn around(
        luma: &[u8],
        (width, height): (usize, usize),
        points: &[(f32, f32)],
        radius: usize,
    ) -> Option<Contrast> {
        if width.checked_mul(height)? != luma.len() {
            return None;
        }
        // OK because a cast saturates, so that the part ends with the picture.
        let span = |axis: fn(&(f32, f32)) -> f32, length: usize| {
            let lowest = points.iter().map(axis).fold(f32::INFINITY, f32::min) as usize;
            let highest = points.iter().map(axis).fold(0.0, f32::max) as usize;
            lowest.saturating_sub(2 * radius)..highest.saturating_add(2 * radius + 1).min(length)
        };
        let (columns, rows) = (span(|point| point.0, width), span(|point| point.1, height));
        let lines = luma.chunks_exact(width).take(rows.end).skip(rows.start);
        let part: Vec<u8> = lines
            .flat_map(|line| line.get(columns.clone()).unwrap_or_default())
            .copied()
            .collect();
        let mut levels = Vec::with_capacity(part.len());
        let level = |pixel: u8, sum: u32, area: u32| i16::from(pixel) - (sum / area) as i16;
        compare(&part, columns.len(), rows.len(), radius, &mut levels, level)?;
        Some(Contrast {
            left: columns.start as f32,
            top: rows.start as f32,
            width: columns.len(),
            height: rows.len(),
            levels,
        })
    }

    /// Makes dark light and light dark.
    pub fn invert(&mut self) {
        for level in &mut self.levels {
            *level = -*level;
        }
    }

    /// The level at a point of the picture, mixed of the four pixels around it; past the edge of the part, that of the edge.
    pub fn at(&self, (x, y): (f32, f32)) -> f32 {
        // OK because a cast of what is negative or no number gives 0.
        let (x, y) = ((x - self.left - 0.5).max(0.0), (y - self.top - 0.5).max(0.0));
        let (left, top) = (
            (x as usize).min(self.width - 1),
            (y as usize).min(self.height - 1),
        );
        let (right, bottom) = ((left + 1).min(self.width - 1), (top + 1).min(self.height - 1));
        let (s, t) = ((x - left as f32).min(1.0), (y - top as f32).min(1.0));
        let level =
            |x: usize, y: usize| f32::from(self.levels.get(y * self.width + x).copied().unwrap_or_default());
        let upper = level(left, top) * (1.0 - s) + level(right, top) * s;
        let lower = level(left, bottom) * (1.0 - s) + level(right, bottom) * s;
        upper * (1.0 - t) + lower * t
    }
}

/// Appends for each pixel what `judge` makes of it, the sum of the square around it and the square's area.
/// Squares are cut off at the edges of the picture. `None` when the size does not fit the pixels or nothing is there.
fn compare<T>(
    luma: &[u8],
    width: usize,
    height: usize,
    radius: usize,
    out: &mut Vec<T>,
    judge: impl Fn(u8, u32, u32) -> T,
) -> Option<()> {
    if width == 0 || luma.is_empty() || width.checked_mul(height)? != luma.len() {
        return None;
    }
    let radius = radius.min(LARGEST_RADIUS);
    let row = |y: usize| luma.get(y * width..(y + 1) * width).unwrap_or_default();
    let mut columns = vec![0u16; width];
    for y in 0..radius.min(height) {
        add(&mut columns, row(y));
    }
    let mut sums = vec![0u32; width + 1];
    for y in 0..height {
        if y + radius < height {
            add(&mut columns, row(y + radius));
        }
        if y > radius {
            subtract(&mut columns, row(y - radius - 1));
        }
        running_sums(&columns, &mut sums);
        let rows = (y + radius + 1).min(height) - y.saturating_sub(radius);
        compare_row(row(y), &sums, radius, rows as u32, out, &judge);
    }
    Some(())
}

/// One row, given the running sums of the columns of `rows` pixels around it.
fn compare_row<T>(
    line: &[u8],
    sums: &[u32],
    radius: usize,
    rows: u32,
    out: &mut Vec<T>,
    judge: impl Fn(u8, u32, u32) -> T,
) {
    let width = line.len();
    let edge = |(x, &pixel): (usize, &u8)| {
        let (left, right) = (x.saturating_sub(radius), (x + radius + 1).min(width));
        let sum = |at: usize| sums.get(at).copied().unwrap_or_default();
        judge(pixel, sum(right) - sum(left), (right - left) as u32 * rows)
    };
    let first = radius.min(width);
    let last = width.saturating_sub(radius).max(first);
    out.extend(line.iter().enumerate().take(first).map(edge));
    let area = (2 * radius as u32 + 1) * rows;
    let middle = line.get(first..last).unwrap_or_default();
    let (left, right) = (sums, sums.get(2 * radius + 1..).unwrap_or_default());
    let inner = middle.iter().zip(left).zip(right);
    out.extend(inner.map(|((&pixel, &left), &right)| judge(pixel, right - left, area)));
    out.extend(line.iter().enumerate().skip(last).map(edge));
}

fn add(columns: &mut [u16], line: &[u8]) {
    for (column, &pixel) in columns.iter_mut().zip(line) {
        *column += u16::from(pixel);
    }
}

fn subtract(columns: &mut [u16], line: &[u8]) {
    for (column, &pixel) in columns.iter_mut().zip(line) {
        *column -= u16::from(pixel);
    }
}

/// `sums[x]` becomes the sum of the columns before `x`.
fn running_sums(columns: &[u16], sums: &mut [u32]) {
    let mut sum = 0;
    for (before, &column) in sums.iter_mut().zip(columns) {
        *before = sum;
        sum += u32::from(column);
    }
    if let Some(last) = sums.last_mut() {
        *last = sum;
    }
}
