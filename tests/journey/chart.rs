//! The map: places where they should be, archipelagos in every view, and no journey that it cannot bear.

use super::market::{Market, identity, today};
use cho_phien::journey::chart::{COUNTRY, Frame, HOANG_SA, PROVINCE, Spot, TRUONG_SA, View};
use cho_phien::journey::label::{Kind, Label};
use cho_phien::journey::route::{Leg, Point, Route, Stop};
use cho_phien::journey::scene::{scene, spots, whole_route};
use cho_phien::journey::tell;
use cho_phien::words::{Lang, Text};
use proptest::prelude::*;

/// Phones, with usual and with large letters; a tablet; a wide screen.
const FRAMES: [Frame; 4] = [frame(328.0), frame(232.0), frame(700.0), frame(430.0)];

const fn frame(width: f64) -> Frame {
    Frame { width, height: 352.0 }
}

fn route(points: &[Point]) -> Route {
    let stops = points.iter().enumerate().map(|(index, point)| Stop {
        number: index + 1,
        title: Text::same("chặng"),
        point: Some(*point),
        ..Stop::default()
    });
    let legs = (1..points.len()).map(|to| Leg {
        from: to - 1,
        to,
        km: 1.0,
        is_sample: false,
    });
    Route {
        stops: stops.collect(),
        legs: legs.collect(),
        km: 0.0,
    }
}

/// The corners of an outline, in units of the chart.
fn corners(path: &str) -> Vec<(f64, f64)> {
    let mut corners = Vec::new();
    for ring in path.split_terminator('z') {
        let (start, steps) = ring.strip_prefix('M').unwrap().split_once('l').unwrap();
        let pair = |text: &str| {
            let (x, y) = text.split_once(',').unwrap();
            (x.parse::<f64>().unwrap() * 10.0, y.parse::<f64>().unwrap() * 10.0)
        };
        let mut at = pair(start);
        corners.push(at);
        for step in steps.split(' ') {
            let step = pair(step);
            at = (at.0 + step.0, at.1 + step.1);
            corners.push(at);
        }
    }
    corners
}

#[test]
fn known_places_lie_where_the_outlines_say() {
    let country = corners(COUNTRY);
    let nearest = |point: Point| {
        let spot = Spot::of(point).unwrap();
        let ways = country.iter().map(|(x, y)| (x - spot.x).hypot(y - spot.y));
        ways.fold(f64::INFINITY, f64::min)
    };
    // The tip of Cà Mau, Móng Cái on the border, and Vũng Tàu on the coast are within 15 km of a corner; Hà Nội is not.
    for (point, is_near) in [
        ((8.62, 104.72), true),
        ((21.53, 107.97), true),
        ((10.34, 107.07), true),
        ((21.03, 105.85), false),
    ] {
        assert_eq!(nearest(point) < 1350.0, is_near, "{point:?}: {}", nearest(point));
    }
    let inside = |point: Point, ring: &[(f64, f64)]| {
        let spot = Spot::of(point).unwrap();
        let edges = ring.iter().zip(ring.iter().cycle().skip(1));
        let crossed = edges.filter(|((x, y), (u, v))| {
            (*y > spot.y) != (*v > spot.y) && spot.x < (u - x) * (spot.y - y) / (v - y) + x
        });
        crossed.count() % 2 == 1
    };
    let province = corners(PROVINCE);
    assert!(inside((22.386, 103.47), &province), "the fair is in Lai Châu");
    assert!(!inside((21.03, 105.85), &province), "Hà Nội is not");
}

#[test]
fn a_degree_is_as_long_on_the_chart_as_on_the_ground() {
    let spot = |point| Spot::of(point).unwrap();
    let (a, b) = (spot((22.386, 103.47)), spot((21.029, 105.854)));
    let km = (a.x - b.x).hypot(a.y - b.y) * cho_phien::journey::chart::KM_PER_UNIT;
    assert!(
        (285.0..300.0).contains(&km),
        "the fair to Hà Nội: {km} km, true 288"
    );
}

#[test]
fn what_is_off_the_sheet_has_no_spot() {
    for point in [
        (48.85, 2.35),
        (0.0, 0.0),
        (f64::NAN, 103.0),
        (f64::INFINITY, 1.0),
        (-91.0, 500.0),
    ] {
        assert_eq!(Spot::of(point), None, "{point:?}");
    }
    for point in HOANG_SA.iter().chain(&TRUONG_SA) {
        assert!(Spot::of(*point).is_some(), "{point:?}");
    }
}

/// Both archipelagos with all their islands and their whole names are in the frame, in both languages.
fn check_islands(route: &Route, view: View, frame: Frame) {
    for lang in [Lang::Vi, Lang::En] {
        let drawn = scene(route, view, frame, lang);
        assert_eq!(drawn.islands.len(), 20, "{frame:?}");
        let names: Vec<&Label> = drawn
            .labels
            .iter()
            .filter(|label| label.kind == Kind::Islands)
            .collect();
        let texts: Vec<&str> = names.iter().map(|label| label.text.as_str()).collect();
        assert_eq!(texts, lang.chart().islands);
        assert!(texts[0].contains("Hoàng Sa") && texts[1].contains("Trường Sa"));
        assert!(names.iter().all(|label| label.area.fits(frame)), "{names:#?}");
    }
}

#[test]
fn the_whole_country_has_both_archipelagos_with_their_names() {
    // The small map, which stands beside every view, is this view in a frame of its own; it writes the names itself.
    for frame in FRAMES {
        check_islands(&Route::default(), View::country(frame), frame);
        check_islands(&route(&[(22.386, 103.47)]), View::country(frame), frame);
        check_islands(&Route::default(), whole_route(&Route::default(), frame), frame);
    }
    let inset = Frame {
        width: 160.0,
        height: 186.0,
    };
    let drawn = scene(&Route::default(), View::country(inset), inset, Lang::Vi);
    assert_eq!(drawn.islands.len(), 20);
}

