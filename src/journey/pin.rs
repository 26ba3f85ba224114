//! Pins with the numbers of the stops: stops that are close together in the frame share one.

use super::chart::Frame;
use super::label::Area;

/// The height of a pin, and the width of one with a single digit, in units of the frame.
pub const PIN: f64 = 26.0;

/// The widest text of a pin, in letters.
const LONGEST: usize = 11;

/// One pin.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    /// The numbers of its stops, from low to high.
    pub numbers: Vec<usize>,
    /// What stands on it: `2–4, 7`.
    pub text: String,
    /// The room it takes.
    pub area: Area,
}

/// The pins of numbered places in the frame, none over another.
pub fn pins(stops: &[(usize, (f64, f64))], frame: Frame) -> Vec<Pin> {
    let mut pins: Vec<Pin> = Vec::new();
    for (number, place) in stops.iter().filter(|(_, place)| is_inside(*place, frame)) {
        match pins.iter_mut().find(|pin| holds(pin.area.middle(), *place)) {
            Some(pin) => pin.add(*number),
            None => pins.push(Pin::new(vec![*number], *place, frame)),
        }
    }
    for pin in &mut pins {
        *pin = Pin::new(std::mem::take(&mut pin.numbers), pin.area.middle(), frame);
    }
    while let Some((one, other)) = meeting(&pins) {
        let other = pins.swap_remove(other); // OK because `other` is the later of the two.
        if let Some(pin) = pins.get_mut(one) {
            other.numbers.into_iter().for_each(|number| pin.add(number));
            let ((x, y), (u, v)) = (pin.area.middle(), other.area.middle());
            *pin = Pin::new(
                std::mem::take(&mut pin.numbers),
                ((x + u) / 2.0, (y + v) / 2.0),
                frame,
            );
        }
    }
    pins
}

impl Pin {
    fn new(numbers: Vec<usize>, place: (f64, f64), frame: Frame) -> Pin {
        let text = ranges(&numbers);
        let letters = text.chars().count() as f64;
        let width = PIN.max(letters * 8.0 + 12.0);
        let area = Area::around(place, width, PIN).into_frame(frame);
        Pin { numbers, text, area }
    }

    /// Adds a stop, in the order of the numbers.
    fn add(&mut self, number: usize) {
        let place = self.numbers.partition_point(|known| *known < number);
        self.numbers.insert(place, number);
    }
}

fn is_inside((x, y): (f64, f64), frame: Frame) -> bool {
    (0.0..=frame.width).contains(&x) && (0.0..=frame.height).contains(&y)
}

/// Whether a place is so close to a pin that the pin stands for it, too.
fn holds(pin: (f64, f64), place: (f64, f64)) -> bool {
    (pin.0 - place.0).abs() < PIN / 2.0 && (pin.1 - place.1).abs() < PIN / 2.0
}

/// The first two pins that lie over each other.
fn meeting(pins: &[Pin]) -> Option<(usize, usize)> {
    let mut pairs = (0..pins.len()).flat_map(|one| (one + 1..pins.len()).map(move |other| (one, other)));
    pairs.find(|(one, other)| pins[*one].area.meets(&pins[*other].area)) // OK because both count pins.
}

/// Numbers as people write them: `1`, `2–4`, `2–4, 7`; `1–3, 5…` where there is no room for all.
fn ranges(numbers: &[usize]) -> String {
    let mut text = String::new();
    let mut rest = numbers;
    while let Some((first, _)) = rest.split_first() {
        let run = rest
            .iter()
            .enumerate()
            .take_while(|(index, number)| **number == first + index);
        let run = run.count().max(1);
        let last = first + run - 1;
        let part = match run {
            1 => format!("{first}"),
            2 => format!("{first}, {last}"),
            _ => format!("{first}–{last}"),
        };
        if !text.is_empty() && text.chars().count() + part.chars().count() + 2 > LONGEST {
            text.push('…');
            break;
        }
        if !text.is_empty() {
            text.push_str(", ");
        }
        text.push_str(&part);
        rest = rest.get(run..).unwrap_or_default();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Frame = Frame {
        width: 328.0,
        height: 352.0,
    };

    #[test]
    fn numbers_are_written_in_ranges() {
        for (numbers, expect) in [
            (vec![], ""),
            (vec![1], "1"),
            (vec![2, 3], "2, 3"),
            (vec![2, 3, 4], "2–4"),
            (vec![2, 3, 4, 7], "2–4, 7"),
            (vec![1, 3, 5, 7, 9], "1, 3, 5, 7…"),
            ((1..2000).collect(), "1–1999"),
        ] {
            assert_eq!(ranges(&numbers), expect);
        }
    }

    #[test]
    fn stops_that_are_close_share_a_pin_and_pins_never_meet() {
        let check = |stops: &[(usize, (f64, f64))], expect: &[&str]| {
            let pins = pins(stops, FRAME);
            let texts: Vec<&str> = pins.iter().map(|pin| pin.text.as_str()).collect();
            assert_eq!(texts, expect);
            assert_eq!(meeting(&pins), None);
        };
        check(&[], &[]);
        check(
            &[
                (1, (50.0, 50.0)),
                (2, (200.0, 60.0)),
                (3, (202.0, 60.0)),
                (4, (200.0, 60.0)),
            ],
            &["1", "2–4"],
        );
        check(
            &[(1, (50.0, 50.0)), (2, (70.0, 50.0)), (3, (90.0, 50.0))],
            &["1–3"],
        );
        check(
            &[(1, (-5.0, 50.0)), (2, (f64::NAN, 1.0)), (3, (0.0, 352.0))],
            &["3"],
        );
    }
}
