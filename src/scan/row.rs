//! The edges of a profile as a row of bits for rxing.

use super::profile::Edges;
use super::reader::Rows;
use crate::symbol::{Format, Symbol};

/// Light bits before and after a row, as quiet zones where a label is cut.
const MARGIN: usize = 40;

/// The narrow bars of a row get about this many bits, so that widths are told finer than a pixel.
const NARROW: f32 = 5.0;

/// A row of bits.
#[derive(Debug)]
pub struct Row<'a> {
    edges: &'a Edges,
    /// From light to dark, from dark to light, and so on, each later than the one before.
    bits: Vec<usize>,
    length: usize,
    /// Bits a sample.
    scale: f32,
}

impl Row<'_> {
    /// The row of a profile's edges.
    pub fn new(edges: &Edges) -> Row<'_> {
        let scale = (NARROW / narrow(edges)).min(8.0);
        let mut bits: Vec<usize> = Vec::with_capacity(edges.at.len());
        for edge in &edges.at {
            // OK because an edge lies at a sample, none of which is before the first.
            let bit = (edge * scale).round() as usize + MARGIN;
            bits.push(bits.last().map_or(bit, |&last| bit.max(last + 1)));
        }
        // A last bar without an end is no bar.
        bits.truncate(bits.len() / 2 * 2);
        let least = bits.last().copied().unwrap_or_default();
        let length = ((edges.samples as f32 * scale) as usize + MARGIN).max(least) + MARGIN;
        Row {
            edges,
            bits,
            length,
            scale,
        }
    }

    /// The symbol that rxing finds in it, and its ends in samples in the direction of reading.
    pub fn read(&self, rows: &mut Rows, number: u32) -> Option<(Symbol, (f32, f32))> {
        let (symbol, (start, end)) = rows.read(&self.bits, self.length, number)?;
        let sample = |bit: f32| (bit - MARGIN as f32) / self.scale;
        let ends = (sample(start), sample(end));
        let whole = symbol.format != Format::Itf || self.is_alone(symbol.text.len(), ends);
        whole.then_some((symbol, ends))
    }

    /// Whether there is only paper on both sides of an Interleaved 2 of 5, so that it is no part of a longer one.
    fn is_alone(&self, digits: usize, (start, end): (f32, f32)) -> bool {
        let (left, right) = (start.min(end), start.max(end));
        // A digit is about eight narrow bars long, a guard four to six (ISO/IEC 16390).
        let narrow = (right - left) / (8 * digits.max(1)) as f32;
        let beside = |edge: &f32| {
            let away = (left - edge).max(edge - right) / narrow;
            (6.5..10.0).contains(&away)
        };
        !self.edges.at.iter().any(beside)
    }
}

/// The width in samples below which a fifth of the bars and spaces lie.
fn narrow(edges: &Edges) -> f32 {
    let mut widths: Vec<f32> = edges.at.windows(2).map(|pair| pair[1] - pair[0]).collect();
    widths.sort_by(f32::total_cmp);
    widths.get(widths.len() / 5).copied().unwrap_or(1.0).max(0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn narrow_bars_get_several_bits_and_no_bar_is_lost() {
        let edges = Edges {
            at: vec![10.0, 11.0, 12.0, 13.0, 13.02, 15.0, 17.0],
            samples: 20,
        };
        let row = Row::new(&edges);
        assert_eq!(row.bits, [90, 95, 100, 105, 106, 115]);
        assert_eq!(row.length, 180);
        assert!(Row::new(&Edges::default()).bits.is_empty());
    }
}
