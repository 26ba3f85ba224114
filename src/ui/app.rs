//! The whole app: the frame around the page, the page that the address names, and what stands over it.

use super::chunks;
use super::context::{self, Overlay, use_address, use_choice_of_lang, use_lang, use_overlay, use_path};
use super::home::HomePage;
use super::lazy::lazy;
use super::lazy_overlay::{Frame, Look, lazy_overlay};
use super::not_found::{FaultyPage, UnknownPage};
use super::photo::Photo;
use super::shell::Shell;
use super::update::Update;
use crate::address::Page;
use crate::browser::{history, parent, site};
use leptos::prelude::*;

/// The app.
#[component]
pub fn App() -> impl IntoView {
    context::provide();
    let address = use_address();
    let lang = use_choice_of_lang();
    if address.read_untracked().embedded {
        site::mark("data-embedded", "");
        parent::tell_height();
    }
    open_scan_entry();
    write_canonical_path();
    focus_each_page();
    move || {
        site::set_language(lang.get().tag());
        view! {
            <Shell>{move || page(address.get().page)}</Shell>
            <Photo />
            <Update />
            {overlay}
        }
    }
}

fn page(page: Page) -> AnyView {
    match page {
        Page::Home | Page::Scan => view! { <HomePage /> }.into_any(),
        Page::Journey(identity) => lazy(chunks::load_journey, move || chunks::journey(identity.clone())),
        Page::Producer(gln) => lazy(chunks::load_producer, move || chunks::producer(gln)),
        Page::Place(gln) => lazy(chunks::load_place, move || chunks::place(gln)),
        Page::Market => lazy(chunks::load_market, chunks::market),
        Page::Stalls => lazy(chunks::load_stalls, chunks::stalls),
        Page::Days => lazy(chunks::load_days, chunks::days),
        Page::Seasons => lazy(chunks::load_seasons, chunks::seasons),
        Page::Figures => lazy(chunks::load_figures, chunks::figures),
        Page::Saved => lazy(chunks::load_saved, chunks::saved),
        Page::Learn(None) => lazy(chunks::load_learn, chunks::learn),
        Page::Learn(Some(id)) => lazy(chunks::load_article, move || chunks::article(id.clone())),
        Page::Labels => lazy(chunks::load_labels, chunks::labels),
        Page::About => lazy(chunks::load_about, chunks::about),
        Page::Publish => lazy(chunks::load_publish, chunks::publish),
        Page::Kiosk => lazy(chunks::load_kiosk, chunks::kiosk),
        Page::Faulty(path, rejection) => view! { <FaultyPage path rejection /> }.into_any(),
        Page::Unknown(path) => view! { <UnknownPage path /> }.into_any(),
    }
}

fn overlay() -> impl IntoView {
    let overlay = use_overlay();
    let words = use_lang().home();
    let frame = move |look, label| Frame {
        look,
        label,
        close: Callback::new(move |()| overlay.set(None)),
    };
    move || match overlay.get() {
        Some(Overlay::Viewfinder) => {
            let frame = frame(Look::Picture, words.scan);
            lazy_overlay(frame, chunks::load_viewfinder, chunks::viewfinder)
        }
        Some(Overlay::TypeCode) => {
            let frame = frame(Look::Sheet, words.type_code);
            lazy_overlay(frame, chunks::load_type_code, chunks::type_code)
        }
        None => ().into_any(),
    }
}

/// `/scan` is the home page with the viewfinder over it. Its path is changed before the camera starts.
fn open_scan_entry() {
    let address = use_address();
    let overlay = use_overlay();
    Effect::new(move |_| {
        if address.read().page == Page::Scan {
            history::replace("/");
            overlay.set(Some(Overlay::Viewfinder));
        }
    });
}

/// A code with fewer digits, as people type it, stands in the address in its canonical form. The query stays as it is.
fn write_canonical_path() {
    let address = use_address();
    let path = use_path();
    Effect::new(move |_| {
        let (current, address) = (path.get(), address.get());
        let (shown, query) = current.split_once('?').unwrap_or((&current, ""));
        let canonical = address.path();
        let canonical = canonical.split('?').next().unwrap_or_default();
        if address.page.is_identified() && shown != canonical {
            let mark = if query.is_empty() { "" } else { "?" };
            history::replace(&format!("{canonical}{mark}{query}"));
        }
    });
}

/// The focus moves to the heading whenever the address leads elsewhere, not on the first page.
fn focus_each_page() {
    let address = use_address();
    Effect::new(move |earlier: Option<()>| {
        address.track();
        if earlier.is_some() {
            site::focus_heading();
        }
    });
}
