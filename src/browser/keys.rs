//! Keys and touches of the whole page, wherever the focus is.

use super::listener::Listener;
use super::site;
use crate::device::wedge::american;
use wasm_bindgen::JsCast;
use web_sys::{Event, EventTarget, HtmlElement, KeyboardEvent};

/// A key that went down.
#[derive(Clone, Debug, PartialEq)]
pub struct Press {
    /// What it types, or its name: `a`, `]`, `Enter`.
    pub key: String,
    /// Whether Ctrl is held with it.
    pub ctrl: bool,
    /// When it went down, in milliseconds by the browser's own clock: a page that is busy learns of it later.
    pub at_ms: f64,
    /// Whether the keyboard repeats it because it is held.
    pub repeated: bool,
    /// Whether it goes into a field.
    pub in_field: bool,
}

/// Listens to every key that goes down. `take` gives whether the key is taken: then it does nothing else on the page.
pub fn presses(mut take: impl FnMut(Press) -> bool + 'static) -> Option<Listener> {
    let window = site::window()?;
    Some(Listener::new(&window, "keydown", move |event| {
        if event
            .dyn_ref::<KeyboardEvent>()
            .is_some_and(|key| take(press(key)))
        {
            event.prevent_default();
        }
    }))
}

/// Listens to every key that is let go, by its name, and to the loss of the keyboard to another window (an empty name).
pub fn releases(tell: impl Fn(&str) + Clone + 'static) -> Vec<Listener> {
    let Some(window) = site::window() else {
        return Vec::new();
    };
    let lost = tell.clone();
    let released = move |event: Event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
            tell(&key.key());
        }
    };
    vec![
        Listener::new(&window, "keyup", released),
        Listener::new(&window, "blur", move |_| lost("")),
    ]
}

/// Listens to every sign that somebody is there: touches, clicks, the wheel.
pub fn touches(tell: impl Fn() + Clone + 'static) -> Vec<Listener> {
    let Some(window) = site::window() else {
        return Vec::new();
    };
    let kinds = ["pointerdown", "pointermove", "wheel", "touchmove"];
    let listen = |kind| {
        let tell = tell.clone();
        Listener::new(&window, kind, move |_| tell())
    };
    kinds.map(listen).into()
}

fn press(event: &KeyboardEvent) -> Press {
    let key = event.key();
    // A letter that no bar code reader sends, or one that an input method keeps to itself, is read by its place.
    let is_hidden = !key.is_ascii() || key == "Process" || key == "Unidentified";
    let by_place = is_hidden.then(|| american(&event.code(), event.shift_key()));
    Press {
        key: by_place.flatten().map_or(key, String::from),
        ctrl: event.ctrl_key(),
        at_ms: event.time_stamp(),
        repeated: event.repeat(),
        in_field: event.target().is_some_and(is_field),
    }
}

fn is_field(target: EventTarget) -> bool {
    let Ok(element) = target.dyn_into::<HtmlElement>() else {
        return false;
    };
    matches!(element.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA") || element.is_content_editable()
}
