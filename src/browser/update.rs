//! A new version of the app: told by the start page, taken when the shopper agrees.

use super::site;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CustomEvent, Event};

/// The event that says a new version waits.
const UPDATE: &str = "cho-phien:update";

/// The event that asks to reload into it.
const RENEW: &str = "cho-phien:renew";

/// Tells when a new version waits.
pub fn watch(tell: impl Fn() + 'static) {
    let call = Closure::<dyn Fn(Event)>::new(move |_| tell());
    if let Some(window) = site::window() {
        let _ = window.add_event_listener_with_callback(UPDATE, call.as_ref().unchecked_ref());
    }
    call.forget(); // OK because it listens for as long as the page lives.
}

/// Reloads the page into the new version.
pub fn renew() {
    if let (Some(window), Ok(event)) = (site::window(), CustomEvent::new(RENEW)) {
        let _ = window.dispatch_event(&event); // OK because the old version goes on working.
    }
}
