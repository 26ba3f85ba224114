//! The showcase: the fair with its sessions and stalls, and the catalogue with its search.

pub mod article;
pub mod catalogue;
pub mod fair;
pub mod folding;
pub mod highland;
pub mod icalendar;
pub mod opening;
pub mod search;
pub mod season;
pub mod speciality;
