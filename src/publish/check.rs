//! What a shopper would be warned of: every lot, or the first of its items, told as the app tells it before it is published.
//! What the journeys came to is counted on the way, for the open figures.

use crate::api::{Preview, Site, Tally, faults};
use crate::tables::Fault;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many lots a thread takes at once: those of one product follow each other, and share its documents.
const LOTS_AT_ONCE: usize = 16;

/// The warnings of all lots, in the order of the table, told on all processors; `progress` hears how many of how many are done.
/// The site keeps what was counted.
pub fn warnings(site: &Site, progress: &(dyn Fn(usize, usize) + Sync)) -> Vec<Fault> {
    let lots = &site.market().journeys;
    let next = AtomicUsize::new(0);
    let found = Mutex::new((Vec::new(), Tally::default()));
    let work = || {
        let preview = Preview::of(site);
        let (mut warnings, mut tally) = (Vec::new(), Tally::default());
        loop {
            let start = next.fetch_add(LOTS_AT_ONCE, Ordering::Relaxed);
            let some = lots.iter().enumerate().skip(start).take(LOTS_AT_ONCE);
            for (at, lot) in some {
                let told = preview.lot(lot);
                tally.add(&lot.product, &told);
                warnings.extend(faults(lot, told).into_iter().map(|fault| (at, fault)));
            }
            if start >= lots.len() {
                break;
            }
            progress((start + LOTS_AT_ONCE).min(lots.len()), lots.len());
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
    site.keep(tally);
    warnings.sort_by_key(|(at, _)| *at);
    warnings.into_iter().map(|(_, fault)| fault).collect()
}
