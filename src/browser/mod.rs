//! Thin adapters to the browser. Knows nothing of Leptos.

pub mod answers;
pub mod buzz;
pub mod camera;
pub mod clock;
pub mod drop_zone;
pub mod frame;
pub mod history;
pub mod install;
pub mod links;
pub mod listener;
pub mod net;
pub mod panic;
pub mod parent;
mod program;
pub mod query;
pub mod scanner;
pub mod settings;
pub mod share;
pub mod site;
pub mod store;
pub mod timeout;
pub mod update;
pub mod wire;
