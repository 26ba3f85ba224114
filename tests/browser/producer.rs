//! A producer's page: how to reach it, its lots, and the sheet for bulk buyers.

use crate::driver::Browser;
use crate::page_tools::{pages, print};
use crate::site::Site;
use serde_json::json;

const PRODUCER: &str = "/417/9528060010001";

#[tokio::test]
async fn a_producer_is_reached_by_a_tap_and_shown_in_full() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url(PRODUCER)).await;
    browser.see(".reach a").await;
    let links = browser
        .evaluate("return [...document.querySelectorAll('.reach a')].map(link => [link.textContent.trim(), link.getAttribute('href'), link.rel])")
        .await;
    let rel = "noopener noreferrer external";
    assert_eq!(
        links,
        json!([
            ["Gọi +84 213 000 0001", "tel:+842130000001", rel],
            ["Nhắn Zalo +84 213 000 0001", "https://zalo.me/842130000001", rel],
            [
                "Viết thư p01@chophien.example",
                "mailto:p01@chophien.example",
                rel
            ],
            ["Mở trang chophien.example", "https://chophien.example/p01", rel],
        ])
    );
    for part in ["2017", "34", "Mây Ngàn"] {
        browser.read("dl.facts", part).await;
    }
    browser
        .follow(".on-sale a[href='/01/09528060010018/10/S260918']")
        .await;
    browser.arrive("/01/09528060010018/10/S260918").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_recalled_lot_and_one_out_of_date_are_not_on_sale() {
    let site = Site::start();
    let browser = Browser::start().await;
    for (producer, left_out) in [
        ("/417/9528060120007", "TT261012"),
        ("/417/9528060060006", "RC260215"),
    ] {
        browser.open(&site.url(producer)).await;
        browser.see("a.card").await;
        let lots = browser
            .evaluate("return document.querySelector('.on-sale')?.innerText ?? ''")
            .await;
        assert!(!lots.as_str().unwrap().contains(left_out), "{lots}");
        assert_ne!(lots, json!(""), "{producer} has others");
    }
    browser.quit().await;
}

#[tokio::test]
async fn the_sheet_for_buyers_is_one_page_of_paper_and_a_table() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.keep_what_is_saved().await;
    browser.open(&site.url(PRODUCER)).await;
    browser.press("Tải bảng hàng (CSV)").await;
    browser.hold("typeof window.saved === 'string'").await;
    let table = browser.evaluate("return window.saved").await;
    let table = table.as_str().unwrap();
    for part in [
        "Chè xanh Shan cổ thụ,9528060010018,100 g,120000,",
        "MAU-OCOP-01",
        "'+84 213 000 0001",
    ] {
        assert!(table.contains(part), "{part} in {table}");
    }
    browser
        .hold("document.querySelector('link[href=\"/styles/producer.css\"]').sheet")
        .await;
    browser
        .command("Emulation.setEmulatedMedia", json!({"media": "print"}))
        .await;
    let shown = browser
        .evaluate("return document.querySelector('main').innerText")
        .await;
    let shown = shown.as_str().unwrap();
    for part in [
        "Mây Ngàn",
        "+84 213 000 0001",
        "Hồng trà Shan",
        "100 g",
        "120.000",
        "MAU-OCOP-01",
        "localhost",
        "Dữ liệu mẫu",
    ] {
        assert!(shown.contains(part), "{part} on paper: {shown}");
    }
    assert!(!shown.contains("Gọi"), "{shown}");
    browser
        .command("Emulation.setEmulatedMedia", json!({"media": ""}))
        .await;
    let pdf = print(&browser).await;
    let folder = crate::driver::scratch().join("looks");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("print-producer.pdf"), &pdf).unwrap();
    assert_eq!(pages(&pdf), 1);
    browser.quit().await;
}
