//! The door to rxing for symbols of squares: a mask in, the QR Codes or Data Matrix symbols in it out.

use rxing::common::{BitArray, BitMatrix, DecoderRXingResult, DetectorRXingResult};
use rxing::datamatrix::decoder::Decoder;
use rxing::datamatrix::detector::zxing_cpp_detector::detect;
use rxing::qrcode::cpp_port::decoder::Decode;
use rxing::qrcode::cpp_port::detector::{FindFinderPatterns, GenerateFinderPatternSets, SampleQR};
use rxing::{
    BarcodeFormat, Point, RXingResult, RXingResultMetadataType as Key, RXingResultMetadataValue as Value,
};

use super::binarise::Mask;
use super::reader::symbol;
use crate::symbol::Symbol;

/// So many sets of three finder patterns are tried in one mask, the most plausible first.
const MOST_SETS: usize = 64;

/// The QR Codes in a mask, corners in its pixels, clockwise from each symbol's own upper left one.
pub fn qr_codes(mask: &Mask) -> Vec<Symbol> {
    let Some(bits) = bits(mask) else {
        return Vec::new();
    };
    let mut patterns = FindFinderPatterns(&bits, true, 0);
    let mut used = Vec::new();
    let mut symbols = Vec::new();
    for set in GenerateFinderPatternSets(&mut patterns).iter().take(MOST_SETS) {
        let corners = [set.bl, set.tl, set.tr];
        if corners.iter().any(|corner| used.contains(corner)) {
            continue;
        }
        let Ok(sampled) = SampleQR(&bits, set) else {
            continue;
        };
        let Ok(decoded) = Decode(sampled.getBits()) else {
            continue;
        };
        if decoded.isValid() {
            used.extend(corners);
            let points = sampled.getPoints();
            let result = RXingResult::with_decoder_result(decoded, points, BarcodeFormat::QR_CODE);
            symbols.extend(symbol(&result));
        }
    }
    symbols
}

/// The Data Matrix symbols in a mask, corners in its pixels, clockwise from each symbol's own upper left one.
/// `thorough` looks along many lines instead of those through the centre.
pub fn data_matrices(mask: &Mask, thorough: bool) -> Vec<Symbol> {
    let Some(bits) = bits(mask) else {
        return Vec::new();
    };
    let decoder = Decoder::new();
    let found = detect(&bits, thorough, true).unwrap_or_default();
    let mut symbols: Vec<Symbol> = Vec::new();
    for candidate in &found {
        let Ok(decoded) = decoder.decode(candidate.getBits()) else {
            continue;
        };
        let symbol = data_matrix(&decoded, candidate.getPoints());
        symbols.extend(symbol.filter(|new| symbols.iter().all(|old| old.text != new.text)));
    }
    symbols
}

/// A decoded Data Matrix in our words.
fn data_matrix(decoded: &DecoderRXingResult, points: &[Point]) -> Option<Symbol> {
    let bytes = decoded.getRawBytes().clone();
    let mut result = RXingResult::new(
        decoded.getText(),
        bytes,
        points.to_vec(),
        BarcodeFormat::DATA_MATRIX,
    );
    let identifier = format!("]d{}", decoded.getSymbologyModifier());
    result.putMetadata(Key::SYMBOLOGY_IDENTIFIER, Value::SymbologyIdentifier(identifier));
    symbol(&result)
}

/// The mask in the form that rxing wants; `None` when it is empty.
fn bits(mask: &Mask) -> Option<BitMatrix> {
    let mut bits = BitMatrix::new(mask.width as u32, mask.height as u32).ok()?;
    let mut row = BitArray::with_size(mask.width);
    let word_bits = usize::BITS as usize;
    for (y, line) in mask.dark.chunks_exact(mask.width).enumerate() {
        for (i, chunk) in line.chunks(word_bits).enumerate() {
            row.setBulk(i * word_bits, pack(chunk));
        }
        bits.setRow(y as u32, &row);
    }
    Some(bits)
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
