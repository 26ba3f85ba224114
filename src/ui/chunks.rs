//! What the home page does without: the other pages, and what stands over a page. Each comes in a chunk of the program,
//! named first, which is loaded when something of it is first opened.

use super::about::AboutPage;
use super::around::Around;
use super::conformity::ConformityTable;
use super::context::use_settled;
use super::days::DaysPage;
use super::figures::FiguresPage;
use super::journey::{JourneyPage, ToldJourney};
use super::kiosk::KioskPage;
use super::labels::LabelsPage;
use super::lazy::Page;
use super::learn::{ArticlePage, LearnPage};
use super::map::{Map, Of, of_place};
use super::market::MarketPage;
use super::notice::Loading;
use super::originals::Originals;
use super::page_code::PageCode;
use super::page_sheet::PageSheet;
use super::photo_sheet::{ChosenPhoto, PhotoSheet};
use super::place::PlacePage;
use super::producer::ProducerPage;
use super::publish::PublishPage;
use super::reader::{self, Outcome, Reading};
use super::saved::SavedPage;
use super::seasons::SeasonsPage;
use super::stalls::StallsPage;
use super::type_code::TypeCode;
use super::viewfinder::Viewfinder;
use crate::browser::answers;
use crate::gs1::{DigitalLink, Gln};
use crate::journey::Journey;
use crate::journey::route::Route;
use crate::sources::{Answer, Question, Why};
use futures_util::future::LocalBoxFuture;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::sync::Arc;

/// The journey of what the code names.
#[wasm_split(journey, wasm_split_path = leptos::wasm_split, preload(load_journey), fallible)]
pub fn journey(identity: DigitalLink) -> Page {
    settled(move || view! { <JourneyPage identity=identity.clone() /> }.into_any())
}

/// What stands at the end of a journey.
#[wasm_split(around, wasm_split_path = leptos::wasm_split, preload(load_around), fallible)]
pub fn around(journey: Arc<Journey>, agreed: RwSignal<bool>, again: Callback<()>) -> Page {
    Ok(view! { <Around journey agreed again /> }.into_any())
}

/// A journey that is told already, from the tables of an organiser.
#[wasm_split(journey, wasm_split_path = leptos::wasm_split, preload(load_told_journey), fallible)]
pub fn told_journey(journey: Arc<Journey>) -> Page {
    Ok(view! { <ToldJourney journey /> }.into_any())
}

/// The goods' data held against the law.
#[wasm_split(evidence, wasm_split_path = leptos::wasm_split, preload(load_conformity), fallible)]
pub fn conformity(journey: Arc<Journey>) -> Page {
    Ok(view! { <ConformityTable journey /> }.into_any())
}

/// The documents of a journey as they were received.
#[wasm_split(evidence, wasm_split_path = leptos::wasm_split, preload(load_originals), fallible)]
pub fn originals(journey: Arc<Journey>) -> Page {
    Ok(view! { <Originals journey /> }.into_any())
}

/// The producer with this number.
#[wasm_split(parties, wasm_split_path = leptos::wasm_split, preload(load_producer), fallible)]
pub fn producer(gln: Gln) -> Page {
    settled(move || view! { <ProducerPage gln /> }.into_any())
}

/// The place with this number.
#[wasm_split(parties, wasm_split_path = leptos::wasm_split, preload(load_place), fallible)]
pub fn place(gln: Gln) -> Page {
    settled(move || view! { <PlacePage gln /> }.into_any())
}

/// The map of a journey.
#[wasm_split(map, wasm_split_path = leptos::wasm_split, preload(load_journey_map), fallible)]
pub fn journey_map(journey: Arc<Journey>) -> Page {
    Ok(view! { <Map route=Route::of(&journey.steps) of=Of::Journey /> }.into_any())
}

/// The map of a place.
#[wasm_split(map, wasm_split_path = leptos::wasm_split, preload(load_place_map), fallible)]
pub fn place_map(point: (f64, f64)) -> Page {
    Ok(view! { <Map route=of_place(point) of=Of::Place /> }.into_any())
}

/// The market.
#[wasm_split(market, wasm_split_path = leptos::wasm_split, preload(load_market), fallible)]
pub fn market() -> Page {
    Ok(view! { <MarketPage /> }.into_any())
}

/// Where the stalls are.
#[wasm_split(fair, wasm_split_path = leptos::wasm_split, preload(load_stalls), fallible)]
pub fn stalls() -> Page {
    Ok(view! { <StallsPage /> }.into_any())
}

