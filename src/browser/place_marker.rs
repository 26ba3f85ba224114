//! A marker on the part of a page that is being read aloud.

use super::site;
use web_sys::{Element, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

/// The attribute that screen readers and the style sheet take it from (WAI-ARIA 1.2, 6.6).
const ATTRIBUTE: &str = "aria-current";

/// A marked element; it is marked no more when this is dropped.
#[derive(Debug)]
pub struct PlaceMarker(Element);

impl PlaceMarker {
    /// Marks the element with this place among those that the selector finds, counted from 0, and brings it into view,
    /// unless the shopper wishes for no movement. `None` where there is no such element.
    pub fn put(selector: &str, index: usize) -> Option<PlaceMarker> {
        let found = site::document()?.query_selector_all(selector).ok()?;
        let element = found.item(u32::try_from(index).ok()?)?;
        let element: Element = wasm_bindgen::JsCast::dyn_into(element).ok()?;
        let _ = element.set_attribute(ATTRIBUTE, "step"); // OK because the name is valid.
        if !site::wants_stillness() {
            let options = ScrollIntoViewOptions::new();
            options.set_behavior(ScrollBehavior::Smooth);
            options.set_block(ScrollLogicalPosition::Center);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
        Some(PlaceMarker(element))
    }
}

impl Drop for PlaceMarker {
    fn drop(&mut self) {
        let _ = self.0.remove_attribute(ATTRIBUTE); // OK because an attribute that is gone is gone.
    }
}
