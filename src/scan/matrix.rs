//! QR Codes and Data Matrix symbols: the attempts worth making on a picture, those that find most for their cost first.
//!
//! A caller takes the rungs of [`ALL`] one at a time: a live frame those its time budget allows, a still photo every one.
//! [`read`] never waits, never asks a clock and keeps no state, so rungs may be taken in any order and on any frame.
//! A symbol may be found by several rungs.

use super::binarise::Threshold;
use super::shrink::{Grey, double, shrink};
use super::squares;
use crate::symbol::{Format, Symbol};

/// One attempt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rung {
    /// [`Format::QrCode`] or [`Format::DataMatrix`].
    pub format: Format,
    /// The size at which the picture is looked at.
    pub scale: Scale,
    /// How dark is told from light.
    pub threshold: Threshold,
    /// Light symbols on dark paper are looked for.
    pub inverted: bool,
}

/// The size at which a picture is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Each new pixel is the mean of a square this many pixels wide.
    Part(usize),
    /// Twice as large; only for pictures of at most [`LARGEST_DOUBLED`] pixels.
    Double,
}

/// Pictures with more pixels than this are not looked at in double size.
pub const LARGEST_DOUBLED: usize = 640 * 480;

/// Pictures with a shorter side than this, in pixels, hold no symbol: the smallest has eight modules.
const SHORTEST_SIDE: u32 = 8;

/// A picture may be this many times as long as it is wide; the longest symbol has eighteen times as many columns as rows.
const LONGEST_ASPECT: u32 = 24;

const fn rung(format: Format, scale: Scale, radius: usize, offset: u8) -> Rung {
    Rung {
        format,
        scale,
        threshold: Threshold { radius, offset },
        inverted: false,
    }
}

const fn inverted(rung: Rung) -> Rung {
    Rung {
        inverted: true,
        ..rung
    }
}

/// Every attempt, those that find most for their cost first.
pub const ALL: [Rung; 14] = {
    use Format::{DataMatrix, QrCode};
    use Scale::{Double, Part};
    [
        rung(QrCode, Part(2), 12, 5),
        rung(DataMatrix, Part(2), 9, 9),
        rung(QrCode, Part(1), 18, 4),
        rung(DataMatrix, Part(1), 18, 7),
        rung(DataMatrix, Part(3), 9, 5),
        rung(QrCode, Part(3), 9, 4),
        inverted(rung(QrCode, Part(2), 12, 5)),
        inverted(rung(DataMatrix, Part(2), 9, 9)),
        rung(QrCode, Part(1), 9, 2),
        rung(DataMatrix, Part(1), 9, 2),
        inverted(rung(QrCode, Part(1), 18, 4)),
        inverted(rung(DataMatrix, Part(1), 18, 7)),
        rung(QrCode, Double, 24, 4),
        rung(DataMatrix, Double, 24, 4),
    ]
};

/// What one attempt finds in a grey picture (one byte a pixel, row by row, no padding): symbols of the rung's format with
/// their four corners in pixels of the picture, clockwise from the symbol's own upper left one.
/// Empty for pictures whose size does not fit the pixels, that are too small or that are slivers.
pub fn read(luma: &[u8], width: u32, height: u32, rung: Rung) -> Vec<Symbol> {
    let (short, long) = (width.min(height), width.max(height));
    if short < SHORTEST_SIDE || long / short > LONGEST_ASPECT {
        return Vec::new();
    }
    attempt(luma, width as usize, height as usize, rung).unwrap_or_default()
}

fn attempt(luma: &[u8], width: usize, height: usize, rung: Rung) -> Option<Vec<Symbol>> {
    let (grey, pixel) = scaled(luma, width, height, rung.scale)?;
    let mut mask = rung.threshold.mask(&grey.luma, grey.width, grey.height)?;
    if rung.inverted {
        mask.invert();
    }
    let mut symbols = match rung.format {
        Format::QrCode => squares::qr_codes(&grey, &mask, rung.inverted),
        Format::DataMatrix => squares::data_matrices(&grey, &mask, rung.inverted),
        _ => Vec::new(),
    };
    for corner in symbols.iter_mut().flat_map(|symbol| &mut symbol.corners) {
        *corner = (corner.0 * pixel, corner.1 * pixel);
    }
    Some(symbols)
}

/// The picture in another size, and the width of its pixels in old ones.
fn scaled(luma: &[u8], width: usize, height: usize, scale: Scale) -> Option<(Grey, f32)> {
    match scale {
        Scale::Part(divisor) => Some((shrink(luma, width, height, divisor)?, divisor as f32)),
        Scale::Double if luma.len() <= LARGEST_DOUBLED => Some((double(luma, width, height)?, 0.5)),
        Scale::Double => None,
    }
}
