//! What sensors measured, ready to read, and temperatures that can be compared.

use crate::sources::epcis::{Event, SensorValue};
use crate::words::Text;
use crate::words::journey::number;

/// One range for each kind and unit: `−18,9 … −8,4 °C`.
pub fn read(events: &[&Event]) -> Vec<Text> {
    let mut ranges: Vec<(&str, &str, f64, f64)> = Vec::new();
    for sensor in events.iter().flat_map(|event| &event.sensors) {
        let known = ranges
            .iter_mut()
            .find(|(kind, unit, ..)| *kind == sensor.kind && *unit == sensor.unit);
        match known {
            Some((_, _, low, high)) => {
                *low = low.min(sensor.value);
                *high = high.max(sensor.value);
            }
            None => ranges.push((&sensor.kind, &sensor.unit, sensor.value, sensor.value)),
        }
    }
    ranges
        .into_iter()
        .map(|(kind, unit, low, high)| range(kind, unit, low, high))
        .collect()
}

/// A temperature in °C, if that is what was measured and its unit is known.
pub fn celsius(sensor: &SensorValue) -> Option<f64> {
    if sensor.kind != "Temperature" {
        return None;
    }
    match sensor.unit.as_str() {
        "CEL" => Some(sensor.value),
        "FAH" => Some((sensor.value - 32.0) / 1.8),
        "KEL" => Some(sensor.value - 273.15),
        _ => None,
    }
}

fn range(kind: &str, unit: &str, low: f64, high: f64) -> Text {
    let (low_text, high_text) = (number(low), number(high));
    let (name, sign) = (name(kind), sign(unit));
    let write = |name: &str, low_text: &str, high_text: &str| {
        let values = if low == high {
            low_text.to_owned()
        } else {
            format!("{low_text} … {high_text}")
        };
        format!("{name} {values} {sign}").trim().to_owned()
    };
    Text::new(
        write(&name.vi, &low_text.vi, &high_text.vi),
        write(&name.en, &low_text.en, &high_text.en),
    )
}

/// What stands before the values; nothing for temperatures, whose unit says enough.
fn name(kind: &str) -> Text {
    match kind {
        "Temperature" => Text::default(),
        "RelativeHumidity" | "AbsoluteHumidity" => Text::new("Độ ẩm", "Humidity"),
        "Illuminance" => Text::new("Ánh sáng", "Light"),
        other => Text::same(other),
    }
}

fn sign(unit: &str) -> &str {
    match unit {
        "CEL" => "°C",
        "FAH" => "°F",
        "KEL" => "K",
        "P1" => "%",
        "A93" => "g/m³",
        "LUX" => "lx",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: &str, unit: &str, low: f64, high: f64, vi: &str, en: &str) {
        assert_eq!(range(kind, unit, low, high), Text::new(vi, en));
    }

    #[test]
    fn a_range_says_what_was_measured_in_which_unit() {
        check(
            "Temperature",
            "CEL",
            -18.9,
            -6.9,
            "−18,9 … −6,9 °C",
            "−18.9 … −6.9 °C",
        );
        check("Temperature", "CEL", 3.0, 3.0, "3 °C", "3 °C");
        check(
            "RelativeHumidity",
            "P1",
            60.0,
            65.5,
            "Độ ẩm 60 … 65,5 %",
            "Humidity 60 … 65.5 %",
        );
    }
}