#[test]
fn stops_are_numbered_as_in_the_timeline_in_all_sample_journeys() {
    let market = Market::read();
    for row in &market.journeys() {
        let journey = tell(
            &identity(row["digitalLink"].as_str().unwrap()),
            market.findings(row),
            today(),
        );
        let route = Route::of(&journey.steps);
        for (index, (stop, step)) in route.stops.iter().zip(&journey.steps).enumerate() {
            assert_eq!((stop.number, &stop.title), (index + 1, &step.title));
            assert_eq!(stop.point, step.point.filter(|_| step.voided.is_none()));
        }
        assert_eq!(route.stops.len(), journey.steps.len());
        for frame in FRAMES {
            let drawn = scene(&route, whole_route(&route, frame), frame, Lang::Vi);
            let mut shown: Vec<usize> = drawn.pins.iter().flat_map(|pin| pin.numbers.clone()).collect();
            shown.sort_unstable();
            let all: Vec<usize> = spots(&route).iter().map(|(number, _)| *number).collect();
            assert_eq!(shown, all, "{}", row["file"]);
        }
    }
}

#[test]
fn the_way_of_the_sample_tea_is_as_long_as_its_places_lie_apart() {
    let market = Market::read();
    let row = market.journey("S260918");
    let link = identity(row["digitalLink"].as_str().unwrap());
    let route = Route::of(&tell(&link, market.findings(&row), today()).steps);
    // Field to workshop 4.3 km, workshop to fair 11.9 km.
    assert!((15.0..18.0).contains(&route.km), "{}", route.km);
    let told = route.told(Lang::Vi);
    assert!(
        told.iter().any(|(_, text)| text.contains("cách chặng")),
        "{told:#?}"
    );
}

#[test]
fn names_lie_over_nothing() {
    let route = route(&[
        (22.377, 103.583),
        (22.393, 103.552),
        (22.416, 103.581),
        (22.386, 103.47),
    ]);
    for frame in FRAMES {
        for factor in [1.0, 0.5, 0.2, 0.05, 2.0] {
            let view = whole_route(&route, frame).zoomed(factor, frame);
            let drawn = scene(&route, view, frame, Lang::Vi);
            for (index, label) in drawn.labels.iter().enumerate() {
                assert!(label.area.fits(frame), "{label:?}");
                let others = drawn.labels[index + 1..].iter().map(|label| label.area);
                let pins = drawn.pins.iter().map(|pin| pin.area);
                let hit = others.chain(pins).find(|area| area.meets(&label.area));
                assert_eq!(hit, None, "{label:?} at {factor} in {frame:?}");
            }
        }
    }
}

#[test]
fn keys_zoom_move_and_go_back() {
    let frame = FRAMES[0];
    let home = whole_route(&route(&[(22.386, 103.47), (21.029, 105.854)]), frame);
    let press = |view: View, key: &str| view.pressed(key, home, frame).unwrap();
    assert!(press(home, "+").scale < home.scale);
    assert!(press(home, "-").scale > home.scale);
    assert!(press(home, "ArrowRight").middle.x > home.middle.x);
    assert!(press(home, "ArrowUp").middle.y < home.middle.y);
    assert_eq!(press(press(press(home, "+"), "ArrowLeft"), "0"), home);
    assert_eq!(home.pressed("Tab", home, frame), None);
}

#[test]
fn two_fingers_hold_what_is_between_them() {
    let frame = FRAMES[0];
    let home = whole_route(&route(&[(22.386, 103.47), (22.1, 103.2)]), frame);
    let spot = Spot::of((22.3, 103.4)).unwrap();
    let (x, y) = home.place(spot, frame);
    let fingers = |apart: f64| [(x - apart, y), (x + apart, y)];
    let closer = home.pinched(fingers(20.0), fingers(40.0), frame);
    assert!((closer.scale * 2.0 - home.scale).abs() < 1e-9);
    let (u, v) = closer.place(spot, frame);
    assert!((u - x).hypot(v - y) < 1e-6, "{u} {v}, before {x} {y}");
    assert_eq!(home.pinched(fingers(0.0), fingers(40.0), frame), home);
}

/// Any number that a document may hold.
fn coordinate() -> impl Strategy<Value = f64> {
    prop_oneof![
        5 => 5.0..25.0_f64,
        5 => 100.0..118.0_f64,
        2 => -400.0..400.0_f64,
        1 => any::<f64>(),
    ]
}

proptest! {
    #[test]
    fn no_journey_is_too_much_for_the_map(
        points in proptest::collection::vec((coordinate(), coordinate()), 0..40),
        keys in proptest::collection::vec(0..7_usize, 0..30),
        width in 40.0..1200.0_f64,
    ) {
        let frame = frame(width);
        let route = route(&points);
        let home = whole_route(&route, frame);
        let names = ["+", "-", "0", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];
        let mut view = home;
        for key in keys {
            view = view.pressed(names[key], home, frame).unwrap();
            let drawn = scene(&route, view, frame, Lang::Vi);
            prop_assert!(drawn.pins.iter().all(|pin| pin.area.left.is_finite()));
            prop_assert!(view.shown(frame)[2] > 0);
        }
        let on_sheet = spots(&route).len();
        let pinned: usize = scene(&route, home, frame, Lang::Vi)
            .pins
            .iter()
            .map(|pin| pin.numbers.len())
            .sum();
        prop_assert_eq!(pinned, on_sheet);
        for (number, text) in route.told(Lang::En) {
            prop_assert!(number > 0 && !text.is_empty());
        }
    }
}
