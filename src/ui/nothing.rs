//! Where nothing can be shown: why, in five kinds, and the ways on from each.

use super::context::use_lang;
use super::fact_list::FactList;
use super::not_found::NextSteps;
use crate::browser::site;
use crate::journey::Journey;
use crate::sources::cause::Cause;
use crate::words::Lang;
use leptos::ev;
use leptos::prelude::*;
use std::sync::Arc;

/// What to say and what to do where nobody told anything of the goods. Empty where somebody did.
#[component]
pub fn Nothing(journey: Arc<Journey>, again: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let is_told = journey.product.is_some() || journey.food_facts.is_some() || !journey.steps.is_empty();
    if is_told {
        return None;
    }
    let cause = Cause::of(&journey.silences, site::is_online());
    let facts = label(&journey, use_lang());
    Some(view! { <NothingCame cause facts again /> })
}

/// Why nothing came, what to do about it, what the code itself says, and the ways on. `heading` and `help` stand in place of the usual ones.
#[component]
pub fn NothingCame(
    cause: Cause,
    #[prop(optional_no_strip)] heading: Option<&'static str>,
    #[prop(optional_no_strip)] help: Option<&'static str>,
    facts: Vec<(&'static str, String)>,
    again: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let lang = use_lang();
    let heading = heading.unwrap_or_else(|| cause.heading(lang));
    let help = help.map_or_else(|| cause.help(lang), str::to_owned);
    let online = window_event_listener(ev::online, move |_| again());
    on_cleanup(move || online.remove());
    view! {
        <section class="section nothing" data-cause=cause.name()>
            <h2>{heading}</h2>
            <p>{help}</p>
            {cause.may_pass().then(|| view! {
                <button class="button primary" on:click=move |_| again()>{lang.shell().again}</button>
            })}
            {(!facts.is_empty()).then(|| view! {
                <h3>{lang.problem().label_says}</h3>
                <FactList facts />
            })}
            <NextSteps />
        </section>
    }
}

/// The number and the attributes that stand in the code itself.
fn label(journey: &Journey, lang: Lang) -> Vec<(&'static str, String)> {
    let words = lang.journey_page();
    let number = journey.identity.gtin().map(|gtin| gtin.shown().to_owned());
    let facts = [
        (words.number, number),
        (words.lot, journey.identity.lot().map(str::to_owned)),
        (words.serial, journey.identity.serial().map(str::to_owned)),
        (words.expires, journey.expires_on.map(|date| lang.date(date))),
        (words.best_before, journey.best_before.map(|date| lang.date(date))),
        (words.packed, journey.packed_on.map(|date| lang.date(date))),
    ];
    let facts = facts.into_iter();
    facts.filter_map(|(term, value)| Some((term, value?))).collect()
}
