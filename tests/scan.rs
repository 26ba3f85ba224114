//! Drawn symbols are read back: text, format, identifier and place.
#![allow(clippy::unwrap_used)]

use cho_phien::scan::{Live, photo};
use cho_phien::symbol::{Format, Symbol};
use rxing::{BarcodeFormat, EncodeHints, MultiFormatWriter, Writer};

const PAPER: u8 = 230;
const INK: u8 = 30;

/// The separating character of element strings, as which FNC1 stands in a text.
const GS: char = '\u{1D}';

/// A grey picture.
struct Picture {
    luma: Vec<u8>,
    width: u32,
    height: u32,
}

impl Picture {
    fn blank(width: u32, height: u32) -> Picture {
        Picture {
            luma: vec![PAPER; (width * height) as usize],
            width,
            height,
        }
    }

    /// Draws a symbol about `size` pixels wide, its upper left corner at (x, y). A leading GS stands for FNC1.
    fn with(mut self, format: BarcodeFormat, text: &str, (x, y): (u32, u32), size: i32) -> Picture {
        let hints = EncodeHints {
            Gs1Format: Some(text.starts_with(GS)),
            DataMatrixCompact: Some(true),
            ..EncodeHints::default()
        };
        // The writers take FNC1 in three ways: as a letter, as a hint, and as it is.
        let text = match format {
            BarcodeFormat::CODE_128 => text.replace(GS, "\u{F1}"),
            BarcodeFormat::QR_CODE => text.trim_start_matches(GS).to_owned(),
            _ => text.to_owned(),
        };
        let drawn = MultiFormatWriter
            .encode_with_hints(&text, &format, size, size / 2, &hints)
            .unwrap();
        for (row, column) in pairs(drawn.getHeight(), drawn.getWidth()) {
            if drawn.get(column, row) {
                self.luma[((y + row) * self.width + x + column) as usize] = INK;
            }
        }
        self
    }

    /// A quarter turn to the right.
    fn turned(&self) -> Picture {
        let mut turned = Picture::blank(self.height, self.width);
        for (y, x) in pairs(self.height, self.width) {
            let to = x * self.height + (self.height - 1 - y);
            turned.luma[to as usize] = self.luma[(y * self.width + x) as usize];
        }
        turned
    }

    fn read(&self) -> Vec<Symbol> {
        photo::read(&self.luma, self.width, self.height)
    }
}

fn pairs(rows: u32, columns: u32) -> impl Iterator<Item = (u32, u32)> {
    (0..rows).flat_map(move |row| (0..columns).map(move |column| (row, column)))
}

fn texts(symbols: &[Symbol]) -> Vec<&str> {
    symbols.iter().map(|symbol| symbol.text.as_str()).collect()
}

/// Draws the text and reads it back: lying, standing and upside down.
fn check(format: BarcodeFormat, drawn: &str, expect: (Format, &str, &str)) {
    let mut picture = Picture::blank(560, 400).with(format, drawn, (60, 60), 400);
    for turns in 0..4 {
        let symbols = picture.read();
        let found: Vec<(Format, &str, &str)> = symbols
            .iter()
            .map(|s| (s.format, s.identifier.as_str(), s.text.as_str()))
            .collect();
        assert_eq!(found, [expect], "{drawn:?} after {turns} quarter turns");
        picture = picture.turned();
    }
}

#[test]
fn bars_are_read_in_every_direction() {
    use BarcodeFormat as Bars;
    let check = |bars, text, format, identifier| check(bars, text, (format, identifier, text));
    check(Bars::EAN_13, "9528060010018", Format::Ean13, "]E0");
    check(Bars::EAN_8, "96385074", Format::Ean8, "]E4");
    check(Bars::UPC_A, "036000291452", Format::UpcA, "]E0");
    check(Bars::UPC_E, "01234565", Format::UpcE, "]E0");
    check(Bars::CODE_128, "Lot-7 a", Format::Code128, "]C0");
    // Its check character has the value of FNC1.
    check(Bars::CODE_128, "Lot 000893", Format::Code128, "]C0");
    check(Bars::ITF, "10614141543219", Format::Itf, "]I1");
}

#[test]
fn function_characters_survive_in_every_gs1_symbol() {
    let drawn = "\u{1D}010952806001001810S-9/x\u{1D}17260918";
    let text = drawn.trim_start_matches(GS);
    check(BarcodeFormat::CODE_128, drawn, (Format::Code128, "]C1", text));
    check(
        BarcodeFormat::DATA_MATRIX,
        drawn,
        (Format::DataMatrix, "]d2", text),
    );
    check(BarcodeFormat::QR_CODE, drawn, (Format::QrCode, "]Q3", text));
}

#[test]
fn plain_squares_are_told_from_gs1() {
    let link = "https://id.gs1.org/01/09528060010018/10/S260918";
    check(BarcodeFormat::QR_CODE, link, (Format::QrCode, "]Q1", link));
    check(
        BarcodeFormat::DATA_MATRIX,
        link,
        (Format::DataMatrix, "]d1", link),
    );
    // Its separator ends at the fourth character, where rxing would note a leading FNC1.
    let early = "abc\u{1D}d";
    check(
        BarcodeFormat::DATA_MATRIX,
        early,
        (Format::DataMatrix, "]d1", early),
    );
}

#[test]
fn a_carton_with_a_wrong_check_digit_is_no_symbol() {
    let picture = Picture::blank(560, 400).with(BarcodeFormat::ITF, "10614141543218", (60, 60), 400);
    assert_eq!(picture.read(), []);
}

