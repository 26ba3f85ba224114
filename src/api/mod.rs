//! A checked market → the documents of its public API by their path, each made when it is asked for; and the journeys that
//! they tell. Pure: `publish` writes the documents into a folder, the page of the organiser's tables asks them in the browser.
//!
//! The documents are the same for the same tables, byte for byte: no clock, no order but that of the data.

mod epcis;
mod fair;
mod figures;
mod index;
mod links;
mod lots;
mod organization;
mod place;
mod preview;
mod product;
mod recalls;
mod resolver;
mod site;
mod tally;
mod terms;

pub use preview::{Preview, faults, shown};
pub use site::{Files, Site, files};
pub use tally::Tally;
pub use terms::picture;
