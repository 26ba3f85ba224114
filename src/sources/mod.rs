//! An identity → what the world says about it: link sets, product data, EPCIS events, each with who said so.

pub mod attribution;
pub mod config;
pub mod epcis;
mod epcis_document;
mod epcis_event;
pub mod file_path;
pub mod findings;
mod food_facts;
mod json_ld;
mod link_set;
pub mod lookup;
mod lots;
pub mod place;
pub mod product;
mod recalls;
mod reference;

pub use attribution::{Attribution, Standing};
pub use config::Config;
pub use epcis_document::EpcisDocument;
pub use findings::{Findings, Silence, Why};
pub use food_facts::FoodFacts;
pub use link_set::{Link, LinkSet};
pub use lookup::look_up;
pub use lots::Lot;
