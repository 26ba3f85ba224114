//! Every text of the app as typed tables in two languages. Pure: any room may enter.

mod text;

pub use text::{Lang, Text};
