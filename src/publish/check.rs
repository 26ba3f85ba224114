//! What a shopper would be warned of: every lot, or the first of its items, told as the app tells it before it is published.
//! What the journeys came to is counted on the way, for the open figures.

use super::site::Site;
use super::tally::Tally;
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

/// The warnings of all lots, in the order of the table; `progress` hears how many of how many are done. A site tells its
/// lots once, whoever asks first.
pub fn warnings<'a>(site: &'a Site, progress: &(dyn Fn(usize, usize) + Sync)) -> &'a [Fault] {
    &site.survey(progress).warnings
}

/// What telling every lot came to.
pub(super) struct Survey {
    /// Of what shoppers would be warned, in the order of the lots.
    warnings: Vec<Fault>,
    /// What was counted.
    pub tally: Tally,
}

/// Tells all lots, on all processors.
pub(super) fn survey(site: &Site, progress: &(dyn Fn(usize, usize) + Sync)) -> Survey {
    let lots = &site.market().journeys;
    let config = Config::read(SOURCE);
    let next = AtomicUsize::new(0);
    let found = Mutex::new((Vec::new(), Tally::default()));
    let work = || {
        let (mut warnings, mut tally) = (Vec::new(), Tally::default());
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(lot) = lots.get(at) else {
                break;
            };
            let journey = of_lot(site, &config, lot);
            tally.add(&lot.product, &journey);
            warnings.extend(faults(lot, journey).map(|fault| (at, fault)));
            progress(at + 1, lots.len());
        }
        let mut found = found.lock().expect("no thread panics while it adds its own");
        found.0.extend(warnings);
        found.1.merge(tally);
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    let (mut warnings, tally) = found
        .into_inner()
        .expect("no thread panics while it adds its own");
    warnings.sort_by_key(|(at, _)| *at);
    Survey {
        warnings: warnings.into_iter().map(|(_, fault)| fault).collect(),
        tally,
    }
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

/// The journey of a lot, or of the first of its items.
fn of_lot(site: &Site, config: &Config, lot: &Journey) -> journey::Journey {
    let identity = lot
        .serial_links()
        .into_iter()
        .next()
        .unwrap_or_else(|| lot.lot_link());
    told(site, config, &identity)
}

fn faults(lot: &Journey, told: journey::Journey) -> impl Iterator<Item = Fault> {
    let unsound = told
        .checks
        .into_iter()
        .filter(|check| [Verdict::Warn, Verdict::Stop].contains(&check.verdict));
    unsound.map(|check| {
        let Text { vi, en } = check.sentence;
        let name = check.flag.unwrap_or(check.rule);
        let message = Text::new(format!("{vi} [{name}]"), format!("{en} [{name}]"));
        Fault::warning(&lot.file, 0, &format!("{}/{}", lot.product, lot.lot), message)
    })
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
