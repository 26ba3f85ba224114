//! The market: its filters live in the address, its stalls on a plan, its days in a calendar.

use crate::driver::Browser;
use crate::site::{Answer, Site};

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
async fn each_filter_is_set_on_the_page_and_stands_in_the_address() {
    let site = Site::start();
    let browser = Browser::start().await;
    for (path, pressed) in [
        ("/market?s=1", "Đang vào mùa"),
        ("/market?g=1", "Có bán ở phiên này"),
    ] {
        browser.open(&site.url(path)).await;
        let script = format!(
            "[...document.querySelectorAll('.filters button')].some(button => button.textContent.includes('{pressed}') && button.ariaPressed === 'true')"
        );
        browser.hold(&script).await;
        browser.hold(&format!("{CARDS} > 0 && {CARDS} <= 24")).await;
    }
    browser.open(&site.url("/market?m=ocop&c=nong-san")).await;
    browser.hold(&format!("{CARDS} > 0 && {CARDS} < 8")).await;
    browser
        .hold("[...document.querySelectorAll('.filter select')].some(select => select.value === 'ocop')")
        .await;
    browser.press("Đang vào mùa (tháng 11)").await;
    browser.arrive("/market?c=nong-san&m=ocop&s=1").await;
    browser.quit().await;
}

#[tokio::test]
async fn the_figures_of_the_market_are_shown_and_downloaded() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/market")).await;
    browser.follow("nav.chips a[href='/market/figures']").await;
    browser.read("h1", "Số liệu mở").await;
    browser.read(".facts", "Lô đủ hành trình").await;
    browser
        .hold("document.querySelectorAll('.bars').length === 5")
        .await;
    browser
        .hold("document.querySelectorAll('table.year').length === 5")
        .await;
    browser.read("table.year", "Phường Tân Phong").await;
    let bars = "[...document.querySelectorAll('.bars ul:last-child svg')]";
    browser
        .hold(&format!("Math.max(...{bars}.map(bar => [...bar.children].reduce((sum, part) => sum + part.width.baseVal.value, 0))) === 1000"))
        .await;
    for (file, kind, part) in [
        ("figures.json", "json", "productsByCategory"),
        ("figures.csv", "csv", "group,key,name_vi"),
    ] {
        let fetched = format!(
            "const done = arguments[0]; const link = document.querySelector('a[download=\"{file}\"]');
             fetch(link.href).then(answer => answer.text().then(text => done([answer.headers.get('content-type'), text])));"
        );
        let found = browser
            .page
            .execute_async(&fetched, Vec::new())
            .await
            .unwrap()
            .json()
            .clone();
        assert!(found[0].as_str().unwrap().contains(kind), "{found}");
        assert!(found[1].as_str().unwrap().contains(part), "{found}");
    }
    browser.quit().await;
}

#[tokio::test]
async fn a_change_of_the_programme_is_there_with_the_next_look() {
    let market = std::fs::read_to_string(crate::site::dist().join("api/market.json")).unwrap();
    let earlier = market.replace("Phiên tháng Mười Hai", "Phiên cũ");
    assert_ne!(earlier, market);
    let site = Site::with(&[("/api/market.json", Answer::JsonOnce(earlier))]);
    let browser = Browser::start().await;
    browser.open(&site.url("/learn")).await;
    browser.hold("navigator.serviceWorker.controller").await;
    browser.open(&site.url("/market/days")).await;
    browser.read("ol.sessions", "Phiên cũ").await;
    browser
        .hold("(window.kept ??= caches.open('data').then(cache => cache.match('/api/market.json')).then(answer => { window.isKept = Boolean(answer); }), window.isKept === true || (window.kept = undefined))")
        .await;
    browser.page.refresh().await.unwrap();
    browser.read("ol.sessions", "Phiên tháng Mười Hai").await;
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
    browser.keep_what_is_saved().await;
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
