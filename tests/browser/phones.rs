//! Cameras as phones have them: lamps that stay lit, streams that freeze, abilities that come late or never.

use crate::camera::film;
use crate::codes::{self, Picture};
use crate::driver::{Browser, Camera};
use crate::site::{Answer, Site};
use serde_json::json;

/// A phone's camera in front of the fake one: a lamp that cannot be switched off, zoom, focus, two lenses. It notes what is
/// asked of it: `asked` are the calls of getUserMedia, `wishes` the constraints applied later, `early` those of them before
/// the picture played, `streams` what it gave. Set before it, `labels` are other lenses, the first the browser's own choice;
/// `busy` are those that do not start, `widths` the pictures that are not as wide as was asked.
pub const PHONE: &str = "
    window.asked = []; window.wishes = []; window.early = []; window.streams = [];
    window.labels ??= { plain: 'Back Camera', triple: 'Back Triple Camera' };
    window.busy ??= []; window.widths ??= {};
    let plays = false;
    addEventListener('playing', () => { plays = true }, true);
    const devices = navigator.mediaDevices;
    const open = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async wish => {
        asked.push({ ...wish.video, live: streams.filter(stream => stream.active).length });
        const lens = wish.video.deviceId?.exact ?? wish.video.deviceId?.ideal ?? Object.keys(labels)[0];
        if (busy.includes(lens)) { throw new DOMException('in use', 'NotReadableError') }
        plays = false;
        const width = widths[lens];
        const size = width ? { width, height: width * 9 / 16 } : { width: wish.video.width, height: wish.video.height };
        const stream = await open({ video: size });
        streams.push(stream);
        const track = stream.getVideoTracks()[0];
        const settings = track.getSettings.bind(track);
        let torch = false;
        track.getSettings = () => ({ ...settings(), torch, deviceId: lens });
        track.getCapabilities = () => ({ torch: true, zoom: { min: 0.5, max: 8, step: 0.1 }, focusMode: ['continuous', 'single-shot'] });
        track.applyConstraints = async wish => {
            wishes.push(wish.advanced?.[0] ?? wish);
            if (!plays) { early.push(wish) }
            torch ||= Boolean(wish.advanced?.[0].torch);
        };
        Object.defineProperty(track, 'label', { value: labels[lens] });
        return stream;
    };
    devices.enumerateDevices = async () =>
        Object.entries(labels).map(([deviceId, label]) => ({ kind: 'videoinput', deviceId, label }));
    const supported = devices.getSupportedConstraints.bind(devices);
    devices.getSupportedConstraints = () => ({ ...supported(), pointsOfInterest: true });
";

/// A browser on the home page, with a script before it and a camera that shows nothing to read.
pub async fn with(name: &str, script: &str, site: &Site) -> Browser {
    let empty = Picture::plain(320, 240, 200);
    let browser = Browser::with(Camera::Film(&film(name, &empty)), "vi").await;
    browser.prepare(script).await;
    browser.open(&site.url("/")).await;
    browser
}

#[tokio::test]
async fn a_lamp_that_does_not_go_out_goes_out_with_its_stream() {
    let site = Site::start();
    let browser = with("lamp", PHONE, &site).await;
    browser.press("Quét mã").await;
    browser.press("Đèn").await;
    browser.see("button[aria-label='Đèn'][aria-pressed=true]").await;
    browser.evaluate("window.before = streams.length").await;
    browser.press("Đèn").await;
    browser
        .hold("streams.length === before + 1 && !streams[before - 1].active && streams[before].active")
        .await;
    browser.see("button[aria-label='Đèn'][aria-pressed=false]").await;
    browser.quit().await;
}

#[tokio::test]
async fn each_wish_is_asked_alone_and_after_the_picture_plays() {
    let site = Site::start();
    let browser = with("wishes", PHONE, &site).await;
    browser.press("Quét mã").await;
    browser.press("2×").await;
    browser
        .hold("wishes.some(wish => wish.zoom === 2) && wishes.some(wish => wish.focusMode === 'continuous')")
        .await;
    browser.see(".zoom button[aria-pressed=true]").await;
    assert_eq!(browser.evaluate("return early").await, json!([]));
    assert_eq!(
        browser
            .evaluate("return wishes.filter(wish => Object.keys(wish).length !== 1 && !wish.width)")
            .await,
        json!([])
    );
    let asked = browser
        .evaluate("return asked.map(wish => [wish.width.ideal, wish.height.ideal, wish.focusMode])")
        .await;
    assert_eq!(asked[0], json!([1280, 720, null]));
    browser.quit().await;
}

