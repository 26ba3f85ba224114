//! How much one read proves, and when reads that agree prove enough.

use super::waveform::Found;
use crate::symbol::{Format, Symbol};

/// So much evidence makes a text believed.
pub const ENOUGH: f32 = 90.0;

/// No read alone proves more than this, so that two must agree.
pub const MOST: f32 = 60.0;

/// A read of EAN-8 or UPC-E proves no more than this, so that three must agree: their bars are found in those of longer symbols.
pub const MOST_OF_SHORT: f32 = 40.0;

/// So much evidence is enough for a product of the local catalogue.
pub const KNOWN: f32 = 20.0;

/// What proves less than this is not worth telling.
pub const LEAST: f32 = 15.0;

/// A text must have so many times the evidence of another in the same place.
pub const LEAD: f32 = 2.0;

/// A symbol in one picture and how much speaks for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sighting {
    /// The symbol.
    pub symbol: Symbol,
    /// What its reads prove together.
    pub evidence: f32,
}

/// What is proved by a row that rxing reads: the weaker the check, the less.
pub fn of_row(format: Format, identifier: &str) -> f32 {
    match format {
        Format::QrCode | Format::DataMatrix => ENOUGH,
        Format::Code128 => 45.0,
        Format::Ean13 | Format::UpcA | Format::DataBar | Format::DataBarExpanded => 30.0,
        Format::Itf if identifier == "]I1" => 30.0,
        Format::Itf => 20.0,
        // Their bars are found in those of longer symbols.
        Format::Ean8 | Format::UpcE => 8.0,
    }
}

/// What waveforms prove: how much worse the next digits fit, against how well these do. Reads of noise stay below 30.
pub fn of_waveforms(found: &Found) -> f32 {
    let reading = &found.reading;
    let clear = (reading.margin - reading.forced) / (found.misfit + 0.004);
    let (noise, most) = if found.layout.format == Format::Ean13 {
        (12.0, MOST)
    } else {
        (18.0, MOST_OF_SHORT)
    };
    (clear - noise).clamp(0.0, most)
}
