//! The organiser's tables → a checked market, or every fault in them with file, row and field.
//!
//! Reading (`row`) and checking (`cells` and the files named after their table) are apart:
//! whatever yields rows, JSON or another format, passes through the same checks.

mod cells;
mod certificates;
mod events;
mod fair;
mod fault;
mod journeys;
mod known;
mod market;
mod places;
mod producers;
mod products;
mod row;
mod wording;

pub use fault::Fault;
pub use journeys::Journey;
pub use market::{Market, read};
pub use places::Place;
pub use producers::Producer;
pub use products::{NetContent, Product};
