//! Where a point of the screen lies in a picture that fills an element as `object-fit: cover` does (CSS Images 3, 5.5).

/// A picture in an element that it covers: as large as needed, centred, cut off at two sides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// The size of the picture in its own pixels.
    picture: (f32, f32),
    /// The size of the element in CSS pixels.
    element: (f32, f32),
    /// CSS pixels in a pixel of the picture.
    scale: f32,
}

impl Fit {
    /// A picture of so many pixels in an element of so many CSS pixels. `None` while one of them has no area.
    pub fn cover(picture: (u32, u32), element: (u32, u32)) -> Option<Fit> {
        if [picture.0, picture.1, element.0, element.1].contains(&0) {
            return None;
        }
        let size = |(width, height): (u32, u32)| (width as f32, height as f32);
        let (picture, element) = (size(picture), size(element));
        Some(Fit {
            picture,
            element,
            scale: (element.0 / picture.0).max(element.1 / picture.1),
        })
    }

    /// The pixel of the picture under a point of the element, in CSS pixels from its upper left corner.
    pub fn pixel(&self, (x, y): (f32, f32)) -> (f32, f32) {
        let axis = |at: f32, element: f32, picture: f32| (at - element / 2.0) / self.scale + picture / 2.0;
        (
            axis(x, self.element.0, self.picture.0),
            axis(y, self.element.1, self.picture.1),
        )
    }

    /// The same as a share of the picture's width and height, 0 to 1, as cameras take a point to focus on
    /// (MediaStream Image Capture, `pointsOfInterest`).
    pub fn share(&self, point: (f32, f32)) -> (f32, f32) {
        let (x, y) = self.pixel(point);
        (
            (x / self.picture.0).clamp(0.0, 1.0),
            (y / self.picture.1).clamp(0.0, 1.0),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A point of the element, its pixel, and its share of the picture in hundredths.
    type Row = ((f32, f32), (f32, f32), (i32, i32));

    fn check(picture: (u32, u32), element: (u32, u32), rows: &[Row]) {
        let fit = Fit::cover(picture, element).unwrap();
        for &(point, pixel, share) in rows {
            assert_eq!(fit.pixel(point), pixel, "{picture:?} in {element:?} at {point:?}");
            let (x, y) = fit.share(point);
            let hundredths = ((x * 100.0).round() as i32, (y * 100.0).round() as i32);
            assert_eq!(hundredths, share, "{picture:?} in {element:?} at {point:?}");
        }
    }

    #[test]
    fn a_picture_of_the_same_shape_is_only_scaled() {
        let rows = [
            ((0.0, 0.0), (0.0, 0.0), (0, 0)),
            ((320.0, 180.0), (640.0, 360.0), (50, 50)),
            ((640.0, 360.0), (1280.0, 720.0), (100, 100)),
        ];
        check((1280, 720), (640, 360), &rows);
    }

    #[test]
    fn a_wide_picture_on_a_tall_screen_is_cut_off_left_and_right() {
        let rows = [
            ((180.0, 360.0), (640.0, 360.0), (50, 50)),
            ((0.0, 0.0), (460.0, 0.0), (36, 0)),
            ((360.0, 720.0), (820.0, 720.0), (64, 100)),
        ];
        check((1280, 720), (360, 720), &rows);
    }

    #[test]
    fn a_tall_picture_on_a_wide_screen_is_cut_off_above_and_below() {
        let rows = [
            ((360.0, 180.0), (360.0, 640.0), (50, 50)),
            ((0.0, 0.0), (0.0, 460.0), (0, 36)),
        ];
        check((720, 1280), (720, 360), &rows);
    }

    #[test]
    fn points_outside_count_as_the_edge() {
        check(
            (100, 100),
            (100, 100),
            &[((-20.0, 130.0), (-20.0, 130.0), (0, 100))],
        );
    }

    #[test]
    fn nothing_fits_while_nothing_is_shown() {
        for (picture, element) in [((0, 0), (360, 740)), ((1280, 720), (0, 740)), ((1280, 0), (1, 1))] {
            assert_eq!(Fit::cover(picture, element), None);
        }
    }
}
