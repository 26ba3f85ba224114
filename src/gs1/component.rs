//! The components that values are made of: which characters, how many, and by which rules.

use super::fault::Fault;
use super::identifiers::ValueError;
use super::lint;

/// The characters that a component allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    /// `N`: digits.
    Digits,
    /// `X`: the 82 characters of GS1 General Specifications, figure 7.11-1.
    Cset82,
    /// `Y`: the 39 characters of figure 7.11-2.
    Cset39,
    /// `Z`: those of base64 in its safe form (RFC 4648, section 5), with filling signs at the end.
    Cset64,
}

/// A part of a value; all but the last part of a value have a fixed length.
#[derive(Clone, Copy, Debug)]
pub(super) struct Component {
    charset: Charset,
    pub shortest: usize,
    pub longest: usize,
    pub is_optional: bool,
    pub rules: &'static str,
}

impl Component {
    /// Reads `N6`, `X..20`, `N13,csum,gcppos1`, `[N3],iso3166`.
    pub fn read(word: &'static str) -> Option<Component> {
        let (format, rules) = word.split_once(',').unwrap_or((word, ""));
        let inner = format.trim_start_matches('[').trim_end_matches(']');
        let charset = match inner.as_bytes().first()? {
            b'N' => Charset::Digits,
            b'X' => Charset::Cset82,
            b'Y' => Charset::Cset39,
            b'Z' => Charset::Cset64,
            _ => return None,
        };
        let length = inner.get(1..)?;
        let longest = length.trim_start_matches("..").parse().ok()?;
        Some(Component {
            charset,
            shortest: if length.starts_with("..") { 1 } else { longest },
            longest,
            is_optional: format.starts_with('['),
            rules,
        })
    }

    /// Checks the characters of a part, then its content by every rule.
    pub fn check(&self, part: &str) -> Result<(), ValueError> {
        self.charset.check(part)?;
        let mut rules = self.rules.split(',').filter(|rule| !rule.is_empty());
        rules.try_for_each(|rule| lint::check(rule, part))
    }
}

impl Charset {
    fn check(self, part: &str) -> Result<(), ValueError> {
        let content = match self {
            // Filling signs stand at the end only, and make the length a multiple of four.
            Charset::Cset64 => part.trim_end_matches('='),
            _ => part,
        };
        if let Some(char) = content.chars().find(|&char| !self.allows(char)) {
            return Err(ValueError::Character(char, self));
        }
        let filling = part.len() - content.len();
        if filling > 2 || filling > 0 && !part.len().is_multiple_of(4) {
            let fault = Fault::InvalidCset64Padding;
            return Err(ValueError::Content {
                found: part.to_owned(),
                fault,
            });
        }
        Ok(())
    }

    fn allows(self, char: char) -> bool {
        match self {
            Charset::Digits => char.is_ascii_digit(),
            Charset::Cset82 => char.is_ascii_alphanumeric() || "!\"%&'()*+,-./:;<=>?_".contains(char),
            Charset::Cset39 => char.is_ascii_digit() || char.is_ascii_uppercase() || "#-/".contains(char),
            Charset::Cset64 => char.is_ascii_alphanumeric() || "-_".contains(char),
        }
    }
}
