//! A code that names no product: what it is, in plain words. Nothing of it is opened by itself.

use super::context::use_lang;
use super::icon::Icon;
use crate::gs1::identity::Foreign;
use crate::words::Lang;
use leptos::prelude::*;

/// What a foreign code is, with its host or text in full, and for a link the way to open it on a tap.
#[component]
pub fn ForeignNote(foreign: Foreign) -> impl IntoView {
    let lang = use_lang();
    let shown = match &foreign {
        Foreign::Restricted(text) | Foreign::Text(text) => Some(text.clone()),
        Foreign::Link { host, .. } => Some(host.clone()),
        _ => None,
    };
    let link = match &foreign {
        Foreign::Link { url, .. } => Some(url.clone()),
        _ => None,
    };
    view! {
        <div class="notice" data-kind="warn" role="alert">
            <Icon name="info" />
            <div>
                <p>{sentence(&foreign, lang)}</p>
                {shown.map(|shown| view! { <p class="verbatim">{shown}</p> })}
                {link.map(|url| view! {
                    <a class="button quiet" href=url target="_blank" rel="noopener noreferrer">
                        <Icon name="external-link" />{lang.scan().open_in_browser}
                    </a>
                })}
            </div>
        </div>
    }
}

fn sentence(foreign: &Foreign, lang: Lang) -> &'static str {
    let words = lang.scan();
    match foreign {
        Foreign::Restricted(_) => words.foreign_restricted,
        Foreign::Link { .. } => words.foreign_link,
        Foreign::Payment => words.foreign_payment,
        Foreign::WiFi => words.foreign_wifi,
        Foreign::Contact => words.foreign_contact,
        Foreign::Text(_) => words.foreign_text,
    }
}
