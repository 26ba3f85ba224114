//! Symbols of squares: a mask in, the QR Codes or Data Matrix symbols in it out.

use super::binarise::{Contrast, Mask};
use super::data_matrix::nearest;
use super::grid::Grid;
use super::qr_code::{self, Sighting};
use super::reader::{self, Bits, Pattern, PatternSet, Sampled};
use super::shrink::Grey;
use crate::symbol::Symbol;

/// So many sets of three finder patterns are tried in one mask, the most plausible first.
const MOST_SETS: usize = 64;

/// So many places that look like a symbol but cannot be read at once are looked at closely.
const MOST_REFINED: usize = 4;

/// So many finder patterns, the widest first, are combined when no three of them could be read at once.
const MOST_PATTERNS: usize = 10;

/// The share of a Data Matrix symbol's fixed modules that must be right before it is looked at closely.
const LEAST_AGREEMENT: f32 = 0.7;

/// The share of a QR Code's timing patterns that must be right before it is looked at closely.
const LEAST_TIMING: f32 = 0.6;

/// Light pixels around the mask, for symbols at the edge of the picture.
const MARGIN: usize = 8;

/// The QR Codes in a grey picture and its mask, corners in its pixels, clockwise from each symbol's own upper left one.
pub fn qr_codes(grey: &Grey, mask: &Mask, inverted: bool) -> Vec<Symbol> {
    let Some(bits) = Bits::new(mask, MARGIN) else {
        return Vec::new();
    };
    let (patterns, sets) = reader::finder_patterns(&bits);
    let mut used = Vec::new();
    let mut symbols = Vec::new();
    for set in sets.iter().take(MOST_SETS) {
        let patterns = set.patterns();
        if patterns.iter().any(|pattern| used.contains(pattern)) {
            continue;
        }
        if let Some(symbol) = qr_code(&bits, set) {
            used.extend(patterns);
            symbols.push(symbol);
        }
    }
    if !symbols.is_empty() {
        return symbols;
    }
    let seen: Vec<Sighting> = patterns.iter().take(MOST_PATTERNS).map(sighting).collect();
    let triples = qr_code::triples(&seen).into_iter().take(MOST_REFINED);
    triples
        .filter_map(|triple| refined_qr_code(grey, triple, inverted))
        .take(1)
        .collect()
}

fn sighting(pattern: &Pattern) -> Sighting {
    let [centre] = without_margin([pattern.centre]);
    Sighting {
        centre,
        width: pattern.width,
    }
}

/// What a QR Code says when it is looked at closely.
fn refined_qr_code(grey: &Grey, seen: [Sighting; 3], inverted: bool) -> Option<Symbol> {
    let widest = seen.iter().map(|sighting| sighting.width).fold(0.0, f32::max);
    let [lower_left, upper_left, upper_right] = seen.map(|sighting| sighting.centre);
    let lower_right = (
        lower_left.0 + upper_right.0 - upper_left.0,
        lower_left.1 + upper_right.1 - upper_left.1,
    );
    let corners = [lower_left, upper_left, upper_right, lower_right];
    let contrast = contrast(grey, &corners, widest * 0.6, inverted)?;
    let guesses = qr_code::corners(&contrast, seen);
    let grids = guesses.iter().filter_map(|(version, corners)| {
        let mut grid = Grid::new(&contrast, version, *corners)?;
        grid.seek_corner();
        let agreement = grid.agreement(|column, row| version.is_timing(column, row));
        Some((agreement, grid))
    });
    let mut ranked: Vec<_> = grids.collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    ranked
        .into_iter()
        .take(2)
        .filter(|(agreement, _)| *agreement > LEAST_TIMING)
        .find_map(|(_, mut grid)| {
            grid.refine(|grid| reader::qr_code(&Bits::new(&grid.modules(), 0)?, &grid.corners()))
        })
}

fn qr_code(bits: &Bits, set: &PatternSet) -> Option<Symbol> {
    let sampled = set.sample(bits)?;
    let [upper_left, upper_right, lower_left, lower_right] = without_margin(sampled.corners);
    reader::qr_code(
        &sampled.modules,
        &[upper_left, upper_right, lower_right, lower_left],
    )
}

/// The Data Matrix symbols in a grey picture and its mask, corners in its pixels, clockwise from each symbol's own upper left one.
pub fn data_matrices(grey: &Grey, mask: &Mask, inverted: bool) -> Vec<Symbol> {
    let Some(bits) = Bits::new(mask, MARGIN) else {
        return Vec::new();
    };
    let mut symbols: Vec<Symbol> = Vec::new();
    let mut failed = Vec::new();
    for mut candidate in reader::data_matrices(&bits) {
        candidate.corners = without_margin(candidate.corners);
        match reader::data_matrix(&candidate.modules, &candidate.corners) {
            Some(new) if symbols.iter().any(|old| old.text == new.text) => {}
            Some(new) => symbols.push(new),
            None => failed.push(candidate),
        }
    }
    let refined = failed.iter().take(MOST_REFINED);
    symbols.extend(refined.filter_map(|candidate| refined_data_matrix(grey, candidate, inverted)));
    symbols
}

/// The contrast around four corners of a symbol or what lies near them, with squares reaching `radius` pixels to each side.
fn contrast(grey: &Grey, corners: &[(f32, f32); 4], radius: f32, inverted: bool) -> Option<Contrast> {
    let size = (grey.width, grey.height);
    let mut contrast = Contrast::around(&grey.luma, size, corners, radius as usize)?;
    if inverted {
        contrast.invert();
    }
    Some(contrast)
}

/// What a Data Matrix that could not be decoded says when it is looked at closely.
fn refined_data_matrix(grey: &Grey, candidate: &Sampled, inverted: bool) -> Option<Symbol> {
    let (columns, rows) = candidate.modules.size();
    let corners = candidate.corners;
    let [a, b, c, d] = corners;
    let length = |(ax, ay): (f32, f32), (bx, by): (f32, f32)| (ax - bx).hypot(ay - by);
    let round = length(a, b) + length(b, c) + length(c, d) + length(d, a);
    let module = round / (2 * (columns + rows)) as f32;
    let contrast = contrast(grey, &corners, module * 3.0 + 2.0, inverted)?;
    let sizes = nearest(columns, rows);
    let grids = sizes
        .iter()
        .take(4)
        .filter_map(|size| Grid::new(&contrast, size, corners));
    let mut ranked: Vec<_> = grids.map(|grid| (grid.agreement(|_, _| true), grid)).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    ranked
        .into_iter()
        .take(2)
        .filter(|(agreement, _)| *agreement > LEAST_AGREEMENT)
        .find_map(|(_, mut grid)| {
            grid.refine(|grid| reader::data_matrix(&Bits::new(&grid.modules(), 0)?, &grid.corners()))
        })
}

/// Points of the mask in pixels of the picture.
fn without_margin<const COUNT: usize>(points: [(f32, f32); COUNT]) -> [(f32, f32); COUNT] {
    let margin = MARGIN as f32;
    points.map(|(x, y)| (x - margin, y - margin))
}
