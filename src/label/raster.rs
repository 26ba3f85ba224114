//! A sticker as a camera sees it: grey pixels, more or less sharp, on dark goods.

use super::rect::Rect;
use super::sticker::Sticker;

/// What lies around the sticker: 2 mm of dark goods.
const AROUND: i32 = 2_000;
const GOODS: f32 = 60.0;

/// A grey picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// One byte a pixel, row by row, without padding.
    pub luma: Vec<u8>,
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
}

/// How a picture is taken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// So many pixels fall on a centimetre of the label.
    pub pixels_per_cm: u32,
    /// The standard deviation of the blur, in µm on the label.
    pub blur_um: u32,
}

impl Picture {
    /// The sticker on dark goods. Lines of text and digits are boxes half as dark as ink.
    pub fn of(sticker: &Sticker, level: Level) -> Picture {
        let scale = level.pixels_per_cm as f32 / 10_000.0;
        let (width, height) = (sticker.size.0 + 2 * AROUND, sticker.size.1 + 2 * AROUND);
        let pixels = |um: i32| (um as f32 * scale).ceil() as usize;
        let mut canvas = Canvas {
            levels: vec![GOODS; pixels(width) * pixels(height)],
            width: pixels(width),
            height: pixels(height),
            scale,
        };
        let (paper, ink) = (f32::from(sticker.paper.luma()), f32::from(sticker.ink.luma()));
        canvas.fill(Rect::new(0, 0, sticker.size.0, sticker.size.1), paper - GOODS);
        for rect in sticker.dark() {
            canvas.fill(rect, ink - paper);
        }
        for line in sticker.lines() {
            canvas.fill(line.space(), (ink - paper) / 2.0);
        }
        canvas.blur(level.blur_um as f32 * scale);
        canvas.picture()
    }
}

/// Levels of grey, before they are rounded.
struct Canvas {
    levels: Vec<f32>,
    width: usize,
    height: usize,
    /// Pixels a µm.
    scale: f32,
}

impl Canvas {
    /// Adds to the level of every pixel that a rectangle covers, in part where it is covered in part.
    fn fill(&mut self, rect: Rect, change: f32) {
        let rect = rect.moved((AROUND, AROUND));
        let columns = covered(rect.x, rect.right(), self.scale, self.width);
        for (y, share) in covered(rect.y, rect.bottom(), self.scale, self.height) {
            let row = &mut self.levels[y * self.width..][..self.width]; // OK because `covered` stays inside.
            for &(x, part) in &columns {
                row[x] += change * share * part;
            }
        }
    }

    /// Blurs by a normal distribution with this standard deviation in pixels.
    fn blur(&mut self, sigma: f32) {
        let reach = (3.0 * sigma).ceil() as usize;
        if reach == 0 {
            return;
        }
        let weights: Vec<f32> = (0..=reach)
            .map(|at| (-0.5 * (at as f32 / sigma).powi(2)).exp())
            .collect();
        self.blur_rows(&weights);
        self.turn();
        self.blur_rows(&weights);
        self.turn();
    }

    /// Blurs along the rows with the weights of a pixel's own level and of those farther and farther beside it.
    fn blur_rows(&mut self, weights: &[f32]) {
        let sum = 2.0 * weights.iter().sum::<f32>() - weights[0];
        for row in self.levels.chunks_exact_mut(self.width) {
            let before = row.to_vec();
            let last = before.len() - 1;
            for (x, level) in row.iter_mut().enumerate() {
                let beside = weights.iter().enumerate().skip(1);
                let beside = beside
                    .map(|(at, weight)| weight * (before[x.saturating_sub(at)] + before[(x + at).min(last)]));
                *level = (weights[0] * before[x] + beside.sum::<f32>()) / sum;
            }
        }
    }

    /// Rows become columns.
    fn turn(&mut self) {
        let places = (0..self.width).flat_map(|x| (0..self.height).map(move |y| (x, y)));
        self.levels = places.map(|(x, y)| self.levels[y * self.width + x]).collect();
        std::mem::swap(&mut self.width, &mut self.height);
    }

    fn picture(self) -> Picture {
        Picture {
            luma: self
                .levels
                .iter()
                .map(|level| level.round().clamp(0.0, 255.0) as u8)
                .collect(),
            // OK because a sticker is at most as large as A4: some thousand pixels.
            width: self.width as u32,
            height: self.height as u32,
        }
    }
}

/// The pixels that a stretch from one µm to another falls on, each with how much of it is covered.
fn covered(from: i32, to: i32, scale: f32, count: usize) -> Vec<(usize, f32)> {
    let (from, to) = (from as f32 * scale, to as f32 * scale);
    let pixels = from.max(0.0) as usize..(to.ceil().max(0.0) as usize).min(count);
    let share = |at: usize| (to.min(at as f32 + 1.0) - from.max(at as f32)).clamp(0.0, 1.0);
    pixels.map(|at| (at, share(at))).collect()
}
