//! One run of the camera: frame after frame in, what is believed out.

use super::budget::{Budget, Pace};
use super::consensus::Consensus;
use super::evidence::{ENOUGH, LEAST, Sighting};
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
const THOROUGH: usize = 8;

/// What the search for bars and the reading of one region are reckoned to take, in milliseconds, where there is no clock.
const SEARCH_MS: f32 = 1.5;
const REGION_MS: f32 = 1.0;

/// A region that gave evidence like this is looked at again in the next frame; reads of noise stay below.
const PROMISING: f32 = 30.0;

/// After a symbol has come into view, the next frames are looked at for others beside it, each in one way.
const BESIDE: [Rung; 2] = [Rung::Squares(0), Rung::Bars];

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
    lucky: Option<Lucky>,
    /// Whether the last frame showed bars, read or not.
    bars: bool,
    /// How many frames in a row have shown a symbol.
    shown: usize,
}

/// What found a symbol in the last frame, and so probably finds it in the next.
#[derive(Clone, Copy, Debug)]
enum Lucky {
    /// An attempt at square symbols, by its number.
    Squares(usize),
    /// A region of bars.
    Bars(Region),
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
    /// Time or, without a clock in milliseconds, reckoned work decides how many regions of bars are read; the one strategy whose
    /// turn it is runs whole.
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

    /// What is in one frame, and for how many frames in a row something has been.
    fn see(&mut self, frame: Frame, budget: &mut Budget) -> Vec<Sighting> {
        let seen = self.search(frame, budget);
        self.shown = if shows(&seen) { self.shown + 1 } else { 0 };
        seen
    }

    /// What is in one frame. It begins with what the last one showed; while nothing shows, a search for bars and the attempts at
    /// square symbols take turns, which halves what the commonest frame costs: one without a code.
    fn search(&mut self, frame: Frame, budget: &mut Budget) -> Vec<Sighting> {
        let number = self.frame;
        self.frame += 1;
        // A frame that shows a symbol is looked at as a whole only now and then, for a second symbol.
        let thorough = number.is_multiple_of(THOROUGH);
        let mut seen = match self.lucky.take() {
            Some(Lucky::Squares(attempt)) => self.squares(frame, attempt),
            Some(Lucky::Bars(region)) => self.read(frame, &region, Effort::Again),
            None => Vec::new(),
        };
        if shows(&seen) && !thorough {
            seen.extend(self.beside(frame));
            return seen;
        }
        let rung = ladder::turn(number);
        // Beside a square symbol that is in view, bars are sought too: it may be mere advertising on the same package.
        let second = thorough && shows(&seen);
        if number > 0 && !self.bars && !second && matches!(rung, Rung::Squares(_)) {
            seen.extend(self.take(frame, rung, &[]));
            return seen;
        }
        let size = (frame.width, frame.height);
        let before_ms = budget.spent_ms();
        let regions = self.locator.locate(frame.luma, size, LONG_EDGE, REGIONS);
        budget.count(SEARCH_MS);
        self.pace.note(budget.spent_ms() - before_ms, frame.luma.len());
        let earlier = seen.len();
        // A dear strategy has the frame for itself, unless bars are already in view.
        let due: Vec<&Region> = if second {
            regions.iter().collect()
        } else if self.bars || number == 0 || rung == Rung::Bars {
            self.due(&regions).collect()
        } else {
            Vec::new()
        };
        for (order, region) in due.into_iter().enumerate() {
            let room = budget.allows(REGION_MS) || order == 0;
            if !room || (shows(&seen) && !thorough) {
                break;
            }
            seen.extend(self.read(frame, region, Effort::Quick));
        }
        self.bars = seen
            .iter()
            .skip(earlier)
            .any(|sighting| sighting.evidence >= LEAST);
        if !shows(&seen) || thorough {
            seen.extend(self.take(frame, rung, &regions));
        }
        seen
    }

    /// What else a frame shows in which the last frame's symbol has been read again; the next frame still begins with that one.
    fn beside(&mut self, frame: Frame) -> Vec<Sighting> {
        let lucky = self.lucky;
        let seen = match self.shown.checked_sub(1).and_then(|frames| BESIDE.get(frames)) {
            Some(Rung::Squares(attempt)) => self.squares(frame, *attempt),
            Some(_) => {
                let size = (frame.width, frame.height);
                let regions = self.locator.locate(frame.luma, size, LONG_EDGE, REGIONS);
                let other =
                    |region: &&Region| !matches!(lucky, Some(Lucky::Bars(known)) if known.covers(region));
                let others = regions.iter().filter(other);
                others
                    .flat_map(|region| self.read(frame, region, Effort::Quick))
                    .collect()
            }
            None => Vec::new(),
        };
        self.lucky = lucky;
        seen
    }

    /// The regions that are read in this frame: the best one, and of the others one after the other.
    fn due<'a>(&self, regions: &'a [Region]) -> impl Iterator<Item = &'a Region> + use<'a> {
        let (best, others) = regions.split_at(regions.len().min(1));
        let turn = self.frame / 2 % others.len().max(1);
        best.iter().chain(others.get(turn))
    }

    /// What one attempt at square symbols finds; the next frame begins with one that found something.
    fn squares(&mut self, Frame { luma, width, height }: Frame, number: usize) -> Vec<Sighting> {
        let Some(&rung) = ALL.get(number) else {
            return Vec::new();
        };
        let symbols = matrix::read(luma, width, height, rung);
        if !symbols.is_empty() {
            self.lucky = Some(Lucky::Squares(number));
        }
        certain(symbols)
    }

    fn read(&mut self, frame: Frame, region: &Region, effort: Effort) -> Vec<Sighting> {
        let seen = self
            .lines
            .read(frame.luma, (frame.width, frame.height), region, effort);
        if seen.iter().any(|sighting| sighting.evidence >= PROMISING) {
            self.lucky = Some(Lucky::Bars(*region));
        }
        seen
    }

    fn take(&mut self, frame: Frame, rung: Rung, regions: &[Region]) -> Vec<Sighting> {
        let Frame { luma, width, height } = frame;
        match rung {
            Rung::Squares(number) => self.squares(frame, number),
            Rung::Bars => Vec::new(),
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
                let fresh: Vec<Region> = fresh.take(REGIONS).copied().collect();
                fresh
                    .iter()
                    .flat_map(|region| self.read(frame, region, Effort::Quick))
                    .collect()
            }
            Rung::Rows => reader::rows(luma, width, height),
        }
    }
}

fn shows(seen: &[Sighting]) -> bool {
    seen.iter().any(|sighting| sighting.evidence >= ENOUGH)
}

/// Symbols with error correction prove themselves.
fn certain(symbols: Vec<Symbol>) -> Vec<Sighting> {
    let certain = |symbol| Sighting {
        symbol,
        evidence: ENOUGH,
    };
    symbols.into_iter().map(certain).collect()
}
