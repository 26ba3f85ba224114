//! One camera track: what it can do, what it is asked to do. Each wish goes alone, because one that a camera cannot
//! fulfil would take the others with it, and a size asked for together with a focus is lost on some phones.

use js_sys::{Array, Function};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MediaStreamTrack, MediaTrackConstraints};

use super::timeout;
use super::wire::{get, object};
use crate::device::lens::Lens;
use crate::device::zoom::Zoom;

/// Some browsers know what a camera can do only after half a second: asked so often, so many milliseconds apart.
const ASK_TIMES: u32 = 10;
const ASK_MS: i32 = 100;

/// What a camera can do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Abilities {
    /// It has a lamp that can be switched.
    pub torch: bool,
    /// How much it can enlarge, where it can at all.
    pub zoom: Option<Zoom>,
    /// It keeps its focus by itself; `None` where the browser does not tell.
    pub focuses: Option<bool>,
    /// It can be told what to focus on.
    pub focus_point: bool,
}

/// The lamp after it was switched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lamp {
    /// It is lit.
    On,
    /// It is dark.
    Off,
    /// It should be dark and is not: only a new stream helps.
    Stuck,
}

/// The lens behind a track.
pub fn lens(track: &MediaStreamTrack) -> Lens {
    let id = get(&track.get_settings(), "deviceId").and_then(|id| id.as_string());
    Lens {
        id: id.unwrap_or_default(),
        label: track.label(),
    }
}

/// What the camera can do, as soon as the browser knows, and after a second at the latest.
pub async fn abilities(track: &MediaStreamTrack) -> Abilities {
    for _ in 0..ASK_TIMES {
        // A browser that gives the size first and the rest later has not answered yet.
        let known = capabilities(track)
            .filter(|known| get(known, "focusMode").is_some() || get(known, "torch").is_some());
        if let Some(known) = known {
            return read(track, &known);
        }
        timeout::pass(ASK_MS).await;
    }
    capabilities(track).map_or_else(Abilities::default, |known| read(track, &known))
}

fn capabilities(track: &MediaStreamTrack) -> Option<JsValue> {
    // Looked up by name, because Firefox on Android has no such function.
    let ask: Function = get(track, "getCapabilities")?.dyn_into().ok()?;
    ask.call0(track).ok().filter(JsValue::is_object)
}

fn read(track: &MediaStreamTrack, known: &JsValue) -> Abilities {
    let modes: Option<Array> = get(known, "focusMode").and_then(|modes| modes.dyn_into().ok());
    let has = |mode: &str| modes.as_ref().map(|modes| modes.includes(&mode.into(), 0));
    Abilities {
        torch: get(known, "torch").is_some_and(|torch| torch.is_truthy()),
        zoom: zoom(track, known),
        focuses: has("continuous"),
        focus_point: has("single-shot") == Some(true) && can_point(),
    }
}

fn zoom(track: &MediaStreamTrack, known: &JsValue) -> Option<Zoom> {
    let range = get(known, "zoom")?;
    let number = |key| get(&range, key)?.as_f64();
    let now = get(&track.get_settings(), "zoom").and_then(|zoom| zoom.as_f64());
    Zoom::new(number("min"), number("max")?, number("step"), now)
}

/// Whether the browser knows points to focus on at all.
fn can_point() -> bool {
    let supported = web_sys::window()
        .and_then(|window| window.navigator().media_devices().ok())
        .map(|devices| devices.get_supported_constraints());
    supported
        .and_then(|supported| get(&supported, "pointsOfInterest"))
        .is_some_and(|known| known.is_truthy())
}

/// Lets the camera keep its focus by itself.
pub async fn focus(track: &MediaStreamTrack) {
    advise(track, "focusMode", "continuous".into()).await;
}

/// Focuses once on a point, as shares of the picture's width and height.
pub async fn focus_at(track: &MediaStreamTrack, (x, y): (f32, f32)) {
    let point = object(&[("x", x.into()), ("y", y.into())]);
    advise(track, "pointsOfInterest", Array::of1(&point).into()).await;
    advise(track, "focusMode", "single-shot".into()).await;
}

/// Enlarges so many hundredths of the camera's unit.
pub async fn set_zoom(track: &MediaStreamTrack, hundredths: u32) {
    advise(track, "zoom", (f64::from(hundredths) / 100.0).into()).await;
}

/// Asks for a larger picture. A camera that has none keeps its own.
pub async fn enlarge(track: &MediaStreamTrack, (width, height): (u32, u32)) {
    let ideal = |length: u32| JsValue::from(object(&[("ideal", length.into())]));
    apply(track, &[("width", ideal(width)), ("height", ideal(height))]).await;
}

/// Switches the lamp, and looks whether it obeyed.
pub async fn torch(track: &MediaStreamTrack, on: bool) -> Lamp {
    let obeyed = advise(track, "torch", on.into()).await;
    // Where the settings do not tell, what came of the wish must do.
    let told = get(&track.get_settings(), "torch").map(|torch| torch.is_truthy());
    match (on, told.unwrap_or(on == obeyed)) {
        (true, true) => Lamp::On,
        (true, false) | (false, false) => Lamp::Off,
        (false, true) => Lamp::Stuck,
    }
}

/// Asks for one setting that a camera may or may not have. Gives whether it obeyed.
async fn advise(track: &MediaStreamTrack, key: &str, value: JsValue) -> bool {
    let advanced = Array::of1(&object(&[(key, value)]));
    apply(track, &[("advanced", advanced.into())]).await
}

async fn apply(track: &MediaStreamTrack, wish: &[(&str, JsValue)]) -> bool {
    let wish: MediaTrackConstraints = object(wish).unchecked_into();
    match track.apply_constraints_with_constraints(&wish) {
        Ok(done) => JsFuture::from(done).await.is_ok(),
        Err(_) => false,
    }
}
