//! The outlines of the symbols in view. Drawn in pixels of the camera's picture: the browser fits them to the screen as it
//! fits the video, whichever way the phone is turned.

use crate::gs1::DigitalLink;
use crate::gs1::in_view;
use crate::symbol::Symbol;
use leptos::prelude::*;

/// The symbols in view and where they lie.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlines {
    /// The size of the camera's picture in pixels.
    pub size: (u32, u32),
    /// Each symbol.
    pub codes: Vec<Outline>,
}

/// One symbol.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// Its corners in pixels of the camera's picture.
    pub corners: Vec<(f32, f32)>,
    /// Its thing's place among those to choose from.
    pub place: Option<usize>,
}

impl Outlines {
    /// The outlines of symbols in a picture of this size; `things` are those to choose from.
    pub fn of<'a>(
        size: (u32, u32),
        symbols: impl Iterator<Item = &'a Symbol>,
        things: &[DigitalLink],
    ) -> Outlines {
        let codes = symbols.map(|symbol| Outline {
            corners: symbol.corners.clone(),
            place: in_view::place(symbol, things),
        });
        Outlines {
            size,
            codes: codes.collect(),
        }
    }
}

/// The outlines over the picture, numbered while the shopper chooses; and a ring where the camera was told to focus.
#[component]
pub fn OutlinesView(outlines: RwSignal<Outlines>, focus: RwSignal<Option<(i32, i32)>>) -> impl IntoView {
    let view_box = move || {
        let (width, height) = outlines.read().size;
        format!("0 0 {width} {height}")
    };
    view! {
        <svg class="outlines" viewBox=view_box preserveAspectRatio="xMidYMid slice" aria-hidden="true">
            {move || outlines.read().codes.iter().map(|code| {
                let points = points(&code.corners);
                let number = code.place.map(|place| number(place, &code.corners));
                view! {
                    <polygon points=points />
                    {number}
                }
            }).collect_view()}
            {move || focus.get().map(|(x, y)| view! { <circle class="ring" cx=x cy=y r="40" /> })}
        </svg>
    }
}

/// A symbol's number in its middle.
fn number(place: usize, corners: &[(f32, f32)]) -> impl IntoView + use<> {
    let count = corners.len().max(1) as f32;
    let mean = |axis: fn(&(f32, f32)) -> f32| (corners.iter().map(axis).sum::<f32>() / count) as i32;
    let (x, y) = (mean(|corner| corner.0), mean(|corner| corner.1));
    view! {
        <circle class="plate" cx=x cy=y r="32" />
        <text x=x y=y>{place + 1}</text>
    }
}

/// Whole pixels suffice.
fn points(corners: &[(f32, f32)]) -> String {
    let pairs: Vec<String> = corners
        .iter()
        .map(|&(x, y)| format!("{},{}", x as i32, y as i32))
        .collect();
    pairs.join(" ")
}
