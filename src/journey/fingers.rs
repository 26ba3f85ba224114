//! The fingers, or the mouse, on the map: one moves it, two zoom.

use super::chart::{Frame, View};

/// Where each finger last was in the frame, by its number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fingers(Vec<(i32, (f64, f64))>);

impl Fingers {
    /// A finger was put down.
    pub fn put(&mut self, finger: i32, place: (f64, f64)) {
        self.lift(finger);
        self.0.push((finger, place));
    }

    /// A finger was taken off.
    pub fn lift(&mut self, finger: i32) {
        self.0.retain(|(known, _)| *known != finger);
    }

    /// A finger went on: what that makes of the view. `None` where it changes nothing, as with three fingers, or one that nobody put down.
    pub fn go(&mut self, finger: i32, place: (f64, f64), view: View, frame: Frame) -> Option<View> {
        let moved = self.0.iter().position(|(known, _)| *known == finger)?;
        let from = std::mem::replace(&mut self.0.get_mut(moved)?.1, place);
        match &self.0[..] {
            [_] => Some(view.moved((from.0 - place.0, from.1 - place.1), frame)),
            [(_, one), (_, other)] => {
                let still = if moved == 0 { *other } else { *one };
                Some(view.pinched([from, still], [place, still], frame))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::chart::Spot;

    const FRAME: Frame = Frame {
        width: 328.0,
        height: 352.0,
    };

    fn view() -> View {
        let spots = [(22.3, 103.4), (22.5, 103.6)].map(|point| Spot::of(point).unwrap());
        View::around(&spots, FRAME)
    }

    #[test]
    fn one_finger_draws_the_map_along() {
        let mut fingers = Fingers::default();
        fingers.put(1, (100.0, 100.0));
        let moved = fingers.go(1, (130.0, 90.0), view(), FRAME);
        assert_eq!(moved, Some(view().moved((-30.0, 10.0), FRAME)));
        fingers.lift(1);
        assert_eq!(fingers.go(1, (0.0, 0.0), view(), FRAME), None);
    }

    #[test]
    fn two_fingers_zoom_and_a_third_does_nothing() {
        let mut fingers = Fingers::default();
        fingers.put(1, (100.0, 100.0));
        fingers.put(2, (200.0, 100.0));
        let closer = fingers.go(2, (300.0, 100.0), view(), FRAME).unwrap();
        assert!((closer.scale * 2.0 - view().scale).abs() < 1e-9, "{closer:?}");
        let farther = fingers.go(1, (200.0, 100.0), closer, FRAME).unwrap();
        assert!((farther.scale - view().scale).abs() < 1e-9, "{farther:?}");
        fingers.put(3, (0.0, 0.0));
        assert_eq!(fingers.go(3, (9.0, 9.0), view(), FRAME), None);
    }
}
