//! The small print under a block: who says so, as of when, and how sure that makes it.

use crate::sources::Attribution;
use leptos::prelude::*;

/// The source of what stands above.
#[component]
pub fn SourceLine(by: Attribution) -> impl IntoView {
    view! { <p class="source">{by.name.vi}</p> }
}
