//! Places: fields, workshops, laboratories, warehouses, stalls, vehicles.

use super::cells::{Cells, each};
use super::fault::Fault;
use super::known::Known;
use super::pace::Pace;
use super::row::Row;
use super::wording;
use crate::gs1::Gln;
use crate::words::Text;

/// A checked place.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its id in the tables.
    pub id: String,
    /// Its GLN as a place.
    pub gln: Gln,
    /// Its canonical URI: `https://id.gs1.org/414/…`.
    pub uri: String,
    /// `farm`, `plant`, `lab`, `warehouse`, `market`, `stall` or `vehicle`.
    pub kind: String,
    /// Its name.
    pub name: Text,
    /// Commune or ward, as people call it.
    pub commune: String,
    /// Province.
    pub province: String,
    /// Latitude and longitude in degrees (WGS 84), as fine as its owner agreed to; `None` when the owner keeps it private.
    pub point: Option<(f64, f64)>,
    /// Height above the sea in metres.
    pub altitude_m: Option<f64>,
    /// The id of the producer whose place it is.
    pub owner: Option<String>,
}

/// The kinds of places.
const KINDS: [&str; 7] = ["farm", "plant", "lab", "warehouse", "market", "stall", "vehicle"];

/// How fine a point is, from coarse to fine.
const PRECISIONS: [&str; 3] = ["none", "commune", "exact"];

/// Checks the places.
pub(super) async fn check(
    rows: &[Row],
    known: &Known,
    sample: bool,
    pace: &Pace<'_>,
    faults: &mut Vec<Fault>,
) -> Vec<Place> {
    let found = each(rows, pace, faults, |cells| place(cells, known, sample));
    found.await.into_iter().flatten().collect()
}

fn place(cells: &mut Cells, known: &Known, sample: bool) -> Option<Place> {
    cells.sample(sample);
    let gln = cells.gln("gln");
    let kind = cells.text("kind");
    if !kind.is_empty() && !KINDS.contains(&kind.as_str()) {
        cells.fault("kind", wording::not_one_of(&kind, &KINDS.join(", ")));
    }
    let owner = cells.optional_text("owner");
    if let Some(owner) = &owner {
        cells.known("owner", owner, &known.producers, "producers");
        check_prefix(cells, gln, &kind, known.prefixes.get(owner));
    }
    let uri = uri(cells, gln);
    let point = point(cells, owner.as_ref().and_then(|id| known.consents.get(id)));
    Some(Place {
        id: cells.text("id"),
        gln: gln?,
        uri,
        kind,
        name: cells.both("name"),
        commune: cells.text("communeName"),
        province: cells.text("province"),
        point,
        altitude_m: cells.optional_number("altitudeM"),
        owner,
    })
}

/// A stall belongs to the fair's number range, whoever stands in it; every other place to its owner's.
fn check_prefix(cells: &mut Cells, gln: Option<Gln>, kind: &str, prefix: Option<&String>) {
    if let (Some(gln), Some(prefix)) = (gln, prefix)
        && kind != "stall"
        && !gln.as_str().starts_with(prefix.as_str())
    {
        cells.fault("gln", wording::foreign_prefix(gln.as_str(), prefix));
    }
}

fn uri(cells: &mut Cells, gln: Option<Gln>) -> String {
    let uri = cells.text("uri");
    if let Some(gln) = gln {
        let expected = format!("https://id.gs1.org/414/{gln}");
        if !uri.is_empty() && uri != expected {
            cells.fault("uri", wording::disagrees(&uri, &expected));
        }
    }
    uri
}

/// The point as its owner agreed to: a finer one is a fault, never silently rounded.
fn point(cells: &mut Cells, consent: Option<&String>) -> Option<(f64, f64)> {
    let precision = cells.text("precision");
    let rank = |word: &str| PRECISIONS.iter().position(|known| *known == word);
    let Some(found) = rank(&precision) else {
        let message = wording::not_one_of(&precision, &PRECISIONS.join(", "));
        cells.fault("precision", message);
        return None;
    };
    if consent
        .and_then(|word| rank(word))
        .is_some_and(|agreed| found > agreed)
    {
        cells.fault("precision", wording::too_fine());
    }
    if precision == "none" {
        return None;
    }
    let latitude = degrees(cells, "lat", 90.0, &precision);
    let longitude = degrees(cells, "lon", 180.0, &precision);
    latitude.zip(longitude)
}

fn degrees(cells: &mut Cells, field: &str, limit: f64, precision: &str) -> Option<f64> {
    let value = cells.number(field)?;
    if value.abs() > limit {
        let message = wording::not_one_of(&value.to_string(), &format!("−{limit}…{limit}"));
        cells.fault(field, message);
        return None;
    }
    let decimals = value
        .to_string()
        .split_once('.')
        .map_or(0, |(_, decimals)| decimals.len());
    if precision == "commune" && decimals > 3 {
        cells.fault(field, wording::too_fine());
        return None;
    }
    Some(value)
}
