//! A part of a picture that may hold a symbol: where it lies, how it is turned, and what it looks like.

use super::tensor::Tensor;

/// What a part of a picture looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Edges that run one way.
    Bars,
    /// Edges that run every way, close together.
    Texture,
    /// A texture with the finder patterns of QR Codes in it.
    Finders,
}

/// A part of a picture that may hold a symbol: a rectangle turned by `angle`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Region {
    /// What it looks like.
    pub kind: Kind,
    /// The middle, in pixels of the picture.
    pub centre: (f32, f32),
    /// The direction across the bars in radians, x to the right, y down; from -π/2 to π/2.
    pub angle: f32,
    /// Half the length across the bars, in pixels.
    pub half_length: f32,
    /// Half the height along the bars, in pixels.
    pub half_height: f32,
    /// How much the angle grows per pixel across the bars: not nought in perspective.
    pub fan: f32,
    /// How many pixels a row moves along the bars per pixel across them: not nought where rows and bars are not at right angles.
    pub slant: f32,
    /// How much speaks for bars; the larger the better.
    pub weight: f32,
    /// The side of a block in pixels: how finely the rectangle is known.
    pub block: f32,
}

impl Region {
    /// The whole of a picture, its bars upright or, `lying`, from left to right.
    pub fn whole(width: u32, height: u32, lying: bool) -> Region {
        let (half_width, half_height) = (width as f32 / 2.0, height as f32 / 2.0);
        let (length, across) = if lying {
            (half_height, half_width)
        } else {
            (half_width, half_height)
        };
        Region {
            kind: Kind::Bars,
            centre: (half_width - 0.5, half_height - 0.5),
            angle: if lying { std::f32::consts::FRAC_PI_2 } else { 0.0 },
            half_length: length,
            half_height: across,
            fan: 0.0,
            slant: 0.0,
            weight: 0.0,
            block: 4.0,
        }
    }

    /// Across the bars.
    pub fn across(&self) -> (f32, f32) {
        (self.angle.cos(), self.angle.sin())
    }

    /// Whether another region is much the same.
    pub fn covers(&self, other: &Region) -> bool {
        let (dx, dy) = (self.centre.0 - other.centre.0, self.centre.1 - other.centre.1);
        let near = dx.hypot(dy) < (0.5 * self.half_length).max(2.0 * self.block);
        near && (self.angle - other.angle).sin().abs() < 0.15
    }
}

/// The upright rectangle around the blocks of these numbers.
pub fn enclosing(members: &[usize], columns: usize, side: f32) -> Region {
    let (mut across, mut along) = (Range::default(), Range::default());
    for &at in members {
        across.add(((at % columns) as f32 + 0.5) * side);
        along.add(((at / columns) as f32 + 0.5) * side);
    }
    Region {
        kind: Kind::Texture,
        centre: (across.middle(), along.middle()),
        angle: 0.0,
        half_length: across.half() + side / 2.0,
        half_height: along.half() + side / 2.0,
        fan: 0.0,
        slant: 0.0,
        weight: members.len() as f32,
        block: side,
    }
}

/// The rectangle around the blocks of these numbers, turned into their mean direction.
pub fn around(blocks: &[Tensor], members: &[usize], columns: usize, side: f32) -> Region {
    let mut sum = Tensor::default();
    for &at in members {
        sum.add(blocks[at]);
    }
    let (x, y) = sum.double();
    let angle = 0.5 * y.atan2(x);
    let (cos, sin) = (angle.cos(), angle.sin());
    let place = |at: usize| {
        let (x, y) = ((at % columns) as f32 + 0.5, (at / columns) as f32 + 0.5);
        ((x * cos + y * sin) * side, (y * cos - x * sin) * side)
    };
    let slant = slope(members.iter().map(|&at| place(at)));
    let (mut across, mut along) = (Range::default(), Range::default());
    let mut weight = 0.0;
    for &at in members {
        let (u, v) = place(at);
        across.add(u);
        along.add(v - slant * u);
        weight += blocks[at].coherence * blocks[at].score.sqrt();
    }
    let u = across.middle();
    let v = along.middle() + slant * u;
    Region {
        kind: Kind::Bars,
        centre: (u * cos - v * sin, u * sin + v * cos),
        angle,
        half_length: across.half() + side / 2.0,
        half_height: along.half() + side / 2.0,
        fan: fan(blocks, members, angle, |at| place(at).0 - u),
        slant,
        weight,
        block: side,
    }
}

/// The smallest and the largest of some numbers.
struct Range {
    low: f32,
    high: f32,
}

impl Default for Range {
    fn default() -> Range {
        Range {
            low: f32::MAX,
            high: f32::MIN,
        }
    }
}

impl Range {
    fn add(&mut self, value: f32) {
        self.low = self.low.min(value);
        self.high = self.high.max(value);
    }

    fn middle(&self) -> f32 {
        (self.low + self.high) / 2.0
    }

    fn half(&self) -> f32 {
        (self.high - self.low) / 2.0
    }
}

/// The slope of the points' line by least squares, at most 1.5 up or down; nought for few or upright ones.
fn slope(points: impl Iterator<Item = (f32, f32)> + Clone) -> f32 {
    let count = points.clone().count() as f32;
    let sum = |(a, b), (x, y): (f32, f32)| (a + x, b + y);
    let (x, y) = points.clone().fold((0.0, 0.0), sum);
    let (x, y) = (x / count, y / count);
    let moments = points.map(|(px, py)| ((px - x) * (px - x), (px - x) * (py - y)));
    let (squares, products) = moments.fold((0.0, 0.0), sum);
    if count < 8.0 || squares <= 0.0 {
        return 0.0;
    }
    (products / squares).clamp(-1.5, 1.5)
}

/// The slope of the blocks' angles against their place across the bars, by least squares.
fn fan(blocks: &[Tensor], members: &[usize], angle: f32, place: impl Fn(usize) -> f32) -> f32 {
    let (cos, sin) = ((2.0 * angle).cos(), (2.0 * angle).sin());
    let (mut weights, mut us, mut angles, mut squares, mut products) = (0.0, 0.0, 0.0, 0.0, 0.0);
    for &at in members {
        let (x, y) = blocks[at].double();
        let turned = 0.5 * (y * cos - x * sin).atan2(x * cos + y * sin);
        let (u, weight) = (place(at), blocks[at].score);
        weights += weight;
        us += weight * u;
        angles += weight * turned;
        squares += weight * u * u;
        products += weight * u * turned;
    }
    let spread = squares - us * us / weights;
    if members.len() < 12 || spread <= 0.0 {
        return 0.0;
    }
    (products - us * angles / weights) / spread
}
