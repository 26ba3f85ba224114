//! The scans that this phone remembers, as the pages see them.

use crate::browser::clock;
use crate::browser::store::{Scan, Store};
use crate::journey::Journey;
use crate::words::Text;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// The list of scans, kept in step with the browser's database.
#[derive(Clone, Copy)]
pub struct Saved {
    scans: RwSignal<Vec<Scan>>,
    store: StoredValue<Option<Rc<Store>>, LocalStorage>,
}

impl Saved {
    /// Opens the database; the list is empty until it answers.
    pub fn open() -> Saved {
        let saved = Saved {
            scans: RwSignal::default(),
            store: StoredValue::new_local(None),
        };
        spawn_local(async move {
            let store = Rc::new(Store::open().await);
            let kept = store.list().await;
            for scan in saved.scans.get_untracked() {
                let favourite =
                    scan.favourite || kept.iter().any(|old| old.path == scan.path && old.favourite);
                store.add(&Scan { favourite, ..scan }).await;
            }
            saved.scans.set(store.list().await);
            saved.store.set_value(Some(store));
        });
        saved
    }

    /// All scans, the latest first.
    pub fn all(self) -> Signal<Vec<Scan>> {
        self.scans.into()
    }

    /// Whether the scan with this path is a favourite.
    pub fn is_favourite(self, path: &str) -> bool {
        self.scans
            .read()
            .iter()
            .any(|scan| scan.path == path && scan.favourite)
    }

    /// Remembers that a journey was looked at now.
    pub fn remember(self, journey: &Journey) {
        let path = journey.identity.address();
        let favourite = untrack(|| self.is_favourite(&path));
        let product = journey.product.as_ref();
        let scan = Scan {
            path,
            gtin: journey.identity.gtin().map(|gtin| gtin.to_string()),
            lot: journey.identity.lot().map(str::to_owned),
            name: name(journey),
            picture: product.and_then(|product| product.picture.clone()),
            at: clock::now_ms(),
            favourite,
        };
        self.scans.update(|scans| {
            scans.retain(|kept| kept.path != scan.path);
            scans.insert(0, scan.clone());
        });
        self.change(async move |store| store.add(&scan).await);
    }

    /// Marks a scan as a favourite, or no longer.
    pub fn set_favourite(self, path: &str, favourite: bool) {
        let path = path.to_owned();
        self.scans.update(|scans| {
            for scan in scans.iter_mut().filter(|scan| scan.path == path) {
                scan.favourite = favourite;
            }
        });
        self.change(async move |store| store.set_favourite(&path, favourite).await);
    }

    /// Forgets one scan.
    pub fn remove(self, path: &str) {
        let path = path.to_owned();
        self.scans.update(|scans| scans.retain(|scan| scan.path != path));
        self.change(async move |store| store.remove(&path).await);
    }

    /// Forgets all scans.
    pub fn clear(self) {
        self.scans.update(Vec::clear);
        self.change(async |store| store.clear().await);
    }

    /// Writes a change through. Before the database has answered, the list alone has it: [`Saved::open`] writes it then.
    fn change(self, change: impl AsyncFnOnce(Rc<Store>) + 'static) {
        if let Some(store) = self.store.get_value() {
            spawn_local(change(store));
        }
    }
}

fn name(journey: &Journey) -> Text {
    let market = journey.product.as_ref().map(|product| product.name.clone());
    let volunteers = journey.food_facts.as_ref().map(|facts| facts.name.clone());
    market.or(volunteers).unwrap_or_default()
}
