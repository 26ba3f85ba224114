//! What a shopper would be warned of: every lot, or the first of its items, told as the app tells it before it is published.

use crate::api::{Preview, Site};
use crate::tables::Fault;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many lots a thread takes at once: those of one product follow each other, and share its documents.
const LOTS_AT_ONCE: usize = 16;

/// The warnings of all lots, in the order of the table; `progress` hears how many of how many are done.
pub fn warnings(site: &Site, progress: &(dyn Fn(usize, usize) + Sync)) -> Vec<Fault> {
    let lots = &site.market().journeys;
    let next = AtomicUsize::new(0);
    let found = Mutex::new(Vec::new());
    let work = || {
        let (preview, mut own) = (Preview::of(site), Vec::new());
        loop {
            let start = next.fetch_add(LOTS_AT_ONCE, Ordering::Relaxed);
            let some = lots.iter().enumerate().skip(start).take(LOTS_AT_ONCE);
            for (at, lot) in some {
                own.extend(preview.warnings(lot).into_iter().map(|fault| (at, fault)));
            }
            if start >= lots.len() {
                break;
            }
            progress((start + LOTS_AT_ONCE).min(lots.len()), lots.len());
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
