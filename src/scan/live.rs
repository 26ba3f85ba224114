//! One run of the camera: frame after frame in, what is believed out.

use super::budget::{Budget, Pace};
use super::consensus::Consensus;
use super::evidence::{ENOUGH, LEAST, Sighting};
use super::ladder::{Ladder, REGION_MS, Rung};
use super::lines::{Effort, Lines};
use super::locate::Locator;
use super::matrix::{self, ALL};
use super::patch::Patch;
use super::region::{Kind, Region};
use super::{order, reader};
use crate::symbol::Symbol;

/// The longer edge at which every frame is searched for bars, in pixels.
pub const LONG_EDGE: u32 = 800;

/// The longer edge of the search for narrow bars, which takes its turn.
const NARROW_LONG_EDGE: u32 = 1600;

/// Every so many frames the whole frame is looked at although it has shown a symbol.
const THOROUGH: usize = 8;

/// A region that gave evidence like this is looked at again in the next frame; reads of noise stay below.
const PROMISING: f32 = 30.0;

/// After a symbol has come into view, the next frames are looked at for others beside it, each in one way.
const BESIDE: [Rung; 2] = [Rung::Squares(0), Rung::Bars];

/// So many regions are read at most.
pub const REGIONS: usize = 4;

/// The number of the attempt that is made at once where finder patterns of QR Codes are in view.
const QR_CODE: usize = 0;

/// What is kept from one frame of a camera run to the next.
#[derive(Debug, Default)]
pub struct Live {
    locator: Locator,
    lines: Lines,
    consensus: Consensus,
    pace: Pace,
    ladder: Ladder,
    known: Vec<u64>,
    frame: usize,
    lucky: Option<Lucky>,
    /// Whether the last frame showed bars, read or not.
    bars: bool,
    /// The likeliest region of bars, where the last frame was read and showed nothing in it.
    dull: Option<Region>,
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
    /// Each strategy but the first look, and the look for a second symbol, asks the budget of time before it runs; without a clock in milliseconds, reckoned work
    /// is counted instead, so that reads are the same in every run.
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

    /// What is in one frame. It begins with what the last one showed, and with a search for bars; then the strategy that is due
    /// has its turn.
    fn search(&mut self, frame: Frame, budget: &mut Budget) -> Vec<Sighting> {
        let number = self.frame;
        self.frame += 1;
        // A frame that shows a symbol is looked at as a whole only now and then, for a second symbol.
        let thorough = number.is_multiple_of(THOROUGH);
        let mut seen = self.again(frame, budget);
        if shows(&seen) && !thorough {
            seen.extend(self.beside(frame, budget));
            return seen;
        }
        let regions = self.regions(frame, budget);
        let worth = if self.are_dull(&regions) && !thorough {
            &[][..]
        } else {
            &regions
        };
        let bars = self.read_bars(frame, worth, thorough, shows(&seen), budget);
        self.dull = worth.first().copied().filter(|_| bars.is_empty());
        self.bars = bars.iter().any(|sighting| sighting.evidence >= LEAST);
        seen.extend(bars);
        if !shows(&seen) || thorough {
            seen.extend(self.climb(frame, &regions, budget));
        }
        seen
    }

    /// What the last frame showed, where it is still in view.
    fn again(&mut self, frame: Frame, budget: &mut Budget) -> Vec<Sighting> {
        let factor = self.pace.factor();
        match self.lucky.take() {
            Some(Lucky::Squares(attempt)) => {
                budget.count(Rung::Squares(attempt).reckoned_ms(frame.luma.len()) * factor);
                self.squares(frame, attempt)
            }
            Some(Lucky::Bars(region)) => {
                budget.count(REGION_MS * factor);
                self.read(frame, &region, Effort::Again)
            }
            None => Vec::new(),
        }
    }

    /// The likely regions of bars, best first. The time that this takes tells how fast the device is.
    fn regions(&mut self, frame: Frame, budget: &mut Budget) -> Vec<Region> {
        let before_ms = budget.spent_ms();
        let size = (frame.width, frame.height);
        let regions = self.locator.locate(frame.luma, size, LONG_EDGE, REGIONS);
        budget.count(Pace::reckoned_search_ms(frame.luma.len()));
        self.pace.note(budget.spent_ms() - before_ms, frame.luma.len());
        regions
    }

    /// Whether the likeliest bars said nothing a moment ago. While a square symbol is due, they are left out once: most pictures
    /// without a code have stripes that never say anything.
    fn are_dull(&self, regions: &[Region]) -> bool {
        let is_dull = |best: &Region| self.dull.is_some_and(|dull| dull.covers(best));
        matches!(self.ladder.due(), Rung::Squares(_)) && regions.first().is_some_and(is_dull)
    }

