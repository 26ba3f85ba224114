//! Drawn symbols, made worse step by step: so many are read at least, and none is misread.
#![allow(clippy::unwrap_used)]

#[allow(dead_code)]
mod drawn;

use cho_phien::scan::{Live, photo};

/// The least number of reads of the eight formats that are drawn, for each factor and level.
const FLOORS: [(&str, usize); 21] = [
    ("angle in degrees = 0", 8),
    ("angle in degrees = 10", 8),
    ("angle in degrees = 20", 8),
    ("angle in degrees = 30", 8),
    ("angle in degrees = 45", 8),
    ("angle in degrees = 60", 8),
    ("angle in degrees = 80", 8),
    ("module in pixels = 2.2", 8),
    ("module in pixels = 1.8", 8),
    ("module in pixels = 1.5", 8),
    ("module in pixels = 1.2", 8),
    ("blur in modules = 0.4", 8),
    ("blur in modules = 0.55", 6),
    ("blur in modules = 0.7", 5),
    ("contrast in levels = 60", 8),
    ("contrast in levels = 40", 8),
    ("contrast in levels = 25", 8),
    ("contrast in levels = 15", 7),
    ("noise in levels = 12", 8),
    ("noise in levels = 25", 8),
    ("noise in levels = 40", 7),
];

#[test]
fn symbols_are_read_down_to_the_floor_of_each_level_and_never_misread() {
    let mut read = std::collections::BTreeMap::<String, usize>::new();
    for drawn in drawn::ladders(7) {
        let picture = &drawn.picture;
        let symbols = photo::read(&picture.luma, picture.width as u32, picture.height as u32);
        for symbol in &symbols {
            assert_eq!(symbol.text, drawn.text, "{} {}", drawn.format, drawn.folder);
        }
        *read.entry(drawn.folder).or_default() += symbols.len().min(1);
    }
    assert_eq!(read.len(), FLOORS.len(), "{read:?}");
    let missed: Vec<_> = FLOORS
        .iter()
        .filter(|(folder, floor)| read.get(*folder).is_none_or(|reads| reads < floor))
        .collect();
    assert!(missed.is_empty(), "{missed:?} {read:?}");
}

#[test]
fn frames_without_a_symbol_show_none() {
    for seed in 0..2 {
        let picture = drawn::empty(1280, 720, seed);
        let mut live = Live::new();
        for _ in 0..8 {
            assert_eq!(live.look(&picture.luma, 1280, 720, None), []);
        }
    }
}
