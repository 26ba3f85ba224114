//! Where in a picture symbols may be: blocks whose gradients all point one way, grown into regions of bars, and blocks whose
//! gradients point every way, grown into regions of texture.

use super::finder;
use super::luma::shrink;
use super::region::{Kind, Region, around, enclosing};
use super::tensor::{BLOCK, Blocks, Tensor};

/// A block belongs to bars when its gradients agree at least so far (0 to 1).
const COHERENCE: f32 = 0.42;

/// A block belongs to a texture when its gradients agree less than this; the modules of square symbols have two directions.
const TEXTURE_COHERENCE: f32 = 0.75;

/// The least mean squared gradient of a texture: that of square symbols in print so pale that it is hardly ever read.
const TEXTURE_ENERGY: f32 = 20.0;

/// A region is a neighbour's continuation while the direction differs by less than about 16 degrees (cosine of twice that).
const SAME_WAY: f32 = 0.85;

/// Blocks that look less like bars than this are not grown from.
const LEAST_SCORE: f32 = 3.0;

/// Fewer blocks than this are no bars.
const FEWEST_BLOCKS: usize = 4;

/// The buffers of the search, kept from frame to frame.
#[derive(Debug, Default)]
pub struct Locator {
    small: Vec<u8>,
    width: usize,
    /// The side of a block in pixels of the picture.
    side: f32,
    blocks: Blocks,
    smooth: Vec<Tensor>,
    taken: Vec<bool>,
    stack: Vec<usize>,
    members: Vec<usize>,
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
        self.width = (width / factor) as usize;
        self.side = (BLOCK as u32 * factor) as f32;
        shrink(luma, width, height, factor, &mut self.small);
        self.blocks.take(&self.small, self.width);
        self.smooth.clear();
        if self.blocks.columns < 2 || self.blocks.rows < 2 {
            return Vec::new();
        }
        let mut found = Vec::new();
        for reach in [1, 2] {
            self.blocks.smooth(reach, &mut self.smooth);
            self.grow(&mut found);
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

    /// The regions of dense texture in the picture that was searched last, in which square symbols may be.
    pub fn textures(&mut self) -> Vec<Region> {
        self.taken.clear();
        let is_plain =
            |tensor: &Tensor| tensor.energy() < TEXTURE_ENERGY || tensor.coherence > TEXTURE_COHERENCE;
        self.taken.extend(self.smooth.iter().map(is_plain));
        let mut found = Vec::new();
        for seed in 0..self.taken.len() {
            if !self.taken.get(seed).copied().unwrap_or(true) {
                self.gather(seed, |_, _| true);
                let mut region = enclosing(&self.members, self.blocks.columns, self.side);
                if finder::shows(&self.small, self.width, &self.members, self.blocks.columns) {
                    region.kind = Kind::Finders;
                }
                found.push(region);
            }
        }
        found
    }

    /// Grows regions from the best blocks.
    fn grow(&mut self, found: &mut Vec<Region>) {
        self.taken.clear();
        self.taken.resize(self.smooth.len(), false);
        let blocks = self.smooth.iter().enumerate();
        let mut seeds: Vec<(f32, usize)> = blocks
            .filter(|(_, tensor)| tensor.coherence > COHERENCE && tensor.score > LEAST_SCORE)
            .map(|(at, tensor)| (tensor.score, at))
            .collect();
        seeds.sort_by(|a, b| b.0.total_cmp(&a.0));
        for (best, seed) in seeds {
            if self.taken.get(seed).copied().unwrap_or(true) {
                continue;
            }
            self.gather(seed, |sum, block| continues(sum, block, best));
            if self.members.len() >= FEWEST_BLOCKS {
                found.push(around(
                    &self.smooth,
                    &self.members,
                    self.blocks.columns,
                    self.side,
                ));
            }
        }
    }

    /// Gathers the blocks that are not yet taken and go on with those gathered so far.
    fn gather(&mut self, seed: usize, goes_on: impl Fn(Tensor, Tensor) -> bool) {
        let Locator {
            smooth,
            taken,
            stack,
            members,
            ..
        } = self;
        let (columns, rows) = (self.blocks.columns, self.blocks.rows);
        members.clear();
        stack.push(seed);
        taken[seed] = true;
        let mut sum = smooth[seed];
        while let Some(at) = stack.pop() {
            members.push(at);
            for (x, y) in neighbours(at % columns, at / columns, columns, rows) {
                let next = y * columns + x;
                if taken[next] || !goes_on(sum, smooth[next]) {
                    continue;
                }
                taken[next] = true;
                sum.add(smooth[next]);
                stack.push(next);
            }
        }
    }
}

fn neighbours(x: usize, y: usize, columns: usize, rows: usize) -> impl Iterator<Item = (usize, usize)> {
    let xs = x.saturating_sub(1)..=(x + 1).min(columns - 1);
    xs.flat_map(move |nx| (y.saturating_sub(1)..=(y + 1).min(rows - 1)).map(move |ny| (nx, ny)))
}

/// Whether a block goes on with the bars gathered so far.
fn continues(sum: Tensor, block: Tensor, best: f32) -> bool {
    block.coherence >= COHERENCE && block.score >= 0.3 * best && sum.likeness(block) > SAME_WAY
}
