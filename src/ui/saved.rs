//! Page.
use leptos::prelude::*;
/// Page.
#[component]
pub fn SavedPage() -> impl IntoView {}
