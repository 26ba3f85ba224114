//! The modules of a square symbol, read off grey paper that may be bent or seen at a slant.

use super::binarise::{Contrast, Mask};

/// A point in pixels, x to the right, y down.
pub type Point = (f32, f32);

/// What stands in every symbol of one kind and size: `None` for the modules that carry data.
pub trait Pattern {
    /// The number of columns and rows.
    fn size(&self) -> (usize, usize);
    /// Whether the module is always dark (`true`), always light (`false`) or either.
    fn fixed(&self, column: usize, row: usize) -> Option<bool>;
}

/// The maps of the grid, coarse to fine: how many cells each side of the symbol is cut into.
const LEVELS: [usize; 4] = [1, 2, 4, 8];

/// A cell has at least this many modules on each side.
const SMALLEST_CELL: usize = 6;

/// How far a node is moved to either side, in modules, far steps first.
const STEPS: [f32; 3] = [0.5, 0.3, 0.15];

/// So much more a module of the fixed pattern counts than one of data.
const FIXED_WEIGHT: f32 = 3.0;

/// What a node's distance from the middle of its neighbours costs, per module squared and per module of its cells.
const STIFFNESS: f32 = 0.15;

/// A grid over a picture: a plane seen at a slant, then each node moved a little.
#[derive(Clone, Debug)]
pub struct Grid<'a, P> {
    contrast: &'a Contrast,
    pattern: &'a P,
    plane: Plane,
    /// The number of cells along each side.
    cells: usize,
    /// How far each of the `(cells + 1)²` nodes is moved, in modules.
    nodes: Vec<Point>,
    /// A module darker or lighter than this counts no more, so that glare does not outweigh the rest.
    cap: f32,
}

