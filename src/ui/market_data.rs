//! The market's own data: the fair, the catalogue, a producer, a place. Loaded when a page first asks for them.

use super::context::use_config;
use crate::browser::net;
use crate::market::catalogue::{Card, CataloguePage};
use crate::market::fair::Fair;
use crate::sources::lookup::Question;
use crate::sources::{Config, Why};
use leptos::prelude::*;
use serde::de::DeserializeOwned;

/// How long one file may take, in milliseconds.
const TIMEOUT_MS: u32 = 8000;

/// No more pages of the catalogue than this are fetched into a phone: ten thousand products.
const MOST_PAGES: u32 = 100;

/// What is shared between the pages.
#[derive(Clone, Copy)]
pub struct MarketData {
    fair: LocalResource<Option<Fair>>,
    catalogue: LocalResource<Option<Vec<Card>>>,
    /// Whether a page has asked for the fair, for the catalogue.
    wanted: (RwSignal<bool>, RwSignal<bool>),
    trouble: RwSignal<Option<Why>>,
}

impl MarketData {
    /// Nothing is loaded before `settled` is true, since the settings say where the data lie.
    pub fn new(settled: Signal<bool>) -> MarketData {
        let wanted = (RwSignal::new(false), RwSignal::new(false));
        let trouble = RwSignal::new(None);
        MarketData {
            fair: when(settled, wanted.0, trouble, load_fair),
            catalogue: when(settled, wanted.1, trouble, load_catalogue),
            wanted,
            trouble,
        }
    }

    /// The fair, loading from now on.
    pub fn fair(self) -> LocalResource<Option<Fair>> {
        want(self.wanted.0);
        self.fair
    }

    /// The catalogue, loading from now on.
    pub fn catalogue(self) -> LocalResource<Option<Vec<Card>>> {
        want(self.wanted.1);
        self.catalogue
    }

    /// Why something of it could not be loaded.
    pub fn trouble(self) -> Option<Why> {
        self.trouble.get()
    }

    /// Tries again what was asked for.
    pub fn retry(self) {
        self.trouble.set(None);
        self.fair.refetch();
        self.catalogue.refetch();
    }
}

/// The document under `path` of the market's API, and a way to ask again.
pub fn use_document(path: String) -> LocalResource<Result<String, Why>> {
    let config = use_config();
    LocalResource::new(move || {
        let path = path.clone();
        async move { ask(&config.get_value(), &path).await }
    })
}

fn want(wanted: RwSignal<bool>) {
    if !wanted.get_untracked() {
        wanted.set(true);
    }
}

fn when<T: 'static>(
    settled: Signal<bool>,
    wanted: RwSignal<bool>,
    trouble: RwSignal<Option<Why>>,
    load: impl AsyncFn(Config) -> Result<T, Why> + Copy + 'static,
) -> LocalResource<Option<T>> {
    let config = use_config();
    LocalResource::new(move || {
        let ready = settled.get() && wanted.get();
        async move {
            if !ready {
                std::future::pending::<()>().await; // OK because it is dropped as soon as one of the two changes.
            }
            load(config.get_value())
                .await
                .map_err(|why| trouble.set(Some(why)))
                .ok()
        }
    })
}

async fn load_fair(config: Config) -> Result<Fair, Why> {
    read(&ask(&config, "market.json").await?)
}

async fn load_catalogue(config: Config) -> Result<Vec<Card>, Why> {
    let first: CataloguePage = read(&ask(&config, "catalogue/1.json").await?)?;
    let mut cards = first.products;
    for page in 2..=first.pages.min(MOST_PAGES) {
        let next: CataloguePage = read(&ask(&config, &format!("catalogue/{page}.json")).await?)?;
        cards.extend(next.products);
    }
    Ok(cards)
}

async fn ask(config: &Config, path: &str) -> Result<String, Why> {
    net::fetch(Question {
        url: format!("{}{path}", config.market),
        accept: "application/json",
        timeout_ms: TIMEOUT_MS,
    })
    .await
}

fn read<T: DeserializeOwned>(json: &str) -> Result<T, Why> {
    serde_json::from_str(json).map_err(|error| Why::Broken(error.to_string()))
}
