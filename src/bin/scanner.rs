//! The scanner's program: a picture in, a reading out. It runs in a worker of its own; anywhere else its main does
//! nothing, and Node calls its exports.

use std::cell::RefCell;

use cho_phien::browser::wire::{Answer, Question, object};
use cho_phien::scan::{Coach, Live, luma, photo};
use cho_phien::symbol::{Format, Hint, Reading, Symbol};
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsError, JsValue, closure::Closure, prelude::wasm_bindgen};
use web_sys::{
    DedicatedWorkerGlobalScope, ImageBitmap, MessageEvent, OffscreenCanvas, OffscreenCanvasRenderingContext2d,
};

/// Larger photos are drawn smaller, because not every browser has a canvas for them.
const LONGEST_EDGE: u32 = 4000;

/// So many rows are fetched at a time: the pixels of a whole photo would need four times its luma.
const BAND: u32 = 256;

fn main() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    std::panic::set_hook(Box::new(|panic| post(&Answer::Panic(panic.to_string()))));
    let mut scanner = Scanner::default();
    let on_message =
        Closure::<dyn FnMut(_)>::new(
            move |message: MessageEvent| match Question::from_js(&message.data()) {
                Some(Question::Catalogue(gtins)) => scanner.live.know(gtins),
                Some(question) => post(&scanner.answer(question)),
                None => {}
            },
        );
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // OK because the program listens for as long as it lives.
    on_message.forget();
    post(&Answer::Ready);
}

fn post(answer: &Answer) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    // OK because an answer holds only what can be cloned; without the message the app starts the program anew.
    let _ = scope.post_message(&answer.to_js());
}

fn now_ms() -> f64 {
    // OK because Node has the same clock in the same place.
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    scope
        .performance()
        .map_or_else(js_sys::Date::now, |clock| clock.now())
}

/// What is kept from one picture to the next.
#[derive(Default)]
struct Scanner {
    luma: Vec<u8>,
    canvas: Option<OffscreenCanvasRenderingContext2d>,
    live: Live,
    coach: Coach,
}

impl Scanner {
    /// Reads a picture; a frame that cannot be drawn holds no symbols, since the next one follows at once.
    fn answer(&mut self, question: Question) -> Answer {
        let start = now_ms();
        let (symbols, hint) = match question {
            Question::Photo(bitmap) => match self.read_photo(&bitmap) {
                Some(symbols) => (symbols, None),
                None => return Answer::NoPicture,
            },
            frame => match self.take_frame(frame) {
                Some((width, height)) => self.look(width, height),
                None => (Vec::new(), None),
            },
        };
        Answer::Reading(Reading {
            symbols,
            hint,
            ms: (now_ms() - start) as f32,
        })
    }

    /// What is believed after one more frame, whose luma has been taken, and what the coach says to it.
    fn look(&mut self, width: u32, height: u32) -> (Vec<Symbol>, Option<Hint>) {
        let symbols = self.live.look(&self.luma, width, height, Some(&now_ms));
        let hint = self.coach.advise(&self.luma, width, height, !symbols.is_empty());
        (symbols, hint)
    }

    /// Takes the luma of a frame; gives its size.
    fn take_frame(&mut self, frame: Question) -> Option<(u32, u32)> {
        match frame {
            Question::Luma {
                bytes,
                width,
                height,
                stride,
            } => {
                self.take(&Uint8Array::new(&bytes));
                luma::unpad(&mut self.luma, width as usize, height as usize, stride as usize)?;
                Some((width, height))
            }
            Question::Frame(bitmap) | Question::Photo(bitmap) => self.draw(&bitmap).ok(),
            Question::Catalogue(_) => None,
        }
    }

    fn read_photo(&mut self, bitmap: &ImageBitmap) -> Option<Vec<Symbol>> {
        let own_width = bitmap.width();
        let (width, height) = self.draw(bitmap).ok()?;
        let mut symbols = photo::read(&self.luma, width, height);
        let scale = own_width as f32 / width as f32;
        for corner in symbols.iter_mut().flat_map(|symbol| &mut symbol.corners) {
            *corner = (corner.0 * scale, corner.1 * scale);
        }
        Some(symbols)
    }

    /// Copies the bytes into the buffer that all pictures share.
    fn take(&mut self, bytes: &Uint8Array) {
        self.luma.resize(bytes.length() as usize, 0);
        bytes.copy_to(&mut self.luma);
    }

    /// Draws a picture, closes it, and fetches its luma; gives the size it was drawn in.
    fn draw(&mut self, bitmap: &ImageBitmap) -> Result<(u32, u32), JsValue> {
        let long = bitmap.width().max(bitmap.height()).max(1);
        let scale = f64::from(LONGEST_EDGE.min(long)) / f64::from(long);
        let fit = |length: u32| (f64::from(length) * scale) as u32;
        let (width, height) = (fit(bitmap.width()), fit(bitmap.height()));
        let (w, h) = (f64::from(width), f64::from(height));
        let drawn = canvas(&mut self.canvas, width, height).and_then(|context| {
            context.draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, w, h)?;
            Ok(context)
        });
        bitmap.close();
        let context = drawn?;
        self.luma.clear();
        for top in (0..height).step_by(BAND as usize) {
            let rows = BAND.min(height - top);
            let band = context.get_image_data(0.0, f64::from(top), w, f64::from(rows))?;
            luma::push_rgba(&band.data(), &mut self.luma);
        }
        Ok((width, height))
    }
}

