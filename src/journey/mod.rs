//! Findings → the journey of the goods, told honestly. It cannot fail: what is not known is a gap, and the page shows the gap.

pub mod check;
pub mod step;
pub mod tell;

pub use check::{Check, Verdict};
pub use step::{Process, Step};
pub use tell::{Journey, tell};
