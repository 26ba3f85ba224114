//! Pictures of drawn symbols, made worse by one factor at a time. The same seed gives the same pictures.

use cho_phien::gs1::Gtin;
use rxing::common::BitMatrix;
use rxing::{BarcodeFormat, EncodeHints, MultiFormatWriter, Writer};

mod canvas;
mod dice;

pub use canvas::Picture;
use canvas::Stamp;
use dice::Dice;

/// The factors with their levels, from easy to hard; the rest of a picture is as in `Look::default`.
const LADDERS: [(&str, &[f32]); 5] = [
    ("angle in degrees", &[0.0, 10.0, 20.0, 30.0, 45.0, 60.0, 80.0]),
    ("module in pixels", &[2.2, 1.8, 1.5, 1.2]),
    ("blur in modules", &[0.4, 0.55, 0.7]),
    ("contrast in levels", &[60.0, 40.0, 25.0, 15.0]),
    ("noise in levels", &[12.0, 25.0, 40.0]),
];

/// The formats that rxing can draw, as the lists of pictures name them.
const FORMATS: [(&str, BarcodeFormat); 8] = [
    ("EAN-13", BarcodeFormat::EAN_13),
    ("EAN-8", BarcodeFormat::EAN_8),
    ("UPC-A", BarcodeFormat::UPC_A),
    ("UPC-E", BarcodeFormat::UPC_E),
    ("Code128", BarcodeFormat::CODE_128),
    ("ITF", BarcodeFormat::ITF),
    ("QR", BarcodeFormat::QR_CODE),
    ("DataMatrix", BarcodeFormat::DATA_MATRIX),
];

/// How a symbol is shown.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Turned to the right by so many degrees.
    pub angle: f32,
    /// The side of a module of bars, in pixels; those of square symbols are twice as large.
    pub module: f32,
    /// The standard deviation of the blur, in modules.
    pub blur: f32,
    /// The levels of ink and paper.
    pub ink_and_paper: (f32, f32),
    /// The standard deviation of the noise, in levels.
    pub noise: f32,
}

impl Default for Look {
    fn default() -> Look {
        Look {
            angle: 3.0,
            module: 2.6,
            blur: 0.0,
            ink_and_paper: (25.0, 225.0),
            noise: 2.0,
        }
    }
}

/// A picture with one symbol.
pub struct Drawn {
    /// The factor and its level, such as `angle in degrees = 45`.
    pub folder: String,
    /// The format, as the lists of pictures name it.
    pub format: &'static str,
    /// What the symbol says.
    pub text: String,
    /// The picture.
    pub picture: Picture,
}

/// Every format at every level of every factor.
pub fn ladders(seed: u64) -> impl Iterator<Item = Drawn> {
    let mut dice = Dice::new(seed);
    let steps = LADDERS
        .iter()
        .flat_map(|(factor, levels)| levels.iter().map(move |&level| (*factor, level)));
    steps.flat_map(|step| FORMATS.map(|format| (step, format))).map(
        move |((factor, level), (name, format))| {
            let text = text(format, &mut dice);
            let modules = modules(format, &text);
            Drawn {
                folder: format!("{factor} = {level}"),
                format: name,
                picture: draw(&modules, is_square(format), look(factor, level), &mut dice),
                text,
            }
        },
    )
}

/// A picture of something that is no symbol.
pub fn empty(width: usize, height: usize, dice_seed: u64) -> Picture {
    let mut dice = Dice::new(dice_seed);
    let mut picture = Picture::scenery(width, height, &mut dice);
    picture.add_noise(2.0, &mut dice);
    picture
}

/// The symbol upright and clean on a wide margin.
pub fn plain(format: BarcodeFormat, text: &str) -> Picture {
    let look = Look {
        angle: 0.0,
        noise: 0.0,
        ..Look::default()
    };
    draw(&modules(format, text), is_square(format), look, &mut Dice::new(1))
}

fn draw(modules: &BitMatrix, square: bool, look: Look, dice: &mut Dice) -> Picture {
    let module = if square { 2.0 * look.module } else { look.module };
    let mut picture = Picture::scenery(640, 480, dice);
    let stamp = Stamp {
        modules,
        square,
        module,
        angle: look.angle.to_radians(),
        centre: (320.0 + dice.within(20.0), 240.0 + dice.within(20.0)),
        ink_and_paper: look.ink_and_paper,
    };
    picture.put(&stamp);
    picture.blur(look.blur * module);
    picture.add_noise(look.noise, dice);
    picture
}

fn look(factor: &str, level: f32) -> Look {
    let mut look = Look::default();
    match factor {
        "angle in degrees" => look.angle = level,
        "module in pixels" => look.module = level,
        "blur in modules" => look.blur = level,
        "contrast in levels" => look.ink_and_paper = (110.0, 110.0 + level),
        "noise in levels" => look.noise = level,
        other => unreachable!("{other} is in LADDERS but has no look"),
    }
    look
}

fn is_square(format: BarcodeFormat) -> bool {
    matches!(format, BarcodeFormat::QR_CODE | BarcodeFormat::DATA_MATRIX)
}

/// The smallest drawing of a symbol, one module a bit.
fn modules(format: BarcodeFormat, text: &str) -> BitMatrix {
    let hints = EncodeHints {
        Margin: Some("0".to_owned()),
        DataMatrixCompact: Some(true),
        ..EncodeHints::default()
    };
    MultiFormatWriter
        .encode_with_hints(text, &format, 0, 0, &hints)
        .unwrap()
}

fn text(format: BarcodeFormat, dice: &mut Dice) -> String {
    match format {
        BarcodeFormat::EAN_13 => checked(format!("9{}", dice.digits(11))),
        BarcodeFormat::EAN_8 => checked(format!("9{}", dice.digits(6))),
        BarcodeFormat::UPC_A => checked(format!("0{}", dice.digits(10))),
        BarcodeFormat::UPC_E => upc_e(&format!("0{}", dice.digits(6))),
        BarcodeFormat::ITF => checked(format!("1{}", dice.digits(12))),
        BarcodeFormat::CODE_128 => format!("Lot {}", dice.digits(6)),
        BarcodeFormat::QR_CODE => format!(
            "https://id.gs1.org/01/{}/10/{}",
            checked(format!("0{}", dice.digits(12))),
            dice.digits(5)
        ),
        _ => format!(
            "01{}10{}",
            checked(format!("0{}", dice.digits(12))),
            dice.digits(5)
        ),
    }
}

/// The digits with the check digit that GS1 wants behind them.
fn checked(digits: String) -> String {
    let candidates = (0..10).map(|check| format!("{digits}{check}"));
    candidates
        .into_iter()
        .find(|text| Gtin::parse(text).is_ok())
        .unwrap()
}

fn upc_e(digits: &str) -> String {
    let candidates = (0..10).map(|check| format!("{digits}{check}"));
    candidates
        .into_iter()
        .find(|text| Gtin::from_upc_e(text).is_ok())
        .unwrap()
}
