//! The camera behind a viewfinder: opened on a tap, always let go.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
pub use web_sys::HtmlVideoElement;
use web_sys::{MediaStream, MediaStreamConstraints, MediaStreamTrack, VisibilityState};

use super::lenses;
use super::listener::Listener;
use super::timeout::{Interval, Timeout};
use super::track;
pub use super::track::{Abilities, Lamp};
use super::wire::{get, object};
use crate::device::fit::Fit;
use crate::device::lens::{self, Lens};

/// The size asked for first: larger ones stall older phones.
const SIZE: (u32, u32) = (1280, 720);

/// The size asked for when that shows too little.
const LARGE: (u32, u32) = (1920, 1080);

/// How often the picture is looked after, in milliseconds.
const LOOK_MS: i32 = 500;

/// A picture that stands still for so many looks is frozen.
const FROZEN_LOOKS: u32 = 4;

/// The first picture may take so many looks.
const FIRST_LOOKS: u32 = 12;

/// How long a focus on a point is kept, in milliseconds.
const FOCUS_MS: i32 = 3000;

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

/// Why a picture stopped by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interruption {
    /// The page was hidden: a hidden page must not watch, nor empty the battery.
    Hidden,
    /// The system took the camera away, or muted it.
    Taken,
    /// The picture stands still, or has never come.
    Frozen,
}

/// Called when the picture stops by itself.
type Interrupted = Rc<RefCell<Option<Rc<dyn Fn(Interruption)>>>>;

/// An open camera. Dropping it stops the picture and switches the lamp off.
#[derive(Debug)]
pub struct Camera {
    video: HtmlVideoElement,
    stream: Tracks,
    interrupted: Callback,
    refocus: RefCell<Option<Timeout>>,
    _listeners: Vec<Listener>,
    _watch: Option<Interval>,
}

impl Camera {
    /// Opens this lens, or else the best one that looks away from the user, and shows it in the video element.
    /// If the future is dropped before it is done, a camera that opens late is stopped at once.
    pub async fn open(video: &HtmlVideoElement, wish: Option<&Lens>) -> Result<Camera, CameraError> {
        let stream = match wish {
            Some(lens) => open_lens(lens).await?,
            None => open_best().await?,
        };
        play(&stream, video);
        let interrupted = Callback::default();
        let listeners = listeners(&stream, video, &interrupted);
        let watch = watch(video, &interrupted);
        Ok(Camera {
            video: video.clone(),
            stream,
            interrupted,
            refocus: RefCell::default(),
            _listeners: listeners,
            _watch: watch,
        })
    }

    /// Calls this when the picture stops by itself. Open a new camera to go on. Replaces the call set before.
    pub fn on_interrupted(&self, call: impl Fn(Interruption) + 'static) {
        self.interrupted.0.replace(Some(Rc::new(call)));
    }

    /// The lens that is open.
    pub fn lens(&self) -> Lens {
        self.stream.track().as_ref().map(track::lens).unwrap_or_default()
    }

    /// The size of its picture in pixels; it changes when the phone is turned.
    pub fn size(&self) -> (u32, u32) {
        (self.video.video_width(), self.video.video_height())
    }

    /// What it can do, as soon as the browser knows.
    pub async fn abilities(&self) -> Abilities {
        match self.stream.track() {
            Some(track) => track::abilities(&track).await,
            None => Abilities::default(),
        }
    }

    /// Switches the lamp.
    pub async fn set_torch(&self, on: bool) -> Lamp {
        match self.stream.track() {
            Some(track) => track::torch(&track, on).await,
            None => Lamp::Off,
        }
    }

    /// Enlarges the picture so many tenths.
    pub async fn set_zoom(&self, tenths: u32) {
        if let Some(track) = self.stream.track() {
            track::zoom(&track, tenths).await;
        }
    }

    /// Asks for a larger picture in the same stream.
    pub async fn enlarge(&self) {
        if let Some(track) = self.stream.track() {
            track::enlarge(&track, LARGE).await;
        }
    }

    /// Focuses on what lies under a point of the video element (CSS pixels from its upper left corner), for a while.
    pub fn focus_at(&self, point: (f32, f32)) {
        let (Some(track), Some(fit)) = (self.stream.track(), fit(&self.video)) else {
            return;
        };
        let later = Clone::clone(&track);
        self.refocus.replace(Timeout::after(FOCUS_MS, move || {
            spawn_local(async move { track::focus(&later).await });
        }));
        spawn_local(async move { track::focus_at(&track, fit.share(point)).await });
    }
}

