//! Plays recorded clips of this site.

use gloo_net::http::Request;
use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, HtmlAudioElement, Url};

/// Plays the clip at an address and waits until it has ended. Gives whether it could be played.
/// It is silent as soon as the future is dropped.
pub async fn play(address: &str) -> bool {
    let Some(clip) = fetch(address).await else {
        return false;
    };
    let ended = Promise::new(&mut |resolve: Function, reject: Function| {
        clip.sound.set_onended(Some(&resolve));
        clip.sound.set_onerror(Some(&reject));
    });
    let Ok(started) = clip.sound.play() else {
        return false;
    };
    JsFuture::from(started).await.is_ok() && JsFuture::from(ended).await.is_ok()
}

/// A clip in memory; it stops and is let go when dropped.
struct Clip {
    sound: HtmlAudioElement,
    url: String,
}

/// The whole clip, so that the service worker can answer from what it kept: it keeps no parts of files.
async fn fetch(address: &str) -> Option<Clip> {
    let response = Request::get(address).send().await.ok()?;
    let kind = response.headers().get("Content-Type").unwrap_or_default();
    if !response.ok() || kind.starts_with("text/html") {
        return None; // Static hosts answer unknown paths with their start page.
    }
    let bytes = response.binary().await.ok()?;
    let parts = Array::of1(&Uint8Array::from(bytes.as_slice()));
    let blob = Blob::new_with_u8_array_sequence(&parts).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let sound = HtmlAudioElement::new_with_src(&url).ok()?;
    Some(Clip { sound, url })
}

impl Drop for Clip {
    fn drop(&mut self) {
        let _ = self.sound.pause(); // OK because what does not play is silent already.
        let _ = Url::revoke_object_url(&self.url); // OK because an address that nobody knows is no harm.
    }
}
