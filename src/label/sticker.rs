//! One sticker: its codes and its text, each in its place.

use super::code::{Code, Kind};
use super::colour::Colour;
use super::design::Design;
use super::length::mm;
use super::lint::Finding;
use super::rect::Rect;
use super::text_line::{self, Line};

/// What is left free along the edges, because sheets are never cut or fed exactly.
const EDGE: i32 = mm(1);

/// What is left free between two codes beside their light margins, and between codes and text.
const GAP: i32 = mm(1);

/// The sizes of type of the name and of the note.
const NAME_SIZE: i32 = 2_800;
const NOTE_SIZE: i32 = 2_400;

/// Less room beside the codes is not worth a text.
const LEAST_TEXT_WIDTH: i32 = mm(12);

/// Bars so low are hit by no laser that sweeps over them.
const LEAST_BARS: i32 = mm(8);

/// A code in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The code.
    pub code: Code,
    /// Where its box begins, in µm from the upper left corner of the sticker.
    pub at: (i32, i32),
}

/// A sticker, in µm from its upper left corner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sticker {
    /// Its width and height.
    pub size: (i32, i32),
    /// Its codes.
    pub codes: Vec<Placed>,
    /// Name and note.
    pub texts: Vec<Line>,
    /// The colour of the ink.
    pub ink: Colour,
    /// The colour of the paper.
    pub paper: Colour,
}

/// How codes stand to each other, and where the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Plan {
    /// Side by side, or one under the other.
    side_by_side: bool,
    /// Over the codes, or to their right.
    text_above: bool,
}

impl Placed {
    /// The symbol itself on the sticker.
    pub fn symbol(&self) -> Rect {
        self.code.symbol.moved(self.at)
    }
}

impl Sticker {
    /// Lays the codes out on a sticker of this width and height: as the first plan has it that leaves bars their full height,
    /// or else the one that leaves them highest. The error says what does not fit or cannot be drawn.
    pub fn of(design: &Design, size: (i32, i32)) -> Result<Sticker, Finding> {
        let plans = [(true, true), (true, false), (false, true), (false, false)];
        let plans = plans.map(|(side_by_side, text_above)| Plan {
            side_by_side,
            text_above,
        });
        let mut least = None;
        let mut best: Option<Sticker> = None;
        for plan in plans {
            match plan.lay_out(design, size)? {
                Ok(sticker)
                    if best
                        .as_ref()
                        .is_none_or(|best| sticker.bars_height() > best.bars_height()) =>
                {
                    best = Some(sticker);
                }
                Ok(_) => {}
                Err(needed) => least = least.or(Some(needed)),
            }
        }
        best.ok_or(Finding::DoesNotFit {
            needed: least.unwrap_or(size),
            room: size,
        })
    }

    /// Everything dark on it: codes, then the boxes of digits and text.
    pub fn dark(&self) -> impl Iterator<Item = Rect> + '_ {
        let codes = self.codes.iter();
        codes.flat_map(|placed| placed.code.dark.iter().map(|rect| rect.moved(placed.at)))
    }

    /// Every line of text on it, digits first.
    pub fn lines(&self) -> impl Iterator<Item = Line> + '_ {
        let codes = self.codes.iter();
        let digits = codes.flat_map(|placed| placed.code.digits.iter().map(|line| line.moved(placed.at)));
        digits.chain(self.texts.iter().cloned())
    }

    fn bars_height(&self) -> i32 {
        let bars = self.codes.iter().find(|placed| placed.code.kind == Kind::Bars);
        bars.map_or(0, |placed| placed.code.symbol.height)
    }
}

impl Plan {
    /// The sticker, or the size that would be needed.
    fn lay_out(self, design: &Design, size: (i32, i32)) -> Result<Result<Sticker, (i32, i32)>, Finding> {
        let inner = Rect::new(EDGE, EDGE, size.0 - 2 * EDGE, size.1 - 2 * EDGE);
        let text_height = if self.text_above { text_height(design) } else { 0 };
        let codes = self.codes(design, inner.height - text_height)?;
        let (width, height) = self.extent(&codes);
        let beside = if self.text_above || text_height_of(design) == 0 {
            0
        } else {
            GAP + LEAST_TEXT_WIDTH
        };
        if width + beside > inner.width || height + text_height > inner.height {
            return Ok(Err((width + beside + 2 * EDGE, height + text_height + 2 * EDGE)));
        }
        let text = match self.text_above {
            true => Rect {
                height: text_height,
                ..inner
            },
            false => Rect::new(
                inner.x + width + GAP,
                inner.y,
                inner.width - width - GAP,
                inner.height,
            ),
        };
        let left = if self.text_above {
            inner.x + (inner.width - width) / 2
        } else {
            inner.x
        };
        let top = inner.y + text_height + (inner.height - text_height - height) / 2;
        Ok(Ok(Sticker {
            size,
            codes: self.placed(codes, (left, top), (width, height)),
            texts: text_line::set(&[(&design.name, NAME_SIZE), (&design.note, NOTE_SIZE)], text),
            ink: design.ink,
            paper: design.paper,
        }))
    }

    /// The codes, bars as high as there is room for, but never lower than a laser needs.
    fn codes(self, design: &Design, room: i32) -> Result<Vec<Code>, Finding> {
        let others = match self.side_by_side {
            true => 0,
            false => {
                let codes = design.codes(room)?;
                let others = codes.iter().filter(|code| code.kind != Kind::Bars);
                others.map(|code| code.size.1 + GAP).sum()
            }
        };
        let digits = design.bars.map_or(0, |module| 10 * module);
        design.codes((room - others).max(LEAST_BARS + digits))
    }

    /// The width and height of all codes together.
    fn extent(self, codes: &[Code]) -> (i32, i32) {
        let gaps = GAP * (codes.len().max(1) as i32 - 1); // OK because a label has three codes at most.
        let widths = codes.iter().map(|code| code.size.0);
        let heights = codes.iter().map(|code| code.size.1);
        match self.side_by_side {
            true => (widths.sum::<i32>() + gaps, heights.max().unwrap_or(0)),
            false => (widths.max().unwrap_or(0), heights.sum::<i32>() + gaps),
        }
    }

    /// The codes one after the other from a corner on, each in the middle across.
    fn placed(self, codes: Vec<Code>, (left, top): (i32, i32), (width, height): (i32, i32)) -> Vec<Placed> {
        let mut along = 0;
        let mut placed = Vec::new();
        for code in codes {
            let at = match self.side_by_side {
                true => (left + along, top + (height - code.size.1) / 2),
                false => (left + (width - code.size.0) / 2, top + along),
            };
            along += GAP
                + if self.side_by_side {
                    code.size.0
                } else {
                    code.size.1
                };
            placed.push(Placed { code, at });
        }
        placed
    }
}

/// The height of name and note, a line each, with the gap under them.
fn text_height(design: &Design) -> i32 {
    let height = text_height_of(design);
    if height == 0 { 0 } else { height + GAP }
}

fn text_height_of(design: &Design) -> i32 {
    let lines = [(&design.name, NAME_SIZE), (&design.note, NOTE_SIZE)];
    let lines = lines.into_iter().filter(|(text, _)| !text.trim().is_empty());
    lines.map(|(_, size)| text_line::leading(size)).sum()
}
