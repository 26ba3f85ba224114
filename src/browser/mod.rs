//! Thin adapters to the browser. Knows nothing of Leptos.

pub mod clock;
pub mod history;
pub mod install;
pub mod links;
pub mod net;
pub mod panic;
pub mod parent;
pub mod query;
pub mod settings;
pub mod share;
pub mod site;
pub mod store;
pub mod update;
