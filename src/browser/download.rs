//! Saving a text as a file, where the phone keeps its downloads.

use super::site;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Saves a text of a media type under a name. Call it in a tap. What the browser refuses does nothing.
pub fn save(name: &str, media_type: &str, text: &str) {
    let _ = try_save(name, media_type, text); // OK because the page shows the same.
}

fn try_save(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let document = site::document().ok_or(JsValue::NULL)?;
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url) // OK because the click has started the download.
}
