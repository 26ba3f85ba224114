//! The end of a journey: what others say, which sources gave nothing, and what can be done with the page.

use super::code_facts::CodeFacts;
use super::context::use_lang;
use super::food_facts::{AskVolunteers, Forget, Volunteers};
use super::page_tools::PageTools;
use super::portal::Portal;
use super::said::{Ages, Differences};
use super::sample::SampleNote;
use super::silence::Silences;
use super::source::SourceLine;
use crate::browser::site;
use crate::journey::Journey;
use crate::journey::problem_report::ProblemReport;
use crate::sources::{Silence, Why};
use leptos::prelude::*;
use std::sync::Arc;

/// What others say, which sources gave nothing, and where to ask further.
#[component]
pub fn Around(journey: Arc<Journey>, agreed: RwSignal<bool>, again: Callback<()>) -> impl IntoView {
    let silences = journey.silences.iter();
    let (unasked, silent): (Vec<Silence>, Vec<Silence>) = silences
        .cloned()
        .partition(|silence| silence.why == Why::NotAsked);
    let unknown = journey.product.is_none();
    let address = site::address_of(&journey.identity.address());
    let report = ProblemReport::of(&journey, &address, &site::version(), use_lang());
    view! {
        {journey.food_facts.clone().map(|facts| view! { <Volunteers facts /> })}
        {(!unasked.is_empty()).then(|| view! { <AskVolunteers agreed /> })}
        {(unknown && agreed.get_untracked()).then(|| view! { <Forget agreed /> })}
        <Differences said=journey.said.clone() />
        <Silences silences=silent again=move || again.run(()) />
        <CodeFacts identity=journey.identity.clone() today=journey.today />
        {journey.identity.gtin().map(|gtin| view! { <Portal gtin /> })}
        <Ages kept=journey.kept.clone() />
        {journey.product.clone().map(|product| view! { <SourceLine by=product.by /> })}
        <PageTools identity=journey.identity.clone() report />
        <SampleNote sample=journey.sample />
    }
}
