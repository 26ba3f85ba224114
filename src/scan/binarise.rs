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
        if width == 0 || width.checked_mul(height)? != luma.len() || luma.is_empty() {
            return None;
        }
        let radius = self.radius.min(LARGEST_RADIUS);
        let row = |y: usize| luma.get(y * width..(y + 1) * width).unwrap_or_default();
        let mut columns = vec![0u16; width];
        for y in 0..radius.min(height) {
            add(&mut columns, row(y));
        }
        let mut sums = vec![0u32; width + 1];
        let mut dark = vec![0u8; luma.len()];
        for (y, out) in dark.chunks_exact_mut(width).enumerate() {
            if y + radius < height {
                add(&mut columns, row(y + radius));
            }
            if y > radius {
                subtract(&mut columns, row(y - radius - 1));
            }
            let rows = (y + radius + 1).min(height) - y.saturating_sub(radius);
            running_sums(&columns, &mut sums);
            self.compare(row(y), &sums, radius, rows as u32, out);
        }
        Some(Mask { width, height, dark })
    }

    /// One row, given the running sums of the columns of `rows` pixels around it.
    fn compare(self, line: &[u8], sums: &[u32], radius: usize, rows: u32, out: &mut [u8]) {
        let width = line.len();
        let offset = u32::from(self.offset);
        let edge = |x: usize, out: &mut u8| {
            let (left, right) = (x.saturating_sub(radius), (x + radius + 1).min(width));
            let (Some(left_sum), Some(right_sum), Some(&pixel)) =
                (sums.get(left), sums.get(right), line.get(x))
            else {
                return;
            };
            let area = (right - left) as u32 * rows;
            *out = u8::from((u32::from(pixel) + offset) * area < right_sum - left_sum);
        };
        let inner = radius.min(width)..width.saturating_sub(radius).max(radius.min(width));
        let area = (2 * radius as u32 + 1) * rows;
        let pairs = sums.iter().zip(sums.iter().skip(2 * radius + 1));
        let pixels = line.iter().skip(radius).zip(pairs);
        let (head, rest) = out.split_at_mut(inner.start);
        let (middle, tail) = rest.split_at_mut(inner.len());
        for (out, (&pixel, (&left, &right))) in middle.iter_mut().zip(pixels) {
            *out = u8::from((u32::from(pixel) + offset) * area < right - left);
        }
        head.iter_mut().enumerate().for_each(|(x, out)| edge(x, out));
        tail.iter_mut()
            .enumerate()
            .for_each(|(x, out)| edge(inner.end + x, out));
    }
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
