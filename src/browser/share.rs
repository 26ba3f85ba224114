//! Passing an address on: by the phone's own share sheet, or by the clipboard where there is none.

use super::site;
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Navigator, ShareData};

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The share sheet was shown.
    Sheet,
    /// The address lies in the clipboard.
    Copied,
    /// Neither was allowed.
    Refused,
}

/// Shares a page of this site by its path. Call it from a tap, else browsers refuse.
pub async fn share(title: &str, path: &str) -> Shared {
    let url = format!("{}{path}", site::origin());
    let Some(window) = site::window() else {
        return Shared::Refused;
    };
    let navigator = window.navigator();
    if has(&navigator, "share") && show_sheet(&navigator, title, &url).await {
        return Shared::Sheet;
    }
    if copy(path).await {
        Shared::Copied
    } else {
        Shared::Refused
    }
}

/// Copies the address of a page of this site. Gives whether the browser allowed it.
pub async fn copy(path: &str) -> bool {
    copy_text(&format!("{}{path}", site::origin())).await
}

/// Copies a text. Gives whether the browser allowed it.
pub async fn copy_text(text: &str) -> bool {
    let navigator = site::window().map(|window| window.navigator());
    match navigator.filter(|navigator| has(navigator, "clipboard")) {
        Some(navigator) => JsFuture::from(navigator.clipboard().write_text(text))
            .await
            .is_ok(),
        None => false,
    }
}

/// Whether the sheet came up. A sheet that the shopper closed again came up too.
async fn show_sheet(navigator: &Navigator, title: &str, url: &str) -> bool {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(url);
    match JsFuture::from(navigator.share_with_data(&data)).await {
        Ok(_) => true,
        Err(error) => name_of(&error).as_deref() == Some("AbortError"),
    }
}

fn name_of(error: &JsValue) -> Option<String> {
    Reflect::get(error, &JsValue::from_str("name")).ok()?.as_string()
}

/// Whether the browser has a member of the navigator: both are missing on pages without https.
fn has(navigator: &Navigator, member: &str) -> bool {
    Reflect::get(navigator, &JsValue::from_str(member)).is_ok_and(|found| !found.is_undefined())
}
