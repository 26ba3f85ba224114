//! The kiosk: slides that turn, a reader that types, and no way out but a long press. The test moves the clock by hand.

use crate::driver::{Browser, until};
use crate::site::Site;
use serde_json::json;
use thirtyfour::prelude::*;

/// A clock that stands still unless the test puts it ahead, in milliseconds.
const CLOCK: &str = "window.ahead = 0; const begun = Date.now(); Date.now = () => begun + window.ahead;";

/// The keys of WebDriver: Enter, and Ctrl-] with Ctrl let go behind it (W3C WebDriver, 17.4.2).
const ENTER: char = '\u{e007}';
const SEPARATOR: &str = "\u{e009}]\u{e000}";

const SLIDE: &str = ".slide h2";

async fn start(browser: &Browser, site: &Site, path: &str) {
    browser.prepare(CLOCK).await;
    browser.open(&site.url(path)).await;
    browser.see(SLIDE).await;
}

async fn pass(browser: &Browser, ms: u32) {
    browser.evaluate(&format!("window.ahead += {ms}")).await;
}

/// Waits until the picture stands in this place: each slide has its own.
async fn place(browser: &Browser, place: u8) {
    let script = format!("document.querySelector('.kiosk-screen').dataset.place === '{place}'");
    browser.hold(&script).await;
}

/// Types as a reader does, again and again until the page that is meant is open: a machine under load may be as slow as a person.
async fn scan(browser: &Browser, keys: &str, open: &str) {
    until(&format!("a scan that opens {open}"), async || {
        let field = browser.page.active_element().await.ok()?;
        field.send_keys(keys).await.ok()?;
        let path = browser.path().await;
        path.contains(&format!("open={open}")).then_some(())
    })
    .await;
}

#[tokio::test]
async fn slides_turn_and_the_picture_moves_with_them() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.screen(1280, 800).await;
    start(&browser, &site, "/kiosk").await;
    place(&browser, 0).await;
    let first = browser.read(SLIDE, "Phiên chợ mẫu").await;
    let at = "const at = document.querySelector('.slide').getBoundingClientRect(); return [at.x, at.y]";
    let stood = browser.evaluate(at).await;
    pass(&browser, 10_000).await;
    place(&browser, 1).await;
    let second = browser.read(SLIDE, "").await;
    assert_ne!(first, second);
    assert_ne!(browser.evaluate(at).await, stood, "the picture moves");
    browser.press("Dừng").await;
    pass(&browser, 60_000).await;
    browser.press("Sau").await;
    place(&browser, 2).await;
    browser.press("Trước").await;
    place(&browser, 1).await;
    assert_eq!(browser.read(SLIDE, "").await, second);
    browser.read(".sample-note", "Dữ liệu mẫu").await;
    browser
        .hold("![...document.querySelectorAll('.brand, .tabs')].some(part => part.checkVisibility())")
        .await;
    browser.quit().await;
}

#[tokio::test]
async fn the_programme_the_producers_and_their_goods_have_slides() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.screen(1280, 800).await;
    start(&browser, &site, "/kiosk").await;
    let mut seen = String::new();
    for turn in 1..=12_u8 {
        browser.press("Sau").await;
        place(&browser, turn % 8).await;
        seen += &browser.read(".slide", "").await;
    }
    for part in [
        "Chương trình",
        "Mây Ngàn",
        "Chè xanh Shan cổ thụ",
        "120.000",
        "Gian A1",
    ] {
        assert!(seen.contains(part), "{part} in {seen}");
    }
    browser.quit().await;
}

