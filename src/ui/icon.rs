//! One icon of the sprites.

use leptos::prelude::*;

/// The icons of the first visit. All others lie in a sprite that is fetched when one of them is first shown.
const FIRST: &str = include_str!("../../style/icons.txt");

/// A Lucide icon by its name, as large as the text around it. It says nothing that the text does not say.
#[component]
pub fn Icon(name: &'static str) -> impl IntoView {
    let sprite = if FIRST.lines().any(|line| line == name) {
        "icons"
    } else {
        "icons-more"
    };
    view! {
        <svg class="i" aria-hidden="true">
            <use href=format!("/{sprite}.svg#{name}") />
        </svg>
    }
}
