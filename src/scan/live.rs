//! One run of the camera: frame after frame in, what is believed out.

use super::budget::{Budget, Pace};
use super::consensus::Consensus;
use super::evidence::{ENOUGH, Sighting};
use super::ladder::{self, Rung};
use super::lines::{Effort, Lines};
use super::locate::{Locator, Region};
use super::matrix::{self, ALL};
use super::{order, reader};
use crate::symbol::Symbol;

/// The longer edge at which every frame is searched for bars, in pixels.
const LONG_EDGE: u32 = 800;

/// The longer edge of the search for narrow bars, which takes its turn.
const NARROW_LONG_EDGE: u32 = 1600;

/// Every so many frames the whole frame is looked at although it has shown a symbol.
const THOROUGH: usize = 4;

/// So many regions are read at most.
const REGIONS: usize = 4;

/// What is kept from one frame of a camera run to the next.
#[derive(Debug, Default)]
pub struct Live {
    locator: Locator,
    lines: Lines,
    consensus: Consensus,
    pace: Pace,
    known: Vec<u64>,
    frame: usize,
}

/// One frame: one byte a pixel, row by row, no padding.
#[derive(Clone, Copy)]
struct Frame<'a> {
    luma: &'a [u8],
    width: u32,
    height: u32,
}

impl Live {
    /// A camera run that has seen nothing yet.
    pub fn new() -> Live {
        Live::default()
    }

    /// Tells the GTINs of the local catalogue (as numbers, sorted): one clear read of a known product is believed.
    pub fn know(&mut self, gtins: Vec<u64>) {
        self.known = gtins;
    }

    /// The symbols believed after this frame (one byte a pixel, row by row, no padding), in a fixed order.
    /// With a clock in milliseconds the frame keeps to a budget of time, without one to a budget of work.
    /// Empty for a frame whose size does not fit its pixels.
    pub fn look(
        &mut self,
        luma: &[u8],
        width: u32,
        height: u32,
        now_ms: Option<&dyn Fn() -> f64>,
    ) -> Vec<Symbol> {
        let frame = Frame { luma, width, height };
        let mut budget = Budget::new(now_ms, self.pace.frame_ms());
        let seen = if luma.len() as u64 == u64::from(width) * u64::from(height) {
            self.see(frame, &mut budget)
        } else {
            Vec::new()
        };
        let mut symbols = self.consensus.accept(seen, now_ms.map(|now| now()), &self.known);
        order::sort(&mut symbols, width, height);
        symbols
    }

    /// What is in one frame: the best regions of bars, and what the turn's dear strategy finds.
    fn see(&mut self, frame: Frame, budget: &mut Budget) -> Vec<Sighting> {
        let size = (frame.width, frame.height);
        let regions = self.locator.locate(frame.luma, size, LONG_EDGE, REGIONS);
        if budget.allows(0.5) {
            self.pace.note(budget.spent_ms(), frame.luma.len());
        }
        let mut seen = Vec::new();
        // A frame that shows a symbol is looked at as a whole only now and then, for a second symbol.
        let thorough = self.frame.is_multiple_of(THOROUGH);
        let shows = |seen: &[Sighting]| seen.iter().any(|sighting| sighting.evidence >= ENOUGH);
        for region in &regions {
            if !budget.allows(1.0) || (shows(&seen) && !thorough) {
                break;
            }
            seen.extend(self.read(frame, region, Effort::Quick));
        }
        let rung = ladder::turn(self.frame);
        self.frame += 1;
        if !shows(&seen) || thorough {
            seen.extend(self.take(frame, rung, &regions));
        }
        seen
    }

    fn read(&mut self, frame: Frame, region: &Region, effort: Effort) -> Vec<Sighting> {
        self.lines
            .read(frame.luma, (frame.width, frame.height), region, effort)
    }

    fn take(&mut self, frame: Frame, rung: Rung, regions: &[Region]) -> Vec<Sighting> {
        let Frame { luma, width, height } = frame;
        match rung {
            Rung::Squares(number) => match ALL.get(number) {
                Some(&rung) => certain(matrix::read(luma, width, height, rung)),
                None => Vec::new(),
            },
            Rung::Bands(number) => match regions.get(number).or(regions.first()) {
                Some(region) => self.read(frame, region, Effort::Full),
                None => Vec::new(),
            },
            Rung::Narrow => {
                let narrow = self
                    .locator
                    .locate(luma, (width, height), NARROW_LONG_EDGE, 2 * REGIONS);
                let fresh = narrow
                    .iter()
                    .filter(|region| !regions.iter().any(|other| other.covers(region)));
                fresh
                    .take(REGIONS)
                    .flat_map(|region| self.lines.read(luma, (width, height), region, Effort::Quick))
                    .collect()
            }
            Rung::Rows => reader::rows(luma, width, height),
        }
    }
}

/// Symbols with error correction prove themselves.
fn certain(symbols: Vec<Symbol>) -> Vec<Sighting> {
    let certain = |symbol| Sighting {
        symbol,
        evidence: ENOUGH,
    };
    symbols.into_iter().map(certain).collect()
}
