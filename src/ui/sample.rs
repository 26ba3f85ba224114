//! Says that the data are sample data, and which day rules instead of the clock.

use super::context::{use_config, use_lang, use_settled};
use super::icon::Icon;
use leptos::prelude::*;

/// The banner over sample data; nothing where the clock rules.
#[component]
pub fn SampleNote() -> impl IntoView {
    let lang = use_lang();
    let config = use_config();
    let settled = use_settled();
    move || {
        settled.track();
        config.read_value().today.map(|today| {
            let words = lang.shell();
            view! {
                <div class="sample-note" role="note">
                    <Icon name="info" />
                    <p>{words.sample}" "{words.sample_day}" "<b>{lang.date(today)}</b>"."</p>
                </div>
            }
        })
    }
}
