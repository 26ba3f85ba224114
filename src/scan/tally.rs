//! The vote of the rows: what several rows of one picture agree on.

use super::evidence::{ENOUGH, Sighting, of_row};
use crate::symbol::{Format, Symbol};

/// Over or under a symbol, another one with less than its rows divided by this is what blurred ends of its bars look like.
const NOISE: usize = 12;

/// How many rows must agree before a symbol counts: short codes and those with weak checks need more.
fn rows_needed(format: Format) -> usize {
    match format {
        Format::QrCode | Format::DataMatrix => 1,
        Format::Ean13 | Format::UpcA | Format::Code128 => 2,
        Format::Ean8 | Format::UpcE | Format::Itf | Format::DataBar | Format::DataBarExpanded => 3,
    }
}

/// The texts read so far, each with the rows that read it.
#[derive(Debug, Default)]
pub struct Tally {
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    /// As its first row read it.
    symbol: Symbol,
    last_corners: Vec<(f32, f32)>,
    rows: usize,
    first_row: usize,
    last_row: usize,
}

impl Tally {
    /// Counts one row's symbol; rows come from top to bottom.
    pub fn add(&mut self, symbol: Symbol, row: usize) {
        let same =
            |entry: &&mut Entry| entry.symbol.format == symbol.format && entry.symbol.text == symbol.text;
        match self.entries.iter_mut().find(same) {
            Some(entry) => {
                entry.rows += 1;
                entry.last_row = row;
                entry.last_corners = symbol.corners;
            }
            None => self.entries.push(Entry {
                rows: 1,
                last_corners: symbol.corners.clone(),
                symbol,
                first_row: row,
                last_row: row,
            }),
        }
    }

    /// What had enough rows and lies in the place of nothing that had more.
    pub fn into_sightings(mut self) -> Vec<Sighting> {
        let needed = |entry: &Entry| rows_needed(entry.symbol.format);
        self.entries.retain(|entry| entry.rows >= needed(entry));
        self.entries
            .sort_by_key(|entry| (needed(entry), usize::MAX - entry.rows));
        let mut kept: Vec<Entry> = Vec::new();
        for entry in self.entries {
            if !kept.iter().any(|stronger| stronger.overlaps(&entry)) {
                kept.push(entry);
            }
        }
        kept.into_iter().map(Entry::into_sighting).collect()
    }
}

impl Entry {
    /// The symbol, its corners clockwise from the start of the upper row. Rows of the picture itself prove less of EAN-8 and
    /// UPC-E than waveforms do: never enough alone.
    fn into_sighting(mut self) -> Sighting {
        let read_leftwards = match self.symbol.corners.as_slice() {
            [start, end, ..] => start.0 > end.0,
            _ => false,
        };
        let last = self.last_corners.into_iter().rev();
        self.symbol.corners.extend(last);
        if read_leftwards {
            // Read from right to left, the symbol stands on its head: its upper left corner is the lower right one.
            self.symbol.corners.reverse();
        }
        let short = matches!(self.symbol.format, Format::Ean8 | Format::UpcE);
        Sighting {
            evidence: if short {
                4.0 * of_row(self.symbol.format, "")
            } else {
                ENOUGH
            },
            symbol: self.symbol,
        }
    }

    /// Whether a weaker entry lies in the same place, or so close that it is noise.
    fn overlaps(&self, other: &Entry) -> bool {
        let is_noise = other.rows * NOISE < self.rows;
        let rows = self.first_row <= other.last_row && other.first_row <= self.last_row;
        let ((left, right), (others_left, others_right)) = (self.span(), other.span());
        (rows || is_noise) && left <= others_right && others_left <= right
    }

    /// The left and right end in pixels.
    fn span(&self) -> (f32, f32) {
        let xs = || self.symbol.corners.iter().map(|corner| corner.0);
        (
            xs().fold(f32::INFINITY, f32::min),
            xs().fold(f32::NEG_INFINITY, f32::max),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn symbol(format: Format, text: &str, left: f32) -> Symbol {
        Symbol {
            text: text.to_owned(),
            format,
            identifier: String::new(),
            corners: vec![(left, 0.0), (left + 100.0, 0.0)],
        }
    }

    /// Rows are (format, text, left end, row number).
    fn check(rows: &[(Format, &str, f32, usize)], expect: &[&str]) {
        let mut tally = Tally::default();
        for &(format, text, left, row) in rows {
            tally.add(symbol(format, text, left), row);
        }
        let seen = tally.into_sightings();
        let texts: Vec<&str> = seen.iter().map(|seen| seen.symbol.text.as_str()).collect();
        assert_eq!(texts, expect, "{rows:?}");
    }

    #[test]
    fn one_row_alone_proves_nothing() {
        use Format::{Ean13, UpcE};
        check(&[(Ean13, "a", 0.0, 1)], &[]);
        check(&[(Ean13, "a", 0.0, 1), (Ean13, "a", 0.0, 2)], &["a"]);
        check(&[(UpcE, "a", 0.0, 1), (UpcE, "a", 0.0, 2)], &[]);
        check(
            &[(UpcE, "a", 0.0, 1), (UpcE, "a", 0.0, 2), (UpcE, "a", 0.0, 3)],
            &["a"],
        );
    }

    #[test]
    fn of_two_texts_in_one_place_the_trustworthy_one_stays() {
        use Format::{Ean8, Ean13};
        let short = |row| (Ean8, "short", 0.0, row);
        let long = |row| (Ean13, "long", 20.0, row);
        check(&[long(1), short(2), short(3), short(4), long(5)], &["long"]);
        check(
            &[long(1), long(2), short(3), short(4), short(5)],
            &["long", "short"],
        );
        let many = (1..30).map(long).chain([short(30), short(31), short(32)]);
        check(&many.collect::<Vec<_>>(), &["long", "short"]);
        let more = (1..40).map(long).chain([short(40), short(41), short(42)]);
        check(&more.collect::<Vec<_>>(), &["long"]);
        let other = |row| (Ean13, "other", 0.0, row);
        check(&[long(1), other(2), long(3), other(4), long(5)], &["long"]);
    }
}
