//! The search field for products.

use super::context::use_lang;
use super::icon::Icon;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// A search field that tells what is in it with every letter, and `enter` when the shopper is done.
#[component]
pub fn SearchField(
    #[prop(into)] query: Signal<String>,
    change: impl Fn(String) + 'static,
    enter: impl Fn() + 'static,
) -> impl IntoView {
    let lang = use_lang();
    let words = lang.market();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        enter();
    };
    view! {
        <form class="search" role="search" on:submit=submit>
            <Icon name="search" />
            <input
                type="search"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                aria-label=words.search
                placeholder=words.search_hint
                prop:value=query
                on:input=move |event| change(event_target_value(&event))
            />
        </form>
    }
}
