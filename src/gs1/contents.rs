//! What a code says by itself: the values in it that mean something, and what does not fit together in it.

use super::associations;
use super::digital_link::DigitalLink;
use super::identifiers;
use super::measures::{self, Meaning};
use super::prefix::{self, Use};
use super::warning::Warning;

/// What the values of a link mean, those that are more than text: pairs of (AI, meaning). Years of two digits are those
/// nearest to `this_year`.
pub fn meanings(link: &DigitalLink, this_year: i32) -> Vec<(&str, Meaning)> {
    let pairs = link.qualifiers.iter().chain(&link.attributes);
    let meaning = |(ai, value): &'_ (String, String)| measures::meaning(ai, value, this_year);
    pairs
        .filter_map(|pair| Some((pair.0.as_str(), meaning(pair)?)))
        .collect()
}

/// What is odd about the identifiers of a link: companions, days, the prefix of its number.
pub fn oddities(link: &DigitalLink, this_year: i32) -> Vec<Warning> {
    let prefix = link.gtin().and_then(|gtin| match prefix::use_of(gtin) {
        Use::Demonstration => Some(Warning::Demonstration),
        // OK because the other uses have prefixes that are nobody's on purpose.
        Use::Product if prefix::issuer(gtin).is_none() => Some(Warning::UnknownPrefix),
        _ => None,
    });
    let pairs = link.qualifiers.iter().chain(&link.attributes);
    let no_date =
        pairs.filter(|(ai, value)| is_dated(ai) && measures::meaning(ai, value, this_year).is_none());
    let no_date = no_date.map(|(ai, _)| Warning::Date(ai.clone()));
    let all = of_companions(link).into_iter().chain(no_date);
    all.chain(prefix).collect()
}

/// What does not fit together in it.
pub(super) fn of_companions(link: &DigitalLink) -> Vec<Warning> {
    let key = [(link.key.ai(), link.key.value())];
    let others = link.qualifiers.iter().chain(&link.attributes);
    let others = others.map(|(ai, value)| (ai.as_str(), value.as_str()));
    let elements: Vec<_> = key.into_iter().chain(others).collect();
    associations::faults(&elements)
        .into_iter()
        .map(Warning::Association)
        .collect()
}

fn is_dated(ai: &str) -> bool {
    identifiers::find(ai).is_some_and(|entry| entry.rules().any(|rule| rule.starts_with("yymmd")))
}
