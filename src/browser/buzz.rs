//! A short buzz of the phone when a code was read.

use super::site;
use js_sys::Reflect;

/// How long it lasts, in milliseconds.
const BUZZ_MS: u32 = 40;

/// Buzzes once. Silent where the browser has no such thing, as on iPhones.
pub fn buzz() {
    let Some(navigator) = site::window().map(|window| window.navigator()) else {
        return;
    };
    if Reflect::has(&navigator, &"vibrate".into()).unwrap_or(false) {
        let _ = navigator.vibrate_with_duration(BUZZ_MS); // OK because a phone that refuses is just silent.
    }
}
