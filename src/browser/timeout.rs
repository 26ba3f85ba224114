//! A call that comes later, or again and again, unless it is given up before.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::JsFuture;

/// A running timer; dropping it cancels the call.
#[derive(Debug)]
pub struct Timeout {
    id: i32,
    _call: Closure<dyn FnMut()>,
}

impl Timeout {
    /// Calls once after so many milliseconds. `None` where there is no window.
    pub fn after(ms: i32, call: impl FnOnce() + 'static) -> Option<Timeout> {
        let call = Closure::once(call);
        let id = set(call.as_ref().unchecked_ref(), ms)?;
        Some(Timeout { id, _call: call })
    }
}

impl Drop for Timeout {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_timeout_with_handle(self.id);
        }
    }
}

/// Calls that come again and again; dropping it ends them.
#[derive(Debug)]
pub struct Interval {
    id: i32,
    _call: Closure<dyn FnMut()>,
}

impl Interval {
    /// Calls every so many milliseconds. `None` where there is no window.
    pub fn every(ms: i32, call: impl FnMut() + 'static) -> Option<Interval> {
        let call = Closure::new(call);
        let id = web_sys::window()?
            .set_interval_with_callback_and_timeout_and_arguments_0(call.as_ref().unchecked_ref(), ms)
            .ok()?;
        Some(Interval { id, _call: call })
    }
}

impl Drop for Interval {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_interval_with_handle(self.id);
        }
    }
}

/// Waits for so many milliseconds.
pub async fn pass(ms: i32) {
    let passed = Promise::new(&mut |resolve, _| {
        set(&resolve, ms);
    });
    let _ = JsFuture::from(passed).await; // OK because nothing refuses this promise.
}

fn set(call: &Function, ms: i32) -> Option<i32> {
    web_sys::window()?
        .set_timeout_with_callback_and_timeout_and_arguments_0(call, ms)
        .ok()
}
