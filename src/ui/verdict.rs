//! The verdict: a word, an icon and one sentence, never colour alone.

use super::context::use_lang;
use super::icon::Icon;
use crate::journey::{Journey, Verdict};
use leptos::prelude::*;
use std::sync::Arc;

/// The verdict on a journey, announced to screen readers when it arrives.
#[component]
pub fn VerdictCard(journey: Arc<Journey>) -> impl IntoView {
    let lang = use_lang();
    let verdict = journey.verdict;
    view! {
        <div class="verdict" role="status" data-verdict=verdict.word()>
            <Icon name=icon(verdict) />
            <div>
                <b>{journey.headline.in_lang(lang).to_owned()}</b>
                <p>{journey.summary.in_lang(lang).to_owned()}</p>
            </div>
        </div>
    }
}

/// The icon of a verdict.
pub fn icon(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ok => "shield-check",
        Verdict::Unknown => "circle-help",
        Verdict::Warn => "triangle-alert",
        Verdict::Stop => "octagon-x",
    }
}
