//! The journey page: what is known of one product, lot or item, and how it came here.

use crate::gs1::DigitalLink;
use leptos::prelude::*;

/// The page of `identity`.
#[component]
pub fn JourneyPage(identity: DigitalLink) -> impl IntoView {
    view! { <h1 tabindex="-1">{identity.canonical()}</h1> }
}
