//! Tells the journey: facts, steps, checks and one verdict.

use super::check::{Check, Verdict};
use super::step::Step;
use crate::gs1::DigitalLink;
use crate::sources::product::{FoodFacts, Lot, Product};
use crate::sources::{Findings, Silence};
use crate::words::Text;
use time::Date;

/// Everything a journey page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Journey {
    /// Of what.
    pub identity: DigitalLink,
    /// The day on which it is told.
    pub today: Date,
    /// The product, if somebody knows it.
    pub product: Option<Product>,
    /// What volunteers know of it, if the market does not.
    pub food_facts: Option<FoodFacts>,
    /// The day it was packed.
    pub packed_on: Option<Date>,
    /// Not to be used after this day.
    pub expires_on: Option<Date>,
    /// Best before this day.
    pub best_before: Option<Date>,
    /// The steps in the order of time.
    pub steps: Vec<Step>,
    /// What is missing, in plain sentences, the most important first.
    pub gaps: Vec<Text>,
    /// What the rules saw.
    pub checks: Vec<Check>,
    /// All of them together.
    pub verdict: Verdict,
    /// The verdict in a few words: `Chưa thấy điểm bất thường`.
    pub headline: Text,
    /// One sentence that says what it rests on, or what to do.
    pub summary: Text,
    /// The lots the shopper may choose from when the code names only the product.
    pub lots: Vec<Lot>,
    /// Whether any of it is sample data.
    pub sample: bool,
    /// Which sources gave nothing, and why.
    pub silences: Vec<Silence>,
}

/// Tells the journey of `identity` from what was found, as it stands on `today`.
pub fn tell(identity: &DigitalLink, findings: Findings, today: Date) -> Journey {
    let _ = (identity, findings, today);
    todo!()
}
