//! A code drawn to measure: its dark parts, its digits, and the light margin that it needs.

use super::data_matrix;
use super::ean::Bars;
use super::modules::{Modules, runs};
use super::qr_code::{self, QrCode};
use super::rect::Rect;
use super::text_line::Line;
use crate::symbol::Format;

/// A kind of code that a label can bear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A QR code with the address of the page.
    QrCode,
    /// The bars of the number: EAN-13, EAN-8 or UPC-A.
    Bars,
    /// A GS1 DataMatrix with number and lot.
    DataMatrix,
}

/// How far light margins reach, in µm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Margins {
    /// To the left.
    pub left: i32,
    /// To the right.
    pub right: i32,
    /// Upwards and downwards each.
    pub beyond: i32,
}

/// A code in µm from the upper left corner of its box, which holds the symbol, its light margin and its digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Which kind.
    pub kind: Kind,
    /// Which symbology.
    pub format: Format,
    /// What a scanner must read.
    pub text: String,
    /// The width and height of the box.
    pub size: (i32, i32),
    /// The symbol itself, without margin and digits.
    pub symbol: Rect,
    /// The width of a module, rounded.
    pub module: i32,
    /// The light margin that the standard demands around the symbol.
    pub needs: Margins,
    /// How high the bars are by the standard at this width; 0 for square symbols.
    pub standard_height: i32,
    /// What is dark.
    pub dark: Vec<Rect>,
    /// The digits under bars.
    pub digits: Vec<Line>,
}

/// The digits of bars and the air above them, in thirds of a module: 9⅓ modules (GS1 General Specifications, 5.2.6.6: 25.93 mm − 22.85 mm).
const DIGITS_HEIGHT_THIRDS: i32 = 28;

/// How much longer guards are than other bars, in modules (ISO/IEC 15420:2009, 4.3.4).
const GUARD_LENGTH: i32 = 5;

impl Code {
    /// A QR code that is `side` wide without its margin of `quiet` modules.
    pub fn qr(text: &str, code: &QrCode, side: i32, quiet: i32) -> Code {
        let (kind, format) = (Kind::QrCode, Format::QrCode);
        // OK because a symbol has at most 177 modules.
        Code::square(
            kind,
            format,
            text,
            code.modules(),
            side,
            quiet,
            qr_code::QUIET_ZONE as i32,
        )
    }

    /// A Data Matrix of an element string, `side` wide without its margin. `None` for a text that is too long.
    pub fn data_matrix(element_string: &str, side: i32) -> Option<Code> {
        let modules = data_matrix::modules(element_string)?;
        let (kind, format, quiet) = (Kind::DataMatrix, Format::DataMatrix, data_matrix::QUIET_ZONE);
        Some(Code::square(
            kind,
            format,
            element_string,
            &modules,
            side,
            quiet,
            quiet,
        ))
    }

    fn square(
        kind: Kind,
        format: Format,
        text: &str,
        modules: &Modules,
        side: i32,
        quiet: i32,
        needed: i32,
    ) -> Code {
        let count = modules.width() as i32; // OK because a symbol has at most 177 modules.
        let edge = |module: usize| (2 * side * module as i32 + count) / (2 * count);
        let margin = (side * quiet + count / 2) / count;
        let needs = (side * needed + count / 2) / count;
        let dark = modules.runs().map(|(x, y, length)| {
            let (left, top) = (edge(x), edge(y));
            Rect::new(left, top, edge(x + length) - left, edge(y + 1) - top).moved((margin, margin))
        });
        Code {
            kind,
            format,
            text: text.to_owned(),
            size: (side + 2 * margin, side + 2 * margin),
            symbol: Rect::new(margin, margin, side, side),
            module: (side + count / 2) / count,
            needs: Margins {
                left: needs,
                right: needs,
                beyond: needs,
            },
            standard_height: 0,
            dark: dark.collect(),
            digits: Vec::new(),
        }
    }

    /// Bars with modules so wide, and as high as the standard has them or, where that is less, as there is room for
    /// with their digits.
    pub fn bars(bars: &Bars, module: i32, room: i32) -> Code {
        let standard_height = bars.height_um * module / super::ean::MODULE_UM;
        let under = DIGITS_HEIGHT_THIRDS * module / 3;
        let height = standard_height.min(room - under).max(module);
        let (left, right) = (bars.quiet.0 * module, bars.quiet.1 * module);
        let width = bars.modules.len() as i32 * module; // OK because there are 95 modules at most.
        Code {
            kind: Kind::Bars,
            format: bars.format,
            text: bars.text.clone(),
            size: (left + width + right, height + under),
            symbol: Rect::new(left, 0, width, height),
            module,
            needs: Margins {
                left,
                right,
                beyond: 0,
            },
            standard_height,
            dark: dark_bars(bars, module, left, height),
            digits: digits(bars, module, left, height + under),
        }
    }

    /// Everything of it that is not light, with its digits as boxes.
    pub fn marks(&self) -> impl Iterator<Item = Rect> + '_ {
        self.dark
            .iter()
            .copied()
            .chain(self.digits.iter().map(Line::space))
    }
}

fn dark_bars(bars: &Bars, module: i32, left: i32, height: i32) -> Vec<Rect> {
    let bar = |(at, length): (usize, usize)| {
        let longer = if bars.is_long(at) {
            GUARD_LENGTH * module
        } else {
            0
        };
        // OK because there are 95 modules at most.
        Rect::new(
            left + at as i32 * module,
            0,
            length as i32 * module,
            height + longer,
        )
    };
    runs(&bars.modules).map(bar).collect()
}

/// The digits, on a line at the foot of the box. Digits are about three quarters as high as their type is large.
fn digits(bars: &Bars, module: i32, left: i32, foot: i32) -> Vec<Line> {
    let lines = bars.digits.iter().map(|digits| {
        let is_small = digits.width < 6;
        Line {
            x: left + digits.from * module,
            baseline: foot,
            size: if is_small { 7 * module } else { 10 * module },
            width: digits.width * module,
            spread: true,
            text: digits.text.clone(),
        }
    });
    lines.collect()
}
