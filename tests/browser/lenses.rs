//! Phones with several lenses: which one is opened, which one instead, and which one is remembered.

use crate::camera::film;
use crate::codes;
use crate::driver::{Browser, Camera};
use crate::phones::{PHONE, with, with_scanner};
use crate::site::Site;
use serde_json::json;

#[tokio::test]
async fn the_lens_that_takes_turns_is_opened_and_the_one_that_decoded_is_remembered() {
    let site = Site::start();
    let code = codes::ean_13("9528060010018");
    let browser = Browser::with(Camera::Film(&film("lens", &code)), "vi").await;
    browser.prepare(PHONE).await;
    browser.open(&site.url("/")).await;
    browser.see("button.cta").await;
    // Nobody is asked for the camera before a tap.
    assert_eq!(browser.evaluate("return asked").await, json!([]));
    browser.press("Quét mã").await;
    browser.arrive("/01/09528060010018").await;
    let asked = "return asked.map(wish => [wish.facingMode?.ideal ?? null, wish.deviceId?.exact ?? wish.deviceId?.ideal ?? null, wish.live])";
    assert_eq!(
        browser.evaluate(asked).await,
        json!([["environment", null, 0], [null, "triple", 0]])
    );
    let kept = browser
        .evaluate("return localStorage.getItem('cho-phien:lens')")
        .await;
    assert_eq!(kept, json!("triple\nBack Triple Camera"));
    browser.open(&site.url("/")).await;
    browser.press("Quét mã").await;
    browser.arrive("/01/09528060010018").await;
    assert_eq!(
        browser.evaluate(asked).await,
        json!([["environment", "triple", 0]])
    );
    browser.quit().await;
}

#[tokio::test]
async fn the_next_lens_is_a_tap_away() {
    let site = Site::start();
    let browser = with("next-lens", PHONE, &site).await;
    browser.press("Quét mã").await;
    browser.press("Đổi ống kính").await;
    browser
        .hold(
            "asked.at(-1).deviceId.exact === 'plain' && streams.filter(stream => stream.active).length === 1",
        )
        .await;
    browser.see("button[aria-label='Đổi ống kính']").await;
    browser.quit().await;
}

#[tokio::test]
async fn too_near_for_the_lens_another_one_is_offered() {
    let site = with_scanner(
        "postMessage('ready'); onmessage = () => postMessage({ symbols: [], hint: 'farther', ms: 5 })",
    );
    let browser = with("near", PHONE, &site).await;
    browser.press("Quét mã").await;
    browser.read(".viewfinder .hint", "Lùi ra").await;
    browser.read(".advice .offer", "Đổi ống kính").await;
    browser.see(".advice .offer").await.click().await.unwrap();
    browser.hold("asked.at(-1).deviceId.exact === 'plain'").await;
    browser.quit().await;
}

/// Two lenses of an Android phone that look away, and one that looks at the shopper.
const ANDROID: &str = "window.labels = { main: 'camera2 0, facing back', selfie: 'camera2 1, facing front', side: 'camera2 2, facing back' };";

#[tokio::test]
async fn of_lenses_alike_a_blurred_one_gives_way_and_the_one_that_decodes_is_remembered() {
    // Only the picture of the other lens is 640 pixels wide, and only that can be read.
    let site = with_scanner(
        "postMessage('ready');
        const tea = { text: '9528060010018', format: 'ean13', identifier: ']E0', corners: [9, 9, 90, 9, 90, 60, 9, 60] };
        onmessage = ({ data }) => (data.width ?? data.bitmap?.width) === 640
            ? postMessage({ symbols: [tea], ms: 5 })
            : postMessage({ symbols: [], hint: 'farther', ms: 5 })",
    );
    let clock = "window.skip = 0; const now = Date.now; Date.now = () => now() + skip; window.widths = { side: 640 };";
    let browser = with("alike", &format!("{ANDROID}{clock}{PHONE}"), &site).await;
    browser.press("Quét mã").await;
    browser.read(".viewfinder .hint", "Lùi ra").await;
    browser.see("button[aria-label='Đèn']").await;
    browser.evaluate("window.skip = 4000").await;
    browser.arrive("/01/09528060010018").await;
    let asked =
        "return asked.map(wish => [wish.facingMode?.ideal ?? null, wish.deviceId?.exact ?? null, wish.live])";
    assert_eq!(
        browser.evaluate(asked).await,
        json!([["environment", null, 0], [null, "side", 0]])
    );
    let kept = browser
        .evaluate("return localStorage.getItem('cho-phien:lens')")
        .await;
    assert_eq!(kept, json!("side\ncamera2 2, facing back"));
    browser.quit().await;
}

#[tokio::test]
async fn a_busy_lens_gives_way_to_another_one_that_looks_away() {
    let site = Site::start();
    let browser = with("busy", &format!("{ANDROID}{PHONE}"), &site).await;
    browser.press("Quét mã").await;
    browser.see("button[aria-label='Đèn']").await;
    // Another app takes the open lens.
    let taken = "window.busy = ['main']; streams.at(-1).getTracks()[0].dispatchEvent(new Event('mute'))";
    browser.evaluate(taken).await;
    browser.press("Bật lại máy ảnh").await;
    let side = "asked.at(-1).deviceId.exact === 'side' && streams.at(-1).active";
    browser.hold(side).await;
    browser.read(".viewfinder .hint", "Đưa mã vạch").await;
    browser.press("Đóng").await;
    // Nor does a first opening end with the lens that the browser would choose.
    browser.evaluate("asked.length = 0").await;
    browser.press("Quét mã").await;
    browser.hold(side).await;
    browser.read(".viewfinder .hint", "Đưa mã vạch").await;
    browser.quit().await;
}

#[tokio::test]
async fn where_every_lens_is_busy_that_is_told_and_another_try_opens_one() {
    let site = Site::start();
    let script = format!("{ANDROID} window.busy = ['main', 'side'];{PHONE}");
    let browser = with("all-busy", &script, &site).await;
    browser.press("Quét mã").await;
    browser.read(".viewfinder .hint", "Ứng dụng khác đang dùng").await;
    browser.evaluate("window.busy = ['main']").await;
    browser.press("Thử lại").await;
    browser.read(".viewfinder .hint", "Đưa mã vạch").await;
    browser.quit().await;
}
