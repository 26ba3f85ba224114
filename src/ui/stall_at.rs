//! Where a stall is found at the market session that is on or comes next.

use super::context::{use_fair, use_lang, use_today};
use super::icon::Icon;
use super::session::next_days;
use crate::sources::product::Stall;
use leptos::prelude::*;

/// The stall as a link to its page, with the session, once the fair is loaded.
#[component]
pub fn StallAt(stall: Stall) -> impl IntoView {
    let lang = use_lang();
    let (fair, today) = (use_fair(), use_today());
    let when = move || {
        let fair = fair.read();
        let fair = fair.as_ref().and_then(Option::as_ref)?;
        next_days(fair, today.get(), lang)
    };
    let page = stall.gln.map(|gln| format!("/414/{gln}"));
    view! {
        <a class="stall-at" href=page>
            <Icon name="store" />
            <span>
                <b>{format!("{} {}", lang.market().stall, stall.name)}</b>
                {move || when().map(|when| view! { <small>{when}</small> })}
            </span>
        </a>
    }
}
