//! The door to rxing, the decoder of record: a grey picture in, the symbols in it out. Beside it, only `squares` knows rxing.

use std::collections::HashSet;

use rxing::common::{BitArray, HybridBinarizer};
use rxing::oned::{MultiFormatOneDReader, OneDReader};
use rxing::{
    BarcodeFormat, BinaryBitmap, DecodeHints, Luma8Source, RXingResult, RXingResultMetadataType,
    RXingResultMetadataValue,
};

use super::data_bar::element_string;
use super::evidence::Sighting;
use super::tally::Tally;
use crate::symbol::{Format, Symbol};

/// Pictures with a shorter side than this, in pixels, hold no readable symbol and are not shown to rxing.
pub const SHORTEST_SIDE: u32 = 24;

/// A picture may be this many times as long as it is wide; rxing has been seen to loop for ever on slivers.
pub const LONGEST_ASPECT: u32 = 16;

/// The bars that stand on goods. Never rxing's list of all formats: with it, some pictures are never finished.
const RETAIL: [BarcodeFormat; 8] = [
    BarcodeFormat::EAN_13,
    BarcodeFormat::EAN_8,
    BarcodeFormat::UPC_A,
    BarcodeFormat::UPC_E,
    BarcodeFormat::CODE_128,
    BarcodeFormat::ITF,
    BarcodeFormat::RSS_14,
    BarcodeFormat::RSS_EXPANDED,
];

/// A picture as rxing wants it.
type Picture<'a> = BinaryBitmap<HybridBinarizer<Luma8Source<'a>>>;

/// The bars in the rows of a grey picture (one byte a pixel, row by row, no padding) as they are, lying or else standing.
/// Empty for pictures whose size does not fit the pixels, that are too small or that are slivers.
pub fn rows(luma: &[u8], width: u32, height: u32) -> Vec<Sighting> {
    let Some(mut picture) = picture(luma, width, height) else {
        return Vec::new();
    };
    let lying = scan_rows(&picture, &hints());
    if !lying.is_empty() || !picture.is_rotate_supported() {
        return lying;
    }
    let right = picture.get_width() as f32 - 1.0;
    let mut standing = scan_rows(&picture.rotate_counter_clockwise(), &hints());
    for corner in standing.iter_mut().flat_map(|seen| &mut seen.symbol.corners) {
        *corner = (right - corner.1, corner.0);
    }
    standing
}

fn picture(luma: &[u8], width: u32, height: u32) -> Option<Picture<'_>> {
    let (short, long) = (width.min(height), width.max(height));
    if short < SHORTEST_SIDE || long / short > LONGEST_ASPECT {
        return None;
    }
    let source = Luma8Source::new_with_slice(luma, width, height).ok()?;
    Some(BinaryBitmap::new(HybridBinarizer::new(source)))
}

fn hints() -> DecodeHints {
    DecodeHints {
        TryHarder: Some(true),
        PossibleFormats: Some(HashSet::from(RETAIL)),
        // Without this, Code 128 loses its FNC1 characters.
        AssumeGs1: Some(true),
        // Only ITF asks: of its lengths, GS1 uses the fourteen digits of cartons alone.
        AllowedLengths: Some(vec![14]),
        ..DecodeHints::default()
    }
}

/// Reads row after row and lets the rows vote, because one row alone is often misread (EAN-8 and UPC-E out of blurred EAN-13).
fn scan_rows(picture: &Picture, hints: &DecodeHints) -> Vec<Sighting> {
    let mut reader = MultiFormatOneDReader::new(hints);
    let mut tally = Tally::default();
    let height = picture.get_height();
    let step = (height / 256).max(1);
    for y in (step / 2..height).step_by(step) {
        let Ok(row) = picture.get_black_row(y) else {
            continue;
        };
        if let Some(symbol) = read_row(&mut reader, &row, y, hints) {
            // rxing does not look at the check digit.
            if symbol.format == Format::Itf && symbol.identifier != "]I1" {
                continue;
            }
            tally.add(symbol, y / step);
        }
    }
    tally.into_sightings()
}

