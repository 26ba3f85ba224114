//! Was it kept at the temperature it needs?

use super::super::sensor::celsius;
use super::super::trace::Trace;
use super::{Check, Verdict};
use crate::sources::epcis::{Event, SensorValue};
use crate::sources::product::Product;
use crate::words::Text;
use crate::words::journey::number;
use time::OffsetDateTime;

const RULE: &str = "coldchain";

/// A thermometer may be wrong by this much, in °C.
const TOLERANCE_C: f64 = 0.5;

/// So many minutes outside in all count as a breach; less may be an opened door.
const MINUTES: f64 = 45.0;

/// So many degrees times minutes outside count as a breach, too: a short time far outside thaws as well.
const DEGREE_MINUTES: f64 = 300.0;

/// A reading holds until the next one, but no longer than this many minutes.
const LONGEST_HOLD: f64 = 60.0;

/// What a reading without a time stands for, in minutes: loggers usually measure twice an hour.
const USUAL_HOLD: f64 = 30.0;

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
    if !outside.is_breach() {
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

/// The lowest and the highest temperature allowed, in °C.
type Range = (Option<f64>, Option<f64>);

/// A temperature and how long it held.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Reading {
    celsius: f64,
    minutes: f64,
}

/// How long, and how long times how far, the goods were outside their range.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Outside {
    minutes: f64,
    degree_minutes: f64,
}

impl Outside {
    fn sum<'a>(readings: impl Iterator<Item = &'a Reading>, range: Range) -> Outside {
        let outside = readings.filter(|reading| is_outside(reading.celsius, range));
        outside.fold(Outside::default(), |sum, reading| Outside {
            minutes: sum.minutes + reading.minutes,
            degree_minutes: sum.degree_minutes + excess(reading.celsius, range) * reading.minutes,
        })
    }

    fn is_breach(self) -> bool {
        self.minutes > MINUTES || self.degree_minutes > DEGREE_MINUTES
    }
}

/// The temperatures in the order of time, each holding until the next. Of several at one moment, such as the lowest and
/// the highest of a span, each holds.
fn readings(sensors: &[SensorValue]) -> Vec<Reading> {
    let mut sensors: Vec<(Option<OffsetDateTime>, f64)> = sensors
        .iter()
        .filter_map(|sensor| Some((sensor.time, celsius(sensor)?)))
        .collect();
    sensors.sort_by_key(|(time, _)| *time);
    let holds = sensors.iter().enumerate().map(|(index, (time, _))| {
        let mut later = sensors.iter().skip(index + 1).filter_map(|(later, _)| *later);
        let next = time.and_then(|time| later.find(|later| *later > time).map(|later| later - time));
        let minutes = next.map(|span| span.as_seconds_f64() / 60.0);
        minutes.map_or(USUAL_HOLD, |minutes| minutes.min(LONGEST_HOLD))
    });
    let holds: Vec<f64> = holds.collect();
    let with_hold = sensors.iter().zip(holds);
    with_hold
        .map(|((_, celsius), minutes)| Reading {
            celsius: *celsius,
            minutes,
        })
        .collect()
}

/// How many degrees beyond the range.
fn excess(value: f64, (low, high): Range) -> f64 {
    let below = low.map_or(0.0, |low| low - value);
    let above = high.map_or(0.0, |high| value - high);
    below.max(above).max(0.0)
}

fn is_outside(value: f64, (low, high): Range) -> bool {
    low.is_some_and(|low| value < low - TOLERANCE_C) || high.is_some_and(|high| value > high + TOLERANCE_C)
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

    fn check(readings: &[(f64, f64)], range: Range, expect: bool) {
        let readings: Vec<Reading> = readings
            .iter()
            .map(|(celsius, minutes)| Reading {
                celsius: *celsius,
                minutes: *minutes,
            })
            .collect();
        let outside = Outside::sum(readings.iter(), range);
        assert_eq!(outside.is_breach(), expect, "{readings:?}: {outside:?}");
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

    #[test]
    fn a_reading_holds_until_the_next_but_not_for_ever() {
        let at = |minute: i64, celsius| SensorValue {
            time: Some(OffsetDateTime::UNIX_EPOCH + time::Duration::minutes(minute)),
            kind: "Temperature".to_owned(),
            value: celsius,
            unit: "CEL".to_owned(),
            component: None,
            device: None,
            alarm: None,
        };
        let timeless = SensorValue {
            time: None,
            ..at(0, 1.0)
        };
        let minutes = |sensors: &[SensorValue]| -> Vec<f64> {
            readings(sensors).iter().map(|reading| reading.minutes).collect()
        };
        assert_eq!(
            minutes(&[at(10, 2.0), at(0, 1.0), at(500, 3.0)]),
            [10.0, 60.0, 30.0]
        );
        assert_eq!(minutes(&[timeless.clone(), timeless]), [30.0, 30.0]);
        assert_eq!(
            minutes(&[at(0, 1.0), at(0, 9.0), at(20, 3.0)]),
            [20.0, 20.0, 30.0]
        );
    }
}
