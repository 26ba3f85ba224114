//! Where in a picture bars may be: blocks whose gradients all point one way, grown into regions with an angle.

use super::luma::shrink;

/// Pixels of the shrunk picture on each side of a block.
const BLOCK: usize = 8;

/// A block belongs to bars when its gradients agree at least so far (0 to 1).
const COHERENCE: f32 = 0.42;

/// The squared gradient that counts as no gradient at all: sensor noise.
const NOISE: f32 = 8.0;

/// A region is a neighbour's continuation while the direction differs by less than about 16 degrees (cosine of twice that).
const SAME_WAY: f32 = 0.85;

/// A part of a picture with bars in it: a rectangle turned by `angle`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Region {
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

/// The buffers of the search, kept from frame to frame.
#[derive(Debug, Default)]
pub struct Locator {
    small: Vec<u8>,
    blocks: Vec<Tensor>,
    smooth: Vec<Tensor>,
    taken: Vec<bool>,
    stack: Vec<usize>,
}

/// The structure tensor: sums of the products of the gradient's parts.
#[derive(Clone, Copy, Debug, Default)]
struct Tensor {
    xx: f32,
    yy: f32,
    xy: f32,
}

impl Tensor {
    fn add(&mut self, other: Tensor) {
        self.xx += other.xx;
        self.yy += other.yy;
        self.xy += other.xy;
    }

    fn energy(self) -> f32 {
        self.xx + self.yy
    }

    /// Twice the gradient's direction as a vector; as long as the energy when all gradients agree.
    fn double(self) -> (f32, f32) {
        (self.xx - self.yy, 2.0 * self.xy)
    }

    fn coherence(self) -> f32 {
        let (x, y) = self.double();
        x.hypot(y) / (self.energy() + NOISE)
    }

    /// How much the block looks like bars.
    fn score(self) -> f32 {
        let coherence = self.coherence();
        coherence * coherence * self.energy().sqrt()
    }
}

impl Locator {
    /// The regions with bars in a picture whose size fits its pixels, best first, at most `most`. The picture is looked at
    /// so small that its longer edge has at most `long_edge` pixels.
    pub fn locate(
        &mut self,
        luma: &[u8],
        (width, height): (u32, u32),
        long_edge: u32,
        most: usize,
    ) -> Vec<Region> {
        let factor = width.max(height).div_ceil(long_edge.max(1)).max(1);
        let (w, h) = ((width / factor) as usize, (height / factor) as usize);
        let (columns, rows) = (w / BLOCK, h / BLOCK);
        if columns < 2 || rows < 2 {
            return Vec::new();
        }
        shrink(luma, width, height, factor, &mut self.small);
        tensors(&self.small, w, columns, rows, &mut self.blocks);
        let mut found = Vec::new();
        for reach in [1, 2] {
            smooth(&self.blocks, columns, rows, reach, &mut self.smooth);
            self.grow(columns, rows, (BLOCK as u32 * factor) as f32, &mut found);
        }
        found.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        let mut kept: Vec<Region> = Vec::new();
        for region in found {
            if kept.len() < most && !kept.iter().any(|other| other.covers(&region)) {
                kept.push(region);
            }
        }
        kept
    }

