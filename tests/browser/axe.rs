//! What axe-core finds wrong for people who use a keyboard or a screen reader: nothing.

use crate::driver::Browser;
use crate::site::Site;
use serde_json::{Value, json};
use std::path::Path;
use thirtyfour::prelude::*;

/// Each page with what is there once it is drawn.
const PAGES: [(&str, &str); 22] = [
    ("/01/09528060010018/10/S260918", ".page-tools"),
    ("/01/09528060120014/10/TT261012", "[data-verdict=stop]"),
    ("/01/08930000000019", "form.consent"),
    ("/01/09528060010018", "ul.lots"),
    ("/", "a.card"),
    ("/market", "a.card"),
    ("/417/9528060010001", "a.card"),
    ("/market/stalls", "svg.plan"),
    ("/market/days", "ol.programme"),
    ("/market/seasons", "table.year"),
    ("/market/figures", "table.year"),
    ("/learn", "a.lesson"),
    ("/learn/tu-ngu", "dl.article"),
    ("/learn/gtin", ".article"),
    ("/learn/thong-tin-cong-khai", ".article"),
    ("/414/9528060901002", ".facts"),
    ("/saved", "h1"),
    ("/labels?id=01/09528060010018/10/S260918", "svg.label-sheet"),
    ("/about", "h1"),
    ("/publish", "main .acts"),
    ("/kiosk", ".slide h2"),
    ("/kiosk?open=%2F01%2F09528060010018", "ul.lots"),
];

#[tokio::test]
async fn axe_finds_nothing_in_either_language_and_theme() {
    let axe = axe();
    let site = Site::start();
    let browser = Browser::start().await;
    let mut found = Vec::new();
    for language in ["vi", "en"] {
        browser.open(&site.url("/")).await;
        browser.speak(language).await;
        for theme in ["light", "dark"] {
            let features = json!({"features": [{"name": "prefers-color-scheme", "value": theme}, {"name": "prefers-reduced-motion", "value": "reduce"}]});
            browser.command("Emulation.setEmulatedMedia", features).await;
            for (path, ready) in PAGES {
                browser.open(&site.url(path)).await;
                browser.see(ready).await;
                for violation in violations(&browser, &axe).await {
                    found.push(format!("{path} {language} {theme}: {violation}"));
                }
            }
        }
    }
    browser.quit().await;
    assert!(
        found.is_empty(),
        "{} violations:\n{}",
        found.len(),
        found.join("\n")
    );
}

/// The program that looks for them.
pub fn axe() -> String {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(axe).expect("`cargo xtask build` installs the npm packages")
}

/// Each rule that is broken, with the elements that break it. The page is unfolded first, so that nothing hides.
pub async fn violations(browser: &Browser, axe: &str) -> Vec<String> {
    browser.evaluate(axe).await;
    browser
        .evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true; })")
        .await;
    let script = "const done = arguments[arguments.length - 1];
        axe.run(document, {resultTypes: ['violations']}).then(result => done(result.violations.map(rule =>
            `${rule.id}: ${rule.nodes.map(node => node.html.slice(0, 160)).slice(0, 3).join(' | ')}`)), error => done([String(error)]));";
    let found = browser.page.execute_async(script, Vec::new()).await.unwrap();
    let found = found.json().as_array().cloned().unwrap_or_default();
    found
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

#[tokio::test]
async fn the_keyboard_goes_through_a_journey_in_the_order_that_it_is_read() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/01/09528060010018/10/S260918")).await;
    browser.see(".papers").await;
    browser.see(".story-of").await;
    browser.see(".page-tools").await;
    browser
        .evaluate("document.body.tabIndex = -1; document.body.focus()")
        .await;
    let mut seen = Vec::new();
    for _ in 0..80 {
        browser
            .page
            .active_element()
            .await
            .unwrap()
            .send_keys("" + Key::Tab)
            .await
            .unwrap();
        let at = browser
            .evaluate("const at = document.activeElement; return at === document.body ? '' : (at.getAttribute('aria-label') || at.innerText || at.id || at.tagName).split('\\n')[0].trim()")
            .await;
        let at = at.as_str().unwrap_or_default().to_owned();
        if at.is_empty() && !seen.is_empty() {
            break;
        }
        seen.push(at);
    }
    let place = |name: &str| {
        let found = seen.iter().position(|seen| seen.contains(name));
        found.unwrap_or_else(|| panic!("the keyboard never reaches {name:?}: {seen:#?}"))
    };
    let order = [
        "Quay lại",
        "Chia sẻ",
        "Lưu lại",
        "Nghe đọc",
        "Sao OCOP nói lên điều gì?",
        "Mã QR của trang",
        "In trang này",
        "Báo điều bất thường",
        "Trang chủ",
        "Giới thiệu",
    ];
    let places: Vec<usize> = order.iter().map(|name| place(name)).collect();
    assert!(places.is_sorted(), "{order:?} stand at {places:?} in {seen:#?}");
    let in_page = "const all = [...document.querySelectorAll('main :is(a[href], button, summary, input, select, textarea)')];
        return all.filter(part => part.checkVisibility() && part.tabIndex < 0).map(part => part.outerHTML.slice(0, 120))";
    assert_eq!(
        browser.evaluate(in_page).await,
        json!([]),
        "nothing is out of the keyboard's reach"
    );
    browser.quit().await;
}
