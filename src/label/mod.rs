//! Identity → the codes of a label → their place on a sticker and a sheet: drawn for screens and paper, judged, and as pixels
//! for the scanner.
//!
//! A code is made of modules (`modules`, [`qr_code`], [`ean`], [`data_matrix`]), drawn to measure ([`code`]), laid out on a
//! sticker ([`sticker`]) and repeated on a [`sheet`]. [`lint`] judges it by the standards, [`self_scan`] has it read.
//!
//! Lengths are whole micrometres (µm) throughout: a module is a few hundred, and an A4 sheet fits into 32 bits.

pub mod code;
pub mod colour;
pub mod data_matrix;
pub mod design;
pub mod ean;
pub mod length;
pub mod lint;
mod modules;
pub mod qr_code;
pub mod raster;
pub mod rect;
pub mod self_scan;
pub mod sheet;
pub mod sticker;
pub mod svg;
pub mod text_line;

pub use code::{Code, Kind};
pub use design::Design;
pub use lint::Finding;
pub use qr_code::QrCode;
pub use raster::Picture;
pub use sheet::Sheet;
pub use sticker::Sticker;
