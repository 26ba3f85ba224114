//! The map of a journey and the chart of its sensors, drawn without a network.

use crate::driver::Browser;
use crate::site::Site;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

const TEA: &str = "/01/09528060010018/10/S260918";
const FISH_THAWED: &str = "/01/09528060060013/10/CH261108";

/// What a script returns as text.
async fn text(browser: &Browser, script: &str) -> String {
    let value = browser.evaluate(script).await;
    value.as_str().unwrap_or_default().to_owned()
}

/// The part of the chart that is in view.
async fn shown(browser: &Browser) -> String {
    text(
        browser,
        "return document.querySelector('.chart-frame .chart-land').getAttribute('viewBox')",
    )
    .await
}

/// Both archipelagos stand in the small map, whatever the large one shows, and lie within its edges.
async fn see_islands(browser: &Browser) {
    browser
        .hold("['Hoàng Sa', 'Trường Sa'].every((name) => document.querySelector('.chart-inset').textContent.includes(name))")
        .await;
    browser
        .hold(
            "(() => { const map = document.querySelector('.chart-inset'); const edge = map.getBoundingClientRect(); \
             return map.querySelector('.islands').getAttribute('d').split('M').length === 21 \
             && [...map.querySelectorAll('text, .islands')].every((part) => { const box = part.getBoundingClientRect(); \
             return box.width > 3 && box.left >= edge.left && box.right <= edge.right && box.top >= edge.top && box.bottom <= edge.bottom; }); })()",
        )
        .await;
}

#[tokio::test]
async fn the_map_names_both_archipelagos_in_every_view() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url(TEA)).await;
    for (language, country, closer, names) in [
        (
            "vi",
            "Cả nước",
            "Phóng to",
            ["Quần đảo Hoàng Sa", "Quần đảo Trường Sa"],
        ),
        (
            "en",
            "Whole country",
            "Zoom in",
            ["Hoàng Sa archipelago", "Trường Sa archipelago"],
        ),
    ] {
        browser.speak(language).await;
        browser.see(".chart-frame svg").await;
        see_islands(&browser).await;
        browser.press(country).await;
        for name in names {
            browser.read(".chart-frame text.islands", name).await;
        }
        see_islands(&browser).await;
        browser.press(closer).await;
        see_islands(&browser).await;
    }
    browser.quit().await;
}

#[tokio::test]
async fn keys_zoom_and_move_the_map() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url(TEA)).await;
    let map = browser.see(".chart-frame").await;
    map.scroll_into_view().await.unwrap();
    map.focus().await.unwrap();
    let home = shown(&browser).await;
    let mut seen = vec![home.clone()];
    for key in ["+", "-", "-"] {
        map.send_keys(key).await.unwrap();
        seen.push(shown(&browser).await);
    }
    map.send_keys(Key::Left + "").await.unwrap();
    seen.push(shown(&browser).await);
    for pair in seen.windows(2) {
        assert_ne!(pair[0], pair[1], "{seen:?}");
    }
    map.send_keys("0").await.unwrap();
    assert_eq!(shown(&browser).await, home);
    browser.quit().await;
}

#[tokio::test]
async fn fingers_move_and_zoom_the_map() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url(TEA)).await;
    browser
        .see(".chart-frame")
        .await
        .scroll_into_view()
        .await
        .unwrap();
    browser.see(".chart-frame text.pin").await;
    // How wide the part of the chart in view is, and where it begins.
    let view = async || {
        let shown = shown(&browser).await;
        let numbers: Vec<f64> = shown.split(' ').map(|number| number.parse().unwrap()).collect();
        (numbers[0], numbers[2])
    };
    let touch = async |kind: &str, finger: u32, x: u32, y: u32| {
        let script = format!(
            "const frame = document.querySelector('.chart-frame'); const edge = frame.getBoundingClientRect();
             (document.elementFromPoint(edge.left + {x}, edge.top + {y}) ?? frame).dispatchEvent(new PointerEvent('{kind}', {{ bubbles: true,
             pointerId: {finger}, buttons: 1, clientX: edge.left + {x}, clientY: edge.top + {y} }}))"
        );
        browser.evaluate(&script).await;
    };
    let (left, width) = view().await;
    touch("pointerdown", 1, 100, 100).await;
    touch("pointermove", 1, 60, 100).await;
    let (moved, same) = view().await;
    assert!(moved > left && same == width, "{left} {moved}");
    touch("pointerdown", 2, 160, 100).await;
    touch("pointermove", 2, 210, 100).await;
    let (_, closer) = view().await;
    assert!((1.45..1.55).contains(&(width / closer)), "{width} {closer}");
    touch("pointermove", 1, 110, 100).await;
    let (_, farther) = view().await;
    assert!((0.98..1.02).contains(&(width / farther)), "{width} {farther}");
    browser.quit().await;
}

