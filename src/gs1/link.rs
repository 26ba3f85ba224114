//! Links in codes: what kind they are, where they lead, and what speaks against following them.

use super::caution::Caution;
use super::host;
use percent_encoding::percent_decode_str;

/// A link to a page, `http` or `https` only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The whole link, as it stands in the code.
    pub url: String,
}

/// A link taken apart as browsers do it (WHATWG URL Standard). In the browser, the browser itself takes it apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// Whether the connection is encrypted.
    pub is_encrypted: bool,
    /// Whether a user name or password stands before the host.
    pub has_user: bool,
    /// The host in full, as the network knows it: foreign letters in the form `xn--…`, addresses in digits.
    pub host: String,
    /// Whether the port is another than the scheme's own.
    pub has_port: bool,
    /// The path.
    pub path: String,
    /// The query and the fragment, without `?` and `#`.
    pub after_path: [String; 2],
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
    /// Reads a link by its scheme: `http` and `https` may be offered, with something behind them.
    pub fn read(text: &str) -> Result<Link, NoLink> {
        let (scheme, has_authority) = scheme(text).ok_or(NoLink::None)?;
        if DANGEROUS.contains(&scheme.as_str()) {
            return Err(NoLink::Dangerous);
        }
        let after_scheme = text.split_once(':').map_or("", |(_, rest)| rest);
        let has_host = !after_scheme
            .trim_start_matches(['/', '\\', '\t', '\n', '\r'])
            .is_empty();
        match scheme.as_str() {
            "http" | "https" if has_host => Ok(Link { url: text.to_owned() }),
            "http" | "https" => Err(NoLink::None),
            _ if has_authority => Err(NoLink::Scheme(scheme)),
            _ => Err(NoLink::None),
        }
    }

    /// The host in small letters, where nothing about it needs a second look: English letters, digits, hyphens and dots.
    pub(super) fn plain_host(&self) -> Option<String> {
        let (scheme, rest) = self.url.split_once("://")?;
        let is_web = ["http", "https"]
            .iter()
            .any(|web| scheme.eq_ignore_ascii_case(web));
        let host = rest.split(['/', '?', '#']).next().filter(|_| is_web)?;
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
        host.bytes().all(is_plain).then(|| host.to_ascii_lowercase())
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

#[cfg(not(target_arch = "wasm32"))]
impl Parts {
    /// Takes a link apart; where no browser would follow it, as it is written.
    pub fn of(link: &Link) -> Option<Parts> {
        Parts::parsed(link).or_else(|| Parts::written(link))
    }

    fn parsed(link: &Link) -> Option<Parts> {
        let url = url::Url::parse(&link.url).ok()?;
        let text = |part: Option<&str>| part.unwrap_or_default().to_owned();
        Some(Parts {
            is_encrypted: url.scheme() == "https",
            has_user: !url.username().is_empty() || url.password().is_some(),
            host: url.host_str()?.to_owned(),
            has_port: url.port().is_some(),
            path: url.path().to_owned(),
            after_path: [text(url.query()), text(url.fragment())],
        })
    }
}

impl Parts {
    /// A link that no browser would follow, such as one with a faulty `xn--…`, by the host that is written in it.
    pub fn written(link: &Link) -> Option<Parts> {
        Some(Parts {
            is_encrypted: link
                .url
                .get(..6)
                .is_some_and(|start| start.eq_ignore_ascii_case("https:")),
            host: link.plain_host()?,
            ..Parts::default()
        })
    }

    /// What speaks against following the link, the gravest first.
    pub fn cautions(&self) -> Vec<Caution> {
        let mut cautions = Vec::new();
        let mut caution_if = |holds: bool, caution: Caution| cautions.extend(holds.then_some(caution));
        let shown = host::unicode(&self.host);
        let likeness = host::look_alike(&shown);
        caution_if(
            likeness.is_some(),
            Caution::LookAlike(likeness.unwrap_or_default()),
        );
        caution_if(host::is_mixed(&shown), Caution::MixedScripts);
        caution_if(shown != self.host, Caution::ForeignLetters);
        caution_if(host::is_shortener(&self.host), Caution::Shortener);
        caution_if(host::is_address(&self.host), Caution::AddressAsHost);
        caution_if(self.has_user, Caution::UserInfo);
        caution_if(self.has_port, Caution::Port);
        caution_if(
            self.after_path.iter().any(|part| leads_on(part)),
            Caution::Redirect,
        );
        caution_if(is_program(&self.path), Caution::Program);
        caution_if(!self.is_encrypted, Caution::NotEncrypted);
        cautions
    }

    /// Whether the host is one that the app knows.
    pub fn has_known_host(&self) -> bool {
        host::is_known(&self.host)
    }
}

/// Whether a member of a query or fragment is a link itself, or names a host under a key that such links have; many hosts
/// send the visitor on to it.
fn leads_on(part: &str) -> bool {
    const STARTS: &[&str] = &["http:", "https:", "//", "\\\\", "javascript:", "data:"];
    let is_link = |value: &str| {
        let value = decoded_twice(value);
        STARTS.iter().any(|start| value.trim_start().starts_with(start))
    };
    let members = part.split(['&', '?']).filter_map(|member| member.split_once('='));
    part.split(['&', '=', '?']).any(is_link) || { members }.any(|(key, value)| names_host(key, value))
}

/// Whether a member such as `to=shop.example/a` names a host to go to.
fn names_host(key: &str, value: &str) -> bool {
    const KEYS: &[&str] = &[
        "url",
        "uri",
        "u",
        "to",
        "next",
        "goto",
        "go",
        "redirect",
        "redirect_uri",
        "redirect_url",
        "return",
        "returnurl",
        "return_to",
        "continue",
        "dest",
        "destination",
        "target",
        "link",
        "out",
    ];
    let value = decoded_twice(value);
    let host = value.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let end = host.rsplit('.').next().unwrap_or_default();
    let is_name = host.contains('.') && !host.contains(char::is_whitespace);
    let is_end = end.len() >= 2 && end.chars().all(char::is_alphabetic);
    KEYS.contains(&key.to_ascii_lowercase().as_str()) && is_name && is_end && !is_page(host, &value)
}

/// Whether it is a page of the same host, such as `index.html`.
fn is_page(name: &str, value: &str) -> bool {
    let ends = [".html", ".htm", ".php", ".aspx", ".jsp", ".pdf"];
    name == value && ends.iter().any(|end| name.ends_with(end))
}

fn decoded_twice(value: &str) -> String {
    let value = percent_decode_str(value).decode_utf8_lossy();
    let value = percent_decode_str(&value).decode_utf8_lossy();
    value.to_ascii_lowercase()
}

/// Whether a path ends like a program to install.
fn is_program(path: &str) -> bool {
    const ENDS: &[&str] = &[
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
    ];
    let path = path.to_ascii_lowercase();
    ENDS.iter().any(|end| path.ends_with(end))
}
