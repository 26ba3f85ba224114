//! The other ways in: a typed code, an address.

use crate::driver::{Browser, until};
use crate::site::Site;

async fn type_code(browser: &Browser, code: &str) {
    browser.press("Nhập mã").await;
    let field = browser.see("#code-field").await;
    field.clear().await.unwrap();
    field.send_keys(code).await.unwrap();
    browser.press("Xem").await;
}

#[tokio::test]
async fn typed_codes_lead_to_their_pages() {
    let rows = [
        ("9528060020017", "/01/09528060020017"),
        ("(01)09528060030016(10)SC261003", "/01/09528060030016/10/SC261003"),
        (
            "https://chophien.example/01/09528060080011/10/MO260512?17=280520",
            "/01/09528060080011/10/MO260512?17=280520",
        ),
        (
            "https://id.gs1.org/01/09528060100016/21/PU2611001",
            "/01/09528060100016/21/PU2611001",
        ),
        ("https://id.gs1.org/417/9528060010001", "/417/9528060010001"),
    ];
    let site = Site::start();
    let browser = Browser::start().await;
    for (code, path) in rows {
        browser.open(&site.url("/")).await;
        type_code(&browser, code).await;
        browser.arrive(path).await;
    }
    browser.quit().await;
}

#[tokio::test]
async fn a_wrong_check_digit_is_told_and_what_was_typed_stays() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/")).await;
    type_code(&browser, "9528060050015").await;
    browser.read(".sheet-dialog [role=alert]", "số kiểm tra").await;
    assert_eq!(browser.path().await, "/");
    assert_eq!(
        browser
            .evaluate("return document.querySelector('#code-field').value")
            .await,
        "9528060050015"
    );
    browser.quit().await;
}

#[tokio::test]
async fn typed_codes_that_are_no_product_are_named() {
    let rows = [
        ("javascript:alert(1)", ""),
        ("WIFI:T:WPA;S:cho-phien;P:mau;;", "Wi-Fi"),
        (
            "00020101021238540010A000000727012400069704000110000000000000208QRIBFTTA53037045802VN6304ABCD",
            "thanh toán",
        ),
        ("http://bit.ly.test/abc123", "bit.ly.test"),
        ("", ""),
    ];
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/")).await;
    for (code, part) in rows {
        type_code(&browser, code).await;
        let said = browser.read(".sheet-dialog [role=alert] p", part).await;
        assert!(!said.is_empty(), "{code:?} is answered");
        assert_eq!(browser.path().await, "/");
        browser.press("Đóng").await;
    }
    browser.quit().await;
}

#[tokio::test]
async fn an_address_opens_its_page_and_survives_back_and_reload() {
    let lot = "/01/09528060010018/10/S260918";
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/market")).await;
    browser.see("a.card").await;
    browser.open(&site.url(lot)).await;
    browser.see("ol[aria-label='Hành trình'] > li").await;
    browser.page.refresh().await.unwrap();
    browser.see("ol[aria-label='Hành trình'] > li").await;
    assert_eq!(browser.path().await, lot);
    browser.page.back().await.unwrap();
    browser.arrive("/market").await;
    browser.see("a.card").await;
    browser.quit().await;
}

#[tokio::test]
async fn the_arrow_leads_back_within_the_app_and_home_after_arriving_from_another_site() {
    let lot = "/01/09528060010018/10/S260918";
    let site = Site::start();
    let other = Site::of_partner(format!(
        "<!doctype html><title>Báo</title><a href='{}'>Chè</a>",
        site.url(lot)
    ));
    let browser = Browser::start().await;
    browser.open(&other.url("/")).await;
    browser.follow("a").await;
    browser.see("ol[aria-label='Hành trình'] > li").await;
    browser.follow("a.maker[href^='/417/']").await;
    browser.read("h1", "Mây Ngàn").await;
    browser.follow("a.card").await;
    browser.hold("location.pathname.startsWith('/01/')").await;
    browser.press("Quay lại").await;
    browser.read("h1", "Mây Ngàn").await;
    browser.page.back().await.unwrap();
    browser.arrive(lot).await;
    browser.press("Quay lại").await;
    browser.see("button.cta").await;
    browser.arrive("/").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_number_with_fewer_digits_in_the_address_means_the_same_product() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/01/9528060010018?lang=en")).await;
    browser.arrive("/01/09528060010018?lang=en").await;
    browser.read("h1", "Shan green tea").await;
    browser.quit().await;
}

#[tokio::test]
async fn focus_and_title_follow_the_address() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/")).await;
    browser.see("button.cta").await;
    let home = browser.page.title().await.unwrap();
    browser
        .see("nav.tabs a[href='/market']")
        .await
        .click()
        .await
        .unwrap();
    browser.arrive("/market").await;
    browser.hold("document.activeElement?.tagName === 'H1'").await;
    let market = until("another title", async || {
        let title = browser.page.title().await.ok()?;
        (title != home).then_some(title)
    })
    .await;
    assert!(market.contains("Chợ"), "{market}");
    browser.quit().await;
}
