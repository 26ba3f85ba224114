//! What the viewfinder shows of the codes in view, and what it advises.

use crate::camera::film;
use crate::codes::{self, Picture};
use crate::driver::{Browser, Camera};
use crate::looks::look;
use crate::phones::{PHONE, with, with_scanner};
use crate::site::Site;
use serde_json::json;

/// Tea and rice next to each other, each with a code of another kind.
pub fn two_products() -> Picture {
    codes::ean_13("9528060010018").beside(&codes::qr("https://id.gs1.org/01/09528060030016"))
}

#[tokio::test]
async fn of_two_products_in_view_the_tapped_one_is_opened() {
    let site = Site::start();
    let browser = Browser::with(Camera::Film(&film("two-products", &two_products())), "vi").await;
    browser.open(&site.url("/")).await;
    browser.press("Quét mã").await;
    browser.read(".choice h2", "nhiều món hàng").await;
    browser.read(".choice .button", "Chè xanh Shan cổ thụ").await;
    browser.read(".choice .button", "9528060030016").await;
    browser
        .hold("document.querySelectorAll('.outlines .plate').length === 2")
        .await;
    assert_eq!(browser.path().await, "/");
    let rice = "[...document.querySelectorAll('.choice .button')].find(button => button.textContent.includes('9528060030016'))";
    browser.evaluate(&format!("{rice}.click()")).await;
    browser.arrive("/01/09528060030016").await;
    browser.quit().await;
}

#[tokio::test]
async fn of_two_products_in_view_the_one_under_the_finger_is_opened() {
    let site = Site::start();
    let browser = Browser::with(Camera::Film(&film("two-under", &two_products())), "en").await;
    browser.screen(1280, 800).await;
    browser.open(&site.url("/")).await;
    browser.press("Scan").await;
    browser.read(".choice h2", "several products").await;
    browser
        .hold("document.querySelectorAll('.outlines .plate').length === 2")
        .await;
    // The tea's number lies on its bars, in the left half of the picture.
    let tap = "const plates = [...document.querySelectorAll('.outlines .plate')].map(plate => plate.getBoundingClientRect());
        const left = plates.sort((a, b) => a.left - b.left)[0];
        const at = { clientX: left.left + left.width / 2, clientY: left.top + left.height / 2 };
        document.querySelector('video').dispatchEvent(new MouseEvent('click', { ...at, bubbles: true }))";
    browser.evaluate(tap).await;
    browser.arrive("/01/09528060010018").await;
    browser.quit().await;
}

#[tokio::test]
async fn two_codes_of_one_package_ask_nothing() {
    let site = Site::start();
    let one = codes::ean_13("9528060010018").beside(&codes::qr("https://shop.example/khuyen-mai"));
    let browser = Browser::with(Camera::Film(&film("one-package", &one)), "vi").await;
    browser.open(&site.url("/")).await;
    browser.press("Quét mã").await;
    browser.arrive("/01/09528060010018").await;
    browser.quit().await;
}

/// Where the outline lies: its middle and its width, in CSS pixels.
const OUTLINE: &str =
    "(() => { const box = document.querySelector('.outlines polygon')?.getBoundingClientRect();
    return box && [box.left + box.width / 2, box.top + box.height / 2, box.width] })()";

#[tokio::test]
async fn the_outline_lies_over_the_code_whichever_way_the_phone_is_turned() {
    let site = Site::start();
    // 400 pixels of code in the middle of 1280 × 720; it opens no page, so that it stays in view.
    let code = codes::qr("WIFI:S:cho;;");
    let browser = Browser::with(Camera::Film(&film("outline", &code)), "vi").await;
    browser.open(&site.url("/")).await;
    browser.press("Quét mã").await;
    for (width, height) in [(360, 740), (740, 360), (1280, 800)] {
        browser.screen(width, height).await;
        let (w, h) = (f64::from(width), f64::from(height));
        let ink = 400.0 * (w / 1280.0).max(h / 720.0);
        // Its corners may be those of the symbol or the middles of its finder patterns.
        let lies = format!(
            "(box => box && Math.abs(box[0] - {w} / 2) < {ink} / 8 && Math.abs(box[1] - {h} / 2) < {ink} / 8
                && box[2] > {ink} * 0.6 && box[2] < {ink} * 1.1)({OUTLINE})"
        );
        browser.hold(&lies).await;
    }
    browser.quit().await;
}

