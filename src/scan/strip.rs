//! A region of bars, straightened: bars upright, averaged along their height into profiles.

use super::region::Region;

/// The most samples in a row.
const MOST_SAMPLES: usize = 3000;

/// A straightened part of a picture: rows across the bars.
#[derive(Debug, Default)]
pub struct Strip {
    samples: usize,
    rows: usize,
    pixels: Vec<f32>,
    frame: Frame,
}

/// How samples and rows lie in the picture.
#[derive(Clone, Copy, Debug, Default)]
struct Frame {
    /// Where the middle of the strip lies, in pixels.
    centre: (f32, f32),
    across: (f32, f32),
    fan: f32,
    slant: f32,
    /// Pixels from one sample to the next.
    step: f32,
    /// Pixels from one row to the next.
    row_step: f32,
    middle_sample: f32,
    middle_row: f32,
}

impl Frame {
    /// The place of a sample in the picture.
    fn place(&self, sample: f32, row: f32) -> (f32, f32) {
        let v = (row - self.middle_row) * self.row_step;
        let even = (sample - self.middle_sample) * self.step;
        let (u, v) = (even * (1.0 - self.fan * v), v + self.slant * even);
        let (cos, sin) = self.across;
        (
            self.centre.0 + u * cos - v * sin,
            self.centre.1 + u * sin + v * cos,
        )
    }
}

impl Strip {
    /// Cuts a region out of a picture into at most so many rows, with some room at both ends for the quiet zones.
    /// `false` when nothing is left to read.
    pub fn cut(
        &mut self,
        luma: &[u8],
        (width, height): (u32, u32),
        region: &Region,
        most_rows: usize,
    ) -> bool {
        let room = (1.5 * region.block).max(0.3 * region.half_length);
        let half_length = region.half_length + room;
        let half_height = (region.half_height - 0.25 * region.block).max(0.5 * region.block);
        let step = (2.0 * half_length / 1000.0).clamp(0.4, 1.0);
        self.samples = ((2.0 * half_length / step) as usize).min(MOST_SAMPLES);
        self.rows = ((2.0 * half_height / 1.5) as usize).clamp(7, most_rows);
        if self.samples < 40 || width == 0 || height == 0 {
            return false;
        }
        self.frame = Frame {
            centre: region.centre,
            across: region.across(),
            fan: region.fan,
            slant: region.slant,
            step,
            row_step: 2.0 * half_height / self.rows as f32,
            middle_sample: (self.samples - 1) as f32 / 2.0,
            middle_row: (self.rows - 1) as f32 / 2.0,
        };
        self.pixels.clear();
        self.pixels.reserve(self.samples * self.rows);
        for row in 0..self.rows {
            let start = self.frame.place(0.0, row as f32);
            let end = self.frame.place((self.samples - 1) as f32, row as f32);
            let count = (self.samples - 1) as f32;
            let (dx, dy) = ((end.0 - start.0) / count, (end.1 - start.1) / count);
            for i in 0..self.samples {
                let (x, y) = (start.0 + i as f32 * dx, start.1 + i as f32 * dy);
                self.pixels
                    .push(between(luma, width as usize, height as usize, x, y));
            }
        }
        true
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Pixels from one sample to the next.
    pub fn step(&self) -> f32 {
        self.frame.step
    }

    /// Where a sample of a row lies in the picture.
    pub fn place(&self, sample: f32, row: f32) -> (f32, f32) {
        self.frame.place(sample, row)
    }

    /// The shift from row to row, in samples, with which the mean of all rows has the strongest edges, and how strong they are
    /// as a share of those in single rows: near 1 for bars, near nought for print.
    pub fn best_shear(&self) -> (f32, f32) {
        let single: f32 = self.pixels.chunks_exact(self.samples.max(1)).map(strength).sum();
        let mut best = (0.0, -1.0);
        let mut mean = Vec::new();
        for step in -6..=6_i8 {
            let shear = f32::from(step) * 0.04 * self.frame.row_step / self.frame.step;
            self.sum(shear, &mut mean);
            let strength = strength(&mean);
            if strength > best.1 {
                best = (shear, strength);
            }
        }
        let rows = self.rows as f32;
        (best.0, best.1 / (rows * single).max(1.0))
    }

    /// The sum of all rows, each moved by `shear` samples more than the one above it.
    fn sum(&self, shear: f32, out: &mut Vec<f32>) {
        out.clear();
        out.resize(self.samples, 0.0);
        for (row, line) in self.pixels.chunks_exact(self.samples.max(1)).enumerate() {
            let shift = (shear * (row as f32 - self.frame.middle_row)).round() as isize;
            let (to_skip, from_skip) = (shift.max(0) as usize, (-shift).max(0) as usize);
            for (sum, &pixel) in out
                .iter_mut()
                .skip(to_skip)
                .zip(line.get(from_skip..).unwrap_or_default())
            {
                *sum += pixel;
            }
        }
    }

    /// The mean of some rows, each moved by `shear` samples more than the one above it; from four rows on without the darkest
    /// and the brightest at each sample, against glare.
    pub fn band(&self, from: usize, to: usize, shear: f32, out: &mut Vec<f32>) {
        out.clear();
        out.resize(self.samples, 0.0);
        let middle = (from + to - 1) as f32 / 2.0;
        let (mut low, mut high) = (vec![f32::MAX; self.samples], vec![f32::MIN; self.samples]);
        let mut count = 0;
        for row in from..to {
            let Some(line) = self.pixels.get(row * self.samples..(row + 1) * self.samples) else {
                continue;
            };
            count += 1;
            let shift = (shear * (row as f32 - middle)).round() as isize;
            let (to_skip, from_skip) = (shift.max(0) as usize, (-shift).max(0) as usize);
            let sums = out.iter_mut().zip(&mut low).zip(&mut high).skip(to_skip);
            for (((sum, low), high), &pixel) in sums.zip(line.iter().skip(from_skip)) {
                *sum += pixel;
                *low = low.min(pixel);
                *high = high.max(pixel);
            }
        }
        let trim = count >= 4;
        let scale = 1.0 / (if trim { count - 2 } else { count.max(1) }) as f32;
        for ((sum, low), high) in out.iter_mut().zip(&low).zip(&high) {
            *sum = if trim {
                (*sum - low - high) * scale
            } else {
                *sum * scale
            };
        }
    }
}

/// The sum of the squared differences, a sixteenth at either end left out, where shifted rows do not reach.
fn strength(profile: &[f32]) -> f32 {
    let margin = profile.len() / 16;
    let inner = profile.get(margin..profile.len() - margin).unwrap_or_default();
    inner
        .windows(3)
        .map(|three| (three[2] - three[0]) * (three[2] - three[0]))
        .sum()
}

/// The brightness between four pixels; outside of the picture that of its edge.
fn between(luma: &[u8], width: usize, height: usize, x: f32, y: f32) -> f32 {
    let x = x.clamp(0.0, (width - 1) as f32);
    let y = y.clamp(0.0, (height - 1) as f32);
    let (left, top) = (x as usize, y as usize);
    let (fx, fy) = (x - left as f32, y - top as f32);
    let right = usize::from(left + 1 < width);
    let at = top * width + left;
    let below = if top + 1 < height { at + width } else { at };
    let pixel = |at: usize| luma.get(at).map_or(0.0, |&pixel| f32::from(pixel));
    let upper = pixel(at) * (1.0 - fx) + pixel(at + right) * fx;
    let lower = pixel(below) * (1.0 - fx) + pixel(below + right) * fx;
    upper * (1.0 - fy) + lower * fy
}
