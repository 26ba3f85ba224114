//! Files that somebody gives the page: chosen, or dropped anywhere on it. They are read here and sent nowhere.

use super::listener::Listener;
use super::{site, wire};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, EventTarget, FileList, HtmlInputElement};

pub use web_sys::File;

/// The whole page as a place to drop files of any kind, until it is dropped itself. No other place on the page hears of them.
#[derive(Debug)]
pub struct FileDrop {
    _listeners: Vec<Listener>,
}

impl FileDrop {
    /// Calls `over` with whether files are held over the page, and `given` with those let go there.
    pub fn over_page(over: impl Fn(bool) + Clone + 'static, given: impl Fn(Vec<File>) + 'static) -> FileDrop {
        let Some(root) = site::document().and_then(|document| document.document_element()) else {
            return FileDrop {
                _listeners: Vec::new(),
            };
        };
        let (entered, left) = (over.clone(), over.clone());
        let enter = move |event: Event| {
            if held(&event).is_some() {
                entered(true);
            }
        };
        let leave = move |event: Event| {
            let is_out = event
                .dyn_ref()
                .is_some_and(|drag: &DragEvent| drag.related_target().is_none());
            if is_out {
                left(false);
            }
        };
        let let_go = move |event: Event| {
            if let Some(files) = held(&event) {
                over(false);
                given(all(files));
            }
        };
        let root: &EventTarget = &root;
        let _listeners = vec![
            Listener::new(root, "dragover", enter),
            Listener::new(root, "dragleave", leave),
            Listener::new(root, "drop", let_go),
        ];
        FileDrop { _listeners }
    }
}

/// The files that are chosen in a field; it is empty afterwards, so that the same ones may be chosen again.
pub fn chosen(input: &HtmlInputElement) -> Vec<File> {
    let files = all(input.files());
    input.set_value("");
    files
}

/// Where a file lies in the folder that was chosen, or else its name.
pub fn path(file: &File) -> String {
    let inside = wire::get(file, "webkitRelativePath").and_then(|path| path.as_string());
    inside
        .filter(|path| !path.is_empty())
        .unwrap_or_else(|| file.name())
}

/// The text of a file, what is no UTF-8 in it as U+FFFD; `None` where it cannot be read.
pub async fn text(file: &File) -> Option<String> {
    JsFuture::from(file.text()).await.ok()?.as_string()
}

/// The files of a drag; the browser shall not open them by itself, nor anybody else hear of them.
fn held(event: &Event) -> Option<Option<FileList>> {
    let data = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    if !data.types().includes(&"Files".into(), 0) {
        return None;
    }
    event.prevent_default();
    event.stop_propagation();
    Some(data.files())
}

fn all(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else {
        return Vec::new();
    };
    (0..files.length()).filter_map(|at| files.get(at)).collect()
}
