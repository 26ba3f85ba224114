//! Codes that name no product but are understood well enough to say what they are.

use super::DigitalLink;
use super::caution::Caution;
use super::compressed::is_compressed;
use super::link::{Link, NoLink, Parts};
use super::payment::Payment;
use super::platform::{Platform, PlatformKind};
use super::prefix::Use;

/// A code that names no product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A number that names a product inside one shop or country only, or a coupon.
    Restricted {
        /// The number as people know it from the packet.
        number: String,
        /// What its prefix says it is for.
        purpose: Use,
        /// The number as a key, with what stands beside it.
        link: Box<DigitalLink>,
    },
    /// A code of a Vietnamese tracing platform.
    Platform(Box<Platform>),
    /// A compressed Digital Link, which the standard has withdrawn.
    Compressed(Link),
    /// A link to a page.
    Link(Link),
    /// A payment code (EMVCo, as VietQR uses it).
    Payment(Box<Payment>),
    /// A wireless network.
    WiFi {
        /// Its name.
        name: String,
        /// Whether anybody can listen to it.
        is_open: bool,
    },
    /// A telephone number, mail address or visiting card.
    Contact {
        /// Which of them.
        kind: ContactKind,
        /// The number, address or name.
        shown: String,
    },
    /// Any other text.
    Text(String),
}

/// The kinds of contacts that codes hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactKind {
    /// A number to call.
    Telephone,
    /// A number to send a message to.
    Message,
    /// An address to write to.
    Mail,
    /// A visiting card.
    Card,
}

impl Foreign {
    /// Names a text that carries no GS1 key; an error for a link that must not be offered.
    pub(super) fn read(text: &str) -> Result<Foreign, NoLink> {
        // Browsers put the scheme before such an address, and so does this.
        let bare =
            after(text, "www.").filter(|rest| rest.contains('.') && !rest.contains(char::is_whitespace));
        let is_bare = bare.is_some() || Platform::is_bare(text);
        let whole = is_bare.then(|| format!("https://{text}"));
        match Link::read(whole.as_deref().unwrap_or(text)) {
            Ok(link) => return Ok(of_link(link)),
            Err(NoLink::None) => {}
            Err(fault) => return Err(fault),
        }
        if let Some(payment) = Payment::read(text) {
            return Ok(Foreign::Payment(Box::new(payment)));
        }
        if let Some(platform) = Platform::minted(text) {
            return Ok(Foreign::Platform(Box::new(platform)));
        }
        let named = wifi(text).or_else(|| contact(text));
        Ok(named.unwrap_or_else(|| Foreign::Text(text.to_owned())))
    }

    /// The link in it, which may be opened on a tap.
    pub fn link(&self) -> Option<&Link> {
        match self {
            Foreign::Compressed(link) | Foreign::Link(link) => Some(link),
            Foreign::Platform(platform) => platform.link.as_ref(),
            _ => None,
        }
    }

    /// What the shopper should know about it, the gravest first; `link` is its link taken apart.
    pub fn cautions(&self, link: Option<&Parts>) -> Vec<Caution> {
        let own = match self {
            Foreign::Restricted {
                purpose: Use::Measured,
                ..
            } => Some(Caution::Measured),
            Foreign::Restricted {
                purpose: Use::Coupon, ..
            } => Some(Caution::Coupon),
            Foreign::Restricted { .. } => Some(Caution::Internal),
            Foreign::Platform(platform) if platform.kind == PlatformKind::Indicator => {
                Some(Caution::CheckDigit)
            }
            Foreign::Payment(payment) if !payment.is_whole => Some(Caution::Damaged),
            Foreign::WiFi { is_open: true, .. } => Some(Caution::OpenNetwork),
            Foreign::Contact {
                kind: ContactKind::Message,
                ..
            } => Some(Caution::PaidMessage),
            Foreign::Contact {
                kind: ContactKind::Telephone,
                shown,
            } if shown.contains(['*', '#']) => Some(Caution::ServiceCode),
            _ => None,
        };
        let of_link = link.map(Parts::cautions).unwrap_or_default();
        own.into_iter().chain(of_link).collect()
    }
}

fn of_link(link: Link) -> Foreign {
    let path = link.url.split(['?', '#']).next().unwrap_or_default();
    if is_compressed(path) {
        return Foreign::Compressed(link);
    }
    match Platform::page(&link) {
        Some(platform) => Foreign::Platform(Box::new(platform)),
        None => Foreign::Link(link),
    }
}

/// `WIFI:T:WPA;S:name;P:password;;` (ZXing, Barcode Contents; WPA3 Specification, section 7).
fn wifi(text: &str) -> Option<Foreign> {
    let fields = after(text, "WIFI:")?;
    let field = |key| field(fields, key).unwrap_or_default();
    let security = field("T:").to_ascii_uppercase();
    Some(Foreign::WiFi {
        name: field("S:"),
        is_open: matches!(security.as_str(), "" | "NOPASS" | "WEP"),
    })
}

/// Contacts by their beginnings: what follows is the number or address, or fields of a card.
fn contact(text: &str) -> Option<Foreign> {
    const CONTACTS: &[(&str, ContactKind)] = &[
        ("tel:", ContactKind::Telephone),
        ("smsto:", ContactKind::Message),
        ("sms:", ContactKind::Message),
        ("mmsto:", ContactKind::Message),
        ("mailto:", ContactKind::Mail),
        ("MATMSG:", ContactKind::Mail),
        ("MECARD:", ContactKind::Card),
        ("BEGIN:VCARD", ContactKind::Card),
    ];
    let (rest, kind) = CONTACTS
        .iter()
        .find_map(|(start, kind)| Some((after(text, start)?, *kind)))?;
    let shown = match kind {
        ContactKind::Card => field(rest, "N:")
            .or_else(|| line(rest, "FN"))
            .or_else(|| line(rest, "N")),
        ContactKind::Mail => field(rest, "TO:").or_else(|| address(rest)),
        _ => address(rest),
    };
    Some(Foreign::Contact {
        kind,
        shown: shown.unwrap_or_default(),
    })
}

/// A number or address without what stands behind it.
fn address(rest: &str) -> Option<String> {
    rest.split(['?', ';', ':', '&']).next().map(super::uri::decoded)
}

/// The value of a field such as `S:` in `T:WPA;S:name;`, where a backslash keeps the next character. The last one may lack its end.
fn field(fields: &str, key: &str) -> Option<String> {
    let (mut value, mut values, mut is_kept) = (String::new(), Vec::new(), false);
    for char in fields.chars() {
        match char {
            '\\' if !is_kept => is_kept = true,
            ';' if !is_kept => values.push(std::mem::take(&mut value)),
            _ => {
                value.push(char);
                is_kept = false;
            }
        }
    }
    values.push(value);
    let found = values.iter().find_map(|value| value.strip_prefix(key));
    found.map(str::to_owned)
}

/// The value of a line such as `FN;CHARSET=UTF-8:name` of a visiting card (RFC 6350).
fn line(card: &str, key: &str) -> Option<String> {
    let mut lines = card.lines().filter_map(|line| line.split_once(':'));
    let is_key = |name: &str| {
        name.split(';')
            .next()
            .is_some_and(|name| name.eq_ignore_ascii_case(key))
    };
    lines.find_map(|(name, value)| is_key(name).then(|| value.trim().to_owned()))
}

fn after<'a>(text: &'a str, beginning: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(beginning.len())?;
    start.eq_ignore_ascii_case(beginning).then_some(rest)
}
