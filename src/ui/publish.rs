//! The page where organisers check their tables before they publish them: nothing of them leaves the device.

use super::context::use_lang;
use super::icon::Icon;
use super::notice::{Kind, Notice};
use super::publish_desk::{Checked, Desk, Work};
use super::publish_faults::Faults;
use super::publish_preview::Look;
use super::shell::page_title;
use crate::browser::files::{self, FileDrop};
use crate::browser::{download, site};
use crate::words::Lang;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// The ids of the fields behind the two buttons.
const FILES: &str = "table-files";
const FOLDER: &str = "table-folder";

/// The page.
#[component]
pub fn PublishPage() -> impl IntoView {
    let lang = use_lang();
    let words = lang.publish();
    let desk = Desk::open();
    page_title(words.title, lang);
    view! {
        <h1 tabindex="-1">{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <Take desk />
        <OnTheDesk desk />
        <Working desk />
        {move || desk.checked.get().map(|checked| view! { <Outcome checked /> })}
    }
}

/// The two ways to choose files, and the whole page as a place to drop them.
#[component]
fn Take(desk: Desk) -> impl IntoView {
    let words = use_lang().publish();
    let is_held = RwSignal::new(false);
    let zone = FileDrop::over_page(move |over| is_held.set(over), move |files| desk.take(files));
    StoredValue::new_local(zone); // OK because the owner of this component drops it.
    view! {
        <Field id=FILES folder=false desk />
        <Field id=FOLDER folder=true desk />
        <div class="acts">
            <button class="button primary" on:click=|_| site::press(FILES)>
                <Icon name="file-text" />
                {words.choose}
            </button>
            <button class="button" on:click=|_| site::press(FOLDER)>
                <Icon name="boxes" />
                {words.choose_folder}
            </button>
        </div>
        <p>{words.wanted}</p>
        <p class="private"><Icon name="shield-check" />{words.private}</p>
        {move || is_held.get().then(|| view! { <div class="drop">{words.drop_here}</div> })}
    }
}

/// A field for files that nobody sees: its button presses it.
#[component]
fn Field(id: &'static str, folder: bool, desk: Desk) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let chosen = move |_| {
        if let Some(input) = input.get_untracked() {
            desk.take(files::chosen(&input));
        }
    };
    let accept = (!folder).then_some(".csv,.json,.jsonld");
    view! {
        <input id=id class="visually-hidden" type="file" multiple accept=accept prop:webkitdirectory=folder
            tabindex="-1" aria-hidden="true" node_ref=input on:change=chosen />
    }
}

/// The files that lie there, and those that were not taken.
#[component]
fn OnTheDesk(desk: Desk) -> impl IntoView {
    let words = use_lang().publish();
    let names = move || {
        let given = desk.given.read();
        given.files().map(|(name, _)| name.to_owned()).collect::<Vec<_>>()
    };
    let refused = move || {
        let row = |(name, why): (String, &'static str)| view! { <li><b>{name}</b>": "{why}</li> };
        let rows = desk.refused.get().into_iter().map(row).collect_view();
        (!rows.is_empty()).then(|| view! { <ul class="refused" role="status">{rows}</ul> })
    };
    view! {
        {refused}
        {move || (!desk.given.read().is_empty()).then(|| view! {
            <section class="section">
                <h2>{words.given}</h2>
                <ul class="given">{names().into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}</ul>
                <button class="button quiet" on:click=move |_| desk.clear()>
                    <Icon name="trash-2" />
                    {words.put_away}
                </button>
            </section>
        })}
    }
}

/// How far the check has come.
#[component]
fn Working(desk: Desk) -> impl IntoView {
    let words = use_lang().publish();
    let work = Memo::new(move |_| desk.progress.read().map(|progress| progress.work));
    let percent = move || desk.progress.read().map_or(0, |progress| progress.percent);
    move || {
        work.get().map(|work| {
            let name = match work {
                Work::Checking => words.checking,
                Work::Telling => words.telling,
            };
            view! {
                <p class="working">
                    <span role="status">{name}</span>
                    <progress max="100" value=percent aria-label=name></progress>
                </p>
            }
        })
    }
}

/// What the check came to.
#[component]
fn Outcome(checked: Arc<Checked>) -> impl IntoView {
    let lang = use_lang();
    let is_sound = checked.market.is_some();
    let kind = if is_sound { Kind::Info } else { Kind::Warn };
    let (looked_at, taken) = (checked.clone(), checked.clone());
    view! {
        <Notice kind text=summary(&checked, lang) />
        <Faults checked=checked.clone() />
        {is_sound.then(|| view! { <Look checked=looked_at /> <TakeAlong checked=taken /> })}
    }
}

fn summary(checked: &Checked, lang: Lang) -> String {
    let words = lang.publish();
    let count = |number: usize, of: &str| format!("{} {of}", lang.number(number as u32)); // OK because tables hold fewer rows.
    let mild = (checked.mild > 0).then(|| count(checked.mild, words.should_be_looked_at));
    let Some(market) = &checked.market else {
        let grave = count(checked.grave, words.must_be_put_right);
        return std::iter::once(grave).chain(mild).collect::<Vec<_>>().join(" · ");
    };
    let (products, lots) = (market.products.len(), market.journeys.len());
    let counts = [count(products, words.products), count(lots, words.lots)];
    let counts: Vec<String> = counts.into_iter().chain(mild).collect();
    format!("{} {}. {}", words.sound, counts.join(" · "), words.next)
}

/// The checked tables, to be saved one by one.
#[component]
fn TakeAlong(checked: Arc<Checked>) -> impl IntoView {
    let words = use_lang().publish();
    let names: Vec<String> = checked.tidied.iter().map(|(name, _)| name.clone()).collect();
    let button = move |(at, name): (usize, String)| {
        let checked = checked.clone();
        let save = move |_| {
            if let Some((name, text)) = checked.tidied.get(at) {
                download::save(name, "text/csv", text);
            }
        };
        view! {
            <button class="button" on:click=save>
                <Icon name="download" />
                {words.save}" "{name}
            </button>
        }
    };
    (!names.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{words.take_along}</h2>
                <p>{words.take_along_help}</p>
                <div class="acts">{names.into_iter().enumerate().map(button).collect_view()}</div>
            </section>
        }
    })
}
