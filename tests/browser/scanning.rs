//! Codes held in front of the camera lead to their pages.

use crate::camera::film;
use crate::codes::{self, Picture};
use crate::driver::{Browser, Camera};
use crate::site::Site;

/// The lot that the sample market shows as sound.
const LOT: &str = "/01/09528060010018/10/S260918";

/// Shows a code to the camera and waits for the page it must lead to.
async fn check(name: &str, code: Picture, path: &str, heading: &str) {
    let site = Site::start();
    let browser = Browser::with(Camera::Film(&film(name, &code)), "vi").await;
    browser.open(&site.url("/")).await;
    browser.press("Quét mã").await;
    browser.arrive(path).await;
    browser.read("h1", heading).await;
    assert_eq!(
        browser
            .evaluate("return document.querySelectorAll('video').length")
            .await,
        0,
        "the viewfinder is closed"
    );
    browser.quit().await;
}

#[tokio::test]
async fn an_ean_13_leads_to_its_product() {
    check(
        "ean13",
        codes::ean_13("9528060010018"),
        "/01/09528060010018",
        "Chè xanh Shan cổ thụ",
    )
    .await;
}

#[tokio::test]
async fn a_gs1_data_matrix_leads_to_its_lot() {
    let code = codes::gs1_data_matrix("010952806003001610SC261003");
    check("datamatrix", code, "/01/09528060030016/10/SC261003", "Séng Cù").await;
}

#[tokio::test]
async fn a_gs1_data_matrix_with_a_separator_keeps_lot_and_date_apart() {
    let code = codes::gs1_data_matrix("010952806012001410TT261012\u{1d}17270215");
    check(
        "datamatrix-separator",
        code,
        "/01/09528060120014/10/TT261012?17=270215",
        "trâu",
    )
    .await;
}

#[tokio::test]
async fn a_digital_link_leads_to_its_journey_within_two_seconds_of_the_frame() {
    let site = Site::start();
    let code = codes::qr(&format!("https://id.gs1.org{LOT}"));
    let browser = Browser::with(Camera::Film(&film("digital-link", &code)), "vi").await;
    browser.open(&site.url("/")).await;
    browser.see("button.cta").await;
    let watch = "addEventListener('playing', () => window.firstFrame ??= performance.now(), true);
        new MutationObserver(() => { if (document.querySelector('ol[aria-label=\"Hành trình\"] > li')) window.told ??= performance.now(); })
            .observe(document.body, { childList: true, subtree: true });";
    browser.evaluate(watch).await;
    browser.press("Quét mã").await;
    browser.arrive(LOT).await;
    browser.hold("window.told && window.firstFrame").await;
    let took = browser
        .evaluate("return window.told - window.firstFrame")
        .await
        .as_f64()
        .unwrap();
    println!("from the first frame to the journey: {took:.0} ms");
    assert!(took < 2000.0, "{took:.0} ms from the first frame to the journey");
    browser.quit().await;
}

#[tokio::test]
async fn a_foreign_code_is_named_and_not_opened() {
    let site = Site::start();
    let code = codes::qr("https://shop.example/khuyen-mai");
    let browser = Browser::with(Camera::Film(&film("foreign", &code)), "vi").await;
    browser.open(&site.url("/")).await;
    browser.press("Quét mã").await;
    browser.read(".viewfinder [role=alert]", "shop.example").await;
    assert_eq!(browser.path().await, "/");
    browser.press("Đóng").await;
    browser.hold("!document.querySelector('video')").await;
    browser.quit().await;
}

#[tokio::test]
async fn back_closes_the_viewfinder_and_keeps_the_page() {
    let site = Site::start();
    let browser = Browser::with(Camera::Film(&film("empty", &Picture::plain(320, 240, 200))), "vi").await;
    browser.open(&site.url("/market")).await;
    browser.read("h1", "").await;
    browser.press("Quét mã").await;
    browser.see(".viewfinder video").await;
    browser
        .hold("document.querySelector('video')?.srcObject?.active")
        .await;
    browser
        .evaluate("window.stream = document.querySelector('video').srcObject; history.back()")
        .await;
    browser.hold("!document.querySelector('video')").await;
    browser.hold("!window.stream.active").await;
    assert_eq!(browser.path().await, "/market");
    browser.quit().await;
}

#[tokio::test]
async fn after_a_reload_with_the_viewfinder_open_one_back_leaves_the_page() {
    let site = Site::start();
    let browser = Browser::with(
        Camera::Film(&film("reload", &Picture::plain(320, 240, 200))),
        "vi",
    )
    .await;
    browser.open(&site.url("/")).await;
    browser.follow("nav.tabs a[href='/market']").await;
    browser.arrive("/market").await;
    browser.press("Quét mã").await;
    browser.see(".viewfinder video").await;
    browser.hold("history.state.depth === 2").await;
    browser.page.refresh().await.unwrap();
    browser.read("h1", "").await;
    browser
        .hold("history.state.depth === 1 && !history.state.marker")
        .await;
    assert_eq!(browser.path().await, "/market");
    browser.hold("!document.querySelector('video')").await;
    browser.page.back().await.unwrap();
    browser.arrive("/").await;
    browser.see("button.cta").await;
    browser.quit().await;
}

#[tokio::test]
async fn scanning_the_product_of_the_open_page_adds_nothing_to_go_back_through() {
    let site = Site::start();
    let code = codes::qr(&format!("https://id.gs1.org{LOT}"));
    let browser = Browser::with(Camera::Film(&film("same-product", &code)), "vi").await;
    browser.open(&site.url("/market")).await;
    browser.see("a.card").await;
    browser
        .evaluate(&format!(
            "document.querySelector('a.card').setAttribute('href', '{LOT}')"
        ))
        .await;
    browser.follow("a.card").await;
    browser.see("ol[aria-label='Hành trình'] > li").await;
    browser.press("Quét mã").await;
    browser.see(".viewfinder").await;
    browser.hold("!document.querySelector('.viewfinder')").await;
    assert_eq!(browser.path().await, LOT);
    browser.see("ol[aria-label='Hành trình'] > li").await;
    browser.page.back().await.unwrap();
    browser.arrive("/market").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_refused_camera_is_explained_and_leaves_other_ways() {
    let site = Site::start();
    let browser = Browser::with(Camera::Refused, "vi").await;
    browser.open(&site.url("/")).await;
    browser.press("Quét mã").await;
    browser.read(".viewfinder .hint", "Máy ảnh đang bị chặn").await;
    browser.press("Nhập mã").await;
    browser.see("#code-field").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_missing_camera_is_explained() {
    let site = Site::start();
    let browser = Browser::with(Camera::None, "en").await;
    browser.open(&site.url("/")).await;
    browser.press("Scan").await;
    browser.read(".viewfinder .hint", "No camera was found").await;
    browser.quit().await;
}
