//! Temperatures over time: how long each held, how long the goods were outside their range, and the chart of them.

use super::sensor::celsius;
use crate::sources::epcis::SensorValue;
use crate::words::Text;
use crate::words::journey::number;
use time::OffsetDateTime;

/// The lowest and the highest temperature allowed, in °C.
pub type Range = (Option<f64>, Option<f64>);

/// A thermometer may be wrong by this much, in °C.
const TOLERANCE_C: f64 = 0.5;

/// A reading holds until the next one, but no longer than this many minutes.
const LONGEST_HOLD: f64 = 60.0;

/// What a reading without a time stands for, in minutes: loggers usually measure twice an hour.
const USUAL_HOLD: f64 = 30.0;

/// No goods of a market are colder or hotter than this, in °C: such a reading is not drawn.
const ABSURD_C: f64 = 300.0;

/// A temperature and how long it held.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// When it was measured.
    pub time: Option<OffsetDateTime>,
    /// In °C.
    pub celsius: f64,
    /// So many minutes it held.
    pub minutes: f64,
}

/// The temperatures in the order of time, each holding until the next. Of several at one moment, such as the lowest and
/// the highest of a span, each holds.
pub fn readings<'a>(sensors: impl IntoIterator<Item = &'a SensorValue>) -> Vec<Reading> {
    let mut readings: Vec<Reading> = sensors
        .into_iter()
        .filter_map(|sensor| {
            Some(Reading {
                time: sensor.time,
                celsius: celsius(sensor)?,
                minutes: USUAL_HOLD,
            })
        })
        .collect();
    readings.sort_by_key(|reading| reading.time);
    let mut later: Option<OffsetDateTime> = None;
    let mut same: Option<(OffsetDateTime, f64)> = None;
    for reading in readings.iter_mut().rev() {
        let Some(time) = reading.time else {
            continue;
        };
        reading.minutes = match (same, later) {
            (Some((moment, minutes)), _) if moment == time => minutes,
            (_, Some(later)) => ((later - time).as_seconds_f64() / 60.0).min(LONGEST_HOLD),
            (_, None) => USUAL_HOLD,
        };
        same = Some((time, reading.minutes));
        later = Some(time);
    }
    readings
}

/// How long, and how long times how far, the goods were outside their range.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Outside {
    /// In minutes.
    pub minutes: f64,
    /// In degrees times minutes.
    pub degree_minutes: f64,
}

impl Outside {
    /// Of these readings in the order of time. A moment counts once, with the reading that is farthest outside.
    pub fn sum<'a>(readings: impl Iterator<Item = &'a Reading>, range: Range) -> Outside {
        let mut sum = Outside::default();
        let mut counted: Option<(OffsetDateTime, f64)> = None;
        for reading in readings.filter(|reading| is_outside(reading.celsius, range)) {
            let degree_minutes = excess(reading.celsius, range) * reading.minutes;
            let same = counted.filter(|(moment, _)| reading.time == Some(*moment));
            let before = same.map_or(0.0, |(_, before)| before);
            if same.is_none() {
                sum.minutes += reading.minutes;
            }
            sum.degree_minutes += (degree_minutes - before).max(0.0);
            counted = reading.time.map(|time| (time, degree_minutes.max(before)));
        }
        sum
    }
}

/// Whether a temperature is outside the range, by more than a thermometer may be wrong.
pub fn is_outside(value: f64, (low, high): Range) -> bool {
    low.is_some_and(|low| value < low - TOLERANCE_C) || high.is_some_and(|high| value > high + TOLERANCE_C)
}

/// How many degrees beyond the range.
fn excess(value: f64, (low, high): Range) -> f64 {
    let below = low.map_or(0.0, |low| low - value);
    let above = high.map_or(0.0, |high| value - high);
    below.max(above).max(0.0)
}

/// The range in words: `từ 0 đến 4 °C`, `không quá −18 °C`.
pub fn limit(range: Range) -> Text {
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

/// The size of the chart, in sixteenths of the size of the text.
pub const SIZE: (f64, f64) = (256.0, 136.0);

/// The part of it in which temperatures are drawn: left, top, right and bottom.
pub const PLOT: [f64; 4] = [40.0, 8.0, 248.0, 112.0];

/// A dot of the chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
    /// Whether it is outside the range.
    pub is_outside: bool,
    /// Whether nobody measured for long before it, so that no line leads to it.
    pub after_gap: bool,
}

/// Temperatures as a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The readings in the order of time.
    pub marks: Vec<Mark>,
    /// Upper and lower edge of the allowed band; `None` where no range is stated.
    pub band: Option<(f64, f64)>,
    /// The heights that are named, each with its temperature: the limits of the band, the lowest and the highest reading.
    pub ticks: Vec<(f64, f64)>,
    /// When the first and the last of them were measured.
    pub span: (OffsetDateTime, OffsetDateTime),
}

impl Chart {
    /// The chart of readings that have a time; `None` where fewer than two moments are known.
    pub fn of(readings: &[Reading], range: Option<Range>) -> Option<Chart> {
        let range = range.filter(|range| *range != (None, None));
        let drawn: Vec<(OffsetDateTime, &Reading)> = readings
            .iter()
            .filter(|reading| reading.celsius.abs() < ABSURD_C)
            .filter_map(|reading| Some((reading.time?, reading)))
            .collect();
        let (first, last) = (drawn.first()?.0, drawn.last()?.0);
        let scale = Scale::of(&drawn, range, first, last)?;
        let mut before = first;
        let marks = drawn.iter().map(|(time, reading)| {
            let gap = (*time - before).as_seconds_f64() / 60.0;
            before = *time;
            Mark {
                x: scale.x(*time),
                y: scale.y(reading.celsius),
                is_outside: range.is_some_and(|range| is_outside(reading.celsius, range)),
                after_gap: gap > LONGEST_HOLD,
            }
        });
        Some(Chart {
            marks: marks.collect(),
            band: range.map(|(low, high)| {
                (
                    high.map_or(PLOT[1], |high| scale.y(high)),
                    low.map_or(PLOT[3], |low| scale.y(low)),
                )
            }),
            ticks: scale.ticks(range),
            span: (first, last),
        })
    }
}

