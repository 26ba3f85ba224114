//! The style sheet of all that comes in chunks, which the first visit does without.

use super::site;
use js_sys::Promise;
use std::cell::Cell;
use wasm_bindgen_futures::JsFuture;

/// Where it lies.
const LATER: &str = "/styles/later.css";

thread_local! {
    /// Whether it is on the page.
    static IS_THERE: Cell<bool> = const { Cell::new(false) };
}

/// Puts the sheet on the page, and waits until it has come. One that does not come holds nothing up, and is asked for again with
/// the next chunk.
pub async fn later() {
    if IS_THERE.get() {
        return;
    }
    let Some(link) = site::document().and_then(|document| document.create_element("link").ok()) else {
        return;
    };
    let has_come = Promise::new(&mut |come, missing| {
        // OK because an element of the page's own takes any attribute and listener.
        let _ = link.set_attribute("rel", "stylesheet");
        let _ = link.add_event_listener_with_callback("load", &come);
        let _ = link.add_event_listener_with_callback("error", &missing);
        let _ = link.set_attribute("href", LATER);
        if let Some(head) = site::document().and_then(|document| document.head()) {
            let _ = head.append_child(&link);
        }
    });
    IS_THERE.set(JsFuture::from(has_come).await.is_ok());
}
