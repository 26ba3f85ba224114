//! Drawn QR Codes and Data Matrix symbols are read back though they are slanted, bent, faint, inverted, blurred or noisy.
#![allow(clippy::unwrap_used)]

use cho_phien::scan::matrix::{self, Rung, Scale};
use cho_phien::symbol::{Format, Symbol};
use rxing::{BarcodeFormat, EncodeHints, MultiFormatWriter, Writer};

const WIDTH: usize = 220;
const HEIGHT: usize = 200;

/// How a symbol is drawn.
#[derive(Clone, Copy)]
struct Look {
    /// Pixels a module.
    module: f32,
    /// Turned by so many degrees.
    angle: f32,
    /// How much of the symbol's length each side loses towards the far end, 0 to 1.
    slant: f32,
    /// How far the middle of the paper bulges, in modules.
    bend: f32,
    ink: f32,
    paper: f32,
    /// The radius of a blur in pixels, 0 for none.
    blur: f32,
    /// The largest noise in levels.
    noise: f32,
}

const PLAIN: Look = Look {
    module: 4.0,
    angle: 0.0,
    slant: 0.0,
    bend: 0.0,
    ink: 30.0,
    paper: 225.0,
    blur: 0.0,
    noise: 4.0,
};

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    /// From 0 to 1.
    fn roll(&mut self) -> f32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 40) as f32 / (1 << 24) as f32
    }
}

/// The modules of a symbol with a light margin of four.
fn modules(format: BarcodeFormat, text: &str) -> Vec<Vec<bool>> {
    let hints = EncodeHints {
        Gs1Format: Some(text.starts_with('\u{1D}')),
        DataMatrixCompact: Some(true),
        Margin: Some("0".to_owned()),
        ..EncodeHints::default()
    };
    let text = if format == BarcodeFormat::QR_CODE {
        text.trim_start_matches('\u{1D}')
    } else {
        text
    };
    let drawn = MultiFormatWriter
        .encode_with_hints(text, &format, 0, 0, &hints)
        .unwrap();
    let (width, height) = (drawn.getWidth(), drawn.getHeight());
    let module = |x: u32, y: u32| {
        (4..width + 4).contains(&x) && (4..height + 4).contains(&y) && drawn.get(x - 4, y - 4)
    };
    (0..height + 8)
        .map(|y| (0..width + 8).map(|x| module(x, y)).collect())
        .collect()
}

/// Draws the modules in the middle of a picture with a grey, mottled ground, and gives the symbol's four corners.
fn draw(modules: &[Vec<bool>], look: Look, dice: &mut Dice) -> (Vec<u8>, [(f32, f32); 4]) {
    let side = modules.len() as f32;
    let (sin, cos) = look.angle.to_radians().sin_cos();
    let centre = (
        WIDTH as f32 / 2.0 + 10.0 * dice.roll(),
        HEIGHT as f32 / 2.0 + 10.0 * dice.roll(),
    );
    // From the picture to modules: turn, take away the slant, take away the bend.
    let flat = |x: f32, y: f32| {
        let (x, y) = ((x - centre.0) / look.module, (y - centre.1) / look.module);
        let (x, y) = (x * cos + y * sin, y * cos - x * sin);
        let far = 1.0 / (1.0 + look.slant * y / side);
        let (x, y) = (x * far, y * far);
        let bulge = look.bend * (1.0 - (2.0 * x / side) * (2.0 * x / side));
        (x + side / 2.0, y + bulge + side / 2.0)
    };
    let level = |x: f32, y: f32| {
        let (x, y) = flat(x, y);
        let row = modules.get(y.floor() as usize).filter(|_| y >= 0.0);
        let dark = row
            .and_then(|row| row.get(x.floor() as usize))
            .filter(|_| x >= 0.0);
        dark.map_or(120.0, |&dark| if dark { look.ink } else { look.paper })
    };
    let mut luma = Vec::new();
    for (y, x) in pairs(HEIGHT, WIDTH) {
        // The mean of points in a square as wide as the blur.
        let count = if look.blur > 0.0 { 4 } else { 2 };
        let points = pairs(count, count).map(|(i, j)| {
            let off = |at: usize| ((at as f32 + 0.5) / count as f32 - 0.5) * (1.0 + 2.0 * look.blur);
            level(x as f32 + 0.5 + off(j), y as f32 + 0.5 + off(i))
        });
        let noise = (dice.roll() * 2.0 - 1.0) * look.noise;
        luma.push((points.sum::<f32>() / (count * count) as f32 + noise).clamp(0.0, 255.0) as u8);
    }
    let nearest = |module: (f32, f32)| {
        let distance = |&(y, x): &(usize, usize)| {
            let (u, v) = flat(x as f32 + 0.5, y as f32 + 0.5);
            (u - module.0).hypot(v - module.1)
        };
        let (y, x) = pairs(HEIGHT, WIDTH)
            .min_by(|a, b| distance(a).total_cmp(&distance(b)))
            .unwrap();
        (x as f32 + 0.5, y as f32 + 0.5)
    };
    let (near, far) = (4.0, side - 4.0);
    (
        luma,
        [(near, near), (far, near), (far, far), (near, far)].map(nearest),
    )
}

