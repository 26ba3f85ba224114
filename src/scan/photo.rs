//! Still photos of any size: the whole ladder, from the likely to the unlikely.

use super::consensus;
use super::evidence::{ENOUGH, Sighting};
use super::lines::{Effort, Lines};
use super::locate::Locator;
use super::luma::View;
use super::matrix::{self, ALL, Rung};
use super::region::Region;
use super::views::views;
use super::{order, reader};
use crate::symbol::{self, Format, Symbol};

/// The longer edges at which bars are searched, in pixels: wide bars first.
const LONG_EDGES: [u32; 3] = [800, 1600, 3200];

/// So many regions of bars are read at each.
const REGIONS: usize = 8;

/// So many attempts at square symbols, the best first, are worth their time where bars have been read, and in views after the
/// first one.
const LIKELY: usize = 4;

/// In photos with at most so many pixels, the whole picture may be the symbol.
const SMALL: u64 = 300_000;

/// The symbols of a photo (one byte a pixel, row by row, no padding) in a fixed order, what names a product first.
/// Empty for a photo whose size does not fit its pixels.
pub fn read(luma: &[u8], width: u32, height: u32) -> Vec<Symbol> {
    if luma.is_empty() || luma.len() as u64 != u64::from(width) * u64::from(height) {
        return Vec::new();
    }
    let mut symbols = bars(luma, (width, height));
    let rungs = if symbols.is_empty() { &ALL[..] } else { likely() };
    let squares = first_view(luma, (width, height), rungs);
    // The modules of a square symbol now and then look like bars: what lies inside of one is no symbol of its own.
    symbols.retain(|bar| {
        !squares
            .iter()
            .any(|square| symbol::encloses(&square.corners, order::centre(bar)))
    });
    symbols.extend(squares);
    if symbols.is_empty() {
        symbols = further_views(luma, width, height);
    }
    order::sort(&mut symbols, width, height);
    symbols
}

/// Rows of bars in straightened regions; finer bars only where no wider ones are read.
fn bars(luma: &[u8], size: (u32, u32)) -> Vec<Symbol> {
    let (mut locator, mut lines) = (Locator::default(), Lines::default());
    let mut known: Vec<Region> = Vec::new();
    for long_edge in LONG_EDGES {
        let mut regions = locator.locate(luma, size, long_edge, REGIONS);
        regions.retain(|region| !known.iter().any(|other| other.covers(region)));
        let symbols = in_regions(&mut lines, luma, size, &regions);
        if !symbols.is_empty() {
            return symbols;
        }
        known.extend(regions);
        if size.0.max(size.1) <= long_edge {
            break;
        }
    }
    if u64::from(size.0) * u64::from(size.1) > SMALL {
        return Vec::new();
    }
    let whole = [false, true].map(|lying| Region::whole(size.0, size.1, lying));
    in_regions(&mut lines, luma, size, &whole)
}

fn in_regions(lines: &mut Lines, luma: &[u8], size: (u32, u32), regions: &[Region]) -> Vec<Symbol> {
    let mut seen = Vec::new();
    for region in regions {
        seen.extend(lines.read(luma, size, region, Effort::Full));
    }
    believed(seen)
}

/// What is believed of one picture: each text once, with what its sightings prove together.
fn believed(seen: Vec<Sighting>) -> Vec<Symbol> {
    let mut symbols: Vec<Sighting> = Vec::new();
    for sighting in seen {
        match symbols
            .iter_mut()
            .find(|other| consensus::same(&other.symbol, &sighting.symbol))
        {
            Some(other) => other.evidence += sighting.evidence,
            None => symbols.push(sighting),
        }
    }
    symbols.retain(|sighting| sighting.evidence >= ENOUGH);
    symbols.into_iter().map(|sighting| sighting.symbol).collect()
}

/// The square symbols of the first view.
fn first_view(luma: &[u8], (width, height): (u32, u32), rungs: &[Rung]) -> Vec<Symbol> {
    let Some(view) = views(width, height).next() else {
        return Vec::new();
    };
    let mut symbols = squares(&view.cut(luma, width), view, rungs);
    view.place_all(&mut symbols);
    symbols
}

/// The QR Codes of the first attempt that finds any, and likewise the Data Matrix symbols.
fn squares(cut: &[u8], view: View, rungs: &[Rung]) -> Vec<Symbol> {
    let of_format = |format| {
        let attempts = rungs.iter().filter(move |rung| rung.format == format);
        attempts
            .map(|&rung| matrix::read(cut, view.out_width, view.out_height, rung))
            .find(|symbols| !symbols.is_empty())
    };
    let formats = [Format::QrCode, Format::DataMatrix];
    formats.into_iter().filter_map(of_format).flatten().collect()
}

/// The attempts at square symbols that find most.
fn likely() -> &'static [Rung] {
    ALL.get(..LIKELY).unwrap_or_default()
}

/// The symbols of the first view that has any, bars by rows as they are; the square symbols of the first view have been
/// sought already.
fn further_views(luma: &[u8], width: u32, height: u32) -> Vec<Symbol> {
    let read_view = |(number, view): (usize, View)| {
        let cut = view.cut(luma, width);
        let mut symbols = if number == 0 {
            Vec::new()
        } else {
            squares(&cut, view, likely())
        };
        symbols.extend(believed(reader::rows(&cut, view.out_width, view.out_height)));
        view.place_all(&mut symbols);
        symbols
    };
    views(width, height)
        .enumerate()
        .map(read_view)
        .find(|symbols| !symbols.is_empty())
        .unwrap_or_default()
}
