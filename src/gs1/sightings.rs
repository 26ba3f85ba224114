//! What a camera has seen lately: a symbol read again and again is one symbol.

use super::in_view::{self, Meant};
use crate::symbol::Symbol;

/// A symbol that is read again within so many milliseconds is still the same.
const SAME_MS: f64 = 1500.0;

/// So long after its first read a symbol waits for others beside it, in milliseconds: not every frame reads all of them.
const SETTLE_MS: f64 = 200.0;

/// A symbol that was read less than so many milliseconds ago is still where it was.
const HERE_MS: f64 = 400.0;

/// The symbols that were in view a moment ago, each once.
#[derive(Clone, Debug, Default)]
pub struct Sightings(Vec<Sighting>);

#[derive(Clone, Debug)]
struct Sighting {
    symbol: Symbol,
    first_ms: f64,
    last_ms: f64,
}

impl Sightings {
    /// Takes the symbols of the next frame, by any clock in milliseconds. Gives whether one of them is new.
    pub fn see(&mut self, symbols: &[Symbol], now_ms: f64) -> bool {
        self.0
            .retain(|sighting| (now_ms - sighting.last_ms).abs() <= SAME_MS);
        let before = self.0.len();
        for symbol in symbols {
            let same = |sighting: &&mut Sighting| {
                sighting.symbol.format == symbol.format && sighting.symbol.text == symbol.text
            };
            match self.0.iter_mut().find(same) {
                Some(sighting) => {
                    sighting.symbol.corners.clone_from(&symbol.corners);
                    sighting.last_ms = now_ms;
                }
                None => self.0.push(Sighting {
                    symbol: symbol.clone(),
                    first_ms: now_ms,
                    last_ms: now_ms,
                }),
            }
        }
        self.0.len() > before
    }

    /// The symbols that are still about where they were read last.
    pub fn here(&self, now_ms: f64) -> impl Iterator<Item = &Symbol> {
        let here = move |sighting: &&Sighting| (now_ms - sighting.last_ms).abs() < HERE_MS;
        self.0.iter().filter(here).map(|sighting| &sighting.symbol)
    }

    /// What they come to, once the first of them has waited for others. Of symbols that tell as much, the order is that of
    /// their texts, whichever frame read which of them first.
    pub fn meant(&self, now_ms: f64) -> Meant {
        let settled = |sighting: &Sighting| (now_ms - sighting.first_ms).abs() >= SETTLE_MS;
        if self.0.iter().any(settled) {
            let mut symbols: Vec<&Symbol> = self.0.iter().map(|sighting| &sighting.symbol).collect();
            symbols.sort_by_key(|symbol| &symbol.text);
            in_view::meant(symbols.into_iter())
        } else {
            Meant::Nothing
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::symbol::Format;

    fn bars(text: &str) -> Symbol {
        Symbol {
            text: text.to_owned(),
            format: Format::Ean13,
            identifier: "]E0".to_owned(),
            corners: Vec::new(),
        }
    }

    /// Frames as (milliseconds, texts read); gives how many symbols were new, and how many things are meant after the last frame.
    fn check(frames: &[(f64, &[&str])], new: usize, things: usize) {
        let mut sightings = Sightings::default();
        let mut count = 0;
        let mut last = 0.0;
        for (now_ms, texts) in frames {
            let symbols: Vec<Symbol> = texts.iter().map(|text| bars(text)).collect();
            count += usize::from(sightings.see(&symbols, *now_ms));
            last = *now_ms;
        }
        let meant = match sightings.meant(last) {
            Meant::Nothing => 0,
            Meant::Several(links) => links.len(),
            _ => 1,
        };
        assert_eq!((count, meant), (new, things), "{frames:?}");
    }

    const TEA: &str = "9528060010018";
    const RICE: &str = "9528060030016";

    #[test]
    fn a_symbol_seen_again_within_a_second_and_a_half_is_one() {
        check(&[(0.0, &[TEA]), (1400.0, &[TEA])], 1, 1);
        check(&[(0.0, &[TEA]), (1400.0, &[TEA]), (2800.0, &[])], 1, 1);
        check(&[(0.0, &[TEA]), (1600.0, &[TEA])], 2, 0);
        check(&[(0.0, &[TEA]), (1600.0, &[])], 1, 0);
    }

    #[test]
    fn a_symbol_stays_in_its_place_over_a_few_frames_that_miss_it() {
        let mut sightings = Sightings::default();
        sightings.see(&[bars(TEA)], 0.0);
        sightings.see(&[bars(RICE)], 300.0);
        let here = |now_ms| {
            sightings
                .here(now_ms)
                .map(|symbol| symbol.text.as_str())
                .collect::<Vec<_>>()
        };
        assert_eq!(here(300.0), [TEA, RICE]);
        assert_eq!(here(400.0), [RICE]);
        assert_eq!(here(700.0), [""; 0]);
    }

    #[test]
    fn the_first_symbol_waits_a_moment_for_others() {
        check(&[(0.0, &[TEA])], 1, 0);
        check(&[(0.0, &[TEA]), (190.0, &[TEA])], 1, 0);
        check(&[(0.0, &[TEA]), (200.0, &[])], 1, 1);
        check(&[(0.0, &[TEA]), (100.0, &[RICE]), (200.0, &[TEA])], 2, 2);
    }

    #[test]
    fn several_things_are_told_in_one_order_whichever_was_read_first() {
        for frames in [
            [(0.0, &[TEA, RICE][..]), (200.0, &[][..])],
            [(0.0, &[RICE, TEA]), (200.0, &[])],
            [(0.0, &[RICE]), (200.0, &[TEA])],
            [(0.0, &[TEA]), (200.0, &[RICE])],
        ] {
            let mut sightings = Sightings::default();
            for (now_ms, texts) in frames {
                let symbols: Vec<Symbol> = texts.iter().map(|text| bars(text)).collect();
                sightings.see(&symbols, now_ms);
            }
            let Meant::Several(links) = sightings.meant(200.0) else {
                panic!("{frames:?}");
            };
            let told: Vec<String> = links.iter().map(|link| link.address()).collect();
            assert_eq!(told, ["/01/09528060010018", "/01/09528060030016"], "{frames:?}");
        }
    }

    #[test]
    fn a_clock_that_jumps_back_starts_anew() {
        check(&[(90_000.0, &[TEA]), (10.0, &[TEA])], 2, 0);
    }
}
