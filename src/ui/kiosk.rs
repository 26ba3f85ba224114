//! The kiosk: slides of the market on a big screen, and the journeys of what is held to the reader beside it. Only a long press leaves it.

use super::chunks;
use super::context::{set_lang, use_lang};
use super::foreign::ForeignNote;
use super::icon::Icon;
use super::kiosk_leave::Leave;
use super::kiosk_slide::Slides;
use super::kiosk_stage::{Stage, Unread};
use super::lazy::lazy;
use super::notice::{Kind, Notice};
use super::rejection;
use super::sample::{SampleNote, is_fair_sample};
use super::shell::page_title;
use crate::address::Page;
use crate::browser::{clock, links};
use crate::device::kiosk::Due;
use crate::words::Lang;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// The kiosk's page. Its style is fetched with it.
#[component]
pub fn KioskPage() -> impl IntoView {
    let lang = use_lang();
    let stage = Stage::begin();
    let is_open = Memo::new(move |_| stage.open().is_some());
    Effect::new(move |_| {
        if !is_open.get() {
            page_title(lang.kiosk().title, lang);
        }
    });
    view! {
        <link rel="stylesheet" href="/styles/kiosk.css" />
        <div class="kiosk-screen" data-place=move || stage.turning.read().place().to_string() on:click=move |event| follow(stage, &event)>
            {move || match is_open.get() {
                true => view! { <Visit stage /> }.into_any(),
                false => view! { <Show stage /> }.into_any(),
            }}
            <Foot stage is_open=is_open.into() />
        </div>
    }
}

/// A tap on a link opens its page inside the kiosk where the kiosk shows such pages; all other links lead nowhere.
fn follow(stage: Stage, event: &MouseEvent) {
    if links::is_on_link(event) {
        if let Some(path) = links::inner(event) {
            stage.show(&path);
        }
        event.prevent_default();
    }
}

#[component]
fn Show(stage: Stage) -> impl IntoView {
    let lang = use_lang();
    view! {
        <h1 class="visually-hidden" tabindex="-1">{lang.kiosk().title}</h1>
        <Slides stage />
        <div role="alert">{move || stage.unread.get().map(|unread| said(unread, lang))}</div>
        <SampleNote sample=is_fair_sample() />
    }
}

fn said(unread: Unread, lang: Lang) -> AnyView {
    match unread {
        Unread::Foreign(foreign) => view! { <ForeignNote foreign /> }.into_any(),
        Unread::Rejected(rejection) => {
            let text = rejection::sentence(&rejection, lang);
            view! { <Notice kind=Kind::Warn text /> }.into_any()
        }
    }
}

/// The page that was opened, until somebody closes it or nobody is there any more.
#[component]
fn Visit(stage: Stage) -> impl IntoView {
    let words = use_lang().kiosk();
    let page = Memo::new(move |_| stage.open());
    view! {
        <div class="visit">
            {move || match page.get() {
                Some(Page::Journey(identity)) => {
                    lazy(chunks::load_journey, move || chunks::journey(identity.clone()))
                }
                Some(Page::Producer(gln)) => lazy(chunks::load_producer, move || chunks::producer(gln)),
                Some(Page::Place(gln)) => lazy(chunks::load_place, move || chunks::place(gln)),
                _ => ().into_any(),
            }}
        </div>
        <div class="soon" role="status">
            {move || (stage.due.get() == Due::Soon).then(|| view! { <p>{words.soon}</p> })}
        </div>
    }
}

/// What can be pressed: the slides, the language, the way out.
#[component]
fn Foot(stage: Stage, is_open: Signal<bool>) -> impl IntoView {
    let lang = use_lang();
    let words = lang.kiosk();
    let other = match lang {
        Lang::Vi => Lang::En,
        Lang::En => Lang::Vi,
    };
    view! {
        <div class="foot">
            {move || match is_open.get() {
                true => view! {
                    <button class="button primary" on:click=move |_| stage.close()>
                        <Icon name="arrow-left" />
                        {words.to_slides}
                    </button>
                }
                .into_any(),
                false => view! { <Turn stage /> }.into_any(),
            }}
            <button class="button" lang=other.tag() on:click=move |_| set_lang(other)>{words.other_language}</button>
            <Leave stage />
        </div>
    }
}

/// One slide back, stop, one slide on.
#[component]
fn Turn(stage: Stage) -> impl IntoView {
    let words = use_lang().kiosk();
    let turn = move |forward| {
        stage
            .turning
            .update(|turning| turning.turn(forward, clock::now_ms()));
    };
    let is_paused = move || stage.turning.read().is_paused();
    let pause = move |_| {
        let stop = !stage.turning.read_untracked().is_paused();
        stage
            .turning
            .update(|turning| turning.pause(stop, clock::now_ms()));
    };
    view! {
        <p class="to-reader"><Icon name="scan-barcode" />{words.hint}</p>
        <button class="button" on:click=move |_| turn(false)><Icon name="arrow-left" />{words.before}</button>
        <button class="button" aria-pressed=move || is_paused().to_string() on:click=pause>{words.pause}</button>
        <button class="button" on:click=move |_| turn(true)>{words.next}<Icon name="arrow-right" /></button>
    }
}
