//! What texts identify.

#![allow(clippy::unwrap_used)]

mod code_facts;
mod conformance;
mod dictionary;
mod digital_links;
mod element_strings;
mod foreign;
mod identities;
mod market_codes;
mod numbers;
mod odd_codes;
mod odd_inputs;
mod properties;
mod values;
mod vectors;
