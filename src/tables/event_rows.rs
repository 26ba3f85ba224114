//! One row of events.csv → one event of EPCIS 2.0.

use super::cells::Cells;
use super::excel;
use super::fault::Fault;
use super::goods::{self, Entry, entries, lists};
use super::names::Names;
use super::stages::{Shape, Stage, stage as stage_named};
use super::wording;
use crate::sources::event_hash::{Namespaces, hash};
use crate::words::Text;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The event of a row, or `None` when its time or stage cannot be read. What else is wrong is told and left out.
/// Its identifier is its own hash (CBV 2.0, 8.9.2), so that anyone can hold the event against it.
pub(super) fn event(cells: &mut Cells, lot: &str, own: Option<&str>, names: &Names) -> Option<Value> {
    let (time, stage) = (cells.text("time"), cells.text("stage"));
    let stage = stage_named(&stage)?;
    let offset = offset(&time)?;
    let mut row = EventRow {
        cells,
        names,
        lot,
        own,
        event: Map::new(),
    };
    row.put("eventTime", time.as_str().into());
    row.put("eventTimeZoneOffset", offset.into());
    row.fill(stage);
    row.extra();
    let mut event = Value::Object(row.event);
    event["eventID"] = hash(&event, &namespaces()).into();
    Some(event)
}

/// The namespaces of the documents that are made from tables.
pub(super) fn namespaces() -> Namespaces {
    BTreeMap::from([
        ("cbvmda".to_owned(), "urn:epcglobal:cbv:mda".to_owned()),
        ("lc".to_owned(), "https://chophien.example/voc/".to_owned()),
    ])
}

/// `+07:00` of `2026-09-18T08:30:00.000+07:00`.
fn offset(time: &str) -> Option<String> {
    match time.strip_suffix(['Z', 'z']) {
        Some(_) => Some("+00:00".to_owned()),
        None => time.get(time.len().checked_sub(6)?..).map(str::to_owned),
    }
}

struct EventRow<'a, 'b> {
    cells: &'a mut Cells<'b>,
    names: &'a Names,
    lot: &'a str,
    /// The URI of the row's own lot.
    own: Option<&'a str>,
    event: Map<String, Value>,
}

impl EventRow<'_, '_> {
    fn put(&mut self, name: &str, value: Value) {
        self.event.insert(name.to_owned(), value);
    }

    fn fill(&mut self, stage: &Stage) {
        self.put("bizStep", stage.step.into());
        self.put("disposition", stage.disposition.into());
        self.put("lc:process", stage.process.into());
        self.where_it_was(stage);
        match stage.shape {
            Shape::Becomes if !self.is_filled("in") && !self.is_filled("out") && self.is_filled("goods") => {
                self.kept(stage);
            }
            Shape::Becomes => self.becomes(stage),
            Shape::Begins => self.seen("ADD", stage),
            Shape::Seen => self.seen("OBSERVE", stage),
            Shape::Joins => self.consigned("ADD"),
            Shape::Parts => self.consigned("DELETE"),
        }
        self.tell_unread(stage);
        if stage.process == "recall" {
            self.put("persistentDisposition", json!({ "set": ["recalled"] }));
        }
        self.words("lc:title", "title");
        self.words("lc:note", "note");
        self.marks();
        self.hand_over();
        self.temperatures();
    }

    /// Goods that stay what they are: they get their number where the stage gives one, and are seen elsewhere.
    fn kept(&mut self, stage: &Stage) {
        if stage.begins_lot() {
            self.put("bizStep", "commissioning".into());
            return self.seen("ADD", stage);
        }
        self.put("bizStep", "other".into()); // OK because CBV 2.0 has no step for goods that stay what they are.
        self.seen("OBSERVE", stage);
    }

    /// Warns of filled cells that say nothing at this stage.
    fn tell_unread(&mut self, stage: &Stage) {
        let kind = self.event.get("type").and_then(Value::as_str).unwrap_or_default();
        let mut unread = match kind {
            "TransformationEvent" => vec!["goods", "parent"],
            "AggregationEvent" => vec!["in", "out"],
            _ => vec!["in", "out", "parent"],
        };
        if !stage.begins_lot() {
            unread.push("expires");
        }
        if !self.is_filled("temperatures") {
            unread.push("device");
        }
        for field in unread {
            if self.is_filled(field) {
                let fault = self.cells.row.fault(field, wording::unread(stage.word()));
                self.cells.faults.push(Fault {
                    grave: false,
                    ..fault
                });
            }
        }
    }

