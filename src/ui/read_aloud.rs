//! The button that has the page read aloud, and the choice of a recorded language where there are some.

use super::chunks;
use super::context::use_lang;
use super::icon::Icon;
use super::notice::{Kind, Notice};
use super::reader::{Outcome, Reading};
use crate::browser::{packs, settings, speech};
use crate::journey::Journey;
use crate::sources::language_pack::LanguagePack;
use futures_util::future::{AbortHandle, abortable};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The name under which the language to listen in is remembered.
const LISTEN: &str = "listen";

/// What the button is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Silent,
    Reading,
    NoVoice,
    NotLoaded,
}

/// The button. It reads the journey; pressed again, or when the page is left or hidden, it stops.
#[component]
pub fn ReadAloud(journey: Arc<Journey>) -> impl IntoView {
    let lang = use_lang();
    let words = lang.spoken();
    let state = RwSignal::new(State::Silent);
    let running = StoredValue::new(None::<AbortHandle>);
    let packs = RwSignal::new(Vec::<LanguagePack>::new());
    let chosen = RwSignal::new(settings::read(LISTEN));
    spawn_local(async move {
        let _ = packs.try_set(packs::all().await); // OK because a page that was left needs none.
    });
    let stop = move || {
        if let Some(Some(handle)) = running.try_get_value() {
            handle.abort();
            let _ = state.try_set(State::Silent); // OK because a page that was left shows no button.
        }
    };
    on_cleanup(stop);
    let hidden = StoredValue::new_local(speech::on_hidden(stop));
    on_cleanup(move || drop(hidden.try_update_value(Option::take)));
    let start = move || {
        speech::wake();
        let reading = Reading {
            journey: journey.clone(),
            lang,
            pack: chosen_pack(
                &packs.read_untracked(),
                chosen.read_untracked().as_deref(),
                lang.tag(),
            ),
        };
        let (task, handle) = abortable(read(reading));
        running.set_value(Some(handle));
        state.set(State::Reading);
        spawn_local(async move {
            if let Ok(outcome) = task.await {
                let _ = state.try_set(outcome); // OK because a page that was left shows no button.
            }
        });
    };
    let is_reading = move || state.get() == State::Reading;
    view! {
        <button
            class="button listen"
            aria-pressed=move || is_reading().to_string()
            on:pointerenter=|_| fetch_ahead()
            on:focus=|_| fetch_ahead()
            on:click=move |_| if state.get_untracked() == State::Reading { stop() } else { start() }
        >
            {move || if is_reading() {
                view! { <Icon name="square" /> {words.stop} }.into_any()
            } else {
                view! { <Icon name="volume-2" /> {words.listen} }.into_any()
            }}
        </button>
        {move || (!packs.read().is_empty()).then(|| view! { <Languages packs=packs.get() chosen /> })}
        {move || match state.get() {
            State::NoVoice => Some(view! { <Notice kind=Kind::Info text=words.no_voice.to_owned() /> }),
            State::NotLoaded => {
                let text = lang.problem().page_missing_help.to_owned();
                Some(view! { <Notice kind=Kind::Warn text /> })
            }
            State::Silent | State::Reading => None,
        }}
    }
}

/// The choice of a language to listen in: that of the page, or one with recorded clips.
#[component]
fn Languages(packs: Vec<LanguagePack>, chosen: RwSignal<Option<String>>) -> impl IntoView {
    let lang = use_lang();
    let choose = move |event| {
        let tag = event_target_value(&event);
        settings::write(LISTEN, &tag);
        chosen.set(Some(tag));
    };
    let own = match lang {
        crate::words::Lang::Vi => "Tiếng Việt",
        crate::words::Lang::En => "English",
    };
    let others = packs.into_iter().filter(|pack| pack.tag != lang.tag());
    view! {
        <label class="listen-in">
            <span>{lang.spoken().language}</span>
            <select on:change=choose>
                <option value=lang.tag() lang=lang.tag()>{own}</option>
                {others.map(|pack| {
                    let is_chosen = chosen.read_untracked().as_deref() == Some(&*pack.tag);
                    view! { <option value=pack.tag.clone() lang=pack.tag selected=is_chosen>{pack.name}</option> }
                }).collect_view()}
            </select>
        </label>
    }
}

/// The pack of the chosen language; without a choice, that of the page's own language, whose clips take over from the voice.
fn chosen_pack(packs: &[LanguagePack], chosen: Option<&str>, own: &str) -> Option<LanguagePack> {
    let find = |tag: &str| packs.iter().find(|pack| pack.tag == tag).cloned();
    chosen.and_then(find).or_else(|| find(own))
}

/// Loads the reader and has it read.
async fn read(reading: Reading) -> State {
    match chunks::reading(reading).await {
        Ok(reading) => match reading.await {
            Outcome::Read => State::Silent,
            Outcome::NoVoice => State::NoVoice,
        },
        Err(_) => State::NotLoaded,
    }
}

/// Fetches the reader as soon as somebody is about to press: some browsers speak only close to a tap.
fn fetch_ahead() {
    spawn_local(async {
        let _ = chunks::load_reading().await; // OK because pressing asks again.
    });
}
