//! An identity → what the world says about it: link sets, product data, EPCIS events, each with who said so.

pub mod attribution;
pub mod config;
pub mod epcis;
pub mod file_path;
pub mod findings;
pub mod lookup;
pub mod place;
pub mod product;

pub use attribution::{Attribution, Standing};
pub use config::Config;
pub use findings::{Findings, Silence, Why};
pub use lookup::look_up;
