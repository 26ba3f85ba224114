//! The application identifiers: what each holds, what it needs beside it, and where it may stand in a Digital Link.
//!
//! The table is that of the GS1 Barcode Syntax Dictionary, release 2026-01-27, as bundled with the GS1 Barcode Syntax Engine
//! 1.4.1 (github.com/gs1/gs1-syntax-engine, commit 50657dbd04ce78d8734e8793e054bf70dcba294b), Apache-2.0, © GS1 AISBL.

pub use super::component::Charset;
use super::component::Component;
use super::dictionary::ROWS;
use super::fault::Fault;
use super::gtin::GtinError;

/// What the standard says of one application identifier, or of a range of them that differ by the last digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// `01*? N14,csum,gcppos2 ex=255,37 dlpkey=22,10,21|235`: identifiers, flags, components, companions.
    row: &'static str,
}

/// Why a value does not fit its application identifier.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ValueError {
    /// It is too short or too long.
    #[error("expected {expected} characters, not {found}")]
    Length {
        /// The lengths that the standard allows.
        expected: Lengths,
        /// The length of the value, in characters.
        found: usize,
    },
    /// It has a character that the standard does not allow here.
    #[error("{0:?} cannot stand here")]
    Character(char, Charset),
    /// Its last digit does not fit the others.
    #[error("the check digit is {found} but should be {expected}")]
    CheckDigit {
        /// The digit that the others demand, 0 to 9.
        expected: u8,
        /// The digit that stands there, 0 to 9.
        found: u8,
    },
    /// Its content breaks a rule of the dictionary.
    #[error("{found}: {fault:?}")]
    Content {
        /// The part of the value that breaks it.
        found: String,
        /// The rule.
        fault: Fault,
    },
}

/// The lengths that a value may have, in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lengths {
    /// From the first to the second.
    Range(usize, usize),
    /// Those of a GTIN: 8, 12, 13 or 14.
    Gtin,
}

impl std::fmt::Display for Lengths {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Lengths::Range(shortest, longest) if shortest == longest => write!(f, "{longest}"),
            Lengths::Range(shortest, longest) => write!(f, "{shortest} to {longest}"),
            Lengths::Gtin => f.write_str("8, 12, 13 or 14"),
        }
    }
}

/// The entry of an application identifier such as `01`.
pub fn find(ai: &str) -> Option<Identifier> {
    if !(2..=4).contains(&ai.len()) {
        return None;
    }
    // The rows are in the order of their first identifiers, none of which is the beginning of another.
    let after = ROWS.partition_point(|row| start(row, ai.len()) <= ai);
    let row = ROWS.get(after.checked_sub(1)?)?;
    let (first, last) = Identifier { row }.range();
    let digits = ai.bytes().all(|byte| byte.is_ascii_digit());
    (digits && ai.len() == first.len() && ai <= last).then_some(Identifier { row })
}

/// The application identifier with which an element string starts, and its entry.
pub fn leading(text: &str) -> Option<(&str, Identifier)> {
    let ai = text.get(..length_by_prefix(text.get(..2)?)?)?;
    Some((ai, find(ai)?))
}

/// How many digits the identifiers have that start with these two: all have the same (GS1 General Specifications, 3.2).
pub fn length_by_prefix(two_digits: &str) -> Option<usize> {
    let after = ROWS.partition_point(|row| start(row, 2) <= two_digits);
    let row = ROWS.get(after.checked_sub(1)?)?;
    let (first, last) = Identifier { row }.range();
    (start(first, 2) <= two_digits && two_digits <= start(last, 2)).then_some(first.len())
}

