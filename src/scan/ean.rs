//! The patterns of EAN and UPC symbols (ISO/IEC 15420): what stands where, and which digits the bars may mean.

use crate::symbol::Format;

/// The seven modules of each digit in number set A, the leftmost module as the highest bit; 1 is dark.
const SET_A: [u8; 10] = [
    0b000_1101, 0b001_1001, 0b001_0011, 0b011_1101, 0b010_0011, 0b011_0001, 0b010_1111, 0b011_1011,
    0b011_0111, 0b000_1011,
];

/// The number sets of the left six digits of EAN-13 for each first digit; 1 is set B, the first of the six the highest bit.
const FIRST_DIGITS: [u8; 10] = [
    0b000000, 0b001011, 0b001101, 0b001110, 0b010011, 0b011001, 0b011100, 0b010101, 0b010110, 0b011010,
];

/// The number sets of UPC-E with number system 0 for each check digit; for number system 1 all are swapped.
const CHECK_DIGITS: [u8; 10] = [
    0b111000, 0b110100, 0b110010, 0b110001, 0b101100, 0b100110, 0b100011, 0b101010, 0b101001, 0b100101,
];

/// The modules of one of thirty patterns: ten digits each of sets A, B and C.
pub fn pattern(index: usize) -> u8 {
    let a = SET_A.get(index % 10).copied().unwrap_or_default();
    match index / 10 {
        0 => a,
        // Set C is A with dark and light swapped, set B is C from right to left.
        1 => (!a & 0x7F).reverse_bits() >> 1,
        _ => !a & 0x7F,
    }
}

/// What stands where in a symbol, in modules from its left end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// What it is.
    pub format: Format,
    /// The width of the symbol.
    pub modules: usize,
    /// Where the digits start.
    pub digits: &'static [usize],
    /// How many digits stand left of the middle guard, in set A or B; the others are in set C.
    pub left: usize,
    /// The guard patterns with a module or more around them: the start, the modules (the leftmost as the highest bit), their number.
    pub guards: &'static [(isize, u16, usize)],
    /// How many edges there are.
    pub edges: usize,
    /// The light modules that must be there on both sides: half of what the standard asks, for labels are cut.
    pub quiet: f32,
}

/// EAN-13, and UPC-A as an EAN-13 that starts with nought.
pub const EAN_13: Layout = Layout {
    format: Format::Ean13,
    modules: 95,
    digits: &[3, 10, 17, 24, 31, 38, 50, 57, 64, 71, 78, 85],
    left: 6,
    guards: &[(-4, 0b0000_1010, 8), (44, 0b101_0101, 7), (91, 0b0101_0000, 8)],
    edges: 60,
    quiet: 3.5,
};

/// EAN-8.
pub const EAN_8: Layout = Layout {
    format: Format::Ean8,
    modules: 67,
    digits: &[3, 10, 17, 24, 36, 43, 50, 57],
    left: 4,
    guards: &[(-4, 0b0000_1010, 8), (30, 0b101_0101, 7), (63, 0b0101_0000, 8)],
    edges: 44,
    quiet: 5.0,
};

/// UPC-E.
pub const UPC_E: Layout = Layout {
    format: Format::UpcE,
    modules: 51,
    digits: &[3, 10, 17, 24, 31, 38],
    left: 6,
    guards: &[(-4, 0b0000_1010, 8), (44, 0b101_0101_0000, 11)],
    edges: 34,
    quiet: 5.0,
};

/// How badly each digit fits, by pattern (A, B, C) and digit.
pub type Costs = [[f32; 30]; 12];

/// The digits that fit best, and how much worse the next ones do.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// All digits, check digit and (for UPC-E) number system too.
    pub digits: Vec<u8>,
    /// The sum of the costs.
    pub cost: f32,
    /// The cost of the next best digits with a right check digit, less `cost`.
    pub margin: f32,
    /// The cost that the check digit forced: above nought where the best digits alone would be wrong.
    pub forced: f32,
}

/// The most likely digits with a right check digit.
pub fn read(layout: &Layout, costs: &Costs) -> Option<Reading> {
    let mut best = Best::default();
    match layout.format {
        Format::Ean8 => {
            let rows = rows(layout, costs, 0);
            best.add(&[], search(&rows, &[3, 1, 3, 1, 3, 1, 3, 1], 0), &rows);
        }
        Format::UpcE => upc_e(layout, costs, &mut best),
        _ => ean_13(layout, costs, &mut best),
    }
    best.reading()
}

/// The costs of the ten digits at each place, when the left ones are in these number sets.
fn rows(layout: &Layout, costs: &Costs, sets: u8) -> Vec<[f32; 10]> {
    (0..layout.digits.len())
        .map(|place| {
            let set = match place {
                _ if place >= layout.left => 2,
                _ => usize::from(sets >> (layout.left - 1 - place) & 1),
            };
            std::array::from_fn(|digit| costs[place][set * 10 + digit])
        })
        .collect()
}

/// The sum of the smallest costs.
fn floor(rows: &[[f32; 10]]) -> f32 {
    rows.iter()
        .map(|row| row.iter().copied().fold(f32::MAX, f32::min))
        .sum()
}

