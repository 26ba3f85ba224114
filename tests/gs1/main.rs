//! What texts identify.

#![allow(clippy::unwrap_used)]

mod conformance;
mod dictionary;
mod digital_links;
mod element_strings;
mod foreign;
mod identities;
mod market_codes;
mod numbers;
mod properties;
mod values;
mod vectors;
