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
    let path = scan.path.clone();
    let favourite = Memo::new(move |_| history.is_favourite(&path));
    let (marked, removed, path) = (scan.clone(), scan.clone(), scan.path);
    let marked = format!("{}: {}", words.save, title(&marked, lang));
    let removed = format!("{}: {}", words.remove, title(&removed, lang));
    let mark = {
        let path = path.clone();
        move |_| history.set_favourite(&path, !favourite.get_untracked())
    };
    let remove = move |_| {
        history.remove(&path);
        site::focus_heading(); // The button is gone, and with it the focus.
    };
    view! {
        <button
            class="button quiet"
            aria-label=marked
            aria-pressed=move || favourite.get().to_string()
            on:click=mark
        >
            <Icon name="heart" />
            {words.save}
        </button>
        <button class="button quiet" aria-label=removed on:click=remove>
            <Icon name="trash-2" />
            {words.remove}
        </button>
    }
}

/// What to call it: its name, or else its number.
fn title(scan: &Scan, lang: Lang) -> String {
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
