//! What fingers, a mouse and keys do on an element.

use super::listener::Listener;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent};

/// One thing that was done. Places are in heights of the element, from its upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// A finger with this number, or the mouse with its first button, was put down here.
    Put(i32, (f64, f64)),
    /// It went on to here.
    Gone(i32, (f64, f64)),
    /// It was taken off.
    Lifted(i32),
    /// A key with this name was pressed, without others that are held.
    Pressed(String),
}

/// The events that are listened to.
const KINDS: [&str; 4] = ["keydown", "pointerdown", "pointermove", "pointerleave"];

/// Tells what is done on an element, as long as the listeners are kept. `told` answers whether it was of use: then the browser
/// does nothing of its own.
pub fn listen(element: &Element, told: impl FnMut(Deed) -> bool + 'static) -> [Listener; 4] {
    let told = Rc::new(RefCell::new(told));
    KINDS.map(|kind| {
        let (told, on) = (told.clone(), element.clone());
        Listener::new(element, kind, move |event| {
            if deed(&event, &on).is_some_and(|deed| told.borrow_mut()(deed)) {
                event.prevent_default();
            }
        })
    })
}

fn deed(event: &Event, on: &Element) -> Option<Deed> {
    if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
        let is_alone = !(key.ctrl_key() || key.alt_key() || key.meta_key());
        return is_alone.then(|| Deed::Pressed(key.key()));
    }
    let pointer = event.dyn_ref::<PointerEvent>()?;
    let id = pointer.pointer_id();
    match &*event.type_() {
        "pointerdown" => (pointer.button() == 0).then(|| Deed::Put(id, place(pointer, on))),
        "pointermove" if pointer.buttons() > 0 => Some(Deed::Gone(id, place(pointer, on))),
        _ => Some(Deed::Lifted(id)),
    }
}

fn place(pointer: &PointerEvent, on: &Element) -> (f64, f64) {
    let edge = on.get_bounding_client_rect();
    let height = f64::from(on.client_height().max(1));
    let x = f64::from(pointer.client_x()) - edge.left();
    let y = f64::from(pointer.client_y()) - edge.top();
    (x / height, y / height)
}
