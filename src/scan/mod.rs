//! Pixels → symbols. Pure: no clock, no browser; the scanner's program brings the pictures.
//!
//! A frame is searched for bars ([`locate`]), each region straightened (`strip`) and averaged into profiles (`profile`);
//! those are read by their waveforms (`waveform`, `ean`) and by rxing (`row`, [`reader`]), and what the reads prove (`evidence`)
//! is added up over bands (`reads`) and frames ([`consensus`]).

mod budget;
pub mod coach;
pub mod consensus;
mod data_bar;
mod ean;
pub mod evidence;
mod ladder;
pub mod lines;
pub mod live;
pub mod locate;
mod look;
pub mod luma;
pub mod order;
pub mod photo;
mod profile;
pub mod reader;
mod reads;
mod row;
mod strip;
mod tally;
pub mod views;
mod waveform;

pub use coach::Coach;
pub use live::Live;