    fn is_filled(&self, field: &str) -> bool {
        self.cells.value(field).is_some()
    }

    /// The place; a log on the way was read there, but the goods did not stay.
    fn where_it_was(&mut self, stage: &Stage) {
        let place = self.cells.text("place");
        let Some(uri) = self.resolved("place", &place, &self.names.places, "places.csv") else {
            return;
        };
        self.put("readPoint", json!({ "id": uri }));
        if stage.process != "coldchain" {
            self.put("bizLocation", json!({ "id": uri }));
        }
    }

    fn resolved<'n>(
        &mut self,
        field: &str,
        name: &str,
        known: &'n BTreeMap<String, String>,
        table: &str,
    ) -> Option<&'n String> {
        let uri = known.get(name);
        if uri.is_none() && !name.is_empty() {
            self.cells.fault(field, wording::unknown(name, table));
        }
        uri
    }

    fn entries(&mut self, field: &str) -> Vec<Entry> {
        let Some(cell) = self.cells.optional_text(field) else {
            return Vec::new();
        };
        entries(&cell, self.lot, self.names).unwrap_or_else(|part| {
            self.cells.fault(field, not_read(&part, wording::not_goods));
            Vec::new()
        })
    }

    fn seen(&mut self, action: &str, stage: &Stage) {
        self.put("type", "ObjectEvent".into());
        self.put("action", action.into());
        if action == "OBSERVE" && !self.is_filled("goods") {
            return self.whole_lot();
        }
        self.cells.text("goods");
        let found = self.entries("goods");
        self.listed("epcList", "quantityList", &found);
        self.lot_data(stage, &found);
    }

    /// A row without goods is about its whole lot.
    fn whole_lot(&mut self) {
        if let Some(own) = self.own {
            self.put("quantityList", json!([{ "epcClass": own }]));
        }
    }

    fn becomes(&mut self, stage: &Stage) {
        self.put("type", "TransformationEvent".into());
        self.cells.text("in");
        self.cells.text("out");
        let (used, made) = (self.entries("in"), self.entries("out"));
        self.listed("inputEPCList", "inputQuantityList", &used);
        self.listed("outputEPCList", "outputQuantityList", &made);
        if let Some(percent) = yield_percent(&used, &made) {
            self.put("lc:yieldPercent", percent);
        }
        self.lot_data(stage, &made);
    }

    fn consigned(&mut self, action: &str) {
        self.put("type", "AggregationEvent".into());
        self.put("action", action.into());
        self.cells.text("goods");
        let parent = self.cells.text("parent");
        let children = self.entries("goods");
        self.listed("childEPCs", "childQuantityList", &children);
        match entries(&parent, self.lot, self.names).as_deref() {
            Ok([parent]) if parent.amount.is_none() => self.put("parentID", parent.uri.as_str().into()),
            _ if parent.is_empty() => {}
            _ => self
                .cells
                .fault("parent", not_read(&parent, wording::not_a_consignment)),
        }
    }

    fn listed(&mut self, things: &str, lots: &str, found: &[Entry]) {
        let (epcs, quantities) = lists(found);
        for (name, list) in [(things, epcs), (lots, quantities)] {
            if !list.is_empty() {
                self.put(name, list.into());
            }
        }
    }

    /// What is kept about a lot where it begins: its number and its last day.
    fn lot_data(&mut self, stage: &Stage, made: &[Entry]) {
        if !stage.begins_lot() {
            return;
        }
        let own = made.iter().find_map(|entry| entry.lot.clone());
        let mut data = json!({ "cbvmda:lotNumber": own.unwrap_or_else(|| self.lot.to_owned()) });
        if let Some(day) = self.cells.optional_text("expires") {
            data["cbvmda:itemExpirationDate"] = day.into();
        }
        self.put("ilmd", data);
    }

    fn words(&mut self, name: &str, field: &str) {
        let found: Map<String, Value> = ["vi", "en"]
            .iter()
            .filter_map(|lang| {
                let text = self.cells.optional_text(&format!("{field}.{lang}"))?;
                Some(((*lang).to_owned(), text.into()))
            })
            .collect();
        if !found.is_empty() {
            self.put(name, found.into());
        }
    }

    fn marks(&mut self) {
        let names = self.names;
        let uris: Vec<String> = self
            .cells
            .texts("marks")
            .iter()
            .filter_map(|id| {
                self.resolved("marks", id, &names.marks, "certificates.csv")
                    .cloned()
            })
            .collect();
        if !uris.is_empty() {
            self.put("certificationInfo", uris.into());
        }
    }

    /// Who gives, where it goes, and the paper that goes with it.
    fn hand_over(&mut self) {
        let names = self.names;
        let from = self.cells.optional_text("from");
        if let Some(party) =
            from.and_then(|from| self.resolved("from", &from, &names.parties, "producers.csv"))
        {
            self.put(
                "sourceList",
                json!([{ "type": "possessing_party", "source": party }]),
            );
        }
        let to = self.cells.optional_text("to");
        if let Some(place) = to.and_then(|to| self.resolved("to", &to, &names.places, "places.csv")) {
            self.put(
                "destinationList",
                json!([{ "type": "location", "destination": place }]),
            );
        }
        if let Some(paper) = self.cells.optional_text("paper") {
            let is_uri = paper.starts_with("https://") || paper.starts_with("urn:");
            let paper = if is_uri {
                paper
            } else {
                format!("{}/da/{paper}", names.site)
            };
            self.put(
                "bizTransactionList",
                json!([{ "type": "desadv", "bizTransaction": paper }]),
            );
        }
    }

    fn temperatures(&mut self) {
        let Some(cell) = self.cells.optional_text("temperatures") else {
            return;
        };
        let device = self.cells.optional_text("device");
        let time = self
            .event
            .get("eventTime")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned();
        let readings: Option<Vec<Value>> = cell
            .split([';', '\n'])
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(|part| reading(part, &time, device.as_deref()))
            .collect();
        match readings {
            Some(readings) => self.put("sensorElementList", readings.into()),
            None => self.cells.fault("temperatures", wording::not_temperatures(&cell)),
        }
    }

    /// Fields of EPCIS that no column has, for those who know it.
    fn extra(&mut self) {
        let Some(text) = self.cells.optional_text("extra") else {
            return;
        };
        let Ok(Value::Object(extra)) = serde_json::from_str(&text) else {
            return self.cells.fault("extra", wording::not_extra());
        };
        for (name, value) in extra {
            match value {
                Value::Null => drop(self.event.remove(&name)),
                value => self.put(&name, value),
            }
        }
    }
}

