//! The structure tensor of a picture's blocks: how strong its edges are there, and whether they all run one way.

/// Pixels on each side of a block.
pub const BLOCK: usize = 8;

/// The squared gradient that counts as no gradient at all: sensor noise.
const NOISE: f32 = 8.0;

/// The mean products of the gradient's parts around a block, and what they say.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tensor {
    xx: f32,
    yy: f32,
    xy: f32,
    /// How far the gradients agree on a direction, 0 to 1.
    pub coherence: f32,
    /// How much the block looks like bars.
    pub score: f32,
}

impl Tensor {
    fn new([xx, yy, xy]: [i32; 3], pixels: usize) -> Tensor {
        let scale = 1.0 / pixels as f32;
        let mut tensor = Tensor {
            xx: xx as f32 * scale,
            yy: yy as f32 * scale,
            xy: xy as f32 * scale,
            ..Tensor::default()
        };
        tensor.coherence = length(tensor.double()) / (tensor.energy() + NOISE);
        tensor.score = tensor.coherence * tensor.coherence * tensor.energy().sqrt();
        tensor
    }

    /// Adds the products of another block; coherence and score stay.
    pub fn add(&mut self, other: Tensor) {
        self.xx += other.xx;
        self.yy += other.yy;
        self.xy += other.xy;
    }

    /// The mean squared gradient.
    pub fn energy(self) -> f32 {
        self.xx + self.yy
    }

    /// Twice the gradient's direction as a vector; as long as the energy when all gradients agree.
    pub fn double(self) -> (f32, f32) {
        (self.xx - self.yy, 2.0 * self.xy)
    }

    /// The cosine of twice the angle between two directions.
    pub fn likeness(self, other: Tensor) -> f32 {
        let (a, b) = (self.double(), other.double());
        (a.0 * b.0 + a.1 * b.1) / (length(a) * length(b)).max(f32::MIN_POSITIVE)
    }
}

/// Without `hypot`, which WebAssembly has no instruction for.
fn length((x, y): (f32, f32)) -> f32 {
    (x * x + y * y).sqrt()
}

/// The sums of the gradient products of every block of a picture, row by row of blocks.
#[derive(Debug, Default)]
pub struct Blocks {
    /// Blocks in a row.
    pub columns: usize,
    /// Rows of blocks.
    pub rows: usize,
    sums: Vec<[i32; 3]>,
    /// The sums of each block and its neighbours in the row.
    wide: Vec<[i32; 3]>,
}

impl Blocks {
    /// Takes the gradients of a picture by central differences. The picture is `width` pixels wide; what does not fill a
    /// block at its right and lower edges is left out.
    pub fn take(&mut self, luma: &[u8], width: usize) {
        let height = luma.len() / width.max(1);
        (self.columns, self.rows) = (width / BLOCK, height / BLOCK);
        self.sums.clear();
        self.sums.resize(self.columns * self.rows, [0; 3]);
        for (row, sums) in self.sums.chunks_exact_mut(self.columns.max(1)).enumerate() {
            for y in (row * BLOCK).max(1)..(row + 1) * BLOCK {
                let line = |y: usize| luma.get(y * width..(y + 1) * width);
                let (Some(up), Some(here), Some(down)) = (line(y - 1), line(y), line(y + 1)) else {
                    continue;
                };
                add_line(up, here, down, sums);
            }
        }
    }

    /// The mean tensors of the blocks up to `reach` away.
    pub fn smooth(&mut self, reach: usize, out: &mut Vec<Tensor>) {
        let Blocks {
            columns,
            rows,
            sums,
            wide,
        } = self;
        wide.clear();
        for line in sums.chunks_exact((*columns).max(1)) {
            wide.extend((0..line.len()).map(|x| total(line, 1, x.saturating_sub(reach)..x + reach + 1)));
        }
        out.clear();
        for y in 0..*rows {
            let span = y.saturating_sub(reach)..(y + reach + 1).min(*rows);
            for x in 0..*columns {
                let column = wide.get(x..).unwrap_or_default();
                let across = (x + reach + 1).min(*columns) - x.saturating_sub(reach);
                let pixels = across * span.len() * BLOCK * BLOCK;
                out.push(Tensor::new(total(column, *columns, span.clone()), pixels));
            }
        }
    }
}

/// The sum of every `step`-th of some sums, those of these numbers.
fn total(sums: &[[i32; 3]], step: usize, span: std::ops::Range<usize>) -> [i32; 3] {
    let every = sums.iter().step_by(step).take(span.end).skip(span.start);
    every.fold([0; 3], |a, b| [a[0] + b[0], a[1] + b[1], a[2] + b[2]])
}

/// Adds one line's products to the sums of its blocks. The first block is taken one pixel to the right, where it has a
/// left neighbour.
fn add_line(up: &[u8], here: &[u8], down: &[u8], sums: &mut [[i32; 3]]) {
    for (column, sum) in sums.iter_mut().enumerate() {
        let start = (column * BLOCK).max(1);
        let part = |line: &'_ [u8], from: usize| -> Option<[u8; BLOCK]> {
            line.get(from..from + BLOCK)?.try_into().ok()
        };
        let (Some(left), Some(right), Some(up), Some(down)) = (
            part(here, start - 1),
            part(here, start + 1),
            part(up, start),
            part(down, start),
        ) else {
            continue;
        };
        let [mut xx, mut yy, mut xy] = *sum;
        for i in 0..BLOCK {
            let x = i32::from(right[i]) - i32::from(left[i]);
            let y = i32::from(down[i]) - i32::from(up[i]);
            xx += x * x;
            yy += y * y;
            xy += x * y;
        }
        *sum = [xx, yy, xy];
    }
}