/// How the picture of a video lies in its element; `None` while it shows nothing.
pub fn fit(video: &HtmlVideoElement) -> Option<Fit> {
    let element = (video.client_width(), video.client_height());
    let element = (element.0.unsigned_abs(), element.1.unsigned_abs());
    Fit::cover((video.video_width(), video.video_height()), element)
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

/// The lens that was asked for; where it is gone, the best.
async fn open_lens(lens: &Lens) -> Result<Tracks, CameraError> {
    match Pending::request(Ask::Exactly(lens))?.stream().await {
        Err(CameraError::NoCamera) => open_best().await,
        opened => opened,
    }
}

/// The lens that decoded last, or what the browser thinks best; and instead of it a better one, where there is one.
/// The first is stopped before: on iPhones, the second would stop it.
async fn open_best() -> Result<Tracks, CameraError> {
    let decoded = lenses::decoded();
    let stream = Pending::request(Ask::Rather(decoded.as_ref()))?.stream().await?;
    let Some(open) = stream.track().as_ref().map(track::lens) else {
        return Ok(stream);
    };
    let lenses = lenses::all().await;
    let Some(better) = lens::better(&lenses, &open, None, decoded.as_ref()) else {
        return Ok(stream);
    };
    drop(stream);
    match Pending::request(Ask::Exactly(better))?.stream().await {
        Ok(stream) => Ok(stream),
        Err(_) => Pending::request(Ask::Rather(None))?.stream().await,
    }
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

/// Who is told when the picture stops by itself.
#[derive(Clone, Default)]
struct Callback(Interrupted);

impl Callback {
    fn call(&self, why: Interruption) {
        // Copied out, so that the call may drop the camera.
        let call = self.0.borrow().clone();
        if let Some(call) = call {
            call(why);
        }
    }
}

impl std::fmt::Debug for Callback {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Callback")
    }
}

/// Shows a stream, and lets the camera focus by itself once the picture plays: before, some phones ignore the wish.
fn play(stream: &Tracks, video: &HtmlVideoElement) {
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
}

fn listeners(stream: &Tracks, video: &HtmlVideoElement, interrupted: &Callback) -> Vec<Listener> {
    let mut listeners = Vec::new();
    for track in stream.all() {
        for kind in ["ended", "mute"] {
            let interrupted = interrupted.clone();
            listeners.push(Listener::new(&track, kind, move |_| {
                interrupted.call(Interruption::Taken);
            }));
        }
        listeners.push(Listener::new(video, "playing", move |_| {
            let track = Clone::clone(&track); // Not `track.clone()`: that is the browser's own, which opens the camera a second time.
            spawn_local(async move { track::focus(&track).await });
        }));
    }
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        let (stream, interrupted) = (Clone::clone(&stream.0), interrupted.clone());
        let page = document.clone();
        listeners.push(Listener::new(&document, "visibilitychange", move |_| {
            if page.visibility_state() == VisibilityState::Hidden {
                drop(Tracks(Clone::clone(&stream)));
                interrupted.call(Interruption::Hidden);
            }
        }));
    }
    listeners
}

/// Looks after the picture: its frames stand still when the stream is frozen.
fn watch(video: &HtmlVideoElement, interrupted: &Callback) -> Option<Interval> {
    let (video, interrupted) = (video.clone(), interrupted.clone());
    let (seen, still) = (Cell::new(0.0), Cell::new(0_u32));
    Interval::every(LOOK_MS, move || {
        let now = progress(&video);
        still.set(if now == seen.get() { still.get() + 1 } else { 0 });
        seen.set(now);
        let limit = if now > 0.0 { FROZEN_LOOKS } else { FIRST_LOOKS };
        if still.get() >= limit {
            still.set(0);
            interrupted.call(Interruption::Frozen);
        }
    })
}

/// The frames shown so far; the time shown where the browser does not count them. Chromium's time goes on without a frame.
fn progress(video: &HtmlVideoElement) -> f64 {
    let frames = get(video, "getVideoPlaybackQuality").and_then(|ask| {
        let quality = ask.dyn_into::<Function>().ok()?.call0(video).ok()?;
        get(&quality, "totalVideoFrames")?.as_f64()
    });
    frames
        .filter(|&frames| frames > 0.0)
        .unwrap_or_else(|| video.current_time())
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
