//! The lenses of this phone, and the one that decoded a code on an earlier visit.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::settings;
use super::wire::get;
use crate::device::lens::Lens;

/// The name under which the lens that decoded is remembered.
const DECODED: &str = "lens";

/// All lenses. Call it while a camera is open: before, browsers tell neither ids nor labels.
pub async fn all() -> Vec<Lens> {
    let devices = web_sys::window()
        .and_then(|window| window.navigator().media_devices().ok())
        .and_then(|devices| devices.enumerate_devices().ok());
    let Some(devices) = devices else {
        return Vec::new();
    };
    let Some(devices) = JsFuture::from(devices)
        .await
        .ok()
        .and_then(|found| found.dyn_into::<Array>().ok())
    else {
        return Vec::new();
    };
    let lens = |device: wasm_bindgen::JsValue| {
        let text = |key| get(&device, key)?.as_string();
        (text("kind")? == "videoinput").then_some(Lens {
            id: text("deviceId")?,
            label: text("label")?,
        })
    };
    devices.iter().filter_map(lens).collect()
}

/// The lens that decoded last.
pub fn decoded() -> Option<Lens> {
    let kept = settings::read(DECODED)?;
    let (id, label) = kept.split_once('\n')?;
    Some(Lens {
        id: id.to_owned(),
        label: label.to_owned(),
    })
}

/// Remembers the lens that decoded.
pub fn remember(lens: &Lens) {
    if decoded().as_ref() != Some(lens) {
        settings::write(DECODED, &format!("{}\n{}", lens.id, lens.label));
    }
}
