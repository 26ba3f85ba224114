//! The buttons that open what stands over the page.

use super::chunks;
use super::context::{Overlay, use_overlay};
use super::icon::Icon;
use crate::browser::sound;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A button that opens the overlay. Its chunk is fetched as soon as a finger, a pointer or the focus is on the button.
#[component]
pub fn OpenButton(class: &'static str, overlay: Overlay, text: &'static str) -> impl IntoView {
    let shown = use_overlay();
    let icon = match overlay {
        Overlay::Viewfinder => "scan-barcode",
        Overlay::TypeCode => "keyboard",
    };
    let open = move |_| {
        if overlay == Overlay::Viewfinder {
            sound::unlock();
        }
        shown.set(Some(overlay));
    };
    view! {
        <button class=class on:click=open on:pointerenter=|_| fetch_ahead() on:focus=|_| fetch_ahead()>
            <Icon name=icon />
            {text}
        </button>
    }
}

/// Fetches the chunk of everything that scans.
pub fn fetch_ahead() {
    spawn_local(async {
        let _ = chunks::load_viewfinder().await; // OK because opening asks again, and says what fails.
    });
}
