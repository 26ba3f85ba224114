//! The search for bars alone, for Node: `cargo xtask bench` measures it.

use cho_phien::scan::live;
use cho_phien::scan::locate::Locator;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// The search of a live frame, with the buffers that are kept from frame to frame.
#[wasm_bindgen]
#[derive(Default)]
pub struct Search(Locator, Vec<u8>);

#[wasm_bindgen]
impl Search {
    /// Takes a frame: one byte a pixel, row by row, no padding.
    #[wasm_bindgen(constructor)]
    pub fn new(luma: Vec<u8>) -> Search {
        Search(Locator::default(), luma)
    }

    /// Searches the frame, `width` by `height` pixels, as `Live` does; how many regions there are.
    pub fn run(&mut self, width: u32, height: u32) -> usize {
        let Search(locator, luma) = self;
        locator
            .locate(luma, (width, height), live::LONG_EDGE, live::REGIONS)
            .len()
    }
}
