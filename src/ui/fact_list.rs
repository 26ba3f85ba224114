//! A list of facts: what each is, and what it is here.

use super::context::use_lang;
use crate::sources::product::Stall;
use leptos::prelude::*;

/// Facts as (term, value), in the order given, and the stall, which leads to its page.
#[component]
pub fn FactList(
    facts: Vec<(&'static str, String)>,
    #[prop(optional_no_strip)] stall: Option<Stall>,
) -> impl IntoView {
    let rows = facts.into_iter();
    let rows = rows.map(|(term, value)| view! { <div><dt>{term}</dt><dd>{value}</dd></div> });
    let stall = stall.map(|stall| {
        let page = stall.gln.map(|gln| format!("/414/{gln}"));
        view! { <div><dt>{use_lang().market().stall}</dt><dd><a href=page>{stall.name}</a></dd></div> }
    });
    view! { <dl class="facts">{rows.collect_view()}{stall}</dl> }
}
