//! A checked market → the files of its public API, ready for any static host. Native only.
//!
//! The files are the same for the same tables, byte for byte: no clock, no order but that of the data.

pub mod check;
mod compress;
mod contents;
mod epcis;
mod example;
mod fair;
mod figures;
mod folder;
mod index;
mod links;
mod lots;
mod organization;
mod pack;
mod place;
pub mod portal;
mod product;
mod recalls;
mod resolver;
pub mod sheet;
pub mod signature;
mod site;
mod tally;
mod terms;

pub use contents::{Contents, Published};
pub use example::example;
pub use folder::{FolderError, MARKER, write};
pub use signature::{KeyError, Signer, Signing, announce, sign};
pub use site::{Files, Site, files};
