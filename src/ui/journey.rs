//! The journey page: what is known of one product, lot or item, and how it came here.

use super::asked::Asked;
use super::code_facts::CodeFacts;
use super::context::{go_back, remember, use_address, use_config, use_history, use_lang, use_today};
use super::facts::Facts;
use super::food_facts::{AskVolunteers, Forget, Volunteers, consent};
use super::icon::Icon;
use super::lots::Lots;
use super::maker::Maker;
use super::map_later::JourneyMap;
use super::nothing::Nothing;
use super::notice::Loading;
use super::page_tools::PageTools;
use super::papers::Papers;
use super::portal::Portal;
use super::read_aloud::ReadAloud;
use super::said::{Ages, Differences};
use super::sample::SampleNote;
use super::share_button::ShareButton;
use super::shell::page_title;
use super::silence::Silences;
use super::source::SourceLine;
use super::thread::Thread;
use super::trust::{Checks, Gaps};
use super::verdict::VerdictCard;
use crate::browser::answers;
use crate::browser::settings;
use crate::browser::site;
use crate::gs1::DigitalLink;
use crate::journey::problem_report::ProblemReport;
use crate::journey::spoken::passages;
use crate::journey::{Journey, tell};
use crate::sources::{Findings, Memory, Why, look_up_with};
use crate::words::Lang;
use leptos::prelude::*;

/// The name under which the newest days of the lists of recalls and revoked keys are remembered.
const LISTS: &str = "lists";

/// The page of `identity`: asks the sources, tells the journey, and shows it as soon as it is told.
#[component]
pub fn JourneyPage(identity: DigitalLink) -> impl IntoView {
    let lang = use_lang();
    let today = use_today();
    let config = use_config();
    let agreed = RwSignal::new(consent::given());
    let asked = identity.clone();
    let earlier = StoredValue::new(None::<Findings>);
    let journey = Asked::new(move || {
        let (identity, agreed, today) = (asked.clone(), agreed.get(), today.get_untracked());
        async move {
            let mut lists = Memory::read(&settings::read(LISTS).unwrap_or_default());
            let mut findings =
                look_up_with(&identity, &config.get_value(), agreed, &lists, &answers::fetch).await;
            lists.learn(&findings.lists, today);
            settings::write(LISTS, &lists.written());
            if let Some(Some(earlier)) = earlier.try_get_value() {
                findings.recall_earlier(&earlier);
            }
            earlier.try_set_value(Some(findings.clone()));
            tell(&identity, findings, today)
        }
    });
    Effect::new(move |_| {
        if let Some(told) = journey.get() {
            remember(&told);
        }
    });
    let heading = move || {
        journey.get().map_or_else(
            || lang.journey_page().journey.to_owned(),
            |told| name(&told, lang),
        )
    };
    Effect::new(move |_| page_title(&heading(), lang));
    view! {
        <article>
            <Bar identity />
            {move || journey.get().map(|told| view! { <Hero journey=told /> })}
            <div class="title">
                <h1 tabindex="-1">{heading}</h1>
                {move || journey.get().map(|told| view! { <Byline journey=told /> })}
            </div>
            {move || match journey.get() {
                None => view! { <Loading /> }.into_any(),
                Some(told) => view! { <Told journey=told agreed again=move || journey.again() /> }.into_any(),
            }}
        </article>
    }
}

/// Back, share and save: within thumb reach. A frame on another site has no history and no favourites of its own.
#[component]
fn Bar(identity: DigitalLink) -> impl IntoView {
    let lang = use_lang();
    let words = lang.journey_page();
    let whole = !use_address().read_untracked().embedded;
    let path = identity.address();
    view! {
        <div class="bar">
            {whole.then(|| view! {
                <button aria-label=words.back on:click=move |_| go_back()>
                    <Icon name="arrow-left" />
                </button>
            })}
            <span>{words.journey}</span>
            <ShareButton identity />
            {whole.then(|| view! { <Heart path /> })}
        </div>
    }
}

/// Keeps the journey among the favourites, or no longer.
#[component]
fn Heart(path: String) -> impl IntoView {
    let lang = use_lang();
    let saved = use_history();
    let asked = path.clone();
    let pressed = Memo::new(move |_| saved.is_favourite(&asked));
    view! {
        <button
            aria-label=lang.journey_page().save
            aria-pressed=move || pressed.get().to_string()
            on:click=move |_| saved.set_favourite(&path, !pressed.get_untracked())
        >
            <Icon name="heart" />
        </button>
    }
}

