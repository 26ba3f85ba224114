//! The frame around every page: brand, language, tabs. Pages in a frame of another site go without.

use super::context::{Overlay, set_lang, use_address, use_lang, use_path, use_settings_faults};
use super::icon::Icon;
use super::notice::{Kind, Notice};
use super::open_button::OpenButton;
use crate::address::Page;
use crate::browser::{links, site};
use crate::words::Lang;
use leptos::prelude::*;

/// The frame; `children` is the page.
#[component]
pub fn Shell(children: Children) -> impl IntoView {
    let address = use_address();
    let class = move || format!("page {}", class_of(&address.read().page));
    let embedded = address.read_untracked().embedded;
    view! {
        {(!embedded).then(|| view! { <Brand /> })}
        <SettingsFaults />
        <main class=class tabindex="-1">{children()}</main>
        {if embedded { view! { <FullPage /> }.into_any() } else { view! { <Tabs /> }.into_any() }}
    }
}

/// Gives the document the page's title, followed by the name of the app.
pub fn page_title(text: &str, lang: Lang) {
    site::set_title(&format!("{text} – {}", lang.shell().name));
}

/// What is wrong with config.json, for the person who runs the site.
#[component]
fn SettingsFaults() -> impl IntoView {
    let lang = use_lang();
    let faults = use_settings_faults();
    move || {
        let faults = faults.get();
        (!faults.is_empty()).then(|| {
            let text = format!("{} {}", lang.problem().settings, faults.join("; "));
            view! { <Notice kind=Kind::Warn text /> }
        })
    }
}

#[component]
fn Brand() -> impl IntoView {
    let lang = use_lang();
    let words = lang.shell();
    view! {
        <header class="brand">
            <div class="row">
                <a class="name" href="/">
                    <b>{words.brand}" "<span>{words.brand_place}</span></b>
                </a>
                <ChoiceOfLanguage />
            </div>
            <div class="band" aria-hidden="true"></div>
        </header>
    }
}

#[component]
fn ChoiceOfLanguage() -> impl IntoView {
    let lang = use_lang();
    let choose = move |event| {
        if let Some(chosen) = Lang::from_tag(&event_target_value(&event)) {
            set_lang(chosen);
            site::focus(&[".language select"]); // The page is drawn anew, and with it this choice.
        }
    };
    view! {
        <label class="language">
            <span class="visually-hidden">{lang.shell().language}</span>
            <select on:change=choose prop:value=lang.tag()>
                <option value="vi" lang="vi" selected=lang == Lang::Vi>"Tiếng Việt"</option>
                <option value="en" lang="en" selected=lang == Lang::En>"English"</option>
            </select>
        </label>
    }
}

#[component]
fn Tabs() -> impl IntoView {
    let lang = use_lang();
    let words = lang.shell();
    view! {
        <nav class="tabs" aria-label=words.tabs>
            <Tab page=Page::Home href="/" icon="leaf" text=words.home />
            <Tab page=Page::Market href="/market" icon="store" text=words.market />
            <OpenButton class="go" overlay=Overlay::Viewfinder text=words.scan />
            <Tab page=Page::Saved href="/saved" icon="heart" text=words.saved />
            <Tab page=Page::About href="/about" icon="info" text=words.about />
        </nav>
    }
}

#[component]
fn Tab(page: Page, href: &'static str, icon: &'static str, text: &'static str) -> impl IntoView {
    let address = use_address();
    let current = move || (address.read().page == page).then_some("page");
    view! {
        <a href=href aria-current=current>
            <Icon name=icon />
            {text}
        </a>
    }
}

/// Under a page in a frame: the way to the whole page, in a tab of its own.
#[component]
fn FullPage() -> impl IntoView {
    let lang = use_lang();
    let path = use_path();
    view! {
        <footer class="full-page">
            <a href=move || links::full(&path.read()).to_owned() target="_blank" rel="noopener">
                {lang.shell().full_page}
            </a>
        </footer>
    }
}

fn class_of(page: &Page) -> &'static str {
    match page {
        Page::Home | Page::Scan => "home",
        Page::Journey(_) => "journey",
        Page::Producer(_) => "producer",
        Page::Place(_) => "place",
        Page::Market | Page::Stalls | Page::Days | Page::Seasons | Page::Figures => "market",
        Page::Saved => "saved",
        Page::Learn(_) => "learn",
        Page::Labels => "labels",
        Page::About => "about",
        Page::Publish => "publish",
        Page::Kiosk => "kiosk",
        Page::Faulty(..) | Page::Unknown(_) => "problem",
    }
}
