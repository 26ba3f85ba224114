//! The text of a symbol → what it identifies, by the GS1 General Specifications and GS1 Digital Link.

pub mod associations;
pub mod caution;
mod code_lists;
pub mod component;
mod compressed;
pub mod contents;
pub mod coupon;
pub mod dates;
mod dictionary;
pub mod digital_link;
mod digital_link_uri;
pub mod element_string;
#[cfg(not(target_arch = "wasm32"))]
pub mod examine;
pub mod facts;
pub mod fault;
pub mod foreign;
pub mod gtin;
mod host;
pub mod identifiers;
pub mod identity;
pub mod in_view;
mod key;
pub mod link;
pub mod lint;
pub mod measures;
pub mod payment;
pub mod platform;
pub mod prefix;
pub mod rejection;
#[cfg(not(target_arch = "wasm32"))]
pub mod report;
pub mod restricted;
pub mod scan_data;
pub mod sightings;
pub mod uri;
pub mod warning;

pub use digital_link::DigitalLink;
pub use element_string::ElementString;
pub use gtin::{Gln, Gtin};
pub use identity::{Identity, Rejection};
