//! The journey page: what is known of one product, lot or item, and how it came here.

use super::about_product::AboutProduct;
use super::asked::Asked;
use super::buy::Buy;
use super::chunks;
use super::context::{go_back, remember, use_address, use_config, use_history, use_lang, use_today};
use super::facts::Facts;
use super::food_facts::consent;
use super::hero::{Byline, Hero};
use super::honesty::Honesty;
use super::icon::Icon;
use super::lazy_part::lazy_part;
use super::lots::Lots;
use super::maker::Maker;
use super::map_later::JourneyMap;
use super::nothing::Nothing;
use super::notice::Loading;
use super::papers::Papers;
use super::read_aloud::ReadAloud;
use super::share_button::ShareButton;
use super::shell::page_title;
use super::thread::Thread;
use super::trust::Checks;
use super::verdict::VerdictCard;
use crate::browser::answers;
use crate::browser::settings;
use crate::gs1::DigitalLink;
use crate::journey::{Journey, tell};
use crate::sources::{Findings, Memory, look_up_with};
use crate::words::Lang;
use leptos::prelude::*;
use std::sync::Arc;

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
            // Only where a source kept silent can it be asked once more.
            let is_whole = findings.silences.is_empty();
            earlier.try_set_value((!is_whole).then(|| findings.clone()));
            Arc::new(tell(&identity, findings, today))
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
            <div class="first">
                {move || journey.get().map(|journey| view! { <Hero journey /> })}
                <div class="title">
                    <h1 tabindex="-1">{heading}</h1>
                    {move || journey.get().map(|journey| view! { <Byline journey /> })}
                </div>
                {move || match journey.get() {
                    None => view! { <Loading /> }.into_any(),
                    Some(journey) => view! { <First journey /> }.into_any(),
                }}
            </div>
            {move || journey.get().map(|told| view! { <Told journey=told agreed again=move || journey.again() /> })}
        </article>
    }
}

/// A journey that is told already, as its page shows it: for those who look at it before it is published.
#[component]
pub fn ToldJourney(journey: Arc<Journey>) -> impl IntoView {
    let title = name(&journey, use_lang());
    let agreed = RwSignal::new(false);
    view! {
        <article>
            <div class="first">
                <Hero journey=journey.clone() />
                <div class="title">
                    <h2>{title}</h2>
                    <Byline journey=journey.clone() />
                </div>
                <First journey=journey.clone() />
            </div>
            <Told journey agreed again=|| () />
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

/// What stands in the first screen, under the title: the verdict, what can be done at once, and the label of the pack.
#[component]
fn First(journey: Arc<Journey>) -> impl IntoView {
    let path = journey.identity.address();
    let known = journey.product.is_some();
    view! {
        <VerdictCard journey=journey.clone() />
        <div class="acts at-once">
            <ReadAloud journey=journey.clone() />
            {known.then(|| view! { <Buy path /> })}
        </div>
        <Facts journey />
    }
}

/// Everything under the first screen: the way of the goods, then what speaks for it.
#[component]
fn Told(
    journey: Arc<Journey>,
    agreed: RwSignal<bool>,
    again: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    view! {
        <div class="story">
            <Nothing journey=journey.clone() again />
            <Lots journey=journey.clone() />
            <Thread journey=journey.clone() />
            <JourneyMap journey=journey.clone() />
        </div>
        <div class="trust">
            <Made journey=journey.clone() />
            <Honesty journey=journey.clone() />
            <Checks journey=journey.clone() />
            {lazy_part(chunks::load_around, move || chunks::around(journey.clone(), agreed, Callback::new(move |()| again())))}
        </div>
    }
}

/// Who made the goods, their papers, and what the producer tells about them.
#[component]
fn Made(journey: Arc<Journey>) -> impl IntoView {
    let product = journey.product.clone()?;
    let certificates = product.certificates.clone();
    Some(view! {
        {product.producer.clone().map(|producer| view! { <Maker producer /> })}
        <Papers certificates today=journey.today />
        <AboutProduct product />
    })
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
