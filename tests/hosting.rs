//! What the files for the host promise: nobody keeps the market's data without asking again.

#![allow(clippy::unwrap_used)]

/// The headers that a file of `public/_headers` gives a path: all rules that fit, the later ones over the earlier.
fn header(path: &str, name: &str) -> Option<String> {
    let text = std::fs::read_to_string("public/_headers").unwrap();
    let (mut fits, mut value) = (false, None);
    for line in text.lines().filter(|line| !line.trim_start().starts_with('#')) {
        let rule = line.trim();
        if !line.starts_with(' ') {
            fits = match rule.strip_suffix('*') {
                Some(start) => path.starts_with(start),
                None => path == rule,
            };
        } else if fits && rule.strip_prefix("! ") == Some(name) {
            value = None;
        } else if let Some(found) = rule.strip_prefix(name).and_then(|rest| rest.strip_prefix(": ")) {
            value = fits.then(|| found.to_owned()).or(value);
        }
    }
    value
}

#[test]
fn every_answer_of_the_api_is_asked_for_again() {
    for path in [
        "/api/market.json",
        "/api/catalogue/1.json",
        "/api/recalls.json",
        "/api/figures.json",
        "/api/01/09528060010018/10/S260918/epcis.json",
        "/config.json",
        "/sw.js",
        "/",
        "/embed/01/09528060010018",
    ] {
        assert_eq!(
            header(path, "Cache-Control").as_deref(),
            Some("no-cache"),
            "{path}"
        );
    }
}

#[test]
fn others_may_read_the_api_and_no_page_but_the_embedded_ones() {
    assert_eq!(
        header("/api/market.json", "Access-Control-Allow-Origin").as_deref(),
        Some("*")
    );
    assert_eq!(header("/market", "Access-Control-Allow-Origin"), None);
}
