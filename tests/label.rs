//! What the room `label` draws is read back from the drawing itself, by another decoder.

#![allow(clippy::unwrap_used)]

use cho_phien::gs1::{DigitalLink, Identity};
use cho_phien::label::QrCode;
use cho_phien::label::qr_code::QUIET_ZONE;
use rxing::BarcodeFormat;

/// How many pixels a module is wide.
const SCALE: usize = 4;

#[test]
fn the_picture_of_an_address_reads_back_as_that_address() {
    let site = "https://chophien.example";
    for path in [
        "/01/09528060010018",
        "/01/09528060010018/10/S260918",
        "/01/09528060010018/10/a%2Fb.c-d/21/00000000000000000001",
        "/417/9528060010001",
        "/414/9528060901002",
    ] {
        let code = QrCode::of_link(site, &link(path)).unwrap();
        assert_eq!(read(&code), format!("{site}{path}"), "{path}");
    }
}

#[test]
fn every_length_up_to_the_longest_reads_back() {
    for length in [1, 17, 90, 300, 900] {
        let text = "n".repeat(length);
        assert_eq!(read(&QrCode::of(&text).unwrap()), text, "{length} letters");
    }
}

#[test]
fn a_text_too_long_for_any_symbol_has_none() {
    assert!(QrCode::of(&"n".repeat(2331)).is_some());
    assert_eq!(QrCode::of(&"n".repeat(2332)), None);
}

#[test]
fn the_quiet_zone_is_free_of_dark_modules() {
    let code = QrCode::of("https://chophien.example/01/09528060010018").unwrap();
    let (side, pixels) = draw(&code);
    let margin = QUIET_ZONE * SCALE;
    let is_inside = |at: usize| (margin..side - margin).contains(&at);
    let dark = pixels.iter().enumerate().filter(|(_, luma)| **luma < 128);
    for (at, _) in dark {
        assert!(is_inside(at % side) && is_inside(at / side), "pixel {at}");
    }
}

fn link(path: &str) -> DigitalLink {
    match Identity::read(&format!("https://id.gs1.org{path}"), None).unwrap() {
        Identity::Gs1(link) => link,
        other => panic!("{path} is {other:?}"),
    }
}

fn read(code: &QrCode) -> String {
    let (side, pixels) = draw(code);
    let side = u32::try_from(side).unwrap();
    let result = rxing::helpers::detect_in_luma(pixels, side, side, Some(BarcodeFormat::QR_CODE));
    result.unwrap().getText().to_owned()
}

/// Side and luma of the SVG document, drawn from its text: the rectangles of its second path.
fn draw(code: &QrCode) -> (usize, Vec<u8>) {
    let svg = code.svg();
    let side = svg.split("viewBox=\"0 0 ").nth(1).unwrap();
    let side: usize = side.split(' ').next().unwrap().parse().unwrap();
    assert_eq!(side, code.side());
    let path = svg.split(" d=\"").nth(2).unwrap().split('"').next().unwrap();
    let width = side * SCALE;
    let mut pixels = vec![255; width * width];
    for run in path.split('M').skip(1) {
        let (start, rest) = run.split_once('h').unwrap();
        let (x, y) = start.split_once(' ').unwrap();
        let length = rest.split_once("v1").unwrap().0;
        let [x, y, length] = [x, y, length].map(|number| number.parse::<usize>().unwrap() * SCALE);
        for row in y..y + SCALE {
            pixels[row * width + x..row * width + x + length].fill(0);
        }
    }
    (width, pixels)
}
