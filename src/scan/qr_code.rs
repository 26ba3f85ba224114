//! What stands in every QR Code of one version (ISO/IEC 18004), and where its corners must lie given its three finder patterns.

use super::binarise::Contrast;
use super::grid::{Grid, Pattern, Plane, Point};

/// A version, told by its number of modules on each side: 21, 25, … 177.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    side: usize,
}

/// A finder pattern with the light modules around it: nine modules on each side, all of them fixed.
#[derive(Clone, Copy, Debug)]
struct Finder;

/// Where a finder pattern was seen: its centre and about how wide it is, both in pixels.
#[derive(Clone, Copy, Debug)]
pub struct Sighting {
    /// The centre.
    pub centre: Point,
    /// The width of the seven modules.
    pub width: f32,
}

impl Version {
    /// The version with so many modules on each side, if there is one.
    pub fn of_side(side: usize) -> Option<Version> {
        ((21..=177).contains(&side) && side % 4 == 1).then_some(Version { side })
    }

    /// The number of modules on each side.
    pub fn side(self) -> usize {
        self.side
    }

    fn number(self) -> usize {
        (self.side - 17) / 4
    }

    /// How many modules lie between a module and the nearest middle of alignment patterns along one side
    /// (ISO/IEC 18004, annex E: they lie evenly and an even number of modules apart, the first gap taking the rest).
    fn to_alignment(self, at: usize) -> (usize, usize) {
        let gaps = self.number() / 7 + 1;
        let last = self.side - 7;
        let step = match self.number() {
            32 => 26,
            number => (number * 4 + gaps * 2 + 3) / (gaps * 2) * 2,
        };
        let middles = (0..gaps).map(|i| (last - i * step, gaps - i)).chain([(6, 0)]);
        let nearest = middles.map(|(middle, index)| (middle.abs_diff(at), index)).min();
        nearest.unwrap_or_default()
    }

    /// What an alignment pattern makes of a module. In the three corners with finder patterns there are none.
    fn alignment(self, column: usize, row: usize) -> Option<bool> {
        if self.number() == 1 {
            return None;
        }
        let ((dx, across), (dy, down)) = (self.to_alignment(column), self.to_alignment(row));
        let last = self.number() / 7 + 1;
        let in_corner =
            matches!((across, down), (0, 0)) || (across, down) == (0, last) || (across, down) == (last, 0);
        (!in_corner && dx <= 2 && dy <= 2).then_some(dx.max(dy) != 1)
    }

    /// Whether a module belongs to a timing pattern.
    pub fn is_timing(self, column: usize, row: usize) -> bool {
        let between = 8..self.side - 8;
        (row == 6 && between.contains(&column)) || (column == 6 && between.contains(&row))
    }
}

impl Pattern for Version {
    fn size(&self) -> (usize, usize) {
        (self.side, self.side)
    }

    fn fixed(&self, column: usize, row: usize) -> Option<bool> {
        // Counted from the outer edge of the finder pattern whose corner the module lies in.
        let (x, y) = (column.min(self.side - 1 - column), row.min(self.side - 1 - row));
        let lower_right = column > self.side / 2 && row > self.side / 2;
        if x < 8 && y < 8 && !lower_right {
            return Finder.fixed(x + 1, y + 1);
        }
        if self.is_timing(column, row) {
            return Some((column + row).is_multiple_of(2));
        }
        self.alignment(column, row)
    }
}

impl Pattern for Finder {
    fn size(&self) -> (usize, usize) {
        (9, 9)
    }

    fn fixed(&self, column: usize, row: usize) -> Option<bool> {
        let ring = column.abs_diff(4).max(row.abs_diff(4));
        Some(matches!(ring, 0 | 1 | 3))
    }
}

/// The share of a finder pattern's modules that must be right.
const LEAST_AGREEMENT: f32 = 0.85;

/// With a larger share, no other width is tried.
const SURE_AGREEMENT: f32 = 0.97;

/// Which three sightings may be the lower left, upper left and upper right finder pattern of one symbol, the likeliest first.
pub fn triples(seen: &[Sighting]) -> Vec<[Sighting; 3]> {
    let mut ranked = Vec::new();
    for (i, &upper_left) in seen.iter().enumerate() {
        for (j, &lower_left) in seen.iter().enumerate() {
            for (k, &upper_right) in seen.iter().enumerate() {
                if i != j && i != k && j != k {
                    let triple = [lower_left, upper_left, upper_right];
                    ranked.extend(strangeness(triple).map(|strangeness| (strangeness, triple)));
                }
            }
        }
    }
    ranked.sort_by(|a, b| a.0.total_cmp(&b.0));
    ranked.into_iter().map(|(_, triple)| triple).collect()
}

/// How little three sightings look like those of one symbol; `None` when they cannot be.
fn strangeness([lower_left, upper_left, upper_right]: [Sighting; 3]) -> Option<f32> {
    let side = |end: Sighting| {
        let (from, to) = (upper_left.centre, end.centre);
        (to.0 - from.0, to.1 - from.1, distance(from, to))
    };
    let (right, down) = (side(upper_right), side(lower_left));
    let sine = (right.0 * down.1 - right.1 * down.0) / (right.2 * down.2);
    let widths = [lower_left, upper_left, upper_right].map(|sighting| sighting.width);
    let widest = widths.iter().copied().fold(0.0, f32::max);
    let narrowest = widths.iter().copied().fold(f32::INFINITY, f32::min);
    let modules = 7.0 * (right.2 + down.2) / (2.0 * widths.iter().sum::<f32>() / 3.0) + 7.0;
    let ratio = (right.2 / down.2).max(down.2 / right.2);
    let possible = sine > 0.4 && ratio < 3.0 && widest < 2.5 * narrowest && (17.0..=220.0).contains(&modules);
    // Nearer patterns are likelier to belong together.
    possible.then(|| ratio + widest / narrowest - sine + modules / 100.0)
}

