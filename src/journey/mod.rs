//! Findings → the journey of the goods, told honestly. It cannot fail: what is not known is a gap, and the page shows the gap.

pub mod chart;
pub mod check;
pub mod conformity;
pub mod fingers;
pub mod label;
pub mod pin;
pub mod problem_report;
pub mod route;
pub mod scene;
pub mod spoken;
pub mod step;
pub mod tell;
pub mod temperature;

mod alias;
mod by_id;
mod disposition;
mod distance;
mod documents;
mod elements;
mod facts;
pub mod flow;
mod fold;
mod gaps;
mod graph;
mod headline;
pub mod join;
mod measure;
mod moves;
mod process;
mod quantity;
mod sensor;
mod standing;
pub mod tcvn;
mod throughput;
mod trace;
mod uses;
mod whereabouts;
mod withdrawal;

pub use check::{Check, Verdict};
pub use conformity::{Conformity, Element, Ground, Law, Proof};
pub use flow::{Flow, Share, flows};
pub use join::{Branch, Join};
pub use step::{Process, Step};
pub use tell::{Journey, tell};
