//! What a shopper would be warned of: every lot, or the first of its items, told as the app tells it before it is published.

use super::site::Site;
use crate::gs1::DigitalLink;
use crate::journey::{self, Verdict, tell};
use crate::sources::{Config, Question, Why, look_up};
use crate::tables::{Fault, Journey};
use crate::words::Text;
use std::future::Future;
use std::pin::pin;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, Waker};

/// The files themselves as the only source. Signatures come later, so that none is asked for.
const SOURCE: &str = r#"{ "sources": [ { "kind": "linkSet", "name": { "vi": "Chợ phiên", "en": "The fair" }, "template": "/api/{file}/linkset.json", "timeoutMs": 8000 } ] }"#;

/// The warnings of all lots, in the order of the table; `progress` hears how many of how many are done.
pub fn warnings(site: &Site, progress: &(dyn Fn(usize, usize) + Sync)) -> Vec<Fault> {
    let lots = &site.market().journeys;
    let config = Config::read(SOURCE);
    let next = AtomicUsize::new(0);
    let found = Mutex::new(Vec::new());
    let work = || {
        let mut own = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(lot) = lots.get(at) else {
                break;
            };
            own.extend(of_lot(site, &config, lot).into_iter().map(|fault| (at, fault)));
            progress(at + 1, lots.len());
        }
        found
            .lock()
            .expect("no thread panics while it adds its own")
            .extend(own);
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    let mut found = found
        .into_inner()
        .expect("no thread panics while it adds its own");
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, fault)| fault).collect()
}

/// The journey of one identity as the app would tell it from these files.
pub fn told(site: &Site, config: &Config, identity: &DigitalLink) -> journey::Journey {
    let fetch = async |question: Question| {
        let path = question.url.strip_prefix("/api/");
        let text = path.and_then(|path| site.text(path));
        text.map(Into::into).ok_or(Why::NotThere)
    };
    let findings = run(look_up(identity, config, false, &fetch));
    tell(identity, findings, site.market().as_of)
}

fn of_lot(site: &Site, config: &Config, lot: &Journey) -> Vec<Fault> {
    let identity = lot
        .serial_links()
        .into_iter()
        .next()
        .unwrap_or_else(|| lot.lot_link());
    let journey = told(site, config, &identity);
    let unsound = journey
        .checks
        .into_iter()
        .filter(|check| [Verdict::Warn, Verdict::Stop].contains(&check.verdict));
    let told = unsound.map(|check| {
        let Text { vi, en } = check.sentence;
        let name = check.flag.unwrap_or(check.rule);
        let message = Text::new(format!("{vi} [{name}]"), format!("{en} [{name}]"));
        Fault::warning(&lot.file, 0, &format!("{}/{}", lot.product, lot.lot), message)
    });
    told.collect()
}

/// Runs a future that never waits: every answer lies ready.
fn run<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
    }
}
