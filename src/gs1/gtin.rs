//! Trade item and location numbers with their check digit (GS1 General Specifications, 7.9).

use super::prefix::{Use, use_of};
use std::fmt;

/// A Global Trade Item Number in its 14-digit form, check digit right.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Gtin([u8; 14]);

/// Why a text is no GTIN or GLN.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GtinError {
    /// It has a length that no such number has.
    #[error("a GTIN has 8, 12, 13 or 14 digits, not {0}")]
    Length(usize),
    /// A GLN of another length than thirteen digits.
    #[error("a GLN has 13 digits, not {0}")]
    GlnLength(usize),
    /// A UPC-E number of another length than eight digits.
    #[error("a UPC-E number has 8 digits, not {0}")]
    UpcELength(usize),
    /// A UPC-E number of a number system that UPC-E does not have.
    #[error("a UPC-E number starts with 0 or 1, not {0}")]
    NumberSystem(char),
    /// It has something else than digits.
    #[error("a GTIN has only digits, not {0:?}")]
    Digit(char),
    /// Its last digit does not fit the others.
    #[error("the check digit is {found} but should be {expected}")]
    CheckDigit {
        /// The digit that the others demand, 0 to 9.
        expected: u8,
        /// The digit that stands there, 0 to 9.
        found: u8,
    },
}

impl Gtin {
    /// Reads a GTIN of 8, 12, 13 or 14 digits.
    pub fn parse(text: &str) -> Result<Gtin, GtinError> {
        digits_only(text)?;
        if !matches!(text.len(), 8 | 12 | 13 | 14) {
            return Err(GtinError::Length(text.len()));
        }
        verify(text)?;
        Ok(Gtin(filled(text)))
    }

    /// Reads the eight digits of a UPC-E symbol: the UPC-A number whose zeros it leaves out (GS1 General Specifications, 5.2.2.4).
    pub fn from_upc_e(text: &str) -> Result<Gtin, GtinError> {
        digits_only(text)?;
        let &[system, a, b, c, d, e, last, check] = text.as_bytes() else {
            return Err(GtinError::UpcELength(text.len()));
        };
        if !matches!(system, b'0' | b'1') {
            return Err(GtinError::NumberSystem(char::from(system)));
        }
        let o = b'0';
        let expanded = match last {
            b'0'..=b'2' => [system, a, b, last, o, o, o, o, c, d, e, check],
            b'3' => [system, a, b, c, o, o, o, o, o, d, e, check],
            b'4' => [system, a, b, c, d, o, o, o, o, o, e, check],
            _ => [system, a, b, c, d, e, o, o, o, o, last, check],
        };
        let expanded: String = expanded.into_iter().map(char::from).collect();
        Gtin::parse(&expanded)
    }

    /// Whether it names no product beyond one shop or country, or is a coupon.
    pub fn is_restricted(&self) -> bool {
        !matches!(use_of(*self), Use::Product | Use::Demonstration)
    }

    /// The fourteen digits.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default() // OK because only `parse` makes one, from ASCII digits.
    }

    /// The form that people know from the packet: 13 digits, or all 14 where the first is not 0.
    pub fn shown(&self) -> &str {
        self.as_str().strip_prefix('0').unwrap_or(self.as_str())
    }
}

impl fmt::Display for Gtin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Gtin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Gtin({})", self.as_str())
    }
}

/// A Global Location Number: thirteen digits that name a party (AI 417) or a place (AI 414), check digit right.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Gln([u8; 13]);

impl Gln {
    /// Reads a GLN of 13 digits.
    pub fn parse(text: &str) -> Result<Gln, GtinError> {
        digits_only(text)?;
        let digits = text
            .as_bytes()
            .try_into()
            .map_err(|_| GtinError::GlnLength(text.len()))?;
        verify(text)?;
        Ok(Gln(digits))
    }

    /// The thirteen digits.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default() // OK because only `parse` makes one, from ASCII digits.
    }
}

impl fmt::Display for Gln {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Gln {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Gln({})", self.as_str())
    }
}

/// A number with its check digit behind it; the number has only digits.
pub fn with_check_digit(digits: &str) -> Result<String, GtinError> {
    digits_only(digits)?;
    Ok(format!("{digits}{}", check_digit(digits.as_bytes())))
}

/// Compares the last digit of a number with the one that the others demand; SSCCs follow the same rule.
pub(super) fn verify(digits: &str) -> Result<(), GtinError> {
    let Some((last, others)) = digits.as_bytes().split_last() else {
        return Ok(()); // OK because the callers have checked the length.
    };
    let expected = check_digit(others);
    let found = last.wrapping_sub(b'0');
    if expected == found {
        Ok(())
    } else {
        Err(GtinError::CheckDigit { expected, found })
    }
}

/// The check digit, 0 to 9, for the ASCII digits left of it: weights 3 and 1 in turn, from the right.
fn check_digit(digits: &[u8]) -> u8 {
    let sum: usize = digits
        .iter()
        .rev()
        .zip([3, 1].into_iter().cycle())
        .map(|(digit, weight)| usize::from(digit.wrapping_sub(b'0')) * weight)
        .sum();
    ((10 - sum % 10) % 10) as u8 // OK because it is below ten.
}

fn digits_only(text: &str) -> Result<(), GtinError> {
    match text.chars().find(|char| !char.is_ascii_digit()) {
        Some(char) => Err(GtinError::Digit(char)),
        None => Ok(()),
    }
}

/// At most fourteen digits, filled up with zeros from the left.
fn filled(digits: &str) -> [u8; 14] {
    let mut all = [b'0'; 14];
    for (place, digit) in all.iter_mut().rev().zip(digits.bytes().rev()) {
        *place = digit;
    }
    all
}