#[test]
fn what_names_a_product_comes_first() {
    let picture = Picture::blank(800, 700)
        .with(BarcodeFormat::EAN_13, "9528060010018", (40, 20), 300)
        .with(BarcodeFormat::QR_CODE, "middle", (250, 250), 200)
        .with(BarcodeFormat::EAN_13, "9528060010025", (400, 520), 300)
        .with(BarcodeFormat::DATA_MATRIX, "corner", (20, 620), 60);
    let symbols = picture.read();
    let expect = ["9528060010025", "9528060010018", "middle", "corner"];
    assert_eq!(texts(&symbols), expect);
    for (x, y) in &symbols[0].corners {
        // Heights are known to half a block of the search, eight pixels.
        assert!((400.0..700.0).contains(x) && (510.0..680.0).contains(y));
    }
}

#[test]
fn impossible_pictures_are_refused() {
    let check = |bytes: usize, width, height| {
        let luma = vec![INK; bytes];
        assert_eq!(photo::read(&luma, width, height), []);
        assert_eq!(Live::new().look(&luma, width, height, None), []);
    };
    check(0, 0, 0);
    check(1, 1, 1);
    check(100, 10, 10);
    check(31 * 31, 31, 31);
    check(8 * 518, 8, 518);
    check(24 * 500, 24, 500);
    check(99, 100, 100);
    check(100 * 100 + 1, 100, 100);
    check(5, u32::MAX, u32::MAX);
}

/// Draws one symbol into a photo of six megapixels and finds it again.
fn check_photo(format: BarcodeFormat, (x, y): (u32, u32), size: i32, centre: (f32, f32)) {
    let text = "9528060010018";
    let photo = Picture::blank(3000, 2000).with(format, text, (x, y), size);
    let symbols = photo::read(&photo.luma, photo.width, photo.height);
    assert_eq!(texts(&symbols), [text]);
    let corners = &symbols[0].corners;
    let mean = |axis: fn(&(f32, f32)) -> f32| corners.iter().map(axis).sum::<f32>() / corners.len() as f32;
    assert!((mean(|c| c.0) - centre.0).abs() < 30.0, "{symbols:?}");
    assert!((mean(|c| c.1) - centre.1).abs() < 30.0, "{symbols:?}");
}

#[test]
fn a_photo_is_read_at_the_size_that_fits_and_told_in_its_own_pixels() {
    // Two pixels a module: seen as it is in the middle piece only.
    check_photo(BarcodeFormat::EAN_13, (1500, 800), 226, (1613.0, 856.0));
    check_photo(BarcodeFormat::QR_CODE, (300, 200), 2000, (1300.0, 700.0));
}

#[test]
fn bars_that_come_into_view_beside_a_square_symbol_are_read_too() {
    let advertising =
        || Picture::blank(1280, 720).with(BarcodeFormat::QR_CODE, "https://example.com/win", (150, 200), 260);
    let package = advertising().with(BarcodeFormat::EAN_13, "9528060010018", (700, 250), 400);
    let mut live = Live::new();
    let mut look = |picture: &Picture| live.look(&picture.luma, picture.width, picture.height, None);
    for _ in 0..3 {
        look(&advertising());
    }
    let mut seen: Vec<String> = Vec::new();
    for _ in 0..12 {
        let symbols = look(&package);
        seen.extend(symbols.into_iter().map(|symbol| symbol.text));
    }
    assert!(seen.iter().any(|text| text == "9528060010018"), "{seen:?}");
    assert!(
        seen.iter().any(|text| text == "https://example.com/win"),
        "{seen:?}"
    );
}

#[test]
fn bars_in_place_of_stripes_that_say_nothing_are_read_within_three_frames() {
    let place = (400, 250);
    let code = Picture::blank(1280, 720).with(BarcodeFormat::EAN_13, "9528060010018", place, 400);
    let mut stripes = Picture::blank(1280, 720);
    for (y, x) in pairs(200, 400).filter(|(_, x)| x % 7 < 3) {
        stripes.luma[((place.1 + y) * 1280 + place.0 + x) as usize] = INK;
    }
    for before in 1..9 {
        let mut live = Live::new();
        for _ in 0..before {
            assert_eq!(live.look(&stripes.luma, 1280, 720, None), []);
        }
        let read = (0..3).any(|_| !live.look(&code.luma, 1280, 720, None).is_empty());
        assert!(read, "after {before} frames of stripes");
    }
}

/// A tea's bars and a rice's QR code in one picture.
fn two_products() -> Picture {
    let rice = "https://id.gs1.org/01/09528060030016";
    Picture::blank(1280, 720)
        .with(BarcodeFormat::EAN_13, "9528060010018", (100, 250), 400)
        .with(BarcodeFormat::QR_CODE, rice, (800, 200), 300)
}

/// Whether both products are told together within six frames.
fn are_told_together(now_ms: Option<&dyn Fn() -> f64>) -> bool {
    let picture = two_products();
    let mut live = Live::new();
    let mut look = || {
        live.look(&picture.luma, picture.width, picture.height, now_ms)
            .len()
    };
    (0..6).map(|_| look()).any(|symbols| symbols == 2)
}

#[test]
fn two_products_in_view_are_told_together_at_once() {
    assert!(are_told_together(None));
}

#[test]
fn two_products_in_view_are_told_together_where_time_is_short_too() {
    let ms = std::cell::Cell::new(0.0);
    let slow = || {
        ms.set(ms.get() + 12.0);
        ms.get()
    };
    assert!(are_told_together(Some(&slow)));
}
