//! What can be done with a journey page: share, show its code, print, report; certificates explained; the maker told.

use crate::driver::Browser;
use crate::site::{Answer, Site};
use thirtyfour::common::print::{PrintPage, PrintParameters};
use thirtyfour::prelude::*;

const LOT: &str = "/01/09528060010018/10/S260918";

/// A browser that lets no page share or copy.
const REFUSES: &str = "
  Object.defineProperty(navigator, 'share', {value: () => Promise.reject(new DOMException('no', 'NotAllowedError'))});
  Object.defineProperty(navigator, 'clipboard', {get: () => ({writeText: () => Promise.reject(new Error('no'))})});";

#[tokio::test]
async fn where_share_and_copy_are_refused_the_address_is_shown_selected() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.prepare(REFUSES).await;
    browser.open(&site.url(LOT)).await;
    browser.see("ol.thread").await;
    browser.press("Chia sẻ").await;
    browser.see("dialog.page-sheet svg.page-code").await;
    browser
        .hold(&format!(
            "(field => field.value === {:?} && field.selectionEnd - field.selectionStart === field.value.length)(document.querySelector('#page-address'))",
            site.url(LOT)
        ))
        .await;
    browser.press("Chép địa chỉ").await;
    browser
        .read("dialog.page-sheet [role=status]", "không cho chép")
        .await;
    browser.press("Đóng").await;
    browser
        .hold("document.querySelector('dialog.page-sheet') === null")
        .await;
    browser.quit().await;
}

#[tokio::test]
async fn a_page_is_shared_by_the_sheet_or_else_copied() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser
        .prepare("Object.defineProperty(navigator, 'share', {value: (data) => { window.shared = data; return Promise.resolve(); }})")
        .await;
    browser.open(&site.url(LOT)).await;
    browser.see("ol.thread").await;
    browser.press("Chia sẻ").await;
    browser
        .hold(&format!("window.shared?.url === {:?}", site.url(LOT)))
        .await;
    browser.quit().await;
    let browser = Browser::start().await;
    browser
        .prepare("Object.defineProperty(navigator, 'share', {value: undefined}); Object.defineProperty(navigator, 'clipboard', {get: () => ({writeText: (text) => { window.copied = text; return Promise.resolve(); }})})")
        .await;
    browser.open(&site.url(LOT)).await;
    browser.see("ol.thread").await;
    browser.press("Chia sẻ").await;
    browser.read(".bar [role=status]", "Đã chép").await;
    browser
        .hold(&format!("window.copied === {:?}", site.url(LOT)))
        .await;
    browser.quit().await;
}

#[tokio::test]
async fn a_report_has_code_and_version_filled_in_and_is_never_silent() {
    let site = Site::start();
    for path in [LOT, "/01/08930000000019"] {
        let browser = Browser::start().await;
        browser.prepare(REFUSES).await;
        browser.open(&site.url(path)).await;
        browser.follow(".report summary").await;
        let link = browser.see(".report a[href^='mailto:']").await;
        let link = link.attr("href").await.unwrap().unwrap();
        assert!(
            link.starts_with("mailto:bantochuc@chophien.example?subject="),
            "{link}"
        );
        let text = "document.querySelector('#report-text').value";
        let version = browser
            .evaluate("return document.documentElement.dataset.build")
            .await;
        let version = version.as_str().unwrap().to_owned();
        assert!(version.len() > 8 && version != "development", "{version}");
        for part in [path, version.as_str(), site.url(path).as_str()] {
            browser.hold(&format!("{text}.includes({part:?})")).await;
            let encoded = browser
                .evaluate(&format!(
                    "return decodeURIComponent(document.querySelector('.report a').href).includes({part:?})"
                ))
                .await;
            assert_eq!(encoded, true, "{part} in {link}");
        }
        browser.press("Chép nội dung").await;
        browser.read(".report [role=status]", "không cho chép").await;
        browser
            .hold("(field => field.selectionEnd - field.selectionStart === field.value.length)(document.querySelector('#report-text'))")
            .await;
        browser.quit().await;
    }
}

