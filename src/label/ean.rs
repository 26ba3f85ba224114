//! EAN-13, EAN-8 and UPC-A: the bars of a GTIN, and which digits stand where under them (ISO/IEC 15420:2009; GS1 General
//! Specifications 5.2).

use crate::gs1::Gtin;
use crate::symbol::Format;

/// The width of a module at 100 %, in µm (GS1 General Specifications, 5.2.1.4).
pub const MODULE_UM: i32 = 330;

/// The least width of a module that shops accept, in µm: 80 % (GS1 General Specifications, 5.12.3.1).
pub const LEAST_MODULE_UM: i32 = 264;

/// The modules of the digits of number set A, first bar right; set C is its complement, set B that of C read backwards.
const SET_A: [u8; 10] = [
    0b0001101, 0b0011001, 0b0010011, 0b0111101, 0b0100011, 0b0110001, 0b0101111, 0b0111011, 0b0110111,
    0b0001011,
];

/// Which of the six left digits are of set B, by the first digit of an EAN-13.
const SETS_B: [u8; 10] = [
    0b000000, 0b001011, 0b001101, 0b001110, 0b010011, 0b011001, 0b011100, 0b010101, 0b010110, 0b011010,
];

/// Digits under the bars, in modules from the first bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digits {
    /// The digits.
    pub text: String,
    /// Where they begin.
    pub from: i32,
    /// How wide they stand.
    pub width: i32,
}

/// The bars of one number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bars {
    /// EAN-13, EAN-8 or UPC-A.
    pub format: Format,
    /// The digits that a scanner reads: 13, 8 or 12.
    pub text: String,
    /// Whether each module is dark, from the first bar to the last.
    pub modules: Vec<bool>,
    /// How many modules at the left, around the middle and at the right are longer than the others.
    pub long: (usize, usize, usize),
    /// The light margins left and right, in modules (GS1 General Specifications, 5.2.3.4).
    pub quiet: (i32, i32),
    /// The height of the bars at 100 %, in µm, without what the guards are longer.
    pub height_um: i32,
    /// The digits that stand under them.
    pub digits: Vec<Digits>,
}

impl Bars {
    /// The bars of a number in its shortest form. `None` for a number of fourteen digits, which cartons bear in other codes.
    pub fn of(gtin: Gtin) -> Option<Bars> {
        let digits = gtin.as_str();
        if let Some(eight) = digits.strip_prefix("000000") {
            return Some(ean_8(eight));
        }
        if let Some(twelve) = digits.strip_prefix("00") {
            return Some(upc_a(twelve));
        }
        digits.strip_prefix('0').map(ean_13)
    }

    /// Whether a module belongs to a bar that is longer than the others.
    pub fn is_long(&self, at: usize) -> bool {
        let (left, middle, right) = self.long;
        let centre = self.modules.len() / 2;
        let from_centre = at.abs_diff(centre);
        at < left || at + right >= self.modules.len() || from_centre * 2 < middle
    }
}

fn ean_13(text: &str) -> Bars {
    Bars {
        format: Format::Ean13,
        text: text.to_owned(),
        modules: thirteen(text),
        long: (3, 5, 3),
        quiet: (11, 7),
        height_um: 22_850,
        digits: vec![
            digits(text, 0..1, -11, 6),
            digits(text, 1..7, 4, 40),
            digits(text, 7..13, 51, 40),
        ],
    }
}

/// The bars are those of an EAN-13 that begins with 0; the outer digits stand beside the longer bars of their own.
fn upc_a(text: &str) -> Bars {
    Bars {
        format: Format::UpcA,
        text: text.to_owned(),
        modules: thirteen(&format!("0{text}")),
        long: (10, 5, 10),
        quiet: (9, 9),
        height_um: 22_850,
        digits: vec![
            digits(text, 0..1, -9, 4),
            digits(text, 1..6, 11, 33),
            digits(text, 6..11, 51, 33),
            digits(text, 11..12, 100, 4),
        ],
    }
}

