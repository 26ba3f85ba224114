//! The plan of the stalls: `?find=A1` marks the stall that is looked for, `?here=A1` the one where the shopper stands.

use super::context::{use_catalogue, use_fair, use_lang, use_path};
use super::market_tabs::FairHead;
use super::notice::Loading;
use crate::browser::query;
use crate::market::catalogue::Card;
use crate::market::fair::{Fair, Named, StallEntry};
use crate::words::Lang;
use leptos::prelude::*;

/// The page with the plan of the stalls.
#[component]
pub fn StallsPage() -> impl IntoView {
    let lang = use_lang();
    let words = lang.fair();
    let fair = use_fair();
    view! {
        <FairHead title=words.stalls />
        {move || match fair.get() {
            None => view! { <Loading /> }.into_any(),
            Some(None) => ().into_any(),
            Some(Some(fair)) => view! { <Plan fair=fair.clone() /><Zones fair /> }.into_any(),
        }}
        <section class="section">
            <a class="button" href="/kiosk">{lang.kiosk().open}</a>
            <p class="source">{lang.kiosk().open_help}</p>
        </section>
    }
}

/// Which stall the address marks, and with what words.
fn mark(path: &str, stall: &str, lang: Lang) -> Option<(&'static str, &'static str)> {
    let is = |field: &str| query::read(path, field).as_deref() == Some(stall);
    if is("here") {
        Some(("here", lang.fair().here))
    } else {
        is("find").then_some(("find", lang.fair().sought))
    }
}

/// The plan. Each stall is a link to its page; what it is called is read out.
#[component]
fn Plan(fair: Fair) -> impl IntoView {
    let lang = use_lang();
    let path = use_path();
    let words = lang.fair();
    let stalls = fair.stalls.clone().into_iter().map(move |stall| {
        let (x, y, width, height) = stall.plan;
        let id = stall.id.clone();
        let marked = Signal::derive(move || mark(&path.read(), &id, lang));
        let label = format!(
            "{} {}, {}",
            lang.market().stall,
            stall.id,
            owner(&fair, &stall, lang)
        );
        view! {
            <a href=format!("/414/{}", stall.gln) aria-label=label data-mark=move || marked.get().map(|(name, _)| name)>
                <rect x=x y=y width=width height=height rx="0.8" data-zone=stall.zone />
                <text x=x + width / 2.0 y=y + height / 2.0 + 1.0>{stall.id}</text>
            </a>
            {move || marked.get().map(|(_, words)| view! {
                <text class="mark" x=(x + width / 2.0).clamp(14.0, 76.0) y=y - 1.0>{words}</text>
            })}
        }
    });
    view! {
        <p class="lead">{words.plan_hint}</p>
        <svg class="plan" viewBox="0 0 90 34" role="group" aria-label=words.plan>
            <rect class="ground" x="0.5" y="0.5" width="89" height="33" rx="2" />
            {stalls.collect_view()}
        </svg>
    }
}

/// The same as a list, zone by zone.
#[component]
fn Zones(fair: Fair) -> impl IntoView {
    let lang = use_lang();
    let catalogue = use_catalogue();
    let zones = fair.zones.clone().into_iter().map(move |Named { id, name }| {
        let fair = fair.clone();
        let stalls = fair
            .stalls
            .clone()
            .into_iter()
            .filter(move |stall| stall.zone == id);
        let rows = stalls.map(move |stall| {
            let (name, number) = (owner(&fair, &stall, lang), stall.id.clone());
            let goods = move || {
                let catalogue = catalogue.get().flatten().unwrap_or_default();
                goods(catalogue.cards(), &number, lang)
            };
            view! {
                <li>
                    <a class="lesson" href=format!("/414/{}", stall.gln)>
                        <b>{stall.id.clone()}</b>
                        <span>{name}<small>{goods}</small></span>
                    </a>
                </li>
            }
        });
        view! {
            <h3>{name.in_lang(lang).to_owned()}</h3>
            <ul class="lessons">{rows.collect_view()}</ul>
        }
    });
    view! {
        <section class="section zones">
            <h2>{lang.fair().all_stalls}</h2>
            {zones.collect_view()}
        </section>
    }
}

/// Whose stall it is.
fn owner(fair: &Fair, stall: &StallEntry, lang: Lang) -> String {
    let producer = stall.producer.as_ref();
    let producer = producer.and_then(|gln| fair.producers.iter().find(|producer| producer.gln == *gln));
    let name = stall.name.as_ref().or(producer.map(|producer| &producer.name));
    name.map(|name| name.in_lang(lang).to_owned()).unwrap_or_default()
}

/// What is sold at a stall.
fn goods(cards: &[Card], stall: &str, lang: Lang) -> String {
    let names = cards.iter().filter(|card| card.stall.as_deref() == Some(stall));
    names
        .map(|card| card.name.in_lang(lang))
        .collect::<Vec<_>>()
        .join(", ")
}
