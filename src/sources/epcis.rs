//! EPCIS 2.0 documents (GS1 EPCIS 2.0.1, CBV 2.0.1; JSON-LD) → events. Read leniently: a broken event is left out and counted.

use super::attribution::Attribution;
use crate::words::Text;
use time::{Date, OffsetDateTime};

/// What kind of event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// Something happened to objects.
    Object,
    /// Objects were put into, or taken out of, a larger unit.
    Aggregation,
    /// Objects were tied to another object for a time.
    Association,
    /// Objects were tied to a business transaction.
    Transaction,
    /// Objects went in, other objects came out.
    Transformation,
}

/// What an event does to the existence of its objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// They begin to exist, or join.
    Add,
    /// They are seen.
    Observe,
    /// They cease, or part.
    Delete,
}

/// So much of something.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// What: the canonical Digital Link URI of a lot, item or logistic unit, or the identifier as it stood.
    pub id: String,
    /// How much; `None` for a single item or an unknown amount.
    pub amount: Option<f64>,
    /// The unit (UN/CEFACT Recommendation 20, such as `KGM`); `None` for pieces.
    pub unit: Option<String>,
}

/// What a sensor report says beside its readings: a text, a truth, an address, bytes; statistics; how the value came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    /// What was observed, bare CBV word; empty for what holds for all reports of a sensor.
    pub kind: String,
    /// The member of the report that says so: `meanValue`, `rawData`.
    pub member: &'static str,
    /// What it says, as the report writes it.
    pub value: String,
}

/// One sensor value.
#[derive(Clone, Debug, PartialEq)]
pub struct SensorValue {
    /// When it was measured.
    pub time: Option<OffsetDateTime>,
    /// What was measured, bare CBV word: `Temperature`.
    pub kind: String,
    /// The value in `unit`.
    pub value: f64,
    /// The unit, such as `CEL`.
    pub unit: String,
    /// The part of a compound value, bare CBV word: `x`.
    pub component: Option<String>,
    /// Which sensor it was, as an identifier.
    pub device: Option<String>,
    /// What the sensor calls out, bare CBV word: `ALARM_CONDITION`, `ERROR_CONDITION`.
    pub alarm: Option<String>,
}

/// One event: what, when, where, why.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its own identifier, or a number made from its position where it has none.
    pub id: String,
    /// What kind of event.
    pub kind: EventKind,
    /// When, with the offset of the place where it happened.
    pub time: OffsetDateTime,
    /// When the source took it down.
    pub recorded: Option<OffsetDateTime>,
    /// What it does to its objects; none for a transformation.
    pub action: Option<Action>,
    /// The business step, bare CBV word: `shipping`.
    pub step: Option<String>,
    /// The disposition, bare CBV word: `in_transit`.
    pub disposition: Option<String>,
    /// Dispositions that stay until withdrawn, bare CBV words: `recalled`.
    pub persistent: Vec<String>,
    /// Dispositions that this event withdraws, bare CBV words.
    pub withdrawn: Vec<String>,
    /// Where it was seen: canonical place URI.
    pub read_point: Option<String>,
    /// Where the objects are afterwards: canonical place URI.
    pub location: Option<String>,
    /// The objects of an object, transaction or association event.
    pub objects: Vec<Quantity>,
    /// The larger unit of an aggregation or association.
    pub parent: Option<String>,
    /// What is in it.
    pub children: Vec<Quantity>,
    /// What went into a transformation.
    pub inputs: Vec<Quantity>,
    /// What came out of it.
    pub outputs: Vec<Quantity>,
    /// What several events of one transformation share, such as the one where goods went in and the one where they came out.
    pub transformation: Option<String>,
    /// How much of the inputs came out, in percent, as its source declares it.
    pub yield_percent: Option<f64>,
    /// From whom or where: (bare type such as `possessing_party`, canonical URI).
    pub sources: Vec<(String, String)>,
    /// To whom or where.
    pub destinations: Vec<(String, String)>,
    /// Business transactions, such as delivery notes: (bare type such as `desadv` where it is given, identifier).
    pub transactions: Vec<(Option<String>, String)>,
    /// Certificates and reports cited, as URIs.
    pub certificates: Vec<String>,
    /// The lot number given to new objects.
    pub lot: Option<String>,
    /// Expiry date given to new objects: not to be used after it.
    pub expires_on: Option<Date>,
    /// Best-before date given to new objects.
    pub best_before: Option<Date>,
    /// The country of origin given to new objects, as a code.
    pub origin: Option<String>,
    /// What sensors measured.
    pub sensors: Vec<SensorValue>,
    /// What sensors say beside their readings.
    pub observations: Vec<Observation>,
    /// The finer process in the market's own vocabulary: `harvest`, `wither`, `pack`.
    pub process: Option<String>,
    /// What the source calls this step.
    pub title: Option<Text>,
    /// A sentence of the source about this step.
    pub note: Option<Text>,
    /// Whether the event is what its identifier says, where that is an event hash (CBV 2.0, 8.9.2).
    pub hash_fits: Option<bool>,
    /// Declared an error by its source, with the reason given: it counts for nothing.
    pub voided: Option<String>,
    /// When it was declared an error.
    pub voided_at: Option<OffsetDateTime>,
    /// The identifiers of the events that correct it.
    pub corrections: Vec<String>,
    /// Who says so.
    pub by: Attribution,
}

impl Event {
    /// Whether two events tell of the same happening, whoever says so and under whichever identifier.
    pub fn tells_the_same(&self, other: &Event) -> bool {
        let what = |event: &Event| (event.kind, event.time, event.action);
        what(self) == what(other)
            && self.step == other.step
            && self.disposition == other.disposition
            && self.persistent == other.persistent
            && self.read_point == other.read_point
            && self.location == other.location
            && self.parent == other.parent
            && self.objects == other.objects
            && self.children == other.children
            && self.inputs == other.inputs
            && self.outputs == other.outputs
            && self.sensors == other.sensors
            && self.certificates == other.certificates
            && (self.expires_on, self.best_before) == (other.expires_on, other.best_before)
    }

    /// Every thing that it names, with its amount where it gives one: objects, contents, inputs, outputs.
    pub fn quantities(&self) -> impl Iterator<Item = &Quantity> {
        let around = self.objects.iter().chain(&self.children);
        around.chain(&self.inputs).chain(&self.outputs)
    }

    /// The identifiers of every thing that it names, the larger unit among them.
    pub fn things(&self) -> impl Iterator<Item = &str> {
        let named = self.quantities().map(|quantity| quantity.id.as_str());
        named.chain(self.parent.as_deref())
    }
}
