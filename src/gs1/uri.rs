//! The parts of a URI that Digital Links are made of (RFC 3986).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Everything outside the unreserved characters of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A value as it stands in a path or query.
pub fn encoded(value: &str) -> String {
    utf8_percent_encode(value, RESERVED).to_string()
}

/// A value as it stands in a query, where a space is `+`.
pub fn encoded_query(value: &str) -> String {
    encoded(value).replace("%20", "+")
}

/// The value behind the percent signs of a path; what is not UTF-8 is read as Latin-1.
pub fn decoded(text: &str) -> String {
    let bytes: Vec<u8> = percent_decode_str(text).collect();
    let latin =
        |error: std::string::FromUtf8Error| error.as_bytes().iter().map(|&byte| char::from(byte)).collect();
    String::from_utf8(bytes).unwrap_or_else(latin)
}

/// The value behind the percent signs of a query, where `+` is a space.
pub fn decoded_query(text: &str) -> String {
    decoded(&text.replace('+', " "))
}

/// A URI, or the path (and query) of one, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parts<'a> {
    /// Scheme and authority, such as `https://id.gs1.org`; empty where the text has none.
    pub origin: &'a str,
    /// The path, with or without a slash before it.
    pub path: &'a str,
    /// The query without its question mark.
    pub query: &'a str,
}

impl<'a> Parts<'a> {
    /// `None` where the scheme is not HTTP in small or in capital letters, or where no host or no path stands behind it.
    pub fn of(text: &'a str) -> Option<Parts<'a>> {
        let text = text.split('#').next().unwrap_or_default();
        let (before, query) = text.split_once('?').unwrap_or((text, ""));
        let (origin, path) = match before.split_once("://") {
            None => ("", before),
            Some(("http" | "https" | "HTTP" | "HTTPS", rest)) => {
                let host = rest.find('/').filter(|&length| length > 0)?;
                before.split_at(before.len() - rest.len() + host)
            }
            Some(_) => return None,
        };
        Some(Parts { origin, path, query })
    }

    /// The authority: host, port and user.
    pub fn authority(self) -> Option<&'a str> {
        self.origin.split_once("://").map(|(_, authority)| authority)
    }
}
