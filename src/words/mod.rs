//! Every text of the app as typed tables in two languages. Pure: any room may enter.

pub mod journey;
mod text;

pub use text::{Lang, Text};
