//! How much work one frame may cost: by the clock where there is one, else by counting.

/// What a frame may take on a fast device, in milliseconds.
const FAST_MS: f32 = 12.0;

/// What a frame may take on a slow one.
const SLOW_MS: f32 = 30.0;

/// What the search for bars takes on a fast device per million pixels, in milliseconds. What other work takes is reckoned for
/// such a device.
const FAST_SEARCH_MS: f32 = 0.9;

/// A device is slow when its search takes longer than this.
const SLOW_SEARCH_MS: f32 = 2.7;

/// The measured speed of a device.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pace {
    /// Milliseconds per million pixels of the search for bars, smoothed; nought before the first frame.
    search_ms: f32,
}

impl Pace {
    /// Takes in what the search of one frame took.
    pub fn note(&mut self, ms: f32, pixels: usize) {
        let took = ms * 1e6 / pixels.max(1) as f32;
        let share = if self.search_ms == 0.0 { 1.0 } else { 0.2 };
        self.search_ms += share * (took - self.search_ms);
    }

    /// How many times as long as on a fast device everything takes; 1 without a clock, and never less.
    pub fn factor(self) -> f32 {
        (self.search_ms / FAST_SEARCH_MS).max(1.0)
    }

    /// What the search is reckoned to take where there is no clock.
    pub fn reckoned_search_ms(pixels: usize) -> f32 {
        FAST_SEARCH_MS * pixels as f32 / 1e6
    }

    /// What a frame may take, in milliseconds.
    pub fn frame_ms(self) -> f32 {
        if self.search_ms > SLOW_SEARCH_MS {
            SLOW_MS
        } else {
            FAST_MS
        }
    }
}

/// What is left for one frame.
pub struct Budget<'a> {
    now_ms: Option<&'a dyn Fn() -> f64>,
    start: f64,
    limit_ms: f32,
    /// What has been done, in milliseconds as they were reckoned.
    reckoned_ms: f32,
}

impl<'a> Budget<'a> {
    /// Begins a frame.
    pub fn new(now_ms: Option<&'a dyn Fn() -> f64>, limit_ms: f32) -> Budget<'a> {
        Budget {
            now_ms,
            start: now_ms.map_or(0.0, |now| now()),
            limit_ms,
            reckoned_ms: 0.0,
        }
    }

    /// Milliseconds since the frame began; without a clock as they were reckoned.
    pub fn spent_ms(&self) -> f32 {
        self.now_ms
            .map_or(self.reckoned_ms, |now| (now() - self.start) as f32)
    }

    /// What a frame may take, in milliseconds.
    pub fn limit_ms(&self) -> f32 {
        self.limit_ms
    }

    /// What is left for the frame, in milliseconds.
    pub fn left_ms(&self) -> f32 {
        (self.limit_ms - self.spent_ms()).max(0.0)
    }

    /// Counts work that has been done without asking, in milliseconds as reckoned.
    pub fn count(&mut self, ms: f32) {
        self.reckoned_ms += ms;
    }

    /// Whether there is room for work that is reckoned to take so long; if so, it is counted.
    pub fn allows(&mut self, ms: f32) -> bool {
        let room = self.spent_ms() + ms <= self.limit_ms;
        if room {
            self.reckoned_ms += ms;
        }
        room
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn without_a_clock_work_is_counted() {
        let mut budget = Budget::new(None, 5.0);
        assert!(budget.allows(3.0));
        assert!(!budget.allows(3.0));
        assert!(budget.allows(2.0));
    }

    #[test]
    fn with_a_clock_time_decides() {
        let time = Cell::new(100.0);
        let now = || time.get();
        let mut budget = Budget::new(Some(&now), 5.0);
        assert!(budget.allows(3.0));
        assert!(budget.allows(3.0));
        time.set(104.0);
        assert!(!budget.allows(3.0));
        assert!(budget.allows(1.0));
    }

    #[test]
    fn a_slow_device_gets_more_time() {
        let mut pace = Pace::default();
        assert_eq!((pace.frame_ms(), pace.factor()), (FAST_MS, 1.0));
        pace.note(9.0, 1_000_000);
        assert_eq!((pace.frame_ms(), pace.factor()), (SLOW_MS, 10.0));
        for _ in 0..20 {
            pace.note(1.0, 1_000_000);
        }
        assert_eq!(pace.frame_ms(), FAST_MS);
    }
}