fn ean_8(text: &str) -> Bars {
    let (left, right) = text.split_at(4);
    let left = set(left, 0);
    Bars {
        format: Format::Ean8,
        text: text.to_owned(),
        modules: framed(left, right),
        long: (3, 5, 3),
        quiet: (7, 7),
        height_um: 18_230,
        digits: vec![digits(text, 0..4, 4, 26), digits(text, 4..8, 37, 26)],
    }
}

/// The modules of thirteen digits.
fn thirteen(text: &str) -> Vec<bool> {
    let (first, rest) = text.split_at(1);
    let (left, right) = rest.split_at(6);
    let sets = value(first.as_bytes().first()).and_then(|first| SETS_B.get(first));
    framed(set(left, sets.copied().unwrap_or_default()), right)
}

/// Guards around the left half, whose modules are known, and the right half.
fn framed(left: Vec<bool>, right: &str) -> Vec<bool> {
    let guard = [true, false, true];
    let middle = [false, true, false, true, false];
    let right = values(right).flat_map(|code| bits(!code));
    guard
        .into_iter()
        .chain(left)
        .chain(middle)
        .chain(right)
        .chain(guard)
        .collect()
}

/// The modules of the left digits; `sets` has a bit for each digit of set B, the last digit right.
fn set(text: &str, sets: u8) -> Vec<bool> {
    let last = text.len().saturating_sub(1);
    let codes = values(text).enumerate();
    let of_set = codes.map(|(at, code)| match sets >> (last - at.min(last)) & 1 {
        0 => code,
        _ => (!code & 0x7f).reverse_bits() >> 1,
    });
    of_set.flat_map(bits).collect()
}

/// The modules of set A of each digit.
fn values(text: &str) -> impl Iterator<Item = u8> + '_ {
    let digits = text.bytes();
    digits.filter_map(|digit| SET_A.get(value(Some(&digit))?).copied())
}

fn value(digit: Option<&u8>) -> Option<usize> {
    digit.map(|digit| usize::from(digit.wrapping_sub(b'0')))
}

/// Seven modules, the first one highest.
fn bits(code: u8) -> impl Iterator<Item = bool> {
    (0..7).rev().map(move |bit| code >> bit & 1 == 1)
}

fn digits(text: &str, part: std::ops::Range<usize>, from: i32, width: i32) -> Digits {
    Digits {
        text: text.get(part).unwrap_or_default().to_owned(),
        from,
        width,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_the_bars_of_its_shortest_form() {
        for (number, format, text, modules, quiet) in [
            ("9528060010018", Format::Ean13, "9528060010018", 95, (11, 7)),
            ("036000291452", Format::UpcA, "036000291452", 95, (9, 9)),
            ("96385074", Format::Ean8, "96385074", 67, (7, 7)),
        ] {
            let bars = Bars::of(Gtin::parse(number).unwrap()).unwrap();
            assert_eq!((bars.format, bars.text.as_str()), (format, text));
            assert_eq!((bars.modules.len(), bars.quiet), (modules, quiet), "{number}");
            let printed: String = bars.digits.iter().map(|digits| digits.text.as_str()).collect();
            assert_eq!(printed, text, "every digit stands under the bars once");
        }
        assert_eq!(Bars::of(Gtin::parse("19528060010015").unwrap()), None);
    }

    #[test]
    fn guards_are_longer_than_other_bars() {
        let bars = Bars::of(Gtin::parse("9528060010018").unwrap()).unwrap();
        let long: Vec<usize> = (0..95).filter(|&at| bars.is_long(at)).collect();
        assert_eq!(long, [0, 1, 2, 45, 46, 47, 48, 49, 92, 93, 94]);
        let bars = Bars::of(Gtin::parse("96385074").unwrap()).unwrap();
        let long: Vec<usize> = (0..67).filter(|&at| bars.is_long(at)).collect();
        assert_eq!(long, [0, 1, 2, 31, 32, 33, 34, 35, 64, 65, 66]);
    }
}