#[tokio::test]
async fn the_slider_reaches_all_that_the_camera_can_set() {
    let site = Site::start();
    let browser = with("zoom", PHONE, &site).await;
    browser.press("Quét mã").await;
    browser.see(".zoom input").await;
    let slider =
        "return (({ min, max, step, value, ariaValueText }) => [min, max, step, value, ariaValueText])
        (document.querySelector('.zoom input'))";
    assert_eq!(
        browser.evaluate(slider).await,
        json!(["50", "500", "10", "100", "1×"])
    );
    for (wanted, zoom, told) in [(50, "0.5", "0,5×"), (354, "3.5", "3,5×"), (9999, "5", "5×")] {
        let slide = format!(
            "const slider = document.querySelector('.zoom input'); slider.value = {wanted};
            slider.dispatchEvent(new Event('input', {{ bubbles: true }}))"
        );
        browser.evaluate(&slide).await;
        browser.hold(&format!("wishes.at(-1).zoom === {zoom}")).await;
        browser
            .hold(&format!(
                "document.querySelector('.zoom input').ariaValueText === '{told}'"
            ))
            .await;
    }
    browser.press("1×").await;
    browser.hold("wishes.at(-1).zoom === 1").await;
    browser.quit().await;
}

#[tokio::test]
async fn abilities_that_come_late_are_waited_for_and_without_any_codes_are_read() {
    let site = Site::start();
    let late = format!(
        "{PHONE} const later = devices.getUserMedia;
        devices.getUserMedia = async wish => {{
            const stream = await later(wish);
            const track = stream.getVideoTracks()[0];
            const known = track.getCapabilities;
            let times = 0;
            track.getCapabilities = () => times++ < 4 ? {{ width: {{ max: 1280 }} }} : known();
            return stream;
        }}"
    );
    let browser = with("late-abilities", &late, &site).await;
    browser.press("Quét mã").await;
    browser.see("button[aria-label='Đèn']").await;
    browser.see(".zoom input").await;
    browser.quit().await;
    let code = codes::ean_13("9528060010018");
    let browser = Browser::with(Camera::Film(&film("no-abilities", &code)), "vi").await;
    let none = "delete MediaStreamTrack.prototype.getCapabilities";
    browser.prepare(none).await;
    browser.open(&site.url("/")).await;
    browser.press("Quét mã").await;
    browser.arrive("/01/09528060010018").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_tap_focuses_where_it_lies() {
    let site = Site::start();
    let browser = with("focus", PHONE, &site).await;
    browser.press("Quét mã").await;
    browser.see("button[aria-label='Đèn']").await;
    let tap = "document.querySelector('video').dispatchEvent(new MouseEvent('click', { clientX: 180, clientY: 370, bubbles: true }))";
    browser.evaluate(tap).await;
    browser
        .hold("wishes.some(wish => wish.focusMode === 'single-shot')")
        .await;
    let point = browser
        .evaluate("const { x, y } = wishes.find(wish => wish.pointsOfInterest).pointsOfInterest[0]; return [Math.round(x * 100), Math.round(y * 100)]")
        .await;
    assert_eq!(point, json!([50, 50]));
    browser.see(".outlines .ring").await;
    browser.quit().await;
}

/// A host whose scanner reads nothing, quickly, and gives this hint.
pub fn with_scanner(script: &'static str) -> Site {
    Site::with(&[
        ("scanner_loader.js", Answer::ScriptOnce(script)),
        ("sw.js", Answer::Missing),
    ])
}

#[tokio::test]
async fn a_picture_that_shows_too_little_is_asked_for_larger_once() {
    let site = with_scanner("postMessage('ready'); onmessage = () => postMessage({ symbols: [], ms: 5 })");
    let clock = "window.skip = 0; const now = Date.now; Date.now = () => now() + skip;";
    let browser = with("larger", &format!("{PHONE}{clock}"), &site).await;
    browser.press("Quét mã").await;
    browser.see("button[aria-label='Đèn']").await;
    assert_eq!(
        browser.evaluate("return wishes.filter(wish => wish.width)").await,
        json!([])
    );
    browser.evaluate("window.skip = 7000").await;
    browser.hold("wishes.some(wish => wish.width)").await;
    browser.evaluate("window.skip = 20000").await;
    browser.press("2×").await;
    browser.hold("wishes.some(wish => wish.zoom)").await;
    let larger = browser.evaluate("return wishes.filter(wish => wish.width)").await;
    assert_eq!(
        larger,
        json!([{"width": {"ideal": 1920}, "height": {"ideal": 1080}}])
    );
    browser.quit().await;
}

/// A camera whose picture moves until `freeze` is set.
const MOVING: &str = "
    window.streams = [];
    navigator.mediaDevices.getUserMedia = async () => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
        const context = canvas.getContext('2d');
        let grey = 0;
        const draw = () => { if (!window.freeze) { context.fillStyle = `rgb(${grey = (grey + 1) % 200} 90 90)`; context.fillRect(0, 0, 640, 360); } };
        draw();
        setInterval(draw, 40);
        const stream = canvas.captureStream(25);
        streams.push(stream);
        return stream;
    };
