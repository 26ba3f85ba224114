//! Every text of the app as typed tables in two languages. Pure: any room may enter.

pub mod about;
pub mod caution;
pub mod fair;
pub mod format;
pub mod home;
pub mod journey;
pub mod journey_page;
pub mod learn;
pub mod market;
pub mod measure;
pub mod place;
pub mod problem;
pub mod saved;
pub mod scan;
pub mod shell;
mod text;
pub mod warning;

pub use text::{Lang, Text};