/// Which time and which temperature lies where.
struct Scale {
    first: OffsetDateTime,
    seconds: f64,
    /// The lowest and the highest reading.
    readings: (f64, f64),
    /// What the plot spans.
    low: f64,
    high: f64,
}

impl Scale {
    fn of(
        drawn: &[(OffsetDateTime, &Reading)],
        range: Option<Range>,
        first: OffsetDateTime,
        last: OffsetDateTime,
    ) -> Option<Scale> {
        let seconds = (last - first).as_seconds_f64();
        let values = drawn.iter().map(|(_, reading)| reading.celsius);
        let ends = |values: &mut dyn Iterator<Item = f64>| {
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
                (low.min(value), high.max(value))
            })
        };
        let readings = ends(&mut values.clone());
        let limits = range.map(|(low, high)| [low, high]).unwrap_or_default();
        let limits = limits
            .into_iter()
            .flatten()
            .filter(|limit| limit.abs() < ABSURD_C);
        let (low, high) = ends(&mut values.chain(limits));
        let margin = ((high - low) * 0.12).max(1.0);
        (seconds > 0.0).then_some(Scale {
            first,
            seconds,
            readings,
            low: low - margin,
            high: high + margin,
        })
    }

    fn x(&self, time: OffsetDateTime) -> f64 {
        let share = (time - self.first).as_seconds_f64() / self.seconds;
        PLOT[0] + share * (PLOT[2] - PLOT[0])
    }

    fn y(&self, celsius: f64) -> f64 {
        let share = (self.high - celsius) / (self.high - self.low);
        (PLOT[1] + share * (PLOT[3] - PLOT[1])).clamp(PLOT[1], PLOT[3])
    }

    /// The limits first, then the ends of what was measured; none so close to another that their texts would touch.
    fn ticks(&self, range: Option<Range>) -> Vec<(f64, f64)> {
        let limits = range.map(|(low, high)| [low, high]).unwrap_or_default();
        let ends = [Some(self.readings.1), Some(self.readings.0)];
        let mut ticks: Vec<(f64, f64)> = Vec::new();
        for celsius in limits.into_iter().chain(ends).flatten() {
            let y = self.y(celsius);
            let is_apart = ticks.iter().all(|(other, _)| (other - y).abs() >= 15.0);
            if is_apart && (self.low..=self.high).contains(&celsius) {
                ticks.push((y, celsius));
            }
        }
        ticks
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::Duration;

    fn at(minute: i64, celsius: f64) -> SensorValue {
        SensorValue {
            time: Some(OffsetDateTime::UNIX_EPOCH + Duration::minutes(minute)),
            kind: "Temperature".to_owned(),
            value: celsius,
            unit: "CEL".to_owned(),
            component: None,
            device: None,
            alarm: None,
        }
    }

    #[test]
    fn a_reading_holds_until_the_next_but_not_for_ever() {
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

    #[test]
    fn a_moment_counts_once_with_its_worst_reading() {
        let frozen = (None, Some(-18.0));
        let sum = |sensors: &[SensorValue]| Outside::sum(readings(sensors).iter(), frozen);
        let expect = Outside {
            minutes: 50.0,
            degree_minutes: 20.0 * 10.0 + 30.0 * 4.0,
        };
        assert_eq!(sum(&[at(0, -14.0), at(0, -8.0), at(20, -14.0)]), expect);
        assert_eq!(sum(&[at(0, -8.0), at(0, -20.0), at(20, -14.0)]), expect);
    }

    #[test]
    fn a_chart_has_a_mark_for_each_reading_and_no_band_without_a_range() {
        let readings = readings(&[at(0, -19.0), at(30, -8.0), at(60, -18.2), at(300, -19.0)]);
        let frozen = Chart::of(&readings, Some((None, Some(-18.0)))).unwrap();
        let outside: Vec<bool> = frozen.marks.iter().map(|mark| mark.is_outside).collect();
        assert_eq!(outside, [false, true, false, false]);
        let gaps: Vec<bool> = frozen.marks.iter().map(|mark| mark.after_gap).collect();
        assert_eq!(gaps, [false, false, false, true]);
        let (top, bottom) = frozen.band.unwrap();
        assert!(frozen.marks[1].y < top && frozen.marks[0].y > top, "{frozen:?}");
        assert_eq!(bottom, PLOT[3]);
        assert_eq!(frozen.ticks[0].1, -18.0);
        let plain = Chart::of(&readings, None).unwrap();
        assert_eq!(plain.band, None);
        assert!(plain.marks.iter().all(|mark| !mark.is_outside));
        assert_eq!(Chart::of(&readings, Some((None, None))).unwrap().band, None);
    }

    #[test]
    fn one_moment_or_none_makes_no_chart() {
        for sensors in [
            vec![],
            vec![at(0, 3.0)],
            vec![at(0, 3.0), at(0, 4.0)],
            vec![at(0, f64::NAN), at(1, 1e300)],
        ] {
            assert_eq!(Chart::of(&readings(&sensors), Some((Some(0.0), Some(4.0)))), None);
        }
    }
}
