//! Drawn symbols, made worse step by step: so many are read at least, and none is misread.
#![allow(clippy::unwrap_used)]

#[allow(dead_code)]
mod drawn;

use cho_phien::scan::{Live, photo};

/// The least number of reads of the six linear formats that are drawn, for each factor and level.
const FLOORS: [(&str, &[usize]); 5] = [
    ("angle in degrees", &[6, 6, 6, 6, 6, 6, 6]),
    ("module in pixels", &[6, 5, 5, 2]),
    ("blur in modules", &[6, 5, 1]),
    ("contrast in levels", &[6, 6, 5, 3]),
    ("noise in levels", &[6, 5, 4]),
];

#[test]
fn linear_symbols_are_read_down_to_the_floor_and_never_misread() {
    let mut read = std::collections::BTreeMap::<String, usize>::new();
    for drawn in drawn::ladders(7).filter(|drawn| !matches!(drawn.format, "QR" | "DataMatrix")) {
        let picture = &drawn.picture;
        let symbols = photo::read(&picture.luma, picture.width as u32, picture.height as u32);
        for symbol in &symbols {
            assert_eq!(symbol.text, drawn.text, "{} {}", drawn.format, drawn.folder);
        }
        *read.entry(drawn.folder).or_default() += symbols.len().min(1);
    }
    let mut missed = Vec::new();
    for (factor, floors) in FLOORS {
        let reads = read.iter().filter(|(folder, _)| folder.starts_with(factor));
        let (sum, floor) = (
            reads.map(|(_, &reads)| reads).sum::<usize>(),
            floors.iter().sum::<usize>(),
        );
        if sum < floor {
            missed.push(format!("{factor}: {sum} of {floor}"));
        }
    }
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
