//! What the home page does without: the other pages, and what stands over a page. Each comes in a chunk of the program,
//! named first, which is loaded when something of it is first opened.

use super::about::AboutPage;
use super::context::use_settled;
use super::days::DaysPage;
use super::journey::JourneyPage;
use super::lazy::Page;
use super::learn::{ArticlePage, LearnPage};
use super::market::MarketPage;
use super::notice::Loading;
use super::photo_sheet::{ChosenPhoto, PhotoSheet};
use super::place::PlacePage;
use super::producer::ProducerPage;
use super::saved::SavedPage;
use super::seasons::SeasonsPage;
use super::stalls::StallsPage;
use super::type_code::TypeCode;
use super::viewfinder::Viewfinder;
use crate::gs1::{DigitalLink, Gln};
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

/// The journey of what the code names.
#[wasm_split(journey, wasm_split_path = leptos::wasm_split, preload(load_journey), fallible)]
pub fn journey(identity: DigitalLink) -> Page {
    settled(move || view! { <JourneyPage identity=identity.clone() /> }.into_any())
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
    Ok(view! { <AboutPage /> }.into_any())
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
