//! The fair: sessions, programme, zones and stalls.

use super::cells::Cells;
use super::fault::Fault;
use super::known::Known;
use super::producers::Producer;
use super::row::{Row, Sheet};
use super::wording;
use crate::market::fair::{Fair, Named, ProducerEntry, ProgrammeItem, Session, StallEntry};
use std::collections::BTreeMap;

/// The lists of fair.json.
pub(super) struct FairRows {
    sessions: Vec<Row>,
    programme: Vec<Row>,
    zones: Vec<Row>,
    /// The stalls, which products refer to.
    pub stalls: Vec<Row>,
}

impl FairRows {
    /// Takes the lists out of fair.json.
    pub fn of(sheet: &Sheet, faults: &mut Vec<Fault>) -> FairRows {
        FairRows {
            sessions: sheet.rows("sessions", faults),
            programme: sheet.rows("schedule", faults),
            zones: sheet.rows("zones", faults),
            stalls: sheet.rows("stalls", faults),
        }
    }

    /// Notes the ids that others refer to.
    pub fn note(&self, known: &mut Known, faults: &mut Vec<Fault>) {
        for (rows, ids) in [
            (&self.sessions, &mut known.sessions),
            (&self.zones, &mut known.zones),
            (&self.stalls, &mut known.stalls),
        ] {
            super::known::check_unique(rows, "id", faults);
            *ids = super::known::column(rows, "id");
        }
        super::known::check_unique(&self.stalls, "gln", faults);
    }
}

/// Checks the head of fair.json and its lists. Producers, categories and the reference day are put in by the caller.
pub(super) fn check(
    sheet: &Sheet,
    rows: &FairRows,
    known: &Known,
    producers: &[Producer],
    faults: &mut Vec<Fault>,
) -> Fair {
    let stalls = each(&rows.stalls, faults, |cells| stall(cells, known, producers));
    let head = sheet.head();
    let mut cells = Cells { row: &head, faults };
    let (name, venue) = (cells.both("name"), cells.both("venue.name"));
    let place = cells.text("venue.place");
    cells.known("venue.place", &place, &known.places, "places");
    Fair {
        name,
        venue,
        sessions: each(&rows.sessions, faults, session),
        programme: each(&rows.programme, faults, |cells| programme(cells, known)),
        zones: each(&rows.zones, faults, |cells| Some(named(cells))),
        producers: entries(producers, &stalls),
        stalls,
        ..Fair::default()
    }
}

/// A record with an id and a name, such as a zone or a category.
pub(super) fn named(cells: &mut Cells) -> Named {
    Named {
        id: cells.text("id"),
        name: cells.both("name"),
    }
}

fn each<T>(rows: &[Row], faults: &mut Vec<Fault>, mut check: impl FnMut(&mut Cells) -> Option<T>) -> Vec<T> {
    rows.iter()
        .filter_map(|row| check(&mut Cells { row, faults }))
        .collect()
}

fn session(cells: &mut Cells) -> Option<Session> {
    let span = cells.span("start", "end");
    let Named { id, name } = named(cells);
    let (start, end) = span?;
    Some(Session { id, name, start, end })
}

fn programme(cells: &mut Cells, known: &Known) -> Option<ProgrammeItem> {
    let session = cells.text("session");
    cells.known("session", &session, &known.sessions, "sessions");
    let place = cells.text("where");
    if place != "fair" {
        cells.known("where", &place, &known.stalls, "stalls");
    }
    let title = cells.both("title");
    let (at, end) = cells.span("at", "end")?;
    Some(ProgrammeItem {
        session,
        at,
        end,
        title,
        place,
    })
}

fn stall(cells: &mut Cells, known: &Known, producers: &[Producer]) -> Option<StallEntry> {
    let gln = cells.gln("gln");
    if let Some(gln) = gln {
        cells.known("gln", gln.as_str(), &known.glns, "places");
    }
    let zone = cells.text("zone");
    cells.known("zone", &zone, &known.zones, "zones");
    check_products(cells, known);
    let owner = cells.optional_text("producer");
    let producer = owner.as_ref().and_then(|id| {
        cells.known("producer", id, &known.producers, "producers");
        producers.iter().find(|producer| producer.id == *id)
    });
    let name = match owner {
        Some(_) => cells.optional_both("name"),
        None => Some(cells.both("name")),
    };
    Some(StallEntry {
        id: cells.text("id"),
        zone,
        gln: gln?.to_string(),
        name,
        producer: producer.map(|producer| producer.gln.to_string()),
        plan: plan(cells)?,
    })
}

/// A stall's goods must name this stall too.
fn check_products(cells: &mut Cells, known: &Known) {
    let stall = cells.row.id.clone();
    for product in cells.texts("products") {
        cells.known("products", &product, &known.products, "products");
        if let Some(other) = known.stall_of.get(&product)
            && *other != stall
        {
            cells.fault("products", wording::disagrees(&stall, other));
        }
    }
}

fn plan(cells: &mut Cells) -> Option<(f32, f32, f32, f32)> {
    let [x, y, w, h] = ["plan.x", "plan.y", "plan.w", "plan.h"].map(|field| cells.number(field));
    // OK because the plan is a grid of 90 × 32: nothing is lost in the smaller number.
    Some((x? as f32, y? as f32, w? as f32, h? as f32))
}

fn entries(producers: &[Producer], stalls: &[StallEntry]) -> Vec<ProducerEntry> {
    let stall_of: BTreeMap<&str, &str> = stalls
        .iter()
        .filter_map(|stall| Some((stall.producer.as_deref()?, stall.id.as_str())))
        .collect();
    producers
        .iter()
        .map(|producer| ProducerEntry {
            gln: producer.gln.to_string(),
            name: producer.name.clone(),
            commune: producer.commune.clone(),
            categories: producer.categories.clone(),
            stall: stall_of.get(producer.gln.as_str()).map(|id| (*id).to_owned()),
        })
        .collect()
}
