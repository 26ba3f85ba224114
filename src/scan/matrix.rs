//! QR Codes and Data Matrix symbols: the attempts worth making on a picture, cheapest first.
//!
//! A caller takes the rungs of [`ALL`] one at a time: a live frame those its time budget allows, a still photo every one.
//! [`read`] never waits, never asks a clock and keeps no state, so rungs may be taken in any order and on any frame.
//! A symbol may be found by several rungs.

use super::binarise::Threshold;
use super::reader::{LONGEST_ASPECT, SHORTEST_SIDE};
use super::shrink::shrink;
use super::squares;
use crate::symbol::{Format, Symbol};

/// One attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rung {
    /// [`Format::QrCode`] or [`Format::DataMatrix`].
    pub format: Format,
    /// The picture is looked at at one `divisor`th of its size.
    pub divisor: u32,
    /// Light symbols on dark paper are looked for.
    pub inverted: bool,
}

const fn rung(format: Format, divisor: u32, inverted: bool) -> Rung {
    Rung {
        format,
        divisor,
        inverted,
    }
}

/// Every attempt, the cheapest first.
pub const ALL: [Rung; 10] = [
    rung(Format::QrCode, 2, false),
    rung(Format::DataMatrix, 2, false),
    rung(Format::QrCode, 1, false),
    rung(Format::DataMatrix, 1, false),
    rung(Format::DataMatrix, 3, false),
    rung(Format::QrCode, 3, false),
    rung(Format::QrCode, 2, true),
    rung(Format::DataMatrix, 2, true),
    rung(Format::QrCode, 1, true),
    rung(Format::DataMatrix, 1, true),
];

/// What one attempt finds in a grey picture (one byte a pixel, row by row, no padding): symbols of the rung's format with
/// their four corners in pixels of the picture, clockwise from the symbol's own upper left one.
/// Empty for pictures whose size does not fit the pixels, that are too small or that are slivers.
pub fn read(luma: &[u8], width: u32, height: u32, rung: Rung) -> Vec<Symbol> {
    attempt(luma, width, height, rung).unwrap_or_default()
}

fn attempt(luma: &[u8], width: u32, height: u32, rung: Rung) -> Option<Vec<Symbol>> {
    let (short, long) = (width.min(height), width.max(height));
    if short < SHORTEST_SIDE || long / short > LONGEST_ASPECT {
        return None;
    }
    let threshold = Threshold {
        radius: 12,
        offset: 4,
    };
    let shrunk = shrink(luma, width as usize, height as usize, rung.divisor as usize)?;
    let mut mask = threshold.mask(&shrunk.luma, shrunk.width, shrunk.height)?;
    if rung.inverted {
        mask.invert();
    }
    let mut symbols = match rung.format {
        Format::QrCode => squares::qr_codes(&mask),
        Format::DataMatrix => squares::data_matrices(&mask, true),
        _ => Vec::new(),
    };
    for corner in symbols.iter_mut().flat_map(|symbol| &mut symbol.corners) {
        *corner = (corner.0 * rung.divisor as f32, corner.1 * rung.divisor as f32);
    }
    Some(symbols)
}
