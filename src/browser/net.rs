//! Answers questions from the network with the browser's `fetch`, within a time and a size.

use crate::sources::{Question, Why};
use gloo_net::http::{Request, Response};
use js_sys::{Reflect, Uint8Array};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, ReadableStreamDefaultReader, ReferrerPolicy, RequestCredentials,
};

/// The largest body that is read, in bytes.
const LARGEST_BODY: usize = 5_000_000;

/// The body of a successful response. When the future is dropped, the request is given up.
///
/// Other origins get no cookies and no referrer: they learn the number that is asked for and nothing else.
pub async fn fetch(question: Question) -> Result<String, Why> {
    let deadline = Deadline::new(question.timeout_ms)
        .ok_or_else(|| Why::Broken("this browser cannot give up a request".to_owned()))?;
    match exchange(&question, &deadline.signal()).await {
        Err(Why::Unreachable) if deadline.has_passed() => Err(Why::TimedOut(question.timeout_ms)),
        answer => answer,
    }
}

async fn exchange(question: &Question, signal: &AbortSignal) -> Result<String, Why> {
    let request = Request::get(&question.url)
        .header("Accept", question.accept)
        .credentials(RequestCredentials::SameOrigin)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .abort_signal(Some(signal));
    let response = request.send().await.map_err(|_| Why::Unreachable)?;
    match response.status() {
        404 | 410 => return Err(Why::NotThere),
        status if !response.ok() => return Err(Why::Refused(status)),
        _ => {}
    }
    // Static hosts answer unknown paths with their start page, and nothing is ever asked for that is a page.
    if is_html(&response) {
        return Err(Why::NotThere);
    }
    let body = read(&response).await?;
    String::from_utf8(body).map_err(|_| Why::Broken(format!("{}: no UTF-8", question.url)))
}

fn is_html(response: &Response) -> bool {
    let media_type = response.headers().get("Content-Type");
    media_type.is_some_and(|media_type| media_type.trim_start().starts_with("text/html"))
}

/// The bytes of the body, read piece by piece so that an endless one cannot fill the memory.
async fn read(response: &Response) -> Result<Vec<u8>, Why> {
    let mut bytes = Vec::new();
    let Some(stream) = response.body() else {
        return Ok(bytes);
    };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into(); // OK because it is asked for without a mode.
    while let Some(piece) = next_piece(&reader).await.map_err(|_| Why::Unreachable)? {
        let length = bytes.len() + piece.length() as usize; // OK because both lengths fit into memory.
        if length > LARGEST_BODY {
            return Err(Why::Broken(format!("a body of more than {LARGEST_BODY} bytes")));
        }
        bytes.extend(piece.to_vec());
    }
    Ok(bytes)
}

async fn next_piece(reader: &ReadableStreamDefaultReader) -> Result<Option<Uint8Array>, JsValue> {
    let piece = JsFuture::from(reader.read()).await?;
    if Reflect::get(&piece, &"done".into())?.is_truthy() {
        return Ok(None);
    }
    Reflect::get(&piece, &"value".into())?.dyn_into().map(Some)
}

/// Aborts a request after a time, and when it is dropped.
struct Deadline {
    controller: AbortController,
    has_passed: Rc<Cell<bool>>,
    timer: Option<i32>,
    /// Kept because the timer calls it.
    _on_time: Closure<dyn FnMut()>,
}

impl Deadline {
    fn new(timeout_ms: u32) -> Option<Deadline> {
        let controller = AbortController::new().ok()?;
        let has_passed = Rc::new(Cell::new(false));
        let on_time = Closure::<dyn FnMut()>::new({
            let (controller, has_passed) = (controller.clone(), has_passed.clone());
            move || {
                has_passed.set(true);
                controller.abort();
            }
        });
        let wait_ms = i32::try_from(timeout_ms).unwrap_or(i32::MAX);
        let timer = web_sys::window()?
            .set_timeout_with_callback_and_timeout_and_arguments_0(on_time.as_ref().unchecked_ref(), wait_ms)
            .ok();
        Some(Deadline {
            controller,
            has_passed,
            timer,
            _on_time: on_time,
        })
    }

    fn signal(&self) -> AbortSignal {
        self.controller.signal()
    }

    fn has_passed(&self) -> bool {
        self.has_passed.get()
    }
}

impl Drop for Deadline {
    fn drop(&mut self) {
        if let (Some(window), Some(timer)) = (web_sys::window(), self.timer) {
            window.clear_timeout_with_handle(timer);
        }
        self.controller.abort(); // OK because it changes nothing once the answer has been read.
    }
}
