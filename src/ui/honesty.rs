//! What is proven, declared and missing: each with a word, an icon and a count, and one tap away who says what, as of when.

use super::chunks;
use super::context::use_lang;
use super::fold::Fold;
use super::icon::Icon;
use super::lazy_part::lazy_part;
use super::source;
use super::what_is::WhatIs;
use crate::journey::{Element, Ground, Journey};
use crate::sources::Attribution;
use crate::words::glossary::Word;
use crate::words::{Lang, Text};
use leptos::prelude::*;
use std::sync::Arc;

/// What speaks for the goods, and what does not. Empty where nobody knows them.
#[component]
pub fn Honesty(journey: Arc<Journey>) -> impl IntoView {
    let lang = use_lang();
    if journey.product.is_none() && journey.steps.is_empty() {
        return None;
    }
    let grounds = [Ground::Shown, Ground::Signed, Ground::Declared];
    Some(view! {
        <section class="section honesty">
            <h2>{lang.journey_story().honesty}</h2>
            <div class="grounds">
                {grounds.map(|ground| view! { <Said journey=journey.clone() ground /> }).collect_view()}
                <Missing journey=journey.clone() />
                <Law journey=journey.clone() />
                <Raw journey />
            </div>
        </section>
    })
}

/// The elements that rest on one ground, each with its value and its source. Empty where there is none.
#[component]
fn Said(journey: Arc<Journey>, ground: Ground) -> impl IntoView {
    let lang = use_lang();
    let elements = elements(&journey, ground);
    if elements.is_empty() {
        return None;
    }
    let (title, help) = words(ground, lang);
    let names = elements.iter().map(|element| element.name.clone());
    let summary = row(ground, title, names.collect(), elements.len(), lang);
    Some(view! {
        <Fold class="ground" summary>
            <p class="help">{help}</p>
            {(ground == Ground::Signed).then(|| view! { <WhatIs words=[Word::Signature] /> })}
            {said(&elements, lang)}
        </Fold>
    })
}

/// Each element with what stands there; a source is named once for all that it says in a row.
fn said(elements: &[Element], lang: Lang) -> AnyView {
    let mut last = None;
    let elements = elements.iter().map(|element| {
        let by = element.by.clone().filter(|by| last.as_ref() != Some(by));
        last = element.by.clone();
        view! {
            <li>
                {by.map(|by| view! { <p class="source">{source(element.ground(), &by, lang)}</p> })}
                <small>{element.name.in_lang(lang).to_owned()}</small>
                {value(element, lang)}
            </li>
        }
    });
    view! { <ul>{elements.collect_view()}</ul> }.into_any()
}

/// What is not there: open where it matters.
#[component]
fn Missing(journey: Arc<Journey>) -> impl IntoView {
    let lang = use_lang();
    let absent = elements(&journey, Ground::Missing);
    let (required, optional): (Vec<Element>, Vec<Element>) =
        absent.into_iter().partition(|element| element.required);
    let gaps = journey.gaps.clone();
    let named = required.into_iter().map(|element| element.name);
    let all: Vec<Text> = gaps.into_iter().chain(named).collect();
    let (title, help) = words(Ground::Missing, lang);
    let count = all.len();
    let matters = count > 0;
    let nothing = lang.journey_story().nothing_missing;
    let short = if matters {
        all.clone()
    } else {
        vec![Text::same(nothing)]
    };
    let summary = row(Ground::Missing, title, short, count, lang);
    view! {
        <Fold class="ground" summary open=matters>
            <p class="help">{if matters { help } else { nothing }}</p>
            <ul class="gaps">
                {all.iter().map(|gap| view! {
                    <li><Icon name="triangle-alert" /><span>{gap.in_lang(lang).to_owned()}</span></li>
                }).collect_view()}
            </ul>
            {(!optional.is_empty()).then(|| {
                let names = optional.iter().map(|element| element.name.in_lang(lang)).collect::<Vec<_>>();
                view! { <p class="source">{lang.journey_story().optional}": "{names.join("; ")}</p> }
            })}
        </Fold>
    }
}

/// The comparison with the law, in a chunk of its own.
#[component]
fn Law(journey: Arc<Journey>) -> impl IntoView {
    let title = use_lang().journey_story().law;
    let summary = view! { <Icon name="scroll-text" /> <b>{title}</b> }.into_any();
    view! {
        <Fold class="ground law" summary>
            {
                let journey = journey.clone();
                lazy_part(chunks::load_conformity, move || chunks::conformity(journey.clone()))
            }
        </Fold>
    }
}

/// The documents as they were received, in a chunk of its own.
#[component]
fn Raw(journey: Arc<Journey>) -> impl IntoView {
    let title = use_lang().journey_story().originals;
    let summary = view! { <Icon name="file-text" /> <b>{title}</b> }.into_any();
    view! {
        <Fold class="ground raw" summary>
            {
                let journey = journey.clone();
                lazy_part(chunks::load_originals, move || chunks::originals(journey.clone()))
            }
        </Fold>
    }
}

/// The line that stands there before anybody taps: icon, word, the first names, how many.
fn row(ground: Ground, title: &'static str, names: Vec<Text>, count: usize, lang: Lang) -> AnyView {
    let names: Vec<&str> = names.iter().map(|name| name.in_lang(lang)).collect();
    view! {
        <Icon name=icon(ground) />
        <span data-ground=word(ground)>
            <b>{title}</b>
            <small>{names.join(" · ")}</small>
        </span>
        <em>{count}</em>
    }
    .into_any()
}

/// What stands there; a picture is shown, not its address.
fn value(element: &Element, lang: Lang) -> AnyView {
    let value = element.value.in_lang(lang).to_owned();
    match element.key {
        "picture" => view! { <img class="art" src=value alt="" width="64" height="60" /> }.into_any(),
        _ => view! { <b>{value}</b> }.into_any(),
    }
}

fn elements(journey: &Journey, ground: Ground) -> Vec<Element> {
    let elements = journey.conformity.elements.iter();
    elements
        .filter(|element| element.ground() == ground)
        .cloned()
        .collect()
}

fn words(ground: Ground, lang: Lang) -> (&'static str, &'static str) {
    let words = lang.journey_story();
    match ground {
        Ground::Shown => words.shown,
        Ground::Signed => words.signed,
        Ground::Declared => words.declared,
        Ground::Missing => words.missing,
    }
}

/// Who says so; of what somebody has shown, who has.
pub fn source(ground: Ground, by: &Attribution, lang: Lang) -> String {
    match ground {
        Ground::Shown => source::shown(by, lang),
        _ => source::line(by, lang),
    }
}

/// The icon of a ground.
pub fn icon(ground: Ground) -> &'static str {
    match ground {
        Ground::Shown => "badge-check",
        Ground::Signed => "pen-line",
        Ground::Declared => "info",
        Ground::Missing => "triangle-alert",
    }
}

/// The `data-ground` word of a ground.
pub fn word(ground: Ground) -> &'static str {
    match ground {
        Ground::Shown => "shown",
        Ground::Signed => "signed",
        Ground::Declared => "declared",
        Ground::Missing => "missing",
    }
}

/// What a ground is called.
pub fn name(ground: Ground, lang: Lang) -> &'static str {
    words(ground, lang).0
}
