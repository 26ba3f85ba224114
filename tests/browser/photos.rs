//! Photos as a way in: chosen or dropped, with one product, with several, with none.

use crate::codes::{self, Picture};
use crate::driver::Browser;
use crate::looks::look;
use crate::site::Site;
use crate::viewfinder::{OUTSIDE, SMALL, two_products};
use serde_json::json;
use std::path::Path;
use thirtyfour::prelude::*;

async fn give_photo(browser: &Browser, photo: &Path) {
    browser.see("button.cta").await;
    let inputs = browser.page.find_all(By::Css("input[type=file]")).await.unwrap();
    assert_eq!(inputs.len(), 1, "there is exactly one file input");
    inputs[0].send_keys(photo.display().to_string()).await.unwrap();
}

#[tokio::test]
async fn a_photo_of_twelve_megapixels_is_read() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/")).await;
    let photo = codes::qr("https://id.gs1.org/01/09528060020017/10/OL260925")
        .centred_on(4000, 3000, 150)
        .photo("large");
    give_photo(&browser, &photo).await;
    browser.arrive("/01/09528060020017/10/OL260925").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_photo_that_is_dropped_on_the_page_is_read() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/")).await;
    browser.see("button.cta").await;
    let photo = std::fs::read(codes::ean_13("9528060020017").photo("dropped")).unwrap();
    let drop = "const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(arguments[0])], 'dropped.bmp', { type: 'image/bmp' }));
        for (const name of ['dragover', 'drop'])
            document.dispatchEvent(new DragEvent(name, { dataTransfer: data, cancelable: true }));";
    browser
        .page
        .execute(drop, vec![serde_json::json!(photo)])
        .await
        .unwrap();
    browser.arrive("/01/09528060020017").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_photo_without_a_code_says_so() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/")).await;
    give_photo(&browser, &Picture::plain(640, 480, 180).photo("nothing")).await;
    browser.read("[role=alert]", "Không thấy mã trong ảnh này").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_file_that_is_no_picture_says_so() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/")).await;
    let file = crate::driver::scratch().join("no-picture.png");
    std::fs::write(&file, b"not a picture").unwrap();
    give_photo(&browser, &file).await;
    browser.read("[role=alert]", "không phải là ảnh").await;
    browser.quit().await;
}

/// Gives a photo and waits for the page that it leads to.
async fn check(name: &str, photo: &Picture, path: &str) {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/")).await;
    give_photo(&browser, &photo.photo(name)).await;
    browser.arrive(path).await;
    browser.hold("!document.querySelector('.sheet-dialog')").await;
    browser.quit().await;
}

#[tokio::test]
async fn of_two_products_in_a_photo_the_tapped_one_is_opened() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/")).await;
    give_photo(&browser, &two_products().photo("two")).await;
    browser.read(".sheet-dialog .choice h2", "nhiều món hàng").await;
    browser.read(".choice .button", "Chè xanh Shan cổ thụ").await;
    let told = "return [...document.querySelectorAll('.choice .button small')].map(part => part.textContent)";
    // The link stands before the bars.
    assert_eq!(
        browser.evaluate(told).await,
        json!(["9528060030016", "9528060010018"])
    );
    assert_eq!(browser.path().await, "/");
    let tea = "[...document.querySelectorAll('.choice .button')].find(button => button.textContent.includes('9528060010018'))";
    browser.evaluate(&format!("{tea}.click()")).await;
    browser.arrive("/01/09528060010018").await;
    browser.hold("!document.querySelector('.sheet-dialog')").await;
    browser.quit().await;
}

#[tokio::test]
async fn two_codes_of_one_package_in_a_photo_ask_nothing() {
    let bars = codes::ean_13("9528060010018");
    let advertising = codes::qr("https://shop.example/khuyen-mai");
    check("advertising", &advertising.beside(&bars), "/01/09528060010018").await;
    let link = codes::qr("https://id.gs1.org/01/09528060010018/10/S260918");
    check("link", &bars.beside(&link), "/01/09528060010018/10/S260918").await;
}

#[tokio::test]
async fn the_choice_in_a_photo_fits_every_screen() {
    let site = Site::start();
    let browser = Browser::start().await;
    for language in ["vi", "en"] {
        browser.open(&site.url("/")).await;
        browser.speak(language).await;
        give_photo(&browser, &two_products().photo("look")).await;
        browser.see(".choice .button:nth-of-type(2)").await;
        look(&browser, "photo-choice", language, &[OUTSIDE, SMALL]).await;
    }
    browser.quit().await;
}
