//! Grey pictures and what can be done to them.

use rxing::common::BitMatrix;

use super::dice::Dice;

/// A grey picture.
pub struct Picture {
    /// One byte a pixel, row by row, without padding.
    pub luma: Vec<u8>,
    /// Pixels in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
}

/// A symbol to be put into a picture, with its light margin.
pub struct Stamp<'a> {
    /// Its modules, without margin.
    pub modules: &'a BitMatrix,
    /// Whether the rows of modules count; bars have one.
    pub square: bool,
    /// The side of a module in pixels.
    pub module: f32,
    /// Turned to the right, in radians.
    pub angle: f32,
    /// Where its centre lies, in pixels.
    pub centre: (f32, f32),
    /// The levels of ink and paper.
    pub ink_and_paper: (f32, f32),
}

impl Stamp<'_> {
    /// Whether a pixel may show some of it: no corner is farther from the centre than this.
    fn reaches(&self, x: usize, y: usize) -> bool {
        let (half_width, half_height) = self.half();
        let reach = half_width.hypot(half_height) * self.module + 1.0;
        (x as f32 - self.centre.0).hypot(y as f32 - self.centre.1) <= reach
    }

    /// Half its width and height in modules, margins included.
    fn half(&self) -> (f32, f32) {
        let width = self.modules.getWidth() as f32;
        if self.square {
            return (width / 2.0 + 4.0, self.modules.getHeight() as f32 / 2.0 + 4.0);
        }
        (width / 2.0 + 11.0, self.bar_height() / 2.0 + 5.0)
    }

    fn bar_height(&self) -> f32 {
        (self.modules.getWidth() as f32 * 0.42).max(30.0)
    }

    /// The level at a point of the picture; `None` beside the stamp.
    fn level(&self, x: f32, y: f32) -> Option<f32> {
        let (sin, cos) = self.angle.sin_cos();
        let (dx, dy) = (
            (x - self.centre.0) / self.module,
            (y - self.centre.1) / self.module,
        );
        let (across, down) = (dx * cos + dy * sin, dy * cos - dx * sin);
        let (half_width, half_height) = self.half();
        if across.abs() > half_width || down.abs() > half_height {
            return None;
        }
        let (ink, paper) = self.ink_and_paper;
        Some(if self.is_ink(across, down) { ink } else { paper })
    }

    /// Whether there is ink at a point, in modules from the centre.
    fn is_ink(&self, across: f32, down: f32) -> bool {
        let column = (across + self.modules.getWidth() as f32 / 2.0).floor();
        let row = if self.square {
            (down + self.modules.getHeight() as f32 / 2.0).floor()
        } else if down.abs() < self.bar_height() / 2.0 {
            0.0
        } else {
            -1.0
        };
        let is_inside = column >= 0.0 && row >= 0.0;
        is_inside && self.modules.try_get(column as u32, row as u32).unwrap_or(false)
    }
}

impl Picture {
    /// Soft blotches with some hard edges, as a table with things on it.
    pub fn scenery(width: usize, height: usize, dice: &mut Dice) -> Picture {
        let (columns, rows) = (width / 64 + 2, height / 64 + 2);
        let lattice: Vec<f32> = (0..columns * rows).map(|_| 120.0 + dice.within(60.0)).collect();
        let mut levels = Vec::with_capacity(width * height);
        for y in 0..height {
            for x in 0..width {
                let (left, top) = (x / 64, y / 64);
                let (across, down) = ((x % 64) as f32 / 64.0, (y % 64) as f32 / 64.0);
                let row = |row: usize| {
                    let at = row * columns + left;
                    lattice[at] * (1.0 - across) + lattice[at + 1] * across
                };
                levels.push((row(top) * (1.0 - down) + row(top + 1) * down) as u8);
            }
        }
        let mut picture = Picture {
            luma: levels,
            width,
            height,
        };
        for _ in 0..12 {
            picture.put_box(dice);
        }
        picture
    }

    fn put_box(&mut self, dice: &mut Dice) {
        let mut span = |length: usize| {
            let start = (dice.share() * length as f32) as usize;
            let end = start + (dice.share() * length as f32 / 4.0) as usize;
            start..end.min(length)
        };
        let (columns, rows) = (span(self.width), span(self.height));
        let level = (dice.share() * 255.0) as u8;
        for y in rows {
            self.luma[y * self.width..][columns.clone()].fill(level);
        }
    }

    /// Puts a symbol over what is there; a pixel is the mean of nine points in it.
    pub fn put(&mut self, stamp: &Stamp) {
        const POINTS: [f32; 3] = [1.0 / 6.0, 3.0 / 6.0, 5.0 / 6.0];
        let width = self.width;
        let places = (0..self.luma.len()).map(|at| (at % width, at / width));
        for (pixel, (x, y)) in self.luma.iter_mut().zip(places) {
            if stamp.reaches(x, y) {
                let below = f32::from(*pixel);
                let points = POINTS
                    .iter()
                    .flat_map(|dy| POINTS.map(|dx| (x as f32 + dx, y as f32 + dy)));
                let sum: f32 = points.map(|(x, y)| stamp.level(x, y).unwrap_or(below)).sum();
                *pixel = (sum / 9.0).round() as u8;
            }
        }
    }

    /// Blurs by a normal distribution with this standard deviation in pixels.
    pub fn blur(&mut self, sigma: f32) {
        if sigma > 0.0 {
            let reach = (3.0 * sigma).ceil() as usize;
            let weight = |at: usize| (-0.5 * (at as f32 / sigma).powi(2)).exp();
            let half: Vec<f32> = (0..=reach).map(weight).collect();
            self.blur_rows(&half);
            self.turn();
            self.blur_rows(&half);
            self.turn();
        }
    }

    /// Blurs along the rows with the weights of a pixel's own level and of those farther and farther beside it.
    fn blur_rows(&mut self, half: &[f32]) {
        let sum = 2.0 * half.iter().sum::<f32>() - half[0];
        for row in self.luma.chunks_exact_mut(self.width) {
            let before: Vec<f32> = row.iter().map(|&level| f32::from(level)).collect();
            let last = before.len() - 1;
            for (x, pixel) in row.iter_mut().enumerate() {
                let both = |at: usize| before[x.saturating_sub(at)] + before[(x + at).min(last)];
                let beside: f32 = half
                    .iter()
                    .enumerate()
                    .skip(1)
                    .map(|(at, weight)| weight * both(at))
                    .sum();
                *pixel = ((half[0] * before[x] + beside) / sum).round() as u8;
            }
        }
    }

    /// Rows become columns.
    fn turn(&mut self) {
        let old = self.luma.clone();
        let places = (0..self.width).flat_map(|x| (0..self.height).map(move |y| (x, y)));
        for (pixel, (x, y)) in self.luma.iter_mut().zip(places) {
            *pixel = old[y * self.width + x];
        }
        std::mem::swap(&mut self.width, &mut self.height);
    }

    /// Adds noise with this standard deviation in levels.
    pub fn add_noise(&mut self, sigma: f32, dice: &mut Dice) {
        if sigma > 0.0 {
            for pixel in &mut self.luma {
                *pixel = (f32::from(*pixel) + sigma * dice.normal())
                    .round()
                    .clamp(0.0, 255.0) as u8;
            }
        }
    }
}