";

#[tokio::test]
async fn a_frozen_stream_is_noticed_and_starts_again_on_a_tap() {
    let site = Site::start();
    let browser = with("frozen", MOVING, &site).await;
    browser.press("Quét mã").await;
    browser.read(".viewfinder .hint", "Đưa mã vạch").await;
    browser.evaluate("window.freeze = true").await;
    browser.read(".viewfinder .hint", "không lên hình").await;
    browser.hold("!streams[0].active").await;
    browser.evaluate("window.freeze = false").await;
    browser.press("Bật lại máy ảnh").await;
    browser.read(".viewfinder .hint", "Đưa mã vạch").await;
    browser
        .hold("streams[1].active && document.querySelector('video').srcObject === streams[1]")
        .await;
    browser.quit().await;
}

#[tokio::test]
async fn a_home_screen_app_without_a_picture_shows_the_way_to_safari() {
    let site = Site::start();
    let browser = Browser::start().await;
    let agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 16_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1";
    browser
        .command("Emulation.setUserAgentOverride", json!({"userAgent": agent}))
        .await;
    // A track whose picture never comes.
    let silent = "Object.defineProperty(navigator, 'standalone', { value: true });
        navigator.mediaDevices.getUserMedia = async () => {
            window.stream = document.createElement('canvas').captureStream(0);
            return stream;
        };";
    browser.prepare(silent).await;
    browser.open(&site.url("/market")).await;
    browser.press("Quét mã").await;
    browser.read(".viewfinder .hint", "không lên hình").await;
    browser.hold("!stream.active").await;
    let link = browser.see(".way-out a").await;
    let target = link.attr("href").await.unwrap().unwrap();
    assert_eq!(target, format!("x-safari-{}", site.url("/market")));
    browser.see(".viewfinder .acts .button").await;
    browser.quit().await;
}

#[tokio::test]
async fn the_video_plays_in_its_place_without_sound_and_is_never_hidden() {
    let site = Site::start();
    let browser = with("attributes", MOVING, &site).await;
    browser.press("Quét mã").await;
    browser.read(".viewfinder .hint", "Đưa mã vạch").await;
    let video = "return (video => [video.hasAttribute('playsinline'), video.hasAttribute('autoplay'), video.muted,
        getComputedStyle(video).display, getComputedStyle(video).visibility])(document.querySelector('video'))";
    let expect = json!([true, true, true, "block", "visible"]);
    assert_eq!(browser.evaluate(video).await, expect);
    // Nor when the camera rests.
    browser
        .evaluate("streams[0].getTracks()[0].dispatchEvent(new Event('mute'))")
        .await;
    browser.read(".viewfinder .hint", "tạm dừng").await;
    assert_eq!(browser.evaluate(video).await, expect);
    browser.quit().await;
}

#[tokio::test]
async fn a_muted_stream_starts_again_on_a_tap() {
    let site = Site::start();
    let browser = with("muted", MOVING, &site).await;
    browser.press("Quét mã").await;
    browser.read(".viewfinder .hint", "Đưa mã vạch").await;
    browser
        .evaluate("streams[0].getTracks()[0].dispatchEvent(new Event('mute'))")
        .await;
    browser.read(".viewfinder .hint", "tạm dừng").await;
    browser.press("Bật lại máy ảnh").await;
    browser
        .hold("streams.length === 2 && streams[1].active && !streams[0].active")
        .await;
    browser.quit().await;
}

