//! How long an EPCIS document of 1,000 events takes from its text to findings: `cargo bench --bench findings`.

#![allow(clippy::unwrap_used)]

use cho_phien::gs1::DigitalLink;
use cho_phien::sources::{Config, Question, look_up};
use serde_json::json;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Instant;

const LOT: &str = "/01/09528060010018/10/S260918";
const EVENTS: usize = 1_000;
const ROUNDS: usize = 50;

fn main() {
    let document = document();
    let link_set = json!({"linkset": [{"gs1:epcis": [{"href": "/epcis.json"}]}]}).to_string();
    let config = json!({"sources": [{"kind": "linkSet", "name": "A", "template": "/l{path}.json"}]});
    let config = Config::read(&config.to_string());
    let identity = DigitalLink::parse(LOT).unwrap();
    let fetch = async |question: Question| {
        Ok(match question.url.as_str() {
            "/epcis.json" => document.clone().into(),
            "/api/recalls.json" => json!({"recalls": []}).to_string().into(),
            _ => link_set.clone().into(),
        })
    };
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            let findings = ready(look_up(&identity, &config, true, &fetch));
            assert_eq!(findings.events.len(), EVENTS);
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!(
        "{EVENTS} events, {} bytes: median {:.1} ms, slowest {:.1} ms of {ROUNDS}",
        document.len(),
        times[ROUNDS / 2],
        times[ROUNDS - 1]
    );
}

/// The answer of a future that never waits.
fn ready<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
    }
}

/// Events with most of what events have: goods by URN and by link, places, parties, a sensor, an extension.
fn document() -> String {
    let event = |n: usize| {
        json!({
            "type": "ObjectEvent", "eventID": format!("urn:uuid:{n}"), "eventTime": "2026-09-18T08:00:00+07:00", "eventTimeZoneOffset": "+07:00",
            "action": "OBSERVE", "bizStep": "https://ref.gs1.org/cbv/BizStep-shipping", "disposition": "cbv:Disp-in_transit",
            "epcList": [format!("urn:epc:id:sgtin:0614141.107346.{n}")],
            "quantityList": [{"epcClass": format!("https://id.gs1.org{LOT}"), "quantity": 10.5, "uom": "KGM"}],
            "readPoint": {"id": "urn:epc:id:sgln:0614141.07346.1234"}, "bizLocation": {"id": "https://id.gs1.org/414/9528060014016"},
            "bizTransactionList": [{"type": "po", "bizTransaction": "urn:epcglobal:cbv:bt:0614141073467:1152"}],
            "sourceList": [{"type": "possessing_party", "source": "urn:epc:id:pgln:4012345.00225"}],
            "sensorElementList": [{"sensorMetadata": {"time": "2026-09-18T08:00:00+07:00"}, "sensorReport": [{"type": "Temperature", "value": 4.5, "uom": "CEL"}]}],
            "example:extra": {"deep": [1, 2, 3]},
        })
    };
    let events: Vec<_> = (0..EVENTS).map(event).collect();
    json!({"@context": [], "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-09-18T08:00:00+07:00", "epcisBody": {"eventList": events}}).to_string()
}
