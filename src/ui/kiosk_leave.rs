//! The way out of the kiosk: a button that must be held, and a ring that shows how long still.

use super::context::use_lang;
use super::kiosk_stage::Stage;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

/// The button. Held with a finger, with Enter or blank while it has the focus, or by Escape wherever the focus is.
#[component]
pub fn Leave(stage: Stage) -> impl IntoView {
    let words = use_lang().kiosk();
    let is_press = |event: &KeyboardEvent| matches!(event.key().as_str(), "Enter" | " ");
    let ring = move || format!("{} 100", stage.leaving.get());
    view! {
        <button
            class="button leave"
            data-holding=move || (stage.leaving.get() > 0).then_some("")
            on:pointerdown=move |_| stage.press_leave(true)
            on:pointerup=move |_| stage.press_leave(false)
            on:pointerleave=move |_| stage.press_leave(false)
            on:pointercancel=move |_| stage.press_leave(false)
            on:contextmenu=move |event: MouseEvent| event.prevent_default()
            on:keydown=move |event| if is_press(&event) { stage.press_leave(true) }
            on:keyup=move |event| if is_press(&event) { stage.press_leave(false) }
        >
            <svg class="ring" viewBox="0 0 24 24" aria-hidden="true">
                <circle cx="12" cy="12" r="9" />
                <circle class="done" cx="12" cy="12" r="9" pathLength="100" stroke-dasharray=ring transform="rotate(-90 12 12)" />
            </svg>
            {words.leave}
        </button>
    }
}