/// The one canvas, made when first needed, in this size.
fn canvas(
    kept: &mut Option<OffscreenCanvasRenderingContext2d>,
    width: u32,
    height: u32,
) -> Result<&OffscreenCanvasRenderingContext2d, JsValue> {
    let context = match kept.take() {
        Some(context) => context,
        None => {
            let options = Object::new();
            Reflect::set(&options, &"willReadFrequently".into(), &true.into())?;
            OffscreenCanvas::new(width, height)?
                .get_context_with_context_options("2d", &options)?
                .ok_or("no 2d canvas")?
                .unchecked_into()
        }
    };
    let canvas = context.canvas();
    if canvas.width() != width || canvas.height() != height {
        canvas.set_width(width);
        canvas.set_height(height);
    }
    Ok(kept.insert(context))
}

/// The most pixels of a still photo: more than any phone's camera takes at its usual setting.
const MOST_OF_A_PHOTO: u32 = 50_000_000;

/// The most pixels of a live frame: those of 4K video.
const MOST_OF_A_FRAME: u32 = 4096 * 2160;

thread_local! {
    /// What the exports keep from one call to the next; a worker has its own.
    static EXPORTED: RefCell<Scanner> = RefCell::default();
}

/// The symbols of a still photo, for Node: `{ format, text, symbology, corners }` each. The luma has one byte a pixel,
/// row by row, without padding. An error when the size is none, is too large or does not fit the bytes.
#[wasm_bindgen]
pub fn decode(luma: &Uint8Array, width: f64, height: f64) -> Result<Array, JsError> {
    let (width, height) = size(luma, width, height, MOST_OF_A_PHOTO)?;
    Ok(with_luma(luma, |scanner| {
        photo::read(&scanner.luma, width, height)
    }))
}

/// The symbols that are believed after one more live frame, for Node, which does all that the worker does; otherwise like `decode`.
#[wasm_bindgen]
pub fn frame(luma: &Uint8Array, width: f64, height: f64) -> Result<Array, JsError> {
    let (width, height) = size(luma, width, height, MOST_OF_A_FRAME)?;
    Ok(with_luma(luma, |scanner| scanner.look(width, height).0))
}

/// Forgets the frames seen so far, for Node.
#[wasm_bindgen]
pub fn reset() {
    EXPORTED.with_borrow_mut(|scanner| {
        scanner.live = Live::new();
        scanner.coach = Coach::default();
    });
}

/// The size of a picture, after a look at whether it can be one. What was found is told by the module around the
/// exports: without a text for fractions the program is 7 kB smaller.
fn size(luma: &Uint8Array, width: f64, height: f64, most: u32) -> Result<(u32, u32), JsError> {
    let is_length = |length: f64| length >= 1.0 && length.fract() == 0.0;
    let pixels = width * height;
    if !is_length(width) || !is_length(height) || pixels > f64::from(most) {
        let message = format!("a picture has whole sides and from 1 to {most} pixels");
        return Err(JsError::new(&message));
    }
    if f64::from(luma.length()) != pixels {
        return Err(JsError::new("luma has one byte a pixel"));
    }
    // OK because whole numbers from 1 to `most` fit.
    Ok((width as u32, height as u32))
}

/// Copies the luma into the one buffer of all pictures and has it read.
fn with_luma(luma: &Uint8Array, read: impl FnOnce(&mut Scanner) -> Vec<Symbol>) -> Array {
    let symbols = EXPORTED.with_borrow_mut(|scanner| {
        scanner.take(luma);
        read(scanner)
    });
    symbols.iter().map(exported).collect()
}

fn exported(symbol: &Symbol) -> JsValue {
    let point = |&(x, y): &(f32, f32)| JsValue::from(object(&[("x", x.into()), ("y", y.into())]));
    object(&[
        ("format", format_name(symbol.format).into()),
        ("text", symbol.text.as_str().into()),
        ("symbology", symbol.identifier.as_str().into()),
        (
            "corners",
            symbol.corners.iter().map(point).collect::<Array>().into(),
        ),
    ])
    .into()
}

/// The name in the Barcode Detection API (W3C community draft, `BarcodeFormat`), which knows no DataBar.
fn format_name(format: Format) -> &'static str {
    match format {
        Format::Ean13 => "ean_13",
        Format::Ean8 => "ean_8",
        Format::UpcA => "upc_a",
        Format::UpcE => "upc_e",
        Format::Code128 => "code_128",
        Format::Itf => "itf",
        Format::DataBar => "databar",
        Format::DataBarExpanded => "databar_expanded",
        Format::QrCode => "qr_code",
        Format::DataMatrix => "data_matrix",
    }
}
