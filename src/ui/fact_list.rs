//! A list of facts: what each is, and what it is here.

use leptos::prelude::*;

/// Facts as (term, value), in the order given.
#[component]
pub fn FactList(#[prop(into)] facts: Signal<Vec<(&'static str, String)>>) -> impl IntoView {
    let rows = move || {
        let facts = facts.get().into_iter();
        facts
            .map(|(term, value)| view! { <div><dt>{term}</dt><dd>{value}</dd></div> })
            .collect_view()
    };
    view! { <dl class="facts">{rows}</dl> }
}
