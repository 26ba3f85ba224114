//! The parts of a URI that Digital Links are made of (RFC 3986).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Everything outside the unreserved characters of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A value as it stands in a path or query.
pub(super) fn encoded(value: &str) -> String {
    utf8_percent_encode(value, RESERVED).to_string()
}

/// The value behind the percent signs; what is not UTF-8 becomes a character that no identifier allows.
pub(super) fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Path and query of a URI, or of what is none; `None` where the scheme is not HTTP.
pub(super) fn path_and_query(text: &str) -> Option<(&str, &str)> {
    let text = text.split('#').next().unwrap_or_default();
    let (before, query) = text.split_once('?').unwrap_or((text, ""));
    let path = match before.split_once("://") {
        None => before,
        Some(("http" | "https" | "HTTP" | "HTTPS", rest)) => rest.split_once('/')?.1,
        Some(_) => return None,
    };
    Some((path, query))
}
