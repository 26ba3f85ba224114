//! A call that comes later, unless it is given up before.

use wasm_bindgen::{JsCast, closure::Closure};

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
        let id = web_sys::window()?
            .set_timeout_with_callback_and_timeout_and_arguments_0(call.as_ref().unchecked_ref(), ms)
            .ok()?;
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
