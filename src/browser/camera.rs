//! The camera behind a viewfinder: opened on a tap, always let go.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
pub use web_sys::HtmlVideoElement;
use web_sys::VisibilityState;

use super::listener::Listener;
pub use super::stream::CameraError;
use super::stream::{Tracks, open_best, open_lens};
use super::timeout::{Interval, Timeout};
use super::track;
pub use super::track::{Abilities, Lamp};
use super::wire::get;
use crate::device::fit::Fit;
use crate::device::lens::Lens;

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
            None => open_best(None).await?,
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

    /// Enlarges the picture so many hundredths of the camera's unit.
    pub async fn set_zoom(&self, hundredths: u32) {
        if let Some(track) = self.stream.track() {
            track::set_zoom(&track, hundredths).await;
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
