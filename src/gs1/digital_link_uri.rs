//! Digital Link URIs as they are written and printed: what surrounds the identifiers, and how they depart from the standard.

use super::Gtin;
use super::digital_link::{DigitalLink, DigitalLinkError, MOST_ELEMENTS, known};
use super::identifiers;
use super::key::Key;
use super::uri::{Parts, decoded, decoded_query};

/// A Digital Link as it was written: what surrounds the identifiers, and how it departs from the standard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uri {
    /// What stands before the key, without a slash at its end: `https://shop.example/some/path`.
    pub stem: String,
    /// The identifiers.
    pub link: DigitalLink,
    /// The other members of the query as (key, value), decoded: they belong to other standards, or to the host.
    pub others: Vec<(String, String)>,
    /// Where it departs from GS1 Digital Link URI Syntax 1.6; it is understood all the same.
    pub departures: Vec<Departure>,
}

/// How a Digital Link departs from the standard and yet can mean only one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Departure {
    /// A GTIN of 8, 12 or 13 digits; since version 1.4 it must have fourteen.
    ShortGtin,
    /// A slash at the end of the path.
    TrailingSlash,
    /// A key qualifier in the query that belongs into the path.
    QualifierInQuery,
    /// A name such as `gtin` instead of an identifier, which versions before 1.3 allowed.
    Name,
    /// A character in the host that no host has.
    Host,
}

impl Uri {
    /// Reads a Digital Link URI, or the path (and query) of one. The host is not looked at, except for its characters.
    /// The key is the rightmost one.
    pub fn parse(text: &str) -> Result<Uri, DigitalLinkError> {
        let parts = Parts::of(text).ok_or(DigitalLinkError::NoKey)?;
        let found = Found::in_path(parts.path).ok_or(DigitalLinkError::NoKey)?;
        let [(ai, value), qualifiers @ ..] = found.pairs.as_slice() else {
            return Err(DigitalLinkError::NoKey);
        };
        let mut uri = Uri {
            stem: format!("{}{}", parts.origin, found.stem),
            link: DigitalLink::new(Key::read(ai, value)?),
            others: Vec::new(),
            departures: Vec::new(),
        };
        let has_odd_host = parts
            .authority()
            .is_some_and(|host| host.contains(is_odd_in_host));
        let is_short = *ai == "01" && value.len() < 14;
        uri.depart_if(found.has_names, Departure::Name);
        uri.depart_if(has_odd_host, Departure::Host);
        uri.depart_if(is_short, Departure::ShortGtin);
        uri.depart_if(found.trailing_slash, Departure::TrailingSlash);
        for (ai, value) in qualifiers {
            uri.link.push_qualifier(ai, value)?;
        }
        for part in members(parts.query).filter(|part| !part.is_empty()) {
            uri.read_member(part)?;
        }
        match uri.link.qualifiers.len() + uri.link.attributes.len() < MOST_ELEMENTS {
            true => Ok(uri),
            false => Err(DigitalLinkError::TooMany),
        }
    }

    /// Reads one member of the query: an attribute where its key has only digits, else somebody else's.
    fn read_member(&mut self, member: &str) -> Result<(), DigitalLinkError> {
        let (key, value) = member.split_once('=').unwrap_or((member, ""));
        let (ai, mut value) = (decoded(key), decoded_query(value));
        let is_identifier = !ai.is_empty() && ai.bytes().all(|byte| byte.is_ascii_digit());
        if !is_identifier || !member.contains('=') {
            self.others.push((ai, value));
            return Ok(());
        }
        known(&ai)?;
        if let ("01", ..14, Ok(gtin)) = (ai.as_str(), value.len(), Gtin::parse(&value)) {
            value = gtin.to_string();
            self.depart_if(true, Departure::ShortGtin);
        }
        if self.link.stands(&ai) || !self.link.would_qualify(&ai) {
            return self.link.push_attribute(&ai, value);
        }
        self.depart_if(true, Departure::QualifierInQuery);
        self.link.insert_qualifier(&ai, value)
    }

    fn depart_if(&mut self, departs: bool, departure: Departure) {
        if departs && !self.departures.contains(&departure) {
            self.departures.push(departure);
        }
    }
}

/// The members of a query. Beside `&`, a semicolon parts them (the grammar of GS1 Digital Link URI Syntax 1.4, queryStringDelim)
/// where an identifier and `=` follow; elsewhere it belongs to a value.
fn members(query: &str) -> impl Iterator<Item = &str> {
    query.split('&').flat_map(|part| {
        let (mut members, mut from) = (Vec::new(), 0);
        for (at, _) in part
            .match_indices(';')
            .filter(|(at, _)| starts_member(&part[at + 1..]))
        {
            members.push(&part[from..at]);
            from = at + 1;
        }
        members.push(&part[from..]);
        members
    })
}

/// Whether a text begins with an identifier, which has four digits at most, and `=`.
fn starts_member(text: &str) -> bool {
    let key = text.bytes().take(5).position(|byte| byte == b'=');
    let key = key.and_then(|length| text.get(..length));
    key.is_some_and(|key| identifiers::find(key).is_some())
}

/// The characters that RFC 3986 allows in an authority and hosts never have.
fn is_odd_in_host(char: char) -> bool {
    "_~@!$&'()*+,;=%".contains(char)
}

/// The identifiers in a path.
struct Found<'a> {
    /// What stands before the key, without a slash at its end.
    stem: &'a str,
    /// Pairs of (AI, value) from the rightmost primary key to the end of the path, values decoded.
    pairs: Vec<(&'a str, String)>,
    trailing_slash: bool,
    /// Whether one of the identifiers was written as a name.
    has_names: bool,
}

impl<'a> Found<'a> {
    fn in_path(path: &'a str) -> Option<Found<'a>> {
        let before_slash = path
            .strip_suffix('/')
            .and_then(|path| Found::in_whole(path, true));
        before_slash.or_else(|| Found::in_whole(path, false))
    }

    fn in_whole(path: &'a str, trailing_slash: bool) -> Option<Found<'a>> {
        let mut stem = path;
        let mut pairs = Vec::new();
        let mut has_names = false;
        while let Some((before, value)) = stem.rsplit_once('/') {
            let (rest, segment) = before.rsplit_once('/').unwrap_or(("", before));
            let ai = named(segment).unwrap_or(segment);
            has_names |= ai != segment;
            let identifier = identifiers::find(ai)?;
            stem = rest;
            pairs.push((ai, decoded(value)));
            if identifier.key_qualifiers().is_some() {
                pairs.reverse();
                return Some(Found {
                    stem,
                    pairs,
                    trailing_slash,
                    has_names,
                });
            }
        }
        None
    }
}

/// The identifier behind a name of the versions before 1.3.
fn named(name: &str) -> Option<&'static str> {
    const NAMES: &[(&str, &str)] = &[
        ("gtin", "01"),
        ("sscc", "00"),
        ("gln", "414"),
        ("party", "417"),
        ("payTo", "415"),
        ("itip", "8006"),
        ("gmn", "8013"),
        ("cpid", "8010"),
        ("gsrnp", "8017"),
        ("gsrn", "8018"),
        ("gcn", "255"),
        ("gdti", "253"),
        ("ginc", "401"),
        ("gsin", "402"),
        ("grai", "8003"),
        ("giai", "8004"),
        ("cpv", "22"),
        ("lot", "10"),
        ("ser", "21"),
        ("cpsn", "8011"),
        ("glnx", "254"),
        ("refno", "8020"),
        ("srin", "8019"),
    ];
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, ai)| *ai)
}