impl<'a, P: Pattern> Grid<'a, P> {
    /// The grid whose outer corners lie at the points, clockwise from the symbol's upper left one.
    pub fn new(contrast: &'a Contrast, pattern: &'a P, corners: [Point; 4]) -> Option<Grid<'a, P>> {
        let mut grid = Grid {
            contrast,
            pattern,
            plane: Plane::through(corners)?,
            cells: 1,
            nodes: vec![(0.0, 0.0); 4],
            cap: f32::INFINITY,
        };
        let (columns, rows) = pattern.size();
        let levels = modules(0..columns, 0..rows).map(|(column, row)| grid.level(column, row).abs());
        grid.cap = (levels.sum::<f32>() / (columns * rows) as f32).max(1.0);
        Some(grid)
    }

    /// The share of those fixed modules that are asked for which look as they should, from 0 to 1.
    pub fn agreement(&self, asked: impl Fn(usize, usize) -> bool) -> f32 {
        let (columns, rows) = self.pattern.size();
        let (mut right, mut all) = (0, 0);
        for (column, row) in modules(0..columns, 0..rows).filter(|&(column, row)| asked(column, row)) {
            if let Some(dark) = self.pattern.fixed(column, row) {
                all += 1;
                right += usize::from((self.level(column, row) < 0.0) == dark);
            }
        }
        right as f32 / all.max(1) as f32
    }

    /// The modules as they are seen now.
    pub fn modules(&self) -> Mask {
        let (width, height) = self.pattern.size();
        let dark = modules(0..width, 0..height).map(|(column, row)| u8::from(self.level(column, row) < 0.0));
        Mask {
            width,
            height,
            dark: dark.collect(),
        }
    }

    /// Where the four corners lie now.
    pub fn corners(&self) -> [Point; 4] {
        let (columns, rows) = self.pattern.size();
        let (right, bottom) = (columns as f32, rows as f32);
        [(0.0, 0.0), (right, 0.0), (right, bottom), (0.0, bottom)].map(|(x, y)| self.place(x, y))
    }

    /// Moves the nodes so that modules are decidedly dark or light and the fixed ones right, coarse to fine, and shows the
    /// modules after each level, until `accept` takes them.
    pub fn refine<T>(&mut self, mut accept: impl FnMut(&Self) -> Option<T>) -> Option<T> {
        let (columns, rows) = self.pattern.size();
        for cells in LEVELS {
            if cells > 1 && columns.max(rows) < cells * SMALLEST_CELL {
                break;
            }
            self.divide(cells);
            for step in STEPS {
                self.relax(step);
            }
            let accepted = accept(self);
            if accepted.is_some() {
                return accepted;
            }
        }
        None
    }

    /// Moves, stretches and slants the whole, then the single corners, until the modules are right.
    pub fn settle(&mut self) {
        for step in [1.0, 0.5, 0.5, 0.25] {
            self.sway(step);
        }
        for step in [0.5, 0.3, 0.3, 0.15] {
            self.relax(step);
        }
    }

    /// Moves all four corners at once where that is better: to one side, apart or against each other.
    fn sway(&mut self, step: f32) {
        const SIGNS: [[f32; 4]; 3] = [
            [1.0, 1.0, 1.0, 1.0],
            [-1.0, 1.0, -1.0, 1.0],
            [-1.0, -1.0, 1.0, 1.0],
        ];
        let mut best = self.score(0);
        for signs in SIGNS {
            for (dx, dy) in [(step, 0.0), (-step, 0.0), (0.0, step), (0.0, -step)] {
                let before = self.nodes.clone();
                for (node, sign) in self.nodes.iter_mut().zip(signs) {
                    *node = (node.0 + sign * dx, node.1 + sign * dy);
                }
                // OK because while there is one cell, the modules around one node are all of them.
                let score = self.score(0);
                if score > best {
                    best = score;
                } else {
                    self.nodes = before;
                }
            }
        }
    }

    /// Moves the lower right corner by up to four modules to where the fixed modules of its quarter are right.
    pub fn seek_corner(&mut self) {
        let (columns, rows) = self.pattern.size();
        let quarter: Vec<(usize, usize)> = modules(columns / 2..columns, rows / 2..rows)
            .filter(|&(column, row)| self.pattern.fixed(column, row).is_some())
            .collect();
        let steps = || (-8..=8).map(|step| step as f32 / 2.0);
        let places = steps().flat_map(|y| steps().map(move |x| (x, y)));
        let mut best = (f32::NEG_INFINITY, (0.0, 0.0));
        for place in places {
            self.move_last(place);
            let right = |&(column, row): &(usize, usize)| {
                let level = self.level(column, row).clamp(-self.cap, self.cap);
                if self.pattern.fixed(column, row) == Some(true) {
                    -level
                } else {
                    level
                }
            };
            // The nearer of two places that are about as good is the likelier one.
            let far = place.0.hypot(place.1) * self.cap * 0.02;
            let score = quarter.iter().map(right).sum::<f32>() - far * quarter.len() as f32;
            if score > best.0 {
                best = (score, place);
            }
        }
        self.move_last(best.1);
    }

    /// Moves the lower right node.
    fn move_last(&mut self, place: Point) {
        if let Some(last) = self.nodes.last_mut() {
            *last = place;
        }
    }

    /// Moves each node where that is better.
    fn relax(&mut self, step: f32) {
        for node in 0..self.nodes.len() {
            let mut best = self.score(node);
            for (dx, dy) in [(step, 0.0), (-step, 0.0), (0.0, step), (0.0, -step)] {
                let Some(place) = self.nodes.get_mut(node) else {
                    return;
                };
                let before = *place;
                *place = (before.0 + dx, before.1 + dy);
                let score = self.score(node);
                if score > best {
                    best = score;
                } else if let Some(place) = self.nodes.get_mut(node) {
                    *place = before;
                }
            }
        }
    }

    /// How good the modules around a node are.
    fn score(&self, node: usize) -> f32 {
        let (columns, rows) = self.pattern.size();
        let (node_x, node_y) = (node % (self.cells + 1), node / (self.cells + 1));
        let range = |at: usize, length: usize| {
            let cell = |at: usize| (at.min(self.cells) * length).div_ceil(self.cells);
            cell(at.saturating_sub(1))..cell(at + 1)
        };
        let (across, down) = (range(node_x, columns), range(node_y, rows));
        let count = across.len() * down.len();
        let mut sum = 0.0;
        for (column, row) in modules(across, down) {
            let level = self.level(column, row).clamp(-self.cap, self.cap);
            sum += match self.pattern.fixed(column, row) {
                Some(true) => -level * FIXED_WEIGHT,
                Some(false) => level * FIXED_WEIGHT,
                None => level.abs(),
            };
        }
        sum - STIFFNESS * self.cap * count as f32 * self.strain(node_x, node_y)
    }

    /// How far a node lies from the middle of its neighbours, in modules squared.
    fn strain(&self, x: usize, y: usize) -> f32 {
        let side = self.cells + 1;
        let node = |x: usize, y: usize| self.nodes.get(y * side + x).copied().unwrap_or_default();
        let (here_x, here_y) = node(x, y);
        let bend = |(ax, ay): Point, (bx, by): Point| {
            let (dx, dy) = ((ax + bx) / 2.0 - here_x, (ay + by) / 2.0 - here_y);
            dx * dx + dy * dy
        };
        let mut strain = 0.0;
        if x > 0 && x < self.cells {
            strain += bend(node(x - 1, y), node(x + 1, y));
        }
        if y > 0 && y < self.cells {
            strain += bend(node(x, y - 1), node(x, y + 1));
        }
        strain
    }

    /// Cuts the sides into more cells without moving any module.
    fn divide(&mut self, cells: usize) {
        let side = cells + 1;
        let nodes = modules(0..side, 0..side)
            .map(|(x, y)| self.shift(x as f32 / cells as f32, y as f32 / cells as f32))
            .collect();
        self.nodes = nodes;
        self.cells = cells;
    }

    /// How far a point of the unit square is moved, in modules.
    fn shift(&self, u: f32, v: f32) -> Point {
        let cells = self.cells as f32;
        let cell = |at: f32| ((at * cells).max(0.0) as usize).min(self.cells - 1);
        let (x, y) = (cell(u), cell(v));
        let (s, t) = (u * cells - x as f32, v * cells - y as f32);
        let side = self.cells + 1;
        let node = |x: usize, y: usize| self.nodes.get(y * side + x).copied().unwrap_or_default();
        let (a, b, c, d) = (node(x, y), node(x + 1, y), node(x, y + 1), node(x + 1, y + 1));
        let mix = |a: f32, b: f32, c: f32, d: f32| {
            (a * (1.0 - s) + b * s) * (1.0 - t) + (c * (1.0 - s) + d * s) * t
        };
        (mix(a.0, b.0, c.0, d.0), mix(a.1, b.1, c.1, d.1))
    }

    /// Where a point, in modules from the upper left corner, lies in the picture.
    fn place(&self, x: f32, y: f32) -> Point {
        let (columns, rows) = self.pattern.size();
        let (columns, rows) = (columns as f32, rows as f32);
        let (dx, dy) = self.shift(x / columns, y / rows);
        self.plane.place((x + dx) / columns, (y + dy) / rows)
    }

    /// How much lighter than its surroundings the middle of a module is.
    fn level(&self, column: usize, row: usize) -> f32 {
        self.contrast
            .at(self.place(column as f32 + 0.5, row as f32 + 0.5))
    }
}

