//! A list of remembered scans, each with what can be done with it.

use super::context::{use_history, use_lang};
use super::icon::Icon;
use crate::browser::store::Scan;
use crate::browser::{clock, site};
use crate::words::Lang;
use leptos::prelude::*;

/// Remembered scans as links to their pages, and nothing more: drawn anew at every change, which the first visit can afford
/// and the keyed list below it cannot.
#[component]
pub fn ScanLinks(#[prop(into)] scans: Signal<Vec<Scan>>) -> impl IntoView {
    let rows = move || {
        let scans = scans.get().into_iter();
        scans.map(|scan| view! { <li><Entry scan /></li> }).collect_view()
    };
    view! { <ul class="scans">{rows}</ul> }
}

/// Remembered scans as links to their pages, each of which can be kept as a favourite and forgotten.
#[component]
pub fn ScanList(#[prop(into)] scans: Signal<Vec<Scan>>) -> impl IntoView {
    view! {
        <ul class="scans">
            <For each=move || scans.get() key=key let(scan)>
                <li>
                    <Entry scan=scan.clone() />
                    <Tools scan />
                </li>
            </For>
        </ul>
    }
}

/// Two entries with the same key look the same. A favourite keeps its row, and with it the focus of its button.
fn key(scan: &Scan) -> (String, u64, String) {
    (scan.path.clone(), scan.at.to_bits(), scan.name.vi.clone())
}

#[component]
fn Entry(scan: Scan) -> impl IntoView {
    let lang = use_lang();
    let day = clock::day_of(scan.at);
    let (name, note) = (scan.clone(), scan.clone());
    view! {
        <a class="maker" href=scan.path>
            {match scan.picture {
                Some(picture) => view! { <img class="art" src=picture alt="" width="46" height="46" loading="lazy" /> }.into_any(),
                None => view! { <span class="ava" aria-hidden="true"><Icon name="package" /></span> }.into_any(),
            }}
            <div>
                <b>{title(&name, lang)}</b>
                <p>{small_print(&note, &lang.date(day), lang)}</p>
            </div>
            <Icon name="chevron-right" />
        </a>
    }
}

#[component]
fn Tools(scan: Scan) -> impl IntoView {
    let lang = use_lang();
    let history = use_history();
    let words = lang.saved();
    let title = title(&scan, lang);
    let path = scan.path;
    let (asked, wanted, marked, bought) = (path.clone(), path.clone(), path.clone(), path.clone());
    let favourite = Memo::new(move |_| history.is_favourite(&asked));
    let on_list = Memo::new(move |_| history.scan(&wanted, |scan| scan.bought.is_some()) == Some(true));
    let remove = {
        let path = path.clone();
        move |_| {
            history.remove(&path);
            site::focus_heading(); // The button is gone, and with it the focus.
        }
    };
    view! {
        <button
            class="button quiet"
            aria-label=format!("{}: {title}", words.save)
            aria-pressed=move || favourite.get().to_string()
            on:click=move |_| history.set_favourite(&marked, !favourite.get_untracked())
        >
            <Icon name="heart" />
            {words.save}
        </button>
        <button
            class="button quiet"
            aria-label=format!("{}: {title}", lang.shopping().buy)
            aria-pressed=move || on_list.get().to_string()
            on:click=move |_| history.set_bought(&bought, (!on_list.get_untracked()).then_some(false))
        >
            <Icon name="shopping-bag" />
            {lang.shopping().buy}
        </button>
        <button class="button quiet" aria-label=format!("{}: {title}", words.remove) on:click=remove>
            <Icon name="trash-2" />
            {words.remove}
        </button>
        <Note path title />
    }
}

/// What the shopper writes about it; kept when the field is left.
#[component]
fn Note(path: String, title: String) -> impl IntoView {
    let history = use_history();
    let words = use_lang().shopping();
    let asked = path.clone();
    let note = Memo::new(move |_| history.scan(&asked, |scan| scan.note.clone()).unwrap_or_default());
    view! {
        <input
            class="note"
            type="text"
            maxlength="280"
            autocomplete="off"
            aria-label=format!("{}: {title}", words.note)
            placeholder=words.note
            prop:value=note
            on:change=move |event| history.set_note(&path, event_target_value(&event).trim().to_owned())
        />
    }
}

/// What to call it: its name, or else its number.
pub fn title(scan: &Scan, lang: Lang) -> String {
    match (&scan.gtin, scan.name.is_empty()) {
        (_, false) => scan.name.in_lang(lang).to_owned(),
        (Some(gtin), true) => gtin.clone(),
        (None, true) => scan.path.clone(),
    }
}

fn small_print(scan: &Scan, day: &str, lang: Lang) -> String {
    match &scan.lot {
        Some(lot) => format!("{} {lot} · {day}", lang.saved().lot),
        None => day.to_owned(),
    }
}
