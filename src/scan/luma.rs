//! Grey pictures: one byte a pixel, row by row, without padding.

use crate::symbol::Symbol;

/// Appends the luma of RGBA pixels (four bytes each; alpha is ignored) with the weights of ITU-R BT.601.
pub fn push_rgba(rgba: &[u8], luma: &mut Vec<u8>) {
    luma.extend(rgba.chunks_exact(4).map(|pixel| {
        let weighed =
            |channel: usize, weight: u32| u32::from(pixel.get(channel).copied().unwrap_or_default()) * weight;
        // OK because the weights add up to 256.
        ((weighed(0, 77) + weighed(1, 150) + weighed(2, 29)) >> 8) as u8
    }));
}

/// Closes the gaps between rows that are `stride` bytes apart. `None` when the bytes do not suffice or the rows overlap.
pub fn unpad(plane: &mut Vec<u8>, width: usize, height: usize, stride: usize) -> Option<()> {
    let used = stride.checked_mul(height.checked_sub(1)?)?.checked_add(width)?;
    if stride < width || plane.len() < used {
        return None;
    }
    if stride > width {
        for y in 1..height {
            plane.copy_within(y * stride..y * stride + width, y * width);
        }
    }
    plane.truncate(width * height);
    Some(())
}

/// Shrinks a picture by a whole factor: each new pixel is the mean of the `factor` × `factor` old ones; a rest at the right
/// and the lower edge is left out. The buffer is overwritten, and empty when the bytes do not suffice.
pub fn shrink(luma: &[u8], width: u32, height: u32, factor: u32, out: &mut Vec<u8>) {
    out.clear();
    let (w, factor) = (width as usize, factor as usize);
    let (new_width, new_height) = (w / factor.max(1), height as usize / factor.max(1));
    if factor <= 1 {
        out.extend_from_slice(luma);
        return;
    }
    let mut sums = vec![0_u32; new_width];
    for y in 0..new_height {
        let line = |row: usize| luma.get(row * w..row * w + new_width * factor);
        let (Some(first), Some(_)) = (line(y * factor), line((y + 1) * factor - 1)) else {
            return out.clear();
        };
        if factor == 2 {
            halve(first, line(y * 2 + 1).unwrap_or_default(), out);
            continue;
        }
        sums.fill(0);
        for line in (y * factor..(y + 1) * factor).filter_map(line) {
            for (sum, pixels) in sums.iter_mut().zip(line.chunks_exact(factor)) {
                *sum += pixels.iter().map(|&pixel| u32::from(pixel)).sum::<u32>();
            }
        }
        let count = (factor * factor) as u32;
        // OK because the mean of bytes is a byte.
        out.extend(sums.iter().map(|sum| (sum / count) as u8));
    }
}

/// Appends the means of the squares of two by two pixels of two lines, eight columns at a time in one word: WebAssembly
/// without SIMD, which not every phone has, knows nothing wider.
fn halve(upper: &[u8], lower: &[u8], out: &mut Vec<u8>) {
    const EVEN: u64 = 0x00FF_00FF_00FF_00FF;
    let ((upper, upper_rest), (lower, lower_rest)) = (upper.as_chunks::<8>(), lower.as_chunks::<8>());
    for (upper, lower) in upper.iter().zip(lower) {
        let (a, b) = (u64::from_le_bytes(*upper), u64::from_le_bytes(*lower));
        // Four sums of four pixels, sixteen bits each.
        let sums = (a & EVEN) + (a >> 8 & EVEN) + (b & EVEN) + (b >> 8 & EVEN);
        let means = sums >> 2 & EVEN;
        let pairs = (means | means >> 8) & 0x0000_FFFF_0000_FFFF;
        let four = (pairs | pairs >> 16) as u32;
        out.extend_from_slice(&four.to_le_bytes());
    }
    let rest = upper_rest
        .as_chunks::<2>()
        .0
        .iter()
        .zip(lower_rest.as_chunks::<2>().0);
    out.extend(rest.map(|(a, b)| {
        let sum: u16 = a.iter().chain(b).map(|&pixel| u16::from(pixel)).sum();
        // OK because the mean of bytes is a byte.
        (sum / 4) as u8
    }));
}

/// A part of a picture, in its pixels, and the size in which it shall be looked at (never larger than the part).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// The left edge.
    pub x: u32,
    /// The upper edge.
    pub y: u32,
    /// The width of the part.
    pub width: u32,
    /// The height of the part.
    pub height: u32,
    /// The width to look at.
    pub out_width: u32,
    /// The height to look at.
    pub out_height: u32,
}

impl View {
    /// A part whose longer edge is looked at with `long_edge` pixels, or with its own if that is shorter.
    pub fn shrunk(x: u32, y: u32, width: u32, height: u32, long_edge: u32) -> View {
        let long = width.max(height).max(1);
        let edge = long_edge.min(long);
        // OK because 64 bits hold the product, and the quotient is at most `length`.
        let shrink = |length: u32| (u64::from(length) * u64::from(edge) / u64::from(long)) as u32;
        View {
            x,
            y,
            width,
            height,
            out_width: shrink(width),
            out_height: shrink(height),
        }
    }

