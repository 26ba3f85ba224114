//! The picture a video shows now, as the scanner wants it; and when it shows the next.

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlVideoElement, ImageBitmap};

use super::wire::{Question, get};

// Declared here because web_sys has these only behind its flag for unstable interfaces, or not at all.
#[wasm_bindgen]
extern "C" {
    type VideoFrame;

    #[wasm_bindgen(constructor, catch)]
    fn new(video: &HtmlVideoElement) -> Result<VideoFrame, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn format(this: &VideoFrame) -> Option<String>;

    #[wasm_bindgen(method, getter, js_name = visibleRect)]
    fn visible_rect(this: &VideoFrame) -> JsValue;

    #[wasm_bindgen(method, catch, js_name = allocationSize)]
    fn allocation_size(this: &VideoFrame) -> Result<u32, JsValue>;

    #[wasm_bindgen(method, catch, js_name = copyTo)]
    fn copy_to(this: &VideoFrame, destination: &Uint8Array) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method)]
    fn close(this: &VideoFrame);

    type FrameSource;

    #[wasm_bindgen(method, catch, js_name = requestVideoFrameCallback)]
    fn request(this: &FrameSource, call: &Function) -> Result<u32, JsValue>;

    #[wasm_bindgen(method, catch, js_name = cancelVideoFrameCallback)]
    fn cancel(this: &FrameSource, handle: u32) -> Result<(), JsValue>;
}

/// What the video shows now: its luma plane where the browser gives it (one millisecond), else a bitmap (ten).
/// `None` while it shows nothing.
pub async fn grab(video: &HtmlVideoElement) -> Option<Question> {
    if video.video_width() == 0 || video.video_height() == 0 {
        return None;
    }
    match luma(video).await {
        Some(luma) => Some(luma),
        None => bitmap(video).await.map(Question::Frame),
    }
}

async fn luma(video: &HtmlVideoElement) -> Option<Question> {
    let frame = OpenFrame(VideoFrame::new(video).ok()?);
    // The first plane of these formats is the luma.
    if !matches!(frame.0.format()?.as_str(), "I420" | "I420A" | "NV12") {
        return None;
    }
    let rect = frame.0.visible_rect();
    let (width, height) = (number(&rect, "width")?, number(&rect, "height")?);
    // A frame that the video shows turned would give corners that lie elsewhere on the screen.
    if (width, height) != (video.video_width(), video.video_height()) {
        return None;
    }
    let planes = Uint8Array::new_with_length(frame.0.allocation_size().ok()?);
    let layout: Array = JsFuture::from(frame.0.copy_to(&planes).ok()?)
        .await
        .ok()?
        .dyn_into()
        .ok()?;
    let (offset, stride) = (
        number(&layout.get(0), "offset")?,
        number(&layout.get(0), "stride")?,
    );
    let end = offset.checked_add(stride.checked_mul(height)?)?;
    Some(Question::Luma {
        bytes: planes.slice(offset, end).buffer(),
        width,
        height,
        stride,
    })
}

/// Closes the frame however its use ends: browsers stop the video when too many stay open.
struct OpenFrame(VideoFrame);

impl Drop for OpenFrame {
    fn drop(&mut self) {
        self.0.close();
    }
}

async fn bitmap(video: &HtmlVideoElement) -> Option<ImageBitmap> {
    let promise = web_sys::window()?
        .create_image_bitmap_with_html_video_element(video)
        .ok()?;
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}

fn number(value: &JsValue, key: &str) -> Option<u32> {
    Some(get(value, key)?.as_f64()? as u32)
}

/// A call at each new picture of a video, until dropped.
#[derive(Debug)]
pub struct FrameLoop {
    video: HtmlVideoElement,
    turn: std::rc::Rc<Turn>,
}

/// What the call needs to ask for the next one.
#[derive(Debug, Default)]
struct Turn {
    call: std::cell::OnceCell<Closure<dyn FnMut()>>,
    handle: std::cell::Cell<Handle>,
}

#[derive(Clone, Copy, Debug, Default)]
enum Handle {
    #[default]
    None,
    Video(u32),
    Screen(i32),
}

impl FrameLoop {
    /// Starts calling. Browsers without `requestVideoFrameCallback` call at each picture of the screen.
    pub fn new(video: &HtmlVideoElement, mut call: impl FnMut() + 'static) -> FrameLoop {
        let turn = std::rc::Rc::new(Turn::default());
        let weak = std::rc::Rc::downgrade(&turn);
        let source = video.clone();
        let closure = Closure::new(move || {
            if let Some(turn) = weak.upgrade() {
                turn.request(&source);
                call();
            }
        });
        // OK because the cell is new and empty.
        let _ = turn.call.set(closure);
        turn.request(video);
        FrameLoop {
            video: video.clone(),
            turn,
        }
    }
}

impl Turn {
    fn request(&self, video: &HtmlVideoElement) {
        let Some(call) = self.call.get() else { return };
        let call: &Function = call.as_ref().unchecked_ref();
        let handle = match video.unchecked_ref::<FrameSource>().request(call) {
            Ok(handle) => Some(Handle::Video(handle)),
            Err(_) => web_sys::window()
                .and_then(|window| window.request_animation_frame(call).ok())
                .map(Handle::Screen),
        };
        self.handle.set(handle.unwrap_or_default());
    }
}

impl Drop for FrameLoop {
    fn drop(&mut self) {
        // OK because there is nothing left to do when cancelling fails: the call finds the loop gone.
        match self.turn.handle.get() {
            Handle::None => {}
            Handle::Video(handle) => {
                let _ = self.video.unchecked_ref::<FrameSource>().cancel(handle);
            }
            Handle::Screen(handle) => {
                if let Some(window) = web_sys::window() {
                    let _ = window.cancel_animation_frame(handle);
                }
            }
        }
    }
}
