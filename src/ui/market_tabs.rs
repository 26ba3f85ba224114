//! The pages about the market, beside each other.

use super::context::{use_address, use_lang};
use crate::address::Page;
use leptos::prelude::*;

/// Goods, stalls, days, seasons.
#[component]
pub fn MarketTabs() -> impl IntoView {
    let words = use_lang().fair();
    let address = use_address();
    let tab = move |page: Page, href: &'static str, text: &'static str| {
        let current = move || (address.read().page == page).then_some("page");
        view! { <a class="chip" href=href aria-current=current>{text}</a> }
    };
    view! {
        <nav class="chips" aria-label=words.pages>
            {tab(Page::Market, "/market", words.goods)}
            {tab(Page::Stalls, "/market/stalls", words.stalls)}
            {tab(Page::Days, "/market/days", words.days)}
            {tab(Page::Seasons, "/market/seasons", words.seasons)}
        </nav>
    }
}
