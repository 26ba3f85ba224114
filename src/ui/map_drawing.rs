//! Draws the map: the outlines, the names, the way with its pins, and the small map of the whole country.

use super::map::Of;
use crate::browser::pen::Pen;
use crate::journey::chart::{COUNTRY, Frame, PER_PATH_UNIT, PROVINCE, View};
use crate::journey::label::{Kind, LETTERS, Label};
use crate::journey::pin::{PIN, Pin};
use crate::journey::route::Route;
use crate::journey::scene::{Dot, Line, Scene, scene};
use crate::words::Lang;

/// The height of the map in sixteenths of the size of the text, as style/parts.css sets it.
pub const HEIGHT: f64 = 352.0;

/// Its width on a phone, for an element that has no size yet.
const PHONE: f64 = 328.0;

/// The frame of the small map of the whole country, and its height with the names under it.
const INSET: Frame = Frame {
    width: 160.0,
    height: 186.0,
};
const INSET_HEIGHT: i32 = 208;

/// Where the names of the archipelagos stand in the small map: the middle, and the baseline of the first line.
const INSET_NAMES: [(i32, i32); 2] = [(119, 101), (117, 190)];

/// The frame of the large map in an element of this size.
pub fn frame_of((width, height): (i32, i32)) -> Frame {
    let width = match height {
        1.. => f64::from(width) * HEIGHT / f64::from(height),
        _ => PHONE,
    };
    Frame {
        width,
        height: HEIGHT,
    }
}

/// Draws the large map anew: what the scene holds, over the part of the land that is in view.
pub fn draw(pen: &Pen, scene: Scene, view: View, frame: Frame, of: Of, lang: Lang) {
    pen.clear();
    let size = [frame.width.round() as i32, HEIGHT as i32];
    let map = picture(
        pen,
        "chart-map",
        [0, 0, size[0], size[1]],
        size,
        lang.chart().inset,
    );
    draw_land(&map, view.shown(frame), size);
    path(&map, "islands", &dots(&scene.islands));
    path(&map, "town", &dots(&scene.towns));
    for label in &scene.labels {
        draw_name(&map, label);
    }
    let (bar, foot) = (scene.bar.0.round() as i32, size[1] - 9);
    path(&map, "bar", &format!("M8,{}v6h{bar}v-6", foot - 6));
    write(&map, "bar", 9, foot - 9, &format!("{}\u{a0}km", scene.bar.1));
    for line in &scene.lines {
        draw_line(&map, line);
    }
    for pin in &scene.pins {
        draw_pin(&map, pin, of);
    }
}

/// Draws the whole country, small, with both archipelagos: beside every view. The answer is the frame round what the
/// large map shows, for [`part`] to set.
pub fn draw_country(pen: &Pen, lang: Lang) -> Pen {
    let (words, whole) = (lang.chart(), View::country(INSET));
    let size = [INSET.width as i32, INSET.height as i32];
    let map = [size[0], INSET_HEIGHT];
    let map = picture(pen, "chart-inset", [0, 0, map[0], map[1]], map, words.inset);
    let land = picture(&map, "chart-land", whole.shown(INSET), size, "");
    path(&scaled(&land), "country", COUNTRY);
    let islands = scene(&Route::default(), whole, INSET, lang).islands;
    path(&map, "islands", &dots(&islands));
    for (name, (x, y)) in words.islands.iter().zip(INSET_NAMES) {
        let (first, last) = halves(name);
        write(&map, "name", x, y, first);
        write(&map, "name", x, y + 14, last.trim());
    }
    path(&map, "part", "")
}

/// The path of a frame round a part of the country, in the small map.
pub fn part(view: View, frame: Frame) -> String {
    let whole = View::country(INSET);
    let (shown, seen) = (whole.shown(INSET), view.shown(frame));
    let place = |index: usize| (f64::from(seen[index] - shown[index]) / whole.scale).round() as i32; // OK because both have four.
    let side = |side: i32| (f64::from(side) / whole.scale).round().max(5.0) as i32;
    let (width, height) = (side(seen[2]), side(seen[3]));
    format!("M{},{}h{width}v{height}h-{width}z", place(0), place(1))
}

