//! One icon of the sprite.

use leptos::prelude::*;

/// A Lucide icon by its name, as large as the text around it. It says nothing that the text does not say.
#[component]
pub fn Icon(name: &'static str) -> impl IntoView {
    view! {
        <svg class="i" aria-hidden="true">
            <use href=format!("/icons.svg#{name}") />
        </svg>
    }
}
