//! The saved page: what to buy, favourites, and everything that was looked at on this phone.

use super::context::{use_history, use_lang};
use super::icon::Icon;
use super::notice::{Kind, Notice};
use super::saved_export::TakeAlong;
use super::scan_list::ScanList;
use super::shell::page_title;
use super::shopping::Shopping;
use crate::browser::site;
use leptos::prelude::*;

/// The saved page.
#[component]
pub fn SavedPage() -> impl IntoView {
    let lang = use_lang();
    let history = use_history();
    let all = history.all();
    let words = lang.saved();
    let favourites = Memo::new(move |_| {
        all.read()
            .iter()
            .filter(|scan| scan.favourite)
            .cloned()
            .collect::<Vec<_>>()
    });
    let (any, any_favourite) = (
        Memo::new(move |_| !all.read().is_empty()),
        Memo::new(move |_| !favourites.read().is_empty()),
    );
    page_title(words.title, lang);
    view! {
        <h1 tabindex="-1">{words.title}</h1>
        <link rel="stylesheet" href="/styles/saved.css" />
        <p class="lead">{words.lead}</p>
        {move || (!history.is_kept()).then(|| view! { <Notice kind=Kind::Warn text=lang.shopping().not_kept.to_owned() /> })}
        <Shopping />
        {move || any_favourite.get().then(|| view! {
            <section class="section">
                <h2>{words.favourites}</h2>
                <ScanList scans=favourites />
            </section>
        })}
        {move || match any.get() {
            true => view! {
                <section class="section">
                    <h2>{words.history}</h2>
                    <ScanList scans=all />
                    <Clear />
                </section>
                <TakeAlong />
            }.into_any(),
            false => view! { <Notice kind=Kind::Info text=words.empty.to_owned() /> }.into_any(),
        }}
    }
}

/// Forgets everything, after asking once.
#[component]
fn Clear() -> impl IntoView {
    let lang = use_lang();
    let history = use_history();
    let words = lang.saved();
    let asking = RwSignal::new(false);
    let clear = move |_| {
        history.clear();
        site::focus_heading(); // The button is gone, and with it the focus.
    };
    move || match asking.get() {
        false => view! {
            <button class="button quiet" on:click=move |_| asking.set(true)>
                <Icon name="trash-2" />
                {words.clear}
            </button>
        }
        .into_any(),
        true => view! {
            <div role="alert">
                <p>{words.clear_sure}</p>
                <div class="twin">
                    <button class="button" on:click=move |_| asking.set(false)>{words.keep}</button>
                    <button class="button primary" on:click=clear>{words.clear_yes}</button>
                </div>
            </div>
        }
        .into_any(),
    }
}
