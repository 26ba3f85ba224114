//! Codes of Vietnamese tracing platforms that look like GS1 keys and are none (TCVN 13274:2020 lets others than GS1 issue codes).

use super::Gtin;
use super::link::Link;

/// A code that one platform understands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Platform {
    /// What it looks like.
    pub kind: PlatformKind,
    /// The code as it stands there, in full.
    pub code: String,
    /// The product behind it, where a valid number stands in it.
    pub gtin: Option<Gtin>,
    /// The page that it leads to, where it is a link.
    pub link: Option<Link>,
}

/// What a platform's code looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlatformKind {
    /// Twenty-one digits: 200, a business number of thirteen digits, a counter of four, a check digit. For firms without a GS1 prefix.
    Minted,
    /// A page of a platform whose path ends in a product number, such as `icheck.vn/san-pham/8930000000019`.
    Page,
    /// A GTIN of fourteen digits whose first digit was set without computing the check digit anew: that of the thirteen
    /// others still holds.
    Indicator,
}

/// Hosts whose pages are named by the number of the product.
const HOSTS: &[&str] = &["icheck.vn", "truyxuatnguongoc.gov.vn"];

impl Platform {
    /// Reads a number of twenty-one digits, which is longer than any that GS1 issues without identifiers.
    pub fn minted(digits: &str) -> Option<Platform> {
        let is_minted = digits.len() == 21
            && digits.starts_with("200")
            && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_minted.then(|| Platform {
            kind: PlatformKind::Minted,
            code: digits.to_owned(),
            gtin: None,
            link: None,
        })
    }

    /// Reads fourteen digits with a wrong check digit that is right for the thirteen behind the first. Only numbers of
    /// Vietnam (893) and of demonstrations (952) are understood so; elsewhere it is a misprint.
    pub fn indicator(digits: &str) -> Option<Platform> {
        let (first, thirteen) = digits.split_at_checked(1)?;
        let is_ours = ["893", "952"].iter().any(|prefix| thirteen.starts_with(prefix));
        let is_ours = is_ours && first != "0" && digits.len() == 14;
        let gtin = Gtin::parse(thirteen).ok().filter(|_| is_ours)?;
        Some(Platform {
            kind: PlatformKind::Indicator,
            code: digits.to_owned(),
            gtin: Some(gtin),
            link: None,
        })
    }

    /// Whether a text is an address on a platform's host without a scheme before it, as people type it.
    pub(super) fn is_bare(text: &str) -> bool {
        let host = text.split('/').next().unwrap_or_default();
        text.contains('/') && HOSTS.iter().any(|known| host.eq_ignore_ascii_case(known))
    }

    /// Reads a link to a page of a platform; the last part of its path that is a product number names the product.
    pub fn page(link: &Link) -> Option<Platform> {
        let named = link.plain_host()?;
        let is_host = |host: &&str| {
            named
                .strip_suffix(*host)
                .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        HOSTS.iter().find(|host| is_host(host))?;
        let path = link.url.split(['?', '#']).next().unwrap_or_default();
        let gtin = path.rsplit(['/', '-']).find_map(|part| Gtin::parse(part).ok());
        Some(Platform {
            kind: PlatformKind::Page,
            code: link.url.clone(),
            gtin,
            link: Some(link.clone()),
        })
    }
}
