//! What is odd about a GS1 code that is understood all the same.

use super::associations::Association;
use super::caution::Caution;
use super::digital_link::Departure;
use crate::words::Lang;

/// Something odd.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// A reason to be careful.
    Caution(Caution),
    /// A Digital Link departs from the standard.
    Departure(Departure),
    /// The elements of a code do not fit together.
    Association(Association),
    /// A number of the prefix for demonstrations: no real product.
    Demonstration,
    /// A number whose prefix nobody has.
    UnknownPrefix,
    /// A date that no calendar has, though its form is right: its identifier.
    Date(String),
    /// A Digital Link on a host that the app does not know. Only its identifiers are read.
    UnknownHost(String),
}

impl Warning {
    /// A short name for programs, such as `look-alike`.
    pub fn code(&self) -> &'static str {
        match self {
            Warning::Caution(caution) => caution.code(),
            Warning::Departure(Departure::ShortGtin) => "short-gtin",
            Warning::Departure(Departure::TrailingSlash) => "trailing-slash",
            Warning::Departure(Departure::QualifierInQuery) => "qualifier-in-query",
            Warning::Departure(Departure::Name) => "old-name",
            Warning::Departure(Departure::Host) => "odd-host",
            Warning::Association(Association::Missing { .. }) => "missing-companion",
            Warning::Association(Association::Excluded { .. }) => "excluded-companion",
            Warning::Association(Association::Unserialised { .. }) => "unserialised-key",
            Warning::Demonstration => "demonstration",
            Warning::UnknownPrefix => "unknown-prefix",
            Warning::Date(_) => "date",
            Warning::UnknownHost(_) => "unknown-host",
        }
    }

    /// What is odd, in a sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        let words = lang.warning();
        match self {
            Warning::Caution(caution) => caution.sentence(lang),
            Warning::Departure(Departure::ShortGtin) => words.short_gtin.to_owned(),
            Warning::Departure(Departure::TrailingSlash) => words.trailing_slash.to_owned(),
            Warning::Departure(Departure::QualifierInQuery) => words.qualifier_in_query.to_owned(),
            Warning::Departure(Departure::Name) => words.old_name.to_owned(),
            Warning::Departure(Departure::Host) => words.odd_host.to_owned(),
            Warning::Association(Association::Missing { ai, needs }) => {
                words.missing.replace("{ai}", ai).replace("{needs}", needs)
            }
            Warning::Association(Association::Excluded { ai, by }) => {
                words.excluded.replace("{ai}", ai).replace("{by}", by)
            }
            Warning::Association(Association::Unserialised { ai }) => words.unserialised.replace("{ai}", ai),
            Warning::Demonstration => words.demonstration.to_owned(),
            Warning::UnknownPrefix => words.unknown_prefix.to_owned(),
            Warning::Date(ai) => words.date.replace("{ai}", ai),
            Warning::UnknownHost(host) => words.unknown_host.replace("{host}", host),
        }
    }
}
