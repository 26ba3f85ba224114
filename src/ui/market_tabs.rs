//! What the pages about the market begin with: the heading, the way to the others, and what to know of the data.

use super::context::{use_address, use_lang};
use super::sample::{SampleNote, is_fair_sample};
use super::shell::page_title;
use super::silence::MarketTrouble;
use crate::address::Page;
use leptos::prelude::*;

/// Goods, stalls, days, seasons, figures.
#[component]
pub fn MarketTabs() -> impl IntoView {
    let lang = use_lang();
    let words = lang.fair();
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
            {tab(Page::Figures, "/market/figures", lang.figures().title)}
        </nav>
    }
}

/// The head of a page about the fair, under its title.
#[component]
pub fn FairHead(title: &'static str) -> impl IntoView {
    page_title(title, use_lang());
    view! {
        <h1 tabindex="-1">{title}</h1>
        <MarketTabs />
        <SampleNote sample=is_fair_sample() />
        <MarketTrouble />
    }
}