fn pairs(rows: usize, columns: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..rows).flat_map(move |row| (0..columns).map(move |column| (row, column)))
}

/// The symbols of the first rung for the format that finds any.
fn read(luma: &[u8], format: Format) -> Vec<Symbol> {
    let rungs = matrix::ALL.into_iter().filter(|rung| rung.format == format);
    rungs
        .map(|rung| matrix::read(luma, WIDTH as u32, HEIGHT as u32, rung))
        .find(|symbols| !symbols.is_empty())
        .unwrap_or_default()
}

/// Draws four texts in a look; at least `floor` of them are read, none is misread, and corners lie where they were drawn.
fn check(format: Format, look: Look, floor: usize) {
    let drawn_as = match format {
        Format::QrCode => BarcodeFormat::QR_CODE,
        _ => BarcodeFormat::DATA_MATRIX,
    };
    let mut dice = Dice(7);
    let mut reads = 0;
    for turn in 0..4 {
        let text = format!("LOT-{:07}", (dice.roll() * 1e7) as u32);
        let look = Look {
            angle: look.angle + 90.0 * turn as f32,
            ..look
        };
        let (luma, corners) = draw(&modules(drawn_as, &text), look, &mut dice);
        for symbol in read(&luma, format) {
            assert_eq!(symbol.text, text, "misread");
            reads += 1;
            assert_eq!(symbol.corners.len(), 4);
            for (found, drawn) in symbol.corners.iter().zip(corners) {
                let off = (found.0 - drawn.0).hypot(found.1 - drawn.1);
                assert!(off < 2.5 * look.module, "{:?} is not {corners:?}", symbol.corners);
            }
        }
    }
    assert!(reads >= floor, "{format:?}: {reads} of 4");
}

#[test]
fn plain_and_turned_symbols_are_read() {
    for angle in [0.0, 20.0, 45.0] {
        check(Format::QrCode, Look { angle, ..PLAIN }, 4);
        check(Format::DataMatrix, Look { angle, ..PLAIN }, 4);
    }
}

#[test]
fn slanted_symbols_are_read() {
    let look = Look {
        slant: 0.4,
        angle: 15.0,
        ..PLAIN
    };
    check(Format::QrCode, look, 4);
    check(Format::DataMatrix, look, 4);
}

#[test]
fn symbols_on_bent_paper_are_read() {
    let look = Look {
        bend: 1.5,
        module: 5.0,
        ..PLAIN
    };
    check(Format::QrCode, look, 4);
    check(Format::DataMatrix, look, 4);
}

#[test]
fn faint_symbols_are_read() {
    let look = Look {
        ink: 110.0,
        paper: 130.0,
        noise: 3.0,
        ..PLAIN
    };
    check(Format::QrCode, look, 4);
    check(Format::DataMatrix, look, 3);
}

