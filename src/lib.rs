//! Chợ phiên: scan a code at a market fair and see where the goods come from.
//!
//! The rooms, in the order in which data flows through them:
//! a frame becomes a [`symbol`], a symbol an identity ([`gs1`]), an identity an [`address`],
//! an address findings ([`sources`]), findings a [`journey`], and a journey a page (`ui`).
//! Beside them stand what phones are like ([`device`]) and the codes that are drawn ([`label`]).

#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod words;

pub mod symbol;

pub mod scan;

pub mod gs1;

pub mod address;

pub mod label;

pub mod device;

pub mod sources;

pub mod journey;

pub mod market;

pub mod tables;

pub mod api;

#[cfg(not(target_arch = "wasm32"))]
pub mod publish;

#[cfg(feature = "web")]
pub mod browser;

#[cfg(feature = "app")]
pub mod ui;
