//! How long ten thousand products take in the browser, letter by letter: from the letter until the page is drawn anew.

use crate::driver::Browser;
use crate::site::{Answer, Site};
use serde_json::{Value, json};

/// What finding may take, in milliseconds: one frame of the screen.
const FRAME_MS: f64 = 16.0;

const PAGES: usize = 100;
const ON_A_PAGE: usize = 100;
const NAMES: [&str; 4] = [
    "Chè xanh Shan cổ thụ",
    "Gạo tẻ râu",
    "Mật ong hoa rừng",
    "Thịt trâu gác bếp",
];

fn page(number: usize) -> String {
    let product = |at: usize| {
        json!({
            "gtin": format!("0952{:010}", at * 7), "name": {"vi": format!("{} {at}", NAMES[at % 4]), "en": format!("Goods {at}")},
            "producer": "9528060010001", "producerName": {"vi": format!("Hợp tác xã số {}", at % 400)}, "commune": "Xã Tả Lèng",
            "category": "nong-san", "picture": "/pictures/leaf.svg", "season": [],
        })
    };
    let products: Vec<Value> = (0..ON_A_PAGE)
        .map(|at| product((number - 1) * ON_A_PAGE + at))
        .collect();
    json!({"page": number, "pages": PAGES, "products": products}).to_string()
}

#[tokio::test]
async fn ten_thousand_products_are_searched_as_one_types() {
    let pages: Vec<(String, String)> = (1..=PAGES)
        .map(|number| (format!("/api/catalogue/{number}.json"), page(number)))
        .collect();
    let answers: Vec<(&str, Answer)> = pages
        .iter()
        .map(|(path, text)| (path.as_str(), Answer::Json(text.clone())))
        .chain([("sw.js", Answer::Missing)])
        .collect();
    let site = Site::with(&answers);
    let browser = Browser::start().await;
    browser
        .prepare("window.long = []; new PerformanceObserver(list => window.long.push(...list.getEntries().map(entry => Math.round(entry.duration)))).observe({type: 'longtask'});")
        .await;
    browser.open(&site.url("/market")).await;
    browser.read("[role=status]", "10000").await;
    println!(
        "tasks of 50 ms and more until all was there: {}",
        browser.evaluate("return window.long").await
    );
    let script = "const done = arguments[0]; const field = document.querySelector('input[type=search]');
        const next = () => new Promise(then => { const channel = new MessageChannel(); channel.port1.onmessage = then; channel.port2.postMessage(0); });
        (async () => {
            const times = [];
            for (const text of ['c', 'ch', 'che', 'che s', 'che sh', 'che sha', 'che shan', 'gao te dau', '5321', '0952 321', 'mật omg']) {
                field.value = text;
                const start = performance.now();
                field.dispatchEvent(new Event('input', {bubbles: true}));
                const found = performance.now() - start;
                await next();
                times.push([found, performance.now() - start]);
            }
            done(times);
        })();";
    let times = browser.page.execute_async(script, Vec::new()).await.unwrap();
    let times: Vec<(f64, f64)> = times.convert().unwrap();
    println!("each text, milliseconds until it was found and drawn: {times:.1?}");
    let mut found: Vec<f64> = times.into_iter().map(|(found, _)| found).collect();
    found.sort_by(f64::total_cmp);
    // The middle one, because another program may take the processor in the middle of any of them.
    assert!(found[found.len() / 2] <= FRAME_MS, "{found:.1?}");
    browser.quit().await;
}
