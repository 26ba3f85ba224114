//! The brightness across bars, and the edges in it, finer than a pixel.

/// Sharpens by adding `amount` times what a blur of about `radius` samples takes away.
pub fn sharpen(profile: &[f32], radius: usize, amount: f32, out: &mut Vec<f32>) {
    let once = boxed(profile, radius);
    let twice = boxed(&once, radius);
    out.clear();
    out.extend(
        profile
            .iter()
            .zip(&twice)
            .map(|(p, blurred)| p + amount * (p - blurred)),
    );
}

/// The mean of `2 * radius + 1` samples, those beyond the ends being as the last.
pub fn boxed(profile: &[f32], radius: usize) -> Vec<f32> {
    let last = profile.len().saturating_sub(1);
    let at = |i: isize| {
        profile
            .get(i.clamp(0, last as isize) as usize)
            .copied()
            .unwrap_or_default()
    };
    let reach = radius as isize;
    let mut sum: f32 = (-reach..=reach).map(at).sum();
    let scale = 1.0 / (2 * radius + 1) as f32;
    (0..profile.len() as isize)
        .map(|i| {
            let mean = sum * scale;
            sum += at(i + reach + 1) - at(i - reach);
            mean
        })
        .collect()
}

/// The edges of the bars in samples: the first from light to dark, the next from dark to light, and so on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edges {
    /// Where brightness crosses the middle between neighbouring extremes.
    pub at: Vec<f32>,
    /// How many samples there are in all.
    pub samples: usize,
}

/// A step counts as an edge when it is at least this share of the contrast around it.
const SHARE: f32 = 0.2;

/// Finds the edges: between each darkest and brightest place that differ by [`SHARE`] of the contrast around
/// them and by `least`.
pub fn edges(profile: &[f32], least: f32) -> Edges {
    let window = 24;
    let range = ranges(profile, window);
    let threshold = |i: usize| (SHARE * range.get(i / window).copied().unwrap_or_default()).max(least);
    let mut extremes: Vec<(usize, f32)> = Vec::new();
    let Some(&first) = profile.first() else {
        return Edges::default();
    };
    let (mut low, mut high) = ((0, first), (0, first));
    // Whether a brightest place is sought.
    let mut rising = None;
    for (i, &value) in profile.iter().enumerate() {
        if value > high.1 {
            high = (i, value);
        }
        if value < low.1 {
            low = (i, value);
        }
        if rising != Some(false) && value < high.1 - threshold(i) {
            extremes.push(high);
            rising = Some(false);
            low = (i, value);
        } else if rising != Some(true) && value > low.1 + threshold(i) {
            extremes.push(low);
            rising = Some(true);
            high = (i, value);
        }
    }
    match rising {
        Some(true) => extremes.push(high),
        Some(false) => extremes.push(low),
        None => {}
    }
    let mut at: Vec<f32> = Vec::with_capacity(extremes.len());
    for pair in extremes.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        // Light must come first.
        if at.is_empty() && a.1 < b.1 {
            continue;
        }
        at.push(crossing(profile, a, b));
    }
    Edges {
        at,
        samples: profile.len(),
    }
}

/// Where the profile crosses the middle between two extremes, between two samples.
fn crossing(profile: &[f32], a: (usize, f32), b: (usize, f32)) -> f32 {
    let middle = (a.1 + b.1) / 2.0;
    let falling = a.1 > b.1;
    for i in a.0..b.0 {
        let (Some(&p), Some(&q)) = (profile.get(i), profile.get(i + 1)) else {
            break;
        };
        if (falling && q <= middle) || (!falling && q >= middle) {
            return i as f32
                + if (q - p).abs() > 1e-6 {
                    (middle - p) / (q - p)
                } else {
                    0.5
                };
        }
    }
    b.0 as f32
}

/// The contrast around each window: the widest range in it and its neighbours.
fn ranges(profile: &[f32], window: usize) -> Vec<f32> {
    let ends: Vec<(f32, f32)> = profile
        .chunks(window)
        .map(|part| {
            part.iter()
                .fold((f32::MAX, f32::MIN), |(low, high), &p| (low.min(p), high.max(p)))
        })
        .collect();
    (0..ends.len())
        .map(|i| {
            let near = ends
                .get(i.saturating_sub(1)..(i + 2).min(ends.len()))
                .unwrap_or_default();
            let (low, high) = near.iter().fold((f32::MAX, f32::MIN), |(low, high), end| {
                (low.min(end.0), high.max(end.1))
            });
            high - low
        })
        .collect()
}