    /// Cuts the part out of a picture that is `picture_width` pixels wide and shrinks it: each new pixel is the mean of
    /// the box it stands for, pixels at its edge counting in part. Empty when the part does not lie in the picture.
    pub fn cut(&self, luma: &[u8], picture_width: u32) -> Vec<u8> {
        let columns = spans(self.width, self.out_width);
        let mut out = Vec::new();
        let mut sums = vec![0.0; columns.len()];
        for rows in spans(self.height, self.out_height) {
            sums.fill(0.0);
            for (y, weight) in rows.weights() {
                let start = (self.y as usize + y) * picture_width as usize + self.x as usize;
                let Some(line) = luma.get(start..start + self.width as usize) else {
                    return Vec::new();
                };
                for (sum, column) in sums.iter_mut().zip(&columns) {
                    *sum += weight * column.mean(line);
                }
            }
            out.extend(sums.iter().map(|sum| (sum / rows.length).round() as u8));
        }
        out
    }

    /// Moves the corners of what was found in the view to where they lie in the picture.
    pub fn place_all(&self, symbols: &mut [Symbol]) {
        for corner in symbols.iter_mut().flat_map(|symbol| &mut symbol.corners) {
            *corner = self.place(*corner);
        }
    }

    /// Where a point of the view lies in the picture.
    pub fn place(&self, (x, y): (f32, f32)) -> (f32, f32) {
        (
            self.x as f32 + x * self.width as f32 / self.out_width as f32,
            self.y as f32 + y * self.height as f32 / self.out_height as f32,
        )
    }
}

/// The stretch of old pixels that one new pixel stands for.
struct Span {
    /// The first old pixel, which counts `head`.
    first: usize,
    /// The last old pixel, which counts `tail`; those between count fully.
    last: usize,
    head: f32,
    tail: f32,
    length: f32,
}

impl Span {
    fn between(start: f64, end: f64) -> Span {
        let first = start.floor();
        // OK because a stretch is at least one pixel long, so that `last` is never before `first`.
        let last = (end.ceil() - 1.0).max(first);
        let head = (first + 1.0).min(end) - start;
        Span {
            first: first as usize,
            last: last as usize,
            head: head as f32,
            tail: if last > first { end - last } else { 0.0 } as f32,
            length: (end - start) as f32,
        }
    }

    /// Each old pixel and how much of it counts.
    fn weights(&self) -> impl Iterator<Item = (usize, f32)> {
        (self.first..=self.last).map(|at| {
            let weight = if at == self.first {
                self.head
            } else if at == self.last {
                self.tail
            } else {
                1.0
            };
            (at, weight)
        })
    }

    fn mean(&self, line: &[u8]) -> f32 {
        let pixel = |at: usize| f32::from(line.get(at).copied().unwrap_or_default());
        let between = line.get(self.first + 1..self.last).unwrap_or_default();
        let full: u32 = between.iter().map(|&pixel| u32::from(pixel)).sum();
        (self.head * pixel(self.first) + full as f32 + self.tail * pixel(self.last)) / self.length
    }
}

/// `length` old pixels in `parts` equal stretches.
fn spans(length: u32, parts: u32) -> Vec<Span> {
    let edge = |part: u32| f64::from(part) * f64::from(length) / f64::from(parts);
    (0..parts)
        .map(|part| Span::between(edge(part), edge(part + 1)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_stays_white_and_green_is_brighter_than_blue() {
        let mut luma = vec![7];
        push_rgba(
            &[255, 255, 255, 0, 0, 0, 0, 255, 0, 255, 0, 9, 0, 0, 255, 9, 1, 2],
            &mut luma,
        );
        assert_eq!(luma, [7, 255, 0, 149, 28]);
    }

    #[test]
    fn padding_between_rows_is_closed() {
        let check = |bytes: &[u8], (width, height, stride), expect: Option<&[u8]>| {
            let mut plane = bytes.to_vec();
            let closed = unpad(&mut plane, width, height, stride).map(|()| plane.as_slice());
            assert_eq!(closed, expect);
        };
        check(&[1, 2, 0, 3, 4, 0], (2, 2, 3), Some(&[1, 2, 3, 4]));
        check(&[1, 2, 0, 3, 4], (2, 2, 3), Some(&[1, 2, 3, 4]));
        check(&[1, 2, 3, 4, 9, 9], (2, 2, 2), Some(&[1, 2, 3, 4]));
        check(&[1, 2, 0, 3], (2, 2, 3), None);
        check(&[1, 2, 3, 4], (2, 2, 1), None);
        check(&[], (0, 0, 0), None);
        check(&[1], (1, usize::MAX, usize::MAX), None);
    }

    #[test]
    fn a_view_is_the_mean_of_its_boxes() {
        let picture = [0, 10, 20, 30, 10, 20, 30, 40, 200, 200, 100, 100];
        let half = View {
            x: 0,
            y: 0,
            width: 4,
            height: 2,
            out_width: 2,
            out_height: 1,
        };
        assert_eq!(half.cut(&picture, 4), [10, 30]);
        let corner = View {
            x: 1,
            y: 1,
            width: 3,
            height: 2,
            out_width: 3,
            out_height: 2,
        };
        assert_eq!(corner.cut(&picture, 4), [20, 30, 40, 200, 100, 100]);
        let outside = View {
            x: 0,
            y: 2,
            width: 4,
            height: 2,
            out_width: 4,
            out_height: 2,
        };
        assert!(outside.cut(&picture, 4).is_empty());
        let thirds = View::shrunk(0, 0, 3, 1, 2);
        assert_eq!(
            View {
                out_height: 1,
                ..thirds
            }
            .cut(&[0, 90, 240], 3),
            [30, 190]
        );
    }

    #[test]
    fn a_point_of_a_view_is_found_again_in_the_picture() {
        let view = View {
            x: 100,
            y: 50,
            width: 400,
            height: 200,
            out_width: 200,
            out_height: 100,
        };
        assert_eq!(view.place((10.0, 20.0)), (120.0, 90.0));
    }
}
