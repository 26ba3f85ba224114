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
        if width == 0 || width.checked_mul(height)? != luma.len() {
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

#[cfg(test)]
mod tests {
    use super::*;

    const WIDTH: usize = 37;
    const HEIGHT: usize = 23;

    /// A picture without any order, the same in every run.
    fn picture() -> Vec<u8> {
        let mut state = 1u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        (0..WIDTH * HEIGHT).map(|_| next()).collect()
    }

    /// The sum and the area of the square around a pixel, the slow way.
    fn square(luma: &[u8], x: usize, y: usize, radius: usize) -> (u32, u32) {
        let span = |at: usize, length: usize| at.saturating_sub(radius)..(at + radius + 1).min(length);
        let rows = span(y, HEIGHT).flat_map(|row| span(x, WIDTH).map(move |column| (row, column)));
        rows.fold((0, 0), |(sum, area), (row, column)| {
            (sum + u32::from(luma[row * WIDTH + column]), area + 1)
        })
    }

    #[test]
    fn every_pixel_is_compared_with_the_mean_of_its_square() {
        let luma = picture();
        for (radius, offset) in [
            (0, 0),
            (1, 0),
            (2, 5),
            (9, 20),
            (18, 3),
            (30, 1),
            (LARGEST_RADIUS, 0),
        ] {
            let mask = Threshold { radius, offset }.mask(&luma, WIDTH, HEIGHT).unwrap();
            for (i, &dark) in mask.dark.iter().enumerate() {
                let (sum, area) = square(&luma, i % WIDTH, i / WIDTH, radius);
                let expect = (u32::from(luma[i]) + u32::from(offset)) * area < sum;
                assert_eq!(dark, u8::from(expect), "radius {radius}, pixel {i}");
            }
        }
    }

    #[test]
    fn inverted_paper_gives_the_other_mask() {
        let luma = picture();
        let negative: Vec<u8> = luma.iter().map(|pixel| 255 - pixel).collect();
        let threshold = Threshold { radius: 4, offset: 0 };
        let mut mask = threshold.mask(&luma, WIDTH, HEIGHT).unwrap();
        let other = threshold.mask(&negative, WIDTH, HEIGHT).unwrap();
        mask.invert();
        let unlike = mask.dark.iter().zip(&other.dark).filter(|(a, b)| a != b).count();
        // Only pixels that are just the mean are light in both.
        assert!(unlike < 10, "{unlike}");
    }

    #[test]
    fn a_slope_of_light_is_neither_dark_nor_light() {
        let luma: Vec<u8> = (0..100 * 50).map(|i| (i % 100 * 2) as u8).collect();
        let mask = Threshold { radius: 6, offset: 4 }.mask(&luma, 100, 50).unwrap();
        let inner = |i: &usize| (6..94).contains(&(i % 100));
        assert!((0..100 * 50).filter(inner).all(|i| mask.dark[i] == 0));
    }

    #[test]
    fn wrong_sizes_are_refused() {
        let threshold = Threshold { radius: 4, offset: 0 };
        for (bytes, width, height) in [
            (0, 0, 0),
            (0, 5, 0),
            (5, 0, 5),
            (9, 2, 5),
            (11, 2, 5),
            (4, usize::MAX, 4),
        ] {
            assert_eq!(threshold.mask(&vec![0; bytes], width, height), None);
            assert_eq!(
                Contrast::around(&vec![0; bytes], (width, height), &[(1.0, 1.0)], 2),
                None
            );
        }
    }

    #[test]
    fn contrast_is_told_in_pixels_of_the_whole_picture() {
        let mut luma = vec![100; 60 * 40];
        luma[20 * 60 + 30] = 190;
        let contrast = Contrast::around(&luma, (60, 40), &[(28.0, 18.0), (33.0, 22.0)], 1).unwrap();
        let check = |x: f32, y: f32, expect: f32| assert_eq!(contrast.at((x, y)), expect, "({x}, {y})");
        check(30.5, 20.5, 80.0);
        check(31.5, 20.5, -10.0);
        check(31.0, 20.5, 35.0);
        check(27.0, 17.0, 0.0);
        check(-5.0, 1e9, 0.0);
        check(f32::NAN, f32::INFINITY, 0.0);
        let outside = Contrast::around(&luma, (60, 40), &[(100.0, 100.0)], 3);
        assert_eq!(outside, None);
    }
}
