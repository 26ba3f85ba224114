//! What must and what must not stand beside an identifier (GS1 General Specifications, 4.13 and 4.14), over all elements of a code.

use super::identifiers;

/// How the elements of a code do not fit together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Association {
    /// An identifier stands without one that it needs.
    Missing {
        /// The identifier.
        ai: String,
        /// What it needs, as the dictionary writes it: alternatives with commas, together with `+`, `n` any digit.
        needs: &'static str,
    },
    /// Two identifiers stand together that exclude each other.
    Excluded {
        /// The identifier.
        ai: String,
        /// The other one.
        by: String,
    },
    /// A digital signature (AI 8030) beside a key whose serial number is left out.
    Unserialised {
        /// The identifier of the key.
        ai: String,
    },
}

/// Everything that does not fit together, in the order of the elements.
pub fn faults(elements: &[(&str, &str)]) -> Vec<Association> {
    elements
        .iter()
        .flat_map(|&(ai, value)| {
            missing(elements, ai)
                .chain(excluded(elements, ai))
                .chain(unserialised(elements, ai, value))
        })
        .collect()
}

/// An identifier that stands several times with different values, which no code may have.
pub fn repeated<'a>(elements: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> Option<&'a str> {
    let differs = |ai, value| {
        elements
            .clone()
            .any(|(other, found)| other == ai && found != value)
    };
    elements
        .clone()
        .find(|&(ai, value)| differs(ai, value))
        .map(|(ai, _)| ai)
}

/// What an identifier needs and does not have.
pub fn missing<'a>(elements: &'a [(&str, &str)], ai: &'a str) -> impl Iterator<Item = Association> {
    let needs = identifiers::find(ai)
        .into_iter()
        .flat_map(|entry| entry.required());
    let has = |pattern: &str| elements.iter().any(|(other, _)| fits(pattern, other));
    needs
        .filter(move |needs| !needs.split(',').any(|group| group.split('+').all(has)))
        .map(|needs| Association::Missing {
            ai: ai.to_owned(),
            needs,
        })
}

/// Which identifiers stand beside one that excludes them. It never excludes itself.
pub fn excluded<'a>(elements: &'a [(&str, &str)], ai: &'a str) -> impl Iterator<Item = Association> {
    let patterns = identifiers::find(ai)
        .into_iter()
        .flat_map(|entry| entry.excluded());
    let patterns = patterns.flat_map(|list| list.split(','));
    patterns.flat_map(move |pattern| {
        let others = elements
            .iter()
            .filter(move |(other, _)| *other != ai && fits(pattern, other));
        others.map(|(other, _)| Association::Excluded {
            ai: ai.to_owned(),
            by: (*other).to_owned(),
        })
    })
}

/// A key beside a digital signature whose serial number is left out: AI 253, 255 and 8003 may be written without.
pub fn unserialised(elements: &[(&str, &str)], ai: &str, value: &str) -> Option<Association> {
    let is_signed = elements.iter().any(|(other, _)| *other == "8030");
    let bare = match ai {
        "253" | "255" => 13,
        "8003" => 14,
        _ => return None,
    };
    (is_signed && value.len() == bare).then(|| Association::Unserialised { ai: ai.to_owned() })
}

/// Whether an identifier is meant by a pattern, in which `n` is any digit.
fn fits(pattern: &str, ai: &str) -> bool {
    let pairs = pattern.bytes().zip(ai.bytes());
    pattern.len() == ai.len() && { pairs }.all(|(wanted, found)| wanted == b'n' || wanted == found)
}
