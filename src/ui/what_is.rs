//! Links from the words of a page to their meaning in the glossary.

use super::context::use_lang;
use crate::words::glossary::Word;
use leptos::prelude::*;

/// One link for each word.
#[component]
pub fn WhatIs(#[prop(into)] words: Vec<Word>) -> impl IntoView {
    let lang = use_lang();
    let links = words.into_iter().map(|word| {
        view! { <a href=format!("/learn/{}", word.id())>{lang.what_is(word)}</a>" " }
    });
    view! { <p class="source">{links.collect_view()}</p> }
}