#[tokio::test]
async fn a_hidden_page_lets_the_camera_go_and_takes_it_again_when_seen() {
    let site = Site::start();
    let browser = with("hidden", MOVING, &site).await;
    browser.press("Quét mã").await;
    browser.read(".viewfinder .hint", "Đưa mã vạch").await;
    let turn = |state: &str| {
        format!(
            "Object.defineProperty(document, 'visibilityState', {{ value: '{state}', configurable: true }});
            document.dispatchEvent(new Event('visibilitychange', {{ bubbles: true }}))"
        )
    };
    browser.evaluate(&turn("hidden")).await;
    browser.hold("!streams[0].active").await;
    browser.evaluate(&turn("visible")).await;
    browser.hold("streams.length === 2 && streams[1].active").await;
    browser.read(".viewfinder .hint", "Đưa mã vạch").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_camera_that_opens_after_the_viewfinder_was_closed_is_let_go() {
    let site = Site::start();
    let late = format!(
        "{MOVING} const now = navigator.mediaDevices.getUserMedia;
        window.waiting = [];
        navigator.mediaDevices.getUserMedia = wish => new Promise(give => waiting.push(async () => give(await now(wish))));"
    );
    let browser = with("late", &late, &site).await;
    for _ in 0..2 {
        browser.press("Quét mã").await;
        browser.see(".viewfinder video").await;
        browser.press("Đóng").await;
        browser.hold("!document.querySelector('video')").await;
    }
    browser.press("Quét mã").await;
    browser.hold("waiting.length === 3").await;
    // The last comes first.
    browser
        .evaluate("waiting.reverse().forEach(open => open())")
        .await;
    browser
        .hold("streams.length === 3 && streams.filter(stream => stream.active).length === 1")
        .await;
    browser
        .hold("document.querySelector('video').srcObject.active")
        .await;
    browser.press("Đóng").await;
    browser.hold("streams.every(stream => !stream.active)").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_camera_that_nobody_uses_is_switched_off() {
    let site = Site::start();
    let clock = format!(
        "{MOVING} const later = window.setTimeout;
        window.setTimeout = (call, ms, ...rest) => ms === 90000 ? (window.idle = call, 0) : later(call, ms, ...rest);"
    );
    let browser = with("idle", &clock, &site).await;
    browser.press("Quét mã").await;
    browser.read(".viewfinder .hint", "Đưa mã vạch").await;
    browser.evaluate("idle()").await;
    browser.read(".viewfinder .hint", "đỡ tốn pin").await;
    browser.hold("!streams[0].active").await;
    browser.press("Bật lại máy ảnh").await;
    browser.hold("streams.length === 2 && streams[1].active").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_browser_inside_an_app_shows_the_way_out() {
    let site = Site::start();
    let browser = Browser::start().await;
    let agent = "Mozilla/5.0 (Linux; Android 13; SM-A135F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36 Zalo android/23100501";
    browser
        .command("Emulation.setUserAgentOverride", json!({"userAgent": agent}))
        .await;
    browser.prepare("delete Navigator.prototype.mediaDevices").await;
    browser.open(&site.url("/market")).await;
    browser.read("h1", "").await;
    browser.press("Quét mã").await;
    browser.read(".viewfinder .way-out", "bên trong Zalo").await;
    let link = browser.see(".way-out a").await;
    assert_eq!(link.text().await.unwrap(), "Mở bằng trình duyệt");
    let target = link.attr("href").await.unwrap().unwrap();
    let start = format!(
        "intent://{}#Intent;scheme=http;",
        site.url("/market").trim_start_matches("http://")
    );
    assert!(target.starts_with(&start), "{target}");
    let copied = "navigator.clipboard.writeText = async text => { window.copied = text }";
    browser.evaluate(copied).await;
    browser.press("Chép liên kết").await;
    browser.read(".way-out [role=status]", "Đã chép").await;
    assert_eq!(
        browser.evaluate("return copied").await,
        json!(site.url("/market"))
    );
    browser.press("Nhập mã").await;
    browser.see("#code-field").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_full_storage_does_not_break_the_start() {
    let site = Site::start();
    let code = codes::ean_13("9528060010018");
    let browser = Browser::with(Camera::Film(&film("full-storage", &code)), "vi").await;
    let full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };
        Storage.prototype.getItem = () => { throw new DOMException('no', 'SecurityError') };";
    browser.prepare(full).await;
    browser.open(&site.url("/")).await;
    browser.press("Quét mã").await;
    browser.arrive("/01/09528060010018").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_read_code_sounds_and_buzzes() {
    let site = Site::start();
    let code = codes::ean_13("9528060010018");
    let browser = Browser::with(Camera::Film(&film("sound", &code)), "vi").await;
    let listen = "window.told = []; navigator.vibrate = ms => told.push(ms);
        const start = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (...rest) { told.push(this.context.state); return start.apply(this, rest) };";
    browser.prepare(listen).await;
    browser.open(&site.url("/")).await;
    browser.press("Quét mã").await;
    browser.arrive("/01/09528060010018").await;
    assert_eq!(browser.evaluate("return told").await, json!([40, "running"]));
    browser.quit().await;
}
