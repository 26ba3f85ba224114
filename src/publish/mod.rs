//! The documents of a checked market → files, signed, packed and compressed, ready for any static host. Native only.

pub mod check;
mod compress;
mod contents;
mod example;
mod folder;
mod pack;
pub mod portal;
pub mod sheet;
pub mod signature;

pub use crate::api::{Files, Site, files};
pub use contents::{Contents, Published};
pub use example::example;
pub use folder::{FolderError, MARKER, write};
pub use signature::{KeyError, Signer, Signing, announce, sign};
