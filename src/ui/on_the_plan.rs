//! The way from a stall's page to the plan of the stalls. Whoever scans the code of a stall stands before it; whoever follows a link
//! to it inside the app looks for it.

use super::context::{use_fair, use_lang};
use super::icon::Icon;
use crate::browser::{history, query};
use crate::gs1::Gln;
use leptos::prelude::*;

/// The link; nothing where the place is no stall of the fair.
#[component]
pub fn OnThePlan(gln: Gln) -> impl IntoView {
    let words = use_lang().fair();
    let fair = use_fair();
    let stall = Memo::new(move |_| {
        let stalls = fair.get().flatten()?.stalls;
        let stall = stalls.into_iter().find(|stall| stall.gln == gln.as_str())?;
        Some(stall.id)
    });
    move || {
        stall.get().map(|stall| {
            let mark = if history::is_first() { "here" } else { "find" };
            let plan = query::write("/market/stalls", &[(mark, &stall)]);
            view! { <a class="button" href=plan><Icon name="map-pin" />{words.on_the_plan}</a> }
        })
    }
}
