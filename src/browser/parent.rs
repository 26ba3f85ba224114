//! The page around this one, when a partner shows a journey in a frame.

use super::site;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, ResizeObserver};

/// Tells the page around this one how high the body is, now and whenever it changes:
/// `{type: "cho-phien:height", height}` in CSS pixels.
pub fn tell_height() {
    let Some(body) = site::document().and_then(|document| document.body()) else {
        return;
    };
    let watched = body.clone();
    let call = Closure::<dyn Fn(Array)>::new(move |_| post_height(&watched));
    if let Ok(observer) = ResizeObserver::new(call.as_ref().unchecked_ref()) {
        observer.observe(&body);
    }
    call.forget(); // OK because the body is watched for as long as the page lives.
}

fn post_height(body: &HtmlElement) {
    let height = f64::from(body.offset_height());
    let message = Object::new();
    let _ = Reflect::set(&message, &"type".into(), &"cho-phien:height".into());
    let _ = Reflect::set(&message, &"height".into(), &JsValue::from_f64(height));
    let parent = site::window().and_then(|window| window.parent().ok().flatten());
    if let Some(parent) = parent {
        // OK to tell every origin because a height alone says nothing about the shopper.
        let _ = parent.post_message(&message, "*");
    }
}
