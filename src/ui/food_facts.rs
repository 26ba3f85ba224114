//! Open Food Facts: the question before anything leaves the phone, and what volunteers wrote.

use super::context::use_lang;
use super::fact_list::FactList;
use super::source::SourceLine;
use crate::sources::product::FoodFacts;
use crate::words::Lang;
use leptos::prelude::*;

/// The shopper's agreement to ask Open Food Facts, remembered on this device.
pub mod consent {
    use crate::browser::settings;

    const NAME: &str = "ask-open-food-facts";

    /// Whether the shopper has agreed.
    pub fn given() -> bool {
        settings::read(NAME).as_deref() == Some("yes")
    }

    /// Remembers the agreement, or forgets it.
    pub fn set(agreed: bool) {
        settings::write(NAME, if agreed { "yes" } else { "no" });
    }
}

/// The question to the shopper.
#[component]
pub fn AskVolunteers(agreed: RwSignal<bool>) -> impl IntoView {
    let lang = use_lang();
    let words = lang.journey_page();
    let agree = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        consent::set(true);
        agreed.set(true);
    };
    view! {
        <form class="consent" on:submit=agree>
            <h2>{words.ask_heading}</h2>
            <p>{words.ask_question}</p>
            <button class="button primary">{words.ask_yes}</button>
        </form>
    }
}

/// Takes the agreement back.
#[component]
pub fn Forget(agreed: RwSignal<bool>) -> impl IntoView {
    let lang = use_lang();
    let forget = move |_| {
        consent::set(false);
        agreed.set(false);
    };
    view! { <button class="button quiet" on:click=forget>{lang.journey_page().ask_no}</button> }
}

/// What volunteers wrote, with the licence and the way to the whole page.
#[component]
pub fn Volunteers(facts: FoodFacts) -> impl IntoView {
    let lang = use_lang();
    let words = lang.journey_page();
    let (page, by) = (facts.page.clone(), facts.by.clone());
    view! {
        <section class="section">
            <h2>{words.volunteers}</h2>
            <FactList facts=rows(&facts, lang) />
            <p class="source">
                <a href=page target="_blank" rel="noopener noreferrer">{words.food_facts_page}</a>
            </p>
            <SourceLine by />
        </section>
    }
}

fn rows(facts: &FoodFacts, lang: Lang) -> Vec<(&'static str, String)> {
    let words = lang.journey_page();
    [
        (words.brands, facts.brands.clone()),
        (words.quantity, facts.quantity.clone()),
        (words.origins, facts.origins.clone()),
        (words.made_in, facts.made_in.clone()),
        (words.labels, facts.labels.clone()),
        (words.as_of, facts.changed_on.map(|date| lang.date(date))),
    ]
    .into_iter()
    .filter_map(|(term, value)| Some((term, value?)))
    .collect()
}
