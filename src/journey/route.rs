//! The way of the goods over the map: stops numbered as in the timeline, legs between them, straight-line distances.

use super::chart::Spot;
use super::distance::kilometres;
use super::step::{Process, Step};
use crate::words::{Lang, Text};

/// Latitude and longitude in degrees.
pub type Point = (f64, f64);

/// A step of the journey as a stop on the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stop {
    /// Its number in the timeline, from 1.
    pub number: usize,
    /// What happened there.
    pub title: Text,
    /// The place's name.
    pub place: Option<Text>,
    /// Commune and province.
    pub area: Option<String>,
    /// Where it lies; `None` where nobody says so, or where the step was withdrawn.
    pub point: Option<Point>,
}

/// One leg of the way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leg {
    /// Where it begins, by its place in the list of stops.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// Its length along a great circle.
    pub km: f64,
    /// Whether only a sample went this way, to be tested, while the goods stayed.
    pub is_sample: bool,
}

/// Stops and legs of one journey.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    /// One stop for each step, in the order of the timeline.
    pub stops: Vec<Stop>,
    /// The legs in the order in which they end.
    pub legs: Vec<Leg>,
    /// The length of the longest way of the goods, in kilometres.
    pub km: f64,
}

/// Where goods are that have not gone on yet.
#[derive(Clone, Copy)]
struct End {
    /// The last stop there, by its place in the list.
    stop: usize,
    /// Where it lies.
    point: Point,
    /// How far the goods have come, in kilometres.
    km: f64,
}

impl Route {
    /// The way through these steps. Nothing travels to a harvest: there goods begin, and go on from where they grew together with
    /// what was there before. A test elsewhere is a side trip of a sample.
    pub fn of(steps: &[Step]) -> Route {
        let stops: Vec<Stop> = steps.iter().enumerate().map(stop).collect();
        let mut route = Route {
            stops,
            ..Route::default()
        };
        let mut ends: Vec<End> = Vec::new();
        for (stop, step) in steps.iter().enumerate() {
            if let Some(point) = route.stops.get(stop).and_then(|stop| stop.point) {
                route.go(&mut ends, step.process, stop, point);
            }
        }
        route
    }

    /// Goes to the next stop.
    fn go(&mut self, ends: &mut Vec<End>, process: Process, stop: usize, point: Point) {
        if process == Process::Harvest {
            ends.retain(|end| end.point != point);
            ends.push(End { stop, point, km: 0.0 });
        } else if let (Process::Test, Some(last)) = (process, ends.last()) {
            self.legs.extend(leg(last, stop, point, true));
        } else {
            let legs: Vec<Leg> = ends
                .iter()
                .filter_map(|end| leg(end, stop, point, false))
                .collect();
            let ways = ends.iter().map(|end| end.km + kilometres(end.point, point));
            let km = ways.fold(0.0, f64::max);
            self.legs.extend(legs);
            self.km = self.km.max(km);
            *ends = vec![End { stop, point, km }];
        }
    }

    /// The stops in words, each with its number: what, where, and how far from the stops before it.
    pub fn told(&self, lang: Lang) -> Vec<(usize, String)> {
        let mut legs = self.legs.iter().peekable();
        let stops = self.stops.iter().enumerate().map(|(index, stop)| {
            let mut text = stop.told(lang);
            while let Some(leg) = legs.next_if(|leg| leg.to == index) {
                text.push_str(" · ");
                text.push_str(&lang.from_stop(leg.from + 1, leg.km));
            }
            (stop.number, text)
        });
        stops.collect()
    }
}

