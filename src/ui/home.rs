//! The home page: the scan button, the search, the next market session, what is in season, the latest scans.

use super::card::ProductCards;
use super::context::{Overlay, go, use_catalogue, use_history, use_lang, use_today};
use super::icon::Icon;
use super::install::Install;
use super::notice::Loading;
use super::open_button::OpenButton;
use super::photo;
use super::sample::{SampleNote, is_fair_sample};
use super::scan_list::ScanLinks;
use super::search::SearchField;
use super::session::NextSession;
use super::shell::page_title;
use super::silence::MarketTrouble;
use crate::browser::query;
use crate::market::catalogue::Card;
use crate::market::query::Query;
use leptos::prelude::*;

/// How many goods stand under the search field and in the rail.
const SHOWN: usize = 8;

/// How many scans stand on the page.
const RECENT: usize = 3;

/// The home page.
#[component]
pub fn HomePage() -> impl IntoView {
    let lang = use_lang();
    let words = lang.home();
    page_title(words.title, lang);
    view! {
        <h1 tabindex="-1">{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <OpenButton class="cta" overlay=Overlay::Viewfinder text=words.scan />
        <div class="twin">
            <OpenButton class="button" overlay=Overlay::TypeCode text=words.type_code />
            <button class="button" on:click=|_| photo::pick()>
                <Icon name="image-up" />
                {words.choose_photo}
            </button>
        </div>
        <Search />
        <SampleNote sample=is_fair_sample() />
        <MarketTrouble />
        <NextSession />
        <InSeason />
        <Recent />
        <a class="lesson" href="/learn">
            <Icon name="lightbulb" />
            <b>{words.learn}</b>
        </a>
        <Install />
        <p class="source">{words.private}</p>
    }
}

/// The search field with the goods found under it.
#[component]
fn Search() -> impl IntoView {
    let lang = use_lang();
    let catalogue = use_catalogue();
    let query = RwSignal::new(String::new());
    let target = move || query::write("/market", &[("q", query.read().trim())]);
    let found = Memo::new(move |_| {
        let text = query.get();
        let catalogue = catalogue.get().flatten().unwrap_or_default();
        let found = catalogue.find(&Query::of_text(text)).into_iter().take(SHOWN);
        found
            .filter_map(|at| catalogue.cards().get(at).cloned())
            .collect::<Vec<Card>>()
    });
    view! {
        <SearchField query change=move |text| query.set(text) enter=move || go(&target()) />
        {move || (!query.read().trim().is_empty()).then(|| view! {
            <section class="section" aria-live="polite">
                <h2>{lang.market().results}</h2>
                {move || match catalogue.read().as_ref() {
                    None => view! { <Loading /> }.into_any(),
                    Some(_) if found.read().is_empty() => view! { <p>{lang.market().nothing}</p> }.into_any(),
                    Some(_) => view! { <ProductCards cards=found.get() class="grid" /> }.into_any(),
                }}
                <a class="button quiet" href=target>{lang.market().all_results}</a>
            </section>
        })}
    }
}

/// The goods that are in season in the month that rules.
#[component]
fn InSeason() -> impl IntoView {
    let lang = use_lang();
    let catalogue = use_catalogue();
    let today = use_today();
    let cards = Memo::new(move |_| {
        let month = u8::from(today.get().month());
        let catalogue = catalogue.get().flatten().unwrap_or_default();
        let cards = catalogue.cards().iter().filter(|card| card.is_in_season(month));
        cards.take(SHOWN).cloned().collect::<Vec<Card>>()
    });
    let waiting = move || catalogue.read().is_none();
    move || {
        (waiting() || !cards.read().is_empty()).then(|| {
            view! {
                <section class="section">
                    <h2>{lang.home().in_season}</h2>
                    {if waiting() {
                        view! { <Loading /> }.into_any()
                    } else {
                        view! { <ProductCards cards=cards.get() class="rail" /> }.into_any()
                    }}
                    <a class="button quiet" href="/market">{lang.home().whole_market}</a>
                </section>
            }
        })
    }
}

/// The latest scans of this phone; nothing before the first.
#[component]
fn Recent() -> impl IntoView {
    let lang = use_lang();
    let all = use_history().all();
    let scans = Memo::new(move |_| all.read().iter().take(RECENT).cloned().collect::<Vec<_>>());
    let any = Memo::new(move |_| !scans.read().is_empty());
    move || {
        any.get().then(|| {
            view! {
                <section class="section">
                    <h2>{lang.home().recent}</h2>
                    <ScanLinks scans />
                    <a class="button quiet" href="/saved">{lang.home().all_saved}</a>
                </section>
            }
        })
    }
}
