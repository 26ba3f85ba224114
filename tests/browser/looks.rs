//! Every page at three sizes, light and dark, in both languages: nothing runs over the edge, and a picture of each is kept.

use crate::driver::Browser;
use crate::site::Site;
use serde_json::json;

const PAGES: [(&str, &str, &str); 26] = [
    ("home", "/", "a.card"),
    ("journey", "/01/09528060010018/10/S260918", "ol.thread"),
    (
        "recalled",
        "/01/09528060120014/10/TT261012",
        "[data-verdict=stop]",
    ),
    ("gap", "/01/09528060080011/10/MO260420", ".gaps"),
    ("cold", "/01/09528060060013/10/CH261108", "[data-verdict=warn]"),
    ("spice", "/01/09528060120021/10/CC261030", ".joined"),
    ("expired", "/01/09528060060037/10/RC260215", "[data-verdict=stop]"),
    ("product", "/01/09528060010018", "ul.lots"),
    ("unknown", "/01/08930000000019", "form.consent"),
    ("market", "/market", "a.card"),
    ("stalls", "/market/stalls?here=A1", "svg.plan"),
    ("days", "/market/days", "ol.programme"),
    ("seasons", "/market/seasons", "table.year"),
    ("figures", "/market/figures", "table.year"),
    ("producer", "/417/9528060010001", "a.card"),
    ("saved", "/saved", "h1"),
    ("about", "/about", "h1"),
    ("publish", "/publish", "main .acts"),
    (
        "labels",
        "/labels?id=01/09528060010018/10/S260918",
        "svg.label-sheet",
    ),
    ("learn", "/learn", "a.lesson .art"),
    ("article", "/learn/thong-tin-cong-khai", ".article"),
    ("glossary", "/learn/tu-ngu", "dl.article"),
    ("term", "/learn/gtin", ".article"),
    ("speciality", "/learn/che-shan", ".facts"),
    ("kiosk", "/kiosk", ".slide h2"),
    (
        "kiosk-journey",
        "/kiosk?open=%2F01%2F09528060010018%2F10%2FS260918",
        "ol.thread",
    ),
];

const SIZES: [(u32, u32); 3] = [(360, 740), (768, 1024), (1280, 800)];

#[tokio::test]
async fn no_page_runs_over_the_edge() {
    let folder = crate::driver::scratch().join("looks");
    std::fs::create_dir_all(&folder).unwrap();
    let site = Site::start();
    let browser = Browser::start().await;
    for language in ["vi", "en"] {
        browser.open(&site.url("/")).await;
        browser.speak(language).await;
        for theme in ["light", "dark"] {
            browser
                .command(
                    "Emulation.setEmulatedMedia",
                    json!({"features": [{"name": "prefers-color-scheme", "value": theme}]}),
                )
                .await;
            for (name, path, ready) in PAGES {
                browser.open(&site.url(path)).await;
                browser.see(ready).await;
                for (width, height) in SIZES {
                    browser.screen(width, height).await;
                    let over = browser
                        .evaluate("return document.documentElement.scrollWidth - innerWidth")
                        .await;
                    assert_eq!(over, 0, "{name} at {width}×{height}, {theme}, {language}");
                    browser
                        .page
                        .screenshot(&folder.join(format!("{name}-{width}-{theme}-{language}.png")))
                        .await
                        .unwrap();
                }
            }
        }
    }
    browser.quit().await;
}

/// Looks at what stands over the page, light and dark, at every size: each script returns no fault, and a picture is kept.
pub async fn look(browser: &Browser, name: &str, language: &str, faults: &[&str]) {
    let folder = crate::driver::scratch().join("looks");
    std::fs::create_dir_all(&folder).unwrap();
    for theme in ["light", "dark"] {
        let features = json!({"features": [{"name": "prefers-color-scheme", "value": theme}]});
        browser.command("Emulation.setEmulatedMedia", features).await;
        for (width, height) in SIZES {
            browser.screen(width, height).await;
            for fault in faults {
                let found = browser.evaluate(fault).await;
                assert_eq!(
                    found,
                    json!([]),
                    "{name} at {width}×{height}, {theme}, {language}"
                );
            }
            let picture = folder.join(format!("{name}-{width}-{theme}-{language}.png"));
            browser.page.screenshot(&picture).await.unwrap();
        }
    }
}
