//! A printed page: what of a PDF is filled, in millimetres, and as pixels for the scanner. Letters are left out.

use lopdf::content::{Content, Operation};
use lopdf::{Document, Object, ObjectId};

/// Millimetres in a point.
const MM: f64 = 25.4 / 72.0;

/// A filled rectangle, in mm from the upper left corner of the page.
#[derive(Clone, Copy, Debug)]
pub struct Filled {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its lower edge.
    pub bottom: f64,
    /// How light it is, from 0 to 1.
    pub light: f64,
}

/// A page of a PDF.
pub struct Paper {
    /// Its width and height in mm.
    pub size: (f64, f64),
    /// What is filled on it, in the order in which it is painted.
    pub filled: Vec<Filled>,
}

/// What the operators of a page change.
#[derive(Clone, Copy)]
struct State {
    /// From the units of the content to points: `x' = a x + c y + e`, `y' = b x + d y + f`.
    matrix: [f64; 6],
    light: f64,
}

impl Paper {
    /// Every page of a PDF.
    pub fn read(pdf: &[u8]) -> Vec<Paper> {
        let document = Document::load_mem(pdf).unwrap();
        let pages = document.get_pages();
        pages.values().map(|&page| Paper::of(&document, page)).collect()
    }

    fn of(document: &Document, page: ObjectId) -> Paper {
        let dictionary = document.get_dictionary(page).unwrap();
        let sides = dictionary.get(b"MediaBox").unwrap().as_array().unwrap();
        let sides: Vec<f64> = sides.iter().map(number).collect();
        let mut paper = Paper {
            size: (sides[2] * MM, sides[3] * MM),
            filled: Vec::new(),
        };
        let content = document.get_page_content(page);
        let state = State {
            matrix: [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
            light: 0.0,
        };
        paper.paint(&Content::decode(&content).unwrap().operations, state);
        paper
    }

    /// Obeys the operators (ISO 32000-1:2008, 8.4 and 8.5) that move, colour and fill.
    fn paint(&mut self, operations: &[Operation], start: State) {
        let (mut state, mut kept) = (start, Vec::new());
        let mut corners: Vec<Vec<(f64, f64)>> = Vec::new();
        for Operation { operator, operands } in operations {
            let numbers: Vec<f64> = operands.iter().map(number).collect();
            match (operator.as_str(), numbers.as_slice()) {
                ("q", _) => kept.push(state),
                ("Q", _) => state = kept.pop().unwrap(),
                ("cm", &[a, b, c, d, e, f]) => state.matrix = joined([a, b, c, d, e, f], state.matrix),
                ("g", &[light]) => state.light = light,
                ("rg", &[red, green, blue]) => state.light = 0.3 * red + 0.59 * green + 0.11 * blue,
                ("m", &[x, y]) => corners.push(vec![moved(state.matrix, (x, y))]),
                ("l", &[x, y]) => corners.last_mut().unwrap().push(moved(state.matrix, (x, y))),
                ("re", &[x, y, width, height]) => {
                    let rectangle = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)];
                    corners.push(rectangle.map(|point| moved(state.matrix, point)).to_vec());
                }
                // A curve makes no rectangle: it spoils the path that it is in.
                ("c" | "v" | "y", _) => corners.last_mut().unwrap().clear(),
                ("f" | "f*" | "F", _) => {
                    for corners in corners.drain(..) {
                        self.filled.extend(self.rectangle(&corners, state.light));
                    }
                }
                ("n" | "S" | "s" | "B" | "b", _) => corners.clear(),
                _ => {}
            }
        }
    }

    /// The corners as a rectangle that stands upright; nothing for any other shape.
    fn rectangle(&self, corners: &[(f64, f64)], light: f64) -> Option<Filled> {
        let (xs, ys): (Vec<f64>, Vec<f64>) = corners.iter().copied().unzip();
        let least = |values: &[f64]| values.iter().copied().fold(f64::INFINITY, f64::min);
        let most = |values: &[f64]| values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let (left, right, low, high) = (least(&xs), most(&xs), least(&ys), most(&ys));
        let near = |one: f64, other: f64| (one - other).abs() < 0.01;
        let is_corner =
            |&(x, y): &(f64, f64)| (near(x, left) || near(x, right)) && (near(y, low) || near(y, high));
        (corners.len() >= 4 && corners.iter().all(is_corner)).then_some(Filled {
            left: left * MM,
            top: self.size.1 - high * MM,
            right: right * MM,
            bottom: self.size.1 - low * MM,
            light,
        })
    }

    /// A part of the page (left, top, width, height in mm) as grey pixels, with its width and height.
    pub fn luma(
        &self,
        (left, top, width, height): (f64, f64, f64, f64),
        pixels_per_mm: f64,
    ) -> (Vec<u8>, u32, u32) {
        let (wide, high) = (
            (width * pixels_per_mm) as usize,
            (height * pixels_per_mm) as usize,
        );
        let mut levels = vec![255.0; wide * high];
        for filled in &self.filled {
            let columns = shares(filled.left - left, filled.right - left, pixels_per_mm, wide);
            for (y, part) in shares(filled.top - top, filled.bottom - top, pixels_per_mm, high) {
                for &(x, share) in &columns {
                    let level: &mut f64 = &mut levels[y * wide + x];
                    *level += (255.0 * filled.light - *level) * part * share;
                }
            }
        }
        let luma = levels.iter().map(|level| level.round() as u8).collect();
        (luma, wide as u32, high as u32)
    }
}

/// The pixels that a stretch in mm falls on, each with how much of it is covered.
fn shares(from: f64, to: f64, pixels_per_mm: f64, count: usize) -> Vec<(usize, f64)> {
    let (from, to) = (from * pixels_per_mm, to * pixels_per_mm);
    let pixels = from.max(0.0) as usize..(to.ceil().max(0.0) as usize).min(count);
    let share = |at: usize| (to.min(at as f64 + 1.0) - from.max(at as f64)).clamp(0.0, 1.0);
    pixels.map(|at| (at, share(at))).collect()
}

/// What no number is counts 0.
fn number(object: &Object) -> f64 {
    object.as_float().map(f64::from).unwrap_or_default()
}

fn moved([a, b, c, d, e, f]: [f64; 6], (x, y): (f64, f64)) -> (f64, f64) {
    (a * x + c * y + e, b * x + d * y + f)
}

/// First the one matrix, then the other.
fn joined(first: [f64; 6], then: [f64; 6]) -> [f64; 6] {
    let linear = |x: f64, y: f64| (then[0] * x + then[2] * y, then[1] * x + then[3] * y);
    let ((a, b), (c, d)) = (linear(first[0], first[1]), linear(first[2], first[3]));
    let (e, f) = moved(then, (first[4], first[5]));
    [a, b, c, d, e, f]
}
