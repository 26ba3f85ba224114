//! How much a camera enlarges: the range that it names (MediaStream Image Capture, `zoom`), and the sizes a shopper taps.

/// No larger than so many times the natural size: beyond it, the picture only becomes coarser.
const MOST_TIMES: u32 = 5;

/// The step of a camera that names none, in hundredths.
const STEP: u32 = 10;

/// What a camera can set, in hundredths of its own unit. Phones call the natural size 1 and a wide view 0.5; some cameras
/// call it 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zoom {
    /// The least that it can set; with several lenses in one, less than the natural size.
    pub least: u32,
    /// The most that makes sense.
    pub most: u32,
    /// From one setting to the next.
    pub step: u32,
    /// What is set when the camera opens.
    pub now: u32,
}

impl Zoom {
    /// The range that a camera names, from `min` to `max` in steps, of which `now` is set; each may be missing or nonsense.
    /// `None` for a camera that cannot enlarge.
    pub fn new(min: Option<f64>, max: f64, step: Option<f64>, now: Option<f64>) -> Option<Zoom> {
        let least = hundredths(min.unwrap_or(1.0))?;
        let step = step.and_then(hundredths).filter(|&step| step > 0).unwrap_or(STEP);
        let mut zoom = Zoom {
            least,
            most: hundredths(max)?,
            step,
            now: least,
        };
        if zoom.natural() == 0 || zoom.most <= zoom.natural() {
            return None;
        }
        zoom.most = zoom.fit(zoom.most.min(zoom.natural().saturating_mul(MOST_TIMES)));
        zoom.now = now
            .and_then(hundredths)
            .map_or(zoom.natural(), |now| zoom.fit(now));
        Some(zoom)
    }

    /// The natural size: 1, or the least of a camera that knows no 1.
    pub fn natural(&self) -> u32 {
        if (self.least..=self.most).contains(&100) {
            self.fit(100)
        } else {
            self.least
        }
    }

    /// Twice the natural size, where the camera reaches it.
    pub fn twice(&self) -> Option<u32> {
        let twice = self.natural() * 2;
        (twice <= self.most).then(|| self.fit(twice))
    }

    /// A setting in tenths of the natural size.
    pub fn tenths(&self, setting: u32) -> u32 {
        setting * 10 / self.natural().max(1)
    }

    /// The setting that the camera has next to this one.
    pub fn fit(&self, wanted: u32) -> u32 {
        let above = wanted.clamp(self.least, self.most) - self.least;
        let steps = ((above + self.step / 2) / self.step).min((self.most - self.least) / self.step);
        self.least + steps * self.step
    }
}

/// `None` for what is no number or no camera's.
fn hundredths(value: f64) -> Option<u32> {
    let hundredths = (value * 100.0).round();
    // OK because it fits: no camera enlarges ten thousand times.
    (0.0..=1_000_000.0)
        .contains(&hundredths)
        .then_some(hundredths as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A camera's min, max and step, with least, most, step, natural size and twice that.
    fn check(named: (f64, f64, f64), expect: Option<([u32; 4], Option<u32>)>) {
        let (min, max, step) = named;
        let found = Zoom::new(Some(min), max, Some(step), None);
        let found = found.map(|zoom| ([zoom.least, zoom.most, zoom.step, zoom.natural()], zoom.twice()));
        assert_eq!(found, expect, "{named:?}");
    }

    #[test]
    fn the_range_is_the_cameras_own_up_to_five_times() {
        check((1.0, 8.0, 0.1), Some(([100, 500, 10, 100], Some(200))));
        check((1.0, 3.0, 0.25), Some(([100, 300, 25, 100], Some(200))));
        check((0.5, 10.0, 0.1), Some(([50, 500, 10, 100], Some(200))));
        check((2.0, 4.0, 0.1), Some(([200, 400, 10, 200], Some(400))));
        check(
            (100.0, 800.0, 1.0),
            Some(([10_000, 50_000, 100, 10_000], Some(20_000))),
        );
    }

    #[test]
    fn a_camera_that_does_not_reach_twice_has_no_tap_for_it() {
        check((1.0, 1.5, 0.1), Some(([100, 150, 10, 100], None)));
    }

    #[test]
    fn a_camera_that_enlarges_nothing_has_no_zoom() {
        for named in [
            (1.0, 1.0, 0.1),
            (0.5, 1.0, 0.1),
            (0.0, 0.0, 0.0),
            (0.0, 0.5, 0.1),
            (4.0, 2.0, 0.1),
            (1.0, f64::NAN, 0.1),
            (1.0, f64::INFINITY, 0.1),
            (-1.0, 2.0, 0.1),
        ] {
            check(named, None);
        }
    }

    #[test]
    fn what_a_camera_does_not_name_is_made_up() {
        let zoom = Zoom::new(None, 4.0, None, None).unwrap();
        assert_eq!((zoom.least, zoom.most, zoom.step, zoom.now), (100, 400, 10, 100));
        for step in [0.0, -1.0, f64::NAN] {
            assert_eq!(Zoom::new(Some(1.0), 4.0, Some(step), None).unwrap().step, 10);
        }
    }

    #[test]
    fn what_is_set_at_the_start_is_known() {
        let now = |now| Zoom::new(Some(0.5), 4.0, Some(0.1), Some(now)).unwrap().now;
        assert_eq!((now(2.0), now(0.5), now(99.0)), (200, 50, 400));
    }

    #[test]
    fn a_setting_is_told_by_the_natural_size() {
        let phone = Zoom::new(Some(0.5), 8.0, Some(0.1), None).unwrap();
        assert_eq!(
            [50, 100, 150, 350].map(|setting| phone.tenths(setting)),
            [5, 10, 15, 35]
        );
        let desk = Zoom::new(Some(100.0), 500.0, Some(1.0), None).unwrap();
        assert_eq!([10_000, 15_000].map(|setting| desk.tenths(setting)), [10, 15]);
    }

    #[test]
    fn a_wish_becomes_a_setting_that_the_camera_has() {
        let zoom = Zoom::new(Some(0.5), 3.0, Some(0.4), None).unwrap();
        for (wanted, expect) in [
            (0, 50),
            (69, 50),
            (70, 90),
            (100, 90),
            (115, 130),
            (300, 290),
            (9999, 290),
        ] {
            assert_eq!(zoom.fit(wanted), expect, "{wanted}");
        }
    }
}
