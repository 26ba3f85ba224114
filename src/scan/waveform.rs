//! Digits from brightness itself: blurred pictures of each digit are laid over the profile, and the best fit wins.
//! No threshold takes part, so that bars which blur has merged are still told apart.

use super::ean::{self, Layout};
use super::profile::Edges;

/// Samples of a digit's picture: two a module, from half a module before it to half a module after.
const SAMPLES: usize = 16;

/// The blurs tried, as the standard deviation in modules.
const BLURS: [f32; 4] = [0.45, 0.25, 0.65, 0.85];

/// Digits may lie so many quarter modules off their even places.
const REACH: isize = 6;

/// Ways dearer than the cheapest by this much are given up.
const BEAM: f32 = 0.7;

/// With this cost a digit no other blur need be tried.
const GOOD_ENOUGH: f32 = 0.12;

/// With this cost a digit no other blur helps.
const HOPELESS: f32 = 1.2;

/// The number of places tried.
const PLACES: usize = (2 * REACH + 1) as usize;

/// The pictures of all digits in one blur.
#[derive(Debug)]
struct Sheet {
    blur: f32,
    /// Mean nought.
    digits: [[f32; SAMPLES]; 30],
    /// The sum of squares.
    powers: [f32; 30],
}

/// The pictures in every blur.
#[derive(Debug)]
pub struct Sheets(Vec<Sheet>);

/// What a profile says in one layout.
#[derive(Clone, Debug)]
pub struct Found {
    /// Which layout.
    pub layout: Layout,
    /// Digits, costs and margins, the costs as shares of the contrast squared.
    pub reading: ean::Reading,
    /// The ends of the symbol in samples.
    pub ends: (f32, f32),
    /// How far the guards look as they should, 1 at best.
    pub guards: f32,
    /// The mean square of what does not fit, in shares of the contrast.
    pub misfit: f32,
    /// The blur that fits, in modules.
    pub blur: f32,
}

/// Where each digit starts and ends, in samples.
type Path = Vec<(f32, f32)>;

/// Where the modules of a symbol lie in a profile.
#[derive(Clone, Copy, Debug)]
struct Ruler {
    start: f32,
    length: f32,
    bend: f32,
    modules: f32,
}

impl Ruler {
    fn at(&self, module: f32) -> f32 {
        let share = module / self.modules;
        self.start + self.length * share + self.bend * 4.0 * share * (1.0 - share)
    }

    fn module(&self) -> f32 {
        self.length / self.modules
    }
}

impl Default for Sheets {
    fn default() -> Sheets {
        Sheets(BLURS.iter().map(|&blur| Sheet::new(blur)).collect())
    }
}

impl Sheet {
    fn new(blur: f32) -> Sheet {
        let mut sheet = Sheet {
            blur,
            digits: [[0.0; SAMPLES]; 30],
            powers: [0.0; 30],
        };
        for (index, (picture, power)) in sheet.digits.iter_mut().zip(&mut sheet.powers).enumerate() {
            // A digit of sets A and B starts light and ends dark, one of set C the other way round; its neighbours do the same.
            let before = if index < 20 { 1.0 } else { 0.0 };
            let modules = u16::from(ean::pattern(index));
            let module = |at: isize| match at {
                -1 => before,
                0..=6 => f32::from(modules >> (6 - at) & 1),
                7 => 1.0 - before,
                _ => 0.5,
            };
            for (i, sample) in picture.iter_mut().enumerate() {
                let x = (i as f32 + 0.5) / 2.0 - 0.5;
                *sample = (-3..11).map(|at| module(at) * share(x, at as f32, blur)).sum();
            }
            let mean = picture.iter().sum::<f32>() / SAMPLES as f32;
            picture.iter_mut().for_each(|sample| *sample -= mean);
            *power = picture.iter().map(|sample| sample * sample).sum();
        }
        sheet
    }
}

/// How much of a module that starts at `at` is seen at `x` through a blur.
fn share(x: f32, at: f32, blur: f32) -> f32 {
    step((x - at) / blur) - step((x - at - 1.0) / blur)
}

/// The normal distribution function, near enough (logistic approximation).
fn step(x: f32) -> f32 {
    1.0 / (1.0 + (-1.702 * x).exp())
}

impl Sheets {
    /// The best reading of a profile, if any layout fits at all. `profile` is brightness, `edges` are those in it.
    pub fn read(&self, profile: &[f32], edges: &Edges) -> Option<Found> {
        if profile.len() < 2 {
            return None;
        }
        let mut hypotheses = hypotheses(profile, edges);
        hypotheses.sort_by(|a, b| b.0.total_cmp(&a.0));
        hypotheses.truncate(3);
        let read = |(guards, layout, ruler)| self.fit(profile, layout, ruler, guards);
        let found = hypotheses.into_iter().filter_map(read);
        found.min_by(|a, b| a.misfit.total_cmp(&b.misfit))
    }

