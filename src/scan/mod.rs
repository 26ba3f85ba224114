//! Pixels → symbols. Pure: no clock, no browser; the scanner's program brings the pictures.

pub mod binarise;
pub mod coach;
pub mod consensus;
mod data_bar;
pub mod data_matrix;
pub mod grid;
pub mod live;
mod look;
pub mod luma;
pub mod matrix;
pub mod photo;
pub mod qr_code;
pub mod reader;
pub mod shrink;
pub mod squares;
mod tally;

pub use coach::Coach;
pub use consensus::Consensus;
pub use live::Live;
