//! The quiet offer to put the app on the home screen.

use super::context::{use_installable, use_lang};
use super::icon::Icon;
use crate::browser::install;
use leptos::prelude::*;

/// A button, while the browser offers to install the app.
#[component]
pub fn Install() -> impl IntoView {
    let lang = use_lang();
    let installable = use_installable();
    // The browser's question can be asked once; it offers it again by itself.
    let ask = move |_| {
        install::ask();
        installable.set(false);
    };
    move || {
        installable.get().then(|| {
            view! {
                <button class="button quiet" on:click=ask>
                    <Icon name="download" />
                    {lang.shell().install}
                </button>
            }
        })
    }
}
