//! The application identifiers that the app knows: what each holds, and where it may stand in a Digital Link (GS1 Barcode Syntax Dictionary).

use super::gtin::{GtinError, verify};

/// What the standard says of one application identifier, or of a range of them that differ by the last digit.
#[derive(Debug)]
pub struct Identifier {
    first: &'static str,
    last: &'static str,
    components: &'static [Component],
    /// Whether it may stand in the query of a Digital Link.
    pub is_attribute: bool,
    /// For a primary key of a Digital Link, the sequences of qualifiers that may follow it; `None` for all others.
    pub qualifiers: Option<&'static [&'static [&'static str]]>,
}

/// Why a value does not fit its application identifier.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ValueError {
    /// It is too short or too long.
    #[error("expected {expected} characters, not {found}")]
    Length {
        /// The lengths that the standard allows, such as `14` or `1 to 20`.
        expected: String,
        /// The length of the value, in characters.
        found: usize,
    },
    /// It has a character that the standard does not allow here.
    #[error("{0:?} cannot stand here")]
    Character(char),
    /// Its last digit does not fit the others.
    #[error("the check digit is {found} but should be {expected}")]
    CheckDigit {
        /// The digit that the others demand, 0 to 9.
        expected: u8,
        /// The digit that stands there, 0 to 9.
        found: u8,
    },
    /// It is no day of the calendar, written YYMMDD; DD may be 00.
    #[error("{0} is no date of the form YYMMDD")]
    Date(String),
}

/// The entry of an application identifier such as `01`.
pub fn find(ai: &str) -> Option<&'static Identifier> {
    TABLE.iter().find(|identifier| identifier.covers(ai))
}

/// The application identifier with which an element string starts, and its entry.
pub fn leading(text: &str) -> Option<(&str, &'static Identifier)> {
    (2..=4)
        .filter_map(|length| text.get(..length))
        .find_map(|ai| Some((ai, find(ai)?)))
}

impl Identifier {
    /// The length of the value, if element strings need no separator after it (GS1 General Specifications, 7.8.5).
    pub fn predefined_length(&self) -> Option<usize> {
        let start: u8 = self.first.get(..2)?.parse().ok()?;
        matches!(start, 0..=4 | 11..=20 | 31..=36 | 41).then(|| self.longest())
    }

    /// Checks length, characters, check digit and date of a value.
    pub fn check(&self, value: &str) -> Result<(), ValueError> {
        let found = value.chars().count();
        if !(self.shortest()..=self.longest()).contains(&found) {
            let expected = self.lengths();
            return Err(ValueError::Length { expected, found });
        }
        let mut rest = value;
        for component in self.components {
            let end = rest.char_indices().nth(component.longest);
            let (part, tail) = rest.split_at(end.map_or(rest.len(), |(at, _)| at));
            component.check(part)?;
            rest = tail;
        }
        Ok(())
    }

    fn covers(&self, ai: &str) -> bool {
        ai.len() == self.first.len() && (self.first..=self.last).contains(&ai)
    }

    fn shortest(&self) -> usize {
        self.components.iter().map(|part| part.shortest).sum()
    }

    fn longest(&self) -> usize {
        self.components.iter().map(|part| part.longest).sum()
    }

    fn lengths(&self) -> String {
        match (self.shortest(), self.longest()) {
            (shortest, longest) if shortest == longest => longest.to_string(),
            (shortest, longest) => format!("{shortest} to {longest}"),
        }
    }
}

/// A part of a value; all but the last part of a value have a fixed length.
#[derive(Debug)]
struct Component {
    shortest: usize,
    longest: usize,
    content: Content,
}

#[derive(Clone, Copy, Debug)]
enum Content {
    /// Digits.
    Digits,
    /// Digits, the last of them a check digit.
    CheckDigit,
    /// A day as YYMMDD; DD = 00 means the last of the month.
    Date,
    /// The 82 characters of GS1 General Specifications, figure 7.11-1.
    Cset82,
}

impl Component {
    fn check(&self, part: &str) -> Result<(), ValueError> {
        if let Some(char) = part.chars().find(|&char| !self.content.allows(char)) {
            return Err(ValueError::Character(char));
        }
        match self.content {
            Content::Digits | Content::Cset82 => Ok(()),
            Content::CheckDigit => verify(part).map_err(ValueError::from),
            Content::Date if is_date(part) => Ok(()),
            Content::Date => Err(ValueError::Date(part.to_owned())),
        }
    }
}