#[tokio::test]
async fn a_stall_shows_its_own_goods_only() {
    let site = Site::start();
    let browser = Browser::start().await;
    start(&browser, &site, "/kiosk?stall=A1").await;
    let (mut stalls, mut names) = (Vec::new(), String::new());
    for turn in 1..=10_u8 {
        browser.press("Sau").await;
        place(&browser, turn % 8).await;
        names += &browser.read(SLIDE, "").await;
        let at = browser
            .evaluate("return document.querySelector('.slide .at')?.textContent ?? ''")
            .await;
        stalls.push(at.as_str().unwrap().to_owned());
    }
    stalls.retain(|stall| !stall.is_empty());
    assert!(
        !stalls.is_empty() && stalls.iter().all(|stall| stall == "Gian A1"),
        "{stalls:?}"
    );
    assert!(names.contains("Chè xanh Shan cổ thụ"), "{names}");
    browser.open(&site.url("/kiosk?stall=Z9")).await;
    browser.read(".notice", "Chưa có hàng nào").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_reader_that_types_opens_the_journey() {
    let site = Site::start();
    let browser = Browser::start().await;
    start(&browser, &site, "/kiosk?stall=A1").await;
    let keys = format!("]d2010952806001001810S260918{SEPARATOR}17280912{ENTER}");
    scan(
        &browser,
        &keys,
        "%2F01%2F09528060010018%2F10%2FS260918%3F17%3D280912",
    )
    .await;
    browser.read("h1", "Chè xanh Shan cổ thụ").await;
    browser.see("ol.thread").await;
    assert!(browser.path().await.starts_with("/kiosk?stall=A1&"));
    // The next visitor scans over it; then a code with a slip is named.
    scan(
        &browser,
        &format!("9528060020017{ENTER}"),
        "%2F01%2F09528060020017",
    )
    .await;
    until("words about a wrong code", async || {
        let field = browser.page.active_element().await.ok()?;
        field.send_keys(format!("9528060010019{ENTER}")).await.ok()?;
        let said = browser.page.find(By::Css("[role=alert] .notice")).await.ok()?;
        said.text().await.ok()?.contains("số kiểm tra").then_some(())
    })
    .await;
    assert_eq!(browser.path().await, "/kiosk?stall=A1");
    browser.quit().await;
}

#[tokio::test]
async fn a_page_that_nobody_touches_makes_room_for_the_slides() {
    let site = Site::start();
    let browser = Browser::start().await;
    start(&browser, &site, "/kiosk").await;
    scan(
        &browser,
        &format!("9528060010018{ENTER}"),
        "%2F01%2F09528060010018",
    )
    .await;
    browser.read("h1", "Chè xanh Shan").await;
    pass(&browser, 46_000).await;
    browser.read(".soon", "Chạm màn hình").await;
    browser.see("h1").await.click().await.unwrap();
    browser
        .hold("document.querySelector('.soon').childElementCount === 0")
        .await;
    pass(&browser, 46_000).await;
    browser.see(".soon p").await;
    assert!(browser.path().await.contains("open="));
    pass(&browser, 15_000).await;
    browser.arrive("/kiosk").await;
    browser.see(SLIDE).await;
    browser.open(&site.url("/saved")).await;
    browser.read("main", "Chưa có gì ở đây").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_tap_opens_goods_inside_and_no_link_leads_out() {
    let site = Site::start();
    let browser = Browser::start().await;
    start(&browser, &site, "/kiosk?stall=A1").await;
    until("a slide of goods", async || {
        browser.press("Sau").await;
        browser.page.find(By::Css(".slide a[href^='/01/']")).await.ok()
    })
    .await;
    browser.press("Dừng").await;
    browser.follow(".slide a[href^='/01/']").await;
    browser.hold("location.search.includes('open=%2F01%2F')").await;
    browser.see(".maker").await;
    let out = "return [...document.querySelectorAll('.kiosk a[href]')]
        .filter(link => link.getClientRects().length > 0 && !/^\\/(0|2|4|8)/.test(link.getAttribute('href')))
        .map(link => link.outerHTML)";
    assert_eq!(browser.evaluate(out).await, json!([]));
    browser
        .evaluate("document.querySelector('.trust a[href^=\"http\"]')?.click()")
        .await;
    browser.follow(".maker").await;
    browser.hold("location.search.includes('open=%2F417%2F')").await;
    browser.read("h1", "Mây Ngàn").await;
    browser.see("a.card").await;
    assert_eq!(browser.evaluate(out).await, json!([]));
    browser.press("Về trình chiếu").await;
    browser.arrive("/kiosk?stall=A1").await;
    browser.press("English").await;
    browser.read(".foot", "Hold to leave").await;
    browser.quit().await;
}

#[tokio::test]
async fn only_a_long_press_leaves() {
    let site = Site::start();
    let browser = Browser::start().await;
    start(&browser, &site, "/kiosk").await;
    let ring = "parseInt(document.querySelector('.ring .done').getAttribute('stroke-dasharray'))";
    let button = browser.see("button.leave").await;
    button.click().await.unwrap();
    pass(&browser, 5_000).await;
    browser.hold(&format!("{ring} === 0")).await;
    assert_eq!(browser.path().await, "/kiosk");
    let held = browser.page.action_chain().click_and_hold_element(&button);
    held.perform().await.unwrap();
    pass(&browser, 1_000).await;
    browser.hold(&format!("{ring} >= 50")).await;
    browser
        .hold("document.querySelector('.leave[data-holding]')")
        .await;
    pass(&browser, 1_000).await;
    browser.arrive("/").await;
    let let_go = browser.page.action_chain().release();
    let_go.perform().await.unwrap();
    browser.see("nav.tabs").await;

    start(&browser, &site, "/kiosk").await;
    let escape =
        |kind: &str| json!({"type": kind, "key": "Escape", "code": "Escape", "windowsVirtualKeyCode": 27});
    browser.command("Input.dispatchKeyEvent", escape("keyDown")).await;
    browser.command("Input.dispatchKeyEvent", escape("keyUp")).await;
    pass(&browser, 5_000).await;
    browser.hold(&format!("{ring} === 0")).await;
    assert_eq!(browser.path().await, "/kiosk");
    browser.command("Input.dispatchKeyEvent", escape("keyDown")).await;
    browser.hold(&format!("{ring} >= 0")).await;
    pass(&browser, 2_000).await;
    browser.arrive("/").await;
    browser.quit().await;
}

#[tokio::test]
async fn the_screen_stays_lit_where_the_browser_can() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser
        .prepare(
            "window.asked = 0; window.released = 0;
             const lock = { request: async (kind) => { window.asked += kind === 'screen'; return { release: async () => { window.released += 1; } }; } };
             Object.defineProperty(navigator, 'wakeLock', { value: lock });",
        )
        .await;
    start(&browser, &site, "/kiosk").await;
    browser.hold("window.asked === 1").await;
    browser
        .evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        .await;
    browser.hold("window.asked === 2 && window.released === 1").await;
    let escape = json!({"type": "keyDown", "key": "Escape", "code": "Escape", "windowsVirtualKeyCode": 27});
    browser.command("Input.dispatchKeyEvent", escape).await;
    browser
        .hold("parseInt(document.querySelector('.ring .done').getAttribute('stroke-dasharray')) >= 0")
        .await;
    pass(&browser, 2_000).await;
    browser.arrive("/").await;
    browser.hold("window.released === 2").await;
    browser.quit().await;
}

#[tokio::test]
async fn the_slides_go_on_without_the_network() {
    let mut site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/")).await;
    browser.hold("navigator.serviceWorker.controller").await;
    start(&browser, &site, "/kiosk").await;
    browser
        .hold("document.querySelector('link[href=\"/styles/kiosk.css\"]').sheet")
        .await;
    browser.press("Sau").await;
    site.stop();
    browser.page.refresh().await.unwrap();
    browser.read(SLIDE, "Phiên chợ mẫu").await;
    browser.press("Sau").await;
    place(&browser, 1).await;
    browser.quit().await;
}
