//! Trade item and location numbers with their check digit (GS1 General Specifications, 7.9).

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
        let _ = text;
        todo!()
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
        let _ = text;
        todo!()
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
