//! The map: where a point lies on it, and what part of it is in view.
//!
//! The projection is equidistant and keeps true widths at 16° N; in Lai Châu it is wider than true by 4 %.

use super::route::Point;

/// The outline of the country as SVG path data, in [`PER_PATH_UNIT`] (data/geo/README.md).
pub const COUNTRY: &str = include_str!("../../data/geo/chart/vietnam.path");

/// The outline of Lai Châu, to be drawn inside the country's only.
pub const PROVINCE: &str = include_str!("../../data/geo/chart/lai-chau.path");

/// So many units of the chart are one of the outlines.
pub const PER_PATH_UNIT: f64 = 10.0;

/// The islands of Hoàng Sa that are drawn.
pub const HOANG_SA: [Point; 8] = [
    (16.53, 111.62),
    (16.45, 111.73),
    (16.05, 111.69),
    (16.83, 112.33),
    (16.97, 112.34),
    (15.78, 111.2),
    (16.66, 112.73),
    (16.57, 111.5),
];

/// The islands of Trường Sa that are drawn.
pub const TRUONG_SA: [Point; 12] = [
    (8.64, 111.92),
    (10.18, 114.48),
    (10.37, 114.33),
    (9.88, 114.33),
    (9.55, 113.84),
    (8.86, 112.92),
    (10.73, 115.8),
    (10.38, 114.36),
    (7.37, 113.83),
    (10.92, 114.08),
    (9.9, 115.53),
    (8.1, 111.67),
];

/// The kilometres of one unit, from north to south.
pub const KM_PER_UNIT: f64 = 0.011_119_5;

/// The corner of the chart: latitude and longitude.
const CORNER: Point = (24.5, 101.0);

/// How wide a degree is at 16° N, in units; it is 10,000 units high.
const DEGREE: f64 = 9_612.617;

/// What the chart shows at most, with both archipelagos and room for their names: left, top, right and bottom in units.
const SHEET: [f64; 4] = [2_000.0, 5_000.0, 156_000.0, 183_000.0];

/// The closest look, in units for each unit of the frame: about 11 km across a phone.
const CLOSEST: f64 = 3.0;

/// The closest look that a route is shown in by itself.
const CLOSEST_ROUTE: f64 = 5.0;

/// So wide a margin stays around a route, in units of the frame.
const MARGIN: f64 = 36.0;

/// A place on the chart in units, a ten-thousandth of a degree of latitude each: 11 m.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// To the east.
    pub x: f64,
    /// To the south.
    pub y: f64,
}

impl Spot {
    /// Where a point lies; `None` for one that is off the sheet.
    pub fn of((latitude, longitude): Point) -> Option<Spot> {
        let spot = Spot {
            x: (longitude - CORNER.1) * DEGREE,
            y: (CORNER.0 - latitude) * 10_000.0,
        };
        let [left, top, right, bottom] = SHEET;
        let is_on = (left..=right).contains(&spot.x) && (top..=bottom).contains(&spot.y);
        is_on.then_some(spot)
    }
}

/// What the map is drawn in: 16 units are the size of the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// The part of the chart that is in the frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// The middle of the frame.
    pub middle: Spot,
    /// So many units of the chart are one of the frame.
    pub scale: f64,
}

impl View {
    /// The whole country.
    pub fn country(frame: Frame) -> View {
        let [left, top, right, bottom] = SHEET;
        View {
            middle: Spot {
                x: (left + right) / 2.0,
                y: (top + bottom) / 2.0,
            },
            scale: ((right - left) / frame.width).max((bottom - top) / frame.height),
        }
    }

    /// All these spots with a margin; the whole country where there is none.
    pub fn around(spots: &[Spot], frame: Frame) -> View {
        let Some(first) = spots.first() else {
            return View::country(frame);
        };
        let (mut low, mut high) = (*first, *first);
        for spot in spots {
            low = Spot {
                x: low.x.min(spot.x),
                y: low.y.min(spot.y),
            };
            high = Spot {
                x: high.x.max(spot.x),
                y: high.y.max(spot.y),
            };
        }
        let room = |side: f64| (side - 2.0 * MARGIN).max(MARGIN);
        let scale = ((high.x - low.x) / room(frame.width)).max((high.y - low.y) / room(frame.height));
        View {
            middle: Spot {
                x: (low.x + high.x) / 2.0,
                y: (low.y + high.y) / 2.0,
            },
            scale: scale.max(CLOSEST_ROUTE),
        }
        .on_sheet(frame)
    }

