//! The door to rxing for symbols of squares: a mask in, the QR Codes or Data Matrix symbols in it out.

use rxing::common::cpp_essentials::ConcentricPattern;
use rxing::common::{BitArray, BitMatrix, DecoderRXingResult, DetectorRXingResult};
use rxing::datamatrix::decoder::Decoder;
use rxing::datamatrix::detector::DatamatrixDetectorResult;
use rxing::datamatrix::detector::zxing_cpp_detector::detect;
use rxing::qrcode::cpp_port::decoder::Decode;
use rxing::qrcode::cpp_port::detector::{
    FindFinderPatterns, FinderPatternSet, GenerateFinderPatternSets, SampleQR,
};
use rxing::{
    BarcodeFormat, Point, RXingResult, RXingResultMetadataType as Key, RXingResultMetadataValue as Value,
};

use super::binarise::{Contrast, Mask};
use super::data_matrix::nearest;
use super::grid::Grid;
use super::qr_code::{self, Sighting};
use super::reader::symbol;
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
    let Some(bits) = bits(mask, MARGIN) else {
        return Vec::new();
    };
    let mut patterns = FindFinderPatterns(&bits, true, 0);
    let sets = GenerateFinderPatternSets(&mut patterns);
    let mut used = Vec::new();
    let mut symbols = Vec::new();
    for set in sets.iter().take(MOST_SETS) {
        let patterns = [set.bl, set.tl, set.tr];
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

fn sighting(pattern: &ConcentricPattern) -> Sighting {
    Sighting {
        centre: (pattern.p.x - MARGIN as f32, pattern.p.y - MARGIN as f32),
        width: pattern.size as f32,
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
        .find_map(|(_, mut grid)| grid.refine(|grid| qr_code_of(&bits_of(&grid.modules())?, &grid.corners())))
}

fn qr_code(bits: &BitMatrix, set: &FinderPatternSet) -> Option<Symbol> {
    let sampled = SampleQR(bits, set).ok()?;
    // rxing tells the corners of QR Codes row by row.
    let [upper_left, upper_right, lower_left, lower_right] = corners(sampled.getPoints());
    qr_code_of(
        sampled.getBits(),
        &[upper_left, upper_right, lower_right, lower_left],
    )
}

/// What the modules of a QR Code say.
fn qr_code_of(modules: &BitMatrix, corners: &[(f32, f32)]) -> Option<Symbol> {
    let decoded = Decode(modules).ok()?;
    if !decoded.isValid() {
        return None;
    }
    let points: Vec<Point> = corners.iter().copied().map(Point::from).collect();
    let result = RXingResult::with_decoder_result(decoded, &points, BarcodeFormat::QR_CODE);
    symbol(&result)
}

/// The Data Matrix symbols in a grey picture and its mask, corners in its pixels, clockwise from each symbol's own upper left one.
pub fn data_matrices(grey: &Grey, mask: &Mask, inverted: bool) -> Vec<Symbol> {
    let Some(bits) = bits(mask, MARGIN) else {
        return Vec::new();
    };
    let mut symbols: Vec<Symbol> = Vec::new();
    let mut failed = Vec::new();
    let found = detect(&bits, true, true).unwrap_or_default();
    for candidate in &found {
        let corners = corners(candidate.getPoints());
        match data_matrix(candidate.getBits(), &corners) {
            Some(new) if symbols.iter().any(|old| old.text == new.text) => {}
            Some(new) => symbols.push(new),
            None => failed.push(candidate),
        }
    }
    let refined = failed.into_iter().take(MOST_REFINED);
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
fn refined_data_matrix(grey: &Grey, candidate: &DatamatrixDetectorResult, inverted: bool) -> Option<Symbol> {
    let bits = candidate.getBits();
    let corners = corners(candidate.getPoints());
    let [a, b, c, d] = corners;
    let length = |(ax, ay): (f32, f32), (bx, by): (f32, f32)| (ax - bx).hypot(ay - by);
    let round = length(a, b) + length(b, c) + length(c, d) + length(d, a);
    let module = round / (2 * (bits.getWidth() + bits.getHeight())) as f32;
    let contrast = contrast(grey, &corners, module * 3.0 + 2.0, inverted)?;
    let sizes = nearest(bits.getWidth() as usize, bits.getHeight() as usize);
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
            grid.refine(|grid| data_matrix(&bits_of(&grid.modules())?, &grid.corners()))
        })
}

fn bits_of(modules: &Mask) -> Option<BitMatrix> {
    bits(modules, 0)
}

/// What the modules of a Data Matrix say.
fn data_matrix(modules: &BitMatrix, corners: &[(f32, f32)]) -> Option<Symbol> {
    let decoded: DecoderRXingResult = Decoder::new().decode(modules).ok()?;
    let points = corners.iter().copied().map(Point::from).collect();
    let bytes = decoded.getRawBytes().clone();
    let mut result = RXingResult::new(decoded.getText(), bytes, points, BarcodeFormat::DATA_MATRIX);
    let identifier = format!("]d{}", decoded.getSymbologyModifier());
    result.putMetadata(Key::SYMBOLOGY_IDENTIFIER, Value::SymbologyIdentifier(identifier));
    symbol(&result)
}

/// The points that rxing tells, in pixels of the mask without its margin.
fn corners(points: &[Point]) -> [(f32, f32); 4] {
    let margin = MARGIN as f32;
    let point = |i: usize| points.get(i).map_or((0.0, 0.0), |p| (p.x - margin, p.y - margin));
    [point(0), point(1), point(2), point(3)]
}

/// The mask in the form that rxing wants, with light pixels around it; `None` when it is empty.
fn bits(mask: &Mask, margin: usize) -> Option<BitMatrix> {
    let (width, height) = (mask.width + 2 * margin, mask.height + 2 * margin);
    let mut bits = BitMatrix::new(width as u32, height as u32).ok()?;
    let mut line = vec![0; width];
    let mut row = BitArray::with_size(width);
    let word = usize::BITS as usize;
    for (y, pixels) in mask.dark.chunks_exact(mask.width).enumerate() {
        if let Some(middle) = line.get_mut(margin..margin + mask.width) {
            middle.copy_from_slice(pixels);
        }
        for (i, chunk) in line.chunks(word).enumerate() {
            row.setBulk(i * word, pack(chunk));
        }
        bits.setRow((y + margin) as u32, &row);
    }
    Some(bits)
}

/// Up to as many bytes of 0 or 1 as a word has bits, the first as the lowest bit.
fn pack(chunk: &[u8]) -> usize {
    let eights = chunk.chunks(8).enumerate();
    eights.fold(0, |word, (i, eight)| word | (pack_eight(eight) << (8 * i)))
}

/// Up to eight bytes of 0 or 1, the first as the lowest bit.
fn pack_eight(eight: &[u8]) -> usize {
    let mut bytes = [0; 8];
    for (byte, &pixel) in bytes.iter_mut().zip(eight) {
        *byte = pixel;
    }
    // OK because each byte is 0 or 1: the product moves bit 8·i to bit 56 + i, and no two partial products meet.
    (u64::from_le_bytes(bytes).wrapping_mul(0x0102_0408_1020_4080) >> 56) as usize
}
