//! What the program carries of the map's data is what the data makes. `REWRITE=1` writes it anew.

#![allow(clippy::unwrap_used)]

use serde_json::Value;
use std::fmt::Write;

/// A point in thousandths of a degree of latitude, from the corner of the chart.
type Point = (f64, f64);

/// So close to the country's border a corner of the province counts as lying on it: 5 km.
const NEAR: f64 = 45.0;

/// So far such a corner is moved outwards: 9 km, more than the two outlines differ.
const OUTWARDS: f64 = 80.0;

/// The middle of the province, away from which its outer corners are moved.
const MIDDLE: (f64, f64) = (103.2, 22.3);

#[test]
fn the_outlines_of_the_program_are_those_of_the_data() {
    let country = rings(&read("vietnam.geojson")["features"][0]["geometry"]["coordinates"]);
    let province = rings(&read("lai-chau.geojson")["geometry"]["coordinates"]);
    let border = country.iter().max_by_key(|ring| ring.len()).unwrap();
    let middle = project(MIDDLE);
    let moved: Vec<Point> = province[0]
        .iter()
        .map(|corner| moved(*corner, border, middle))
        .collect();
    check("vietnam.path", &path(&country));
    check("lai-chau.path", &path(&[moved]));
}

#[test]
fn the_communes_of_the_program_are_those_of_the_data() {
    let data = read("lai-chau-communes.json");
    let mut lines = String::new();
    for commune in data["communes"].as_array().unwrap() {
        let at = |name: &str| commune[name].as_f64().unwrap();
        let (x, y) = project((at("lon"), at("lat")));
        let name = commune["name"].as_str().unwrap();
        writeln!(lines, "{name};{x:.0};{y:.0}").unwrap();
    }
    check("communes.txt", &lines);
}

fn check(name: &str, made: &str) {
    let file = format!("{}/data/geo/chart/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("REWRITE").is_some() {
        std::fs::write(&file, made).unwrap();
    }
    let carried = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        carried == made,
        "{name} is out of date: REWRITE=1 cargo test --test outlines"
    );
}

fn read(name: &str) -> Value {
    let file = format!("{}/data/geo/{name}", env!("CARGO_MANIFEST_DIR"));
    let value: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    value
        .get("features")
        .filter(|features| features.as_array().is_some_and(|features| features.len() == 1))
        .map_or(value.clone(), |features| features[0].clone())
}

/// The outer rings of a polygon or of several, without the closing corner.
fn rings(coordinates: &Value) -> Vec<Vec<Point>> {
    let list = coordinates.as_array().unwrap();
    if list[0][0][0].is_number() {
        return list.iter().map(ring).collect();
    }
    list.iter().flat_map(rings).collect()
}

fn ring(corners: &Value) -> Vec<Point> {
    let corners = corners.as_array().unwrap();
    let at = |corner: &Value, index: usize| corner[index].as_f64().unwrap();
    let mut ring: Vec<Point> = corners
        .iter()
        .map(|corner| project((at(corner, 0), at(corner, 1))))
        .collect();
    ring.pop();
    ring
}

fn project((longitude, latitude): (f64, f64)) -> Point {
    let width = 16.0_f64.to_radians().cos();
    ((longitude - 101.0) * width * 1000.0, (24.5 - latitude) * 1000.0)
}

/// A corner of the province; one on the country's border is moved outwards.
fn moved(corner: Point, border: &[Point], middle: Point) -> Point {
    let next = border.iter().cycle().skip(1);
    let nearest = border
        .iter()
        .zip(next)
        .map(|(from, to)| distance(corner, *from, *to))
        .fold(f64::INFINITY, f64::min);
    if nearest > NEAR {
        return corner;
    }
    let (x, y) = (corner.0 - middle.0, corner.1 - middle.1);
    let length = x.hypot(y);
    (corner.0 + x / length * OUTWARDS, corner.1 + y / length * OUTWARDS)
}

/// From a point to a line between two others.
fn distance(point: Point, from: Point, to: Point) -> f64 {
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    let along = ((point.0 - from.0) * x + (point.1 - from.1) * y) / (x * x + y * y).max(f64::MIN_POSITIVE);
    let along = along.clamp(0.0, 1.0);
    (point.0 - from.0 - along * x).hypot(point.1 - from.1 - along * y)
}

/// Rings as SVG path data in whole units: each begins where it is, and goes on in steps.
fn path(rings: &[Vec<Point>]) -> String {
    let mut path = String::new();
    for ring in rings {
        let corners: Vec<(i32, i32)> = ring
            .iter()
            .map(|(x, y)| (x.round() as i32, y.round() as i32))
            .collect();
        let (x, y) = corners[0];
        write!(path, "M{x},{y}l").unwrap();
        let steps = corners
            .windows(2)
            .map(|pair| format!("{},{}", pair[1].0 - pair[0].0, pair[1].1 - pair[0].1));
        path.push_str(&steps.collect::<Vec<_>>().join(" "));
        path.push('z');
    }
    path
}
