//! Answers questions from the network with the browser's `fetch`, within a time and a size.

use super::site;
use crate::sources::origin::{is_elsewhere, start_page};
use crate::sources::pace::Pace;
use crate::sources::safety::is_from_origin;
use crate::sources::{Answer, Question, Why, http};
use gloo_net::http::{Request, RequestBuilder, Response};
use js_sys::{Reflect, Uint8Array};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache,
    RequestCredentials, RequestMode, RequestRedirect, ResponseType,
};

thread_local! {
    static PACE: RefCell<Pace> = RefCell::default();
}

/// The answer to a question. When the future is dropped, the request is given up.
///
/// Other origins get no cookies and no referrer: they learn the number that is asked for and nothing else.
/// They are asked at the pace that they allow.
pub async fn fetch(question: Question) -> Result<Answer, Why> {
    if !is_elsewhere(&question.url, &site::origin()) {
        return in_time(&question).await;
    }
    count(&question)?;
    let answer = in_time(&question).await;
    PACE.with_borrow_mut(|pace| pace.note(&question, answer.as_ref().err(), now_ms()));
    answer
}

/// Counts a request that is about to go to another origin. The error says how long to wait instead.
fn count(question: &Question) -> Result<(), Why> {
    PACE.with_borrow_mut(|pace| pace.count(question, now_ms()))
}

/// Milliseconds since 1970 (UTC).
fn now_ms() -> i64 {
    js_sys::Date::now() as i64 // OK because the cast saturates.
}

async fn in_time(question: &Question) -> Result<Answer, Why> {
    let start_ms = js_sys::Date::now();
    let deadline = Deadline::new(question.timeout_ms)
        .ok_or_else(|| Why::Broken("this browser cannot give up a request".to_owned()))?;
    let answer = match exchange(question, &deadline).await {
        Err(Why::Unreachable) if deadline.has_passed() => Err(Why::TimedOut(question.timeout_ms)),
        answer => answer,
    };
    let took_ms = js_sys::Date::now() - start_ms;
    // OK because the cast saturates.
    answer.map(|answer| Answer {
        took_ms: took_ms as u32,
        ..answer
    })
}

async fn exchange(question: &Question, deadline: &Deadline) -> Result<Answer, Why> {
    let response = answer_of(question, deadline).await?;
    let headers = response.headers();
    let media_type = headers.get("Content-Type").unwrap_or_default();
    let media_type = media_type.trim_start();
    let body = match response.ok() || media_type.starts_with("application/problem+json") {
        // Static hosts answer unknown paths with their start page, and nothing is ever asked for that is a page.
        true if media_type.starts_with("text/html") => return Err(Why::NotThere),
        true => read(&response).await?,
        false if response.status() == 300 => read(&response).await?,
        false => http::Body::default(),
    };
    let body = body.text()?;
    let (retry_after, date) = (headers.get("Retry-After"), headers.get("Date"));
    let delay = http::Delay {
        retry_after: retry_after.as_deref(),
        date: date.as_deref(),
        now: now_ms() / 1000,
    };
    match http::why(response.status(), delay, Some(&body)) {
        Some(why) => Err(why),
        None => Ok(Answer {
            link: headers.get("Link"),
            kept_at: kept_at(&response, headers.get("X-Received")),
            ..body.into()
        }),
    }
}

/// The response to a question, from the origin that was asked. A host that leads on elsewhere is not followed, since the browser does
/// not say where to; only a resolver is, and then counts what its own origin answers in the end.
async fn answer_of(question: &Question, deadline: &Deadline) -> Result<Response, Why> {
    let is_here = !is_elsewhere(&question.url, &site::origin());
    let send = async |redirect| request(question, redirect, &deadline.signal()).send().await;
    let first = match is_here {
        true => send(RequestRedirect::Follow).await,
        false => send(RequestRedirect::Manual).await,
    };
    let response = match first {
        Ok(response) if response.type_() != ResponseType::Opaqueredirect => response,
        Ok(_) if question.may_lead_on() => {
            count(question)?;
            send(RequestRedirect::Follow).await.map_err(|_| Why::LeadsAway)?
        }
        Ok(_) => return Err(Why::LeadsAway),
        Err(_) if !deadline.has_passed() && is_there(question, &deadline.signal()).await => {
            return Err(Why::Closed);
        }
        Err(_) => return Err(Why::Unreachable),
    };
    let is_led = response.redirected() && !is_from_origin(&question.url, &response.url(), &site::origin());
    if is_led { Err(Why::LeadsAway) } else { Ok(response) }
}

fn request(question: &Question, redirect: RequestRedirect, signal: &AbortSignal) -> RequestBuilder {
    let mut request = Request::get(&question.url);
    for (name, value) in question.headers() {
        request = request.header(name, value);
    }
    let cache = match question.is_of_now {
        true => RequestCache::NoStore,
        false => RequestCache::Default,
    };
    request
        .cache(cache)
        .redirect(redirect)
        .credentials(RequestCredentials::SameOrigin)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .abort_signal(Some(signal))
}

/// When this phone received an answer that the service worker had kept, in seconds since 1970. Such a copy has the type of a response
/// that a program made; what a server writes into the header of its own answer counts for nothing.
fn kept_at(response: &Response, received_ms: Option<String>) -> Option<i64> {
    let is_copy = response.type_() == ResponseType::Default;
    let received_ms: i64 = received_ms.filter(|_| is_copy)?.parse().ok()?;
    Some(received_ms / 1000)
}

/// Whether another host answers at all, though not to pages of this site: then it lacks the CORS headers. It is asked for its
/// start page, since wherever that leads on, no number goes along. The answer itself stays hidden from the page. A host that may
/// not be asked once more is not.
async fn is_there(question: &Question, signal: &AbortSignal) -> bool {
    let is_here = !is_elsewhere(&question.url, &site::origin());
    let Some(page) = start_page(&question.url).filter(|_| !is_here) else {
        return false;
    };
    if !site::is_online() || count(question).is_err() {
        return false;
    }
    let request = Request::get(&page)
        .mode(RequestMode::NoCors)
        .credentials(RequestCredentials::Omit)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .abort_signal(Some(signal));
    request.send().await.is_ok()
}

async fn read(response: &Response) -> Result<http::Body, Why> {
    let mut body = http::Body::default();
    let Some(stream) = response.body() else {
        return Ok(body);
    };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into(); // OK because it is asked for without a mode.
    while let Some(piece) = next_piece(&reader).await.map_err(|_| Why::Unreachable)? {
        body.take(&piece.to_vec())?;
    }
    Ok(body)
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
