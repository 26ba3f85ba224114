//! Addresses in data: relative references resolved (RFC 3986 §5.2).

/// The address that `reference` means in a document at `base`. The base may itself be relative to the site: `/api/01/…/linkset.json`.
pub fn resolve(base: &str, reference: &str) -> String {
    let target = Parts::read(reference.trim());
    if target.scheme.is_some() {
        return target.write(&without_dots(target.path));
    }
    let base = Parts::read(base);
    let scheme = base.scheme;
    if target.authority.is_some() {
        return Parts { scheme, ..target }.write(&without_dots(target.path));
    }
    let authority = base.authority;
    if target.path.is_empty() {
        let query = target.query.or(base.query);
        return Parts {
            scheme,
            authority,
            query,
            ..target
        }
        .write(base.path);
    }
    let path = match target.path.starts_with('/') {
        true => without_dots(target.path),
        false => without_dots(&merge(&base, target.path)),
    };
    Parts {
        scheme,
        authority,
        ..target
    }
    .write(&path)
}

/// The parts of a URI reference, without the characters that part them.
#[derive(Clone, Copy)]
pub(super) struct Parts<'a> {
    pub(super) scheme: Option<&'a str>,
    pub(super) authority: Option<&'a str>,
    pub(super) path: &'a str,
    query: Option<&'a str>,
    fragment: Option<&'a str>,
}

impl<'a> Parts<'a> {
    pub(super) fn read(reference: &'a str) -> Parts<'a> {
        let (rest, fragment) = cut(reference, '#');
        let (rest, query) = cut(rest, '?');
        let (scheme, rest) = match rest.split_once(':') {
            Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme), rest),
            _ => (None, rest),
        };
        let (authority, path) = match rest.strip_prefix("//") {
            Some(rest) => {
                let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                (Some(authority), path)
            }
            None => (None, rest),
        };
        Parts {
            scheme,
            authority,
            path,
            query,
            fragment,
        }
    }

    /// The reference with `path` in place of its own.
    fn write(&self, path: &str) -> String {
        let mut address = String::new();
        let mut add = |before: &str, part: Option<&str>, after: &str| {
            if let Some(part) = part {
                address.extend([before, part, after]);
            }
        };
        add("", self.scheme, ":");
        add("//", self.authority, "");
        add("", Some(path), "");
        add("?", self.query, "");
        add("#", self.fragment, "");
        address
    }
}

fn cut(text: &str, at: char) -> (&str, Option<&str>) {
    match text.split_once(at) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
}

fn merge(base: &Parts, path: &str) -> String {
    if base.authority.is_some() && base.path.is_empty() {
        return format!("/{path}");
    }
    let folder = base.path.rfind('/').map_or("", |slash| &base.path[..=slash]);
    format!("{folder}{path}")
}

/// A path with its `.` and `..` segments carried out (RFC 3986 §5.2.4); it never climbs above its root.
fn without_dots(path: &str) -> String {
    let is_rooted = path.starts_with('/');
    let mut kept: Vec<&str> = Vec::new();
    let mut segments = path.strip_prefix('/').unwrap_or(path).split('/').peekable();
    while let Some(segment) = segments.next() {
        let is_last = segments.peek().is_none();
        match segment {
            "." => {}
            ".." => {
                kept.pop();
            }
            _ => {
                kept.push(segment);
                continue;
            }
        }
        if is_last {
            kept.push("");
        }
    }
    let joined = kept.join("/");
    if is_rooted { format!("/{joined}") } else { joined }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_resolved_as_rfc_3986_says() {
        for (reference, address) in [
            ("g:h", "g:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y#s", "http://a/b/c/g?y#s"),
            ("#s", "http://a/b/c/d;p?q#s"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../..", "http://a/"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("/../g", "http://a/g"),
            ("g.", "http://a/b/c/g."),
            ("./../g", "http://a/b/g"),
            ("g/./h", "http://a/b/c/g/h"),
            ("g;x=1/../y", "http://a/b/c/y"),
            ("g?y/../x", "http://a/b/c/g?y/../x"),
        ] {
            assert_eq!(resolve("http://a/b/c/d;p?q", reference), address, "{reference}");
        }
    }

    #[test]
    fn references_in_our_own_files_stay_on_the_site() {
        let base = "/api/01/09528060010018/10/S260918/linkset.json";
        for (reference, address) in [
            ("epcis.json", "/api/01/09528060010018/10/S260918/epcis.json"),
            ("../../product.json", "/api/01/09528060010018/product.json"),
            ("../../../../recalls.json", "/api/recalls.json"),
            ("https://other.example/x", "https://other.example/x"),
        ] {
            assert_eq!(resolve(base, reference), address, "{reference}");
        }
        assert_eq!(resolve("http://a", "g"), "http://a/g");
        assert_eq!(resolve("api/x.json", "y.json"), "api/y.json");
    }
}
