//! Labels with less light margin beside the bars than the standard asks for, which small presses often print, are read.
#![allow(clippy::unwrap_used)]

use cho_phien::scan::{Live, photo};
use cho_phien::symbol::Symbol;
use rxing::{BarcodeFormat, EncodeHints, MultiFormatWriter, Writer};

const NUMBER: &str = "9528060010018";

/// Pixels a module: a package at arm's length.
const MODULE: usize = 3;

const SIZE: (usize, usize) = (640, 480);

/// Whether each module of the symbol is dark, from its first bar to its last.
fn modules() -> Vec<bool> {
    let drawn = MultiFormatWriter
        .encode_with_hints(NUMBER, &BarcodeFormat::EAN_13, 0, 1, &EncodeHints::default())
        .unwrap();
    let row: Vec<bool> = (0..drawn.getWidth()).map(|x| drawn.get(x, 0)).collect();
    let dark = |is_dark: &bool| *is_dark;
    let (first, last) = (
        row.iter().position(dark).unwrap(),
        row.iter().rposition(dark).unwrap(),
    );
    row[first..=last].to_vec()
}

/// A label with so many light modules left and right of the bars, in the middle of dark goods.
fn label(margin: usize) -> Vec<u8> {
    let modules = modules();
    let (wide, high) = (modules.len() * MODULE, 150);
    let (left, top) = ((SIZE.0 - wide) / 2, (SIZE.1 - high) / 2);
    let at = |x: usize, y: usize| {
        let is_paper = x + margin * MODULE >= left
            && x < left + wide + margin * MODULE
            && (top..top + high).contains(&y);
        let bar = x.checked_sub(left).and_then(|x| modules.get(x / MODULE));
        match is_paper && bar != Some(&true) {
            true => 220,
            false => 40,
        }
    };
    (0..SIZE.0 * SIZE.1)
        .map(|pixel| at(pixel % SIZE.0, pixel / SIZE.0))
        .collect()
}

/// The texts read in a photo of a label, and in a film of it.
fn read(margin: usize) -> (Vec<String>, Vec<String>) {
    let luma = label(margin);
    let (width, height) = (SIZE.0 as u32, SIZE.1 as u32);
    let texts = |symbols: Vec<Symbol>| symbols.into_iter().map(|symbol| symbol.text).collect::<Vec<_>>();
    let mut live = Live::new();
    let film = (0..12).map(|_| texts(live.look(&luma, width, height, None)));
    let film = film.filter(|texts| !texts.is_empty()).last().unwrap_or_default();
    (texts(photo::read(&luma, width, height)), film)
}

#[test]
fn less_than_half_of_the_standards_margin_is_enough() {
    // GS1 General Specifications, 5.2: EAN-13 has eleven modules on the left and seven on the right.
    for margin in [11, 7, 5, 4, 3] {
        let expect = vec![NUMBER.to_owned()];
        assert_eq!(read(margin), (expect.clone(), expect), "{margin} modules");
    }
}

#[test]
fn bars_without_any_margin_are_not_misread() {
    let (photo, film) = read(0);
    assert!(
        photo.iter().chain(&film).all(|text| text == NUMBER),
        "{photo:?} {film:?}"
    );
}
