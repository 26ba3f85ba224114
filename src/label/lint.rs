//! What is wrong with a label, or could be better, before it is printed.

use super::code::{Code, Kind};
use super::design::Design;
use super::length;
use super::rect::Rect;
use super::sticker::{Placed, Sticker};
use crate::gs1::gtin::GtinError;
use crate::words::Lang;
use crate::words::labels::filled;

/// The least width of a module on paper, in µm: 0.33 mm, which office printers and phones manage.
pub const LEAST_MODULE: i32 = 330;

/// The least difference between the reflectances of paper and ink, in percent: grade C (ISO/IEC 15416:2016, 15415:2011).
pub const LEAST_CONTRAST: u8 = 40;

/// Something to know of a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The number is no GTIN: its check digit or its length is wrong.
    Number(GtinError),
    /// The lot or the serial number is none that an identifier can carry.
    Lot,
    /// The address of the site is no `http(s)://host`.
    Site,
    /// The margins, gaps and numbers of the sheet leave no stickers.
    Grid,
    /// The size of a code is no number, or far from what can be printed.
    Size(Kind),
    /// A number of fourteen digits has no bars for shops.
    NoBars,
    /// The text is too long for the code.
    TooLong(Kind),
    /// No code is wanted.
    NoCode,
    /// The codes need more room than the sticker has (width and height in µm).
    DoesNotFit {
        /// What they need.
        needed: (i32, i32),
        /// What there is.
        room: (i32, i32),
    },
    /// The modules are narrower than [`LEAST_MODULE`].
    SmallModule {
        /// Of which code.
        kind: Kind,
        /// How wide they are, in µm.
        found: i32,
    },
    /// The light margin is narrower than the standard has it.
    QuietZone {
        /// Of which code.
        kind: Kind,
        /// How wide it is where it is narrowest, in µm.
        found: i32,
        /// How wide it must be there, in µm.
        needed: i32,
    },
    /// The bars are lower than the standard has them.
    LowBars {
        /// How high they are, in µm.
        found: i32,
        /// How high they should be, in µm.
        standard: i32,
    },
    /// Ink and paper differ less than [`LEAST_CONTRAST`] in red light.
    Contrast {
        /// The difference of their reflectances in percent.
        found: u8,
    },
    /// The address has no https, so that phones warn or refuse the camera.
    NoHttps,
}

impl Finding {
    /// Whether there is nothing to print because of it.
    pub fn stops(&self) -> bool {
        use Finding::*;
        matches!(
            self,
            Number(_) | Lot | Site | Grid | Size(_) | NoBars | TooLong(_) | NoCode | DoesNotFit { .. }
        )
    }

    /// Whether another size of the codes would help.
    pub fn is_of_size(&self) -> bool {
        use Finding::*;
        matches!(
            self,
            DoesNotFit { .. } | SmallModule { .. } | QuietZone { .. } | LowBars { .. }
        )
    }

    /// The finding in words.
    pub fn sentence(&self, lang: Lang) -> String {
        let words = lang.labels();
        let um = |um: i32| length::shown(um, lang);
        let kind = |kind: &Kind| words.kinds[*kind as usize].to_owned(); // OK because there are as many words as kinds.
        match self {
            Finding::Number(GtinError::CheckDigit { expected, found }) => {
                filled(words.check_digit, &[found.to_string(), expected.to_string()])
            }
            Finding::Number(_) => words.no_number.to_owned(),
            Finding::Lot => words.no_lot.to_owned(),
            Finding::Site => words.no_site.to_owned(),
            Finding::Grid => words.no_grid.to_owned(),
            Finding::Size(of) => filled(words.no_size, &[kind(of)]),
            Finding::NoBars => words.no_bars.to_owned(),
            Finding::TooLong(of) => filled(words.too_long, &[kind(of)]),
            Finding::NoCode => words.no_code.to_owned(),
            Finding::DoesNotFit { needed, room } => filled(
                words.does_not_fit,
                &[um(needed.0), um(needed.1), um(room.0), um(room.1)],
            ),
            Finding::SmallModule { kind: of, found } => {
                filled(words.small_module, &[kind(of), um(*found), um(LEAST_MODULE)])
            }
            Finding::QuietZone {
                kind: of,
                found,
                needed,
            } => filled(words.quiet_zone, &[kind(of), um(*found), um(*needed)]),
            Finding::LowBars { found, standard } => filled(words.low_bars, &[um(*found), um(*standard)]),
            Finding::Contrast { found } => {
                filled(words.contrast, &[found.to_string(), LEAST_CONTRAST.to_string()])
            }
            Finding::NoHttps => words.no_https.to_owned(),
        }
    }
}

