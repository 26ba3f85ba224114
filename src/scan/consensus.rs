//! The vote of the frames: when a symbol has been read often enough to be believed.

use std::collections::VecDeque;

use crate::symbol::{Format, Symbol};

/// How many frames back a read still counts.
const WINDOW: usize = 6;

/// How many rows or frames must agree before a symbol counts: short codes and those with weak checks need more.
pub fn reads_needed(format: Format) -> usize {
    match format {
        Format::QrCode | Format::DataMatrix => 1,
        Format::Ean13 | Format::UpcA | Format::Code128 => 2,
        Format::Ean8 | Format::UpcE | Format::Itf | Format::DataBar | Format::DataBarExpanded => 3,
    }
}

/// The reads of the last few frames.
#[derive(Debug, Default)]
pub struct Consensus {
    frames: VecDeque<Vec<(Format, String)>>,
}

impl Consensus {
    /// Takes what was read in the next frame and leaves of it what has been read often enough, in the same order.
    pub fn accept(&mut self, symbols: Vec<Symbol>) -> Vec<Symbol> {
        if self.frames.len() == WINDOW {
            self.frames.pop_front();
        }
        let keys = symbols.iter().map(|s| (s.format, s.text.clone()));
        self.frames.push_back(keys.collect());
        symbols
            .into_iter()
            .filter(|symbol| self.reads(symbol) >= reads_needed(symbol.format))
            .collect()
    }

    /// The number of frames in which the symbol was read.
    fn reads(&self, symbol: &Symbol) -> usize {
        let reads_it = |frame: &&Vec<(Format, String)>| {
            frame
                .iter()
                .any(|(format, text)| *format == symbol.format && *text == symbol.text)
        };
        self.frames.iter().filter(reads_it).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One character a frame, `.` for a frame without a read; gives the number of the first frame that counts.
    fn check(format: Format, frames: &str, expect: Option<usize>) {
        let mut consensus = Consensus::default();
        let counts = frames.chars().position(|text| {
            let read = (text != '.').then(|| Symbol {
                text: text.to_string(),
                format,
                identifier: String::new(),
                corners: Vec::new(),
            });
            !consensus.accept(read.into_iter().collect()).is_empty()
        });
        assert_eq!(counts, expect, "{format:?} {frames}");
    }

    #[test]
    fn a_row_of_bars_counts_once_two_frames_agree() {
        check(Format::Ean13, "aa", Some(1));
        check(Format::Ean13, "a.a", Some(2));
        check(Format::Ean13, "aba", Some(2));
        check(Format::Ean13, "abcdef", None);
        check(Format::UpcE, "aaa", Some(2));
        check(Format::DataBar, "a.a.a", Some(4));
    }

    #[test]
    fn an_old_read_is_forgotten() {
        check(Format::Ean13, "a....a", Some(5));
        check(Format::Ean13, "a.....a", None);
    }

    #[test]
    fn a_symbol_with_error_correction_counts_at_once() {
        check(Format::QrCode, "a", Some(0));
        check(Format::DataMatrix, ".a", Some(1));
    }
}
