//! The browser's history: the address as it is, as it changes, and the ways to change it.
//!
//! Each entry carries a state `{key, depth, marker}`. The key tells entries apart, so that each finds its scroll position
//! again. The depth counts the entries of this app below it: the browser's own count holds those of other sites, too. The
//! marker names an overlay: such an entry has the same path as the one below it, so that Back closes the overlay and the
//! path never changes (iOS stops the camera when it does).

use super::links;
use super::site;
use js_sys::{Object, Reflect};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, History, MouseEvent, ScrollRestoration};

/// How many frames a page gets to grow as high as it was when it was left: about a second.
const RESTORE_FRAMES: u32 = 60;

/// Where the browser stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visit {
    /// Path and query: `/01/09528060010018?17=280912`.
    pub path: String,
    /// The overlay that this entry shows over the page.
    pub marker: Option<String>,
}

#[derive(Default)]
struct Trail {
    /// The key of the current entry.
    key: u64,
    /// How many entries of this app lie below it, as far as they are known.
    depth: u64,
    /// How far each entry was scrolled when it was left, in CSS pixels.
    scrolled: BTreeMap<u64, f64>,
    /// Who is told of changes.
    watcher: Option<Rc<dyn Fn(Visit)>>,
}

thread_local! {
    static TRAIL: RefCell<Trail> = RefCell::default();
}

/// Where the browser stands now.
pub fn current() -> Visit {
    Visit {
        path: path(),
        marker: state("marker").and_then(|marker| marker.as_string()),
    }
}

/// From now on, `tell` is called on every change: Back, Forward, a click on a link of this site, [`go`], [`replace`].
pub fn watch(tell: impl Fn(Visit) + 'static) {
    let key = number("key").unwrap_or_else(new_key);
    TRAIL.with_borrow_mut(|trail| {
        trail.key = key;
        trail.depth = number("depth").unwrap_or(0);
        trail.watcher = Some(Rc::new(tell));
    });
    if let Some(history) = history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    // After a reload nobody has asked for the overlay, and the camera must not start by itself. The marker stays only where
    // the entry below is this app's: whoever shows overlays then goes back to it, else one Back would change nothing.
    let marker = current()
        .marker
        .filter(|_| TRAIL.with_borrow(|trail| trail.depth > 0));
    write(Write::Replace, &path(), marker.as_deref());
    listen_to_back();
    listen_to_clicks();
}

/// Opens a page by its path and query, at its top. An open overlay gives its place in the history to it; over the very
/// page it only closes, since that page has an entry already.
pub fn go(to: &str) {
    let to = links::within(&path(), to);
    let covered = current().marker.is_some();
    if to == path() {
        if covered {
            back();
        }
        return;
    }
    if covered {
        write(Write::Replace, &to, None);
    } else {
        leave();
        write(Write::Push, &to, None);
    }
    if let Some(window) = site::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    tell();
}

/// Gives the current entry another path and query: for a state of the page that Back should not undo step by step.
pub fn replace(to: &str) {
    let to = links::within(&path(), to);
    write(Write::Replace, &to, current().marker.as_deref());
    tell();
}

/// Adds an entry with the same path and a marker for an overlay. One overlay takes the place of another.
pub fn mark(marker: &str) {
    if current().marker.is_some() {
        write(Write::Replace, &path(), Some(marker));
    } else {
        leave();
        write(Write::Push, &path(), Some(marker));
    }
    tell();
}

/// Whether the current entry is the first of this app, as on a page that the phone's own camera opened.
pub fn is_first() -> bool {
    TRAIL.with_borrow(|trail| trail.depth == 0)
}

/// One entry back. False when there is none of this app, as on a page that another site or the phone's own camera opened.
pub fn back() -> bool {
    let depth = TRAIL.with_borrow(|trail| trail.depth);
    depth > 0 && history().is_some_and(|history| history.back().is_ok())
}