fn modules(
    columns: std::ops::Range<usize>,
    rows: std::ops::Range<usize>,
) -> impl Iterator<Item = (usize, usize)> {
    rows.flat_map(move |row| columns.clone().map(move |column| (column, row)))
}

/// The unit square seen at a slant.
#[derive(Clone, Copy, Debug)]
pub struct Plane {
    x: [f32; 3],
    y: [f32; 3],
    z: [f32; 2],
}

impl Plane {
    /// The plane in which the unit square's corners, clockwise from the origin, lie at the points.
    /// `None` when the points are no quadrilateral with an inside.
    pub fn through([a, b, c, d]: [Point; 4]) -> Option<Plane> {
        let (sx, sy) = (a.0 - b.0 + c.0 - d.0, a.1 - b.1 + c.1 - d.1);
        let (bx, by) = (b.0 - c.0, b.1 - c.1);
        let (dx, dy) = (d.0 - c.0, d.1 - c.1);
        let area = bx * dy - dx * by;
        if area.is_nan() || area.abs() < 1.0 {
            return None;
        }
        let g = (sx * dy - dx * sy) / area;
        let h = (bx * sy - sx * by) / area;
        // The divisor of `place` is one more than these at the corners; positive there, it is so in the whole square.
        let convex = g > -1.0 && h > -1.0 && g + h > -1.0;
        convex.then_some(Plane {
            x: [b.0 - a.0 + g * b.0, d.0 - a.0 + h * d.0, a.0],
            y: [b.1 - a.1 + g * b.1, d.1 - a.1 + h * d.1, a.1],
            z: [g, h],
        })
    }

