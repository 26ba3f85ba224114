//! A quick look for the finder patterns of QR Codes: dark and light in the widths 1 : 1 : 3 : 1 : 1 (ISO/IEC 18004, 6.3.3).

use super::tensor::BLOCK;

/// Of the rows of a block, this one is looked at.
const ROW: usize = 4;

/// So many crosses of a finder pattern show one: a QR Code has three.
const FEWEST: usize = 2;

/// Dark and light in a row differ by at least so many levels.
const LEAST_RANGE: u8 = 16;

/// Whether rows through the blocks of these numbers cross finder patterns that columns cross as well. The picture is `width`
/// pixels wide.
pub fn shows(luma: &[u8], width: usize, members: &[usize], columns: usize) -> bool {
    let mut numbers = members.to_vec();
    numbers.sort_unstable();
    // Blocks that lie side by side are one stretch of a row.
    let stretches = numbers.chunk_by(|a, b| a + 1 == *b && b % columns != 0);
    let crosses = stretches.flat_map(|stretch| {
        let first = stretch.first().copied().unwrap_or_default();
        let start = (first / columns * BLOCK + ROW) * width + first % columns * BLOCK;
        let line = luma.get(start..start + stretch.len() * BLOCK).unwrap_or_default();
        let crossings = crossings(line).into_iter();
        crossings.filter(move |&(middle, module)| is_crossed(luma, width, start + middle, module))
    });
    crosses.take(FEWEST).count() == FEWEST
}

/// Whether a column crosses a finder pattern at a pixel that is the middle of one in its row.
fn is_crossed(luma: &[u8], width: usize, middle: usize, module: f32) -> bool {
    let reach = (module * 5.5) as usize;
    let from = middle.saturating_sub(reach * width).max(middle % width);
    let pixels = luma.get(from..).unwrap_or_default().iter().step_by(width);
    let column: Vec<u8> = pixels.take(2 * reach + 1).copied().collect();
    let at = (middle - from) / width;
    let is_same = |&(other, size): &(usize, f32)| {
        other.abs_diff(at) as f32 <= 2.0 * module && (size - module).abs() <= 0.5 * module
    };
    crossings(&column).iter().any(is_same)
}

/// Where a line crosses finder patterns, dark on light or light on dark: the middle and the width of a module.
fn crossings(line: &[u8]) -> Vec<(usize, f32)> {
    let low = line.iter().min().copied().unwrap_or_default();
    let high = line.iter().max().copied().unwrap_or_default();
    if high - low < LEAST_RANGE {
        return Vec::new();
    }
    let middle = low.midpoint(high);
    let mut runs = [0; 5];
    let mut found = Vec::new();
    let mut end = 0;
    for run in line.chunk_by(|a, b| (*a < middle) == (*b < middle)) {
        runs.rotate_left(1);
        runs[4] = run.len();
        end += run.len();
        if is_finder(runs) {
            let length: usize = runs.iter().sum();
            found.push((end - length / 2 - 1, length as f32 / 7.0));
        }
    }
    found
}

fn is_finder(runs: [usize; 5]) -> bool {
    let [a, b, middle, c, d] = runs.map(|run| run as f32);
    let module = (a + b + middle + c + d) / 7.0;
    let one = |run: f32| (run - module).abs() <= 0.5 * module + 0.5;
    module >= 1.0 && [a, b, c, d].into_iter().all(one) && (middle - 3.0 * module).abs() <= 1.2 * module
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line of light and dark runs, light first.
    fn line(runs: &[usize]) -> Vec<u8> {
        let level = |i: usize| if i.is_multiple_of(2) { 220 } else { 40 };
        let runs = runs.iter().enumerate();
        runs.flat_map(|(i, &run)| vec![level(i); run]).collect()
    }

    #[test]
    fn only_the_right_widths_are_a_crossing() {
        let check = |runs: &[usize], expect: &[usize]| {
            let middles: Vec<usize> = crossings(&line(runs)).iter().map(|found| found.0).collect();
            assert_eq!(middles, expect, "{runs:?}");
        };
        check(&[9, 2, 2, 6, 2, 2, 9], &[15]);
        check(&[9, 3, 4, 10, 3, 4, 9], &[20]);
        check(&[9, 2, 2, 6, 2, 2, 20, 2, 2, 6, 2, 2, 9], &[15, 49]);
        check(&[9, 2, 2, 2, 2, 2, 9], &[]);
        check(&[9, 2, 6, 6, 2, 2, 9], &[]);
        check(&[40], &[]);
    }

    #[test]
    fn stripes_are_crossed_by_rows_alone_and_no_finder_patterns() {
        let row = line(&[9, 2, 2, 6, 2, 2, 9, 2, 2, 6, 2, 2, 2]);
        let blocks: Vec<usize> = (0..36).collect();
        let stripes = row.repeat(48);
        assert!(!shows(&stripes, 48, &blocks, 6));
        // Both runs across: squares in squares, as the rings of finder patterns are.
        let dark = |at: usize| row[at] < 128;
        let ring = |x: usize, y: usize| {
            let (x, y) = (x.abs_diff(15), y.abs_diff(15));
            let far = x.max(y);
            if far < 3 || (5..7).contains(&far) { 40 } else { 220 }
        };
        assert!(dark(15));
        let rings: Vec<u8> = (0..48 * 48)
            .map(|at| ring(at % 48 % 24 + 2, at / 48 % 24 + 2))
            .collect();
        assert!(shows(&rings, 48, &blocks, 6));
    }
}