fn listen_to_back() {
    let call = Closure::<dyn Fn(Event)>::new(|_| {
        leave(); // OK because the browser does not scroll by itself: the window still stands where it was left.
        let (key, depth) = (number("key").unwrap_or(0), number("depth").unwrap_or(0));
        let scrolled = TRAIL.with_borrow_mut(|trail| {
            (trail.key, trail.depth) = (key, depth);
            trail.scrolled.get(&key).copied()
        });
        tell();
        restore(scrolled.unwrap_or(0.0), RESTORE_FRAMES);
    });
    if let Some(window) = site::window() {
        let _ = window.add_event_listener_with_callback("popstate", call.as_ref().unchecked_ref());
    }
    call.forget(); // OK because it listens for as long as the page lives.
}

fn listen_to_clicks() {
    let call = Closure::<dyn Fn(MouseEvent)>::new(|event: MouseEvent| {
        if let Some(path) = links::inner(&event) {
            event.prevent_default();
            go(&path);
        }
    });
    if let Some(document) = site::document() {
        let _ = document.add_event_listener_with_callback("click", call.as_ref().unchecked_ref());
    }
    call.forget(); // OK because it listens for as long as the page lives.
}

/// Scrolls down to where an entry was left, waiting for a page that is still growing.
fn restore(top: f64, frames: u32) {
    site::after_drawing(move || {
        let Some(window) = site::window() else { return };
        window.scroll_to_with_x_and_y(0.0, top);
        let reached = window.scroll_y().unwrap_or(top);
        if reached + 1.0 < top && frames > 0 {
            restore(top, frames - 1);
        }
    });
}

/// Remembers how far the current entry is scrolled.
fn leave() {
    let top = site::window()
        .and_then(|window| window.scroll_y().ok())
        .unwrap_or(0.0);
    TRAIL.with_borrow_mut(|trail| trail.scrolled.insert(trail.key, top));
}

fn tell() {
    let watcher = TRAIL.with_borrow(|trail| trail.watcher.clone());
    if let Some(watcher) = watcher {
        watcher(current());
    }
}

enum Write {
    Push,
    Replace,
}

fn write(how: Write, path: &str, marker: Option<&str>) {
    let (key, depth) = TRAIL.with_borrow(|trail| (trail.key, trail.depth));
    let (key, depth) = match how {
        Write::Push => (new_key(), depth + 1),
        Write::Replace => (key, depth),
    };
    TRAIL.with_borrow_mut(|trail| (trail.key, trail.depth) = (key, depth));
    let state = Object::new();
    let _ = Reflect::set(&state, &"key".into(), &JsValue::from_f64(key as f64));
    let _ = Reflect::set(&state, &"depth".into(), &JsValue::from_f64(depth as f64));
    if let Some(marker) = marker {
        let _ = Reflect::set(&state, &"marker".into(), &marker.into());
    }
    let Some(history) = history() else { return };
    // OK because browsers refuse only a flood of changes, and then the page still shows what was asked for.
    let _ = match how {
        Write::Push => history.push_state_with_url(&state, "", Some(path)),
        Write::Replace => history.replace_state_with_url(&state, "", Some(path)),
    };
}

/// A key that no earlier entry has, not even one from before a reload: the moment in milliseconds.
fn new_key() -> u64 {
    let now = super::clock::now_ms() as u64;
    TRAIL.with_borrow(|trail| now.max(trail.key + 1))
}

fn path() -> String {
    let location = site::window().map(|window| window.location());
    location
        .and_then(|location| Some(location.pathname().ok()? + &location.search().ok()?))
        .unwrap_or_else(|| "/".to_owned())
}

fn number(field: &str) -> Option<u64> {
    state(field)?.as_f64().map(|number| number as u64)
}

fn state(field: &str) -> Option<JsValue> {
    let state = history()?.state().ok()?;
    Reflect::get(&state, &JsValue::from_str(field)).ok()
}

fn history() -> Option<History> {
    site::window()?.history().ok()
}
