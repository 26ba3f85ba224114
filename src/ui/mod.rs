//! The pages: one page or one part per file. They arrange; the pure rooms think.

// OK because the line over a component says what its properties are; only the macro makes a struct of them.
#![allow(missing_docs)]

pub mod about;
pub mod about_product;
pub mod app;
pub mod asked;
pub mod card;
pub mod choice;
pub mod chunks;
pub mod coach_line;
pub mod context;
pub mod dialog;
pub mod document;
pub mod fact_list;
pub mod facts;
pub mod finder;
pub mod food_facts;
pub mod foreign;
pub mod home;
pub mod icon;
pub mod install;
pub mod journey;
pub mod lazy;
pub mod lens_controls;
pub mod lots;
pub mod maker;
pub mod market;
pub mod market_data;
pub mod not_found;
pub mod nothing;
pub mod notice;
pub mod outlines;
pub mod papers;
pub mod photo;
pub mod place;
pub mod portal;
pub mod producer;
pub mod rejection;
pub mod said;
mod sample;
pub mod saved;
pub mod scan_list;
pub mod scans;
pub mod search;
pub mod session;
pub mod shell;
pub mod silence;
pub mod source;
pub mod thread;
pub mod trust;
pub mod type_code;
pub mod update;
pub mod verdict;
pub mod viewfinder;
pub mod way_out;
