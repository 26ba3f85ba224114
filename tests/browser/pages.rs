//! The pages say what they should, in both languages.

use crate::driver::Browser;
use crate::site::Site;
use thirtyfour::prelude::*;

#[tokio::test]
async fn the_page_about_the_app_says_who_runs_it_and_how_data_is_corrected() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/about")).await;
    browser
        .read(".operator", "Ban tổ chức chợ phiên Lai Châu (mẫu)")
        .await;
    browser.see("a[href='mailto:bantochuc@chophien.example']").await;
    for part in [
        "Sửa hoặc gỡ dữ liệu",
        "Thay đổi phút chót",
        "Natural Earth",
        "EPCIS 2.0",
    ] {
        browser.read("main", part).await;
    }
    browser.follow("main a[href='/market/figures']").await;
    browser.arrive("/market/figures").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_journey_shows_its_facts_steps_and_verdict() {
    let rows = [
        ("/01/09528060010018/10/S260918", "ok"),
        ("/01/09528060120014/10/TT261012", "stop"),
        ("/01/09528060060037/10/RC260215", "stop"),
        ("/01/09528060080011/10/MO260420", "warn"),
        ("/01/09528060010018", "unknown"),
    ];
    let site = Site::start();
    let browser = Browser::start().await;
    for (path, verdict) in rows {
        browser.open(&site.url(path)).await;
        let card = browser
            .see(&format!("[role=status][data-verdict={verdict}]"))
            .await;
        assert!(
            !card.text().await.unwrap().is_empty(),
            "{path} says its verdict in words"
        );
        browser.read("main", "dữ liệu mẫu").await;
    }
    browser.open(&site.url(rows[0].0)).await;
    for part in ["S260918", "23/09/2026", "12/09/2028", "A1"] {
        browser.read("dl.facts", part).await;
    }
    let steps = browser
        .page
        .find_all(By::Css("ol[aria-label='Hành trình'] > li"))
        .await
        .unwrap()
        .len();
    assert!(steps > 8, "{steps} steps");
    browser.read("ol > li:last-child", "Bạn quét mã").await;
    browser.quit().await;
}

#[tokio::test]
async fn the_verdict_stands_in_the_first_screen() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/01/09528060010018/10/S260918")).await;
    browser.see("[data-verdict=ok]").await;
    browser.see("dl.facts").await;
    let bottom = browser
        .evaluate("return document.querySelector('.verdict').getBoundingClientRect().bottom")
        .await
        .as_f64()
        .unwrap();
    assert!(bottom < 740.0, "the verdict ends at {bottom} px");
    browser.quit().await;
}

#[tokio::test]
async fn the_market_lists_filters_and_searches() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/market")).await;
    browser.see("a.card").await;
    let cards = "document.querySelectorAll('a.card').length";
    browser.hold(&format!("{cards} === 24")).await;
    browser.press("Thủy sản").await;
    browser.hold(&format!("{cards} === 3")).await;
    browser.press("Tất cả").await;
    let search = browser.see("main input[type=search]").await;
    assert_eq!(
        search.attr("aria-label").await.unwrap().as_deref(),
        Some("Tìm sản phẩm")
    );
    search.send_keys("tra shan").await.unwrap();
    browser.read("a.card", "Chè xanh Shan").await;
    browser.hold(&format!("{cards} < 6")).await;
    browser.quit().await;
}

#[tokio::test]
async fn producers_and_places_have_pages() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/417/9528060010001")).await;
    browser.read("h1", "Mây Ngàn").await;
    browser.read("main", "Hồng trà Shan").await;
    browser.open(&site.url("/414/9528060901002")).await;
    browser.read("main", "Chè xanh Shan").await;
    browser.quit().await;
}

#[tokio::test]
async fn the_language_follows_the_browser_and_the_choice_and_is_kept() {
    let site = Site::start();
    let browser = Browser::with(crate::driver::Camera::None, "en-GB").await;
    browser.open(&site.url("/")).await;
    browser.read("button.cta", "Scan").await;
    assert_eq!(
        browser.evaluate("return document.documentElement.lang").await,
        "en"
    );
    browser.speak("vi").await;
    browser.read("button.cta", "Quét mã").await;
    browser.page.refresh().await.unwrap();
    browser.read("button.cta", "Quét mã").await;
    browser.open(&site.url("/01/09528060010018/10/S260918")).await;
    browser.see("ol[aria-label='Hành trình']").await;
    browser.speak("en").await;
    browser.see("ol[aria-label='Journey']").await;
    browser.read("h1", "Old-tree Shan green tea").await;
    browser.quit().await;
}

#[tokio::test]
async fn an_address_may_ask_for_a_language() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/?lang=en")).await;
    browser.read("button.cta", "Scan").await;
    assert_eq!(
        browser.evaluate("return document.documentElement.lang").await,
        "en"
    );
    browser.quit().await;
}

/// Opens a journey, then the saved page, where it is listed.
async fn visit_and_open_saved(browser: &Browser, site: &Site) {
    browser.open(&site.url("/01/09528060010018/10/S260918")).await;
    browser.see("[data-verdict=ok]").await;
    browser
        .see("nav.tabs a[href='/saved']")
        .await
        .click()
        .await
        .unwrap();
    browser.read("ul.scans", "Chè xanh Shan").await;
}

/// The saved page is empty, and still so after a reload.
async fn see_nothing_saved(browser: &Browser) {
    browser.read("main", "Chưa có gì ở đây").await;
    browser.page.refresh().await.unwrap();
    browser.read("main", "Chưa có gì ở đây").await;
    browser.hold("!document.querySelector('ul.scans')").await;
}

#[tokio::test]
async fn a_visited_journey_is_kept_and_can_be_forgotten() {
    let site = Site::start();
    let browser = Browser::start().await;
    visit_and_open_saved(&browser, &site).await;
    browser.page.refresh().await.unwrap();
    browser.read("ul.scans", "Chè xanh Shan").await;
    browser.press("Xóa").await;
    see_nothing_saved(&browser).await;
    browser.quit().await;
}

#[tokio::test]
async fn all_that_is_kept_can_be_forgotten_at_once() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/01/09528060120014/10/TT261012")).await;
    browser.see("[data-verdict=stop]").await;
    visit_and_open_saved(&browser, &site).await;
    browser.press("Xóa tất cả").await;
    browser.press("Xóa hết").await;
    see_nothing_saved(&browser).await;
    browser.quit().await;
}
