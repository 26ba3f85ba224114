//! Names on the map that do not lie over each other.

use super::chart::Frame;

/// A box in the frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl Area {
    /// The box of this size around a place.
    pub fn around((x, y): (f64, f64), width: f64, height: f64) -> Area {
        Area {
            left: x - width / 2.0,
            top: y - height / 2.0,
            width,
            height,
        }
    }

    /// Whether two boxes have room in common.
    pub fn meets(&self, other: &Area) -> bool {
        self.left < other.left + other.width
            && other.left < self.left + self.width
            && self.top < other.top + other.height
            && other.top < self.top + self.height
    }

    /// Whether it lies in the frame as a whole.
    pub fn fits(&self, frame: Frame) -> bool {
        self.left >= 0.0
            && self.top >= 0.0
            && self.left + self.width <= frame.width
            && self.top + self.height <= frame.height
    }

    /// The middle of it.
    pub fn middle(&self) -> (f64, f64) {
        (self.left + self.width / 2.0, self.top + self.height / 2.0)
    }

    /// The box moved into the frame.
    pub fn into_frame(self, frame: Frame) -> Area {
        let within = |low: f64, side: f64, whole: f64| low.min(whole - side).max(0.0);
        Area {
            left: within(self.left, self.width, frame.width),
            top: within(self.top, self.height, frame.height),
            ..self
        }
    }
}

/// What kind of thing a name belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An archipelago: its name always stands.
    Islands,
    /// A province.
    Province,
    /// A town, beside its dot.
    Town,
    /// A commune.
    Commune,
    /// A sea.
    Sea,
}

/// A name in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The name.
    pub text: String,
    /// What it names.
    pub kind: Kind,
    /// The room it takes.
    pub area: Area,
}

/// Names and what they must not lie over.
#[derive(Clone, Debug, Default)]
pub struct Labels {
    /// The names that found a place.
    pub placed: Vec<Label>,
    /// What is drawn already.
    pub taken: Vec<Area>,
}

/// The size of the letters, in units of the frame.
pub const LETTERS: f64 = 14.0;

impl Labels {
    /// Puts a name beside the box of what it names, where there is room; one of islands stands in any case. Whether it was put.
    pub fn put(&mut self, text: &str, kind: Kind, named: Area, frame: Frame) -> bool {
        let (width, height) = (width(text), LETTERS + 4.0);
        let (x, y) = named.middle();
        let (right, down) = (
            (named.width + width) / 2.0 + 2.0,
            (named.height + height) / 2.0 + 1.0,
        );
        let beside = [(0.0, down), (0.0, -down), (right, 0.0), (-right, 0.0)];
        let over = [(0.0, 0.0), (0.0, down), (0.0, -down), (right, 0.0)];
        let places = match kind {
            Kind::Islands | Kind::Town => beside,
            Kind::Province | Kind::Commune | Kind::Sea => over,
        };
        let must = kind == Kind::Islands;
        let areas = places.map(|(right, down)| {
            let area = Area::around((x + right, y + down), width, height);
            if must { area.into_frame(frame) } else { area }
        });
        let is_free = |area: &&Area| area.fits(frame) && !self.taken.iter().any(|taken| taken.meets(area));
        let free = areas.iter().find(is_free).copied();
        let Some(area) = free.or(must.then_some(areas[0])) else {
            return false;
        };
        self.taken.push(area);
        let text = text.to_owned();
        self.placed.push(Label { text, kind, area });
        true
    }
}

/// How wide a name is at most, in units of the frame: no letter of the typeface is wider on average.
fn width(text: &str) -> f64 {
    let letters = text.chars().count() as f64;
    letters * LETTERS * 0.58 + 4.0
}
