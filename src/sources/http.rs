//! What HTTP says around a body: statuses, problem documents (RFC 9457), waiting times, the next page (RFC 8288).

use super::findings::Why;
use super::json_ld::string;
use serde_json::Value;

/// The largest body that is read, in bytes.
pub const LARGEST_BODY: usize = 5_000_000;

/// How long to wait where a host says that it is asked too often but not for how long, in seconds.
const PATIENCE_S: u32 = 60;

/// The longest wait that is believed, in seconds.
const LONGEST_WAIT_S: u32 = 60 * 60;

/// Why an answer with this status is none; `None` when it is one. `retry_after` is the header, `problem` the body of a problem document.
pub fn why(status: u16, retry_after: Option<&str>, problem: Option<&str>) -> Option<Why> {
    let exception = problem.and_then(exception);
    match (status, exception.as_deref()) {
        // 300: a resolver lists several targets (GS1-Conformant Resolver 1.2 §4.4): its body is the link set.
        (200..=300, _) => None,
        (404 | 410, _) | (_, Some("NoSuchResourceException" | "NoSuchNameException")) => Some(Why::NotThere),
        (429, _) => Some(Why::TooOften(wait(retry_after))),
        (503, _) if retry_after.is_some() => Some(Why::TooOften(wait(retry_after))),
        (400, _) => Some(Why::Invalid),
        _ => Some(Why::Refused(status)),
    }
}

/// The name in `epcisException:NoSuchResourceException`, the type of a problem document (EPCIS 2.0 REST bindings).
fn exception(problem: &str) -> Option<String> {
    let problem: Value = serde_json::from_str(problem).ok()?;
    let kind = string(&problem, "type")?;
    Some(kind.strip_prefix("epcisException:")?.to_owned())
}

/// The seconds of a `Retry-After`. A date counts as no number: the phone's clock may be wrong.
fn wait(retry_after: Option<&str>) -> u32 {
    let seconds = retry_after.and_then(|text| text.trim().parse().ok());
    seconds.unwrap_or(PATIENCE_S).min(LONGEST_WAIT_S)
}

/// The target of the link with `rel=next` in a `Link` header.
pub(super) fn next_page(link: &str) -> Option<&str> {
    let links = unquoted(link, b',').into_iter();
    let mut targets = links.filter_map(|link| link.trim().strip_prefix('<')?.split_once('>'));
    let next = targets.find(|(_, parameters)| unquoted(parameters, b';').into_iter().any(is_next));
    next.map(|(target, _)| target)
}

/// The parts of a text between separators that stand outside quotation marks and angle brackets.
fn unquoted(text: &str, separator: u8) -> Vec<&str> {
    let (mut quoted, mut bracketed) = (false, false);
    let parts = text.split(|char: char| {
        match char {
            '"' => quoted = !quoted,
            '<' | '>' if !quoted => bracketed = char == '<',
            _ => {}
        }
        char == char::from(separator) && !quoted && !bracketed
    });
    parts.collect()
}

fn is_next(parameter: &str) -> bool {
    let Some((name, value)) = parameter.split_once('=') else {
        return false;
    };
    let mut relations = value.trim().trim_matches('"').split(' ');
    name.trim().eq_ignore_ascii_case("rel") && relations.any(|relation| relation.eq_ignore_ascii_case("next"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_has_its_meaning() {
        let problem = |name: &str| format!("{{\"type\": \"epcisException:{name}\", \"status\": 400}}");
        let check = |status, retry_after, problem: Option<&str>, expected| {
            assert_eq!(
                why(status, retry_after, problem),
                expected,
                "{status} {problem:?}"
            );
        };
        check(200, None, None, None);
        check(300, None, None, None);
        check(400, None, None, Some(Why::Invalid));
        check(404, None, None, Some(Why::NotThere));
        check(410, None, None, Some(Why::NotThere));
        check(
            400,
            None,
            Some(&problem("NoSuchNameException")),
            Some(Why::NotThere),
        );
        check(
            400,
            None,
            Some(&problem("ValidationException")),
            Some(Why::Invalid),
        );
        check(
            413,
            None,
            Some(&problem("QueryTooLargeException")),
            Some(Why::Refused(413)),
        );
        check(400, None, Some("<html>"), Some(Why::Invalid));
        check(429, Some("7"), None, Some(Why::TooOften(7)));
        check(429, None, None, Some(Why::TooOften(60)));
        check(429, Some("99999999999"), None, Some(Why::TooOften(60)));
        check(429, Some("86400"), None, Some(Why::TooOften(3600)));
        check(503, Some("120"), None, Some(Why::TooOften(120)));
        check(503, None, None, Some(Why::Refused(503)));
        check(302, None, None, Some(Why::Refused(302)));
        check(500, None, None, Some(Why::Refused(500)));
    }

    #[test]
    fn the_next_page_is_found_among_links() {
        for (link, expected) in [
            (
                "<https://r.example/events?nextPageToken=2>; rel=\"next\"",
                Some("https://r.example/events?nextPageToken=2"),
            ),
            ("</a>; rel=prev, </b>;rel=next", Some("/b")),
            (
                "</a>; title=\"x, y; rel=next\", </b>; rel=\"last next\"",
                Some("/b"),
            ),
            ("</a,b>; REL=Next", Some("/a,b")),
            ("</a>; rel=nextish", None),
            ("</a", None),
            ("", None),
        ] {
            assert_eq!(next_page(link), expected, "{link}");
        }
    }
}
