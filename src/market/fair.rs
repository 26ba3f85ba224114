//! The fair (`api/market.json`): sessions, programme, zones, stalls, categories, producers.

use crate::words::Text;
use serde::{Deserialize, Serialize};
use time::{Date, OffsetDateTime};

/// Everything about the fair that is not a product.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Fair {
    /// Whether it is sample data.
    pub sample: bool,
    /// The day the data stands for (YYYY-MM-DD).
    pub as_of: String,
    /// What the fair is called.
    pub name: Text,
    /// Where it is held.
    pub venue: Text,
    /// Its sessions in the order of time.
    pub sessions: Vec<Session>,
    /// The programme, in the order of time.
    pub programme: Vec<ProgrammeItem>,
    /// The zones of the ground.
    pub zones: Vec<Named>,
    /// The stalls.
    pub stalls: Vec<StallEntry>,
    /// The categories of goods.
    pub categories: Vec<Named>,
    /// The producers.
    pub producers: Vec<ProducerEntry>,
}

/// Something with an id and a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Named {
    /// Its short id.
    pub id: String,
    /// Its name.
    pub name: Text,
}

/// One market session.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// Its id: `2026-12`.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// When it opens (RFC 3339).
    pub start: String,
    /// When it closes (RFC 3339).
    pub end: String,
}

/// One item of the programme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProgrammeItem {
    /// The session's id.
    pub session: String,
    /// When it begins (RFC 3339).
    pub at: String,
    /// When it ends (RFC 3339).
    pub end: String,
    /// What it is.
    pub title: Text,
    /// A stall's id, or `fair` for the whole ground.
    #[serde(rename = "where")]
    pub place: String,
}

/// One stall.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct StallEntry {
    /// Its id on the plan: `A1`.
    pub id: String,
    /// Its zone's id.
    pub zone: String,
    /// Its GLN.
    pub gln: String,
    /// Its own name where it has no producer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Its producer's GLN.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub producer: Option<String>,
    /// Left edge, top edge, width and height on the plan's grid of 90 × 32.
    pub plan: (f32, f32, f32, f32),
}

/// One producer in the market's list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ProducerEntry {
    /// Its GLN.
    pub gln: String,
    /// Its name.
    pub name: Text,
    /// Commune or ward of its seat.
    pub commune: String,
    /// The categories of goods it makes.
    pub categories: Vec<String>,
    /// Its stall.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stall: Option<String>,
}

/// Where a session stands on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionState {
    /// It is on.
    Open,
    /// It opens in so many days.
    InDays(i64),
}

impl Fair {
    /// The session that is on today or comes next.
    pub fn next_session(&self, today: Date) -> Option<(&Session, SessionState)> {
        let _ = today;
        todo!()
    }
}

impl Session {
    /// Its first and last day, local to the fair.
    pub fn days(&self) -> Option<(OffsetDateTime, OffsetDateTime)> {
        todo!()
    }
}
