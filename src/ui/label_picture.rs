//! A label to learn from: a picture with numbered parts, and what each of them tells.

use super::context::use_lang;
use leptos::prelude::*;

/// Where each part lies in the picture: x, y, width, height.
const PARTS: [(u32, u32, u32, u32); 7] = [
    (16, 40, 268, 40),
    (16, 90, 160, 44),
    (188, 90, 96, 44),
    (16, 144, 76, 32),
    (102, 144, 182, 32),
    (16, 190, 168, 86),
    (200, 190, 84, 86),
];

/// The picture and the list of its parts; a tap on either shows what the part tells.
#[component]
pub fn LabelPicture() -> impl IntoView {
    let words = use_lang().learn();
    let chosen = RwSignal::new(0_usize);
    let parts = words
        .label_parts
        .into_iter()
        .enumerate()
        .map(|(index, (name, _))| {
            view! {
                <button
                    class="chip"
                    aria-pressed=move || (chosen.get() == index).to_string()
                    on:click=move |_| chosen.set(index)
                >
                    {format!("{}. {name}", index + 1)}
                </button>
            }
        });
    let told = move || {
        words
            .label_parts
            .get(chosen.get())
            .map(|(name, told)| view! { <p><b>{*name}</b>". "{*told}</p> })
    };
    view! {
        <section class="section label-picture">
            <h2>{words.label}</h2>
            <p class="lead">{words.label_hint}</p>
            <div class="label-sides">
                <Drawing chosen />
                <div>
                    <div class="chips" role="group" aria-label=words.label>{parts.collect_view()}</div>
                    <div role="status">{told}</div>
                </div>
            </div>
        </section>
    }
}

/// The label itself. Whoever cannot see it has the list beside it, so that only its name is read out.
#[component]
fn Drawing(chosen: RwSignal<usize>) -> impl IntoView {
    let marks = PARTS.into_iter().enumerate().map(|(index, (x, y, width, height))| {
        view! {
            <g class="part" data-chosen=move || (chosen.get() == index).then_some("") on:click=move |_| chosen.set(index)>
                <rect x=x y=y width=width height=height rx="6" />
                <circle cx=x cy=y r="10" />
                <text x=x y=y + 4>{index + 1}</text>
            </g>
        }
    });
    view! {
        <svg class="label-drawing" viewBox="0 0 300 296" role="img" aria-label=use_lang().learn().label_picture>
            <image href="/learn/label.svg" width="300" height="296" />
            {marks.collect_view()}
        </svg>
    }
}
