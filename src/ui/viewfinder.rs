//! The viewfinder: an overlay over whatever page is open.

use leptos::prelude::*;

/// The overlay with the camera's picture.
#[component]
pub fn Viewfinder() -> impl IntoView {}
