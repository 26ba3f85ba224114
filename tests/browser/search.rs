//! How long ten thousand products take in the browser, letter by letter: from the letter until the page is drawn anew.

use crate::driver::Browser;
use crate::site::{Answer, Site};
use serde_json::{Value, json};

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
#[ignore = "prints how long it takes, for docs/measurements.md"]
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
                const handled = performance.now() - start;
                await next();
                times.push(`${text}: ${handled.toFixed(1)} ms, drawn after ${(performance.now() - start).toFixed(1)} ms`);
                await new Promise(then => setTimeout(then, 50));
            }
            done(times);
        })();";
    let times = browser.page.execute_async(script, Vec::new()).await.unwrap();
    println!("{:#}", times.json());
    browser.quit().await;
}
