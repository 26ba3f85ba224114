//! Origins of addresses (RFC 6454): who answers them. Compared as a whole, never by how they begin.

use super::reference::Parts;

/// The longest address that is used, in bytes: what hosts are asked to bear at least (RFC 9110 §4.1).
pub const LONGEST: usize = 8_000;

/// Scheme, host and port of an address (RFC 6454 §4): who answers it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The site that the app comes from: the address is a path.
    Site,
    /// A host of the web.
    Web {
        /// Whether the scheme is `https`.
        is_encrypted: bool,
        /// The host in small letters, as it is written otherwise.
        host: String,
        /// The port, also where it is the scheme's own.
        port: u16,
    },
}

impl Origin {
    /// The origin of an address; `None` for one that must not be asked: of another scheme, with a name or password before the host,
    /// without a host, too long, or written so that browsers read something else than it shows.
    pub fn of(address: &str) -> Option<Origin> {
        // Browsers read a backslash as a slash and skip tabs and line ends.
        let deceives = |char: char| char == '\\' || char == ' ' || char.is_control();
        if address.is_empty() || address.len() > LONGEST || address.contains(deceives) {
            return None;
        }
        let parts = Parts::read(address);
        match (parts.scheme, parts.authority) {
            (None, None) => (!parts.path.is_empty()).then_some(Origin::Site),
            (Some(scheme), Some(authority)) => Origin::of_web(scheme, authority),
            _ => None,
        }
    }

    /// The origin of a template, whose placeholders stand in braces.
    pub fn of_template(template: &str) -> Option<Origin> {
        match template.split('{').next() {
            Some("") => Some(Origin::Site),
            stem => Origin::of(stem?),
        }
    }

    fn of_web(scheme: &str, authority: &str) -> Option<Origin> {
        let is_encrypted = match scheme.to_ascii_lowercase().as_str() {
            "https" => true,
            "http" => false,
            _ => return None,
        };
        let (host, port) = match authority.rsplit_once(':') {
            Some((host, port)) if !authority.ends_with(']') => (host, port),
            _ => (authority, ""),
        };
        let port = match port {
            "" if is_encrypted => 443,
            "" => 80,
            digits if digits.bytes().all(|byte| byte.is_ascii_digit()) => digits.parse().ok()?,
            _ => return None,
        };
        is_host(host).then(|| Origin::Web {
            is_encrypted,
            host: host.to_ascii_lowercase(),
            port,
        })
    }
}

/// The start page of the host that answers an address; `None` for this site and for what must not be asked.
pub fn start_page(address: &str) -> Option<String> {
    match Origin::of(address)? {
        Origin::Site => None,
        Origin::Web {
            is_encrypted,
            host,
            port,
        } => {
            let scheme = if is_encrypted { "https" } else { "http" };
            Some(format!("{scheme}://{host}:{port}/"))
        }
    }
}

/// Whether two addresses are answered by the same host. One that must not be asked is like no other.
pub fn is_same_origin(one: &str, other: &str) -> bool {
    let origin = Origin::of(one);
    origin.is_some() && origin == Origin::of(other)
}

/// Whether an address leads away from the site at `here`: `https://fair.example`.
pub fn is_elsewhere(address: &str, here: &str) -> bool {
    match Origin::of(address) {
        Some(Origin::Site) => false,
        origin => origin != Origin::of(here),
    }
}

/// Whether an address, or a template whose placeholders stand in braces, lies in a folder: on its origin, and under its path.
pub fn is_under(address: &str, folder: &str) -> bool {
    let stem = address.split('{').next().unwrap_or_default();
    let path = |address| format!("{}/", Parts::read(address).path.trim_end_matches('/'));
    let climbs = stem.split('/').any(|segment| segment == "..");
    is_same_origin(stem, folder) && !climbs && path(stem).starts_with(&path(folder))
}

