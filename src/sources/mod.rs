//! An identity → what the world says about it: link sets, product data, EPCIS events, each with who said so.

pub mod attribution;
pub mod config;
pub(crate) mod date;
mod epc;
pub mod epcis;
mod epcis_document;
mod epcis_event;
mod epcis_required;
mod epcis_sensor;
mod epcis_source;
pub mod file_path;
pub mod findings;
mod food_facts;
pub mod http;
pub(crate) mod json_ld;
mod link_set;
mod link_set_source;
pub mod lookup;
mod lots;
mod market_api;
pub mod place;
pub mod product;
mod question;
mod recalls;
mod reference;
mod vocabulary;

pub use attribution::{Attribution, Standing};
pub use config::Config;
pub use epcis_document::EpcisDocument;
pub use findings::{Findings, Silence, Why};
pub use food_facts::FoodFacts;
pub use link_set::{Link, LinkSet};
pub use lookup::look_up;
pub use lots::Lot;
pub use market_api::{organization, place};
pub use question::{Answer, Question};