fn start(row: &'static str, length: usize) -> &'static str {
    row.get(..length).unwrap_or(row)
}

/// Every entry, in the order of the dictionary.
pub fn all() -> impl Iterator<Item = Identifier> {
    ROWS.iter().map(|row| Identifier { row })
}

impl Identifier {
    /// The first and the last identifier of the entry; most often the same.
    pub fn range(self) -> (&'static str, &'static str) {
        let digits = |text: &'static str| {
            let end = text.bytes().position(|byte| !byte.is_ascii_digit());
            text.split_at(end.unwrap_or(text.len()))
        };
        let (first, rest) = digits(self.row);
        match rest.strip_prefix('-') {
            Some(rest) => (first, digits(rest).0),
            None => (first, first),
        }
    }

    /// Whether its value has a length that is known beforehand, so that element strings need no separator after it
    /// (GS1 General Specifications, 7.8.5).
    pub fn is_predefined(self) -> bool {
        self.flags().contains('*')
    }

    /// The length of the value where [`is_predefined`](Self::is_predefined).
    pub fn predefined_length(self) -> Option<usize> {
        self.is_predefined()
            .then(|| self.components().map(|part| part.longest).sum())
    }

    /// Whether it may stand in the query of a Digital Link.
    pub fn is_attribute(self) -> bool {
        self.flags().contains('?')
    }

    /// For a primary key of a Digital Link the sequences of qualifiers that may follow it, such as `22,10,21|235`;
    /// empty where none may. `None` for all others.
    pub fn key_qualifiers(self) -> Option<&'static str> {
        self.tail()
            .find_map(|word| word.strip_prefix("dlpkey"))
            .map(|list| list.trim_start_matches('='))
    }

    /// What must stand beside it, each item to be met: alternatives with commas, together with `+`, `n` any digit.
    pub fn required(self) -> impl Iterator<Item = &'static str> {
        self.tail().filter_map(|word| word.strip_prefix("req="))
    }

    /// What must not stand beside it: alternatives with commas, `n` any digit.
    pub fn excluded(self) -> impl Iterator<Item = &'static str> {
        self.tail().filter_map(|word| word.strip_prefix("ex="))
    }

    /// The names of the rules that its components must keep, such as `csum`.
    pub fn rules(self) -> impl Iterator<Item = &'static str> {
        self.components()
            .flat_map(|part| part.rules.split(',').filter(|rule| !rule.is_empty()))
    }

    /// Checks the length, characters and content of a value.
    pub fn check(self, value: &str) -> Result<(), ValueError> {
        let found = value.chars().count();
        let (mut shortest, mut longest) = (0, 0);
        for part in self.components() {
            shortest += if part.is_optional { 0 } else { part.shortest };
            longest += part.longest;
        }
        let expected = Lengths::Range(shortest, longest);
        if !(shortest..=longest).contains(&found) {
            return Err(ValueError::Length { expected, found });
        }
        let mut rest = value;
        for part in self.components() {
            let end = rest.char_indices().nth(part.longest);
            let (here, tail) = rest.split_at(end.map_or(rest.len(), |(at, _)| at));
            rest = tail;
            if part.is_optional && here.is_empty() {
                continue;
            }
            if here.chars().count() < part.shortest {
                return Err(ValueError::Length { expected, found });
            }
            part.check(here)?;
        }
        Ok(())
    }

    fn flags(self) -> &'static str {
        self.row.split(' ').next().unwrap_or_default()
    }

    /// The words behind the identifiers: components first, then companions.
    fn tail(self) -> impl Iterator<Item = &'static str> {
        self.row.split(' ').skip(1)
    }

    fn components(self) -> impl Iterator<Item = Component> {
        self.tail().map_while(Component::read)
    }
}

impl From<GtinError> for ValueError {
    fn from(error: GtinError) -> ValueError {
        let length = |expected, found| ValueError::Length { expected, found };
        match error {
            GtinError::Length(found) => length(Lengths::Gtin, found),
            GtinError::GlnLength(found) => length(Lengths::Range(13, 13), found),
            GtinError::UpcELength(found) => length(Lengths::Range(8, 8), found),
            GtinError::Digit(char) | GtinError::NumberSystem(char) => {
                ValueError::Character(char, Charset::Digits)
            }
            GtinError::CheckDigit { expected, found } => ValueError::CheckDigit { expected, found },
        }
    }
}
