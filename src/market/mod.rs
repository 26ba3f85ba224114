//! The showcase: the fair with its sessions and stalls, and the catalogue with its search.

pub mod article;
pub mod buyers_sheet;
pub mod catalogue;
mod dictionary;
mod digits;
pub mod fair;
pub mod figures;
pub mod folding;
pub mod glossary;
pub mod highland;
pub mod icalendar;
mod likeness;
pub mod opening;
pub mod query;
mod ranking;
pub mod saved;
pub mod search;
pub mod season;
pub mod slides;
pub mod speciality;
pub mod spreadsheet;
