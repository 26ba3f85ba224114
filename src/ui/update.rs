//! The quiet offer to reload into a new version.

use super::context::use_lang;
use crate::browser::update;
use leptos::prelude::*;

/// A line with a button, once a new version waits.
#[component]
pub fn Update() -> impl IntoView {
    let lang = use_lang();
    let waiting = RwSignal::new(false);
    update::watch(move || waiting.set(true));
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