#[tokio::test]
async fn the_stops_of_the_map_are_those_of_the_timeline() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url(TEA)).await;
    browser.see(".chart-frame text.pin").await;
    browser.follow(".chart-stops > summary").await;
    browser.see(".chart-stops li").await;
    let titles =
        "[...document.querySelectorAll('ol.thread > li:not(.you) b')].map((title) => title.textContent)";
    let stops =
        "[...document.querySelectorAll('.chart-stops li')].map((stop) => stop.textContent.split(' · ')[0])";
    let numbers = "[...document.querySelectorAll('.chart-stops li')].map((stop) => stop.value)";
    let timeline = browser.evaluate(&format!("return {titles}")).await;
    assert_eq!(browser.evaluate(&format!("return {stops}")).await, timeline);
    let count = timeline.as_array().unwrap().len();
    assert!(count > 8, "{timeline}");
    let counted: Vec<Value> = (1..=count).map(Value::from).collect();
    assert_eq!(
        browser.evaluate(&format!("return {numbers}")).await,
        Value::Array(counted)
    );
    // Pins stand for stops of the timeline, all of them together for all, from the first to the last.
    let pins = "[...document.querySelectorAll('text.pin')].map((pin) => pin.textContent).join(' ')";
    let pins = text(&browser, &format!("return {pins}")).await;
    let mut on_pins: Vec<usize> = pins
        .split(|letter: char| !letter.is_ascii_digit())
        .filter_map(|number| number.parse().ok())
        .collect();
    on_pins.sort_unstable();
    assert_eq!(
        (on_pins.first(), on_pins.last()),
        (Some(&1), Some(&count)),
        "{pins}"
    );
    browser.quit().await;
}

#[tokio::test]
async fn the_map_asks_nobody_else() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url(TEA)).await;
    browser.see(".chart-frame text.pin").await;
    browser
        .hold(
            "performance.getEntriesByType('resource').every((file) => file.name.startsWith(location.origin))",
        )
        .await;
    browser.quit().await;
}

#[tokio::test]
async fn a_place_has_a_map() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/414/9528060901002")).await;
    // Held, not seen: a dot is a line without length, which the driver takes for hidden.
    browser
        .hold("document.querySelector('.chart-frame path.hole') !== null")
        .await;
    see_islands(&browser).await;
    browser.quit().await;
}

#[tokio::test]
async fn a_broken_cold_chain_is_drawn_and_told_in_hours() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url(FISH_THAWED)).await;
    // Held, not read: a step that is not on the screen is not drawn, and the driver sees no text in it.
    browser
        .hold("document.querySelector('.sensor-chart figcaption')?.textContent.includes('3\u{a0}giờ 30\u{a0}phút')")
        .await;
    let outside = "document.querySelectorAll('.sensor-chart .outside').length";
    browser.hold(&format!("{outside} === 7")).await;
    browser.follow(".sensor-chart summary").await;
    browser.see(".sensor-chart td").await;
    browser
        .hold("document.querySelectorAll('.sensor-chart td[data-kind=warn]').length === 7")
        .await;
    // Who states the range stands under the readings.
    browser
        .read(
            ".sensor-chart details .source",
            "Mức bảo quản lấy từ thông tin sản phẩm",
        )
        .await;
    browser.read(".sensor-chart details .source", "Theo").await;
    browser.speak("en").await;
    browser
        .hold("document.querySelector('.sensor-chart figcaption')?.textContent.includes('3\u{a0}h 30\u{a0}min')")
        .await;
    browser.quit().await;
}

#[tokio::test]
async fn map_and_chart_run_over_no_edge() {
    let folder = crate::driver::scratch().join("looks");
    std::fs::create_dir_all(&folder).unwrap();
    let site = Site::start();
    let browser = Browser::start().await;
    for (language, theme) in [("vi", "light"), ("en", "light"), ("vi", "dark"), ("en", "dark")] {
        let wish = json!({"features": [{"name": "prefers-color-scheme", "value": theme}]});
        browser.command("Emulation.setEmulatedMedia", wish).await;
        for (name, path, part) in [
            ("map", TEA, "section.chart"),
            ("map-fish", FISH_THAWED, "section.chart"),
            ("sensor", FISH_THAWED, ".sensor-chart"),
        ] {
            browser.open(&site.url(path)).await;
            browser.speak(language).await;
            for (width, height) in [(360, 740), (768, 1024), (1280, 800)] {
                browser.screen(width, height).await;
                let drawn = browser.see(part).await;
                browser.see(".chart-frame text.pin").await;
                let over = "return document.documentElement.scrollWidth - innerWidth";
                assert_eq!(browser.evaluate(over).await, 0, "{name} at {width}, {language}");
                let file = folder.join(format!("{name}-{width}-{theme}-{language}.png"));
                drawn.screenshot(&file).await.unwrap();
            }
        }
    }
    browser.quit().await;
}
