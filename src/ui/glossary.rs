//! The glossary: all words, one word with its meaning, and the words that a text uses.

use super::context::use_lang;
use super::icon::Icon;
use super::learn::References;
use crate::market::glossary::Term;
use leptos::prelude::*;

/// The id of the page of all words, in the place of a lesson's.
pub const GLOSSARY: &str = "tu-ngu";

/// Every word with its meaning; each leads to its own page.
#[component]
pub fn AllTerms(terms: Vec<Term>) -> impl IntoView {
    let lang = use_lang();
    let rows = terms.into_iter().map(|term| {
        view! {
            <div>
                <dt><a href=format!("/learn/{}", term.id)><b>{term.name.in_lang(lang).to_owned()}</b></a></dt>
                <dd>{term.meaning.in_lang(lang).to_owned()}</dd>
            </div>
        }
    });
    view! {
        <p class="lead">{lang.glossary().lead}</p>
        <dl class="article">{rows.collect_view()}</dl>
    }
}

/// One word.
#[component]
pub fn OneTerm(term: Term) -> impl IntoView {
    let lang = use_lang();
    view! {
        <div class="article"><p>{term.meaning.in_lang(lang).to_owned()}</p></div>
        <References sources=term.sources />
        <p>
            <a class="button quiet" href=format!("/learn/{GLOSSARY}")>
                <Icon name="arrow-left" />
                {lang.glossary().all}
            </a>
        </p>
    }
}

/// The words that a text uses, as links; nothing where there are none.
#[component]
pub fn TermsUsed(terms: Vec<Term>) -> impl IntoView {
    let lang = use_lang();
    (!terms.is_empty()).then(|| {
        let links = terms.into_iter().map(|term| {
            view! { <li><a class="chip" href=format!("/learn/{}", term.id)>{term.name.in_lang(lang).to_owned()}</a></li> }
        });
        view! {
            <section class="section">
                <h2>{lang.glossary().in_this_text}</h2>
                <ul class="chips">{links.collect_view()}</ul>
            </section>
        }
    })
}
