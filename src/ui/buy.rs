//! The button that puts the goods of a page on the list of what to buy.

use super::context::{use_address, use_history, use_lang};
use super::icon::Icon;
use leptos::prelude::*;

/// The button, pressed while the goods at this path are on the list. A frame on another site has no list.
#[component]
pub fn Buy(path: String) -> impl IntoView {
    let words = use_lang().shopping();
    let history = use_history();
    let asked = path.clone();
    let on_list = Memo::new(move |_| history.scan(&asked, |scan| scan.bought.is_some()) == Some(true));
    let whole = !use_address().read_untracked().embedded;
    whole.then(|| {
        view! {
            <button
                class="button buy"
                aria-pressed=move || on_list.get().to_string()
                on:click=move |_| history.set_bought(&path, (!on_list.get_untracked()).then_some(false))
            >
                <Icon name="shopping-bag" />
                {words.buy}
            </button>
        }
    })
}
