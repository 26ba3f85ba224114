//! Codes that name no product but are understood well enough to say what they are.

/// A code that names no product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A number for use inside one shop (GS1 prefixes 02, 04, 2): no product identity.
    Restricted(String),
    /// A link to a page, with its host in full; `http` or `https` only.
    Link {
        /// The host as it stands in the link.
        host: String,
        /// The whole link.
        url: String,
    },
    /// A payment code (EMVCo, as VietQR uses it).
    Payment,
    /// The name and password of a wireless network.
    WiFi,
    /// A telephone number, mail address or visiting card.
    Contact,
    /// Any other text.
    Text(String),
}

impl Foreign {
    /// Names a text that carries no GS1 key.
    pub fn read(text: &str) -> Foreign {
        if let Some(host) = host(text) {
            return Foreign::Link {
                host: host.to_owned(),
                url: text.to_owned(),
            };
        }
        if is_payment(text) {
            Foreign::Payment
        } else if starts_with_any(text, &["WIFI:"]) {
            Foreign::WiFi
        } else if starts_with_any(text, CONTACTS) {
            Foreign::Contact
        } else {
            Foreign::Text(text.to_owned())
        }
    }
}

/// Whether a text is a link that does harm when it is followed. Browsers pass over blanks and control characters
/// before and inside a scheme, and so does this.
pub(super) fn is_dangerous(text: &str) -> bool {
    let start: String = text
        .chars()
        .filter(|char| !char.is_whitespace() && !char.is_control())
        .take(16)
        .collect();
    starts_with_any(&start, &["javascript:", "data:", "file:", "vbscript:"])
}

const CONTACTS: &[&str] = &[
    "tel:",
    "mailto:",
    "BEGIN:VCARD",
    "MECARD:",
    "MATMSG:",
    "sms:",
    "smsto:",
];

/// The host of an HTTP link, without the user name before it and the port behind it.
fn host(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return None;
    }
    let authority = rest.split(['/', '?', '#', '\\']).next()?; // OK because browsers read a backslash as a slash.
    let host = authority.rsplit('@').next()?;
    let host = match host.find(']') {
        Some(end) => host.get(..=end)?, // OK because an IPv6 address in brackets has colons of its own.
        None => host.split(':').next()?,
    };
    (!host.is_empty()).then_some(host)
}

/// Whether a text starts as merchant-presented payment codes do: payload format indicator 00, two characters, 01
/// (EMVCo QR Code Specification, 4.7.1). A damaged one is still one.
fn is_payment(text: &str) -> bool {
    text.starts_with("000201")
}

fn starts_with_any(text: &str, beginnings: &[&str]) -> bool {
    beginnings.iter().any(|beginning| {
        text.get(..beginning.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(beginning))
    })
}
