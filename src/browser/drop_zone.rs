//! The whole page as a place to drop a photo.

use super::site;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::DragEvent;

pub use web_sys::File;

type Listener = Closure<dyn Fn(DragEvent)>;

/// Listens until dropped.
pub struct DropZone(Vec<(&'static str, Listener)>);

impl DropZone {
    /// Calls `over` with whether a file is held over the page, and `dropped` with the first file let go there.
    pub fn over_page(over: impl Fn(bool) + Clone + 'static, dropped: impl Fn(File) + 'static) -> DropZone {
        let (entered, left) = (over.clone(), over.clone());
        let enter: Listener = Closure::new(move |event: DragEvent| {
            if holds_files(&event) {
                event.prevent_default(); // OK because without it the browser would open the file by itself.
                entered(true);
            }
        });
        let leave: Listener = Closure::new(move |event: DragEvent| {
            if event.related_target().is_none() {
                left(false);
            }
        });
        let let_go: Listener = Closure::new(move |event: DragEvent| {
            if !holds_files(&event) {
                return;
            }
            event.prevent_default();
            over(false);
            if let Some(file) = event.data_transfer().and_then(|data| data.files()?.get(0)) {
                dropped(file);
            }
        });
        let zone = DropZone(vec![("dragover", enter), ("dragleave", leave), ("drop", let_go)]);
        for (name, listener) in &zone.0 {
            if let Some(document) = site::document() {
                let _ = document.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
            }
        }
        zone
    }
}

impl Drop for DropZone {
    fn drop(&mut self) {
        for (name, listener) in &self.0 {
            if let Some(document) = site::document() {
                let _ = document.remove_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
            }
        }
    }
}

fn holds_files(event: &DragEvent) -> bool {
    event
        .data_transfer()
        .is_some_and(|data| data.types().includes(&"Files".into(), 0))
}
