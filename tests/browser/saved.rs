//! What the phone keeps: the list of what to buy, notes, files to take along, and browsers that keep nothing.

use crate::driver::Browser;
use crate::site::Site;
use serde_json::Value;

const LOT: &str = "/01/09528060010018/10/S260918";

/// Opens a journey, then the saved page, where it is listed.
async fn visit(browser: &Browser, site: &Site) {
    browser.open(&site.url(LOT)).await;
    browser.see("[data-verdict=ok]").await;
    browser.follow("nav.tabs a[href='/saved']").await;
    browser.read("ul.scans", "Chè xanh Shan").await;
}

async fn write_note(browser: &Browser, note: &str) {
    let field = browser.see(".scans .note").await;
    field.clear().await.unwrap();
    field.send_keys(note).await.unwrap();
    browser.evaluate("document.activeElement.blur()").await;
}

#[tokio::test]
async fn what_to_buy_stands_by_stall_and_is_ticked_off() {
    let site = Site::start();
    let browser = Browser::start().await;
    visit(&browser, &site).await;
    browser.press("Cần mua: Chè xanh Shan cổ thụ").await;
    browser.read("h3", "Gian A1").await;
    browser.see(".shopping input").await.click().await.unwrap();
    write_note(&browser, "Mua hai gói").await;
    browser.page.refresh().await.unwrap();
    browser.read("h3", "Gian A1").await;
    browser
        .hold("document.querySelector('.shopping input').checked")
        .await;
    browser
        .hold("document.querySelector('.scans .note').value === 'Mua hai gói'")
        .await;
    // Looking at it again changes nothing of this.
    visit(&browser, &site).await;
    browser
        .hold("document.querySelector('.scans .note').value === 'Mua hai gói'")
        .await;
    browser.press("Bỏ khỏi danh sách mua: Chè xanh Shan cổ thụ").await;
    browser.hold("!document.querySelector('.shopping')").await;
    browser.quit().await;
}

#[tokio::test]
async fn goods_go_on_the_list_from_their_own_page() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url(LOT)).await;
    browser.press("Cần mua").await;
    browser
        .hold("document.querySelector('.buy').getAttribute('aria-pressed') === 'true'")
        .await;
    browser.follow("nav.tabs a[href='/saved']").await;
    browser.read(".shopping", "Chè xanh Shan").await;
    browser.quit().await;
}

#[tokio::test]
async fn the_list_is_taken_along_as_a_table_and_as_json() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser
        .prepare(
            "window.saved = {}; let last = '';
             URL.createObjectURL = (blob) => { last = blob.text(); return 'blob:none'; };
             HTMLAnchorElement.prototype.click = function () { last.then((text) => { window.saved[this.download] = text; }); };",
        )
        .await;
    visit(&browser, &site).await;
    write_note(&browser, "=1+1").await;
    browser.press("Cần mua: Chè xanh Shan cổ thụ").await;
    browser.press("Tải bảng (CSV)").await;
    browser.press("Tải tệp JSON").await;
    browser.hold("Object.keys(window.saved).length === 2").await;
    let saved = browser.evaluate("return window.saved").await;
    let table = saved["cho-phien.csv"].as_str().unwrap();
    assert!(table.contains("cần mua,'=1+1,"), "{table}");
    let json: Value = serde_json::from_str(saved["cho-phien.json"].as_str().unwrap()).unwrap();
    let first = &json["saved"][0];
    assert_eq!(
        (
            first["gtin"].as_str(),
            first["note"].as_str(),
            first["bought"].as_bool()
        ),
        (Some("09528060010018"), Some("=1+1"), Some(false))
    );
    assert!(first["address"].as_str().unwrap().ends_with(LOT), "{first}");
    browser.quit().await;
}

#[tokio::test]
async fn a_browser_that_keeps_nothing_is_told_and_the_list_lasts_as_long_as_the_page() {
    for refusal in [
        "IDBFactory.prototype.open = () => { throw new DOMException('private', 'SecurityError'); };",
        "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };",
        "const put = IDBObjectStore.prototype.put;
         IDBObjectStore.prototype.put = function (...given) { const request = put.apply(this, given); this.transaction.abort(); return request; };",
    ] {
        let site = Site::start();
        let browser = Browser::start().await;
        browser.prepare(refusal).await;
        visit(&browser, &site).await;
        browser.read(".notice", "không cho lưu").await;
        write_note(&browser, "Còn đây").await;
        browser.follow("nav.tabs a[href='/']").await;
        browser.arrive("/").await;
        browser.follow("nav.tabs a[href='/saved']").await;
        browser
            .hold("document.querySelector('.scans .note')?.value === 'Còn đây'")
            .await;
        browser.quit().await;
    }
}
