//! The picture of a sheet of labels, on screen and, as it is, on paper.

use super::label_form::Made;
use crate::label::svg::{DIGITS_FACE, TEXT_FACE};
use crate::label::text_line::Line;
use crate::label::{length, svg};
use crate::words::Lang;
use leptos::prelude::*;

/// The sheet in its own size; the outlines of the stickers stay off the paper.
#[component]
pub fn LabelSheet(made: Made, name: &'static str) -> impl IntoView {
    let (width, height) = made.sheet.paper;
    let mm = |um| format!("{}mm", length::shown(um, Lang::En));
    let sticker = &made.sticker;
    let (wide, high) = sticker.size;
    let places: Vec<_> = made.sheet.places().collect();
    let outlines: String = places.iter().map(|place| place.path()).collect();
    let uses = places
        .into_iter()
        .map(|place| view! { <use href="#sticker" x=place.x y=place.y /> });
    view! {
        <svg class="label-sheet" viewBox=format!("0 0 {width} {height}") width=mm(width) height=mm(height) role="img" aria-label=name>
            <defs>
                <g id="sticker" fill=sticker.ink.css()>
                    <path fill=sticker.paper.css() d=format!("M0 0h{wide}v{high}h-{wide}z") />
                    <path class="modules" d=svg::path(sticker) />
                    {sticker.lines().map(line).collect_view()}
                </g>
            </defs>
            {uses.collect_view()}
            <path class="outlines" d=outlines />
        </svg>
    }
}

fn line(line: Line) -> impl IntoView {
    let spread = line.spread.then_some(line.width);
    let face = if line.spread { DIGITS_FACE } else { TEXT_FACE };
    view! {
        <text x=line.x y=line.baseline font-size=line.size font-family=face textLength=spread
            lengthAdjust=spread.map(|_| "spacingAndGlyphs")>{line.text}</text>
    }
}
