//! Who says something, as of when, and how sure that makes it.

use crate::words::Text;
use time::Date;

/// How much stands behind a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Signed by somebody whose key the app knows.
    Signed,
    /// Declared by the producer or organiser, unsigned.
    Declared,
    /// Written by volunteers, unchecked.
    Community,
}

/// The source of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The source's name, from config.json.
    pub name: Text,
    /// How much stands behind it.
    pub standing: Standing,
    /// The day the source gives for its data.
    pub as_of: Option<Date>,
    /// Whether the source calls its data sample data.
    pub sample: bool,
}
