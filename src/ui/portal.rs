//! The way to the national tracing portal, which nobody can ask but the shopper's own browser.

use super::context::{use_config, use_lang};
use super::icon::Icon;
use crate::gs1::Gtin;
use leptos::prelude::*;

/// A plain link to the portal's page for a product, opened on a tap. Empty where config.json names no portal.
#[component]
pub fn Portal(gtin: Gtin) -> impl IntoView {
    let words = use_lang().journey_page();
    let page = use_config().with_value(|config| config.portal_page(gtin))?;
    let host = page.split('/').nth(2).unwrap_or_default().to_owned();
    Some(view! {
        <p>
            <a class="button quiet" href=page target="_blank" rel="noopener noreferrer">
                <Icon name="external-link" />
                {words.portal}
            </a>
            <small class="verbatim">{host}</small>
        </p>
    })
}
