//! The camera behind a viewfinder: opened on a tap, always let go.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
pub use web_sys::HtmlVideoElement;
use web_sys::{
    MediaStream, MediaStreamConstraints, MediaStreamTrack, MediaTrackConstraints, VisibilityState,
};

use super::listener::Listener;
use super::wire::{get, object};

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

/// Called when the picture stops by itself.
type Interrupted = Rc<RefCell<Option<Rc<dyn Fn()>>>>;

/// An open camera. Dropping it stops the picture and switches the lamp off.
#[derive(Debug)]
pub struct Camera {
    video: HtmlVideoElement,
    stream: Tracks,
    interrupted: Callback,
    _listeners: Vec<Listener>,
}

impl Camera {
    /// Opens the camera that looks away from the user and shows it in the video element.
    /// If the future is dropped before it is done, a camera that opens late is stopped at once.
    pub async fn open(video: &HtmlVideoElement) -> Result<Camera, CameraError> {
        let stream = Pending::request()?.stream().await?;
        for name in ["playsinline", "autoplay", "muted"] {
            // OK because these are valid attribute names. Without them, phones show the video in full screen or not at all.
            let _ = video.set_attribute(name, "");
        }
        video.set_muted(true);
        video.set_src_object(Some(&stream.0));
        if let Ok(playing) = video.play() {
            // Not waited for: on some phones the promise stays open, and `autoplay` starts the video as well.
            spawn_local(async move { drop(JsFuture::from(playing).await) });
        }
        let interrupted = Callback::default();
        let listeners = listeners(&stream, &interrupted);
        // Later and by itself, because together with the size it spoils the size on some phones.
        let focus = |track| advise(&track, "focusMode", &"continuous".into());
        if let Some(focused) = stream.track().and_then(focus) {
            // Not waited for: a camera that cannot do it refuses, which changes nothing.
            spawn_local(async move { drop(JsFuture::from(focused).await) });
        }
        Ok(Camera {
            video: video.clone(),
            stream,
            interrupted,
            _listeners: listeners,
        })
    }

    /// Calls this when the picture stops by itself: the camera was taken away or muted, or the page was hidden, in which
    /// case the camera has been let go. Open a new one to go on. Replaces the call set before.
    pub fn on_interrupted(&self, call: impl Fn() + 'static) {
        self.interrupted.0.replace(Some(Rc::new(call)));
    }

    /// Whether the camera has a lamp that can be switched. Some browsers know it only half a second after opening.
    pub fn torch_available(&self) -> bool {
        let capabilities = self.stream.track().and_then(|track| {
            let ask: js_sys::Function = get(&track, "getCapabilities")?.dyn_into().ok()?;
            ask.call0(&track).ok()
        });
        capabilities
            .and_then(|capabilities| get(&capabilities, "torch"))
            .is_some_and(|torch| torch.is_truthy())
    }

    /// Switches the lamp; gives what the camera says of it afterwards.
    pub async fn set_torch(&self, on: bool) -> bool {
        let Some(track) = self.stream.track() else {
            return false;
        };
        if let Some(done) = advise(&track, "torch", &on.into()) {
            // OK because the setting read below tells whether it worked.
            let _ = JsFuture::from(done).await;
        }
        get(&track.get_settings(), "torch").is_some_and(|torch| torch.is_truthy())
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        // The video may show a later camera by now.
        if self.video.src_object().as_ref() == Some(&self.stream.0) {
            self.video.set_src_object(None);
        }
    }
}

/// A stream whose tracks are stopped when it is dropped.
#[derive(Debug)]
struct Tracks(MediaStream);

impl Tracks {
    fn all(&self) -> impl Iterator<Item = MediaStreamTrack> {
        let tracks = self.0.get_tracks();
        tracks.into_iter().filter_map(|track| track.dyn_into().ok())
    }

    fn track(&self) -> Option<MediaStreamTrack> {
        self.all().next()
    }
}

impl Drop for Tracks {
    fn drop(&mut self) {
        self.all().for_each(|track| track.stop());
    }
}

/// A camera that was asked for and has not come. When nobody waits for it any more, it is stopped as soon as it comes.
struct Pending(Option<Promise>);

impl Pending {
    fn request() -> Result<Pending, CameraError> {
        let devices = web_sys::window()
            .and_then(|window| window.navigator().media_devices().ok())
            .filter(|devices| !devices.is_undefined())
            .ok_or(CameraError::Unsupported)?;
        let ideal = |value: JsValue| JsValue::from(object(&[("ideal", value)]));
        let video = object(&[
            ("facingMode", ideal("environment".into())),
            ("width", ideal(1280.into())),
            ("height", ideal(720.into())),
        ]);
        let wanted = MediaStreamConstraints::new();
        wanted.set_video(&video);
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

/// Who is told when the picture stops by itself.
#[derive(Clone, Default)]
struct Callback(Interrupted);

impl Callback {
    fn call(&self) {
        // Copied out, so that the call may drop the camera.
        let call = self.0.borrow().clone();
        if let Some(call) = call {
            call();
        }
    }
}

impl std::fmt::Debug for Callback {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Callback")
    }
}

fn listeners(stream: &Tracks, interrupted: &Callback) -> Vec<Listener> {
    let mut listeners = Vec::new();
    for track in stream.all() {
        for kind in ["ended", "mute"] {
            let interrupted = interrupted.clone();
            listeners.push(Listener::new(&track, kind, move |_| interrupted.call()));
        }
    }
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        // Not `stream.0.clone()`: that is the browser's own, which opens the camera a second time.
        let (stream, interrupted) = (Clone::clone(&stream.0), interrupted.clone());
        let page = document.clone();
        listeners.push(Listener::new(&document, "visibilitychange", move |_| {
            // A hidden page must not watch, nor empty the battery.
            if page.visibility_state() == VisibilityState::Hidden {
                drop(Tracks(Clone::clone(&stream)));
                interrupted.call();
            }
        }));
    }
    listeners
}

/// Asks for one setting that a camera may or may not have; `None` where it cannot be asked.
fn advise(track: &MediaStreamTrack, key: &str, value: &JsValue) -> Option<Promise> {
    let advanced = js_sys::Array::of1(&object(&[(key, value.clone())]));
    let wanted: MediaTrackConstraints = object(&[("advanced", advanced.into())]).unchecked_into();
    track.apply_constraints_with_constraints(&wanted).ok()
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
