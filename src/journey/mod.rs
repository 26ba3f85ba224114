//! Findings → the journey of the goods, told honestly. It cannot fail: what is not known is a gap, and the page shows the gap.

pub mod check;
pub mod step;
pub mod tell;

mod alias;
mod facts;
mod fold;
mod gaps;
mod headline;
mod process;
mod quantity;
mod sensor;
mod trace;

pub use check::{Check, Verdict};
pub use step::{Process, Step};
pub use tell::{Journey, tell};
