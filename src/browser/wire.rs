//! What the app and the scanner's program say to each other, as plain JavaScript objects.

use js_sys::{Array, ArrayBuffer, Float64Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::ImageBitmap;

use crate::symbol::{Format, Hint, Reading, Symbol};

/// From the app to the scanner.
#[derive(Debug)]
pub enum Question {
    /// The luma plane of a camera frame.
    Luma {
        /// Its bytes; moved, not copied, when posted.
        bytes: ArrayBuffer,
        /// Pixels in a row.
        width: u32,
        /// Rows.
        height: u32,
        /// Bytes from one row to the next.
        stride: u32,
    },
    /// A camera frame of which the browser gives no luma; moved when posted.
    Frame(ImageBitmap),
    /// A still photo, to be read with more care; moved when posted.
    Photo(ImageBitmap),
    /// The GTINs of the local catalogue as numbers, sorted: one read of a known product is believed. It has no answer.
    Catalogue(Vec<u64>),
}

/// From the scanner to the app.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The program runs and can be asked.
    Ready,
    /// What one frame or photo holds.
    Reading(Reading),
    /// The photo could not be drawn.
    NoPicture,
    /// The program has come to a halt and must be started again.
    Panic(String),
}

impl Question {
    /// The message for `postMessage`, and what is moved with it.
    pub fn to_js(&self) -> (JsValue, Array) {
        let (kind, body, moved): (&str, Object, JsValue) = match self {
            Question::Luma {
                bytes,
                width,
                height,
                stride,
            } => {
                let body = object(&[
                    ("bytes", bytes.into()),
                    ("width", (*width).into()),
                    ("height", (*height).into()),
                    ("stride", (*stride).into()),
                ]);
                ("luma", body, bytes.into())
            }
            Question::Frame(bitmap) => ("frame", object(&[("bitmap", bitmap.into())]), bitmap.into()),
            Question::Photo(bitmap) => ("photo", object(&[("bitmap", bitmap.into())]), bitmap.into()),
            Question::Catalogue(gtins) => {
                // OK because a float holds every number of fourteen digits.
                let gtins: Vec<f64> = gtins.iter().map(|&gtin| gtin as f64).collect();
                let gtins = Float64Array::from(gtins.as_slice());
                let moved = gtins.buffer().into();
                ("catalogue", object(&[("gtins", gtins.into())]), moved)
            }
        };
        set(&body, "kind", &kind.into());
        (body.into(), Array::of1(&moved))
    }

    /// Reads a message; `None` for what is no question.
    pub fn from_js(message: &JsValue) -> Option<Question> {
        let bitmap = || get(message, "bitmap")?.dyn_into().ok();
        Some(match get(message, "kind")?.as_string()?.as_str() {
            "luma" => Question::Luma {
                bytes: get(message, "bytes")?.dyn_into().ok()?,
                width: number(message, "width")? as u32,
                height: number(message, "height")? as u32,
                stride: number(message, "stride")? as u32,
            },
            "frame" => Question::Frame(bitmap()?),
            "photo" => Question::Photo(bitmap()?),
            "catalogue" => {
                let gtins: Float64Array = get(message, "gtins")?.dyn_into().ok()?;
                Question::Catalogue(gtins.to_vec().into_iter().map(|gtin| gtin as u64).collect())
            }
            _ => return None,
        })
    }
}

impl Answer {
    /// The message for `postMessage`.
    pub fn to_js(&self) -> JsValue {
        match self {
            Answer::Ready => "ready".into(),
            Answer::NoPicture => "no picture".into(),
            Answer::Reading(reading) => {
                let symbols: Array = reading.symbols.iter().map(symbol_to_js).collect();
                let hint = HINTS.iter().find(|(hint, _)| Some(*hint) == reading.hint);
                object(&[
                    ("symbols", symbols.into()),
                    (
                        "hint",
                        hint.map_or(JsValue::UNDEFINED, |(_, name)| (*name).into()),
                    ),
                    ("ms", reading.ms.into()),
                ])
                .into()
            }
            Answer::Panic(message) => object(&[("panic", message.into())]).into(),
        }
    }

