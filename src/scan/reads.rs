//! What the bands of one region say, and what they prove together.

use super::evidence::{LEAD, LEAST, Sighting};
use super::lines::BANDS;
use super::strip::Strip;
use crate::symbol::{Format, Symbol};

/// One band's opinion.
#[derive(Clone, Debug)]
pub struct Read {
    /// The symbol, without corners.
    pub symbol: Symbol,
    /// The ends in samples, in the direction of reading.
    pub ends: (f32, f32),
    /// The number of the band.
    pub band: usize,
    /// How much it proves.
    pub evidence: f32,
}

impl Read {
    fn same(&self, other: &Read) -> bool {
        self.symbol.format == other.symbol.format && self.symbol.text == other.symbol.text
    }

    fn overlaps(&self, other: &Read) -> bool {
        let ((a, b), (c, d)) = (self.span(), other.span());
        a <= d && c <= b
    }

    /// The left and the right end.
    fn span(&self) -> (f32, f32) {
        let (a, b) = self.ends;
        (a.min(b), a.max(b))
    }

    /// Whether this is a part of the digits of a longer Interleaved 2 of 5, which has no mark against being cut off.
    fn is_cut_from(&self, other: &Read) -> bool {
        let (part, whole) = (&self.symbol, &other.symbol);
        part.format == Format::Itf
            && whole.format == Format::Itf
            && whole.text.len() > part.text.len()
            && whole.text.contains(part.text.as_str())
    }
}

/// All opinions on one region.
#[derive(Debug, Default)]
pub struct Reads(Vec<Read>);

impl Reads {
    /// Forgets everything.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Adds an opinion.
    pub fn push(&mut self, read: Read) {
        self.0.push(read);
    }

    /// What is worth telling: of each text with some evidence the best, unless another in the same place has nearly as much.
    pub fn sightings(&self, strip: &Strip) -> Vec<Sighting> {
        let mut texts: Vec<(f32, &Read)> = Vec::new();
        for read in &self.0 {
            if !texts.iter().any(|(_, known)| known.same(read)) {
                texts.push((self.evidence(read), read));
            }
        }
        texts.sort_by(|a, b| b.0.total_cmp(&a.0));
        let is_clear = |&&(evidence, read): &&(f32, &Read)| {
            let rival = |&(others, other): &(f32, &Read)| {
                !other.same(read)
                    && ((other.overlaps(read) && others * LEAD > evidence) || read.is_cut_from(other))
            };
            evidence >= LEAST && !texts.iter().any(rival)
        };
        let tell = |&(evidence, read): &(f32, &Read)| Sighting {
            symbol: Symbol {
                corners: corners(strip, read.ends),
                ..read.symbol.clone()
            },
            evidence,
        };
        texts.iter().filter(is_clear).map(tell).collect()
    }

    /// What all bands together prove of a text, each by its best read.
    fn evidence(&self, read: &Read) -> f32 {
        let mut bands = [0.0_f32; BANDS.len()];
        for other in self.0.iter().filter(|other| other.same(read)) {
            if let Some(best) = bands.get_mut(other.band) {
                *best = best.max(other.evidence);
            }
        }
        bands.iter().sum()
    }
}

/// Clockwise from the symbol's own upper left: bars that are read from right to left stand on their head.
fn corners(strip: &Strip, (start, end): (f32, f32)) -> Vec<(f32, f32)> {
    let last = (strip.rows() - 1) as f32;
    let (top, bottom) = if start <= end { (0.0, last) } else { (last, 0.0) };
    [(start, top), (end, top), (end, bottom), (start, bottom)]
        .map(|(sample, row)| strip.place(sample, row))
        .to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads are (format, text, left end, band, evidence), each 100 samples long; gives the texts told and their evidence.
    fn check(reads: &[(Format, &str, f32, usize, f32)], expect: &[(&str, f32)]) {
        let mut all = Reads::default();
        for &(format, text, left, band, evidence) in reads {
            let symbol = Symbol {
                text: text.to_owned(),
                format,
                identifier: String::new(),
                corners: Vec::new(),
            };
            all.push(Read {
                symbol,
                ends: (left, left + 100.0),
                band,
                evidence,
            });
        }
        let mut strip = Strip::default();
        let whole = super::super::region::Region::whole(80, 80, false);
        assert!(strip.cut(&[0; 6400], (80, 80), &whole, 42));
        let told = all.sightings(&strip);
        let told: Vec<(&str, f32)> = told
            .iter()
            .map(|s| (s.symbol.text.as_str(), s.evidence))
            .collect();
        assert_eq!(told, expect, "{reads:?}");
    }

    #[test]
    fn bands_add_up_but_each_counts_once() {
        use Format::Ean13;
        check(
            &[(Ean13, "a", 0.0, 0, 50.0), (Ean13, "a", 0.0, 1, 50.0)],
            &[("a", 100.0)],
        );
        check(
            &[(Ean13, "a", 0.0, 0, 50.0), (Ean13, "a", 0.0, 0, 40.0)],
            &[("a", 50.0)],
        );
        check(&[(Ean13, "a", 0.0, 0, LEAST - 1.0)], &[]);
    }

    #[test]
    fn two_texts_in_one_place_silence_each_other() {
        use Format::{Ean8, Ean13};
        check(&[(Ean13, "a", 0.0, 0, 60.0), (Ean8, "b", 50.0, 1, 40.0)], &[]);
        check(
            &[(Ean13, "a", 0.0, 0, 60.0), (Ean8, "b", 50.0, 1, 20.0)],
            &[("a", 60.0)],
        );
        let apart = [(Ean13, "a", 0.0, 0, 60.0), (Ean8, "b", 150.0, 1, 40.0)];
        check(&apart, &[("a", 60.0), ("b", 40.0)]);
    }

    #[test]
    fn a_part_of_an_interleaved_number_is_no_number() {
        use Format::Itf;
        check(
            &[(Itf, "12345678", 0.0, 0, 60.0), (Itf, "345678", 200.0, 1, 60.0)],
            &[("12345678", 60.0)],
        );
    }
}
