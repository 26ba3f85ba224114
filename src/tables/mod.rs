//! The organiser's tables → a checked market, or every fault in them with file, row and field.
//!
//! Reading (`row` for JSON; `csv_file`, `columns`, `excel` and `csv_rows` for tables of a spreadsheet program) and checking
//! (`cells` and the files named after their table) are apart: whatever yields rows passes through the same checks.
//! What takes long goes in steps (`pace`), between which a page may draw; `given`, `excerpt` and `tidied` serve that page.
//! One row of events.csv becomes one event of EPCIS 2.0 (`stages`, `goods`, `event_rows`, `event_table`).

mod cells;
mod certificates;
mod columns;
mod csv_file;
mod csv_market;
mod csv_rows;
mod event_rows;
mod event_table;
mod events;
mod excel;
mod excerpt;
mod export;
mod export_events;
mod facts;
mod fair;
mod fault;
mod given;
mod goods;
mod journeys;
mod known;
mod market;
mod names;
mod pace;
mod places;
mod producers;
mod products;
mod row;
mod stages;
mod tidied;
mod wording;

pub use excerpt::{Excerpt, ShownCell, ShownColumn, ShownRow, excerpt};
pub use export::csv;
pub use facts::{Facts, RecallNote};
pub use fault::Fault;
pub use given::Given;
pub use journeys::Journey;
pub use market::{Market, read, read_at_pace, read_telling};
pub use pace::{Pace, steps};
pub use places::Place;
pub use producers::{Producer, Reach};
pub use products::{NetContent, Product};
pub use tidied::tidied;
