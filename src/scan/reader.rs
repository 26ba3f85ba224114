//! The door to rxing, the decoder of record, which no other file knows: rows of bars, masks or modules in, symbols out.

use std::collections::HashSet;

use rxing::common::cpp_essentials::ConcentricPattern;
use rxing::common::{BitArray, BitMatrix, DetectorRXingResult, HybridBinarizer};
use rxing::datamatrix::decoder::Decoder;
use rxing::datamatrix::detector::zxing_cpp_detector::detect;
use rxing::oned::rss::RSS14Reader;
use rxing::oned::rss::expanded::RSSExpandedReader;
use rxing::oned::{Code128Reader, ITFReader, MultiFormatUPCEANReader, OneDReader};
use rxing::qrcode::cpp_port::decoder::Decode;
use rxing::qrcode::cpp_port::detector::{
    FindFinderPatterns, FinderPatternSet, GenerateFinderPatternSets, SampleQR,
};
use rxing::{
    BarcodeFormat, BinaryBitmap, DecodeHints, Luma8Source, Point, RXingResult,
    RXingResultMetadataType as Key, RXingResultMetadataValue as Value,
};

use super::binarise::Mask;
use super::evidence::Sighting;
use super::tally::Tally;
use super::told::Told;
use crate::symbol::{Format, Symbol};

/// Pictures with a shorter side than this, in pixels, hold no readable symbol and are not shown to rxing.
pub const SHORTEST_SIDE: u32 = 24;

/// A picture may be this many times as long as it is wide; rxing has been seen to loop for ever on slivers.
pub const LONGEST_ASPECT: u32 = 16;

/// The formats of the EAN and UPC family, which rxing reads together.
const EAN: [BarcodeFormat; 4] = [
    BarcodeFormat::EAN_13,
    BarcodeFormat::EAN_8,
    BarcodeFormat::UPC_A,
    BarcodeFormat::UPC_E,
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
        PossibleFormats: Some(HashSet::from(EAN)),
        // Without this, Code 128 loses its FNC1 characters.
        AssumeGs1: Some(true),
        // Only ITF asks: of its lengths, GS1 uses the fourteen digits of cartons alone.
        AllowedLengths: Some(vec![14]),
        ..DecodeHints::default()
    }
}