/// One row, forwards or else backwards.
fn read_row(
    reader: &mut MultiFormatOneDReader,
    row: &BitArray,
    y: usize,
    hints: &DecodeHints,
) -> Option<Symbol> {
    if let Ok(result) = reader.decode_row(y as u32, row, hints) {
        return symbol(&result);
    }
    let mut backwards = row.clone();
    backwards.reverse();
    let result = reader.decode_row(y as u32, &backwards, hints).ok()?;
    let mut symbol = symbol(&result)?;
    let right = row.get_size() as f32 - 1.0;
    for corner in &mut symbol.corners {
        corner.0 = right - corner.0;
    }
    Some(symbol)
}

/// Which rows of bars are sought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bars {
    /// EAN, UPC, Code 128 and Interleaved 2 of 5.
    Common,
    /// These and DataBar, which takes as long as all of them.
    All,
}

/// Reads single rows of bars, one after the other from the top of a symbol to its bottom (stacked symbols need that).
pub struct Rows {
    reader: MultiFormatOneDReader,
    hints: DecodeHints,
}

impl Rows {
    /// A reader that has seen no row yet.
    pub fn new(bars: Bars) -> Rows {
        let mut hints = hints();
        hints.AllowedLengths = Some(vec![6, 8, 10, 12, 14]);
        if bars == Bars::Common {
            let formats = hints.PossibleFormats.get_or_insert_default();
            formats.retain(|format| !matches!(format, BarcodeFormat::RSS_14 | BarcodeFormat::RSS_EXPANDED));
        }
        Rows {
            reader: MultiFormatOneDReader::new(&hints),
            hints,
        }
    }

    /// Reads the row whose edges (light to dark, dark to light, and so on, rising) are given, `length` long; backwards too.
    /// Gives the symbol, without corners, and its ends in the direction of reading.
    pub fn read(&mut self, edges: &[usize], length: usize, number: u32) -> Option<(Symbol, (f32, f32))> {
        let mut bits = BitArray::with_size(length);
        for pair in edges.as_chunks::<2>().0 {
            // One by one, because rxing's way to set a range counts over where it ends with a word.
            (pair[0]..pair[1].min(length)).for_each(|bit| bits.set(bit));
        }
        if let Some(read) = self.read_bits(&bits, number) {
            return Some(read);
        }
        bits.reverse();
        let (symbol, (start, end)) = self.read_bits(&bits, number)?;
        let right = length as f32;
        Some((symbol, (right - start, right - end)))
    }

    fn read_bits(&mut self, bits: &BitArray, number: u32) -> Option<(Symbol, (f32, f32))> {
        let result = self.reader.decode_row(number, bits, &self.hints).ok()?;
        let mut symbol = symbol(&result)?;
        let corners = std::mem::take(&mut symbol.corners);
        let ends = (corners.first()?.0, corners.last()?.0);
        Some((symbol, ends))
    }
}

/// What rxing found, in our words; `None` for a format or a text that we do not take.
pub(super) fn symbol(result: &RXingResult) -> Option<Symbol> {
    let format = format(result.getBarcodeFormat())?;
    let told = told_identifier(result);
    let text = text(result, format, told)?;
    if text.is_empty() {
        return None;
    }
    let points: Vec<(f32, f32)> = result.getPoints().iter().map(|p| (p.x, p.y)).collect();
    Some(Symbol {
        text,
        format,
        identifier: identifier(result, format, told),
        corners: if format.is_linear() { ends(&points) } else { points },
    })
}

fn format(format: &BarcodeFormat) -> Option<Format> {
    Some(match format {
        BarcodeFormat::EAN_13 => Format::Ean13,
        BarcodeFormat::EAN_8 => Format::Ean8,
        BarcodeFormat::UPC_A => Format::UpcA,
        BarcodeFormat::UPC_E => Format::UpcE,
        BarcodeFormat::CODE_128 => Format::Code128,
        BarcodeFormat::ITF => Format::Itf,
        BarcodeFormat::RSS_14 => Format::DataBar,
        BarcodeFormat::RSS_EXPANDED => Format::DataBarExpanded,
        BarcodeFormat::QR_CODE => Format::QrCode,
        BarcodeFormat::DATA_MATRIX => Format::DataMatrix,
        _ => return None,
    })
}

