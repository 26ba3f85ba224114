//! The organiser's tables: checked in the browser, shown where they are wrong, told as journeys, and sent nowhere.

use crate::axe::{axe, violations};
use crate::driver::{Browser, scratch};
use crate::looks::look;
use crate::site::Site;
use cho_phien::publish::example;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use thirtyfour::prelude::*;

#[path = "../../examples/large_market.rs"]
#[allow(dead_code)] // OK because its `main` runs as an example only.
mod large_market;

/// Notes everything that a page may send, beside asking for files of its own site.
const WATCH: &str = "window.sent = [];
    const ask = window.fetch;
    window.fetch = (what, how) => {
        const request = new Request(what, how);
        if (request.method !== 'GET') window.sent.push(`${request.method} ${request.url}`);
        return ask(what, how);
    };
    for (const [owner, name] of [[XMLHttpRequest.prototype, 'send'], [Navigator.prototype, 'sendBeacon']])
        owner[name] = () => { window.sent.push(name); };
    for (const name of ['WebSocket', 'EventSource', 'RTCPeerConnection'])
        window[name] = class { constructor() { window.sent.push(name); } };";

/// What was asked for since the page was drawn that lies on another site, or tells this one something of the tables: a query, or a
/// file of the API other than the fair's, which is the same for all.
const ASKED: &str = "return performance.getEntriesByType('resource').slice(window.before)
    .map(entry => new URL(entry.name)).filter(url => url.protocol !== 'blob:')
    .filter(url => url.origin !== location.origin || url.search
        || url.pathname.startsWith('/api/') && url.pathname !== '/api/market.json')
    .map(url => url.href)";

/// Writes tables into a folder of this test, the sample market's where they are not changed.
fn tables(name: &str, changes: &[(&str, &str, &str)]) -> Vec<PathBuf> {
    let folder = scratch().join("tables").join(name);
    std::fs::create_dir_all(&folder).unwrap();
    let mut files: BTreeMap<String, String> = example();
    for (file, from, to) in changes {
        let text = files.get_mut(*file).unwrap();
        assert!(text.contains(from), "{file}: {from}");
        *text = text.replacen(from, to, 1);
    }
    let paths = files.iter().map(|(name, text)| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path
    });
    paths.collect()
}

/// Chooses files as an organiser does.
async fn give(browser: &Browser, files: &[PathBuf]) {
    browser.see("main .acts").await;
    let input = browser.page.find(By::Css("#table-files")).await.unwrap();
    let paths: Vec<String> = files.iter().map(|path| path.display().to_string()).collect();
    input.send_keys(paths.join("\n")).await.unwrap();
}

const SOUND: &str = "Các bảng không có lỗi. 24 sản phẩm · 30 lô";

#[tokio::test]
async fn sound_tables_become_a_journey_and_nothing_is_sent() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.prepare(WATCH).await;
    browser.open(&site.url("/publish")).await;
    browser.see("main .acts").await;
    browser.read("main", "Không tệp nào được gửi đi").await;
    browser
        .evaluate("window.before = performance.getEntriesByType('resource').length")
        .await;
    give(&browser, &tables("sound", &[])).await;
    browser.read(".notice", SOUND).await;
    browser.read(".journey h2", "Chè xanh Shan cổ thụ").await;
    browser.see(".journey .verdict[data-verdict=ok]").await;
    browser.see(".journey ol.thread").await;
    browser.see(".journey .chart-frame svg").await;
    browser.read(".warned li", "thit-trau-gac-bep/TT261012").await;
    let search = browser.see(".publish input[type=search]").await;
    search.send_keys("ca hoi ch261108").await.unwrap();
    browser
        .hold("document.querySelectorAll('.publish .chips > .chip').length === 1")
        .await;
    browser
        .evaluate("document.querySelector('.publish .chips > .chip').click()")
        .await;
    browser.see(".journey .verdict[data-verdict=warn]").await;
    assert_eq!(browser.evaluate("return window.sent").await, json!([]));
    assert_eq!(
        browser.evaluate(ASKED).await,
        json!([]),
        "nothing that is asked for tells of the tables"
    );
    browser.quit().await;
}

#[tokio::test]
async fn a_fault_stands_in_its_cell_in_both_languages_until_it_is_put_right() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/publish")).await;
    let broken = [
        ("products.csv", ",100,gam,120000", ",100,gam,rẻ"),
        ("events.csv", ",thu hoạch,p01-f2,", ",bay lên,p01-f2,"),
    ];
    give(&browser, &tables("broken", &broken)).await;
    browser.read(".notice", "2 lỗi phải sửa").await;
    let cell = browser.read(".cut td[data-kind=stop]", "rẻ").await;
    assert!(cell.contains("không phải số nguyên không âm"), "{cell}");
    let cell = browser.read(".cut td[data-kind=stop]", "bay lên").await;
    assert!(cell.contains("chỉ nhận: thu hoạch"), "{cell}");
    let column =
        "const cell = document.querySelector('.cut[aria-label=\"products.csv\"] td[data-kind=stop]');
        return cell.closest('table').querySelectorAll('thead th')[cell.cellIndex].innerText";
    assert_eq!(browser.evaluate(column).await, json!("J giá"));
    let rows = "return [...document.querySelectorAll('.cut[aria-label=\"events.csv\"] tbody th')].map(row => row.innerText)";
    assert_eq!(
        browser.evaluate(rows).await,
        json!(["2", "3", "4"]),
        "the faulty row and its neighbours"
    );
    browser.hold("!document.querySelector('.journey')").await;
    browser.speak("en").await;
    browser.read(".notice", "2 faults to put right").await;
    let cell = browser.read(".cut td[data-kind=stop]", "rẻ").await;
    assert!(cell.contains("is no whole number"), "{cell}");
    give(&browser, &tables("mended", &[])).await;
    browser.read(".notice", "The tables have no fault.").await;
    browser.hold("!document.querySelector('.cut')").await;
    browser.see(".journey ol.thread").await;
    browser.press("Put all away").await;
    browser.hold("!document.querySelector('.journey, .given')").await;
    browser.quit().await;
}