/// Letters of any script, digits, hyphens and dots; or an address of IPv6 in brackets.
fn is_host(host: &str) -> bool {
    let inner = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    match inner {
        Some(number) => {
            !number.is_empty()
                && number
                    .bytes()
                    .all(|byte| byte.is_ascii_hexdigit() || b":.".contains(&byte))
        }
        None => {
            host.contains(char::is_alphanumeric)
                && host
                    .chars()
                    .all(|char| char.is_alphanumeric() || "-._".contains(char))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_scheme_host_and_port() {
        let web = |is_encrypted, host: &str, port| {
            let host = host.to_owned();
            Some(Origin::Web {
                is_encrypted,
                host,
                port,
            })
        };
        let longest = format!("https://a.example/{}", "x".repeat(LONGEST - 18));
        for (address, origin) in [
            ("/api/recalls.json", Some(Origin::Site)),
            ("api/recalls.json?q=https://b.example", Some(Origin::Site)),
            ("https://a.example", web(true, "a.example", 443)),
            ("HTTPS://A.example:443/x?y#z", web(true, "a.example", 443)),
            ("https://a.example:/x", web(true, "a.example", 443)),
            ("http://a.example", web(false, "a.example", 80)),
            ("http://127.0.0.1:8080/x", web(false, "127.0.0.1", 8080)),
            ("http://[::1]:8080/x", web(false, "[::1]", 8080)),
            ("http://[::1]", web(false, "[::1]", 80)),
            ("https://chè.example", web(true, "chè.example", 443)),
            (longest.as_str(), web(true, "a.example", 443)),
            (&format!("{longest}x"), None),
            ("https://user@a.example", None),
            ("https://user:word@a.example", None),
            ("https://a.example\\@b.example", None),
            ("https://a.example:80:80", None),
            ("https://a.example:99999", None),
            ("https://a.example:8o", None),
            ("https://a.exam%70le", None),
            ("https://a.example{path}", None),
            ("https://[a]b]", None),
            ("https://[]", None),
            ("https://.", None),
            ("https://", None),
            ("https:/x", None),
            ("//a.example/x", None),
            ("/\\a.example/x", None),
            ("javascript:alert(1)", None),
            ("data:application/json,{}", None),
            ("file:///etc/passwd", None),
            ("ftp://a.example", None),
            ("java\nscript:alert(1)", None),
            (" https://a.example", None),
            ("?q", None),
            ("", None),
        ] {
            assert_eq!(Origin::of(address), origin, "{address:?}");
        }
    }

    #[test]
    fn only_the_same_scheme_host_and_port_are_the_same_origin() {
        for (one, other, same) in [
            ("/api/x.json", "/pictures/leaf.svg", true),
            ("/api/x.json", "y.json", true),
            ("https://a.example/x", "HTTPS://A.example/y?z", true),
            ("https://a.example", "https://a.example:443/x", true),
            ("http://a.example:80", "http://a.example/x", true),
            ("https://a.example", "https://a.example.evil", false),
            (
                "https://a.example",
                "https://a.example.evil/https://a.example",
                false,
            ),
            ("https://a.example", "https://a.example-evil.example", false),
            ("https://a.example", "https://a.example@evil.example", false),
            (
                "https://a.example",
                "https://evil.example/https://a.example",
                false,
            ),
            (
                "https://a.example",
                "https://evil.example?https://a.example",
                false,
            ),
            ("https://a.example", "https://evil.example#@a.example", false),
            ("https://a.example", "https://a.example:8443", false),
            ("https://a.example", "https://a.example:4430", false),
            ("https://a.example", "http://a.example", false),
            ("https://a.example", "https://b.a.example", false),
            ("https://a.example", "https://a.example.", false),
            ("https://a.example", "https://а.example", false),
            ("/api/x.json", "https://a.example/x", false),
            ("/api/x.json", "//a.example/x", false),
            ("javascript:1", "javascript:1", false),
        ] {
            assert_eq!(is_same_origin(one, other), same, "{one} {other}");
            assert_eq!(is_same_origin(other, one), same, "{other} {one}");
        }
    }

    #[test]
    fn a_start_page_tells_nothing_of_what_was_asked() {
        for (address, page) in [
            (
                "https://a.example/01/9528060010018?x#y",
                Some("https://a.example:443/"),
            ),
            ("http://[::1]:8080", Some("http://[::1]:8080/")),
            ("/api/recalls.json", None),
            ("https://user@a.example/", None),
        ] {
            assert_eq!(start_page(address).as_deref(), page, "{address}");
        }
    }

    #[test]
    fn what_only_looks_like_the_site_is_elsewhere() {
        for (address, elsewhere) in [
            ("/api/recalls.json", false),
            ("api/recalls.json", false),
            ("https://fair.example/api", false),
            ("https://fair.example:443/api", false),
            ("https://fair.example.evil/api", true),
            ("https://fair.example:8443/api", true),
            ("http://fair.example/api", true),
            ("https://other.example", true),
            ("//fair.example", true),
        ] {
            assert_eq!(
                is_elsewhere(address, "https://fair.example"),
                elsewhere,
                "{address}"
            );
        }
    }

    #[test]
    fn a_folder_ends_at_a_slash() {
        for (address, folder, under) in [
            ("/api/{file}/linkset.json", "/api/", true),
            ("/api", "/api/", true),
            ("/apiary/{file}", "/api/", false),
            ("/api/../other/{file}", "/api/", false),
            ("https://a.example/api/{file}", "/api/", false),
            (
                "https://a.example{path}?linkType=linkset",
                "https://a.example/",
                true,
            ),
            ("https://a.example/api/{file}", "https://a.example/api/", true),
            ("https://A.example:443/api/{file}", "https://a.example/api/", true),
            ("https://a.example.evil/api/{file}", "https://a.example/", false),
            ("https://a.example.evil{path}", "https://a.example", false),
            ("https://a.example/other/{file}", "https://a.example/api/", false),
            ("https://a.example", "https://a.example/api/", false),
        ] {
            assert_eq!(is_under(address, folder), under, "{address} {folder}");
        }
    }
}
