//! A grey picture at a whole fraction of its size: each new pixel is the mean of a square of old ones.

/// A grey picture, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grey {
    /// One byte a pixel.
    pub luma: Vec<u8>,
    /// The width in pixels.
    pub width: usize,
    /// The height in pixels.
    pub height: usize,
}

/// The picture at one `divisor`th of its size (at most 16); what does not fill a square at the right and the lower edge is left out.
/// `None` when the size does not fit the pixels or nothing is left.
pub fn shrink(luma: &[u8], width: usize, height: usize, divisor: usize) -> Option<Grey> {
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
    Some(Grey {
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

/// The picture at twice its size, new pixels mixed of the nearest old ones. `None` when the size does not fit the pixels.
pub fn double(luma: &[u8], width: usize, height: usize) -> Option<Grey> {
    if width == 0 || luma.is_empty() || width.checked_mul(height)? != luma.len() {
        return None;
    }
    let lines: Vec<Vec<u8>> = luma.chunks_exact(width).map(double_line).collect();
    let mut out = Vec::with_capacity(4 * luma.len());
    let mix = |near: &[u8], far: &[u8], out: &mut Vec<u8>| {
        out.extend(near.iter().zip(far).map(|(&near, &far)| mixed(near, far)));
    };
    for (y, line) in lines.iter().enumerate() {
        mix(line, lines.get(y.saturating_sub(1)).unwrap_or(line), &mut out);
        mix(line, lines.get(y + 1).unwrap_or(line), &mut out);
    }
    Some(Grey {
        luma: out,
        width: 2 * width,
        height: 2 * height,
    })
}

fn double_line(line: &[u8]) -> Vec<u8> {
    let before = line.iter().take(1).chain(line);
    let after = line.iter().skip(1).chain(line.last());
    let pairs = before.zip(line).zip(after);
    pairs
        .flat_map(|((&before, &here), &after)| [mixed(here, before), mixed(here, after)])
        .collect()
}

/// Three quarters of the near pixel and one of the far one.
fn mixed(near: u8, far: u8) -> u8 {
    // OK because the mean of bytes is a byte.
    ((3 * u16::from(near) + u16::from(far) + 2) / 4) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_new_pixel_is_the_mean_of_its_square() {
        let luma: Vec<u8> = (0..35).map(|i| i * 7).collect();
        let check = |divisor: usize, expect: &[u8]| {
            let shrunk = shrink(&luma, 7, 5, divisor).unwrap();
            assert_eq!(shrunk.luma, expect, "one {divisor}th");
            assert_eq!((shrunk.width, shrunk.height), (7 / divisor, 5 / divisor));
        };
        check(1, &luma);
        check(2, &[28, 42, 56, 126, 140, 154]);
        check(3, &[56, 77]);
        check(4, &[84]);
    }

    #[test]
    fn double_size_mixes_neighbours() {
        let doubled = double(&[0, 100], 2, 1).unwrap();
        assert_eq!((doubled.width, doubled.height), (4, 2));
        assert_eq!(doubled.luma, [0, 25, 75, 100, 0, 25, 75, 100]);
    }

    #[test]
    fn wrong_sizes_are_refused() {
        assert_eq!(shrink(&[1, 2, 3], 2, 2, 1), None);
        assert_eq!(shrink(&[1, 2, 3, 4], 2, 2, 3), None);
        assert_eq!(shrink(&[1, 2, 3, 4], 2, 2, 0), None);
        assert_eq!(shrink(&[1; 400], 20, 20, 17), None);
        assert_eq!(shrink(&[], usize::MAX, 2, 1), None);
        assert_eq!(double(&[], 0, 0), None);
        assert_eq!(double(&[1, 2, 3], 2, 2), None);
    }
}