#[tokio::test]
async fn dropped_tables_are_told_apart_from_photos_and_other_files() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/publish")).await;
    browser.see("main .acts").await;
    let drop = "const data = new DataTransfer();
        for (const [name, text] of arguments[0]) data.items.add(new File([text], name));
        for (const name of ['dragover', 'drop'])
            document.querySelector('main').dispatchEvent(new DragEvent(name, { dataTransfer: data, cancelable: true, bubbles: true }));";
    let files = json!([
        ["lots.csv", "sản phẩm;lô\ntra;S 1\n"],
        ["anh.jpg", "x"],
        ["bang.xlsx", "x"]
    ]);
    browser.page.execute(drop, vec![files]).await.unwrap();
    browser.read(".refused", "bang.xlsx: không dùng").await;
    for name in ["market.json", "producers.csv", "events.csv"] {
        browser
            .read(".said-list", &format!("{name}: Không có tệp này."))
            .await;
    }
    assert_eq!(
        browser
            .evaluate("return document.querySelectorAll('.refused li, .sheet-dialog').length")
            .await,
        json!(1)
    );
    browser.quit().await;
}

#[tokio::test]
async fn the_checked_tables_are_given_back_in_utf_8() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser
        .prepare(
            "URL.createObjectURL = (blob) => { blob.arrayBuffer().then((bytes) => { window.saved = [...new Uint8Array(bytes)]; }); return 'blob:none'; };
             HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };",
        )
        .await;
    browser.open(&site.url("/publish")).await;
    give(
        &browser,
        &tables("given-back", &[("lots.csv", "23/09/2026", "2026-09-23")]),
    )
    .await;
    browser.read(".notice", SOUND).await;
    browser.press("Lưu lots.csv").await;
    browser
        .hold("window.saved && window.savedAs === 'lots.csv'")
        .await;
    let bytes = browser.evaluate("return window.saved").await;
    let bytes: Vec<u8> = serde_json::from_value(bytes).unwrap();
    assert_eq!(String::from_utf8(bytes).unwrap(), example()["lots.csv"]);
    browser.quit().await;
}

#[tokio::test]
async fn a_page_draws_on_while_ten_thousand_rows_are_checked() {
    let folder = scratch().join("tables").join("large");
    large_market::write_tables(&folder, 1000);
    let events = folder.join("events.csv");
    let text = std::fs::read_to_string(&events).unwrap();
    assert_eq!(text.lines().count(), 10_001);
    let late = text.replacen("L700,", "L7000,", 1);
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/publish")).await;
    browser.see("main .acts").await;
    browser
        .evaluate(
            "window.seen = new Set(); window.long = [];
            new PerformanceObserver(list => list.getEntries().forEach(task => long.push(Math.round(task.duration)))).observe({ type: 'longtask' });
            const look = () => { const bar = document.querySelector('progress'); if (bar) seen.add(bar.value); requestAnimationFrame(look); };
            look()",
        )
        .await;
    give(&browser, &files(&folder)).await;
    browser.read(".notice", "1.000 sản phẩm · 1.000 lô").await;
    let seen = browser.evaluate("return seen.size").await;
    assert!(seen.as_u64().unwrap() > 10, "the bar was seen at {seen} places");
    eprintln!("long tasks in ms: {}", browser.evaluate("return long").await);
    std::fs::write(&events, late).unwrap();
    give(&browser, &files(&folder)).await;
    browser.read(".cut td[data-kind=stop]", "L7000").await;
    browser.read(".cut tbody th[scope=row]", "7002").await;
    let rows = browser
        .evaluate("return document.querySelectorAll('.cut tbody th').length")
        .await;
    assert_eq!(rows, json!(3), "of ten thousand rows");
    browser.quit().await;
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}

#[tokio::test]
async fn the_desk_fits_every_screen_and_axe_finds_nothing() {
    let site = Site::start();
    let browser = Browser::start().await;
    let broken = [
        ("products.csv", "9 528060 010018", "9528060010019"),
        ("products.csv", "GTIN", "GTIN,mầu"),
        ("events.csv", ",thu hoạch,p01-f2,", ",bay lên,p01-f2,"),
    ];
    let states = [
        (
            "desk-sound",
            tables("look-sound", &[]),
            ".journey .chart-frame svg",
        ),
        ("desk-broken", tables("look-broken", &broken), ".cut"),
    ];
    let axe = axe();
    for language in ["vi", "en"] {
        browser.open(&site.url("/publish")).await;
        browser.speak(language).await;
        for (name, files, ready) in &states {
            give(&browser, files).await;
            browser.see(ready).await;
            let over =
                "return document.documentElement.scrollWidth > innerWidth ? ['runs over the edge'] : []";
            look(&browser, name, language, &[over]).await;
            for theme in ["light", "dark"] {
                let features = json!({"features": [{"name": "prefers-color-scheme", "value": theme}, {"name": "prefers-reduced-motion", "value": "reduce"}]});
                browser.command("Emulation.setEmulatedMedia", features).await;
                let found = violations(&browser, &axe).await;
                assert_eq!(found, [""; 0], "{name} {language} {theme}");
            }
        }
    }
    browser.quit().await;
}
