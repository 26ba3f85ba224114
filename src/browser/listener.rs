//! An ear on a browser object, for as long as it is kept.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, EventTarget};

/// A listener that is taken off its target when dropped.
#[derive(Debug)]
pub struct Listener {
    target: EventTarget,
    kind: &'static str,
    call: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens to events of this kind.
    pub fn new(target: &EventTarget, kind: &'static str, call: impl FnMut(Event) + 'static) -> Listener {
        let call = Closure::new(call);
        // OK because adding a listener fails for no target.
        let _ = target.add_event_listener_with_callback(kind, call.as_ref().unchecked_ref());
        Listener {
            target: target.clone(),
            kind,
            call,
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let call = self.call.as_ref().unchecked_ref();
        // OK because removing a listener fails for no target.
        let _ = self.target.remove_event_listener_with_callback(self.kind, call);
    }
}