/// The identifier as rxing tells it, or an empty text.
fn told_identifier(result: &RXingResult) -> &str {
    match result
        .getRXingResultMetadata()
        .get(&RXingResultMetadataType::SYMBOLOGY_IDENTIFIER)
    {
        Some(RXingResultMetadataValue::SymbologyIdentifier(told)) => told,
        _ => "",
    }
}

/// The identifier of ISO/IEC 15424. The variants "with ECI" become those without, because our text is UTF-8 already.
fn identifier(result: &RXingResult, format: Format, told: &str) -> String {
    let known = match format {
        Format::Ean13 | Format::UpcA | Format::UpcE => "]E0",
        Format::Ean8 => "]E4",
        Format::Itf if is_carton(result.getText()) => "]I1",
        Format::Itf => "]I0",
        Format::DataBar | Format::DataBarExpanded => "]e0",
        Format::Code128 if told.is_empty() => "]C0",
        Format::Code128 => told,
        // rxing takes a GS that happens to end at the fourth character for a leading FNC1, so its modifier is not believed.
        Format::DataMatrix if is_gs1_matrix(result) => "]d2",
        Format::DataMatrix => "]d1",
        Format::QrCode => match told {
            "]Q0" => "]Q0",
            "]Q3" | "]Q4" => "]Q3",
            "]Q5" | "]Q6" => "]Q5",
            _ => "]Q1",
        },
    };
    known.to_owned()
}

/// Whether a Data Matrix opens with FNC1: codeword 232, after the four codewords of a structured append if 233 tells of one
/// (ISO/IEC 16022, 5.2.4.6 and 5.6).
fn is_gs1_matrix(result: &RXingResult) -> bool {
    let codewords = result.getRawBytes();
    let first = if codewords.first() == Some(&233) {
        codewords.get(4)
    } else {
        codewords.first()
    };
    first == Some(&232)
}

fn text(result: &RXingResult, format: Format, told: &str) -> Option<String> {
    let text = result.getText();
    match format {
        // rxing writes the identifier before the text of GS1-128.
        // It takes a check character of the value 102 for FNC1; a separator after the last element says nothing anyway.
        Format::Code128 => Some(
            text.strip_prefix("]C1")
                .unwrap_or(text)
                .trim_end_matches('\u{1D}')
                .to_owned(),
        ),
        // Fourteen digits with a wrong check digit are a misread carton.
        Format::Itf => (text.len() != 14 || is_carton(text)).then(|| text.to_owned()),
        Format::DataBar | Format::DataBarExpanded => Some(element_string(text)),
        // rxing guesses the character set of plain QR Codes; what is valid UTF-8 is UTF-8.
        Format::QrCode if matches!(told, "]Q1" | "]Q3" | "]Q5") => Some(
            std::str::from_utf8(result.getRawBytes())
                .unwrap_or(text)
                .to_owned(),
        ),
        _ => Some(text.to_owned()),
    }
}

/// Whether these are the fourteen digits of ITF-14 with the right check digit, which rxing does not look at.
fn is_carton(digits: &str) -> bool {
    let weigh = |(place, digit): (usize, u8)| u32::from(digit - b'0') * [3, 1][place % 2];
    digits.len() == 14
        && digits.bytes().all(|b| b.is_ascii_digit())
        && digits.bytes().enumerate().map(weigh).sum::<u32>() % 10 == 0
}

/// The two ends of a row of bars in the direction of reading; rxing also gives points between them, and those of an add-on.
fn ends(points: &[(f32, f32)]) -> Vec<(f32, f32)> {
    let by_x = |a: &&(f32, f32), b: &&(f32, f32)| a.0.total_cmp(&b.0);
    let left = points.iter().min_by(by_x);
    let right = points.iter().max_by(by_x);
    let mut ends: Vec<(f32, f32)> = left.into_iter().chain(right).copied().collect();
    if points.first() == ends.last() {
        ends.reverse();
    }
    ends
}