#[test]
fn light_symbols_on_dark_paper_are_read() {
    let look = Look {
        ink: 225.0,
        paper: 30.0,
        ..PLAIN
    };
    check(Format::QrCode, look, 4);
    check(Format::DataMatrix, look, 4);
}

#[test]
fn blurred_and_noisy_symbols_are_read() {
    let blurred = Look { blur: 1.5, ..PLAIN };
    check(Format::QrCode, blurred, 4);
    check(Format::DataMatrix, blurred, 4);
    let noisy = Look { noise: 60.0, ..PLAIN };
    check(Format::QrCode, noisy, 4);
    check(Format::DataMatrix, noisy, 4);
}

#[test]
fn small_modules_are_read() {
    let look = Look { module: 2.0, ..PLAIN };
    check(Format::QrCode, look, 4);
    check(Format::DataMatrix, look, 4);
}

#[test]
fn function_characters_survive() {
    let drawn = "\u{1D}010952806001001810S-9/x\u{1D}17260918";
    let check = |drawn_as, format, identifier: &str| {
        let (luma, _) = draw(&modules(drawn_as, drawn), PLAIN, &mut Dice(1));
        let symbols = read(&luma, format);
        assert_eq!(symbols.len(), 1);
        assert_eq!(symbols[0].identifier, identifier);
        assert_eq!(symbols[0].text, drawn.trim_start_matches('\u{1D}'));
    };
    check(BarcodeFormat::QR_CODE, Format::QrCode, "]Q3");
    check(BarcodeFormat::DATA_MATRIX, Format::DataMatrix, "]d2");
}

#[test]
fn two_symbols_in_view_are_both_read() {
    let mut luma = vec![220; WIDTH * HEIGHT];
    for (text, left) in [("first", 10), ("second", 115)] {
        let modules = modules(BarcodeFormat::QR_CODE, text);
        for (y, x) in pairs(modules.len() * 3, modules.len() * 3) {
            luma[(y + 60) * WIDTH + x + left] = if modules[y / 3][x / 3] { 30 } else { 220 };
        }
    }
    let rung = matrix::ALL
        .into_iter()
        .find(|rung| rung.format == Format::QrCode && rung.scale == Scale::Part(1));
    let symbols = matrix::read(&luma, WIDTH as u32, HEIGHT as u32, rung.unwrap());
    let mut texts: Vec<&str> = symbols.iter().map(|symbol| symbol.text.as_str()).collect();
    texts.sort_unstable();
    assert_eq!(texts, ["first", "second"]);
}

#[test]
fn pictures_without_a_symbol_are_finished_and_give_none() {
    let mut dice = Dice(3);
    let mut noise = |length: usize, levels: f32| -> Vec<u8> {
        (0..length)
            .map(|_| 128u8.saturating_add_signed(((dice.roll() - 0.5) * levels) as i8))
            .collect()
    };
    for (width, height) in [
        (1, 1),
        (1, 500),
        (8, 8),
        (8, 518),
        (31, 31),
        (24, 500),
        (200, 9),
        (150, 150),
    ] {
        for levels in [0.0, 20.0, 250.0] {
            let luma = noise(width * height, levels);
            // Blocks of noise look more like modules than noise does.
            let blocks: Vec<u8> = pairs(height, width)
                .map(|(y, x)| luma[(y / 3 * 3) * width + x / 3 * 3])
                .collect();
            for rung in matrix::ALL {
                for luma in [&luma, &blocks] {
                    assert_eq!(
                        matrix::read(luma, width as u32, height as u32, rung),
                        [],
                        "{width} × {height}"
                    );
                }
            }
        }
    }
}

#[test]
fn impossible_sizes_are_refused() {
    let check = |bytes: usize, width, height, rung: Rung| {
        assert_eq!(matrix::read(&vec![9; bytes], width, height, rung), []);
    };
    for rung in matrix::ALL {
        check(0, 0, 0, rung);
        check(0, 8000, 6000, rung);
        check(99, 10, 10, rung);
        check(101, 10, 10, rung);
        check(5, u32::MAX, u32::MAX, rung);
        check(10_000, 10, 1000, rung);
    }
}
