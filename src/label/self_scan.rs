//! The proof before printing: the sticker as pictures, and whether the scanner read every code in each of them.

use super::code::Kind;
use super::raster::{Level, Picture};
use super::sticker::Sticker;
use crate::symbol::Symbol;
use crate::words::Lang;
use crate::words::labels::filled;

/// The three looks at a label: near and sharp, at arm's length, from afar and a little out of focus.
pub const LEVELS: [Level; 3] = [
    Level {
        pixels_per_cm: 120,
        blur_um: 40,
    },
    Level {
        pixels_per_cm: 80,
        blur_um: 100,
    },
    Level {
        pixels_per_cm: 60,
        blur_um: 140,
    },
];

/// A code that was not read as it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Which code.
    pub kind: Kind,
    /// At which of [`LEVELS`].
    pub level: usize,
}

impl Unread {
    /// What it means, in words.
    pub fn sentence(self, lang: Lang) -> String {
        let words = lang.labels();
        // OK because there are as many words as kinds and levels.
        let values = [words.kinds[self.kind as usize], words.levels[self.level]];
        filled(words.unread, &values.map(str::to_owned))
    }
}

/// The picture of a sticker at each level.
pub fn pictures(sticker: &Sticker) -> impl Iterator<Item = Picture> + '_ {
    LEVELS.iter().map(|&level| Picture::of(sticker, level))
}

/// The codes of a sticker that are not among the symbols read at a level: format and text must be the very ones.
pub fn unread(sticker: &Sticker, level: usize, symbols: &[Symbol]) -> Vec<Unread> {
    let codes = sticker.codes.iter().map(|placed| &placed.code);
    let missing = codes.filter(|code| {
        !symbols
            .iter()
            .any(|symbol| symbol.format == code.format && symbol.text == code.text)
    });
    missing
        .map(|code| Unread {
            kind: code.kind,
            level,
        })
        .collect()
}
