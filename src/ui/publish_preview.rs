//! The journeys as shoppers will see them, told from the tables on the desk.

use super::chunks;
use super::context::use_lang;
use super::icon::Icon;
use super::lazy_part::lazy_part;
use super::publish_desk::Checked;
use crate::api::{Preview, Site, shown};
use crate::browser::site;
use crate::journey::Journey;
use crate::market::folding::fold;
use crate::words::Lang;
use leptos::prelude::*;
use std::sync::Arc;

/// So many lots are offered at once.
const MOST_LOTS: usize = 12;

/// So many warnings are listed.
const MOST_WARNINGS: usize = 100;

/// The lot that is looked at, as its place among the market's journeys.
#[derive(Clone, Copy)]
struct Chosen(RwSignal<usize>);

/// What shoppers will be warned of, and the journey of a lot.
#[component]
pub fn Look(checked: Arc<Checked>) -> impl IntoView {
    let chosen = RwSignal::new(0);
    provide_context(Chosen(chosen));
    view! {
        <Warned checked=checked.clone() />
        <Shown checked />
    }
}

#[component]
fn Warned(checked: Arc<Checked>) -> impl IntoView {
    let lang = use_lang();
    let words = lang.publish();
    let Chosen(chosen) = expect_context();
    let more = checked.warned.len().saturating_sub(MOST_WARNINGS) as u32; // OK because tables hold fewer lots.
    let look = move |at| {
        chosen.set(at);
        site::focus(&["#preview"]);
    };
    (!checked.warned.is_empty()).then(|| {
        let first = checked.warned.iter().take(MOST_WARNINGS).cloned();
        let row = move |(at, fault): (usize, crate::tables::Fault)| {
            view! {
                <li>
                    <span><b>{fault.id}</b>": "{fault.message.in_lang(lang).to_owned()}</span>
                    <button class="button quiet" on:click=move |_| look(at)>{words.look}</button>
                </li>
            }
        };
        view! {
            <section class="section">
                <h2>{words.warned}</h2>
                <p>{words.warned_help}</p>
                <ul class="warned">{first.map(row).collect_view()}</ul>
                {(more > 0).then(|| view! { <p class="source">"… "{lang.number(more)}" "{words.more_warnings}</p> })}
            </section>
        }
    })
}

/// A lot as it is offered.
struct Lot {
    at: usize,
    name: String,
    number: String,
    folded: String,
}

/// The journey of the chosen lot, under a field that finds others.
#[component]
fn Shown(checked: Arc<Checked>) -> impl IntoView {
    let words = use_lang().publish();
    let Chosen(chosen) = expect_context();
    let (offered, told) = (checked.clone(), checked);
    view! {
        <section class="section">
            <h2 id="preview" tabindex="-1">{words.preview}</h2>
            <p>{words.preview_help}</p>
            <Find checked=offered chosen />
        </section>
        <div class="journey">
            {move || told_of(&told, chosen.get()).map(|journey| {
                lazy_part(chunks::load_told_journey, move || chunks::told_journey(journey.clone()))
            })}
        </div>
    }
}

fn told_of(checked: &Checked, at: usize) -> Option<Arc<Journey>> {
    let market = checked.market.as_ref()?;
    let identity = shown(market.journeys.get(at)?);
    let site = Site::of(market);
    Some(Arc::new(Preview::of(&site).told(&identity)))
}

/// The field that finds lots, and those that it finds.
#[component]
fn Find(checked: Arc<Checked>, chosen: RwSignal<usize>) -> impl IntoView {
    let lang = use_lang();
    let words = lang.publish();
    let lots = StoredValue::new(lots(&checked, lang));
    let wanted = RwSignal::new(String::new());
    let found = move || {
        let wanted = fold(&wanted.read());
        let words: Vec<&str> = wanted.split_whitespace().collect();
        lots.with_value(|lots| {
            let fitting = lots
                .iter()
                .filter(|lot| words.iter().all(|word| lot.folded.contains(word)));
            let first = fitting.take(MOST_LOTS);
            first.map(|lot| button(lot, chosen)).collect::<Vec<_>>()
        })
    };
    view! {
        <div class="search">
            <Icon name="search" />
            <input type="search" autocomplete="off" spellcheck="false" aria-label=words.find_lot placeholder=words.find_lot
                on:input=move |event| wanted.set(event_target_value(&event)) />
        </div>
        <div class="chips" role="group" aria-label=words.choose_lot>
            {move || match found() {
                none if none.is_empty() => view! { <p role="status">{words.no_lot}</p> }.into_any(),
                some => some.into_any(),
            }}
        </div>
    }
}

fn button(lot: &Lot, chosen: RwSignal<usize>) -> AnyView {
    let at = lot.at;
    view! {
        <button class="chip" aria-pressed=move || (chosen.get() == at).to_string() on:click=move |_| chosen.set(at)>
            {lot.name.clone()}" · "{lot.number.clone()}
        </button>
    }
    .into_any()
}

fn lots(checked: &Checked, lang: Lang) -> Vec<Lot> {
    let Some(market) = &checked.market else {
        return Vec::new();
    };
    let names: std::collections::BTreeMap<&str, &crate::words::Text> = market
        .products
        .iter()
        .map(|product| (product.id.as_str(), &product.name))
        .collect();
    let lots = market.journeys.iter().enumerate();
    lots.map(|(at, lot)| {
        let name = names.get(lot.product.as_str());
        let (vi, en) = name.map_or(("", ""), |name| (name.vi.as_str(), name.en.as_str()));
        Lot {
            at,
            name: name.map(|name| name.in_lang(lang).to_owned()).unwrap_or_default(),
            number: lot.lot.clone(),
            folded: fold(&format!("{vi} {en} {}", lot.lot)),
        }
    })
    .collect()
}
