//! What the first visit to the home page fetches is what `cargo xtask size` weighs.

use crate::driver::Browser;
use crate::site::{Answer, Site};

/// The files that are weighed, as patterns.
const WEIGHED: &str = include_str!("first_visit.txt");

/// What the page does not wait for: fonts, the pictures of its cards, and what the browser and the service worker keep.
const BESIDE: [&str; 4] = ["fonts/*", "pictures/*", "icons/icon-192.png", "sw.js"];

#[tokio::test]
async fn the_first_visit_fetches_what_is_weighed() {
    // Without a service worker, which fetches the whole app once the page is there.
    let site = Site::with(&[("sw.js", Answer::Missing)]);
    let browser = Browser::start().await;
    browser.open(&site.url("/")).await;
    browser.see("button.cta").await;
    browser.see("a.card").await;
    browser.hold("document.readyState === 'complete'").await;
    let weighed: Vec<_> = WEIGHED.lines().filter(|line| !line.starts_with('#')).collect();
    let fetched: Vec<String> = site.asked().iter().map(|path| file(path)).collect();
    for file in &fetched {
        let known = weighed.iter().chain(&BESIDE).any(|pattern| fits(pattern, file));
        assert!(known, "{file} is fetched and not weighed");
    }
    for pattern in weighed {
        let any = fetched.iter().any(|file| fits(pattern, file));
        assert!(any, "{pattern} is weighed and not fetched: {fetched:#?}");
    }
    browser.quit().await;
}

/// The file behind a path.
fn file(path: &str) -> String {
    match path {
        "/" => "index.html".to_owned(),
        other => other[1..].to_owned(),
    }
}

fn fits(pattern: &str, file: &str) -> bool {
    match pattern.split_once('*') {
        Some((start, end)) => file
            .strip_prefix(start)
            .and_then(|rest| rest.strip_suffix(end))
            .is_some_and(|rest| !rest.contains('/')),
        None => file == pattern,
    }
}
