//! What was checked, in plain sentences.

use super::context::use_lang;
use super::fold::Fold;
use super::icon::Icon;
use super::verdict;
use crate::journey::{Check, Journey, Verdict};
use crate::words::Lang;
use leptos::prelude::*;
use std::sync::Arc;

/// What each rule saw: faults and open questions at once, the others one tap away.
#[component]
pub fn Checks(journey: Arc<Journey>) -> impl IntoView {
    let lang = use_lang();
    let checks = journey.checks.iter().cloned();
    let (passed, told): (Vec<Check>, Vec<Check>) = checks.partition(|check| check.verdict == Verdict::Ok);
    (!journey.checks.is_empty()).then(|| {
        let count = passed.len().to_string();
        let title = lang.journey_story().passed.replace("{n}", &count);
        let summary = view! { <Icon name="shield-check" /><span>{title}</span> }.into_any();
        view! {
            <section class="section">
                <h2>{lang.journey_page().checks}</h2>
                <div class="checks">
                    {(!told.is_empty()).then(|| list(&told, lang))}
                    {(!passed.is_empty()).then(move || view! {
                        <Fold class="passed" summary>{list(&passed, lang)}</Fold>
                    })}
                </div>
            </section>
        }
    })
}

fn list(checks: &[Check], lang: Lang) -> AnyView {
    let checks = checks.iter().map(|check| {
        view! {
            <li data-verdict=check.verdict.word()>
                <Icon name=verdict::icon(check.verdict) />
                <span>{check.sentence.in_lang(lang).to_owned()}</span>
            </li>
        }
    });
    view! { <ul>{checks.collect_view()}</ul> }.into_any()
}
