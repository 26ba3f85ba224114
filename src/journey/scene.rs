//! What the map draws of a view: line by line, name by name, each in its place in the frame.

use super::chart::{Frame, HOANG_SA, KM_PER_UNIT, Spot, TRUONG_SA, View, length};
use super::label::{Area, Kind, Label, Labels};
use super::pin::{Pin, pins};
use super::route::{Point, Route};
use crate::words::Lang;

/// The communes of Lai Châu: name and place in units of the outlines, one a line.
const COMMUNES: &str = include_str!("../../data/geo/chart/communes.txt");

/// Above so many units of the chart for one of the frame, no commune is named.
const COMMUNES_FROM: f64 = 75.0;

/// So many communes are named at most, the nearest to the stops.
const MOST_COMMUNES: usize = 16;

/// So many legs are drawn at most: more hide the map.
const MOST_LINES: usize = 200;

/// The capital, for those who look for their way.
const HANOI: Point = (21.03, 105.85);

/// Where the name of the sea may stand.
const SEA: Point = (13.2, 112.2);

/// The middle of Lai Châu, and half of how wide and high it is in degrees.
const LAI_CHAU: Point = (22.32, 103.15);

/// How wide the scale bar may be, in units of the frame.
const BAR: f64 = 84.0;

/// Half the length of an arrowhead, and how long a line must be to bear one, in units of the frame.
const HEAD: f64 = 6.0;
const SHORT: f64 = 56.0;

/// So many boxes stand for a line where names look for room, and so many lines are avoided.
const BOXES: u32 = 24;
const MOST_AVOIDED: usize = 20;

/// A dot in the frame.
pub type Dot = (f64, f64);

/// A leg as a line in the frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// Where it begins.
    pub from: Dot,
    /// Where it ends.
    pub to: Dot,
    /// Whether only a sample went this way.
    pub is_sample: bool,
}

impl Line {
    /// Small boxes along it, over which no name should lie.
    fn along(&self) -> impl Iterator<Item = Area> + use<> {
        let Line { from, to, .. } = *self;
        (0..=BOXES).map(move |index| {
            let share = f64::from(index) / f64::from(BOXES);
            let place = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
            Area::around(place, 8.0, 8.0)
        })
    }

    /// The corners of an arrowhead in its middle; `None` where the line is too short for one.
    pub fn head(&self) -> Option<[Dot; 3]> {
        let (right, down) = (self.to.0 - self.from.0, self.to.1 - self.from.1);
        let length = length(right, down);
        if self.is_sample || length < SHORT {
            return None;
        }
        let (x, y) = ((self.from.0 + self.to.0) / 2.0, (self.from.1 + self.to.1) / 2.0);
        let (along, across) = (right / length * HEAD, down / length * HEAD);
        Some([
            (x + along, y + across),
            (x - along - across, y - across + along),
            (x - along + across, y - across - along),
        ])
    }
}

/// All that lies over the outlines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// The legs.
    pub lines: Vec<Line>,
    /// The stops.
    pub pins: Vec<Pin>,
    /// The islands.
    pub islands: Vec<Dot>,
    /// The dots of towns.
    pub towns: Vec<Dot>,
    /// The names.
    pub labels: Vec<Label>,
    /// The length of the scale bar in units of the frame, and in kilometres.
    pub bar: (f64, u32),
}

/// The spots of the stops that are on the sheet, each with its number.
pub fn spots(route: &Route) -> Vec<(usize, Spot)> {
    let stops = route.stops.iter();
    stops
        .filter_map(|stop| Some((stop.number, Spot::of(stop.point?)?)))
        .collect()
}

/// The view that shows the whole route.
pub fn whole_route(route: &Route, frame: Frame) -> View {
    let spots: Vec<Spot> = spots(route).into_iter().map(|(_, spot)| spot).collect();
    View::around(&spots, frame)
}

/// What is drawn of a route in a view.
pub fn scene(route: &Route, view: View, frame: Frame, lang: Lang) -> Scene {
    let stops: Vec<(usize, Dot)> = spots(route)
        .into_iter()
        .map(|(number, spot)| (number, view.place(spot, frame)))
        .collect();
    let pins = pins(&stops, frame);
    let bar = bar(view.scale);
    let mut labels = Labels::default();
    let (width, height) = (bar.0 + 12.0, 30.0);
    labels.taken.push(Area {
        left: 0.0,
        top: frame.height - height,
        width,
        height,
    });
    labels.taken.extend(pins.iter().map(|pin| pin.area));
    let lines = lines(route, view, frame);
    labels
        .taken
        .extend(lines.iter().take(MOST_AVOIDED).flat_map(Line::along));
    let mut scene = Scene {
        lines,
        bar,
        ..Scene::default()
    };
    scene.name_islands(&mut labels, view, frame, lang);
    scene.name_towns(&mut labels, view, frame);
    name_lands(&mut labels, view, frame, lang);
    if view.scale < COMMUNES_FROM {
        name_communes(&mut labels, &pins, view, frame);
    }
    Scene {
        pins,
        labels: labels.placed,
        ..scene
    }
}