impl Content {
    fn allows(self, char: char) -> bool {
        match self {
            Content::Cset82 => char.is_ascii_alphanumeric() || "!\"%&'()*+,-./:;<=>?_".contains(char),
            _ => char.is_ascii_digit(),
        }
    }
}

impl From<GtinError> for ValueError {
    fn from(error: GtinError) -> ValueError {
        let length = |expected: &str, found| ValueError::Length {
            expected: expected.to_owned(),
            found,
        };
        match error {
            GtinError::Length(found) => length("8, 12, 13 or 14", found),
            GtinError::GlnLength(found) => length("13", found),
            GtinError::UpcELength(found) => length("8", found),
            GtinError::Digit(char) | GtinError::NumberSystem(char) => ValueError::Character(char),
            GtinError::CheckDigit { expected, found } => ValueError::CheckDigit { expected, found },
        }
    }
}

fn is_date(yymmdd: &str) -> bool {
    let two = |at: usize| yymmdd.get(at..at + 2)?.parse::<u8>().ok();
    let (Some(year), Some(month), Some(day)) = (two(0), two(2), two(4)) else {
        return false;
    };
    let days = match month {
        2 if year % 4 == 0 => 29, // OK because of the years that two digits can mean, only 2000 is a full century.
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    day <= days
}

const SSCC: &[Component] = &[exactly(18, Content::CheckDigit)];
const GTIN: &[Component] = &[exactly(14, Content::CheckDigit)];
const GLN: &[Component] = &[exactly(13, Content::CheckDigit)];
const DATE: &[Component] = &[exactly(6, Content::Date)];
const MEASURE: &[Component] = &[exactly(6, Content::Digits)];
const COUNTRY: &[Component] = &[exactly(3, Content::Digits)];
const COUNT: &[Component] = &[up_to(8, Content::Digits)];
const TEXT_20: &[Component] = &[up_to(20, Content::Cset82)];
const TEXT_28: &[Component] = &[up_to(28, Content::Cset82)];
const TEXT_30: &[Component] = &[up_to(30, Content::Cset82)];
const TEXT_90: &[Component] = &[up_to(90, Content::Cset82)];

/// In the order of the dictionary. An entry that is missing here is an unknown identifier everywhere.
static TABLE: &[Identifier] = &[
    key("00", SSCC, &[]),
    key("01", GTIN, &[&["22", "10", "21"], &["235"]]),
    attribute("02", GTIN),
    attribute("10", TEXT_20),
    attribute("11", DATE),
    attribute("13", DATE),
    attribute("15", DATE),
    attribute("16", DATE),
    attribute("17", DATE),
    qualifier("21", TEXT_20),
    qualifier("22", TEXT_20),
    qualifier("235", TEXT_28),
    attribute("240", TEXT_30),
    qualifier("254", TEXT_20),
    attribute("30", COUNT),
    attributes("3100", "3105", MEASURE),
    attribute("37", COUNT),
    attributes("410", "413", GLN),
    key("414", GLN, &[&["254"]]),
    attribute("416", GLN),
    key("417", GLN, &[]),
    attribute("422", COUNTRY),
    attribute("90", TEXT_30),
    attributes("91", "99", TEXT_90),
];

const fn key(
    ai: &'static str,
    components: &'static [Component],
    qualifiers: &'static [&'static [&'static str]],
) -> Identifier {
    Identifier {
        qualifiers: Some(qualifiers),
        ..attribute(ai, components)
    }
}

const fn qualifier(ai: &'static str, components: &'static [Component]) -> Identifier {
    Identifier {
        is_attribute: false,
        ..attribute(ai, components)
    }
}

const fn attribute(ai: &'static str, components: &'static [Component]) -> Identifier {
    attributes(ai, ai, components)
}

const fn attributes(first: &'static str, last: &'static str, components: &'static [Component]) -> Identifier {
    Identifier {
        first,
        last,
        components,
        is_attribute: true,
        qualifiers: None,
    }
}

const fn exactly(length: usize, content: Content) -> Component {
    Component {
        shortest: length,
        longest: length,
        content,
    }
}

const fn up_to(longest: usize, content: Content) -> Component {
    Component {
        shortest: 1,
        longest,
        content,
    }
}
