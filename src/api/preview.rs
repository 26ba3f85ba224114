//! The journeys of a market as a phone will tell them from its documents, before they are published.

use super::site::Site;
use crate::gs1::DigitalLink;
use crate::journey::{self, Verdict, tell};
use crate::sources::{Answer, Config, Question, Why, look_up};
use crate::tables::{Fault, Journey};
use crate::words::Text;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// The documents themselves as the only source. Signatures come later, so that none is asked for.
const SOURCE: &str = r#"{ "sources": [ { "kind": "linkSet", "name": { "vi": "Chợ phiên", "en": "The fair" }, "template": "/api/{file}/linkset.json", "timeoutMs": 8000 } ] }"#;

/// Tells journeys, one after the other.
pub struct Preview<'a> {
    site: &'a Site<'a>,
    config: Config,
    /// The documents of one product and of the whole market, which its next lot asks for again.
    kept: RefCell<Kept>,
}

/// Texts by their path, all of one product or of none.
#[derive(Default)]
struct Kept {
    product: String,
    texts: BTreeMap<String, String>,
}

impl<'a> Preview<'a> {
    /// Tells the journeys of this site.
    pub fn of(site: &'a Site<'a>) -> Preview<'a> {
        Preview {
            site,
            config: Config::read(SOURCE),
            kept: RefCell::default(),
        }
    }

    /// The journey of one identity.
    pub fn told(&self, identity: &DigitalLink) -> journey::Journey {
        let fetch = async |question: Question| {
            let path = question.url.strip_prefix("/api/");
            let text = path.and_then(|path| self.text(path));
            text.map(Answer::from).ok_or(Why::NotThere)
        };
        let findings = run(look_up(identity, &self.config, false, &fetch));
        tell(identity, findings, self.site.market().as_of)
    }

    /// The journey of a lot, or of the first of its items.
    pub fn lot(&self, lot: &Journey) -> journey::Journey {
        self.told(&shown(lot))
    }

    /// A document; what belongs to the product or to the whole market is made once for all lots that follow each other.
    fn text(&self, path: &str) -> Option<String> {
        let product = product_of(path);
        if path.matches('/').count() > 2 {
            return self.site.text(path); // OK because a lot's own document is asked for once.
        }
        let mut kept = self.kept.borrow_mut();
        if !product.is_empty() && kept.product != product {
            product.clone_into(&mut kept.product);
            kept.texts.retain(|path, _| product_of(path).is_empty());
        }
        if let Some(text) = kept.texts.get(path) {
            return Some(text.clone());
        }
        let text = self.site.text(path)?;
        kept.texts.insert(path.to_owned(), text.clone());
        Some(text)
    }
}

/// What the page of a lot is called: its own identity, or that of the first of its items.
pub fn shown(lot: &Journey) -> DigitalLink {
    let first = lot.serial_links().into_iter().next();
    first.unwrap_or_else(|| lot.lot_link())
}

/// What a shopper is warned of on the page of a lot that was told so.
pub fn faults(lot: &Journey, told: journey::Journey) -> Vec<Fault> {
    let unsound = told
        .checks
        .into_iter()
        .filter(|check| [Verdict::Warn, Verdict::Stop].contains(&check.verdict));
    let warned = unsound.map(|check| {
        let Text { vi, en } = check.sentence;
        let name = check.flag.unwrap_or(check.rule);
        let message = Text::new(format!("{vi} [{name}]"), format!("{en} [{name}]"));
        Fault::warning(&lot.file, 0, &format!("{}/{}", lot.product, lot.lot), message)
    });
    warned.collect()
}

/// The number of the product that a document is about; empty where it is about the market.
fn product_of(path: &str) -> &str {
    let rest = path.strip_prefix("01/").unwrap_or_default();
    rest.split('/').next().unwrap_or_default()
}

/// Runs a future that never waits for anything outside: every answer lies ready.
fn run<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
    }
}
