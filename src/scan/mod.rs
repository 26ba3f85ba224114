//! Pixels → symbols. Pure: no clock, no browser; the scanner's program brings the pictures.

pub mod coach;
pub mod consensus;
mod data_bar;
pub mod live;
mod look;
pub mod luma;
pub mod photo;
pub mod reader;
mod tally;

pub use coach::Coach;
pub use consensus::Consensus;
pub use live::Live;
