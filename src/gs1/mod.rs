//! The text of a symbol → what it identifies, by the GS1 General Specifications and GS1 Digital Link.

pub mod digital_link;
pub mod element_string;
pub mod foreign;
pub mod gtin;
pub mod identifiers;
pub mod identity;
pub mod in_view;
mod key;
pub mod sightings;
mod uri;

pub use digital_link::DigitalLink;
pub use element_string::ElementString;
pub use gtin::{Gln, Gtin};
pub use identity::{Identity, Rejection};
