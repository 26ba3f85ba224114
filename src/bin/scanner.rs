//! The scanner's program: a picture in, a reading out. It runs in a worker of its own; anywhere else it does nothing.

use cho_phien::browser::wire::{Answer, Question};
use cho_phien::scan::{Consensus, luma, photo, reader};
use cho_phien::symbol::{Reading, Symbol};
use js_sys::{ArrayBuffer, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
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
    let on_message = Closure::<dyn FnMut(_)>::new(move |message: MessageEvent| {
        if let Some(question) = Question::from_js(&message.data()) {
            post(&scanner.answer(question));
        }
    });
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
    consensus: Consensus,
}

impl Scanner {
    /// Reads a picture; a frame that cannot be drawn holds no symbols, since the next one follows at once.
    fn answer(&mut self, question: Question) -> Answer {
        let start = now_ms();
        let symbols = match question {
            Question::Photo(bitmap) => match self.read_photo(&bitmap) {
                Some(symbols) => symbols,
                None => return Answer::NoPicture,
            },
            frame => {
                let symbols = self.read_frame(frame);
                symbols.map_or_else(Vec::new, |symbols| self.consensus.accept(symbols))
            }
        };
        Answer::Reading(Reading {
            symbols,
            ms: (now_ms() - start) as f32,
        })
    }

    fn read_frame(&mut self, frame: Question) -> Option<Vec<Symbol>> {
        let (width, height) = match frame {
            Question::Luma {
                bytes,
                width,
                height,
                stride,
            } => {
                self.take(&bytes);
                luma::unpad(&mut self.luma, width as usize, height as usize, stride as usize)?;
                (width, height)
            }
            Question::Frame(bitmap) | Question::Photo(bitmap) => self.draw(&bitmap).ok()?,
        };
        Some(reader::read(&self.luma, width, height))
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
    fn take(&mut self, bytes: &ArrayBuffer) {
        let view = Uint8Array::new(bytes);
        self.luma.resize(view.length() as usize, 0);
        view.copy_to(&mut self.luma);
    }

    /// Draws a picture, closes it, and fetches its luma; gives the size it was drawn in.
    fn draw(&mut self, bitmap: &ImageBitmap) -> Result<(u32, u32), JsValue> {
        let long = bitmap.width().max(bitmap.height()).max(1);
        let scale = f64::from(LONGEST_EDGE.min(long)) / f64::from(long);
        let fit = |length: u32| (f64::from(length) * scale) as u32;
        let (width, height) = (fit(bitmap.width()), fit(bitmap.height()));
        let context = canvas(&mut self.canvas, width, height)?;
        let (w, h) = (f64::from(width), f64::from(height));
        context.draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, w, h)?;
        bitmap.close();
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