/// The corners that a QR Code may have whose lower left, upper left and upper right finder patterns were seen,
/// each with its version as a guess, the likeliest first.
pub fn corners(contrast: &Contrast, seen: [Sighting; 3]) -> Vec<(Version, [Point; 4])> {
    guesses(contrast, seen).unwrap_or_default()
}

fn guesses(contrast: &Contrast, seen: [Sighting; 3]) -> Option<Vec<(Version, [Point; 4])>> {
    let [lower_left, upper_left, upper_right] = seen;
    let right = vector(upper_left.centre, upper_right.centre);
    let down = vector(upper_left.centre, lower_left.centre);
    let plane = |sighting| finder_plane(contrast, sighting, right, down);
    let (upper_left, upper_right, lower_left) = (plane(upper_left)?, plane(upper_right)?, plane(lower_left)?);
    let (near, far) = (1.0 / 9.0, 8.0 / 9.0);
    let lower_right = meeting(
        (lower_left.place(0.0, far), lower_left.place(1.0, far)),
        (upper_right.place(far, 0.0), upper_right.place(far, 1.0)),
    )?;
    let corners = [
        upper_left.place(near, near),
        upper_right.place(far, near),
        lower_right,
        lower_left.place(near, far),
    ];
    let top = modules_between(&upper_left, &upper_right, (1.0, 0.0));
    let left = modules_between(&upper_left, &lower_left, (0.0, 1.0));
    let versions = versions((top + left) / 2.0);
    Some(versions.map(|version| (version, corners)).collect())
}

/// A finder pattern looked at closely, given the sides of its symbol; `None` if it is none.
fn finder_plane(contrast: &Contrast, seen: Sighting, right: Point, down: Point) -> Option<Plane> {
    let mut best = (LEAST_AGREEMENT, None);
    // A pattern seen at a slant is longer than the row of pixels that crosses it, one that is turned is shorter.
    for stretch in [1.0, 1.3, 0.75, 1.6] {
        let mut grid = finder_grid(contrast, seen, stretch, right, down)?;
        grid.settle();
        let agreement = grid.agreement(|_, _| true);
        if agreement > best.0 {
            best = (agreement, Plane::through(grid.corners()));
        }
        if agreement > SURE_AGREEMENT {
            break;
        }
    }
    best.1
}

/// Where a finder pattern must lie if it is so many times as wide as it looks.
fn finder_grid<'a>(
    contrast: &'a Contrast,
    seen: Sighting,
    stretch: f32,
    right: Point,
    down: Point,
) -> Option<Grid<'a, Finder>> {
    // Half the width of nine modules, shared between the sides as their lengths are.
    let half = seen.width * stretch * 9.0 / 7.0 / (right.0.hypot(right.1) + down.0.hypot(down.1));
    let (x, y) = seen.centre;
    let corner = |across: f32, along: f32| {
        (
            x + half * (across * right.0 + along * down.0),
            y + half * (across * right.1 + along * down.1),
        )
    };
    let square = [
        corner(-1.0, -1.0),
        corner(1.0, -1.0),
        corner(1.0, 1.0),
        corner(-1.0, 1.0),
    ];
    Grid::new(contrast, &Finder, square)
}

/// The number of modules on the side along which two finder patterns lie.
fn modules_between(first: &Plane, second: &Plane, (u, v): Point) -> f32 {
    let module = |plane: &Plane| {
        let (a, b) = (
            plane.place(0.5 - u / 2.0, 0.5 - v / 2.0),
            plane.place(0.5 + u / 2.0, 0.5 + v / 2.0),
        );
        distance(a, b) / 9.0
    };
    // OK because along a line seen at a slant, lengths of modules change like a geometric row, not an even one.
    let mean = (module(first) * module(second)).sqrt();
    distance(first.place(0.5, 0.5), second.place(0.5, 0.5)) / mean + 7.0
}

/// The versions nearest to a number of modules, the nearest first.
fn versions(side: f32) -> impl Iterator<Item = Version> {
    // OK because a cast saturates.
    let number = ((side - 17.0) / 4.0).round() as i32;
    let step = if side > 17.0 + 4.0 * number as f32 { 1 } else { -1 };
    let numbers = [0, step, -step, 2 * step].map(|off| number.saturating_add(off));
    numbers.into_iter().filter_map(|number| {
        Version::of_side(usize::try_from(number.saturating_mul(4).saturating_add(17)).ok()?)
    })
}

fn vector(from: Point, to: Point) -> Point {
    (to.0 - from.0, to.1 - from.1)
}

fn distance(a: Point, b: Point) -> f32 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

/// Where two lines meet.
fn meeting((a, b): (Point, Point), (c, d): (Point, Point)) -> Option<Point> {
    let (u, v) = ((b.0 - a.0, b.1 - a.1), (d.0 - c.0, d.1 - c.1));
    let cross = u.0 * v.1 - u.1 * v.0;
    let along = ((c.0 - a.0) * v.1 - (c.1 - a.1) * v.0) / cross;
    let place = (a.0 + along * u.0, a.1 + along * u.1);
    (place.0.is_finite() && place.1.is_finite()).then_some(place)
}
