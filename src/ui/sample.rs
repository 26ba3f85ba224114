//! Says that the data are sample data, and which day rules instead of the clock.

use super::context::{use_config, use_fair, use_lang, use_settled};
use super::icon::Icon;
use leptos::prelude::*;

/// The banner over sample data, and over any data while the settings say which day it is.
#[component]
pub fn SampleNote(#[prop(into)] sample: Signal<bool>) -> impl IntoView {
    let lang = use_lang();
    let config = use_config();
    let settled = use_settled();
    move || {
        settled.track();
        let words = lang.shell();
        let today = config.read_value().today;
        let sample = sample.get();
        (sample || today.is_some()).then(|| {
            view! {
                <div class="sample-note" role="note">
                    <Icon name="info" />
                    <p>
                        {sample.then_some(words.sample)}
                        {today.map(|today| view! { " "{words.sample_day}" "<b>{lang.date(today)}</b>"." })}
                    </p>
                </div>
            }
        })
    }
}

/// Whether the fair, once it is loaded, calls its data sample data.
pub fn is_fair_sample() -> Signal<bool> {
    let fair = use_fair();
    Signal::derive(move || matches!(&*fair.read(), Some(Some(fair)) if fair.sample))
}
