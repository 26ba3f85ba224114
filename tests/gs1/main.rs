//! What texts identify.

#![allow(clippy::unwrap_used)]

mod conformance;
mod digital_links;
mod element_strings;
mod identities;
mod numbers;