    /// Where a point of the unit square is seen.
    pub fn place(&self, u: f32, v: f32) -> Point {
        let z = self.z[0] * u + self.z[1] * v + 1.0;
        (
            (self.x[0] * u + self.x[1] * v + self.x[2]) / z,
            (self.y[0] * u + self.y[1] * v + self.y[2]) / z,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sixteen modules on each side: a dark border and, inside, data.
    struct Frame;

    impl Pattern for Frame {
        fn size(&self) -> (usize, usize) {
            (16, 16)
        }

        fn fixed(&self, column: usize, row: usize) -> Option<bool> {
            let is_border = |at: usize| at == 0 || at == 15;
            (is_border(column) || is_border(row)).then_some(true)
        }
    }

    fn is_dark(column: usize, row: usize) -> bool {
        Frame
            .fixed(column, row)
            .unwrap_or((column * 7 + row * 5).is_multiple_of(3))
    }

    /// Draws the frame six pixels a module at (20, 20), its middle pushed down by `bend` pixels.
    fn drawn(bend: f32) -> Contrast {
        let pixel = |i: usize| {
            let (x, y) = ((i % 140) as f32 + 0.5, (i / 140) as f32 + 0.5);
            let off = (x - 68.0) / 48.0;
            let y = y - bend * (1.0 - off * off).max(0.0);
            let module = |at: f32| ((20.0..116.0).contains(&at)).then(|| ((at - 20.0) / 6.0) as usize);
            let dark = module(x)
                .zip(module(y))
                .is_some_and(|(column, row)| is_dark(column, row));
            if dark { 40 } else { 200 }
        };
        let luma: Vec<u8> = (0..140 * 140).map(pixel).collect();
        Contrast::around(&luma, (140, 140), &[(20.0, 20.0), (116.0, 116.0)], 14).unwrap()
    }

    fn read(contrast: &Contrast, corners: [Point; 4]) -> Option<usize> {
        let mut grid = Grid::new(contrast, &Frame, corners)?;
        let right = |grid: &Grid<Frame>| {
            let mask = grid.modules();
            (0..256).all(|i| (mask.dark[i] == 1) == is_dark(i % 16, i / 16))
        };
        let mut levels = 0;
        grid.refine(|grid| {
            levels += 1;
            right(grid).then_some(levels)
        })
    }

    #[test]
    fn corners_that_lie_a_little_off_are_mended() {
        let corners = [(22.0, 18.0), (114.0, 21.0), (117.0, 113.0), (18.0, 118.0)];
        assert_eq!(read(&drawn(0.0), corners), Some(1));
    }

    #[test]
    fn bent_paper_is_followed() {
        let corners = [(20.0, 20.0), (116.0, 20.0), (116.0, 116.0), (20.0, 116.0)];
        assert!(read(&drawn(6.0), corners).is_some_and(|levels| levels > 1));
    }

    #[test]
    fn points_without_an_inside_are_no_plane() {
        let check = |corners: [Point; 4], expect: bool| assert_eq!(Plane::through(corners).is_some(), expect);
        check([(0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0)], true);
        check([(0.0, 0.0), (9.0, 0.0), (18.0, 0.0), (27.0, 0.0)], false);
        check([(0.0, 0.0), (9.0, 9.0), (9.0, 0.0), (0.0, 9.0)], false);
        check([(f32::NAN, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0)], false);
    }

    #[test]
    fn a_plane_passes_through_its_corners() {
        let corners = [(3.0, 4.0), (80.0, 10.0), (70.0, 90.0), (10.0, 60.0)];
        let plane = Plane::through(corners).unwrap();
        let units = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)];
        for ((u, v), corner) in units.into_iter().zip(corners) {
            let place = plane.place(u, v);
            assert!((place.0 - corner.0).hypot(place.1 - corner.1) < 1e-3, "{place:?}");
        }
    }
}
