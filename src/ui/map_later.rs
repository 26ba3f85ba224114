//! Room for the map: its chunk is fetched once the page is drawn, so that nothing waits for it.

use super::chunks;
use super::lazy::Page;
use super::lazy_part::lazy_part;
use crate::browser::site;
use crate::journey::Journey;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
use std::sync::Arc;

/// The map of a journey. Nothing where no step says where it was.
#[component]
pub fn JourneyMap(journey: Arc<Journey>) -> impl IntoView {
    let has_points = journey.steps.iter().any(|step| step.point.is_some());
    has_points.then(|| {
        later(chunks::load_journey_map, move || {
            chunks::journey_map(journey.clone())
        })
    })
}

/// The map of a place.
#[component]
pub fn PlaceMap(point: Option<(f64, f64)>) -> impl IntoView {
    let point = point?;
    Some(later(chunks::load_place_map, move || chunks::place_map(point)))
}

fn later<L, D>(load: fn() -> L, draw: impl Fn() -> D + Clone + Send + 'static) -> AnyView
where
    L: Future<Output = Result<(), SplitLoaderError>> + 'static,
    D: Future<Output = Page> + 'static,
{
    let is_drawn = RwSignal::new(false);
    let tell = move || {
        let _ = is_drawn.try_set(true); // OK because a page that was left needs no map.
    };
    Effect::new(move |_| site::after_drawing(move || site::after_drawing(tell)));
    view! {
        <div class="chart-room">
            {move || is_drawn.get().then(|| lazy_part(load, draw.clone()))}
        </div>
    }
    .into_any()
}