/// A picture with this part of its own units in view; one without a label is a part of another.
fn picture(pen: &Pen, class: &str, shown: [i32; 4], size: [i32; 2], label: &str) -> Pen {
    let [left, top, width, height] = shown;
    let picture = pen.draw(
        "svg",
        &[
            ("class", class),
            ("viewBox", &format!("{left} {top} {width} {height}")),
            ("width", &size[0].to_string()),
            ("height", &size[1].to_string()),
            ("preserveAspectRatio", "none"),
        ],
    );
    match label {
        "" => picture.set("role", "presentation"),
        label => {
            picture.set("role", "img");
            picture.set("aria-label", label);
        }
    }
    picture
}

/// A line or a shape. A dot is a line of no length with a round end.
fn path(pen: &Pen, class: &str, d: &str) -> Pen {
    pen.draw("path", &[("class", class), ("d", d)])
}

fn write(pen: &Pen, class: &str, x: i32, y: i32, text: &str) {
    let (x, y) = (x.to_string(), y.to_string());
    pen.draw("text", &[("class", class), ("x", &x), ("y", &y)])
        .write(text);
}

/// A group in units of the outlines.
fn scaled(pen: &Pen) -> Pen {
    pen.draw("g", &[("transform", &format!("scale({})", PER_PATH_UNIT as i32))])
}

/// The outlines. The province is drawn inside the country only, so that the border is the country's own.
fn draw_land(pen: &Pen, shown: [i32; 4], size: [i32; 2]) {
    let land = scaled(&picture(pen, "chart-land", shown, size, ""));
    path(&land.draw("clipPath", &[("id", "chart-country")]), "", COUNTRY);
    path(&land, "country", COUNTRY);
    let inside = land.draw("g", &[("clip-path", "url(#chart-country)")]);
    path(&inside, "province", PROVINCE);
    path(&land, "border", COUNTRY);
}

/// Dots as lines of no length: their style makes them round.
fn dots(dots: &[Dot]) -> String {
    let dots = dots
        .iter()
        .map(|(x, y)| format!("M{},{}h0", x.round() as i32, y.round() as i32));
    dots.collect()
}

fn draw_name(pen: &Pen, label: &Label) {
    let class = match label.kind {
        Kind::Islands => "name islands",
        Kind::Province => "name province",
        Kind::Town => "name town",
        Kind::Commune => "name commune",
        Kind::Sea => "name sea",
    };
    let x = label.area.middle().0.round() as i32;
    let y = (label.area.top + LETTERS).round() as i32;
    write(pen, class, x, y, &label.text);
}

/// A leg with an arrowhead in its middle, where there is room for one.
fn draw_line(pen: &Pen, line: &Line) {
    let through = |dots: &[Dot]| {
        let mut path = String::new();
        for (x, y) in dots {
            let letter = if path.is_empty() { 'M' } else { 'L' };
            path.push_str(&format!("{letter}{},{}", x.round() as i32, y.round() as i32));
        }
        path
    };
    let way = through(&[line.from, line.to]);
    path(pen, "casing", &way);
    path(pen, if line.is_sample { "leg sample" } else { "leg" }, &way);
    if let Some(corners) = line.head() {
        path(pen, "head", &(through(&corners) + "z"));
    }
}

/// A pin: a thick line with round ends on its edge, and its numbers; for a place, a hole.
fn draw_pin(pen: &Pen, pin: &Pin, of: Of) {
    let (x, y) = pin.area.middle();
    let (x, y) = (x.round() as i32, y.round() as i32);
    let width = (pin.area.width - PIN).max(0.0).round() as i32;
    let stroke = format!("M{},{y}h{width}", x - width / 2);
    path(pen, "pin-edge", &stroke);
    path(pen, "pin", &stroke);
    match of {
        Of::Journey => write(pen, "pin", x, y + 5, &pin.text),
        Of::Place => {
            path(pen, "hole", &format!("M{x},{y}h0"));
        }
    }
}

/// A name in two lines that are about as long.
fn halves(name: &'static str) -> (&'static str, &'static str) {
    let middle = name.len() / 2;
    let spaces = name.match_indices(' ').map(|(index, _)| index);
    let nearest = spaces.min_by_key(|index| index.abs_diff(middle));
    nearest.map_or((name, ""), |index| name.split_at(index))
}
