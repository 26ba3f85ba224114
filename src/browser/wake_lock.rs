//! A screen that stays lit (Screen Wake Lock API, W3C): asked for, and asked for again when the page comes back into view.

use super::listener::Listener;
use super::site;
use super::wire::get;
use js_sys::{Function, Promise};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Keeps the screen lit until it is dropped. Where the browser cannot, or refuses because the battery is low, nothing happens.
#[derive(Debug)]
pub struct WakeLock {
    held: Held,
    _listener: Option<Listener>,
}

/// What the browser gave, if it gave anything.
type Held = Rc<RefCell<State>>;

#[derive(Debug)]
enum State {
    /// Nothing is held.
    Nothing,
    /// The browser's sentinel of a lock.
    Sentinel(JsValue),
    /// Nothing shall be held any more.
    Over,
}

impl WakeLock {
    /// Asks for it now and whenever the page is seen again: browsers take the lock back from a page that is out of view.
    pub fn hold() -> WakeLock {
        let held = Rc::new(RefCell::new(State::Nothing));
        ask(held.clone());
        let again = held.clone();
        let listener = site::document().map(|document| {
            Listener::new(&document, "visibilitychange", move |_| {
                if !site::is_hidden() {
                    ask(again.clone());
                }
            })
        });
        WakeLock {
            held,
            _listener: listener,
        }
    }
}

impl Drop for WakeLock {
    fn drop(&mut self) {
        if let State::Sentinel(sentinel) = self.held.replace(State::Over) {
            release(&sentinel);
        }
    }
}

fn ask(held: Held) {
    spawn_local(async move {
        let Some(sentinel) = request().await else { return };
        let earlier = match &mut *held.borrow_mut() {
            State::Over => Some(sentinel), // OK because the page was left while the browser thought about it.
            state => match std::mem::replace(state, State::Sentinel(sentinel)) {
                State::Sentinel(earlier) => Some(earlier),
                _ => None,
            },
        };
        if let Some(earlier) = earlier {
            release(&earlier);
        }
    });
}

async fn request() -> Option<JsValue> {
    let lock = get(&site::window()?.navigator(), "wakeLock")?;
    let request: Function = get(&lock, "request")?.dyn_into().ok()?;
    let promise: Promise = request.call1(&lock, &"screen".into()).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

fn release(sentinel: &JsValue) {
    let release: Option<Function> = get(sentinel, "release").and_then(|release| release.dyn_into().ok());
    if let Some(release) = release {
        let _ = release.call0(sentinel); // OK because a lock that is gone already needs no release.
    }
}
