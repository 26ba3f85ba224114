//! One step of the journey in the shopper's words.

use crate::sources::Attribution;
use crate::sources::product::Certificate;
use crate::words::Text;
use time::OffsetDateTime;

/// The pictogram a step wears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Process {
    /// Picked, caught, collected.
    Harvest,
    /// Bought from others.
    Purchase,
    /// Made into something else.
    Make,
    /// Tested or inspected.
    Test,
    /// Put into packets or cases.
    Pack,
    /// Sent on.
    Ship,
    /// Received or stored.
    Receive,
    /// Watched by sensors on the way.
    Sensor,
    /// On display.
    Display,
    /// Sold.
    Sell,
    /// Held back or recalled.
    Withdraw,
    /// Anything else.
    Other,
}

/// One step: one event, or several of the same kind, place and day folded together.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its pictogram.
    pub process: Process,
    /// What happened: `Hái búp`.
    pub title: Text,
    /// When it began, in the local time of the place.
    pub time: OffsetDateTime,
    /// Where: the place's name.
    pub place: Option<Text>,
    /// Where: commune and province, ready to read.
    pub area: Option<String>,
    /// Height above the sea in metres.
    pub altitude_m: Option<f64>,
    /// Latitude and longitude in degrees, as coarse as the source gives it.
    pub point: Option<(f64, f64)>,
    /// Who.
    pub party: Option<Text>,
    /// What went in, ready to read: `170 kg búp tươi`. For a step that makes nothing, what it was about.
    pub inputs: Vec<Text>,
    /// What came out.
    pub outputs: Vec<Text>,
    /// A sentence of the source about it.
    pub notes: Vec<Text>,
    /// What sensors measured, ready to read: `−18,9 … −8,4 °C`.
    pub sensors: Vec<Text>,
    /// The certificates and reports it cites that are known.
    pub certificates: Vec<Certificate>,
    /// How many events were folded into it.
    pub events: usize,
    /// The identifiers of those events.
    pub event_ids: Vec<String>,
    /// A reason why it counts for nothing, when its source withdrew it.
    pub voided: Option<Text>,
    /// Who says so.
    pub by: Attribution,
}
