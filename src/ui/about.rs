//! The page about the app: who runs it, what it is, what leaves the phone, how data is corrected, standards, licences, version.

use super::asked::Asked;
use super::context::{use_config, use_lang};
use super::icon::Icon;
use super::install::Install;
use super::shell::page_title;
use crate::browser::net;
use crate::sources::{Question, operator};
use crate::words::about::About;
use leptos::prelude::*;

/// How long the settings may take, in milliseconds.
const TIMEOUT_MS: u32 = 8000;

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
        <Operator />
        {sections(words).map(|(title, sentences)| view! {
            <section class="section">
                <h2>{title}</h2>
                <ul>{sentences.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view()}</ul>
            </section>
        }).collect_view()}
        <section class="section">
            <h2>{words.organisers_title}</h2>
            <ul>
                <li><a href="/publish">{lang.publish().for_organisers}</a></li>
                <li><a href="/labels">{words.labels}</a></li>
            </ul>
        </section>
        <p class="source">{words.version}" "{env!("CARGO_PKG_VERSION")}</p>
    }
}

/// Who runs this installation, how to reach them, and what they publish about the market as a whole.
#[component]
fn Operator() -> impl IntoView {
    let lang = use_lang();
    let words = lang.about();
    let contact = use_config().with_value(|config| config.contact.clone());
    let asked = Asked::new(|| async {
        let question = Question::new("/config.json", "application/json", TIMEOUT_MS);
        operator(&net::fetch(question).await.ok()?.body)
    });
    let name = move || match asked.get() {
        None => String::new(),
        Some(None) => words.operator_none.to_owned(),
        Some(Some(name)) => name.in_lang(lang).to_owned(),
    };
    view! {
        <section class="section">
            <h2>{words.operator_title}</h2>
            <p><b class="operator">{name}</b></p>
            <p>{words.operator_role}</p>
            {contact.map(|contact| view! {
                <a class="button" href=format!("mailto:{contact}") rel="external">
                    <Icon name="mail" />
                    <span>{words.contact}" "<b>{contact.clone()}</b></span>
                </a>
            })}
            <ul>
                <li><a href="/market/figures">{lang.figures().title}</a></li>
                <li><a href="/learn/tu-ngu">{lang.glossary().title}</a></li>
            </ul>
        </section>
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
        words.licence_map,
        words.licence_data,
        words.licence_code,
    ];
    [
        (words.how_title, vec![words.how, words.verdict]),
        (words.privacy_title, privacy.to_vec()),
        (words.data_title, words.data.to_vec()),
        (words.changes_title, words.changes.to_vec()),
        (words.sample_title, vec![words.sample]),
        (words.standards_title, words.standards.to_vec()),
        (words.licences_title, licences.to_vec()),
    ]
    .into_iter()
}