/// The candidates' rows, those with the lowest floor first; more than a few need not be searched.
fn likeliest(
    candidates: impl Iterator<Item = (u8, u8)>,
    layout: &Layout,
    costs: &Costs,
) -> Vec<(u8, Vec<[f32; 10]>)> {
    let mut likely: Vec<(f32, u8, Vec<[f32; 10]>)> = candidates
        .map(|(name, sets)| {
            let rows = rows(layout, costs, sets);
            (floor(&rows), name, rows)
        })
        .collect();
    likely.sort_by(|a, b| a.0.total_cmp(&b.0));
    likely.truncate(4);
    likely.into_iter().map(|(_, name, rows)| (name, rows)).collect()
}

fn ean_13(layout: &Layout, costs: &Costs, best: &mut Best) {
    let sets = FIRST_DIGITS.iter().zip(0..).map(|(&sets, first)| (first, sets));
    for (first, rows) in likeliest(sets, layout, costs) {
        let found = search(&rows, &[3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1], first);
        best.add(&[first], found, &rows);
    }
}

fn upc_e(layout: &Layout, costs: &Costs, best: &mut Best) {
    let sets = (0..20_u8).map(|name| {
        let sets = CHECK_DIGITS[usize::from(name % 10)];
        (name, if name < 10 { sets } else { !sets & 0b11_1111 })
    });
    for (name, rows) in likeliest(sets, layout, costs) {
        let (system, check) = (name / 10, name % 10);
        for last in 0..10_usize {
            // Where the digits stand in the UPC-A decides their weights (GS1 General Specifications, zero suppression).
            let weights = match last {
                0..=2 => [1, 3, 3, 1, 3, 1],
                3 => [1, 3, 1, 1, 3, 0],
                4 => [1, 3, 1, 3, 3, 0],
                _ => [1, 3, 1, 3, 1, 3],
            };
            let Some(row) = rows.last() else { continue };
            let mut fixed = rows.clone();
            if let Some(end) = fixed.last_mut() {
                *end = std::array::from_fn(|digit| {
                    if digit == last {
                        row[digit]
                    } else {
                        f32::MAX / 64.0
                    }
                });
            }
            let found = search(&fixed, &weights, (3 * system + check) % 10);
            for (cost, digits) in found {
                let mut all = vec![system];
                all.extend(digits);
                all.push(check);
                best.offer(cost, all);
            }
        }
        best.floor = best.floor.min(floor(&rows));
    }
}

/// The two cheapest choices of digits whose weighted sum, with what stands before, is a multiple of ten.
fn search(rows: &[[f32; 10]], weights: &[u8], before: u8) -> Vec<(f32, Vec<u8>)> {
    let mut states: [[(f32, u64); 2]; 10] = [[(f32::MAX, 0); 2]; 10];
    states[usize::from(before)][0] = (0.0, 0);
    for (row, &weight) in rows.iter().zip(weights) {
        let mut next: [[(f32, u64); 2]; 10] = [[(f32::MAX, 0); 2]; 10];
        for (sum, kept) in states.iter().enumerate() {
            for &(cost, digits) in kept {
                if cost >= f32::MAX / 2.0 {
                    continue;
                }
                for (digit, more) in row.iter().enumerate() {
                    let at = (sum + digit * usize::from(weight)) % 10;
                    insert(&mut next[at], (cost + more, digits << 4 | digit as u64));
                }
            }
        }
        states = next;
    }
    let unpack = |digits: u64| {
        (0..rows.len())
            .rev()
            .map(|i| (digits >> (4 * i) & 15) as u8)
            .collect()
    };
    states[0]
        .iter()
        .filter(|(cost, _)| *cost < f32::MAX / 128.0)
        .map(|&(cost, digits)| (cost, unpack(digits)))
        .collect()
}

fn insert(kept: &mut [(f32, u64); 2], new: (f32, u64)) {
    if new.0 < kept[0].0 {
        kept[1] = kept[0];
        kept[0] = new;
    } else if new.0 < kept[1].0 {
        kept[1] = new;
    }
}

/// The two best choices so far.
struct Best {
    first: Option<(f32, Vec<u8>)>,
    second: f32,
    floor: f32,
}

impl Default for Best {
    fn default() -> Best {
        Best {
            first: None,
            second: f32::MAX,
            floor: f32::MAX,
        }
    }
}

impl Best {
    fn add(&mut self, before: &[u8], found: Vec<(f32, Vec<u8>)>, rows: &[[f32; 10]]) {
        self.floor = self.floor.min(floor(rows));
        for (cost, digits) in found {
            let mut all = before.to_vec();
            all.extend(digits);
            self.offer(cost, all);
        }
    }

    fn offer(&mut self, cost: f32, digits: Vec<u8>) {
        match &self.first {
            Some((best, _)) if cost >= *best => self.second = self.second.min(cost),
            Some((best, _)) => {
                self.second = *best;
                self.first = Some((cost, digits));
            }
            None => self.first = Some((cost, digits)),
        }
    }

    fn reading(self) -> Option<Reading> {
        let (cost, digits) = self.first?;
        Some(Reading {
            digits,
            cost,
            margin: self.second - cost,
            forced: cost - self.floor,
        })
    }
}
