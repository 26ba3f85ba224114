//! A list of facts: what each is, and what it is here.

use leptos::prelude::*;

/// Facts as (term, value), in the order given.
#[component]
pub fn FactList(facts: Vec<(&'static str, String)>) -> impl IntoView {
    let rows = facts.into_iter();
    let rows = rows.map(|(term, value)| view! { <div><dt>{term}</dt><dd>{value}</dd></div> });
    view! { <dl class="facts">{rows.collect_view()}</dl> }
}
