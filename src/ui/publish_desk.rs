//! What lies on the organiser's desk: the files that were given, how far their check has come, and what it came to.

use super::context::use_lang;
use crate::api::{Preview, Site, faults};
use crate::browser::files::{self, File};
use crate::browser::{clock, timeout};
use crate::tables::{Excerpt, Fault, Given, Market, Pace, excerpt, read_at_pace, steps, tidied};
use crate::words::publish::Publish;
use futures_util::future::{AbortHandle, LocalBoxFuture, abortable};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// For how long, in milliseconds, the check keeps the page from drawing.
const SLICE_MS: f64 = 20.0;

/// Larger files are not read into the memory of a page.
const MOST_BYTES: f64 = 100e6;

/// So many rows with faults are drawn of one table.
const MOST_ROWS: usize = 50;

/// Pictures lie beside the tables and are not looked at.
const PICTURES: [&str; 4] = [".jpg", ".jpeg", ".png", ".webp"];

thread_local! {
    /// The files outlast the page: another language or a look at another page loses nothing. They go with the tab.
    static GIVEN: RefCell<Given> = RefCell::default();
}

/// The desk.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The files that are checked.
    pub given: RwSignal<Given>,
    /// Files that were not taken, and why.
    pub refused: RwSignal<Vec<(String, &'static str)>>,
    /// How far the check has come; `None` while there is nothing to do.
    pub progress: RwSignal<Option<Progress>>,
    /// What it came to.
    pub checked: RwSignal<Option<Arc<Checked>>>,
    running: StoredValue<Option<AbortHandle>>,
    words: &'static Publish,
}

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// The tables are read and checked.
    Checking,
    /// The journeys are told.
    Telling,
}

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub work: Work,
    /// How much of it, in per cent.
    pub percent: usize,
}

/// What the check of the files came to.
#[derive(Debug, Default)]
pub struct Checked {
    /// The market, where no fault is grave. Its products have no photos, which are not on the desk.
    pub market: Option<Market>,
    /// The tables that have faults, by the name of their file.
    pub tables: Vec<(String, Excerpt)>,
    /// The faults of files that are no table, or that are missing.
    pub others: Vec<Fault>,
    /// How many faults must be put right.
    pub grave: usize,
    /// How many are warnings.
    pub mild: usize,
    /// What shoppers will be warned of, with the place of the lot among the market's journeys.
    pub warned: Vec<(usize, Fault)>,
    /// The checked tables, written in one way, by the name of their file.
    pub tidied: Vec<(String, String)>,
}

impl Desk {
    /// The desk with what still lies on it.
    pub fn open() -> Desk {
        let desk = Desk {
            given: RwSignal::new(GIVEN.with_borrow(Given::clone)),
            refused: RwSignal::new(Vec::new()),
            progress: RwSignal::new(None),
            checked: RwSignal::new(None),
            running: StoredValue::new(None),
            words: use_lang().publish(),
        };
        desk.check();
        on_cleanup(move || desk.stop());
        desk
    }

    /// Takes files in and checks all that lie there.
    pub fn take(self, files: Vec<File>) {
        let words = self.words;
        spawn_local(async move {
            let (mut given, mut refused) = (GIVEN.with_borrow(Given::clone), Vec::new());
            for file in files {
                let path = files::path(&file);
                let Some(name) = Given::name(&path) else {
                    refused.extend((!is_passed_over(&path)).then_some((path, words.other_kind)));
                    continue;
                };
                if file.size() > MOST_BYTES {
                    refused.push((path, words.too_large));
                    continue;
                }
                match files::text(&file).await {
                    Some(text) => given.add(name, text),
                    None => refused.push((path, words.unreadable)),
                }
            }
            self.lay(given, refused);
        });
    }

    /// Puts all files away.
    pub fn clear(self) {
        self.lay(Given::default(), Vec::new());
    }

