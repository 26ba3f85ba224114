//! The scanner as the app has it: events of the frames it watches, readings of the photos it is given.

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::{Clamped, JsCast};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, HtmlVideoElement, ImageBitmap, ImageData};

use super::program::Core;
pub use super::program::{Event, Failure};
use super::wire::Answer;
use crate::symbol::Reading;

/// Why a photo has no reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhotoError {
    /// The browser finds no picture in the file, or cannot draw it.
    #[error("the file is not a picture")]
    NotAPicture,
    /// The scanner failed on it, was dropped, or was given another photo meanwhile.
    #[error("the photo was not read: {0}")]
    NotRead(Failure),
}

/// A running scanner. Dropping it ends its program and stops everything that was under way.
pub struct Scanner {
    core: Rc<Core>,
}

impl Scanner {
    /// Starts the program and tells what it says. The call may drop the scanner.
    pub fn start(on_event: impl Fn(Event) + 'static) -> Scanner {
        Scanner {
            core: Core::start(on_event),
        }
    }

    /// Reads the frames of a video, one at a time and always the newest, instead of any video watched before.
    pub fn watch(&self, video: &HtmlVideoElement) {
        self.core.watch(video);
    }

    /// Tells the GTINs of the local catalogue as numbers, sorted: one read of a known product is believed.
    pub fn know(&self, gtins: Vec<u64>) {
        self.core.know(gtins);
    }

    /// Reads a still photo, between two frames if a video is watched.
    pub async fn photo(&self, blob: &Blob) -> Result<Reading, PhotoError> {
        self.read(bitmap(blob).await?).await
    }

    /// Reads a grey picture (one byte a pixel, row by row, without padding) as a still photo.
    pub async fn picture(&self, luma: &[u8], width: u32) -> Result<Reading, PhotoError> {
        self.read(drawn(luma, width).await?).await
    }

    async fn read(&self, bitmap: ImageBitmap) -> Result<Reading, PhotoError> {
        let answer = JsFuture::from(self.core.ask_photo(bitmap));
        let failed = |_| PhotoError::NotRead(self.core.failure().unwrap_or(Failure::Hangs));
        let message = answer.await.map_err(failed)?;
        match Answer::from_js(&message) {
            Some(Answer::Reading(reading)) => Ok(reading),
            Some(Answer::NoPicture) => Err(PhotoError::NotAPicture),
            _ => Err(PhotoError::NotRead(Failure::Hangs)),
        }
    }
}

impl Drop for Scanner {
    fn drop(&mut self) {
        self.core.end();
    }
}

async fn bitmap(blob: &Blob) -> Result<ImageBitmap, PhotoError> {
    let promise = web_sys::window().and_then(|window| window.create_image_bitmap_with_blob(blob).ok());
    made(promise).await
}

/// A picture of its luma.
async fn drawn(luma: &[u8], width: u32) -> Result<ImageBitmap, PhotoError> {
    let rgba: Vec<u8> = luma
        .iter()
        .flat_map(|&level| [level, level, level, u8::MAX])
        .collect();
    let data = ImageData::new_with_u8_clamped_array(Clamped(&rgba), width);
    let data = data.map_err(|_| PhotoError::NotAPicture)?;
    let promise = web_sys::window().and_then(|window| window.create_image_bitmap_with_image_data(&data).ok());
    made(promise).await
}

/// What the browser promised.
async fn made(promise: Option<Promise>) -> Result<ImageBitmap, PhotoError> {
    let bitmap = JsFuture::from(promise.ok_or(PhotoError::NotAPicture)?).await;
    bitmap
        .map(JsCast::unchecked_into)
        .map_err(|_| PhotoError::NotAPicture)
}
