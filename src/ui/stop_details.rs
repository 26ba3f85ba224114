//! What else is known of a step: things by name, notes, papers, and who says all this, as of when.

use super::context::use_lang;
use super::fact_list::FactList;
use super::source;
use crate::journey::{Journey, Step};
use crate::sources::product::Certificate;
use crate::words::{Lang, Text};
use leptos::prelude::*;
use std::sync::Arc;

/// The details of the step with this place in the journey.
#[component]
pub fn StopDetails(journey: Arc<Journey>, index: usize) -> impl IntoView {
    let lang = use_lang();
    let step = journey.steps.get(index)?;
    let facts = facts(step, lang);
    let said = said(step, lang);
    Some(view! {
        {(!facts.is_empty()).then(|| view! { <FactList facts /> })}
        <p class="source">{said}</p>
    })
}

fn facts(step: &Step, lang: Lang) -> Vec<(&'static str, String)> {
    let (words, page) = (lang.journey_story(), lang.journey_page());
    let makes = !step.outputs.is_empty();
    let went_in = if makes { words.went_in } else { words.goods };
    let papers: Vec<String> = step.certificates.iter().map(|paper| line(paper, lang)).collect();
    let state = step.state.as_ref().map(|state| state.in_lang(lang).to_owned());
    [
        (went_in, listed(&step.inputs, lang)),
        (words.came_out, listed(&step.outputs, lang)),
        (words.note, listed(&step.notes, lang)),
        (words.state, state.unwrap_or_default()),
        (words.documents, listed(&step.documents, lang)),
        (page.certificates, papers.join("; ")),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .collect()
}

/// Who says so, as of when, when it was taken down, and how many records tell it.
fn said(step: &Step, lang: Lang) -> String {
    let words = lang.journey_story();
    let mut parts = vec![source::line(&step.by, lang)];
    parts.extend(
        step.recorded
            .map(|time| format!("{} {}", words.recorded, lang.date(time.date()))),
    );
    parts.extend((step.events > 1).then(|| format!("{} {}", step.events, words.folded)));
    parts.join(" · ")
}

/// Title, number, issuer and days of a paper.
fn line(paper: &Certificate, lang: Lang) -> String {
    let last = paper
        .to
        .map(|to| format!("{} {}", lang.journey_page().valid_to, lang.date(to)));
    let issuer = paper
        .issuer
        .as_ref()
        .map(|issuer| issuer.in_lang(lang).to_owned());
    let mut parts = vec![paper.title.in_lang(lang).to_owned()];
    parts.extend([paper.number.clone(), issuer, last].into_iter().flatten());
    parts.join(", ")
}

fn listed(texts: &[Text], lang: Lang) -> String {
    let texts: Vec<&str> = texts.iter().map(|text| text.in_lang(lang)).collect();
    texts.join("; ")
}
