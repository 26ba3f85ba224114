//! Without signal: what was visited is still there.

use crate::driver::Browser;
use crate::site::{Answer, Site};
use serde_json::json;

#[tokio::test]
async fn a_visited_journey_opens_again_without_the_network() {
    let lot = "/01/09528060010018/10/S260918";
    let mut site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/")).await;
    browser.hold("navigator.serviceWorker.controller").await;
    browser.open(&site.url(lot)).await;
    browser.see("ol[aria-label='Hành trình'] > li").await;
    browser.see("[role=status][data-verdict=ok]").await;
    site.stop();
    browser.page.refresh().await.unwrap();
    browser.see("ol[aria-label='Hành trình'] > li").await;
    browser.read("h1", "Chè xanh Shan").await;
    browser
        .read("[role=status][data-verdict=unknown]", "thu hồi")
        .await;
    browser.open(&site.url("/saved")).await;
    browser.read("main", "Chè xanh Shan").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_journey_that_was_not_visited_says_what_is_missing_without_the_network() {
    let mut site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/")).await;
    browser.hold("navigator.serviceWorker.controller").await;
    site.stop();
    browser.open(&site.url("/01/09528060070012/10/MC260822")).await;
    browser.see("[data-verdict=unknown]").await;
    browser.read(".silences", "không liên lạc được").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_market_on_another_host_is_still_there_without_it() {
    let mut host = Site::start();
    let config = json!({"market": host.url("/api/"), "today": "2026-11-23", "sources": [
        {"kind": "linkSet", "name": "Chợ", "template": host.url("/api/{file}/linkset.json"), "askFirst": false}]});
    let site = Site::trusting(
        &host.url(""),
        &[("config.json", Answer::Json(config.to_string()))],
    );
    let browser = Browser::start().await;
    browser.open(&site.url("/market")).await;
    browser.read("a.card", "Chè xanh Shan").await;
    host.stop();
    browser.page.refresh().await.unwrap();
    browser.read("a.card", "Chè xanh Shan").await;
    browser.quit().await;
}

#[tokio::test]
async fn the_manifest_makes_it_installable() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/")).await;
    let script = "const link = document.querySelector('link[rel=manifest]').href; const done = arguments[0];
        fetch(link).then(answer => answer.json()).then(async manifest => {
            const icons = await Promise.all(manifest.icons.map(icon => fetch(new URL(icon.src, link)).then(answer => [answer.status, answer.headers.get('content-type')])));
            done({ name: manifest.name, display: manifest.display, start: manifest.start_url, icons });
        });";
    let found = browser
        .page
        .execute_async(script, Vec::new())
        .await
        .unwrap()
        .json()
        .clone();
    assert_eq!(found["display"], "standalone");
    assert!(found["name"].as_str().unwrap().contains("Chợ phiên"));
    for icon in found["icons"].as_array().unwrap() {
        assert_eq!(icon[0], 200);
        assert!(icon[1].as_str().unwrap().starts_with("image/"), "{icon}");
    }
    browser.quit().await;
}