    /// What the bars of a frame say: in every frame those of the best region, and of others as many as are due.
    fn read_bars(
        &mut self,
        frame: Frame,
        regions: &[Region],
        thorough: bool,
        shown: bool,
        budget: &mut Budget,
    ) -> Vec<Sighting> {
        let (best, others) = regions.split_at(regions.len().min(1));
        // Beside a symbol that is in view, all are read: a square one may be mere advertising on the same package.
        let due = if shown && thorough {
            others
        } else if self.bars || self.frame == 1 || self.ladder.due() == Rung::Bars {
            let turn = self.frame / 2 % others.len().max(1);
            others.get(turn..=turn).unwrap_or_default()
        } else {
            &[]
        };
        let mut seen = Vec::new();
        for (order, region) in best.iter().chain(due).enumerate() {
            let room = budget.allows(REGION_MS * self.pace.factor()) || order == 0;
            if !room || (shows(&seen) && !thorough) {
                break;
            }
            seen.extend(self.read(frame, region, Effort::Quick));
        }
        seen
    }

    /// Has the strategy that is due look at the frame, if the budget allows; else it is due in the next one again. Where nothing
    /// looks like a symbol there is nothing to do, except that narrower bars than the search shows are sought in their turn.
    fn climb(&mut self, frame: Frame, regions: &[Region], budget: &mut Budget) -> Vec<Sighting> {
        let rung = self.ladder.due();
        let squares = matches!(rung, Rung::Squares(_));
        let textures = if squares || regions.is_empty() {
            self.locator.textures()
        } else {
            Vec::new()
        };
        let idle = match rung {
            Rung::Squares(_) => textures.is_empty(),
            Rung::Bars => true,
            Rung::Bands(_) => regions.is_empty(),
            Rung::Narrow => false,
            Rung::Rows => regions.is_empty() && textures.is_empty(),
        };
        if idle {
            self.ladder.pass();
            return Vec::new();
        }
        let size = (frame.width, frame.height);
        let patch = if squares {
            Patch::around(&textures, size)
        } else {
            Patch::whole(size)
        };
        let factor = self.pace.factor();
        let mut seen = Vec::new();
        if self
            .ladder
            .take(rung.reckoned_ms(patch.pixels()) * factor, budget)
        {
            seen = self.take(frame, rung, regions, patch);
        }
        let finders = textures.iter().any(|region| region.kind == Kind::Finders);
        if finders && seen.is_empty() && rung != Rung::Squares(QR_CODE) {
            let ms = Rung::Squares(QR_CODE).reckoned_ms(patch.pixels()) * factor;
            if budget.allows(ms) {
                seen = self.squares_in(frame, QR_CODE, patch);
            }
        }
        seen
    }

    /// What else a frame shows in which the last frame's symbol has been read again; the next frame still begins with that one.
    /// These two frames ask no budget: a second product that is found too late would let the first one's page open unasked.
    fn beside(&mut self, frame: Frame, budget: &mut Budget) -> Vec<Sighting> {
        let lucky = self.lucky;
        let factor = self.pace.factor();
        let seen = match self.shown.checked_sub(1).and_then(|frames| BESIDE.get(frames)) {
            Some(&rung @ Rung::Squares(attempt)) => {
                budget.count(rung.reckoned_ms(frame.luma.len()) * factor);
                self.squares(frame, attempt)
            }
            Some(_) => {
                let mut seen = Vec::new();
                for region in self.regions(frame, budget) {
                    let known = matches!(lucky, Some(Lucky::Bars(known)) if known.covers(&region));
                    if !known {
                        budget.count(REGION_MS * factor);
                        seen.extend(self.read(frame, &region, Effort::Quick));
                    }
                }
                seen
            }
            None => Vec::new(),
        };
        self.lucky = lucky;
        seen
    }

    /// What one attempt at square symbols finds; the next frame begins with one that found something.
    fn squares(&mut self, frame: Frame, number: usize) -> Vec<Sighting> {
        self.squares_in(frame, number, Patch::whole((frame.width, frame.height)))
    }

    /// The same in a part of the frame.
    fn squares_in(&mut self, frame: Frame, number: usize, patch: Patch) -> Vec<Sighting> {
        let Some(&rung) = ALL.get(number) else {
            return Vec::new();
        };
        let symbols = patch.read(frame.luma, |luma, width, height| {
            matrix::read(luma, width, height, rung)
        });
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

    fn take(&mut self, frame: Frame, rung: Rung, regions: &[Region], patch: Patch) -> Vec<Sighting> {
        let Frame { luma, width, height } = frame;
        match rung {
            Rung::Squares(number) => self.squares_in(frame, number, patch),
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
