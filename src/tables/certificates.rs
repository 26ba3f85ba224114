//! Certificates, geographical indications and test reports: three lists that all become certificates.

use super::cells::{Cells, each};
use super::fault::Fault;
use super::pace::Pace;
use super::row::Row;
use super::wording;
use crate::sources::product::Certificate;
use std::collections::BTreeMap;

/// The kinds of certificates that the market knows.
const KINDS: [&str; 2] = ["ocop", "vietgap"];

/// Checks the certificates and gives them by their id.
pub(super) async fn check_certificates(
    rows: &[Row],
    sample: bool,
    pace: &Pace<'_>,
    faults: &mut Vec<Fault>,
) -> BTreeMap<String, Certificate> {
    check(rows, sample, pace, faults, |cells| {
        let kind = cells.text("type");
        if !kind.is_empty() && !KINDS.contains(&kind.as_str()) {
            cells.fault("type", wording::not_one_of(&kind, &KINDS.join(", ")));
        }
        let (from, to) = (cells.day("validFrom"), cells.day("validTo"));
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            cells.fault("validTo", wording::ends_before_it_starts());
        }
        Certificate {
            issuer: Some(cells.both("issuer")),
            from,
            to,
            stars: stars(cells),
            ..named(cells, kind)
        }
    })
    .await
}

/// Checks the geographical indications and gives them by their id.
pub(super) async fn check_indications(
    rows: &[Row],
    sample: bool,
    pace: &Pace<'_>,
    faults: &mut Vec<Fault>,
) -> BTreeMap<String, Certificate> {
    check(rows, sample, pace, faults, |cells| named(cells, "gi".to_owned())).await
}

/// Checks the test reports and gives them by their id.
pub(super) async fn check_reports(
    rows: &[Row],
    sample: bool,
    pace: &Pace<'_>,
    faults: &mut Vec<Fault>,
) -> BTreeMap<String, Certificate> {
    check(rows, sample, pace, faults, |cells| Certificate {
        issuer: Some(cells.both("issuer")),
        from: cells.day("date"),
        lot: cells.optional_text("lot"),
        ..named(cells, "test-report".to_owned())
    })
    .await
}

async fn check(
    rows: &[Row],
    sample: bool,
    pace: &Pace<'_>,
    faults: &mut Vec<Fault>,
    read: impl Fn(&mut Cells) -> Certificate,
) -> BTreeMap<String, Certificate> {
    let found = each(rows, pace, faults, |cells| {
        cells.text("id");
        cells.sample(sample);
        (cells.row.id.clone(), read(cells))
    });
    found.await.into_iter().collect()
}

fn named(cells: &mut Cells, kind: String) -> Certificate {
    Certificate {
        uri: cells.text("uri"),
        kind,
        title: cells.both("title"),
        number: Some(cells.text("number")),
        issuer: None,
        from: None,
        to: None,
        page: None,
        stars: None,
        lot: None,
        products: Vec::new(),
    }
}

fn stars(cells: &mut Cells) -> Option<u8> {
    let stars: u8 = cells.optional_whole("stars")?;
    if !(1..=5).contains(&stars) {
        cells.fault("stars", wording::not_one_of(&stars.to_string(), "1–5"));
    }
    Some(stars)
}
