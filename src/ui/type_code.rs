//! The field for a number, an element string or a link, typed or pasted.

use leptos::prelude::*;

/// The sheet with the code field.
#[component]
pub fn TypeCode() -> impl IntoView {}