    fn lay(self, given: Given, refused: Vec<(String, &'static str)>) {
        GIVEN.set(given.clone());
        // OK because what was laid on a desk that has been left meanwhile is there when it is opened again.
        if self.given.try_set(given).is_none() {
            self.refused.set(refused);
            self.check();
        }
    }

    /// Checks the files, in place of a check that is under way.
    fn check(self) {
        self.stop();
        self.checked.set(None);
        let given = self.given.get_untracked();
        if given.is_empty() {
            return;
        }
        self.progress.set(Some(Progress {
            work: Work::Checking,
            percent: 0,
        }));
        let (work, handle) = abortable(check(given, self.progress));
        self.running.set_value(Some(handle));
        spawn_local(async move {
            if let Ok(checked) = work.await {
                let _ = self.progress.try_set(None); // OK because nobody waits on a desk that was left.
                let _ = self.checked.try_set(Some(Arc::new(checked)));
            }
        });
    }

    fn stop(self) {
        if let Some(Some(running)) = self.running.try_get_value() {
            running.abort();
        }
        let _ = self.progress.try_set(None); // OK because a desk that was left shows nothing.
    }
}

/// Whether a file of a folder is rightly left where it is: a picture, or what systems hide.
fn is_passed_over(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default().to_lowercase();
    name.starts_with('.') || PICTURES.iter().any(|end| name.ends_with(end))
}

type Told = RwSignal<Option<Progress>>;

async fn check(given: Given, told: Told) -> Checked {
    let tables = given.files().filter(|(name, _)| name.ends_with(".csv"));
    let turn = turns(told, Work::Checking, tables.map(|(_, text)| steps(text)).sum());
    let pace = Pace::new(&turn);
    let read = read_at_pace(&|name| given.text(name).cloned(), &pace).await;
    let mut checked = Checked::default();
    let faults = match read {
        Ok(mut market) => {
            let faults = std::mem::take(&mut market.warnings);
            market
                .products
                .iter_mut()
                .for_each(|product| product.photo = None);
            checked.market = Some(market);
            faults
        }
        Err(faults) => faults,
    };
    checked.grave = faults.iter().filter(|fault| fault.grave).count();
    checked.mild = faults.len() - checked.grave;
    checked.draw(&given, faults, &pace).await;
    if checked.market.is_some() {
        for (name, text) in given.files() {
            let written = tidied(name, text, &pace).await;
            checked
                .tidied
                .extend(written.map(|written| (name.to_owned(), written)));
        }
    }
    if let Some(market) = &checked.market {
        checked.warned = warned(market, told).await;
    }
    checked
}

impl Checked {
    /// Sorts the faults to their tables, and cuts out the parts that are drawn.
    async fn draw(&mut self, given: &Given, faults: Vec<Fault>, pace: &Pace<'_>) {
        let mut by_file: BTreeMap<String, Vec<Fault>> = BTreeMap::new();
        for fault in faults {
            by_file.entry(fault.file.clone()).or_default().push(fault);
        }
        for (file, faults) in by_file {
            match given.text(&file).filter(|_| file.ends_with(".csv")) {
                Some(text) => {
                    let drawn = excerpt(text, &faults, MOST_ROWS, pace).await;
                    self.tables.push((file, drawn));
                }
                None => self.others.extend(faults),
            }
        }
    }
}

/// What shoppers will be warned of: every lot is told as a phone will tell it.
async fn warned(market: &Market, told: Told) -> Vec<(usize, Fault)> {
    let turn = turns(told, Work::Telling, market.journeys.len());
    let pace = Pace::new(&turn);
    let site = Site::of(market);
    let preview = Preview::of(&site);
    let mut found = Vec::new();
    for (at, lot) in market.journeys.iter().enumerate() {
        found.extend(
            faults(lot, preview.lot(lot))
                .into_iter()
                .map(|warning| (at, warning)),
        );
        pace.step().await;
    }
    found
}

/// Lets the page draw whenever a slice is over, and tells it how much of the work is done.
fn turns(told: Told, work: Work, all: usize) -> impl Fn(usize) -> Option<LocalBoxFuture<'static, ()>> {
    let since = Rc::new(Cell::new(clock::now_ms()));
    move |done| {
        if clock::now_ms() - since.get() < SLICE_MS {
            return None;
        }
        let percent = (done * 100 / all.max(1)).min(100);
        let _ = told.try_set(Some(Progress { work, percent })); // OK because nobody waits on a desk that was left.
        let since = since.clone();
        Some(Box::pin(async move {
            timeout::pass(0).await;
            since.set(clock::now_ms());
        }))
    }
}
