//! Addresses that come from data: which may be fetched, followed, shown as a picture or offered as a link.

use super::origin::{Origin, is_same_origin};
use super::reference::resolve;

/// Names that mean this phone or its own network, whoever asks: `localhost` (RFC 6761), `local` (RFC 6762), `internal`, which is
/// reserved for private use, and two that home routers give themselves.
const AT_HOME: [&str; 5] = ["localhost", "local", "internal", "home", "lan"];

/// Whether an address may be fetched: `http` or `https` with a host and nothing before it, or a path of this site.
pub fn is_fetchable(address: &str) -> bool {
    Origin::of(address).is_some()
}

/// Why an address from data is not followed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It is none that may be fetched.
    #[error("an address that must not be fetched: {0}")]
    Unfit(String),
    /// It lies on another host than what names it: the shopper agreed to that one only.
    #[error("{0}: points elsewhere")]
    Elsewhere(String),
}

/// The address that a reference means in data of `home`, if it may be followed without asking the shopper: on the same origin only.
pub fn follow(home: &str, reference: &str) -> Result<String, Fault> {
    let address = resolve(home, reference);
    match Origin::of(&address) {
        None => Err(Fault::Unfit(address)),
        origin if origin != Origin::of(home) => Err(Fault::Elsewhere(address)),
        _ => Ok(address),
    }
}

/// Whether an answer came from the origin that was asked, seen from the site at `here` (`https://fair.example`): a host that leads
/// on elsewhere is not believed, since the shopper agreed to that one only. `found` is where the answer came from in the end.
pub fn is_from_origin(asked: &str, found: &str, here: &str) -> bool {
    let home = match Origin::of(asked) {
        Some(Origin::Site) => here,
        _ => asked,
    };
    is_same_origin(home, found)
}

/// The address of a picture in the document at `document`. Pictures load unasked: they lie on the document's own origin,
/// which is this site or an encrypted one.
pub fn picture(document: &str, reference: &str) -> Option<String> {
    // OK because an empty reference is the document itself, which is no picture.
    let address = (!reference.is_empty()).then(|| follow(document, reference).ok())??;
    let is_plain = matches!(
        Origin::of(&address),
        Some(Origin::Web {
            is_encrypted: false,
            ..
        })
    );
    (!is_plain).then_some(address)
}

/// A page that is opened on a tap only: on a host with a name in the public network, never on a number or at home.
pub fn page(address: &str) -> Option<String> {
    match Origin::of(address)? {
        Origin::Web { host, .. } if is_public(&host) => Some(address.to_owned()),
        _ => None,
    }
}

