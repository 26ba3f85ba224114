//! Page.
use crate::gs1::Gln;
use leptos::prelude::*;
/// Page.
#[component]
pub fn PlacePage(gln: Gln) -> impl IntoView {
    gln.to_string()
}
