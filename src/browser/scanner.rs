//! The scanner as the app has it: events of the frames it watches, readings of the photos it is given.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, HtmlVideoElement, ImageBitmap};

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
        let answer = JsFuture::from(self.core.ask_photo(bitmap(blob).await?));
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
    let promise = web_sys::window()
        .and_then(|window| window.create_image_bitmap_with_blob(blob).ok())
        .ok_or(PhotoError::NotAPicture)?;
    let bitmap = JsFuture::from(promise).await;
    bitmap
        .map(JsCast::unchecked_into)
        .map_err(|_| PhotoError::NotAPicture)
}