    /// Grows regions from the best blocks.
    fn grow(&mut self, columns: usize, rows: usize, side: f32, found: &mut Vec<Region>) {
        let Locator {
            smooth, taken, stack, ..
        } = self;
        taken.clear();
        taken.resize(columns * rows, false);
        let mut seeds: Vec<(f32, usize)> = smooth
            .iter()
            .enumerate()
            .filter(|(_, tensor)| tensor.coherence() > COHERENCE)
            .map(|(at, tensor)| (tensor.score(), at))
            .filter(|&(score, _)| score > 3.0)
            .collect();
        seeds.sort_by(|a, b| b.0.total_cmp(&a.0));
        for (score, seed) in seeds {
            if taken[seed] {
                continue;
            }
            let mut sum = smooth[seed];
            let mut members = Vec::new();
            taken[seed] = true;
            stack.push(seed);
            while let Some(at) = stack.pop() {
                members.push(at);
                let (x, y) = (at % columns, at / columns);
                for (nx, ny) in neighbours(x, y, columns, rows) {
                    let next = ny * columns + nx;
                    if taken[next] || !continues(sum, smooth[next], score) {
                        continue;
                    }
                    taken[next] = true;
                    sum.add(smooth[next]);
                    stack.push(next);
                }
            }
            if members.len() >= 4 {
                found.push(region(smooth, &members, columns, side));
            }
        }
    }
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

fn neighbours(x: usize, y: usize, columns: usize, rows: usize) -> impl Iterator<Item = (usize, usize)> {
    let xs = x.saturating_sub(1)..=(x + 1).min(columns - 1);
    xs.flat_map(move |nx| (y.saturating_sub(1)..=(y + 1).min(rows - 1)).map(move |ny| (nx, ny)))
}

/// Whether a block goes on with the bars gathered so far.
fn continues(sum: Tensor, block: Tensor, best: f32) -> bool {
    if block.coherence() < COHERENCE || block.score() < 0.3 * best {
        return false;
    }
    let ((ax, ay), (bx, by)) = (sum.double(), block.double());
    ax * bx + ay * by > SAME_WAY * ax.hypot(ay) * bx.hypot(by)
}

/// The rectangle around the members, turned into their mean direction.
fn region(blocks: &[Tensor], members: &[usize], columns: usize, side: f32) -> Region {
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
        weight += blocks[at].coherence() * blocks[at].score().sqrt();
    }
    let u = across.middle();
    let v = along.middle() + slant * u;
    Region {
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
        let (u, weight) = (place(at), blocks[at].score());
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

/// The structure tensor of each block, by central differences.
fn tensors(small: &[u8], width: usize, columns: usize, rows: usize, out: &mut Vec<Tensor>) {
    out.clear();
    out.resize(columns * rows, Tensor::default());
    let mut sums = vec![[0_i32; 3]; columns];
    for row in 0..rows {
        sums.fill([0; 3]);
        for y in (row * BLOCK).max(1)..((row + 1) * BLOCK) {
            let line = |y: usize| small.get(y * width..(y + 1) * width);
            let (Some(up), Some(here), Some(down)) = (line(y - 1), line(y), line(y + 1)) else {
                continue;
            };
            add_line(up, here, down, &mut sums);
        }
        let scale = 1.0 / (BLOCK * BLOCK) as f32;
        for (tensor, sum) in out.iter_mut().skip(row * columns).zip(&sums) {
            *tensor = Tensor {
                xx: sum[0] as f32 * scale,
                yy: sum[1] as f32 * scale,
                xy: sum[2] as f32 * scale,
            };
        }
    }
}

/// Adds one line's products to the sums of its blocks. Block 0 lacks its first column, which has no left neighbour.
fn add_line(up: &[u8], here: &[u8], down: &[u8], sums: &mut [[i32; 3]]) {
    for (column, sum) in sums.iter_mut().enumerate() {
        let start = column * BLOCK;
        let (Some(left), Some(right)) = (
            here.get(start.max(1) - 1..start.max(1) - 1 + BLOCK),
            here.get(start.max(1) + 1..start.max(1) + 1 + BLOCK),
        ) else {
            continue;
        };
        let (Some(up), Some(down)) = (
            up.get(start.max(1)..start.max(1) + BLOCK),
            down.get(start.max(1)..start.max(1) + BLOCK),
        ) else {
            continue;
        };
        let (mut xx, mut yy, mut xy) = (0, 0, 0);
        for i in 0..BLOCK {
            let gx = i32::from(right[i]) - i32::from(left[i]);
            let gy = i32::from(down[i]) - i32::from(up[i]);
            xx += gx * gx;
            yy += gy * gy;
            xy += gx * gy;
        }
        *sum = [sum[0] + xx, sum[1] + yy, sum[2] + xy];
    }
}

/// The mean of the blocks up to `reach` away.
fn smooth(blocks: &[Tensor], columns: usize, rows: usize, reach: usize, out: &mut Vec<Tensor>) {
    out.clear();
    for y in 0..rows {
        for x in 0..columns {
            let mut sum = Tensor::default();
            let mut count = 0.0;
            for ny in y.saturating_sub(reach)..=(y + reach).min(rows - 1) {
                for nx in x.saturating_sub(reach)..=(x + reach).min(columns - 1) {
                    sum.add(blocks[ny * columns + nx]);
                    count += 1.0;
                }
            }
            out.push(Tensor {
                xx: sum.xx / count,
                yy: sum.yy / count,
                xy: sum.xy / count,
            });
        }
    }
}