impl Scene {
    /// Both archipelagos: dots, and a name wherever one of them is in the frame.
    fn name_islands(&mut self, labels: &mut Labels, view: View, frame: Frame, lang: Lang) {
        let [hoang_sa, truong_sa] = lang.chart().islands;
        for (islands, name) in [(&HOANG_SA[..], hoang_sa), (&TRUONG_SA[..], truong_sa)] {
            let dots: Vec<Dot> = islands
                .iter()
                .filter_map(|point| seen(*point, view, frame))
                .collect();
            if let Some(around) = around(&dots) {
                labels.taken.push(around);
                labels.put(name, Kind::Islands, around, frame);
            }
            self.islands.extend(dots);
        }
    }

    fn name_towns(&mut self, labels: &mut Labels, view: View, frame: Frame) {
        if let Some(dot) = seen(HANOI, view, frame) {
            let around = Area::around(dot, 8.0, 8.0);
            if labels.put("Hà Nội", Kind::Town, around, frame) {
                labels.taken.push(around);
                self.towns.push(dot);
            }
        }
    }
}

/// Names the province, and the sea.
fn name_lands(labels: &mut Labels, view: View, frame: Frame, lang: Lang) {
    let names = [
        (LAI_CHAU, "Lai Châu", Kind::Province, 7_000.0),
        (SEA, lang.chart().sea, Kind::Sea, 0.0),
    ];
    for (point, name, kind, half) in names {
        if let Some(dot) = seen(point, view, frame) {
            let around = Area::around(dot, half / view.scale, half / view.scale);
            labels.put(name, kind, around, frame);
        }
    }
}

/// Names communes that find room, the nearest to a stop first.
fn name_communes(labels: &mut Labels, pins: &[Pin], view: View, frame: Frame) {
    let middle = (frame.width / 2.0, frame.height / 2.0);
    let near = |dot: Dot| {
        let pins = pins.iter().map(|pin| pin.area.middle());
        let ways = pins.map(|pin| length(pin.0 - dot.0, pin.1 - dot.1));
        ways.fold(length(middle.0 - dot.0, middle.1 - dot.1) + frame.width, f64::min)
    };
    let mut communes: Vec<(&str, Dot, f64)> = COMMUNES
        .lines()
        .filter_map(commune)
        .map(|(name, spot)| (name, view.place(spot, frame)))
        .map(|(name, dot)| (name, dot, near(dot)))
        .collect();
    let mut named = 0;
    while named < MOST_COMMUNES {
        let nearest = communes
            .iter()
            .enumerate()
            .min_by(|(_, one), (_, other)| one.2.total_cmp(&other.2));
        let Some((index, _)) = nearest else {
            break;
        };
        let (name, dot, _) = communes.swap_remove(index); // OK because the index was just counted.
        let is_put = labels.put(name, Kind::Commune, Area::around(dot, 0.0, 0.0), frame);
        named += usize::from(is_put);
    }
}

/// Name and place of a commune.
fn commune(line: &str) -> Option<(&str, Spot)> {
    let (name, place) = line.split_once(';')?;
    let (x, y) = place.split_once(';')?;
    let unit = |text: &str| text.parse::<i32>().ok().map(|unit| f64::from(unit) * 10.0);
    Some((
        name,
        Spot {
            x: unit(x)?,
            y: unit(y)?,
        },
    ))
}

/// The legs that are on the sheet, each once.
fn lines(route: &Route, view: View, frame: Frame) -> Vec<Line> {
    let place = |stop: usize| Some(view.place(Spot::of(route.stops.get(stop)?.point?)?, frame));
    let mut lines: Vec<Line> = Vec::new();
    for leg in route.legs.iter() {
        let (Some(from), Some(to)) = (place(leg.from), place(leg.to)) else {
            continue;
        };
        let line = Line {
            from,
            to,
            is_sample: leg.is_sample,
        };
        if lines.len() < MOST_LINES && !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// Where a point lies in the frame, if it is in view.
fn seen(point: Point, view: View, frame: Frame) -> Option<Dot> {
    let dot = view.place(Spot::of(point)?, frame);
    let is_in = (2.0..=frame.width - 2.0).contains(&dot.0) && (2.0..=frame.height - 2.0).contains(&dot.1);
    is_in.then_some(dot)
}

/// The box around dots.
fn around(dots: &[Dot]) -> Option<Area> {
    let (first, rest) = dots.split_first()?;
    let (mut low, mut high) = (*first, *first);
    for dot in rest {
        low = (low.0.min(dot.0), low.1.min(dot.1));
        high = (high.0.max(dot.0), high.1.max(dot.1));
    }
    Some(Area {
        left: low.0 - 3.0,
        top: low.1 - 3.0,
        width: high.0 - low.0 + 6.0,
        height: high.1 - low.1 + 6.0,
    })
}

/// The longest round distance that fits the scale bar: its length, and its kilometres.
fn bar(scale: f64) -> (f64, u32) {
    let per_km = 1.0 / (scale * KM_PER_UNIT);
    let rounds = [500, 200, 100, 50, 20, 10, 5, 2, 1];
    let km = rounds
        .into_iter()
        .find(|km| f64::from(*km) * per_km <= BAR)
        .unwrap_or(1);
    (f64::from(km) * per_km, km)
}
