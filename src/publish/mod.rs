//! A checked market → the files of its public API, ready for any static host. Native only.
//!
//! The files are the same for the same tables, byte for byte: no clock, no order but that of the data.

mod epcis;
mod fair;
mod folder;
mod ingredients;
mod links;
mod lots;
mod organization;
mod place;
mod product;
mod recalls;
mod resolver;
pub mod signature;
mod site;
mod terms;

pub use folder::{FolderError, MARKER, write};
pub use signature::{KeyError, Signer, announce, sign};
pub use site::{Files, files};