/// When the market meets.
#[wasm_split(fair, wasm_split_path = leptos::wasm_split, preload(load_days), fallible)]
pub fn days() -> Page {
    Ok(view! { <DaysPage /> }.into_any())
}

/// What is in season when.
#[wasm_split(fair, wasm_split_path = leptos::wasm_split, preload(load_seasons), fallible)]
pub fn seasons() -> Page {
    Ok(view! { <SeasonsPage /> }.into_any())
}

/// What the published data come to.
#[wasm_split(figures, wasm_split_path = leptos::wasm_split, preload(load_figures), fallible)]
pub fn figures() -> Page {
    settled(|| view! { <FiguresPage /> }.into_any())
}

/// What this phone remembers.
#[wasm_split(side, wasm_split_path = leptos::wasm_split, preload(load_saved), fallible)]
pub fn saved() -> Page {
    Ok(view! { <SavedPage /> }.into_any())
}

/// What there is to learn.
#[wasm_split(learn, wasm_split_path = leptos::wasm_split, preload(load_learn), fallible)]
pub fn learn() -> Page {
    Ok(view! { <LearnPage /> }.into_any())
}

/// One article or speciality.
#[wasm_split(learn, wasm_split_path = leptos::wasm_split, preload(load_article), fallible)]
pub fn article(id: String) -> Page {
    Ok(view! { <ArticlePage id /> }.into_any())
}

/// What the app is.
#[wasm_split(side, wasm_split_path = leptos::wasm_split, preload(load_about), fallible)]
pub fn about() -> Page {
    settled(|| view! { <AboutPage /> }.into_any())
}

/// The organiser's tables.
#[wasm_split(publish, wasm_split_path = leptos::wasm_split, preload(load_publish), fallible)]
pub fn publish() -> Page {
    Ok(view! { <PublishPage /> }.into_any())
}

/// The show on a big screen.
#[wasm_split(kiosk, wasm_split_path = leptos::wasm_split, preload(load_kiosk), fallible)]
pub fn kiosk() -> Page {
    Ok(view! { <KioskPage /> }.into_any())
}

/// The viewfinder.
#[wasm_split(scan, wasm_split_path = leptos::wasm_split, preload(load_viewfinder), fallible)]
pub fn viewfinder() -> Page {
    Ok(view! { <Viewfinder /> }.into_any())
}

/// The field for a code.
#[wasm_split(scan, wasm_split_path = leptos::wasm_split, preload(load_type_code), fallible)]
pub fn type_code() -> Page {
    Ok(view! { <TypeCode /> }.into_any())
}

/// What comes of a photo.
#[wasm_split(scan, wasm_split_path = leptos::wasm_split, preload(load_photo_sheet), fallible)]
pub fn photo_sheet(photo: ChosenPhoto) -> Page {
    Ok(view! { <PhotoSheet photo /> }.into_any())
}

/// The answer of another host to a question of the home page, kept on this phone; it is asked when it is awaited.
#[wasm_split(kept, wasm_split_path = leptos::wasm_split, fallible)]
pub fn kept_answer(
    question: Question,
) -> Result<LocalBoxFuture<'static, Result<Answer, Why>>, SplitLoaderError> {
    Ok(Box::pin(answers::fetch(question)))
}

/// The reading aloud of a page; it begins when it is awaited.
#[wasm_split(listen, wasm_split_path = leptos::wasm_split, preload(load_reading), fallible)]
pub fn reading(reading: Reading) -> Result<LocalBoxFuture<'static, Outcome>, SplitLoaderError> {
    Ok(Box::pin(reader::read(reading)))
}

/// The sheet of a page's own code and address.
#[wasm_split(label, wasm_split_path = leptos::wasm_split, preload(load_page_sheet), fallible)]
pub fn page_sheet(identity: DigitalLink, close: Callback<()>) -> Page {
    Ok(view! { <PageSheet identity close /> }.into_any())
}

/// The label workshop.
#[wasm_split(labels, wasm_split_path = leptos::wasm_split, preload(load_labels), fallible)]
pub fn labels() -> Page {
    settled(|| view! { <LabelsPage /> }.into_any())
}

/// The code of a page, for paper.
#[wasm_split(label, wasm_split_path = leptos::wasm_split, preload(load_page_code), fallible)]
pub fn page_code(identity: DigitalLink) -> Page {
    Ok(view! { <PageCode identity /> }.into_any())
}

/// A page that asks the sources at once: only config.json says which.
fn settled(page: impl Fn() -> AnyView + Send + 'static) -> Page {
    let settled = use_settled();
    Ok((move || {
        if settled.get() {
            page()
        } else {
            view! { <Loading /> }.into_any()
        }
    })
    .into_any())
}
