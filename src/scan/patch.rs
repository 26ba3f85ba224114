//! A part of a frame that is looked at alone: around what may be a square symbol.

use super::region::Region;
use crate::symbol::Symbol;

/// The edges of a part lie at multiples of this many pixels, so that a picture of a half or a third of its size has the same
/// pixels as one of the whole frame.
const STEP: usize = 6;

/// A part that is this share of the frame or more is not worth cutting out.
const WORTH: f32 = 0.7;

/// The part reaches past the regions by this share of its size at least, for blank parts of large symbols.
const MARGIN: f32 = 0.15;

/// A part of a frame, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patch {
    left: usize,
    top: usize,
    width: usize,
    height: usize,
    frame_width: usize,
}

impl Patch {
    /// All of a frame.
    pub fn whole((width, height): (u32, u32)) -> Patch {
        Patch {
            left: 0,
            top: 0,
            width: width as usize,
            height: height as usize,
            frame_width: width as usize,
        }
    }

    /// The part around upright regions of a frame; all of it when that is not much more.
    pub fn around(regions: &[Region], (width, height): (u32, u32)) -> Patch {
        let whole = Patch::whole((width, height));
        let margin = regions
            .iter()
            .map(|region| 2.0 * region.block)
            .fold(0.0, f32::max);
        let (left, right) = span(regions, margin, width, |r| (r.centre.0, r.half_length));
        let (top, bottom) = span(regions, margin, height, |r| (r.centre.1, r.half_height));
        let part = Patch {
            left,
            top,
            width: right.saturating_sub(left),
            height: bottom.saturating_sub(top),
            ..whole
        };
        if part.pixels() as f32 >= WORTH * whole.pixels() as f32 {
            whole
        } else {
            part
        }
    }

    /// How many pixels it has.
    pub fn pixels(&self) -> usize {
        self.width * self.height
    }

    /// Has the part read; corners in pixels of the frame.
    pub fn read(&self, luma: &[u8], read: impl Fn(&[u8], u32, u32) -> Vec<Symbol>) -> Vec<Symbol> {
        let (width, height) = (self.width as u32, self.height as u32);
        if self.pixels() == luma.len() {
            return read(luma, width, height);
        }
        let lines = luma
            .chunks_exact(self.frame_width.max(1))
            .skip(self.top)
            .take(self.height);
        let part: Vec<u8> = lines
            .flat_map(|line| line.get(self.left..self.left + self.width).unwrap_or_default())
            .copied()
            .collect();
        let mut symbols = read(&part, width, height);
        for corner in symbols.iter_mut().flat_map(|symbol| &mut symbol.corners) {
            *corner = (corner.0 + self.left as f32, corner.1 + self.top as f32);
        }
        symbols
    }
}

/// From where to where regions reach along one axis of `length` pixels, with a margin; `place` tells middle and half length.
fn span(
    regions: &[Region],
    margin: f32,
    length: u32,
    place: impl Fn(&Region) -> (f32, f32),
) -> (usize, usize) {
    let low = regions.iter().map(|region| place(region).0 - place(region).1);
    let high = regions.iter().map(|region| place(region).0 + place(region).1);
    let (low, high) = (low.fold(f32::MAX, f32::min), high.fold(0.0, f32::max));
    let margin = margin.max(MARGIN * (high - low));
    // OK because a cast of what is negative gives 0, and one of what is too large the largest number.
    let (low, high) = ((low - margin) as usize, (high + margin) as usize);
    (low / STEP * STEP, high.min(length as usize))
}

#[cfg(test)]
mod tests {
    use super::super::region::enclosing;
    use super::*;
    use crate::symbol::Format;

    #[test]
    fn what_is_found_in_a_part_lies_where_it_is_in_the_frame() {
        // One block of 16 pixels at (160, 80) of a frame 40 blocks wide.
        let region = enclosing(&[5 * 40 + 10], 40, 16.0);
        let patch = Patch::around(&[region], (640, 480));
        assert_eq!(
            (patch.left, patch.top, patch.width, patch.height),
            (126, 48, 82, 80)
        );
        let luma: Vec<u8> = (0..640 * 480).map(|at| (at % 640 / 4) as u8).collect();
        let symbols = patch.read(&luma, |part, width, height| {
            assert_eq!((width, height, part.len()), (82, 80, 82 * 80));
            assert_eq!(part.first(), Some(&31));
            vec![Symbol {
                text: "1".to_owned(),
                format: Format::QrCode,
                identifier: "]Q1".to_owned(),
                corners: vec![(1.0, 2.0)],
            }]
        });
        assert_eq!(symbols[0].corners, [(127.0, 50.0)]);
    }

    #[test]
    fn a_part_that_is_nearly_the_frame_is_all_of_it() {
        let region = Region::whole(640, 480, false);
        assert_eq!(Patch::around(&[region], (640, 480)), Patch::whole((640, 480)));
    }
}
