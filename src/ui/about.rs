//! The page about the app: what it is, what leaves the phone, sample data, standards, licences, version.

use super::context::use_lang;
use super::install::Install;
use super::shell::page_title;
use crate::words::about::About;
use leptos::prelude::*;

/// The page about the app.
#[component]
pub fn AboutPage() -> impl IntoView {
    let lang = use_lang();
    let words = lang.about();
    page_title(words.title, lang);
    view! {
        <h1 tabindex="-1">{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <Install />
        {sections(words).map(|(title, sentences)| view! {
            <section class="section">
                <h2>{title}</h2>
                <ul>{sentences.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view()}</ul>
            </section>
        }).collect_view()}
        <p><a href="/publish">{lang.publish().for_organisers}</a></p>
        <p class="source">{words.version}" "{env!("CARGO_PKG_VERSION")}</p>
    }
}

fn sections(words: &About) -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    let privacy = [
        words.privacy_camera,
        words.privacy_code,
        words.privacy_third,
        words.privacy_kept,
        words.privacy_none,
    ];
    let licences = [
        words.licence_type,
        words.licence_icons,
        words.licence_food,
        words.licence_code,
    ];
    [
        (words.how_title, vec![words.how, words.verdict]),
        (words.privacy_title, privacy.to_vec()),
        (words.sample_title, vec![words.sample]),
        (words.standards_title, vec![words.standards]),
        (words.licences_title, licences.to_vec()),
    ]
    .into_iter()
}
