//! Every text of the app as typed tables in two languages. Pure: any room may enter.

pub mod about;
pub mod caution;
pub mod certificate;
pub mod chart;
pub mod code_facts;
pub mod evidence;
pub mod fair;
pub mod figures;
pub mod food;
pub mod format;
pub mod glossary;
pub mod home;
pub mod journey;
pub mod journey_page;
pub mod journey_story;
pub mod kiosk;
pub mod labels;
pub mod learn;
pub mod market;
pub mod measure;
pub mod page_tools;
pub mod place;
pub mod problem;
pub mod producer;
pub mod publish;
pub mod saved;
pub mod scan;
pub mod shell;
pub mod shopping;
pub mod spoken;
pub mod temperature;
mod text;
pub mod warning;

pub use text::{Lang, Text};