/// Whether a host is a name under a public domain, which is written in ASCII (RFC 5890 §2.3.2.1) so that no other letter can pass for one.
/// A last label that begins with a digit makes a host a number (WHATWG URL §3.5).
fn is_public(host: &str) -> bool {
    let host = host.strip_suffix('.').unwrap_or(host);
    let Some((before, last)) = host.rsplit_once('.') else {
        return false;
    };
    !before.is_empty() && last.is_ascii() && last.starts_with(char::is_alphabetic) && !AT_HOME.contains(&last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_and_paths_of_the_site_are_fetched() {
        for (address, fetchable) in [
            ("/api/recalls.json", true),
            ("https://host.example/x", true),
            ("HTTP://host.example", true),
            ("http://127.0.0.1:8080/events", true),
            ("javascript:alert(1)", false),
            ("//host.example/x", false),
            ("https://user@host.example/", false),
            ("", false),
        ] {
            assert_eq!(is_fetchable(address), fetchable, "{address:?}");
        }
    }

    #[test]
    fn references_are_followed_on_their_own_origin_only() {
        let unfit = |address: &str| Err(Fault::Unfit(address.to_owned()));
        let elsewhere = |address: &str| Err(Fault::Elsewhere(address.to_owned()));
        for (home, reference, followed) in [
            ("/api/01/linkset.json", "product.json", Ok("/api/01/product.json")),
            (
                "https://a.example/v2/events",
                "?page=2",
                Ok("https://a.example/v2/events?page=2"),
            ),
            (
                "https://a.example/x",
                "https://A.example:443/y",
                Ok("https://A.example:443/y"),
            ),
            (
                "https://a.example/x",
                "https://a.example.evil/y",
                elsewhere("https://a.example.evil/y"),
            ),
            (
                "https://a.example/x",
                "//evil.example/y",
                elsewhere("https://evil.example/y"),
            ),
            (
                "https://a.example/x",
                "http://a.example/y",
                elsewhere("http://a.example/y"),
            ),
            (
                "/api/x.json",
                "https://a.example/y",
                elsewhere("https://a.example/y"),
            ),
            ("/api/x.json", "//a.example/y", unfit("//a.example/y")),
            (
                "https://a.example/x",
                "https://me@a.example/y",
                unfit("https://me@a.example/y"),
            ),
            (
                "https://a.example/x",
                "javascript:alert(1)",
                unfit("javascript:alert(1)"),
            ),
        ] {
            let followed = followed.map(str::to_owned);
            assert_eq!(follow(home, reference), followed, "{home} {reference}");
        }
    }

    #[test]
    fn answers_count_that_come_from_the_origin_that_was_asked() {
        let here = "https://fair.example";
        for (asked, found, counts) in [
            ("/api/recalls.json", "https://fair.example/api/recalls.json", true),
            ("/api/recalls.json", "https://fair.example/v2/recalls.json", true),
            (
                "/api/recalls.json",
                "https://login.example/?for=recalls.json",
                false,
            ),
            ("/api/recalls.json", "http://fair.example/api/recalls.json", false),
            ("https://a.example/x", "https://A.example:443/y", true),
            ("https://a.example/x", "https://fair.example/x", false),
            ("https://a.example/x", "https://a.example.evil/x", false),
            ("https://a.example/x", "https://a.example:8443/x", false),
            ("https://a.example/x", "", false),
            ("https://a.example/x", "data:application/json,{}", false),
            ("javascript:x", "javascript:x", false),
        ] {
            assert_eq!(is_from_origin(asked, found, here), counts, "{asked} {found}");
        }
    }

    #[test]
    fn pictures_of_other_hosts_and_of_plain_ones_are_left_out() {
        let here = "/api/01/09528060010018/product.json";
        let there = "https://one.example/api/product.json";
        for (document, reference, expected) in [
            (here, "/pictures/leaf.svg", Some("/pictures/leaf.svg")),
            (here, "https://elsewhere.example/leaf.svg", None),
            (here, "//elsewhere.example/leaf.svg", None),
            (here, "javascript:alert(1)", None),
            (here, "data:image/svg+xml,<svg/>", None),
            (
                there,
                "/pictures/leaf.svg",
                Some("https://one.example/pictures/leaf.svg"),
            ),
            (
                there,
                "https://one.example/leaf.svg",
                Some("https://one.example/leaf.svg"),
            ),
            (there, "https://one.example.evil/leaf.svg", None),
            (there, "https://elsewhere.example/leaf.svg", None),
            ("http://one.example/product.json", "leaf.svg", None),
        ] {
            assert_eq!(picture(document, reference).as_deref(), expected, "{reference}");
        }
    }

    #[test]
    fn pages_are_on_hosts_with_a_public_name() {
        for (address, fit) in [
            ("https://coop.example/p01", true),
            ("http://coop.example:8080", true),
            ("https://chè.example", true),
            ("https://coop.example.", true),
            ("/417/9528060010001", false),
            ("https://coop.xn--kprw13d/", true),
            ("https://coop.exаmple/", false),
            ("https://coop.ｌocal/", false),
            ("https://localhost/x", false),
            ("https://printer.local/x", false),
            ("https://router.internal", false),
            ("https://intranet", false),
            ("https://127.0.0.1", false),
            ("https://127.1", false),
            ("https://2130706433", false),
            ("https://0x7f.0.0.0x1", false),
            ("https://192.168.0.1:8080/", false),
            ("https://[::1]/", false),
            ("https://me@coop.example", false),
            ("javascript:alert(1)", false),
            ("zalo://coop.example", false),
            ("tel:0123", false),
        ] {
            assert_eq!(page(address).is_some(), fit, "{address}");
        }
    }
}
