//! The documents of events as they were received: to look at, to copy, to take along.

use super::context::use_lang;
use super::fold::Fold;
use super::icon::Icon;
use super::what_is::WhatIs;
use crate::browser::{download, share};
use crate::journey::Journey;
use crate::sources::original::Original;
use crate::words::evidence::Evidence;
use crate::words::glossary::Word;
use leptos::prelude::*;
use std::sync::Arc;

/// So many characters of a document are shown; a phone chokes on more, and the file has them all.
const MOST_SHOWN: usize = 60_000;

/// Every document with its address and its source.
#[component]
pub fn Originals(journey: Arc<Journey>) -> impl IntoView {
    let words = use_lang().evidence();
    let none = journey.originals.is_empty();
    let originals = journey.originals.clone().into_iter();
    view! {
        <p class="help">{if none { words.none } else { words.raw_help }}</p>
        <WhatIs words=[Word::Epcis] />
        {originals.map(|original| view! { <Document original /> }).collect_view()}
    }
}

#[component]
fn Document(original: Original) -> impl IntoView {
    let lang = use_lang();
    let words = lang.evidence();
    let kilobytes = original
        .text
        .as_ref()
        .map(|text| text.len().div_ceil(1000) as u32); // OK because texts are bounded.
    let size = kilobytes.map(|size| format!(" · {} kB", lang.number(size)));
    let name = file_name(&original.address);
    view! {
        <div class="original">
            <p class="verbatim">{original.address}</p>
            <p class="source">{original.source.in_lang(lang).to_owned()}{size}</p>
            {match original.text {
                Some(text) => view! { <Text text name words /> }.into_any(),
                None => view! { <p class="source">{words.too_long}</p> }.into_any(),
            }}
        </div>
    }
}

/// A text with what can be done with it.
#[component]
fn Text(text: Arc<str>, name: String, words: &'static Evidence) -> impl IntoView {
    let said = RwSignal::new("");
    let (copied, saved) = (text.clone(), text.clone());
    let copy = move |_| {
        let text = copied.clone();
        leptos::task::spawn_local(async move {
            let done = share::copy_text(&text).await;
            said.set(if done { words.copied } else { words.not_copied });
        });
    };
    let is_cut = text.len() > MOST_SHOWN;
    let shown = beginning(&text).to_owned();
    let summary = words.show.into_any();
    view! {
        <div class="acts">
            <button class="button" on:click=copy><Icon name="copy" />{words.copy}</button>
            <button class="button" on:click=move |_| download::save(&name, "application/ld+json", &saved)>
                <Icon name="download" />{words.download}
            </button>
        </div>
        <span role="status">{move || said.get()}</span>
        <Fold class="more" summary>
            {is_cut.then(|| view! { <p class="source">{words.cut}</p> })}
            <pre class="verbatim" tabindex="0">{shown.clone()}</pre>
        </Fold>
    }
}

/// What is shown of a text.
fn beginning(text: &str) -> &str {
    let mut end = text.len().min(MOST_SHOWN);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The name of the file that is saved: the last parts of the address, in letters that every system takes.
fn file_name(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let mut parts: Vec<&str> = path.rsplit('/').filter(|part| !part.is_empty()).take(2).collect();
    parts.reverse();
    let plain = |char: char| {
        if char.is_ascii_alphanumeric() || ".-_".contains(char) {
            char
        } else {
            '-'
        }
    };
    let name: String = parts.join("-").chars().map(plain).collect();
    match name.ends_with(".json") {
        true => name,
        false => format!("{name}.json"),
    }
}