    /// Closer by a factor above 1, or farther, about the middle.
    pub fn zoomed(self, factor: f64, frame: Frame) -> View {
        let scale = self.scale / factor;
        View { scale, ..self }.on_sheet(frame)
    }

    /// The look moved to the right and down, in units of the frame.
    pub fn moved(self, (right, down): (f64, f64), frame: Frame) -> View {
        let middle = Spot {
            x: self.middle.x + right * self.scale,
            y: self.middle.y + down * self.scale,
        };
        View { middle, ..self }.on_sheet(frame)
    }

    /// What two fingers make of it that went from one pair of places in the frame to another.
    pub fn pinched(self, from: [(f64, f64); 2], to: [(f64, f64); 2], frame: Frame) -> View {
        let apart = |[a, b]: [(f64, f64); 2]| length(a.0 - b.0, a.1 - b.1);
        let amid = |[a, b]: [(f64, f64); 2]| ((a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0);
        let (before, after) = (apart(from), apart(to));
        if before < 1.0 || after < 1.0 {
            return self;
        }
        let scale = between(self.scale * before / after, CLOSEST, View::country(frame).scale);
        let (old, new) = (amid(from), amid(to));
        let held = |middle: f64, old: f64, new: f64, side: f64| {
            middle + (old - side / 2.0) * self.scale - (new - side / 2.0) * scale
        };
        View {
            middle: Spot {
                x: held(self.middle.x, old.0, new.0, frame.width),
                y: held(self.middle.y, old.1, new.1, frame.height),
            },
            scale,
        }
        .on_sheet(frame)
    }

    /// What a key makes of it, by its name in the browser; `None` for a key that does nothing here.
    pub fn pressed(self, key: &str, home: View, frame: Frame) -> Option<View> {
        let step = (frame.width / 5.0, frame.height / 5.0);
        Some(match key {
            "+" | "=" => self.zoomed(ZOOM, frame),
            "-" | "_" => self.zoomed(1.0 / ZOOM, frame),
            "0" => home,
            "ArrowLeft" => self.moved((-step.0, 0.0), frame),
            "ArrowRight" => self.moved((step.0, 0.0), frame),
            "ArrowUp" => self.moved((0.0, -step.1), frame),
            "ArrowDown" => self.moved((0.0, step.1), frame),
            _ => return None,
        })
    }

    /// Where a spot lies in the frame.
    pub fn place(self, spot: Spot, frame: Frame) -> (f64, f64) {
        (
            (spot.x - self.middle.x) / self.scale + frame.width / 2.0,
            (spot.y - self.middle.y) / self.scale + frame.height / 2.0,
        )
    }

    /// Left, top, width and height of what is in view, in units of the chart.
    pub fn shown(self, frame: Frame) -> [i32; 4] {
        let (width, height) = (frame.width * self.scale, frame.height * self.scale);
        let (left, top) = (self.middle.x - width / 2.0, self.middle.y - height / 2.0);
        [left, top, width, height].map(|side| side.round() as i32) // OK because a float that does not fit is cut.
    }

    /// The same within the limits: not closer than the points are known, and never beside the sheet.
    fn on_sheet(self, frame: Frame) -> View {
        let whole = View::country(frame);
        let scale = between(self.scale, CLOSEST, whole.scale);
        let [left, top, right, bottom] = SHEET;
        let within = |middle: f64, low: f64, high: f64, side: f64| {
            let half = side * scale / 2.0;
            if half * 2.0 >= high - low {
                (low + high) / 2.0
            } else {
                between(middle, low + half, high - half)
            }
        };
        View {
            middle: Spot {
                x: within(self.middle.x, left, right, frame.width),
                y: within(self.middle.y, top, bottom, frame.height),
            },
            scale,
        }
    }
}

/// One press of a zoom button: so much closer.
pub const ZOOM: f64 = 1.6;

/// A number that is kept between two others. `f64::clamp` would bring the writing of such numbers into the program, for the
/// words of its panic.
fn between(number: f64, low: f64, high: f64) -> f64 {
    number.min(high).max(low)
}

/// How long a line is that goes so far to the right and down.
pub fn length(right: f64, down: f64) -> f64 {
    (right * right + down * down).sqrt()
}
