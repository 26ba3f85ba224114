//! The market's own data: the fair and the catalogue. Each is loaded when a page first asks for it, and then shared.

use super::chunks;
use super::context::use_config;
use crate::browser::{net, site};
use crate::market::catalogue::CataloguePage;
use crate::market::fair::Fair;
use crate::market::search::Catalogue;
use crate::sources::origin::is_elsewhere;
use crate::sources::{Answer, Config, Question, Why};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;
use std::sync::Arc;

/// How long one file may take, in milliseconds.
const TIMEOUT_MS: u32 = 8000;

/// For how many minutes an answer of another host that was kept stands for a fresh one.
const FRESH_MIN: u32 = 5;

/// So many pages of the catalogue are fetched at once: ten thousand products. The market page offers the next ones.
const PAGES_AT_ONCE: u32 = 100;

/// Something that is loaded: `None` while it is on its way, and `None` inside when it could not be loaded.
pub type Loaded<T> = Signal<Option<Option<T>>>;

/// What is shared between the pages.
#[derive(Clone, Copy)]
pub struct MarketData {
    fair: Shelf<Fair>,
    catalogue: Shelf<Arc<Catalogue>>,
    trouble: RwSignal<Option<Why>>,
    kept_at: RwSignal<Option<i64>>,
}

/// One thing that is loaded once it is wanted.
struct Shelf<T: Send + Sync + 'static> {
    wanted: RwSignal<bool>,
    value: RwSignal<Option<Option<T>>>,
}

impl MarketData {
    /// Nothing is loaded before `settled` is true, since the settings say where the data lie.
    pub fn new(settled: Signal<bool>) -> MarketData {
        let data = MarketData {
            fair: Shelf::new(),
            catalogue: Shelf::new(),
            trouble: RwSignal::new(None),
            kept_at: RwSignal::new(None),
        };
        data.fill(data.fair, settled, load_fair);
        data.fill(data.catalogue, settled, load_catalogue);
        data
    }

    /// The fair, loading from now on.
    pub fn fair(self) -> Loaded<Fair> {
        self.fair.want()
    }

    /// The catalogue, loading from now on.
    pub fn catalogue(self) -> Loaded<Arc<Catalogue>> {
        self.catalogue.want()
    }

    /// Reads more of a catalogue that has more; what was read stays where the rest does not come.
    pub async fn read_on(self, config: Config) {
        let Some(Some(known)) = self.catalogue.value.get_untracked() else {
            return;
        };
        let mut catalogue = Catalogue::clone(&known);
        let read = load_pages(&mut catalogue, &config, self.kept_at).await;
        self.trouble.set(read.err());
        self.catalogue.value.set(Some(Some(Arc::new(catalogue))));
    }

    /// Why something of it could not be loaded.
    pub fn trouble(self) -> Option<Why> {
        self.trouble.get()
    }

    /// When the oldest of it was fetched, in seconds since 1970 (UTC), if this phone had kept it.
    pub fn kept_at(self) -> Option<i64> {
        self.kept_at.get()
    }

    /// Asks again for what did not come.
    pub fn retry(self) {
        self.trouble.set(None);
        self.fair.forget_failure();
        self.catalogue.forget_failure();
    }

    /// Fetches both anew; what does not come stays as it was.
    pub async fn renew(self, config: Config) {
        if let Ok(fair) = load_fair(config.clone(), self.kept_at).await {
            let _ = self.fair.value.try_set(Some(Some(fair))); // OK because the app has been closed then.
        }
        if let Ok(catalogue) = load_catalogue(config, self.kept_at).await {
            let _ = self.catalogue.value.try_set(Some(Some(catalogue))); // OK as above.
        }
    }

    /// Loads a thing whenever it is wanted and not there.
    fn fill<T: Send + Sync + 'static>(
        self,
        shelf: Shelf<T>,
        settled: Signal<bool>,
        load: impl AsyncFn(Config, RwSignal<Option<i64>>) -> Result<T, Why> + Copy + 'static,
    ) {
        let config = use_config();
        let missing = Memo::new(move |_| shelf.value.read().is_none());
        Effect::new(move |_| {
            if settled.get() && shelf.wanted.get() && missing.get() {
                spawn_local(async move {
                    let answer = load(config.get_value(), self.kept_at).await;
                    shelf
                        .value
                        .set(Some(answer.map_err(|why| self.trouble.set(Some(why))).ok()));
                });
            }
        });
    }
}

impl<T: Send + Sync + 'static> Shelf<T> {
    fn new() -> Shelf<T> {
        Shelf {
            wanted: RwSignal::new(false),
            value: RwSignal::new(None),
        }
    }

    fn want(self) -> Loaded<T>
    where
        T: Clone,
    {
        if !self.wanted.get_untracked() {
            self.wanted.set(true);
        }
        self.value.into()
    }

    fn forget_failure(self) {
        if matches!(*self.value.read_untracked(), Some(None)) {
            self.value.set(None);
        }
    }
}

impl<T: Send + Sync + 'static> Clone for Shelf<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Shelf<T> {}

async fn load_fair(config: Config, kept_at: RwSignal<Option<i64>>) -> Result<Fair, Why> {
    Ok(Fair::read(&ask(&config, "market.json", kept_at).await?))
}

/// Page by page: between two of them the browser may draw, so that ten thousand products never stop it for long.
async fn load_catalogue(config: Config, kept_at: RwSignal<Option<i64>>) -> Result<Arc<Catalogue>, Why> {
    let mut catalogue = Catalogue::default();
    load_pages(&mut catalogue, &config, kept_at).await?;
    Ok(Arc::new(catalogue))
}

/// Reads the next pages of a catalogue; of one that nothing was read of, the first ones.
async fn load_pages(
    catalogue: &mut Catalogue,
    config: &Config,
    kept_at: RwSignal<Option<i64>>,
) -> Result<(), Why> {
    let enough = catalogue.read + PAGES_AT_ONCE;
    while catalogue.read < enough && (catalogue.read == 0 || catalogue.has_more()) {
        let file = format!("catalogue/{}.json", catalogue.read + 1);
        let document = ask(config, &file, kept_at).await?;
        let address = format!("{}{file}", config.market);
        catalogue.add_page(CataloguePage::read(&document, &address));
    }
    Ok(())
}

async fn ask(config: &Config, path: &str, kept_at: RwSignal<Option<i64>>) -> Result<Value, Why> {
    let question = Question {
        fresh_min: FRESH_MIN,
        ..Question::new(format!("{}{path}", config.market), "application/json", TIMEOUT_MS)
    };
    let answer = fetch(question).await?;
    if let Some(at) = answer.kept_at {
        kept_at.update(|oldest| *oldest = Some(oldest.map_or(at, |known| known.min(at))));
    }
    serde_json::from_str(&answer.body).map_err(|error| Why::Broken(error.to_string()))
}

/// The answer of the market's host. That of another host is kept on this phone, as the service worker keeps that of this site.
async fn fetch(question: Question) -> Result<Answer, Why> {
    if !is_elsewhere(&question.url, &site::origin()) {
        return net::fetch(question).await;
    }
    match chunks::kept_answer(question.clone()).await {
        Ok(answer) => answer.await,
        // OK because what could not be loaded only keeps answers.
        Err(_) => net::fetch(question).await,
    }
}
