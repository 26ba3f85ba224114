//! A text looked at from all sides: what it identifies, and everything that is odd about it. The door for programs.

use super::caution::Caution;
use super::contents::{oddities, of_companions};
use super::digital_link::Uri;
use super::element_string::ElementString;
use super::foreign::Foreign;
use super::identity::{Identity, Rejection, trimmed};
use super::link::{Link, Parts};
use super::warning::Warning;
use crate::symbol::Format;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examined {
    /// What the text identifies, or why it identifies nothing.
    pub read: Result<Identity, Rejection>,
    /// What is odd about it, the gravest first.
    pub warnings: Vec<Warning>,
}

/// Understands a text as [`Identity::read`] does, and says what is odd about it. Years of two digits are those nearest to `this_year`.
pub fn examine(text: &str, format: Option<Format>, this_year: i32) -> Examined {
    let read = Identity::read(text, format);
    let warnings = match &read {
        Ok(Identity::Gs1(link)) => [of_uri(text), oddities(link, this_year)].concat(),
        Ok(Identity::Foreign(foreign @ Foreign::Restricted { link, .. })) => {
            [of_foreign(foreign), of_uri(text), of_companions(link)].concat()
        }
        Ok(Identity::Foreign(foreign)) => of_foreign(foreign),
        Err(_) => Vec::new(),
    };
    Examined { read, warnings }
}

/// The elements of a code without a key, such as a date alone: they are valid but identify nothing.
pub fn elements_without_key(text: &str) -> Option<ElementString> {
    let text = super::scan_data::split(trimmed(text)).1;
    let read = ElementString::parse_bracketed(text).or_else(|_| ElementString::parse(text));
    read.ok()
}

fn of_foreign(foreign: &Foreign) -> Vec<Warning> {
    let parts = foreign.link().and_then(Parts::of);
    foreign
        .cautions(parts.as_ref())
        .into_iter()
        .map(Warning::Caution)
        .collect()
}

/// What is odd about the form of a Digital Link and its host.
fn of_uri(text: &str) -> Vec<Warning> {
    let text = super::scan_data::split(trimmed(text)).1;
    let is_uri = text.contains('/');
    let Some(uri) = is_uri.then(|| Uri::parse(text).ok()).flatten() else {
        return Vec::new();
    };
    let departures = uri.departures.iter().copied().map(Warning::Departure);
    of_host(text).into_iter().chain(departures).collect()
}

/// What is odd about the host of a Digital Link. It is never asked, so only what deceives the eye counts.
fn of_host(text: &str) -> Vec<Warning> {
    if !text.contains("://") {
        return Vec::new();
    }
    let Some(parts) = Link::read(text).ok().and_then(|link| Parts::of(&link)) else {
        let host = text.split('/').nth(2).unwrap_or_default().to_owned();
        return vec![Warning::UnknownHost(host)];
    };
    let unknown = (!parts.has_known_host()).then(|| Warning::UnknownHost(parts.host.clone()));
    let counts = |caution: &Caution| {
        !matches!(
            caution,
            Caution::NotEncrypted | Caution::Redirect | Caution::Program
        )
    };
    let cautions = parts.cautions().into_iter().filter(counts);
    cautions.map(Warning::Caution).chain(unknown).collect()
}
