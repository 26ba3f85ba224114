//! Links in codes: where they lead, in full, and what speaks against following them.

use super::caution::Caution;
use super::host;
use percent_encoding::percent_decode_str;
use url::{Host, Url};

/// A link to a page, `http` or `https` only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The host in full, as the network knows it: foreign letters in the form `xn--…`, numbers as an address.
    pub host: String,
    /// The whole link, as it stands in the code.
    pub url: String,
    /// What speaks against following it, the gravest first.
    pub cautions: Vec<Caution>,
}

/// Why a text is not a link that may be offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoLink {
    /// No link at all.
    None,
    /// A link that does harm when it is followed, such as `javascript:`.
    Dangerous,
    /// A link for another program than the browser, such as `zalo://`: its scheme.
    Scheme(String),
}

/// The schemes that run a program, show a document as its own or read a file where a page was expected.
const DANGEROUS: &[&str] = &[
    "javascript",
    "data",
    "file",
    "vbscript",
    "blob",
    "filesystem",
    "about",
    "view-source",
    "intent",
    "content",
    "chrome",
    "jar",
];

impl Link {
    /// Reads a link as browsers do (WHATWG URL Standard): they pass over line breaks inside it, and read a backslash as a slash.
    pub fn read(text: &str) -> Result<Link, NoLink> {
        let (scheme, has_authority) = scheme(text).ok_or(NoLink::None)?;
        if DANGEROUS.contains(&scheme.as_str()) {
            return Err(NoLink::Dangerous);
        }
        match scheme.as_str() {
            "http" | "https" => {}
            _ if has_authority => return Err(NoLink::Scheme(scheme)),
            _ => return Err(NoLink::None),
        }
        let ascii = host::with_ascii_host(text).ok_or(NoLink::None)?;
        let url = Url::parse(&ascii).map_err(|_| NoLink::None)?;
        let host = url.host_str().ok_or(NoLink::None)?.to_owned();
        Ok(Link {
            cautions: cautions(&url, text),
            host,
            url: text.to_owned(),
        })
    }

    /// Whether the host is one that the app knows.
    pub fn has_known_host(&self) -> bool {
        host::is_known(&self.host)
    }
}

/// Whether a text is a link that does harm when it is followed.
pub(super) fn is_dangerous(text: &str) -> bool {
    scheme(text).is_some_and(|(scheme, _)| DANGEROUS.contains(&scheme.as_str()))
}

/// The scheme in small letters, and whether two slashes stand behind it. Browsers pass over blanks and control characters
/// before and inside it, and so does this.
fn scheme(text: &str) -> Option<(String, bool)> {
    let mut seen = text
        .chars()
        .filter(|char| !char.is_whitespace() && !char.is_control());
    let mut scheme = String::new();
    for char in seen.by_ref().take(24) {
        match char {
            ':' if scheme.is_empty() => return None,
            ':' => break,
            _ if char.is_ascii_alphanumeric() || "+-.".contains(char) => {
                scheme.push(char.to_ascii_lowercase())
            }
            _ => return None,
        }
    }
    let is_whole = text.contains(':') && scheme.len() < 24;
    let has_authority = seen.take(2).eq(['/', '/']);
    is_whole.then_some((scheme, has_authority))
}

fn cautions(url: &Url, text: &str) -> Vec<Caution> {
    let mut cautions = Vec::new();
    let mut caution_if = |holds: bool, caution: Caution| cautions.extend(holds.then_some(caution));
    match url.host() {
        Some(Host::Domain(domain)) => {
            let shown = host::unicode(domain);
            let likeness = host::look_alike(&shown);
            caution_if(
                likeness.is_some(),
                Caution::LookAlike(likeness.unwrap_or_default()),
            );
            caution_if(host::is_mixed(&shown), Caution::MixedScripts);
            caution_if(
                domain.split('.').any(|label| label.starts_with("xn--")),
                Caution::ForeignLetters,
            );
            caution_if(host::is_shortener(domain), Caution::Shortener);
        }
        _ => caution_if(true, Caution::AddressAsHost),
    }
    let has_user = !url.username().is_empty() || url.password().is_some();
    caution_if(
        has_user
            || text
                .split(['/', '\\'])
                .nth(2)
                .is_some_and(|authority| authority.contains('@')),
        Caution::UserInfo,
    );
    caution_if(url.port().is_some(), Caution::Port);
    caution_if(leads_on(url), Caution::Redirect);
    caution_if(is_program(url.path()), Caution::Program);
    caution_if(url.scheme() == "http", Caution::NotEncrypted);
    cautions
}

/// Whether a member of the query or the fragment is a link itself, to which many hosts send the visitor on.
fn leads_on(url: &Url) -> bool {
    let parts = [url.query(), url.fragment()].into_iter().flatten();
    parts.flat_map(|part| part.split(['&', '=', '?'])).any(|value| {
        let value = percent_decode_str(value).decode_utf8_lossy();
        let value = percent_decode_str(&value)
            .decode_utf8_lossy()
            .to_ascii_lowercase();
        ["http:", "https:", "//", "\\\\", "javascript:", "data:"]
            .iter()
            .any(|start| value.trim_start().starts_with(start))
    })
}

/// Whether a path ends like a program to install.
fn is_program(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    [
        ".apk",
        ".xapk",
        ".aab",
        ".exe",
        ".msi",
        ".bat",
        ".scr",
        ".ipa",
        ".dmg",
        ".mobileconfig",
    ]
    .iter()
    .any(|end| path.ends_with(end))
}