/// The product's picture. Empty when nobody knows the product.
#[component]
fn Hero(journey: Journey) -> impl IntoView {
    let picture = journey.product.and_then(|product| product.picture)?;
    Some(view! {
        <div class="hero">
            <img class="hero-art" src=picture alt="" width="160" height="150" />
        </div>
    })
}

/// Where the product comes from and who makes it.
#[component]
fn Byline(journey: Journey) -> impl IntoView {
    let lang = use_lang();
    let producer = journey
        .product
        .as_ref()
        .and_then(|product| product.producer.clone());
    let area = producer.as_ref().and_then(|producer| {
        let parts: Vec<_> = [producer.commune.clone(), producer.province.clone()]
            .into_iter()
            .flatten()
            .collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    });
    let altitude = journey.steps.iter().find_map(|step| step.altitude_m);
    let sample = journey.sample;
    view! {
        {area.map(|area| view! {
            <p class="where">
                <Icon name="map-pin" />
                {area}
                {altitude.map(|metres| format!(" · {}", lang.whole_metres(metres)))}
            </p>
        })}
        <p class="by">
            {producer.map(|producer| view! { <span>{producer.name.in_lang(lang).to_owned()}</span> })}
            {sample.then(|| view! { <em class="sample">{lang.journey_page().sample}</em> })}
        </p>
    }
}

/// Everything under the title, once the journey is told.
#[component]
fn Told(
    journey: Journey,
    agreed: RwSignal<bool>,
    again: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let lang = use_lang();
    let report = ProblemReport::of(
        &journey,
        &site::address_of(&journey.identity.address()),
        &site::version(),
        lang,
    );
    let ask = journey
        .silences
        .iter()
        .any(|silence| silence.why == Why::NotAsked);
    let product = journey.product.clone();
    let unknown = product.is_none();
    let gtin = journey.identity.gtin();
    let producer = product.as_ref().and_then(|product| product.producer.clone());
    let certificates = product
        .as_ref()
        .map(|product| product.certificates.clone())
        .unwrap_or_default();
    let silences = journey
        .silences
        .iter()
        .filter(|silence| silence.why != Why::NotAsked)
        .cloned()
        .collect::<Vec<_>>();
    view! {
        <div class="story">
            <VerdictCard journey=journey.clone() />
            <div class="acts at-once"><ReadAloud passages=passages(&journey, lang) /></div>
            <Nothing journey=journey.clone() again />
            <Facts journey=journey.clone() />
            <Lots journey=journey.clone() />
            <Thread journey=journey.clone() />
            <JourneyMap steps=journey.steps.clone() />
        </div>
        <div class="trust">
            <Gaps gaps=journey.gaps.clone() />
            <Checks checks=journey.checks.clone() />
            {producer.map(|producer| view! { <Maker producer /> })}
            <Papers certificates today=journey.today />
            {product.as_ref().map(|product| view! { <super::about_product::AboutProduct product=product.clone() /> })}
            {journey.food_facts.clone().map(|facts| view! { <Volunteers facts /> })}
            {ask.then(|| view! { <AskVolunteers agreed /> })}
            {(unknown && agreed.get_untracked()).then(|| view! { <Forget agreed /> })}
            <Differences said=journey.said.clone() />
            <Silences silences again />
            <CodeFacts identity=journey.identity.clone() today=journey.today />
            {gtin.map(|gtin| view! { <Portal gtin /> })}
            <Ages kept=journey.kept.clone() />
            {product.map(|product| view! { <SourceLine by=product.by /> })}
            <PageTools identity=journey.identity.clone() report />
            <SampleNote sample=journey.sample />
        </div>
    }
}

/// What to call the goods: the product's name, or what volunteers call it, or its number.
fn name(journey: &Journey, lang: Lang) -> String {
    let known = journey
        .product
        .as_ref()
        .map(|product| &product.name)
        .or(journey.food_facts.as_ref().map(|facts| &facts.name));
    match (known, journey.identity.gtin()) {
        (Some(name), _) if !name.is_empty() => name.in_lang(lang).to_owned(),
        (_, Some(gtin)) => format!("{} {}", lang.journey_page().number, gtin.shown()),
        _ => lang.journey_page().name_unknown.to_owned(),
    }
}