/// What is to be known of a sticker, gravest first. It can be printed all the same, if a scanner reads it.
pub fn lint(design: &Design, sticker: &Sticker) -> Vec<Finding> {
    let of_codes = sticker.codes.iter().flat_map(|placed| {
        let quiet = quiet_zone(placed, sticker);
        [quiet, small_module(&placed.code), low_bars(&placed.code)]
    });
    let of_codes: Vec<Finding> = of_codes.flatten().collect();
    let contrast = contrast(sticker).filter(|_| !sticker.codes.is_empty());
    let https = design.qr.filter(|_| !design.site.starts_with("https://"));
    let https = https.map(|_| Finding::NoHttps);
    contrast.into_iter().chain(of_codes).chain(https).collect()
}

/// Whether a text is scheme and host of a site and nothing more: `https://chophien.example`, `http://localhost:8080`.
pub fn is_site(text: &str) -> bool {
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let is_part = |char: char| char.is_ascii_alphanumeric() || ".-:[]".contains(char);
    host.is_some_and(|host| {
        host.starts_with(|char: char| char.is_ascii_alphanumeric() || char == '[')
            && host.chars().all(is_part)
    })
}

fn small_module(code: &Code) -> Option<Finding> {
    let (kind, found) = (code.kind, code.module);
    (found < LEAST_MODULE).then_some(Finding::SmallModule { kind, found })
}

fn low_bars(code: &Code) -> Option<Finding> {
    let (found, standard) = (code.symbol.height, code.standard_height);
    (found < standard).then_some(Finding::LowBars { found, standard })
}

fn contrast(sticker: &Sticker) -> Option<Finding> {
    let found = sticker.paper.reflectance.saturating_sub(sticker.ink.reflectance);
    (found < LEAST_CONTRAST).then_some(Finding::Contrast { found })
}

/// The side on which the light margin lacks most, if any does.
fn quiet_zone(placed: &Placed, sticker: &Sticker) -> Option<Finding> {
    let symbol = placed.symbol();
    let needs = placed.code.needs;
    let others = sticker.codes.iter().filter(|other| *other != placed);
    let marks = others.flat_map(|other| other.code.marks().map(|mark| mark.moved(other.at)));
    let marks: Vec<Rect> = marks
        .chain(sticker.texts.iter().map(|line| line.space()))
        .collect();
    let (width, height) = sticker.size;
    let Rect { x, y, .. } = symbol;
    let sides = [
        (
            needs.left,
            Rect::new(x - needs.left, y, needs.left, symbol.height),
            x,
        ),
        (
            needs.right,
            Rect::new(symbol.right(), y, needs.right, symbol.height),
            width - symbol.right(),
        ),
        (
            needs.beyond,
            Rect::new(x, y - needs.beyond, symbol.width, needs.beyond),
            y,
        ),
        (
            needs.beyond,
            Rect::new(x, symbol.bottom(), symbol.width, needs.beyond),
            height - symbol.bottom(),
        ),
    ];
    let lacking = sides.into_iter().filter_map(|(needed, zone, to_edge)| {
        let in_zone = marks.iter().filter(|mark| mark.overlaps(zone));
        let found = in_zone
            .map(|mark| distance(symbol, *mark))
            .fold(to_edge, i32::min);
        (found < needed).then_some((needed - found, found, needed))
    });
    let (_, found, needed) = lacking.max()?;
    Some(Finding::QuietZone {
        kind: placed.code.kind,
        found,
        needed,
    })
}

/// How far two rectangles are apart, to the side or up and down.
fn distance(one: Rect, other: Rect) -> i32 {
    let across = (other.x - one.right()).max(one.x - other.right());
    let down = (other.y - one.bottom()).max(one.y - other.bottom());
    across.max(down).max(0)
}
