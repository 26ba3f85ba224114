//! The page as a whole: its title, its language, its heading, and what the browser says about itself.

use super::wire::get;
use wasm_bindgen::JsCast;
use web_sys::{Document, FocusOptions, HtmlElement, VisibilityState, Window};

/// The window; `None` only outside a page.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The document; `None` only outside a page.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// Scheme and host of the site: `https://example.org`.
pub fn origin() -> String {
    window()
        .and_then(|window| window.location().origin().ok())
        .unwrap_or_default()
}

/// The whole address of a page of this site by its path.
pub fn address_of(path: &str) -> String {
    format!("{}{path}", origin())
}

/// The languages that the browser asks for, most wanted first.
pub fn languages() -> Vec<String> {
    let Some(window) = window() else {
        return Vec::new();
    };
    window
        .navigator()
        .languages()
        .iter()
        .filter_map(|tag| tag.as_string())
        .collect()
}

/// Whether the browser believes that it has a network.
pub fn is_online() -> bool {
    window().is_none_or(|window| window.navigator().on_line())
}

/// What the browser calls itself.
pub fn user_agent() -> String {
    window()
        .and_then(|window| window.navigator().user_agent().ok())
        .unwrap_or_default()
}

/// Whether the page was opened from an iPhone's home screen, as Safari tells it.
pub fn stands_alone() -> bool {
    let told = window().and_then(|window| get(&window.navigator(), "standalone"));
    told.is_some_and(|told| told.is_truthy())
}

/// Whether nobody can see the page.
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.visibility_state() == VisibilityState::Hidden)
}

/// Gives the document its title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Tells the language of the page by its tag (BCP 47).
pub fn set_language(tag: &str) {
    mark("lang", tag);
}

/// Sets an attribute of the `html` element, from which the style sheet takes it.
pub fn mark(attribute: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute(attribute, value); // OK because the names are our own and valid.
    }
}

/// The version of the app: the build writes it into the page.
pub fn version() -> String {
    document()
        .and_then(|document| document.document_element())
        .and_then(|root| root.get_attribute("data-build"))
        .unwrap_or_default()
}

/// Whether the shopper wishes for no movement on the screen.
pub fn wants_stillness() -> bool {
    let asked = window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok());
    asked.flatten().is_some_and(|answer| answer.matches())
}

/// Scrolls the page to its top.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Opens the browser's own dialog to print the page.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print(); // OK because a browser without a printer shows no dialog.
    }
}

/// Moves the focus to the heading of the page once it is drawn, or to the page itself where it has none.
/// The page does not scroll for it.
pub fn focus_heading() {
    focus(&["main h1", "main"]);
}

/// Moves the focus on to the heading of a page that came late: from the page itself, where it has been waiting for it.
pub fn focus_heading_from_page() {
    after_drawing(|| {
        let waiting = document().and_then(|document| document.active_element());
        if waiting.is_some_and(|element| element.tag_name() == "MAIN") {
            focus_heading();
        }
    });
}

/// Moves the focus to the first element that one of the selectors finds, once the page is drawn. The page does not scroll for it.
pub fn focus(selectors: &'static [&'static str]) {
    after_drawing(move || {
        let find = |selector: &&str| document()?.query_selector(selector).ok().flatten();
        let found = selectors.iter().find_map(find);
        if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            if element.tab_index() < 0 {
                let _ = element.set_attribute("tabindex", "-1"); // OK because the name is valid.
            }
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = element.focus_with_options(&options); // OK because an element that takes no focus is no harm.
        }
    });
}

/// Presses the element with this id, as a tap would. Call it inside a tap, else browsers refuse to open a choice of files.
pub fn press(id: &str) {
    let found = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}

/// Calls back before the browser draws the next time.
pub fn after_drawing(call: impl FnOnce() + 'static) {
    let call = wasm_bindgen::closure::Closure::once_into_js(call);
    if let Some(window) = window() {
        let _ = window.request_animation_frame(call.unchecked_ref()); // OK because only a detached window refuses.
    }
}
