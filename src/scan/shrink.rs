//! A grey picture at a whole fraction of its size: each new pixel is the mean of a square of old ones.

/// A grey picture, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shrunk {
    /// One byte a pixel.
    pub luma: Vec<u8>,
    /// The width in pixels.
    pub width: usize,
    /// The height in pixels.
    pub height: usize,
}

/// The picture at one `divisor`th of its size (at most 16); what does not fill a square at the right and the lower edge is left out.
/// `None` when the size does not fit the pixels or nothing is left.
pub fn shrink(luma: &[u8], width: usize, height: usize, divisor: usize) -> Option<Shrunk> {
    if !(1..=16).contains(&divisor) || width.checked_mul(height)? != luma.len() {
        return None;
    }
    let (new_width, new_height) = (width / divisor, height / divisor);
    if new_width == 0 || new_height == 0 {
        return None;
    }
    let mut out = Vec::with_capacity(new_width * new_height);
    let mut sums = vec![0u16; width];
    for band in luma.chunks_exact(width * divisor) {
        sums.fill(0);
        for line in band.chunks_exact(width) {
            for (sum, &pixel) in sums.iter_mut().zip(line) {
                *sum += u16::from(pixel);
            }
        }
        push_means(&sums, divisor, &mut out);
    }
    Some(Shrunk {
        luma: out,
        width: new_width,
        height: new_height,
    })
}

/// Appends the mean of each `divisor` columns, given the sums of `divisor` rows.
fn push_means(sums: &[u16], divisor: usize, out: &mut Vec<u8>) {
    let area = (divisor * divisor) as u16;
    match divisor {
        // The commonest sizes stand apart, so that the compiler knows their squares.
        1 => out.extend(sums.iter().map(|&sum| sum as u8)),
        2 => out.extend(
            sums.chunks_exact(2)
                .map(|pair| ((pair[0] + pair[1] + 2) / 4) as u8),
        ),
        3 => out.extend(
            sums.chunks_exact(3)
                .map(|triple| ((triple[0] + triple[1] + triple[2] + 4) / 9) as u8),
        ),
        // OK because 256 pixels of 255 fit in 16 bits.
        _ => out.extend(
            sums.chunks_exact(divisor)
                .map(|columns| (columns.iter().sum::<u16>() / area) as u8),
        ),
    }
}
