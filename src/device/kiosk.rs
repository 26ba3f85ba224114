//! What a kiosk does as time goes by: it turns its slides, goes back to them when nobody touches it, and lets itself be left by a long press.
//! Moments come in, in milliseconds by any clock.

/// How long a slide stands.
const SLIDE_MS: f64 = 10_000.0;

/// How long a page stays when nobody touches the screen.
const REST_MS: f64 = 60_000.0;

/// How long before its end that is announced.
const ANNOUNCE_MS: f64 = 15_000.0;

/// How long the way out must be pressed.
const HOLD_MS: f64 = 2_000.0;

/// In so many places the picture stands by turns, so that nothing burns into the screen. The style sheet says where they are.
const PLACES: usize = 8;

/// Which slide stands, and since when.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turning {
    turns: usize,
    since_ms: f64,
    is_paused: bool,
}

impl Turning {
    /// The first slide, from now on.
    pub fn begin(now_ms: f64) -> Turning {
        Turning {
            turns: 0,
            since_ms: now_ms,
            is_paused: false,
        }
    }

    /// Turns to the next slide if it is time. Gives whether it did.
    pub fn tick(&mut self, now_ms: f64) -> bool {
        let stood_ms = now_ms - self.since_ms;
        if stood_ms < 0.0 {
            self.since_ms = now_ms; // OK because the clock was set back.
        }
        let is_time = !self.is_paused && stood_ms >= SLIDE_MS;
        if is_time {
            self.turn(true, now_ms);
        }
        is_time
    }

    /// Turns to the next slide, or to the one before.
    pub fn turn(&mut self, forward: bool, now_ms: f64) {
        self.turns = match forward {
            true => self.turns.wrapping_add(1),
            false => self.turns.saturating_sub(1),
        };
        self.since_ms = now_ms;
    }

    /// Stops turning, or goes on.
    pub fn pause(&mut self, is_paused: bool, now_ms: f64) {
        (self.is_paused, self.since_ms) = (is_paused, now_ms);
    }

    /// Whether it was stopped.
    pub fn is_paused(&self) -> bool {
        self.is_paused
    }

    /// Which of `count` slides stands; 0 where there is none.
    pub fn slide(&self, count: usize) -> usize {
        self.turns.checked_rem(count).unwrap_or_default()
    }

    /// Where the picture stands, from 0 to 7.
    pub fn place(&self) -> usize {
        self.turns % PLACES
    }
}

/// How long the screen has been left alone.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rest {
    since_ms: f64,
}

impl Rest {
    /// Somebody is there.
    pub fn touch(&mut self, now_ms: f64) {
        self.since_ms = now_ms;
    }

    /// What is due.
    pub fn due(&self, now_ms: f64) -> Due {
        let alone_ms = now_ms - self.since_ms;
        if alone_ms >= REST_MS {
            Due::Over
        } else if alone_ms >= REST_MS - ANNOUNCE_MS {
            Due::Soon
        } else {
            Due::Later
        }
    }
}

/// What becomes of a page that nobody touches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Due {
    /// It stays.
    #[default]
    Later,
    /// It goes in a few seconds, which is announced.
    Soon,
    /// It goes.
    Over,
}

/// How long the way out has been pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Hold {
    since_ms: Option<f64>,
}

impl Hold {
    /// It is pressed. What is held already began earlier: keyboards repeat keys.
    pub fn press(&mut self, now_ms: f64) {
        self.since_ms.get_or_insert(now_ms);
    }

    /// It is let go.
    pub fn release(&mut self) {
        self.since_ms = None;
    }

    /// How much of the time has passed, in percent; 100 opens the way out.
    pub fn percent(&self, now_ms: f64) -> u8 {
        let held_ms = self.since_ms.map_or(0.0, |since| now_ms - since);
        (held_ms / HOLD_MS * 100.0).clamp(0.0, 100.0) as u8 // OK because it is between 0 and 100.
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slides_turn_when_their_time_is_over() {
        let mut turning = Turning::begin(1000.0);
        for (now_ms, turned, slide) in [
            (1000.0, false, 0),
            (10_999.0, false, 0),
            (11_000.0, true, 1),
            (11_100.0, false, 1),
            (500.0, false, 1),
            (10_499.0, false, 1),
            (10_500.0, true, 2),
            (90_000.0, true, 0),
        ] {
            assert_eq!(turning.tick(now_ms), turned, "{now_ms}");
            assert_eq!(turning.slide(3), slide, "{now_ms}");
        }
        assert_eq!(turning.slide(0), 0);
    }

    #[test]
    fn a_slide_that_was_stopped_stays_and_hands_turn_both_ways() {
        let mut turning = Turning::begin(0.0);
        turning.pause(true, 0.0);
        assert!(!turning.tick(1e9) && turning.is_paused());
        turning.turn(true, 1e9);
        assert_eq!(turning.slide(5), 1);
        turning.turn(false, 1e9);
        turning.turn(false, 1e9);
        assert_eq!(turning.slide(5), 0);
        turning.pause(false, 1e9);
        assert!(!turning.tick(1e9 + 9_999.0));
        assert!(turning.tick(1e9 + 10_000.0));
    }

    #[test]
    fn the_picture_moves_at_each_slide_and_comes_back() {
        let mut turning = Turning::begin(0.0);
        let places: Vec<usize> = (0..9)
            .map(|turn| {
                let place = turning.place();
                turning.turn(true, f64::from(turn));
                place
            })
            .collect();
        assert_eq!(places, [0, 1, 2, 3, 4, 5, 6, 7, 0]);
    }

    #[test]
    fn a_page_goes_a_minute_after_the_last_touch_and_says_so_before() {
        let mut rest = Rest::default();
        rest.touch(5_000.0);
        for (now_ms, due) in [
            (5_000.0, Due::Later),
            (49_999.0, Due::Later),
            (50_000.0, Due::Soon),
            (64_999.0, Due::Soon),
            (65_000.0, Due::Over),
        ] {
            assert_eq!(rest.due(now_ms), due, "{now_ms}");
        }
        rest.touch(64_000.0);
        assert_eq!(rest.due(65_000.0), Due::Later);
    }

    #[test]
    fn only_a_long_press_leads_out() {
        let mut hold = Hold::default();
        assert_eq!(hold.percent(9e9), 0);
        hold.press(1_000.0);
        hold.press(1_900.0);
        for (now_ms, percent) in [
            (0.0, 0),
            (1_000.0, 0),
            (2_000.0, 50),
            (2_999.0, 99),
            (3_000.0, 100),
            (9e9, 100),
        ] {
            assert_eq!(hold.percent(now_ms), percent, "{now_ms}");
        }
        hold.release();
        hold.press(5_000.0);
        assert_eq!(hold.percent(5_500.0), 25);
    }
}
