//! Identity → the modules of a symbol → a picture of it, for screens and paper.

pub mod qr_code;

pub use qr_code::QrCode;
