//! The quiet offer to reload into a new version.

use super::context::{use_lang, use_waiting};
use crate::browser::update;
use leptos::prelude::*;

/// A line with a button, once a new version waits.
#[component]
pub fn Update() -> impl IntoView {
    let lang = use_lang();
    let waiting = use_waiting();
    let words = lang.shell();
    move || {
        waiting.get().then(|| {
            view! {
                <div class="notice" data-kind="info" role="status">
                    <p>{words.new_version}</p>
                    <button class="button" on:click=|_| update::renew()>{words.renew}</button>
                </div>
            }
        })
    }
}
