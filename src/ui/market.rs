//! Page.
use leptos::prelude::*;
/// Page.
#[component]
pub fn MarketPage() -> impl IntoView {}
