//! A made-up web with one small market, and what is asked of it.

use cho_phien::gs1::DigitalLink;
use cho_phien::sources::{About, Answer, Config, Findings, Question, Silence, Why, look_up};
use cho_phien::words::Text;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

pub const PRODUCT: &str = "/01/09528060010018";
pub const LOT: &str = "/01/09528060010018/10/S260918";
pub const ITEM: &str = "/01/09528060010018/10/S260918/21/7";
pub const FACTS: &str = "https://facts.example/9528060010018";

/// A made-up web: what each address answers, and what was asked. Every other address is not there.
#[derive(Default)]
pub struct Web {
    answers: BTreeMap<String, Result<Answer, Why>>,
    pub asked: RefCell<Vec<Question>>,
}

impl Web {
    pub fn with(mut self, url: &str, document: Value) -> Web {
        self.answers
            .insert(url.to_owned(), Ok(document.to_string().into()));
        self
    }

    pub fn failing(mut self, url: &str, why: Why) -> Web {
        self.answers.insert(url.to_owned(), Err(why));
        self
    }

    pub fn saying(mut self, url: &str, body: &str) -> Web {
        self.answers.insert(url.to_owned(), Ok(body.to_owned().into()));
        self
    }

    pub fn answer(&self, question: Question) -> Result<Answer, Why> {
        let answer = self.answers.get(&question.url).cloned();
        self.asked.borrow_mut().push(question);
        answer.unwrap_or(Err(Why::NotThere))
    }

    pub fn look_up(&self, path: &str, consent: bool) -> Findings {
        let identity = DigitalLink::parse(path).unwrap();
        let fetch = async |question: Question| self.answer(question);
        run(look_up(&identity, &config(), consent, &fetch))
    }

    pub fn asked(&self) -> Vec<String> {
        self.asked
            .borrow()
            .iter()
            .map(|question| question.url.clone())
            .collect()
    }
}

/// Runs a future that never waits for anything.
pub fn run<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..100 {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
    }
    panic!("the future waits for something that no test gives");
}

/// What is found for the code at `path` by these settings, consent given, when `fetch` answers.
pub fn ask_sources<F>(config: &Value, path: &str, fetch: &F) -> Findings
where
    F: AsyncFn(Question) -> Result<Answer, Why>,
{
    let identity = DigitalLink::parse(path).unwrap();
    let config = Config::read(&config.to_string());
    run(look_up(&identity, &config, true, fetch))
}

/// Why each source gave nothing.
pub fn whys(findings: &Findings) -> Vec<Why> {
    let silences = findings.silences.iter();
    silences.map(|silence| silence.why.clone()).collect()
}

pub fn config() -> Config {
    Config::read(
        r#"{"market": "/api/", "sources": [
            {"kind": "linkSet", "name": {"vi": "Chợ", "en": "Market"}, "template": "/api/{file}/linkset.json", "timeoutMs": 5000},
            {"kind": "foodFacts", "name": "Facts", "template": "https://facts.example/{gtin}", "timeoutMs": 4000}
        ]}"#,
    )
}

/// A market with one product, one lot of it and one event.
pub fn market() -> Web {
    let pip = json!([{"href": "../../product.json", "type": "application/ld+json"}]);
    Web::default()
        .with("/api/recalls.json", json!({"sample": true, "recalls": []}))
        .with(
            "/api/01/09528060010018/linkset.json",
            json!({"linkset": [{
                "anchor": "https://id.gs1.org/01/09528060010018",
                "https://ref.gs1.org/voc/pip": [{"href": "product.json", "type": "application/ld+json"}],
                "https://chophien.example/voc/lots": [{"href": "lots.json", "type": "application/json"}],
            }]}),
        )
        .with(
            "/api/01/09528060010018/10/S260918/linkset.json",
            json!({"linkset": [
                {"anchor": "https://id.gs1.org/01/09528060010018/10/S260918", "https://ref.gs1.org/voc/pip": pip,
                 "https://ref.gs1.org/voc/epcis": [{"href": "epcis.json", "type": "application/ld+json"}]},
                {"anchor": "https://id.gs1.org/01/09528060010018/10/OTHER",
                 "https://ref.gs1.org/voc/epcis": [{"href": "../OTHER/epcis.json", "type": "application/ld+json"}]},
                {"anchor": "https://id.gs1.org/01/09528060010018",
                 "https://chophien.example/voc/lots": [{"href": "../../lots.json", "type": "application/json"}]},
            ]}),
        )
        .with("/api/01/09528060010018/product.json", product())
        .with("/api/01/09528060010018/lots.json", json!({"lots": [{"lot": "S260918", "packedOn": "2026-09-18"}]}))
        .with("/api/01/09528060010018/10/S260918/epcis.json", journey())
}

pub fn product() -> Value {
    json!({
        "@type": "Product", "gs1:gtin": "09528060010018", "https://ref.gs1.org/voc/productName": {"vi": "Chè", "en": "Tea"},
        "netContent": {"value": 100, "unitCode": "GRM"}, "image": {"referencedFileURL": "/pictures/leaf.svg"},
        "manufacturer": {"@id": "https://id.gs1.org/417/9528060010001", "organizationName": {"vi": "Hợp tác xã"}},
        "lc:stall": {"name": "A1"}, "lc:priceVnd": 120000, "lc:sample": true, "lc:asOf": "2026-11-23",
    })
}

pub fn journey() -> Value {
    json!({"type": "EPCISDocument", "@context": [], "schemaVersion": "2.0", "creationDate": "2026-11-23T00:00:00Z", "lc:sample": true, "lc:asOf": "2026-11-23", "epcisBody": {"eventList": [event("urn:1")]}})
}

pub fn event(id: &str) -> Value {
    json!({
        "type": "ObjectEvent", "eventID": id, "eventTime": "2026-09-18T08:00:00+07:00", "eventTimeZoneOffset": "+07:00", "action": "ADD", "bizStep": "packing",
        "quantityList": [{"epcClass": "https://host.example/01/09528060010018/10/S260918?17=280912", "quantity": "750", "uom": "KGM"}],
        "readPoint": {"id": "https://id.gs1.org/414/9528060901002"},
    })
}

pub fn silence(name: Text, why: Why) -> Silence {
    let about = About::Code;
    Silence {
        source: name,
        why,
        about,
    }
}

pub fn market_silence(why: Why) -> Silence {
    silence(Text::new("Chợ", "Market"), why)
}

pub fn facts_silence(why: Why) -> Silence {
    silence(Text::same("Facts"), why)
}
