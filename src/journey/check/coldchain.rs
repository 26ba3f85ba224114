//! Was it kept at the temperature it needs?

use super::super::temperature::{Outside, Range, Reading, is_outside, limit, readings};
use super::super::trace::Trace;
use super::{Check, Verdict};
use crate::sources::epcis::Event;
use crate::sources::product::Product;
use crate::words::Text;
use crate::words::journey::number;

const RULE: &str = "coldchain";

/// So many minutes outside in all count as a breach; less may be an opened door.
const MINUTES: f64 = 45.0;

/// So many degrees times minutes outside count as a breach, too: a short time far outside thaws as well.
const DEGREE_MINUTES: f64 = 300.0;

/// Warns when the packed goods were outside the product's storage range for too long, or shortly but too far.
/// `None` when the product names no range or nobody measured; unknown when they were measured and the product is not known.
pub fn check(trace: &Trace, product: Option<&Product>) -> Option<Check> {
    let measured: Vec<(&Event, Vec<Reading>)> = trace
        .valid()
        .filter(|event| trace.concerns_goods(event))
        .map(|event| (event, readings(&event.sensors)))
        .filter(|(_, readings)| !readings.is_empty())
        .collect();
    if measured.is_empty() {
        return None;
    }
    let Some(product) = product else {
        return Some(Check::plain(RULE, Verdict::Unknown, unknown()));
    };
    let range = product.storage_range_c?;
    let all = || measured.iter().flat_map(|(_, readings)| readings);
    let outside = Outside::sum(all(), range);
    if !is_breach(&outside) {
        let sentence = Text::new(
            "Nhiệt độ đo trên đường nằm trong mức bảo quản.",
            "The temperatures measured on the way stayed within the storage range.",
        );
        return Some(Check::plain(RULE, Verdict::Ok, sentence));
    }
    let is_outside = |reading: &Reading| is_outside(reading.celsius, range);
    let evidence = measured
        .iter()
        .filter(|(_, readings)| readings.iter().any(is_outside))
        .map(|(event, _)| event.id.clone())
        .collect();
    let sentence = sentence(all(), &outside, range);
    Some(Check::fault(
        RULE,
        Verdict::Warn,
        "coldchain:breach",
        sentence,
        evidence,
    ))
}

/// Whether it was too long, or shortly but too far.
fn is_breach(outside: &Outside) -> bool {
    outside.minutes > MINUTES || outside.degree_minutes > DEGREE_MINUTES
}

fn sentence<'a>(readings: impl Iterator<Item = &'a Reading>, outside: &Outside, range: Range) -> Text {
    let ends = readings.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), reading| {
        (low.min(reading.celsius), high.max(reading.celsius))
    });
    let (low, high) = (number(ends.0), number(ends.1));
    let (limit, minutes) = (limit(range), outside.minutes.round());
    Text::new(
        format!(
            "Trên đường đo được {} … {} °C, trong khi phải giữ {}; khoảng {} phút ngoài mức.",
            low.vi,
            high.vi,
            limit.vi,
            number(minutes).vi
        ),
        format!(
            "On the way {} … {} °C was measured; it must be kept {}. It was outside for about {} minutes.",
            low.en,
            high.en,
            limit.en,
            number(minutes).en
        ),
    )
}

fn unknown() -> Text {
    Text::new(
        "Chưa biết hàng này phải giữ ở nhiệt độ nào.",
        "At which temperature these goods must be kept is not known.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(readings: &[(f64, f64)], range: Range, expect: bool) {
        let readings: Vec<Reading> = readings
            .iter()
            .map(|(celsius, minutes)| Reading {
                time: None,
                celsius: *celsius,
                minutes: *minutes,
            })
            .collect();
        let outside = Outside::sum(readings.iter(), range);
        assert_eq!(is_breach(&outside), expect, "{readings:?}: {outside:?}");
    }

    #[test]
    fn an_opened_door_is_no_breach_and_a_broken_lorry_is() {
        let frozen = (None, Some(-18.0));
        let chilled = (Some(0.0), Some(4.0));
        check(&[(-19.0, 30.0), (-17.6, 600.0)], frozen, false);
        check(&[(-19.0, 30.0), (-12.0, 30.0), (-18.8, 30.0)], frozen, false);
        check(&[(-15.6, 30.0), (-19.0, 30.0), (-15.6, 30.0)], frozen, true);
        check(&[(2.0, 30.0)], frozen, true);
        check(&[(2.0, 30.0), (-1.0, 30.0), (-2.0, 30.0)], chilled, true);
        check(&[(50.0, 600.0)], (None, None), false);
        check(&[], frozen, false);
    }
}