#[tokio::test]
async fn the_outline_follows_a_picture_that_turns() {
    // The scanner finds the middle of every picture, whichever way it lies; the code opens no page and stays in view.
    let site = with_scanner(
        "postMessage('ready');
        onmessage = ({ data }) => {
            const { width, height } = data.bitmap ?? data;
            if (!width) { return }
            const [left, right, top, bottom] = [width / 2 - 100, width / 2 + 100, height / 2 - 50, height / 2 + 50];
            const corners = [left, top, right, top, right, bottom, left, bottom];
            postMessage({ symbols: [{ text: 'WIFI:S:cho;;', format: 'qrCode', identifier: ']Q1', corners }], ms: 5 });
        }",
    );
    let turning = "navigator.mediaDevices.getUserMedia = async () => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
        const context = canvas.getContext('2d');
        let grey = 0;
        setInterval(() => { context.fillStyle = `rgb(${grey = (grey + 1) % 200} 90 90)`; context.fillRect(0, 0, 1280, 1280) }, 40);
        window.turn = (width, height) => Object.assign(canvas, { width, height });
        return canvas.captureStream(25);
    };";
    let browser = with("turning", turning, &site).await;
    browser.press("Quét mã").await;
    browser.hold("!!window.turn").await;
    for (width, height) in [(1280, 720), (720, 1280), (1280, 720)] {
        browser.screen(width / 2, height / 2).await;
        browser.evaluate(&format!("turn({width}, {height})")).await;
        let fits =
            format!("document.querySelector('.outlines').getAttribute('viewBox') === '0 0 {width} {height}'");
        browser.hold(&fits).await;
        let (middle, high) = (f64::from(width) / 4.0, f64::from(height) / 4.0);
        let lies = format!(
            "(box => box && Math.abs(box[0] - {middle}) < 3 && Math.abs(box[1] - {high}) < 3 && Math.abs(box[2] - 100) < 8)({OUTLINE})"
        );
        browser.hold(&lies).await;
        // The frame turns as green as the outline, for those who neither hear nor feel that a code was read.
        let green = "getComputedStyle(document.querySelector('.frame'), '::before').borderTopColor
            === getComputedStyle(document.querySelector('.outlines polygon')).stroke";
        browser.hold(green).await;
    }
    browser.quit().await;
}

#[tokio::test]
async fn frames_are_read_in_the_pixels_of_the_camera() {
    let site = Site::start();
    let listen = "const post = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (message, ...rest) {
            const { width, height } = message.bitmap ?? message;
            if (width) { window.read = [width, height] }
            return post.call(this, message, ...rest);
        };";
    let browser = with("pixels", listen, &site).await;
    browser.screen(360, 740).await;
    browser.press("Quét mã").await;
    browser.hold("window.read").await;
    assert_eq!(browser.evaluate("return window.read").await, json!([1280, 720]));
    browser.quit().await;
}

#[tokio::test]
async fn in_the_dark_the_light_is_offered() {
    let site = Site::start();
    let night = Picture::plain(1280, 720, 10);
    let browser = Browser::with(Camera::Film(&film("night", &night)), "vi").await;
    browser.prepare(PHONE).await;
    browser.open(&site.url("/")).await;
    browser.press("Quét mã").await;
    browser.read(".viewfinder .hint", "Thêm ánh sáng").await;
    browser.press("Bật đèn").await;
    browser.see("button[aria-label='Đèn'][aria-pressed=true]").await;
    browser.hold("!document.querySelector('.advice .offer')").await;
    browser.quit().await;
}

#[tokio::test]
async fn the_scanner_is_told_the_products_of_the_market() {
    let site = Site::start();
    let empty = Picture::plain(320, 240, 200);
    let browser = Browser::with(Camera::Film(&film("told", &empty)), "vi").await;
    let listen = "const post = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (message, ...rest) {
            if (message.kind === 'catalogue') { window.told = [...message.gtins]; }
            return post.call(this, message, ...rest);
        };";
    browser.prepare(listen).await;
    browser.open(&site.url("/")).await;
    browser.press("Quét mã").await;
    browser.hold("window.told").await;
    browser
        .hold("told.includes(9528060010018) && told.every((gtin, at) => at === 0 || told[at - 1] < gtin)")
        .await;
    browser.quit().await;
}

/// What lies over the edge, and the buttons that are too small for a thumb.
pub const OUTSIDE: &str =
    "return [...document.querySelectorAll('dialog button, dialog input, dialog .hint')]
    .map(part => [part.textContent || part.ariaLabel, part.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.left < 0 || box.right > innerWidth || box.top < 0 || box.bottom > innerHeight))
    .map(([text]) => text)";
pub const SMALL: &str = "return [...document.querySelectorAll('dialog button')]
    .map(part => [part.textContent || part.ariaLabel, part.getBoundingClientRect()])
    .filter(([, box]) => box.width < 48 || box.height < 48).map(([text]) => text)";

#[tokio::test]
async fn the_viewfinder_fits_every_screen() {
    let site = Site::start();
    let views = [
        ("hint", Picture::plain(1280, 720, 10), ".advice .offer"),
        ("choice", two_products(), ".choice .button:nth-of-type(2)"),
    ];
    for (name, picture, ready) in views {
        let browser = Browser::with(Camera::Film(&film(&format!("look-{name}"), &picture)), "vi").await;
        browser.prepare(PHONE).await;
        for (language, scan) in [("vi", "Quét mã"), ("en", "Scan")] {
            browser.open(&site.url("/")).await;
            browser.speak(language).await;
            browser.press(scan).await;
            browser.see(ready).await;
            look(
                &browser,
                &format!("viewfinder-{name}"),
                language,
                &[OUTSIDE, SMALL],
            )
            .await;
            browser
                .press(if language == "vi" { "Đóng" } else { "Close" })
                .await;
        }
        browser.quit().await;
    }
}
