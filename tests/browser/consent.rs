//! Open Food Facts is asked after consent only; the consent is remembered and can be taken back.

use crate::driver::Browser;
use crate::site::{Answer, Site};
use serde_json::json;

/// Products that the market does not know.
const UNKNOWN: [&str; 2] = ["/01/08930000000019", "/01/08930000000026"];

const FACTS: &str = r#"{"status": 1, "product": {"product_name_vi": "Bánh đậu mẫu", "brands": "Hiệu Mẫu"}}"#;

/// Volunteers on an origin of their own, and a site whose settings name them.
fn start() -> (Site, Site) {
    let volunteers = Site::of_volunteers(FACTS);
    let config = json!({
        "today": "2026-11-23",
        "market": "/api/",
        "sources": [
            {"kind": "linkSet", "name": "Chợ", "template": "/api/{file}/linkset.json", "timeoutMs": 8000},
            {"kind": "foodFacts", "name": "Open Food Facts", "template": volunteers.url("/{gtin}"), "timeoutMs": 8000, "askFirst": true},
        ],
    });
    let answers = [("/config.json", Answer::Json(config.to_string()))];
    let site = Site::trusting(&volunteers.url(""), &answers);
    (site, volunteers)
}

/// What was asked of the volunteers since the page was opened.
async fn asked(browser: &Browser, volunteers: &Site) -> usize {
    let script = format!(
        "return performance.getEntriesByType('resource').filter(entry => entry.name.startsWith('{}')).length",
        volunteers.url("/")
    );
    browser.evaluate(&script).await.as_u64().unwrap() as usize
}

/// Opens an unknown product and agrees to ask the volunteers.
async fn agree(browser: &Browser, site: &Site) {
    browser.open(&site.url(UNKNOWN[0])).await;
    browser.read("form.consent", "Open Food Facts").await;
    browser.press("Đồng ý, hỏi giúp tôi").await;
    browser.read("h1", "Bánh đậu mẫu").await;
}

#[tokio::test]
async fn volunteers_are_asked_after_consent_and_named() {
    let (site, volunteers) = start();
    let browser = Browser::start().await;
    agree(&browser, &site).await;
    assert_eq!(asked(&browser, &volunteers).await, 1);
    browser.read("dl.facts", "Hiệu Mẫu").await;
    browser.read("main", "Dữ liệu: Open Food Facts (ODbL)").await;
    browser.read("main", "cộng đồng viết, chưa kiểm chứng").await;
    browser.quit().await;
}

#[tokio::test]
async fn consent_is_remembered_for_the_next_unknown_product() {
    let (site, volunteers) = start();
    let browser = Browser::start().await;
    agree(&browser, &site).await;
    browser.open(&site.url(UNKNOWN[1])).await;
    browser.read("h1", "Bánh đậu mẫu").await;
    assert_eq!(asked(&browser, &volunteers).await, 1);
    browser.quit().await;
}

#[tokio::test]
async fn consent_that_is_taken_back_is_asked_for_again() {
    let (site, volunteers) = start();
    let browser = Browser::start().await;
    agree(&browser, &site).await;
    browser.press("Không hỏi Open Food Facts nữa").await;
    browser.see("form.consent").await;
    browser.open(&site.url(UNKNOWN[1])).await;
    browser.see("form.consent").await;
    assert_eq!(asked(&browser, &volunteers).await, 0);
    browser.quit().await;
}
