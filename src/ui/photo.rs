//! A photo as a way in: picked or dropped, read by the scanner, led to its page.

use leptos::prelude::*;

/// The one file input of the document, and what came of the photo.
#[component]
pub fn Photo() -> impl IntoView {}

/// Opens the system's choice of photos. Must be called inside a tap.
pub fn pick() {}
