//! One region of bars: its strip, the profiles of its bands, and what they agree on.

use super::evidence::{self, Sighting};
use super::profile::{self, Edges};
use super::reader::{Bars, Rows};
use super::reads::{Read, Reads};
use super::region::Region;
use super::row::Row;
use super::strip::Strip;
use super::waveform::{Found, Sheets};
use crate::symbol::{Format, Symbol};

/// The bands whose profiles are read, in [`PARTS`] of the height: the whole, thirds, and sevenths.
pub const BANDS: [(usize, usize); 11] = [
    (0, 42),
    (0, 14),
    (14, 28),
    (28, 42),
    (0, 6),
    (6, 12),
    (12, 18),
    (18, 24),
    (24, 30),
    (30, 36),
    (36, 42),
];

/// What the height is divided into.
const PARTS: usize = 42;

/// The numbers of the whole and the thirds.
const LARGE: [usize; 4] = [0, 1, 2, 3];

/// The numbers of the sevenths.
const SMALL: [usize; 7] = [4, 5, 6, 7, 8, 9, 10];

/// The most rows that a strip is cut into.
const MOST_ROWS: usize = 42;

/// So many rows show whether a region is worth all of them.
const FEW_ROWS: usize = 9;

/// How much a profile is sharpened before its edges are taken.
const SHARPENINGS: [f32; 3] = [0.0, 1.5, 3.0];

/// A profile with fewer edges holds no symbol; the shortest, UPC-E, has 34, of which blur may merge some.
const FEWEST_EDGES: usize = 16;

/// Digits that leave less unexplained, in shares of the contrast squared, are not sought backwards too.
const PLAIN: f32 = 0.006;

/// How much is done for a region before it is given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// The waveforms of the whole and of thirds, and their edges for the common formats.
    Quick,
    /// The same, without a first look at a few rows: for a region that was read a moment ago.
    Again,
    /// Every band, sharpened in every way, for all formats, and as light bars on dark ground.
    Full,
}

impl Effort {
    /// The least share of edges that must survive the mean of all rows; print and foliage lose nearly all.
    fn agreement(self) -> f32 {
        match self {
            Effort::Quick | Effort::Again => 0.2,
            Effort::Full => 0.1,
        }
    }
}

/// Reads regions; keeps its buffers.
#[derive(Debug, Default)]
pub struct Lines {
    strip: Strip,
    sheets: Sheets,
    profile: Vec<f32>,
    sharp: Vec<f32>,
    reads: Reads,
    shear: f32,
    inverted: bool,
}

impl Lines {
    /// What is seen in a region of a picture (one byte a pixel, row by row, no padding); corners in its pixels.
    pub fn read(
        &mut self,
        luma: &[u8],
        (width, height): (u32, u32),
        region: &Region,
        effort: Effort,
    ) -> Vec<Sighting> {
        if effort == Effort::Quick && !self.promises(luma, (width, height), region) {
            return Vec::new();
        }
        if !self.strip.cut(luma, (width, height), region, MOST_ROWS) {
            return Vec::new();
        }
        let (shear, agreement) = self.strip.best_shear();
        if agreement < effort.agreement() {
            return Vec::new();
        }
        self.shear = shear;
        self.inverted = false;
        let mut sightings = self.passes(effort);
        if effort == Effort::Full && !believed(&sightings) {
            self.inverted = true;
            sightings.extend(self.passes(Effort::Quick));
        }
        sightings
    }

    /// Whether a few rows of a region agree, which those of print and foliage seldom do.
    fn promises(&mut self, luma: &[u8], size: (u32, u32), region: &Region) -> bool {
        self.strip.cut(luma, size, region, FEW_ROWS) && self.strip.best_shear().1 >= Effort::Quick.agreement()
    }

    /// From the cheapest pass to the dearest, until something is believed.
    fn passes(&mut self, effort: Effort) -> Vec<Sighting> {
        self.reads.clear();
        let mut common = Rows::new(Bars::Common);
        let passes: [(&[usize], bool, &[f32]); 3] = [
            (&[0, 2], true, &[]),
            (&[1, 3], true, &[]),
            (&LARGE, false, &SHARPENINGS[..2]),
        ];
        let mut sightings = Vec::new();
        for (bands, waveforms, sharpenings) in passes {
            self.pass(bands, waveforms, sharpenings, &mut common);
            sightings = self.reads.sightings(&self.strip);
            if believed(&sightings) {
                return sightings;
            }
        }
        if effort == Effort::Full {
            let mut all = Rows::new(Bars::All);
            self.pass(&SMALL, true, &SHARPENINGS, &mut all);
            self.pass(&LARGE, false, &SHARPENINGS, &mut all);
            sightings = self.reads.sightings(&self.strip);
        }
        sightings
    }

