//! What the scanned code says by itself: who issued its number, the values in it, and what is odd about it.

use super::context::{use_config, use_lang};
use super::fact_list::FactList;
use super::what_is::WhatIs;
use crate::gs1::DigitalLink;
use crate::gs1::facts::{facts, odd};
use crate::words::glossary::Word;
use leptos::prelude::*;
use time::Date;

/// What the code says, each with the remark that nobody has confirmed it. Empty where it says nothing beyond its address.
#[component]
pub fn CodeFacts(identity: DigitalLink, today: Date) -> impl IntoView {
    let lang = use_lang();
    let words = lang.code_facts();
    let facts = facts(&identity, today.year(), lang);
    let odd = use_config().with_value(|config| odd(&identity, &config.layouts, today.year(), lang));
    let has_number = identity.gtin().is_some();
    (!facts.is_empty() || !odd.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{words.heading}</h2>
                <p class="source">{words.from_code}</p>
                <FactList facts />
                {has_number.then_some(view! { <p class="source">{words.issuer_note}</p> })}
                <WhatIs words=[Word::Gtin, Word::Lot, Word::UseBy] />
                {odd.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
            </section>
        }
    })
}
