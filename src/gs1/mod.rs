//! The text of a symbol → what it identifies, by the GS1 General Specifications and GS1 Digital Link.

pub mod digital_link;
pub mod gtin;
pub mod identity;

pub use digital_link::DigitalLink;
pub use gtin::{Gln, Gtin};
pub use identity::{Identity, Rejection};