    /// Reads some bands: by their waveforms, and by their edges, sharpened in these ways.
    fn pass(&mut self, bands: &[usize], waveforms: bool, sharpenings: &[f32], rows: &mut Rows) {
        let parts = bands.iter().filter_map(|&band| Some((band, *BANDS.get(band)?)));
        for (band, (from, to)) in parts {
            let row = |part: usize| part * self.strip.rows() / PARTS;
            let (from, to) = (row(from), row(to).max(row(from) + 1));
            self.strip.band(from, to, self.shear, &mut self.profile);
            if self.inverted {
                self.profile
                    .iter_mut()
                    .for_each(|sample| *sample = 255.0 - *sample);
            }
            let least = least_step(&self.profile);
            if waveforms {
                self.read_waveforms(band, least);
            }
            for &amount in sharpenings {
                self.read_edges(band, least, amount, rows);
            }
        }
    }

    /// Digits by their waveforms, forwards, and backwards unless they are plain.
    fn read_waveforms(&mut self, band: usize, least: f32) {
        let edges = profile::edges(&self.profile, least);
        if edges.at.len() < FEWEST_EDGES {
            return;
        }
        let forwards = self.sheets.read(&self.profile, &edges);
        let is_plain = forwards.as_ref().is_some_and(|found| found.misfit < PLAIN);
        let backwards = if is_plain {
            None
        } else {
            self.read_backwards(&edges)
        };
        let found = forwards.into_iter().chain(backwards);
        if let Some(found) = found.min_by(|a, b| a.misfit.total_cmp(&b.misfit)) {
            self.reads.push(Read {
                symbol: symbol(&found),
                ends: found.ends,
                band,
                evidence: evidence::of_waveforms(&found),
            });
        }
    }

    fn read_backwards(&mut self, edges: &Edges) -> Option<Found> {
        let last = (edges.samples - 1) as f32;
        let turned = Edges {
            at: edges.at.iter().rev().map(|edge| last - edge).collect(),
            samples: edges.samples,
        };
        self.sharp.clear();
        self.sharp.extend(self.profile.iter().rev());
        let found = self.sheets.read(&self.sharp, &turned)?;
        Some(Found {
            ends: (last - found.ends.0, last - found.ends.1),
            ..found
        })
    }

    /// A symbol by the edges of the sharpened profile.
    fn read_edges(&mut self, band: usize, least: f32, amount: f32, rows: &mut Rows) {
        let radius = (0.9 / self.strip.step()).round().max(1.0) as usize;
        profile::sharpen(&self.profile, radius, amount, &mut self.sharp);
        let edges = profile::edges(&self.sharp, least * (1.0 + amount / 2.0));
        if edges.at.len() < FEWEST_EDGES {
            return;
        }
        if let Some((symbol, ends)) = Row::new(&edges).read(rows, band as u32) {
            self.reads.push(Read {
                evidence: evidence::of_row(symbol.format, &symbol.identifier),
                symbol,
                ends,
                band,
            });
        }
    }
}

fn believed(sightings: &[Sighting]) -> bool {
    sightings
        .iter()
        .any(|sighting| sighting.evidence >= evidence::ENOUGH)
}

/// The least step that counts as an edge: a share of the profile's range, and more than the noise that is left in a mean.
fn least_step(profile: &[f32]) -> f32 {
    let ends = |(low, high): (f32, f32), &sample: &f32| (low.min(sample), high.max(sample));
    let (low, high) = profile.iter().fold((f32::MAX, f32::MIN), ends);
    (0.06 * (high - low)).max(2.5)
}

/// What was found, in our words. EAN-13 that starts with nought is UPC-A.
fn symbol(found: &Found) -> Symbol {
    let digits = &found.reading.digits;
    let upc_a = found.layout.format == Format::Ean13 && digits.first() == Some(&0);
    let digits = digits.iter().skip(usize::from(upc_a));
    let identifier = if found.layout.format == Format::Ean8 {
        "]E4"
    } else {
        "]E0"
    };
    Symbol {
        text: digits.map(|digit| char::from(b'0' + digit)).collect(),
        format: if upc_a { Format::UpcA } else { found.layout.format },
        identifier: identifier.to_owned(),
        corners: Vec::new(),
    }
}