    /// Reads a message; `None` for what is no answer.
    pub fn from_js(message: &JsValue) -> Option<Answer> {
        if message == "ready" {
            return Some(Answer::Ready);
        }
        if message == "no picture" {
            return Some(Answer::NoPicture);
        }
        if let Some(panic) = get(message, "panic") {
            return Some(Answer::Panic(panic.as_string()?));
        }
        let symbols: Array = get(message, "symbols")?.dyn_into().ok()?;
        Some(Answer::Reading(Reading {
            symbols: symbols
                .iter()
                .map(|s| symbol_from_js(&s))
                .collect::<Option<_>>()?,
            hint: get(message, "hint").and_then(|hint| hint_from_js(&hint)),
            ms: number(message, "ms")? as f32,
        }))
    }
}

/// Each format with its name on the wire.
const FORMATS: [(Format, &str); 10] = [
    (Format::Ean13, "ean13"),
    (Format::Ean8, "ean8"),
    (Format::UpcA, "upcA"),
    (Format::UpcE, "upcE"),
    (Format::Code128, "code128"),
    (Format::Itf, "itf"),
    (Format::DataBar, "dataBar"),
    (Format::DataBarExpanded, "dataBarExpanded"),
    (Format::QrCode, "qrCode"),
    (Format::DataMatrix, "dataMatrix"),
];

/// Each hint with its name on the wire.
const HINTS: [(Hint, &str); 5] = [
    (Hint::Closer, "closer"),
    (Hint::Farther, "farther"),
    (Hint::MoreLight, "moreLight"),
    (Hint::AvoidGlare, "avoidGlare"),
    (Hint::HoldStill, "holdStill"),
];

fn hint_from_js(name: &JsValue) -> Option<Hint> {
    let name = name.as_string()?;
    HINTS
        .iter()
        .find(|(_, known)| *known == name)
        .map(|(hint, _)| *hint)
}

fn symbol_to_js(symbol: &Symbol) -> JsValue {
    let name = FORMATS.iter().find(|(format, _)| *format == symbol.format);
    let numbers = symbol.corners.iter().flat_map(|&(x, y)| [x, y]);
    let corners: Array = numbers.map(JsValue::from).collect();
    object(&[
        ("text", symbol.text.as_str().into()),
        ("format", name.map_or("", |(_, name)| name).into()),
        ("identifier", symbol.identifier.as_str().into()),
        ("corners", corners.into()),
    ])
    .into()
}

fn symbol_from_js(symbol: &JsValue) -> Option<Symbol> {
    let text = |key| get(symbol, key)?.as_string();
    let name = text("format")?;
    let corners: Array = get(symbol, "corners")?.dyn_into().ok()?;
    let numbers: Vec<f32> = corners
        .iter()
        .map(|number| Some(number.as_f64()? as f32))
        .collect::<Option<_>>()?;
    Some(Symbol {
        text: text("text")?,
        format: FORMATS.iter().find(|(_, known)| *known == name)?.0,
        identifier: text("identifier")?,
        corners: numbers
            .chunks_exact(2)
            .filter_map(|pair| Some((*pair.first()?, *pair.last()?)))
            .collect(),
    })
}

/// A new object with these properties.
pub fn object(properties: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in properties {
        set(&object, key, value);
    }
    object
}

fn set(object: &Object, key: &str, value: &JsValue) {
    // OK because setting a property of a plain object of our own cannot fail.
    let _ = Reflect::set(object, &key.into(), value);
}

/// A property; `None` when it is missing or the value has no properties.
pub(super) fn get(value: &JsValue, key: &str) -> Option<JsValue> {
    let property = Reflect::get(value, &key.into()).ok()?;
    (!property.is_undefined() && !property.is_null()).then_some(property)
}

fn number(value: &JsValue, key: &str) -> Option<f64> {
    get(value, key)?.as_f64()
}
