//! Was it kept at the temperature it needs?

use super::super::sensor::celsius;
use super::super::trace::Trace;
use super::{Check, Verdict};
use crate::sources::epcis::{Event, SensorValue};
use crate::sources::product::Product;
use crate::words::Text;
use crate::words::journey::number;

/// A thermometer may be wrong by this much, in °C.
const TOLERANCE_C: f64 = 0.5;

/// So many readings on end must lie outside before it counts: one may be an opened door.
const READINGS: usize = 2;

/// Warns when the packed goods were outside the product's storage range for two readings on end or more.
/// `None` when the product names no range or nobody measured.
pub fn check(trace: &Trace, product: Option<&Product>) -> Option<Check> {
    let range = product?.storage_range_c?;
    let measured: Vec<(&Event, Vec<f64>)> = trace
        .valid()
        .filter(|event| trace.concerns_goods(event))
        .map(|event| (event, temperatures(&event.sensors)))
        .filter(|(_, temperatures)| !temperatures.is_empty())
        .collect();
    let breaches: Vec<&(&Event, Vec<f64>)> = measured
        .iter()
        .filter(|(_, temperatures)| longest_outside(temperatures, range) >= READINGS)
        .collect();
    if breaches.is_empty() {
        let sentence = Text::new(
            "Nhiệt độ đo trên đường nằm trong mức bảo quản.",
            "The temperatures measured on the way stayed within the storage range.",
        );
        return (!measured.is_empty()).then(|| Check::plain("coldchain", Verdict::Ok, sentence));
    }
    Some(Check {
        rule: "coldchain",
        verdict: Verdict::Warn,
        flag: Some("coldchain:breach"),
        sentence: sentence(breaches.iter().flat_map(|(_, values)| values), range),
        evidence: breaches.iter().map(|(event, _)| event.id.clone()).collect(),
    })
}

/// The lowest and the highest temperature allowed, in °C.
type Range = (Option<f64>, Option<f64>);

/// The temperatures in the order of time; readings without a time keep theirs.
fn temperatures(sensors: &[SensorValue]) -> Vec<f64> {
    let mut sensors: Vec<&SensorValue> = sensors.iter().collect();
    if sensors.iter().all(|sensor| sensor.time.is_some()) {
        sensors.sort_by_key(|sensor| sensor.time);
    }
    sensors.into_iter().filter_map(celsius).collect()
}

fn longest_outside(temperatures: &[f64], range: Range) -> usize {
    temperatures
        .split(|value| !is_outside(*value, range))
        .map(<[f64]>::len)
        .max()
        .unwrap_or_default()
}

fn is_outside(value: f64, (low, high): Range) -> bool {
    low.is_some_and(|low| value < low - TOLERANCE_C) || high.is_some_and(|high| value > high + TOLERANCE_C)
}

fn sentence<'a>(values: impl Iterator<Item = &'a f64>, range: Range) -> Text {
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
        (low.min(*value), high.max(*value))
    });
    let (low, high) = (number(low), number(high));
    let limit = limit(range);
    Text::new(
        format!(
            "Trên đường đo được {} … {} °C, trong khi phải giữ {}.",
            low.vi, high.vi, limit.vi
        ),
        format!(
            "On the way {} … {} °C was measured; it must be kept {}.",
            low.en, high.en, limit.en
        ),
    )
}

fn limit(range: Range) -> Text {
    match (range.0.map(number), range.1.map(number)) {
        (Some(low), Some(high)) => Text::new(
            format!("từ {} đến {} °C", low.vi, high.vi),
            format!("between {} and {} °C", low.en, high.en),
        ),
        (None, Some(high)) => Text::new(
            format!("không quá {} °C", high.vi),
            format!("at {} °C or below", high.en),
        ),
        (Some(low), None) => Text::new(
            format!("từ {} °C trở lên", low.vi),
            format!("at {} °C or above", low.en),
        ),
        (None, None) => Text::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_reading_outside_is_an_opened_door_and_two_are_a_breach() {
        let frozen = (None, Some(-18.0));
        let chilled = (Some(0.0), Some(4.0));
        let rows: [(&[f64], Range, usize); 6] = [
            (&[-19.0, -18.1, -17.6, -18.8], frozen, 0),
            (&[-19.0, -12.0, -18.8, -11.0, -19.0], frozen, 1),
            (&[-18.9, -15.6, -11.2, -18.4], frozen, 2),
            (&[2.0, -1.0, -2.0, 3.0], chilled, 2),
            (&[50.0, 60.0], (None, None), 0),
            (&[], frozen, 0),
        ];
        for (temperatures, range, expect) in rows {
            assert_eq!(longest_outside(temperatures, range), expect, "{temperatures:?}");
        }
    }
}
