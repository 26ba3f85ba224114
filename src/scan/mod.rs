//! Pixels → symbols. Pure: no clock, no browser; the scanner's program brings the pictures.
//!
//! A frame is searched for bars ([`locate`]), each region straightened (`strip`) and averaged into profiles (`profile`);
//! those are read by their waveforms (`waveform`, `ean`) and by rxing (`row`, [`reader`]), and what the reads prove (`evidence`)
//! is added up over bands (`reads`) and frames ([`consensus`]). QR Codes and Data Matrix symbols are read by [`matrix`], whose
//! attempts take turns with the dear strategies for bars (`ladder`).

pub mod binarise;
mod budget;
pub mod coach;
pub mod consensus;
mod data_bar;
pub mod data_matrix;
mod ean;
pub mod evidence;
mod finder;
pub mod grid;
mod ladder;
pub mod lines;
pub mod live;
pub mod locate;
mod look;
pub mod luma;
pub mod matrix;
pub mod order;
mod patch;
pub mod photo;
mod profile;
pub mod qr_code;
pub mod reader;
mod reads;
pub mod region;
mod row;
pub mod shrink;
pub mod squares;
mod strip;
mod tally;
mod tensor;
mod told;
pub mod views;
mod waveform;

pub use coach::Coach;
pub use live::Live;
