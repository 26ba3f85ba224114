//! How far two points lie apart in a straight line.

/// The mean radius of the earth in kilometres (IUGG).
const EARTH_KM: f64 = 6_371.0;

/// The distance of two points along a great circle, in kilometres; points are latitude and longitude in degrees.
pub fn kilometres(from: (f64, f64), to: (f64, f64)) -> f64 {
    let (from_lat, to_lat) = (from.0.to_radians(), to.0.to_radians());
    let half = |difference: f64| (difference.to_radians() / 2.0).sin().powi(2);
    let chord = half(to.0 - from.0) + from_lat.cos() * to_lat.cos() * half(to.1 - from.1);
    2.0 * EARTH_KM * chord.clamp(0.0, 1.0).sqrt().asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_those_of_the_map() {
        let (fair, hanoi) = ((22.386, 103.470), (21.028, 105.854));
        for (from, to, low, high) in [
            (fair, fair, 0.0, 0.001),
            (fair, hanoi, 285.0, 292.0),
            ((0.0, 0.0), (0.0, 180.0), 20_014.0, 20_016.0),
            ((90.0, 0.0), (-90.0, 77.0), 20_014.0, 20_016.0),
        ] {
            let found = kilometres(from, to);
            assert!((low..=high).contains(&found), "{from:?} {to:?}: {found}");
        }
    }
}
