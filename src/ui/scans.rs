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
    /// Whether the browser keeps what is saved.
    kept: RwSignal<bool>,
    store: StoredValue<Option<Rc<Store>>, LocalStorage>,
    /// What was changed before the database answered.
    waiting: StoredValue<Vec<Change>, LocalStorage>,
}

/// One change of the list.
enum Change {
    /// A journey was looked at; whether anything is known about it.
    Looked(Scan, bool),
    /// Something about the scan with this path.
    Marked(String, Mark),
    /// The scan with this path is forgotten.
    Removed(String),
    /// All scans are forgotten.
    Cleared,
}

/// What the shopper says of a scan.
enum Mark {
    /// It is a favourite, or no longer.
    Favourite(bool),
    /// It is to be bought, was bought, or neither.
    Bought(Option<bool>),
    /// A note.
    Note(String),
}

impl Saved {
    /// Opens the database; until it answers, the list holds what was changed since.
    pub fn open() -> Saved {
        let saved = Saved {
            scans: RwSignal::default(),
            kept: RwSignal::new(true),
            store: StoredValue::new_local(None),
            waiting: StoredValue::new_local(Vec::new()),
        };
        spawn_local(async move {
            let store = Rc::new(Store::open().await);
            let listed = store.list().await;
            saved
                .kept
                .set(listed.is_some() && matches!(*store, Store::Database(_)));
            let mut scans = listed.unwrap_or_default();
            let waiting = std::mem::take(&mut *saved.waiting.write_value());
            waiting.iter().for_each(|change| change.apply(&mut scans));
            saved.scans.set(scans);
            saved.store.set_value(Some(store.clone()));
            for change in waiting {
                saved.write(&store, change.path()).await;
            }
        });
        saved
    }

    /// All scans, the latest first.
    pub fn all(self) -> Signal<Vec<Scan>> {
        self.scans.into()
    }

    /// Whether the browser keeps what is saved; where it refuses or has no room, the list lasts as long as the page.
    pub fn is_kept(self) -> bool {
        self.kept.get()
    }

    /// What `read` reads of the scan with this path.
    pub fn scan<T>(self, path: &str, read: impl FnOnce(&Scan) -> T) -> Option<T> {
        let scans = self.scans.read();
        scans.iter().find(|scan| scan.path == path).map(read)
    }

    /// Whether the scan with this path is a favourite.
    pub fn is_favourite(self, path: &str) -> bool {
        self.scans
            .read()
            .iter()
            .any(|scan| scan.path == path && scan.favourite)
    }

    /// Remembers that a journey was looked at now. One about which nothing is known is left out, unless it stands there already.
    pub fn remember(self, journey: &Journey) {
        let product = journey.product.as_ref();
        let known = product.is_some() || journey.food_facts.is_some() || !journey.steps.is_empty();
        let scan = Scan {
            path: journey.identity.address(),
            gtin: journey.identity.gtin().map(|gtin| gtin.to_string()),
            lot: journey.identity.lot().map(str::to_owned),
            name: name(journey),
            picture: product.and_then(|product| product.picture.clone()),
            at: clock::now_ms(),
            ..Scan::default() // OK because what the shopper said of one that stands there already stays.
        };
        self.change(Change::Looked(scan, known));
    }

    /// Marks the scan with this path as a favourite, or no longer, even before its journey is told.
    pub fn set_favourite(self, path: &str, favourite: bool) {
        self.change(Change::Marked(path.to_owned(), Mark::Favourite(favourite)));
    }

    /// Puts the scan with this path on the list of what to buy, ticks it off, or takes it off the list (`None`).
    pub fn set_bought(self, path: &str, bought: Option<bool>) {
        self.change(Change::Marked(path.to_owned(), Mark::Bought(bought)));
    }

    /// Writes a note about the scan with this path.
    pub fn set_note(self, path: &str, note: String) {
        self.change(Change::Marked(path.to_owned(), Mark::Note(note)));
    }

    /// Forgets one scan.
    pub fn remove(self, path: &str) {
        self.change(Change::Removed(path.to_owned()));
    }

    /// Forgets all scans.
    pub fn clear(self) {
        self.change(Change::Cleared);
    }

    /// Changes the list, and the database with it or as soon as it answers.
    fn change(self, change: Change) {
        self.scans.update(|scans| change.apply(scans));
        match self.store.get_value() {
            Some(store) => spawn_local(async move { self.write(&store, change.path()).await }),
            None => self.waiting.update_value(|waiting| waiting.push(change)),
        }
    }

    /// Writes the scan with this path, or its absence, as the list has it now; without a path, nothing is kept.
    async fn write(self, store: &Store, path: Option<&str>) {
        let scans = self.scans.get_untracked();
        let found = path.and_then(|path| scans.iter().find(|scan| scan.path == path));
        let kept = match (path, found) {
            (_, Some(scan)) => store.add(scan).await,
            (Some(path), None) => store.remove(path).await,
            (None, None) => store.clear().await,
        };
        if !kept {
            self.kept.set(false);
        }
    }
}

impl Change {
    /// The path of the only scan that it changes; `None` when it changes all.
    fn path(&self) -> Option<&str> {
        match self {
            Change::Looked(scan, _) => Some(&scan.path),
            Change::Marked(path, _) | Change::Removed(path) => Some(path),
            Change::Cleared => None,
        }
    }

    fn apply(&self, scans: &mut Vec<Scan>) {
        let place = scans.iter().position(|scan| Some(&*scan.path) == self.path());
        match self {
            Change::Looked(scan, known) => {
                if let Some(new) = looked(place.map(|place| scans.remove(place)), scan, *known) {
                    scans.insert(0, new);
                }
            }
            Change::Marked(path, mark) => {
                let place = place.unwrap_or_else(|| {
                    scans.insert(0, unread(path));
                    0
                });
                if let Some(scan) = scans.get_mut(place) {
                    mark.put_on(scan);
                }
            }
            Change::Removed(path) => scans.retain(|scan| scan.path != *path),
            Change::Cleared => scans.clear(),
        }
    }
}

impl Mark {
    fn put_on(&self, scan: &mut Scan) {
        match self {
            Mark::Favourite(favourite) => scan.favourite = *favourite,
            Mark::Bought(bought) => scan.bought = *bought,
            Mark::Note(note) => scan.note.clone_from(note),
        }
    }
}

/// What to keep of a new look at something that was or was not there: what is empty now stays as it was.
fn looked(old: Option<Scan>, new: &Scan, known: bool) -> Option<Scan> {
    let mut scan = new.clone();
    match old {
        Some(old) => {
            scan.favourite = old.favourite;
            scan.bought = old.bought;
            scan.note = old.note;
            scan.picture = scan.picture.or(old.picture);
            if scan.name.is_empty() {
                scan.name = old.name;
            }
        }
        None if !known => return None,
        None => {}
    }
    Some(scan)
}

/// A scan of which only its path is known so far.
fn unread(path: &str) -> Scan {
    Scan {
        path: path.to_owned(),
        at: clock::now_ms(),
        ..Scan::default()
    }
}

fn name(journey: &Journey) -> Text {
    let market = journey.product.as_ref().map(|product| product.name.clone());
    let volunteers = journey.food_facts.as_ref().map(|facts| facts.name.clone());
    market.or(volunteers).unwrap_or_default()
}
