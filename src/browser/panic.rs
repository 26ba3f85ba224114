//! What happens when the program breaks: the console gets the reason, and the page is told so that it can say so.

use super::site;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, console};

/// The event that the start page listens for on the window.
pub const EVENT: &str = "cho-phien:panic";

/// From now on, every panic is logged to the console and announced on the window.
pub fn watch() {
    std::panic::set_hook(Box::new(|info| {
        console::error_1(&JsValue::from_str(&info.to_string()));
        if let (Some(window), Ok(event)) = (site::window(), CustomEvent::new(EVENT)) {
            let _ = window.dispatch_event(&event); // OK because there is nobody left to tell.
        }
    }));
}
