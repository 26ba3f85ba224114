//! Installing the app on the home screen: the browser's offer, kept until the shopper wants it.

use super::site;
use js_sys::{Function, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

thread_local! {
    /// The event `beforeinstallprompt`, which alone can show the browser's question, and only once.
    static OFFER: RefCell<Option<Event>> = const { RefCell::new(None) };
}

/// Keeps the browser's offer and tells whenever there is one, or no longer is.
pub fn watch(tell: impl Fn(bool) + 'static) {
    let tell = Rc::new(tell);
    let offered = Rc::clone(&tell);
    listen("beforeinstallprompt", move |event| {
        event.prevent_default();
        OFFER.set(Some(event));
        offered(true);
    });
    listen("appinstalled", move |_| {
        OFFER.set(None);
        tell(false);
    });
}

/// Shows the browser's question, if there is an offer left.
pub fn ask() {
    let Some(offer) = OFFER.take() else { return };
    let prompt = Reflect::get(&offer, &JsValue::from_str("prompt"));
    if let Some(prompt) = prompt.ok().and_then(|found| found.dyn_into::<Function>().ok()) {
        let _ = prompt.call0(&offer); // OK because the answer comes as the event `appinstalled`, or not at all.
    }
}

fn listen(name: &str, call: impl Fn(Event) + 'static) {
    let call = Closure::<dyn Fn(Event)>::new(call);
    if let Some(window) = site::window() {
        let _ = window.add_event_listener_with_callback(name, call.as_ref().unchecked_ref());
    }
    call.forget(); // OK because it listens for as long as the page lives.
}
