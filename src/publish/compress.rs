//! The compressed siblings of larger files, for servers that send them as they lie.

use flate2::{Compression, write::GzEncoder};
use std::io::Write as _;

/// Smaller files are sent as they are: headers and packets outweigh what would be saved.
const SMALLEST: usize = 1_000;

/// A middle way between small and fast; 11 is the smallest and slowest.
const BROTLI_QUALITY: i32 = 6;

/// The siblings `.gz` and `.br` of a file, if it is large enough and no picture.
pub(super) fn siblings(path: &str, bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    if bytes.len() < SMALLEST || path.starts_with("photos/") {
        return Vec::new();
    }
    let made = [("gz", gzip(bytes)), ("br", brotli(bytes))];
    made.into_iter()
        .filter_map(|(end, bytes)| Some((format!("{path}.{end}"), bytes?)))
        .collect()
}

fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    // Its header has no time and no name: the same bytes make the same file.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}

fn brotli(mut bytes: &[u8]) -> Option<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        lgwin: 18,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut made = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut made, &parameters).ok()?;
    Some(made)
}
