//! The market: its filters live in the address, its stalls on a plan, its days in a calendar.

use crate::driver::Browser;
use crate::site::Site;

const CARDS: &str = "document.querySelectorAll('a.card').length";

#[tokio::test]
async fn filters_stand_in_the_address_and_come_back_with_it() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser
        .open(&site.url("/market?o=X%C3%A3+T%E1%BA%A3+L%C3%A8ng"))
        .await;
    browser.hold(&format!("{CARDS} === 2")).await;
    browser.press("Bỏ lọc").await;
    browser.hold(&format!("{CARDS} === 24")).await;
    browser.evaluate("history.back()").await;
    browser.hold(&format!("{CARDS} === 2")).await;
    browser
        .hold("document.querySelector('.filter select').value === 'Xã Tả Lèng'")
        .await;
    browser.quit().await;
}

#[tokio::test]
async fn a_slip_of_the_finger_still_finds_the_goods() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/market?q=shsn")).await;
    browser.read("a.card", "Chè xanh Shan").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_stall_leads_to_the_plan_which_says_you_are_here() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/414/9528060901002")).await;
    browser.follow("a[href='/market/stalls?here=A1']").await;
    browser.read("svg.plan text.mark", "Bạn đang ở đây").await;
    browser.read(".zones", "Chè xanh Shan cổ thụ").await;
    let label = browser
        .evaluate("return document.querySelector('svg.plan [data-mark]').getAttribute('aria-label')")
        .await;
    assert!(label.as_str().unwrap().starts_with("Gian A1, "), "{label}");
    browser.quit().await;
}

#[tokio::test]
async fn sessions_are_saved_as_a_calendar_that_reads_back() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser
        .prepare(
            "URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text; }); return 'blob:none'; };
             HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };",
        )
        .await;
    browser.open(&site.url("/market/days")).await;
    browser.read("ol.sessions", "Phiên tháng Mười Hai").await;
    browser.press("Lưu tất cả vào lịch").await;
    browser.hold("typeof window.saved === 'string'").await;
    assert_eq!(browser.evaluate("return window.savedAs").await, "cho-phien.ics");
    let saved = browser.evaluate("return window.saved").await;
    let calendar = saved.as_str().unwrap().replace("\r\n ", "");
    assert!(
        calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"),
        "{calendar}"
    );
    let sessions = calendar
        .lines()
        .filter(|line| line.starts_with("SUMMARY:Phiên"))
        .count();
    assert_eq!(sessions, 4);
    assert!(calendar.contains("DTSTART:20261218T000000Z"));
    browser.quit().await;
}

#[tokio::test]
async fn the_seasons_show_the_month_and_the_year() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/market/seasons")).await;
    browser.see("table.year [aria-current=date]").await;
    browser.see("a.card").await;
    browser.quit().await;
}