#[tokio::test]
async fn a_journey_is_one_page_of_paper() {
    let folder = crate::driver::scratch().join("looks");
    std::fs::create_dir_all(&folder).unwrap();
    let site = Site::start();
    let browser = Browser::start().await;
    for (name, path, title, verdict) in [
        ("print", LOT, "Chè xanh Shan cổ thụ", "Chưa thấy điểm bất thường"),
        (
            "print-recalled",
            "/01/09528060120014/10/TT261012",
            "Thắng cố",
            "Đừng dùng",
        ),
    ] {
        browser.open(&site.url(path)).await;
        browser.see("ol.thread").await;
        browser
            .hold("document.querySelector('.on-paper svg path.modules') !== null")
            .await;
        browser
            .command(
                "Emulation.setEmulatedMedia",
                serde_json::json!({"media": "print"}),
            )
            .await;
        let shown = browser
            .evaluate("return document.querySelector('main').innerText")
            .await;
        let shown = shown.as_str().unwrap();
        for part in [verdict, "localhost"] {
            assert!(shown.contains(part), "{part} on paper: {shown}");
        }
        let steps = "document.querySelectorAll('ol.thread > li:not(.you)')";
        browser
            .hold(&format!(
                "[...{steps}].length > 8 && [...{steps}].every(step => step.checkVisibility())"
            ))
            .await;
        browser
            .hold("document.querySelector('.on-paper svg').checkVisibility()")
            .await;
        let heading = browser.see("h1").await.text().await.unwrap();
        assert!(!heading.is_empty(), "{title}");
        browser
            .command("Emulation.setEmulatedMedia", serde_json::json!({"media": ""}))
            .await;
        let pdf = print(&browser).await;
        std::fs::write(folder.join(format!("{name}.pdf")), &pdf).unwrap();
        assert_eq!(pages(&pdf), 1, "{path}");
    }
    browser.quit().await;
}

#[tokio::test]
async fn the_longest_journey_is_one_page_of_paper_that_says_what_it_leaves_out() {
    let folder = crate::driver::scratch().join("looks");
    std::fs::create_dir_all(&folder).unwrap();
    let longest = "/01/09528060020017/10/OL260925";
    for (name, path, answers, steps) in [
        ("print-longest", longest, vec![], None),
        ("print-28", LOT, long(28), None),
        (
            "print-29",
            LOT,
            long(29),
            Some("14 chặng đầu và 14 chặng cuối trong 29 chặng"),
        ),
        (
            "print-2000",
            LOT,
            long(2000),
            Some("14 chặng đầu và 14 chặng cuối trong 2.000 chặng"),
        ),
    ] {
        let site = Site::with(&answers);
        let browser = Browser::start().await;
        browser.open(&site.url(path)).await;
        browser
            .hold("document.querySelector('.on-paper svg path.modules') !== null")
            .await;
        if steps.is_some_and(|steps| steps.contains("2.000")) {
            browser
                .hold("document.querySelectorAll('ol.thread > li').length === 2001")
                .await;
        }
        let media = |media: &str| serde_json::json!({ "media": media });
        browser
            .command("Emulation.setEmulatedMedia", media("print"))
            .await;
        let told = "return document.querySelector('.for-paper')?.checkVisibility() ? document.querySelector('.for-paper').textContent : ''";
        let told = browser.evaluate(told).await;
        match steps {
            Some(steps) => assert!(told.as_str().unwrap().contains(steps), "{name}: {told}"),
            None => assert_eq!(told, "", "{name}"),
        }
        browser.command("Emulation.setEmulatedMedia", media("")).await;
        let pdf = print(&browser).await;
        std::fs::write(folder.join(format!("{name}.pdf")), &pdf).unwrap();
        assert_eq!(pages(&pdf), 1, "{name}");
        browser.quit().await;
    }
}

/// A journey of so many steps in place of the tea's.
fn long(steps: usize) -> Vec<(&'static str, Answer)> {
    let document = super::journey_page::large_document(steps).to_string();
    vec![
        ("/S260918/epcis.json", Answer::Json(document)),
        (".jws", Answer::Missing),
    ]
}

/// The page on A4 as a PDF.
pub async fn print(browser: &Browser) -> Vec<u8> {
    let page = PrintPage {
        width: 21.0,
        height: 29.7,
    };
    let parameters = PrintParameters {
        page,
        ..Default::default()
    };
    browser.page.print_page(parameters).await.unwrap()
}

/// How many pages a PDF has: Chromium writes its objects in the open, each page as one of `/Type /Page`.
pub fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    let starts = text.match_indices("/Type /Page");
    starts
        .filter(|(at, found)| !text[at + found.len()..].starts_with('s'))
        .count()
}

#[tokio::test]
async fn certificates_say_number_body_and_validity_and_what_they_mean() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url(LOT)).await;
    for part in [
        "MAU-OCOP-01",
        "Tổ chức chứng nhận (mẫu)",
        "từ 01/06/2025 đến 31/05/2028",
        "Ngày lập",
    ] {
        browser.read(".papers", part).await;
    }
    browser.follow(".papers .star summary").await;
    browser
        .read(".papers .star details p", "Mỗi xã một sản phẩm")
        .await;
    browser.quit().await;
}

#[tokio::test]
async fn the_maker_tells_its_story_its_stall_and_its_other_goods() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url(LOT)).await;
    browser.read(".story-of", "Hoàng Liên Sơn").await;
    browser.read(".stall-at", "18/12").await;
    browser.read(".trust a.card", "Hồng trà Shan").await;
    let here = browser
        .page
        .find_all(By::Css(".trust a.card[href='/01/09528060010018']"))
        .await
        .unwrap();
    assert!(here.is_empty(), "the goods of this page are no other goods");
    browser.open(&site.url("/417/9528060010001")).await;
    browser.read(".stall-at", "18/12").await;
    browser.quit().await;
}