    fn fit(&self, profile: &[f32], layout: Layout, ruler: Ruler, guards: f32) -> Option<Found> {
        let mut best: Option<(f32, &Sheet, Path)> = None;
        for sheet in &self.0 {
            let (cost, path) = follow(profile, &layout, &ruler, sheet)?;
            if best.as_ref().is_none_or(|best| cost < best.0) {
                best = Some((cost, sheet, path));
            } else if sheet.blur > BLURS[0] {
                break;
            }
            if cost < GOOD_ENOUGH * layout.digits.len() as f32 {
                break;
            }
            if cost > HOPELESS * layout.digits.len() as f32 {
                return None;
            }
        }
        let (_, sheet, path) = best?;
        let mut costs = [[0.0; 30]; 12];
        for (row, &(from, to)) in costs.iter_mut().zip(&path) {
            let segment = Segment::new(profile, from, to);
            *row = std::array::from_fn(|index| segment.cost(sheet, index));
        }
        let reading = ean::read(&layout, &costs)?;
        Some(Found {
            misfit: reading.cost / (layout.digits.len() * SAMPLES) as f32,
            layout,
            reading,
            ends: (ruler.at(0.0), ruler.at(ruler.modules)),
            guards,
            blur: sheet.blur,
        })
    }
}

/// A digit's stretch of the profile.
struct Segment {
    /// Darkness, mean nought.
    samples: [f32; SAMPLES],
    power: f32,
    contrast: f32,
}

impl Segment {
    fn new(profile: &[f32], from: f32, to: f32) -> Segment {
        let module = (to - from) / 7.0;
        let mut samples: [f32; SAMPLES] = std::array::from_fn(|i| {
            let x = from + ((i as f32 + 0.5) / 2.0 - 0.5) * module;
            -value(profile, x)
        });
        let (low, high) = samples
            .iter()
            .fold((f32::MAX, f32::MIN), |(l, h), &s| (l.min(s), h.max(s)));
        let mean = samples.iter().sum::<f32>() / SAMPLES as f32;
        samples.iter_mut().for_each(|sample| *sample -= mean);
        let power: f32 = samples.iter().map(|sample| sample * sample).sum();
        Segment {
            samples,
            power,
            contrast: (high - low).max(1.0),
        }
    }

    /// How much of the segment a digit leaves unexplained, as a share of the contrast squared.
    fn cost(&self, sheet: &Sheet, index: usize) -> f32 {
        let (picture, power) = (&sheet.digits[index], sheet.powers[index]);
        let product: f32 = self.samples.iter().zip(picture).map(|(a, b)| a * b).sum();
        let gain = (product / power).clamp(0.5 * self.contrast, 1.6 * self.contrast);
        (self.power - 2.0 * gain * product + gain * gain * power) / (self.contrast * self.contrast)
    }
}

/// The brightness between two samples.
#[inline]
fn value(profile: &[f32], x: f32) -> f32 {
    let x = x.clamp(0.0, (profile.len() - 1) as f32 - 0.01);
    let left = x as usize;
    let share = x - left as f32;
    match profile.get(left..left + 2) {
        Some(&[a, b]) => a + (b - a) * share,
        _ => 0.0,
    }
}

/// The cheapest way from digit to digit: the sum of its costs, and where each digit starts and ends.
fn follow(profile: &[f32], layout: &Layout, ruler: &Ruler, sheet: &Sheet) -> Option<(f32, Path)> {
    let quarter = ruler.module() / 4.0;
    let place = |module: usize, at: usize| ruler.at(module as f32) + (at as isize - REACH) as f32 * quarter;
    let mut costs = [0.0_f32; PLACES];
    for (at, cost) in costs.iter_mut().enumerate() {
        *cost = if at.abs_diff(REACH as usize) > 3 {
            f32::MAX / 4.0
        } else {
            0.0
        };
    }
    let mut steps: Vec<[usize; PLACES]> = Vec::new();
    for (digit, &start) in layout.digits.iter().enumerate() {
        let sets = if digit < layout.left { 0..20 } else { 20..30 };
        let mut next = [f32::MAX / 4.0; PLACES];
        let mut from_at = [0; PLACES];
        let least = costs.iter().copied().fold(f32::MAX, f32::min);
        for (from, &before) in costs.iter().enumerate() {
            if before > least + BEAM {
                continue;
            }
            for to in from.saturating_sub(1)..(from + 2).min(PLACES) {
                let segment = Segment::new(profile, place(start, from), place(start + 7, to));
                let least = sets
                    .clone()
                    .map(|index| segment.cost(sheet, index))
                    .fold(f32::MAX, f32::min);
                let cost = before + least + if from == to { 0.0 } else { 0.02 };
                if cost < next[to] {
                    next[to] = cost;
                    from_at[to] = from;
                }
            }
        }
        costs = next;
        steps.push(from_at);
    }
    let (mut at, &cost) = costs.iter().enumerate().min_by(|a, b| a.1.total_cmp(b.1))?;
    let mut path = Vec::new();
    for (from_at, &start) in steps.iter().zip(layout.digits).rev() {
        let from = from_at[at];
        path.push((place(start, from), place(start + 7, at)));
        at = from;
    }
    path.reverse();
    Some((cost, path))
}

