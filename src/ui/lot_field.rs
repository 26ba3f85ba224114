//! The field for the lot printed on a pack, where the code names only the product.

use super::context::{go, use_lang};
use crate::address::{Address, Page};
use crate::gs1::{DigitalLink, Gtin};
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

/// Opens the journey of the lot that is typed. What no lot can be called is explained, and stays to be corrected.
#[component]
pub fn LotField(
    gtin: Gtin,
    /// The lots that are known: the only one that differs in case alone is meant.
    known: Vec<String>,
) -> impl IntoView {
    let words = use_lang().journey_story();
    let field = NodeRef::<html::Input>::new();
    let refused = RwSignal::new(false);
    let show = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = field.get_untracked().map(|field| field.value());
        match page(gtin, typed.unwrap_or_default().trim(), &known) {
            Some(page) => go(&page),
            None => refused.set(true),
        }
    };
    view! {
        <form class="code lot" novalidate on:submit=show>
            <label for="lot-field">{words.lot_field}</label>
            <div class="typed">
                <input id="lot-field" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" enterkeyhint="go"
                    aria-describedby="lot-error" aria-invalid=move || refused.get().to_string() node_ref=field
                    on:input=move |_| refused.set(false) />
                <button class="button primary">{words.lot_open}</button>
            </div>
            <p id="lot-error" class="error" role="alert">{move || refused.get().then_some(words.lot_fault)}</p>
        </form>
    }
}

/// The lot that is typed, or else the only known one that differs from it in case alone.
fn meant<'a>(typed: &'a str, known: &'a [String]) -> &'a str {
    let mut alike = known.iter().filter(|lot| lot.eq_ignore_ascii_case(typed));
    match (alike.next(), alike.next()) {
        (Some(lot), None) => lot,
        _ => typed,
    }
}

/// The address of a lot; `None` for what no lot can be called (GS1 General Specifications, AI 10).
fn page(gtin: Gtin, typed: &str, known: &[String]) -> Option<String> {
    let lot = meant(typed, known);
    let mut link = DigitalLink::product(gtin);
    link.qualifiers.push(("10".to_owned(), lot.to_owned()));
    let page = link.address();
    match Address::read(&page).page {
        Page::Journey(read) if read.lot() == Some(lot) => Some(page),
        _ => None,
    }
}
