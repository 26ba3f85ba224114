//! A sentence that stands out, and the sign that something is on its way.

use super::context::use_lang;
use super::icon::Icon;
use leptos::prelude::*;

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Good to know.
    Info,
    /// Something failed; the page says what to do.
    Warn,
    /// There is no network.
    Offline,
}

/// A sentence that is read out when it appears.
#[component]
pub fn Notice(kind: Kind, text: String) -> impl IntoView {
    let (word, icon) = match kind {
        Kind::Info => ("info", "info"),
        Kind::Warn => ("warn", "triangle-alert"),
        Kind::Offline => ("offline", "wifi-off"),
    };
    view! {
        <p class="notice" data-kind=word role="status">
            <Icon name=icon />
            {text}
        </p>
    }
}

/// Stands where something is on its way.
#[component]
pub fn Loading() -> impl IntoView {
    let lang = use_lang();
    view! {
        <div class="skeleton" role="status">
            <span class="visually-hidden">{lang.shell().loading}</span>
        </div>
    }
}
