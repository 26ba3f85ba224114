//! Thin adapters to the browser. Knows nothing of Leptos.

pub mod camera;
pub mod frame;
pub mod listener;
mod program;
pub mod scanner;
pub mod timeout;
pub mod wire;