/// Reads row after row and lets the rows vote, because one row alone is often misread (EAN-8 and UPC-E out of blurred EAN-13).
fn scan_rows(picture: &Picture, hints: &DecodeHints) -> Vec<Sighting> {
    let mut readers = Readers::new(Bars::All, hints);
    let mut tally = Tally::default();
    let height = picture.get_height();
    let step = (height / 256).max(1);
    for y in (step / 2..height).step_by(step) {
        let Ok(row) = picture.get_black_row(y) else {
            continue;
        };
        if let Some(symbol) = read_row(&mut readers, &row, y, hints) {
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
fn read_row(readers: &mut Readers, row: &BitArray, y: usize, hints: &DecodeHints) -> Option<Symbol> {
    if let Some(result) = readers.decode(y as u32, row, hints) {
        return symbol(&result);
    }
    let mut backwards = row.clone();
    backwards.reverse();
    let result = readers.decode(y as u32, &backwards, hints)?;
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
    readers: Readers,
    hints: DecodeHints,
}

/// rxing's readers of the formats that stand on goods, called one by one: its own choice among them brings along the readers of
/// all other formats, and with those some pictures are never finished.
struct Readers {
    ean: MultiFormatUPCEANReader,
    data_bar: Option<(RSS14Reader, RSSExpandedReader)>,
}

impl Readers {
    fn new(bars: Bars, hints: &DecodeHints) -> Readers {
        Readers {
            ean: MultiFormatUPCEANReader::new(hints),
            data_bar: (bars == Bars::All).then(Default::default),
        }
    }

    fn decode(&mut self, number: u32, row: &BitArray, hints: &DecodeHints) -> Option<RXingResult> {
        let common = self
            .ean
            .decode_row(number, row, hints)
            .or_else(|_| Code128Reader.decode_row(number, row, hints))
            .or_else(|_| ITFReader::default().decode_row(number, row, hints));
        if let Ok(result) = common {
            return Some(result);
        }
        let (omnidirectional, expanded) = self.data_bar.as_mut()?;
        omnidirectional
            .decode_row(number, row, hints)
            .or_else(|_| expanded.decode_row(number, row, hints))
            .ok()
    }
}

impl Rows {
    /// A reader that has seen no row yet.
    pub fn new(bars: Bars) -> Rows {
        let mut hints = hints();
        hints.AllowedLengths = Some(vec![6, 8, 10, 12, 14]);
        Rows {
            readers: Readers::new(bars, &hints),
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
        let result = self.readers.decode(number, bits, &self.hints)?;
        let mut symbol = symbol(&result)?;
        let corners = std::mem::take(&mut symbol.corners);
        let ends = (corners.first()?.0, corners.last()?.0);
        Some((symbol, ends))
    }
}

/// What rxing found, in our words; `None` for a format or a text that we do not take.
fn symbol(result: &RXingResult) -> Option<Symbol> {
    let told = Told {
        format: format(result.getBarcodeFormat())?,
        text: result.getText(),
        identifier: told_identifier(result),
        bytes: result.getRawBytes(),
        points: result.getPoints().iter().map(|p| (p.x, p.y)).collect(),
    };
    told.symbol()
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
    match result.getRXingResultMetadata().get(&Key::SYMBOLOGY_IDENTIFIER) {
        Some(Value::SymbologyIdentifier(told)) => told,
        _ => "",
    }
}

/// Dark and light pixels or modules in the form that rxing wants.
pub struct Bits(BitMatrix);

impl Bits {
    /// A mask with so many light pixels around it; `None` when it is empty.
    pub fn new(mask: &Mask, margin: usize) -> Option<Bits> {
        let (width, height) = (mask.width + 2 * margin, mask.height + 2 * margin);
        let mut bits = BitMatrix::new(width as u32, height as u32).ok()?;
        let mut line = vec![0; width];
        let mut row = BitArray::with_size(width);
        let word = usize::BITS as usize;
        for (y, pixels) in mask.dark.chunks_exact(mask.width).enumerate() {
            if let Some(middle) = line.get_mut(margin..margin + mask.width) {
                middle.copy_from_slice(pixels);
            }
            for (i, chunk) in line.chunks(word).enumerate() {
                row.setBulk(i * word, pack(chunk));
            }
            bits.setRow((y + margin) as u32, &row);
        }
        Some(Bits(bits))
    }

    /// Columns and rows.
    pub fn size(&self) -> (usize, usize) {
        (self.0.getWidth() as usize, self.0.getHeight() as usize)
    }
}

/// Up to as many bytes of 0 or 1 as a word has bits, the first as the lowest bit.
fn pack(chunk: &[u8]) -> usize {
    let eights = chunk.chunks(8).enumerate();
    eights.fold(0, |word, (i, eight)| word | (pack_eight(eight) << (8 * i)))
}

/// Up to eight bytes of 0 or 1, the first as the lowest bit.
fn pack_eight(eight: &[u8]) -> usize {
    let mut bytes = [0; 8];
    for (byte, &pixel) in bytes.iter_mut().zip(eight) {
        *byte = pixel;
    }
    // OK because each byte is 0 or 1: the product moves bit 8·i to bit 56 + i, and no two partial products meet.
    (u64::from_le_bytes(bytes).wrapping_mul(0x0102_0408_1020_4080) >> 56) as usize
}

/// What may be a symbol of squares: its modules as they were sampled, and its corners in the order in which they are told.
pub struct Sampled {
    /// The modules.
    pub modules: Bits,
    /// Four points in pixels of the mask.
    pub corners: [(f32, f32); 4],
}

impl Sampled {
    fn new(found: &impl DetectorRXingResult) -> Sampled {
        let points = found.getPoints();
        let point = |i: usize| points.get(i).map_or((0.0, 0.0), |p| (p.x, p.y));
        Sampled {
            modules: Bits(found.getBits().clone()),
            corners: [point(0), point(1), point(2), point(3)],
        }
    }
}

/// A finder pattern of QR Codes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pattern {
    /// Its middle, in pixels of the mask.
    pub centre: (f32, f32),
    /// Its width in pixels.
    pub width: f32,
}

/// Three finder patterns that may be those of one QR Code.
pub struct PatternSet(FinderPatternSet);

impl PatternSet {
    /// The lower left, the upper left and the upper right one.
    pub fn patterns(&self) -> [Pattern; 3] {
        [&self.0.bl, &self.0.tl, &self.0.tr].map(pattern)
    }

    /// The modules between the patterns. Corners row by row.
    pub fn sample(&self, bits: &Bits) -> Option<Sampled> {
        Some(Sampled::new(&SampleQR(&bits.0, &self.0).ok()?))
    }
}

fn pattern(pattern: &ConcentricPattern) -> Pattern {
    Pattern {
        centre: (pattern.p.x, pattern.p.y),
        width: pattern.size as f32,
    }
}

/// The finder patterns in a mask, the widest first, and the sets of three that they make, the most plausible first.
pub fn finder_patterns(bits: &Bits) -> (Vec<Pattern>, Vec<PatternSet>) {
    let mut patterns = FindFinderPatterns(&bits.0, true, 0);
    let sets = GenerateFinderPatternSets(&mut patterns);
    let seen = patterns.iter().map(pattern).collect();
    (seen, sets.into_iter().map(PatternSet).collect())
}

/// What the modules of a QR Code say.
pub fn qr_code(modules: &Bits, corners: &[(f32, f32)]) -> Option<Symbol> {
    let decoded = Decode(&modules.0).ok()?;
    if !decoded.isValid() {
        return None;
    }
    let points: Vec<Point> = corners.iter().copied().map(Point::from).collect();
    let result = RXingResult::with_decoder_result(decoded, &points, BarcodeFormat::QR_CODE);
    symbol(&result)
}

/// What may be Data Matrix symbols in a mask. Corners clockwise from each symbol's own upper left one.
pub fn data_matrices(bits: &Bits) -> Vec<Sampled> {
    let found = detect(&bits.0, true, true).unwrap_or_default();
    found.iter().map(Sampled::new).collect()
}

/// What the modules of a Data Matrix say.
pub fn data_matrix(modules: &Bits, corners: &[(f32, f32)]) -> Option<Symbol> {
    let decoded = Decoder::new().decode(&modules.0).ok()?;
    let told = Told {
        format: Format::DataMatrix,
        text: decoded.getText(),
        identifier: "",
        bytes: decoded.getRawBytes(),
        points: corners.to_vec(),
    };
    told.symbol()
}
