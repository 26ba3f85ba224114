//! The sheet of the map: which part of it is in view, and what the shopper does on it.

use super::map::Of;
use super::map_drawing::{HEIGHT, draw, draw_country, frame_of, part};
use crate::browser::pen::Pen;
use crate::browser::touch::Deed;
use crate::journey::chart::{Frame, View};
use crate::journey::fingers::Fingers;
use crate::journey::route::Route;
use crate::journey::scene::{scene, whole_route};
use crate::words::Lang;
use std::sync::Arc;

/// The map as it is drawn: the large one, and in the small one a frame round what the large one shows.
pub struct Sheet {
    route: Arc<Route>,
    of: Of,
    lang: Lang,
    frame: Frame,
    /// `None` until the shopper moves it: the whole route.
    chosen: Option<View>,
    fingers: Fingers,
    large: Pen,
    /// The frame in the small map.
    part: Pen,
}

impl Sheet {
    /// Draws the large map into one element, and the small one into another.
    pub fn begin(route: Arc<Route>, of: Of, lang: Lang, large: Pen, small: &Pen) -> Sheet {
        let sheet = Sheet {
            route,
            of,
            lang,
            frame: frame_of(large.size()),
            chosen: None,
            fingers: Fingers::default(),
            part: draw_country(small, lang),
            large,
        };
        sheet.draw();
        sheet
    }

    /// Draws it as wide as there is room.
    pub fn measure(&mut self) {
        self.frame = frame_of(self.large.size());
        self.draw();
    }

    /// Closer by a factor above 1, or farther.
    pub fn zoom(&mut self, factor: f64) {
        self.show(Some(self.view().zoomed(factor, self.frame)));
    }

    /// Shows the whole route.
    pub fn go_home(&mut self) {
        self.show(None);
    }

    /// Shows the whole country.
    pub fn show_country(&mut self) {
        self.show(Some(View::country(self.frame)));
    }

    /// Does what was done on it. Whether it was a key that it knows.
    pub fn hear(&mut self, deed: Deed) -> bool {
        let unit = |(x, y): (f64, f64)| (x * HEIGHT, y * HEIGHT);
        match deed {
            Deed::Put(finger, place) => self.fingers.put(finger, unit(place)),
            Deed::Lifted(finger) => self.fingers.lift(finger),
            Deed::Gone(finger, place) => {
                let view = self.fingers.go(finger, unit(place), self.view(), self.frame);
                view.into_iter().for_each(|view| self.show(Some(view)));
            }
            Deed::Pressed(key) => {
                let view = self.view().pressed(&key, self.home(), self.frame);
                view.into_iter().for_each(|view| self.show(Some(view)));
                return view.is_some();
            }
        }
        false
    }

    fn show(&mut self, view: Option<View>) {
        self.chosen = view;
        self.draw();
    }

    fn home(&self) -> View {
        whole_route(&self.route, self.frame)
    }

    fn view(&self) -> View {
        self.chosen.unwrap_or_else(|| self.home())
    }

    fn draw(&self) {
        let view = self.view();
        let scene = scene(&self.route, view, self.frame, self.lang);
        draw(&self.large, scene, view, self.frame, self.of, self.lang);
        self.part.set("d", &part(view, self.frame));
    }
}