/// Pairs of edges between which a symbol could stand, with how far its guards look right.
fn hypotheses(profile: &[f32], edges: &Edges) -> Vec<(f32, Layout, Ruler)> {
    let at = &edges.at;
    let mut found = Vec::new();
    let light_before = |i: usize| at[i] - if i == 0 { -20.0 } else { at[i - 1] };
    let light_after = |i: usize| at.get(i + 1).map_or(edges.samples as f32 + 20.0, |&next| next) - at[i];
    for i in (0..at.len()).step_by(2) {
        for j in (i + 1..at.len()).step_by(2) {
            let length = at[j] - at[i];
            for layout in [ean::EAN_13, ean::EAN_8, ean::UPC_E] {
                let count = j - i + 1;
                let module = length / layout.modules as f32;
                if count > layout.edges + 2 || count < layout.edges * 2 / 5 || module < 1.0 {
                    continue;
                }
                let quiet = layout.quiet * module;
                if light_before(i) < quiet || light_after(j) < quiet {
                    continue;
                }
                let ruler = Ruler {
                    start: at[i],
                    length,
                    bend: 0.0,
                    modules: layout.modules as f32,
                };
                let first = guard_score(profile, &layout, &ruler, 0, 0.0);
                if first < 0.2
                    || first + guard_score(profile, &layout, &ruler, layout.guards.len() - 1, 0.0) < 0.8
                {
                    continue;
                }
                let (score, ruler) = settle(profile, &layout, ruler);
                if score > 0.55 {
                    found.push((score, layout, ruler));
                }
            }
        }
    }
    found
}

/// Moves the ends and the middle to where the guards look best.
fn settle(profile: &[f32], layout: &Layout, ruler: Ruler) -> (f32, Ruler) {
    let module = ruler.module();
    let ends = [0, layout.guards.len() - 1].map(|guard| best_shift(profile, layout, &ruler, guard, 1.0));
    let mut settled = Ruler {
        start: ruler.start + ends[0].1 * module,
        length: ruler.length + (ends[1].1 - ends[0].1) * module,
        ..ruler
    };
    let mut score = ends[0].0 + ends[1].0;
    if layout.guards.len() == 3 {
        let middle = best_shift(profile, layout, &settled, 1, 3.0);
        settled.bend = middle.1 * module;
        score += middle.0;
    }
    (score / layout.guards.len() as f32, settled)
}

/// The shift in modules with which a guard looks best, and how well it does.
fn best_shift(profile: &[f32], layout: &Layout, ruler: &Ruler, guard: usize, reach: f32) -> (f32, f32) {
    let steps = (reach * 4.0) as i32;
    let tried = (-steps..=steps).map(|step| {
        let shift = step as f32 / 4.0;
        let score = guard_score(profile, layout, ruler, guard, shift);
        (score - 0.01 * shift.abs(), shift)
    });
    tried.max_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or_default()
}

/// The correlation of a guard's modules with the profile.
fn guard_score(profile: &[f32], layout: &Layout, ruler: &Ruler, guard: usize, shift: f32) -> f32 {
    let Some(&(start, modules, count)) = layout.guards.get(guard) else {
        return 0.0;
    };
    let (mut a, mut b, mut aa, mut bb, mut ab) = (0.0, 0.0, 0.0, 0.0, 0.0);
    let from = ruler.at(start as f32 + shift);
    let module = (ruler.at((start + count as isize) as f32 + shift) - from) / count as f32;
    for i in 0..2 * count {
        let dark = f32::from(modules >> (count - 1 - i / 2) & 1);
        let value = -value(profile, from + (i as f32 + 0.5) / 2.0 * module);
        a += dark;
        b += value;
        aa += dark * dark;
        bb += value * value;
        ab += dark * value;
    }
    let n = (2 * count) as f32;
    let (covariance, first, second) = (ab - a * b / n, aa - a * a / n, bb - b * b / n);
    covariance / (first * second).sqrt().max(1.0)
}