impl Stop {
    fn told(&self, lang: Lang) -> String {
        let words = lang.chart();
        let place = self.place.as_ref().map(|place| place.in_lang(lang));
        let missing = match self.point {
            None => Some(words.no_point),
            Some(point) if Spot::of(point).is_none() => Some(words.off_map),
            Some(_) => None,
        };
        let parts = [
            Some(self.title.in_lang(lang)),
            place,
            self.area.as_deref(),
            missing,
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

fn stop((index, step): (usize, &Step)) -> Stop {
    let counts = step.voided.is_none();
    Stop {
        number: index + 1,
        title: step.title.clone(),
        place: step.place.clone(),
        area: step.area.clone(),
        point: step.point.filter(|point| counts && is_on_earth(*point)),
    }
}

/// Whether a point has a latitude and a longitude at all.
fn is_on_earth((latitude, longitude): Point) -> bool {
    latitude.abs() <= 90.0 && longitude.abs() <= 180.0 // OK for NaN, of which neither holds.
}

fn leg(from: &End, to: usize, point: Point, is_sample: bool) -> Option<Leg> {
    (from.point != point).then(|| Leg {
        from: from.stop,
        to,
        km: kilometres(from.point, point),
        is_sample,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::{Attribution, Standing};
    use time::OffsetDateTime;

    const FIELD: Point = (22.377, 103.583);
    const OTHER_FIELD: Point = (22.393, 103.552);
    const WORKSHOP: Point = (22.416, 103.581);
    const LABORATORY: Point = (22.399, 103.449);
    const FAIR: Point = (22.386, 103.47);

    /// A step of this kind at this place.
    fn step(process: Process, point: Option<Point>) -> Step {
        Step {
            process,
            word: None,
            title: Text::same("chặng"),
            time: OffsetDateTime::UNIX_EPOCH,
            place: None,
            area: None,
            altitude_m: None,
            point,
            party: None,
            party_gln: None,
            inputs: Vec::new(),
            outputs: Vec::new(),
            total_in: None,
            total_out: None,
            yield_percent: None,
            state: None,
            notes: Vec::new(),
            sensors: Vec::new(),
            temperatures: Vec::new(),
            is_judged: false,
            certificates: Vec::new(),
            documents: Vec::new(),
            recorded: None,
            names_goods: true,
            events: 1,
            event_ids: Vec::new(),
            voided: None,
            by: Attribution {
                name: Text::same("nguồn"),
                as_of: None,
                standing: Standing::Declared,
                sample: true,
            },
        }
    }

    /// The legs of a route as numbers of the timeline, and whether a sample went.
    fn check(steps: &[Step], expect: &[(usize, usize, bool)]) -> Route {
        let route = Route::of(steps);
        let legs: Vec<_> = route
            .legs
            .iter()
            .map(|leg| (leg.from + 1, leg.to + 1, leg.is_sample))
            .collect();
        assert_eq!(legs, expect);
        route
    }

    #[test]
    fn two_fields_lead_to_one_workshop_and_a_sample_to_the_laboratory() {
        let route = check(
            &[
                step(Process::Harvest, Some(FIELD)),
                step(Process::Harvest, Some(OTHER_FIELD)),
                step(Process::Make, Some(WORKSHOP)),
                step(Process::Make, Some(WORKSHOP)),
                step(Process::Test, Some(LABORATORY)),
                step(Process::Pack, Some(WORKSHOP)),
                step(Process::Display, Some(FAIR)),
            ],
            &[(1, 3, false), (2, 3, false), (4, 5, true), (6, 7, false)],
        );
        let to_workshop = kilometres(FIELD, WORKSHOP).max(kilometres(OTHER_FIELD, WORKSHOP));
        let whole = to_workshop + kilometres(WORKSHOP, FAIR);
        assert!((route.km - whole).abs() < 1e-9, "{} {whole}", route.km);
    }

    #[test]
    fn stops_without_a_place_on_earth_are_listed_and_left_out_of_the_way() {
        let route = check(
            &[
                step(Process::Harvest, None),
                step(Process::Make, Some((f64::NAN, 103.0))),
                step(Process::Make, Some((91.0, 0.0))),
                step(Process::Pack, Some(WORKSHOP)),
                Step {
                    voided: Some(Text::same("sai")),
                    ..step(Process::Ship, Some(LABORATORY))
                },
                step(Process::Display, Some(FAIR)),
            ],
            &[(4, 6, false)],
        );
        let numbers: Vec<usize> = route.stops.iter().map(|stop| stop.number).collect();
        assert_eq!(numbers, [1, 2, 3, 4, 5, 6]);
        check(&[], &[]);
        assert_eq!(Route::of(&[step(Process::Sell, Some(FAIR))]).km, 0.0);
    }
}
