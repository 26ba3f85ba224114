//! How long it takes to tell a journey of two thousand events: reading, tracing, checking.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use cho_phien::gs1::DigitalLink;
use cho_phien::journey::tell;
use cho_phien::sources::{EpcisDocument, Findings};
use cho_phien::words::Text;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use time::{Date, Month};

const EVENTS: usize = 2_000;
const ROUNDS: usize = 21;

fn main() {
    let identity = DigitalLink::parse("/01/09528060010018/10/L").unwrap();
    let today = Date::from_calendar_date(2026, Month::November, 23).unwrap();
    let document = document();
    let read = || EpcisDocument::read(&document, "epcis.json", &Text::same("Nguồn")).unwrap();
    let reading = median(|| drop(read()));
    let findings = Findings {
        events: read().events,
        ..Findings::default()
    };
    let copying = median(|| drop(findings.clone()));
    let telling = median(|| {
        let journey = tell(&identity, findings.clone(), today);
        assert!(journey.steps.len() > 1_000);
    });
    println!(
        "{}",
        json!({
            "events": EVENTS, "rounds": ROUNDS,
            "reading_ms": ms(reading), "trace_and_checks_ms": ms(telling.saturating_sub(copying)),
        })
    );
}

/// A chain of transformations, each followed by an inspection, the last lot packed, cased, shipped and received.
fn document() -> Value {
    let lot = |number: usize| format!("https://id.gs1.org/01/09528060019004/10/R{number}");
    let goods = "https://id.gs1.org/01/09528060010018/10/L".to_owned();
    let steps = EVENTS / 2;
    let events: Vec<Value> = (0..steps)
        .flat_map(|number| {
            let time = format!("20{:02}-{:02}-{:02}T08:00:00+07:00", 10 + number / 336, 1 + number / 28 % 12, 1 + number % 28);
            let made = if number + 1 == steps { goods.clone() } else { lot(number + 1) };
            let quantity = |id: &str| json!([{"epcClass": id, "quantity": 100.0, "uom": "KGM"}]);
            let place = json!({"id": format!("https://id.gs1.org/414/{:013}", number % 7)});
            [
                json!({"type": "TransformationEvent", "eventID": format!("urn:uuid:m{number}"), "eventTime": time, "eventTimeZoneOffset": "+07:00",
                    "readPoint": place, "bizStep": "creating_class_instance", "inputQuantityList": quantity(&lot(number)), "outputQuantityList": quantity(&made)}),
                json!({"type": "ObjectEvent", "eventID": format!("urn:uuid:t{number}"), "eventTime": time, "eventTimeZoneOffset": "+07:00", "action": "OBSERVE",
                    "readPoint": place, "bizStep": "inspecting", "quantityList": quantity(&made)}),
            ]
        })
        .collect();
    json!({"type": "EPCISDocument", "epcisBody": {"eventList": events}})
}

fn median(mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[ROUNDS / 2]
}

fn ms(time: Duration) -> f64 {
    (time.as_secs_f64() * 10_000.0).round() / 10.0
}
