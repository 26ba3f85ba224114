//! Page.
use leptos::prelude::*;
/// Page.
#[component]
pub fn AboutPage() -> impl IntoView {}