/// What to say of an entry that cannot be read: that its number was rounded, or something else.
fn not_read(part: &str, otherwise: fn(&str) -> Text) -> Text {
    let number = part.split(['/', '#', '=']).next().unwrap_or_default();
    match excel::digits(number, &[]) {
        Err(error) => wording::wrong_cell(&error, part, ""),
        Ok(_) => otherwise(part),
    }
}

/// `8:30 = -19,1`, with `!` behind it where the device gave alarm; on the day of the event.
fn reading(part: &str, event_time: &str, device: Option<&str>) -> Option<Value> {
    let (time, value) = part.split_once('=')?;
    let (value, alarm) = match value.trim().strip_suffix('!') {
        Some(value) => (value, true),
        None => (value, false),
    };
    let value = excel::decimal(value).ok()?;
    let (day, offset) = (
        event_time.get(..10)?,
        event_time.get(event_time.len().checked_sub(6)?..)?,
    );
    let (hour, minute, second) = excel::clock(time)?.as_hms();
    let offset = if event_time.ends_with('Z') { "Z" } else { offset };
    let time = format!("{day}T{hour:02}:{minute:02}:{second:02}.000{offset}");
    let mut meta = json!({ "time": time });
    if let Some(device) = device {
        meta["deviceID"] = device.into();
    }
    let mut report = json!({ "type": "Temperature", "value": goods::number(value), "uom": "CEL" });
    if alarm {
        report["exception"] = "ALARM_CONDITION".into();
    }
    Some(json!({ "sensorMetadata": meta, "sensorReport": [report] }))
}

/// How much came out of what went in, in per cent, where all is weighed in the same unit.
fn yield_percent(used: &[Entry], made: &[Entry]) -> Option<Value> {
    let unit = used.first()?.amount?.1?;
    let sum = |entries: &[Entry]| -> Option<f64> {
        let amounts = entries
            .iter()
            .map(|entry| entry.amount.filter(|(_, found)| *found == Some(unit)));
        amounts.map(|amount| Some(amount?.0)).sum()
    };
    let (used, made) = (sum(used)?, sum(made)?);
    (used > 0.0 && made > 0.0).then(|| goods::number((made / used * 1000.0).round() / 10.0))
}
