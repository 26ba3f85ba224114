//! A camera's stream: asked for, chosen among the lenses, and always stopped.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{MediaStream, MediaStreamConstraints, MediaStreamTrack};

use super::wire::{get, object};
use super::{lenses, track};
use crate::device::lens::{self, Lens};

/// The size asked for first: larger ones stall older phones.
const SIZE: (u32, u32) = (1280, 720);

/// Why there is no picture.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CameraError {
    /// The browser has no camera interface: an old one, one inside another app, or a page without https.
    #[error("this browser lets no page use the camera")]
    Unsupported,
    /// The user, or a rule of the page that frames this one, said no.
    #[error("the camera was refused")]
    Refused,
    /// The device has no camera.
    #[error("there is no camera")]
    NoCamera,
    /// Another app holds the camera, or it does not start.
    #[error("the camera is busy")]
    Busy,
    /// Anything else, in the browser's words.
    #[error("the camera failed: {0}")]
    Other(String),
}

impl CameraError {
    /// Whether another lens may start all the same.
    fn is_of_one_lens(&self) -> bool {
        !matches!(self, CameraError::Unsupported | CameraError::Refused)
    }
}

/// A stream whose tracks are stopped when it is dropped.
#[derive(Debug)]
pub(super) struct Tracks(pub(super) MediaStream);

impl Tracks {
    pub(super) fn all(&self) -> impl Iterator<Item = MediaStreamTrack> {
        let tracks = self.0.get_tracks();
        tracks.into_iter().filter_map(|track| track.dyn_into().ok())
    }

    pub(super) fn track(&self) -> Option<MediaStreamTrack> {
        self.all().next()
    }
}

impl Drop for Tracks {
    fn drop(&mut self) {
        self.all().for_each(|track| track.stop());
    }
}

/// The lens that was asked for; where it is gone or does not start, the best of the others.
pub(super) async fn open_lens(lens: &Lens) -> Result<Tracks, CameraError> {
    match open(Ask::Exactly(lens)).await {
        Err(error) if error.is_of_one_lens() => open_best(Some(lens)).await,
        opened => opened,
    }
}

/// The lens that decoded last, or what the browser thinks best; and instead of it a better one, where there is one, but
/// none that has `failed`. The first is stopped before: on iPhones, the second would stop it.
pub(super) async fn open_best(failed: Option<&Lens>) -> Result<Tracks, CameraError> {
    let has_failed = |lens: &Lens| failed.is_some_and(|failed| failed.id == lens.id);
    let decoded = lenses::decoded().filter(|lens| !has_failed(lens));
    let stream = open_any(decoded.as_ref(), failed).await?;
    let Some(track) = stream.track() else {
        return Ok(stream);
    };
    let lenses = lenses::all().await;
    let better = lens::better(&lenses, &track::lens(&track), None, decoded.as_ref());
    let Some(better) = better.filter(|lens| !has_failed(lens)) else {
        return Ok(stream);
    };
    drop(stream);
    match open(Ask::Exactly(better)).await {
        Ok(stream) => Ok(stream),
        Err(_) => open_any(None, Some(better)).await,
    }
}

/// The lens that is rather wanted; where that does not start, what the browser thinks best; and then any that looks away.
async fn open_any(rather: Option<&Lens>, failed: Option<&Lens>) -> Result<Tracks, CameraError> {
    let mut opened = open(Ask::Rather(rather)).await;
    if rather.is_some() && fails_alone(&opened) {
        opened = open(Ask::Rather(None)).await;
    }
    if fails_alone(&opened) {
        for lens in lens::instead(&lenses::all().await, failed) {
            if let Ok(stream) = open(Ask::Exactly(lens)).await {
                return Ok(stream);
            }
        }
    }
    opened
}

fn fails_alone(opened: &Result<Tracks, CameraError>) -> bool {
    opened.as_ref().is_err_and(CameraError::is_of_one_lens)
}

async fn open(ask: Ask<'_>) -> Result<Tracks, CameraError> {
    Pending::request(ask)?.stream().await
}

/// Which lens is asked for.
#[derive(Clone, Copy)]
enum Ask<'a> {
    /// This one and no other.
    Exactly(&'a Lens),
    /// One that looks away from the user, this one if it is still there.
    Rather(Option<&'a Lens>),
}

impl Ask<'_> {
    /// The constraints on the video.
    fn constraints(self) -> js_sys::Object {
        let rule = |kind, value: JsValue| JsValue::from(object(&[(kind, value)]));
        let device = match self {
            Ask::Exactly(lens) => rule("exact", lens.id.as_str().into()),
            Ask::Rather(Some(lens)) => rule("ideal", lens.id.as_str().into()),
            Ask::Rather(None) => JsValue::UNDEFINED,
        };
        let facing = match self {
            Ask::Exactly(_) => JsValue::UNDEFINED,
            Ask::Rather(_) => rule("ideal", "environment".into()),
        };
        object(&[
            ("deviceId", device),
            ("facingMode", facing),
            ("width", rule("ideal", SIZE.0.into())),
            ("height", rule("ideal", SIZE.1.into())),
        ])
    }
}

/// A camera that was asked for and has not come. When nobody waits for it any more, it is stopped as soon as it comes.
struct Pending(Option<Promise>);

impl Pending {
    fn request(ask: Ask) -> Result<Pending, CameraError> {
        let devices = web_sys::window()
            .and_then(|window| window.navigator().media_devices().ok())
            .filter(|devices| !devices.is_undefined())
            .ok_or(CameraError::Unsupported)?;
        let wanted = MediaStreamConstraints::new();
        wanted.set_video(&ask.constraints());
        wanted.set_audio_bool(false);
        let promise = devices
            .get_user_media_with_constraints(&wanted)
            .map_err(|error| camera_error(&error))?;
        Ok(Pending(Some(promise)))
    }

    async fn stream(mut self) -> Result<Tracks, CameraError> {
        let Some(promise) = self.0.clone() else {
            return Err(CameraError::Unsupported);
        };
        let answer = JsFuture::from(promise).await;
        self.0 = None;
        match answer {
            Ok(stream) => Ok(Tracks(stream.unchecked_into())),
            Err(error) => Err(camera_error(&error)),
        }
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        if let Some(promise) = self.0.take() {
            spawn_local(async move {
                if let Ok(stream) = JsFuture::from(promise).await {
                    drop(Tracks(stream.unchecked_into()));
                }
            });
        }
    }
}

/// The names are those of Media Capture and Streams, 10.3.
fn camera_error(error: &JsValue) -> CameraError {
    let text = |key| get(error, key).and_then(|text| text.as_string());
    match text("name").unwrap_or_default().as_str() {
        "NotAllowedError" | "SecurityError" => CameraError::Refused,
        "NotFoundError" | "OverconstrainedError" => CameraError::NoCamera,
        "NotReadableError" | "AbortError" => CameraError::Busy,
        "TypeError" | "NotSupportedError" => CameraError::Unsupported,
        name => CameraError::Other(text("message").unwrap_or_else(|| name.to_owned())),
    }
}
