//! Thin adapters to the browser. Knows nothing of Leptos.

pub mod wire;
