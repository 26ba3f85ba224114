//! The vote of the frames: when a symbol has been seen clearly and often enough to be believed.

use std::collections::VecDeque;

use super::evidence::{ENOUGH, KNOWN, MOST, Sighting};
use crate::symbol::{Format, Symbol};

/// How many frames back a sighting still counts.
const WINDOW: usize = 6;

/// A symbol seen again within this time is the one that was believed before, and needs no new proof.
const SAME_MS: f64 = 1500.0;

/// Without a clock, a frame counts as this many milliseconds.
const FRAME_MS: f64 = 66.0;

/// The sightings of the last few frames, and what they made believed.
#[derive(Debug, Default)]
pub struct Consensus {
    frames: VecDeque<Vec<(Format, String, f32)>>,
    believed: Vec<(Format, String, f64)>,
    frame_time: f64,
}

impl Consensus {
    /// Takes what was seen in the next frame, at a time in milliseconds, and leaves of it what is believed, in the same order.
    /// `known` are GTINs of which a single sighting is enough, sorted.
    pub fn accept(&mut self, seen: Vec<Sighting>, now_ms: Option<f64>, known: &[u64]) -> Vec<Symbol> {
        self.frame_time += FRAME_MS;
        let now = now_ms.unwrap_or(self.frame_time);
        self.believed
            .retain(|(_, _, last)| (0.0..SAME_MS).contains(&(now - last)));
        if self.frames.len() == WINDOW {
            self.frames.pop_front();
        }
        let keys = seen
            .iter()
            .map(|s| (s.symbol.format, s.symbol.text.clone(), s.evidence));
        self.frames.push_back(keys.collect());
        let mut symbols: Vec<Symbol> = Vec::new();
        for sighting in seen {
            let is_twice = |other: &Symbol| same(other, &sighting.symbol);
            if !symbols.iter().any(is_twice) && self.believes(&sighting, known) {
                self.remember(&sighting.symbol, now);
                symbols.push(sighting.symbol);
            }
        }
        symbols
    }

    fn believes(&self, sighting: &Sighting, known: &[u64]) -> bool {
        let symbol = &sighting.symbol;
        let before = |(format, text, _): &(Format, String, f64)| is(symbol, *format, text);
        let is_known = || gtin(symbol).is_some_and(|gtin| known.binary_search(&gtin).is_ok());
        sighting.evidence >= ENOUGH
            || self.believed.iter().any(before)
            || self.evidence(symbol) >= ENOUGH
            || (sighting.evidence >= KNOWN && is_known())
    }

    /// What all frames together prove, none of them alone more than [`MOST`].
    fn evidence(&self, symbol: &Symbol) -> f32 {
        let of_frame = |frame: &Vec<(Format, String, f32)>| {
            let seen = frame.iter().filter(|(format, text, _)| is(symbol, *format, text));
            seen.map(|(_, _, evidence)| evidence.min(MOST))
                .fold(0.0, f32::max)
        };
        self.frames.iter().map(of_frame).sum()
    }

    fn remember(&mut self, symbol: &Symbol, now: f64) {
        self.believed
            .retain(|(format, text, _)| !is(symbol, *format, text));
        self.believed.push((symbol.format, symbol.text.clone(), now));
    }
}

/// Whether two symbols say the same in the same format.
pub fn same(a: &Symbol, b: &Symbol) -> bool {
    is(a, b.format, &b.text)
}

fn is(symbol: &Symbol, format: Format, text: &str) -> bool {
    symbol.format == format && symbol.text == text
}

/// The GTIN of a symbol that carries nothing else, as a number. UPC-E does not count: it would have to be expanded first.
fn gtin(symbol: &Symbol) -> Option<u64> {
    match symbol.format {
        Format::Ean13 | Format::Ean8 | Format::UpcA | Format::Itf => symbol.text.parse().ok(),
        Format::DataBar => symbol.text.strip_prefix("01")?.parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sighting(text: &str, evidence: f32) -> Sighting {
        Sighting {
            symbol: Symbol {
                text: text.to_owned(),
                format: Format::Ean13,
                identifier: String::new(),
                corners: Vec::new(),
            },
            evidence,
        }
    }

    /// Frames are (time, text, evidence), an empty text for a frame without a sighting; gives the number of the first that counts.
    fn check(frames: &[(f64, &str, f32)], known: &[u64], expect: Option<usize>) {
        let mut consensus = Consensus::default();
        let counts = frames.iter().position(|&(now, text, evidence)| {
            let seen = (!text.is_empty()).then(|| sighting(text, evidence));
            !consensus
                .accept(seen.into_iter().collect(), Some(now), known)
                .is_empty()
        });
        assert_eq!(counts, expect, "{frames:?}");
    }

    #[test]
    fn a_clear_sighting_counts_at_once_and_weak_ones_together() {
        check(&[(0.0, "1", ENOUGH)], &[], Some(0));
        check(&[(0.0, "1", 50.0), (1.0, "1", 50.0)], &[], Some(1));
        check(
            &[(0.0, "1", 50.0), (1.0, "2", 50.0), (2.0, "1", 50.0)],
            &[],
            Some(2),
        );
        check(&[(0.0, "1", 50.0), (1.0, "2", 50.0), (2.0, "3", 50.0)], &[], None);
        check(&[(0.0, "1", 89.0)], &[], None);
    }

    #[test]
    fn an_old_sighting_is_forgotten() {
        let gap = |length: usize| {
            let mut frames = vec![(0.0, "1", 50.0)];
            frames.extend(std::iter::repeat_n((1.0, "", 0.0), length));
            frames.push((2.0, "1", 50.0));
            frames
        };
        check(&gap(WINDOW - 2), &[], Some(WINDOW - 1));
        check(&gap(WINDOW - 1), &[], None);
    }

    #[test]
    fn one_sighting_of_a_known_product_is_enough() {
        check(&[(0.0, "9528060010018", KNOWN)], &[7, 9_528_060_010_018], Some(0));
        check(&[(0.0, "9528060010018", KNOWN)], &[7], None);
        check(&[(0.0, "9528060010018", KNOWN - 1.0)], &[9_528_060_010_018], None);
    }

    #[test]
    fn what_was_believed_a_moment_ago_is_the_same_symbol() {
        let mut consensus = Consensus::default();
        let mut accept = |now, evidence| {
            consensus
                .accept(vec![sighting("1", evidence)], Some(now), &[])
                .len()
        };
        assert_eq!(accept(0.0, ENOUGH), 1);
        assert_eq!(accept(1400.0, 5.0), 1);
        assert_eq!(accept(2800.0, 5.0), 1);
        assert_eq!(accept(9000.0, 5.0), 0);
    }

    #[test]
    fn one_symbol_seen_twice_in_a_frame_is_told_once() {
        let seen = vec![sighting("1", ENOUGH), sighting("1", ENOUGH)];
        assert_eq!(Consensus::default().accept(seen, None, &[]).len(), 1);
    }
}
