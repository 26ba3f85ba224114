//! The whole way in a real browser: Chromium driven by WebDriver, the release site served as a static host would.
//!
//! `cargo xtask test` builds the site and runs this; by hand: `cargo test --features drive --test browser`.

// A test ends at the first surprise.
#![allow(clippy::unwrap_used)]

mod advice;
mod axe;
mod camera;
mod codes;
mod consent;
mod driver;
mod embedding;
mod entrances;
mod first_visit;
mod journey_page;
mod kiosk;
mod labels;
mod learn;
mod lenses;
mod listening;
mod looks;
mod map;
mod market;
mod offline;
mod page_tools;
mod pages;
mod paper;
mod phones;
mod photos;
mod producer;
mod publish;
mod saved;
mod scanning;
mod search;
mod site;
mod trouble;
mod viewfinder;
