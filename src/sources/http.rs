//! What HTTP says around a body: statuses, problem documents (RFC 9457), waiting times, the next page (RFC 8288).

use super::date::http_moment;
use super::findings::Why;
use super::json_ld::string;
use serde_json::Value;

/// The largest body that is read, in bytes.
pub const LARGEST_BODY: usize = 5_000_000;

/// How long to wait where a host says that it is asked too often but not for how long, in seconds.
const PATIENCE_S: u32 = 60;

/// The longest wait that is believed, in seconds.
const LONGEST_WAIT_S: u32 = 60 * 60;

/// A body on its way, read piece by piece so that an endless one cannot fill the memory.
#[derive(Debug, Default)]
pub struct Body(Vec<u8>);

impl Body {
    /// Takes the next piece. The error says that the body is too large.
    pub fn take(&mut self, piece: &[u8]) -> Result<(), Why> {
        // OK because both lengths fit into memory.
        if self.0.len() + piece.len() > LARGEST_BODY {
            return Err(Why::Broken(format!("a body of more than {LARGEST_BODY} bytes")));
        }
        self.0.extend_from_slice(piece);
        Ok(())
    }

    /// The whole body as a text. The error says that it is none.
    pub fn text(self) -> Result<String, Why> {
        String::from_utf8(self.0).map_err(|_| Why::Broken("a body that is no UTF-8".to_owned()))
    }
}

/// What HTTP says beside the body about when to ask again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Delay<'a> {
    /// The header `Retry-After` (RFC 9110 §10.2.3): seconds, or a date.
    pub retry_after: Option<&'a str>,
    /// The header `Date`: the host's own clock, where it shows it.
    pub date: Option<&'a str>,
    /// The phone's clock, in seconds since 1970 (UTC), for hosts that hide theirs.
    pub now: i64,
}

/// Why an answer with this status is none; `None` when it is one. `problem` is the body of a problem document.
pub fn why(status: u16, delay: Delay, problem: Option<&str>) -> Option<Why> {
    let exception = problem.and_then(exception);
    match (status, exception.as_deref()) {
        // 300: a resolver lists several targets (GS1-Conformant Resolver 1.2 §4.4): its body is the link set.
        (200..=300, _) => None,
        (404 | 410, _) | (_, Some("NoSuchResourceException" | "NoSuchNameException")) => Some(Why::NotThere),
        (429, _) => Some(Why::TooOften(delay.seconds())),
        (503, _) if delay.retry_after.is_some() => Some(Why::TooOften(delay.seconds())),
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

impl Delay<'_> {
    /// How long to wait, in seconds. A date is held against the host's own clock where it can be: the phone's may be wrong.
    /// A wait that has passed, or that cannot be read, is the usual one.
    fn seconds(self) -> u32 {
        let text = self.retry_after.map(str::trim).unwrap_or_default();
        let seconds = text.parse().ok().or_else(|| {
            let now = self.date.and_then(http_moment).unwrap_or(self.now);
            u32::try_from(http_moment(text)?.checked_sub(now)?).ok()
        });
        let seconds = seconds.filter(|seconds| *seconds > 0);
        seconds.unwrap_or(PATIENCE_S).min(LONGEST_WAIT_S)
    }
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
            let delay = Delay {
                retry_after,
                ..Delay::default()
            };
            assert_eq!(why(status, delay, problem), expected, "{status} {problem:?}");
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
    fn a_wait_may_be_a_date() {
        const NOW: i64 = 784_111_777; // Sun, 06 Nov 1994 08:49:37 GMT, the example of RFC 9110 §5.6.7.
        let own = Some("Sun, 06 Nov 1994 08:49:37 GMT");
        for (retry_after, date, now, seconds) in [
            ("Sun, 06 Nov 1994 08:50:07 GMT", own, 0, 30),
            ("Sun, 06 Nov 1994 08:50:07 GMT", None, NOW, 30),
            ("Sun, 06 Nov 1994 08:50:07 GMT", own, NOW + 3600, 30),
            ("Sunday, 06-Nov-94 08:50:07 GMT", own, 0, 30),
            ("Sun Nov  6 08:50:07 1994", own, 0, 30),
            ("Sun, 06 Nov 1994 08:49:37 GMT", own, 0, 60),
            ("Sun, 06 Nov 1994 08:00:00 GMT", own, 0, 60),
            ("Mon, 07 Nov 1994 08:49:37 GMT", own, 0, 3600),
            (" 7 ", None, 0, 7),
            ("0", None, 0, 60),
            ("-7", None, 0, 60),
            ("soon", own, NOW, 60),
            ("Sun, 31 Feb 1994 08:50:07 GMT", own, NOW, 60),
        ] {
            let delay = Delay {
                retry_after: Some(retry_after),
                date,
                now,
            };
            assert_eq!(
                why(429, delay, None),
                Some(Why::TooOften(seconds)),
                "{retry_after}"
            );
        }
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
