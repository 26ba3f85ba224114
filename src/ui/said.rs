//! What sources say differently, and how old kept answers are.

use super::context::use_lang;
use super::source::SourceLine;
use crate::browser::clock;
use crate::sources::claims::{Matter, Said};
use crate::sources::kept::Kept;
use crate::words::Lang;
use leptos::prelude::*;

/// Every matter in which the sources differ, each claim with its source. Empty where they agree.
#[component]
pub fn Differences(said: Vec<Said>) -> impl IntoView {
    let lang = use_lang();
    (!said.is_empty()).then(|| {
        view! {
            <section class="section differences">
                <h2>{lang.problem().differ}</h2>
                {said.into_iter().map(|said| view! {
                    <h3>{name(said.matter, lang)}</h3>
                    {said.claims.into_iter().map(|claim| view! {
                        <p>{claim.value.in_lang(lang).to_owned()}</p>
                        <SourceLine by=claim.by />
                    }).collect_view()}
                }).collect_view()}
            </section>
        }
    })
}

/// The age of answers that this phone had kept.
#[component]
pub fn Ages(kept: Vec<Kept>) -> impl IntoView {
    let lang = use_lang();
    let lines = kept.into_iter().map(|kept| {
        let day = lang.date(clock::day_of(kept.at as f64 * 1000.0));
        let hour = clock::hour_of(kept.at as f64 * 1000.0);
        let source = kept.source.in_lang(lang).to_owned();
        view! { <p class="source kept">{format!("{source}: {} {day}, {hour}", lang.problem().kept)}</p> }
    });
    lines.collect_view()
}

fn name(matter: Matter, lang: Lang) -> &'static str {
    let words = lang.journey_page();
    match matter {
        Matter::Name => lang.problem().product_name,
        Matter::Brand => words.brands,
        Matter::Content => words.content,
        Matter::Maker => lang.problem().maker,
        Matter::Storage => words.storage,
        Matter::Standard => words.standard,
        Matter::Origin => lang.food().origin,
        Matter::Ingredients => lang.food().ingredients,
        Matter::Allergens => lang.food().allergens,
        Matter::AllergenCodes => lang.food().allergen_codes,
        Matter::NetWeight => lang.food().net_weight,
    }
}
