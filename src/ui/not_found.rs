//! Addresses without a page: unknown ones, and codes with a fault in them.

use super::context::{Overlay, use_lang};
use super::notice::{Kind, Notice};
use super::open_button::OpenButton;
use super::rejection;
use super::shell::page_title;
use crate::gs1::Rejection;
use leptos::prelude::*;

/// The page of an address that leads nowhere.
#[component]
pub fn UnknownPage(path: String) -> impl IntoView {
    let lang = use_lang();
    let words = lang.problem();
    page_title(words.not_found, lang);
    view! {
        <h1 tabindex="-1">{words.not_found}</h1>
        <p class="lead">{words.not_found_help}</p>
        <p class="source">{words.address}" "<code>{path}</code></p>
        <NextSteps />
    }
}

/// The page of a GS1 address with a fault in it, such as a wrong check digit.
#[component]
pub fn FaultyPage(path: String, rejection: Rejection) -> impl IntoView {
    let lang = use_lang();
    let words = lang.problem();
    page_title(words.faulty, lang);
    view! {
        <h1 tabindex="-1">{words.faulty}</h1>
        <Notice kind=Kind::Warn text=rejection::sentence(&rejection, lang) />
        <p class="source">{words.address}" "<code>{path}</code></p>
        <NextSteps />
    }
}

/// The ways on from a page that has nothing to show.
#[component]
pub fn NextSteps() -> impl IntoView {
    let lang = use_lang();
    let words = lang.problem();
    view! {
        <div class="twin">
            <OpenButton class="button" overlay=Overlay::TypeCode text=words.type_again />
            <OpenButton class="button primary" overlay=Overlay::Viewfinder text=words.scan />
        </div>
        <a class="button quiet" href="/">{words.home}</a>
    }
}
