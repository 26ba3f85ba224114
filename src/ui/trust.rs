//! What is missing and what was checked, in plain sentences.

use super::context::use_lang;
use super::icon::Icon;
use super::verdict;
use crate::journey::Check;
use crate::words::Text;
use leptos::prelude::*;

/// What is missing. Nothing when nothing is.
#[component]
pub fn Gaps(gaps: Vec<Text>) -> impl IntoView {
    let lang = use_lang();
    (!gaps.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{lang.journey_page().gaps}</h2>
                <ul class="gaps">
                    {gaps.into_iter().map(|gap| view! {
                        <li><Icon name="triangle-alert" /><span>{gap.in_lang(lang).to_owned()}</span></li>
                    }).collect_view()}
                </ul>
            </section>
        }
    })
}

/// What each rule saw.
#[component]
pub fn Checks(checks: Vec<Check>) -> impl IntoView {
    let lang = use_lang();
    (!checks.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{lang.journey_page().checks}</h2>
                <ul class="checks">
                    {checks.into_iter().map(|check| view! {
                        <li data-verdict=check.verdict.word()>
                            <Icon name=verdict::icon(check.verdict) />
                            <span>{check.sentence.in_lang(lang).to_owned()}</span>
                        </li>
                    }).collect_view()}
                </ul>
            </section>
        }
    })
}
