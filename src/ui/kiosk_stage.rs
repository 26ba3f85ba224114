//! What stands on the kiosk's screen, and what changes it: time, keys, a bar code reader that types, touches.

use super::context::{go, use_config, use_market_data, use_path, use_waiting};
use crate::address::{Address, Page};
use crate::browser::keys::{Press, presses, releases, touches};
use crate::browser::listener::Listener;
use crate::browser::timeout::Interval;
use crate::browser::wake_lock::WakeLock;
use crate::browser::{clock, history, query, site, update};
use crate::device::kiosk::{Due, Hold, Rest, Turning};
use crate::device::wedge::Wedge;
use crate::gs1::identity::Foreign;
use crate::gs1::{Identity, Rejection};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How often it is looked whether something is due, in milliseconds.
const TICK_MS: i32 = 100;

/// How often the data of the market are fetched anew, in milliseconds: stalls and programme change during a fair.
const RENEW_MS: f64 = 300_000.0;

/// A code of which no page tells.
#[derive(Clone, Debug, PartialEq)]
pub enum Unread {
    /// A code that names no product.
    Foreign(Foreign),
    /// No code at all.
    Rejected(Rejection),
}

/// The state of the kiosk. Which stall it is for and which page is open stand in the address, `?stall=A1&open=/01/…`.
#[derive(Clone, Copy)]
pub struct Stage {
    /// The slides.
    pub turning: RwSignal<Turning>,
    /// Whether an open page is about to close.
    pub due: RwSignal<Due>,
    /// How far the way out is pressed, in percent.
    pub leaving: RwSignal<u8>,
    /// What was read and leads nowhere.
    pub unread: RwSignal<Option<Unread>>,
    path: Signal<String>,
    rest: StoredValue<Rest>,
    hold: StoredValue<Hold>,
    wedge: StoredValue<Wedge>,
}

impl Stage {
    /// Begins with the slides, listens, and keeps the screen lit for as long as the page is there.
    pub fn begin() -> Stage {
        let now_ms = clock::now_ms();
        let stage = Stage {
            turning: RwSignal::new(Turning::begin(now_ms)),
            due: RwSignal::default(),
            leaving: RwSignal::new(0),
            unread: RwSignal::new(None),
            path: use_path(),
            rest: StoredValue::default(),
            hold: StoredValue::default(),
            wedge: StoredValue::default(),
        };
        stage.touch();
        stage.listen();
        stage.watch_time(now_ms);
        StoredValue::new_local(WakeLock::hold());
        stage
    }

    /// The stall whose goods alone are shown.
    pub fn stall(self) -> Option<String> {
        query::read(&self.path.read(), "stall").filter(|stall| !stall.is_empty())
    }

    /// The page that stands in place of the slides: a journey, a producer or a place.
    pub fn open(self) -> Option<Page> {
        let page = Address::read(&query::read(&self.path.read(), "open")?).page;
        page.is_identified().then_some(page)
    }

    /// Opens a page of the app in place of the slides, if it is one that the kiosk shows.
    pub fn show(self, path: &str) {
        if Address::read(path).page.is_identified() {
            self.unread.set(None);
            self.rewrite(path);
            site::scroll_to_top();
            site::focus_heading();
        }
    }

    /// Goes back to the slides.
    pub fn close(self) {
        self.rewrite("");
        self.turning.update(|turning| turning.turn(true, clock::now_ms()));
        site::scroll_to_top();
        site::focus_heading();
    }

    /// Somebody is there.
    pub fn touch(self) {
        self.rest.try_update_value(|rest| rest.touch(clock::now_ms()));
        set_if_new(self.due, Due::Later);
    }

    /// Presses the way out, or lets it go.
    pub fn press_leave(self, is_pressed: bool) {
        self.hold.try_update_value(|hold| match is_pressed {
            true => hold.press(clock::now_ms()),
            false => hold.release(),
        });
    }

    /// The address is replaced, so that a day of visitors leaves no history behind.
    fn rewrite(self, open: &str) {
        let stall = self.stall().unwrap_or_default();
        set_if_new(self.due, Due::Later);
        history::replace(&query::write("/kiosk", &[("stall", &stall), ("open", open)]));
    }

    fn listen(self) {
        let mut ears: Vec<Listener> = touches(move || self.touch());
        ears.extend(releases(move |key| {
            if matches!(key, "Escape" | "") {
                self.press_leave(false);
            }
        }));
        ears.extend(presses(move |press| self.take(&press)));
        StoredValue::new_local(ears);
    }

    /// Takes a key. Gives whether nothing else shall come of it: the Enter of a reader must not press the button that has the focus.
    fn take(self, press: &Press) -> bool {
        self.touch();
        if press.key == "Escape" {
            self.press_leave(true);
        }
        if press.repeated {
            return false;
        }
        let read = self
            .wedge
            .try_update_value(|wedge| wedge.key(&press.key, press.ctrl, press.at_ms));
        match read.flatten() {
            Some(text) => {
                self.read(&text);
                true
            }
            // Some browsers would begin to search in the page. A blank, which presses buttons, is left to them.
            None => press.key.len() == 1 && press.key != " " && !press.ctrl && !press.in_field,
        }
    }

    /// Opens what a code names.
    fn read(self, text: &str) {
        match Identity::read(text, None) {
            Ok(Identity::Gs1(link)) => self.show(&link.address()),
            Ok(Identity::Foreign(foreign)) => self.say(Unread::Foreign(foreign)),
            Err(rejection) => self.say(Unread::Rejected(rejection)),
        }
    }

    /// Says it over the slides, until the next one.
    fn say(self, unread: Unread) {
        if self.open().is_some() {
            self.close();
        }
        self.turning.update(|turning| {
            let is_paused = turning.is_paused();
            turning.pause(is_paused, clock::now_ms()); // OK because this only begins the slide's time anew.
        });
        self.unread.set(Some(unread));
    }

    fn watch_time(self, begun_ms: f64) {
        let (config, data, waiting) = (use_config(), use_market_data(), use_waiting());
        let renewed_ms = StoredValue::new(begun_ms);
        let tick = move || {
            let now_ms = clock::now_ms();
            let turned = self.tick(now_ms);
            if turned && waiting.try_get_untracked().unwrap_or(false) {
                update::renew();
            }
            let is_old = renewed_ms
                .try_get_value()
                .is_some_and(|at| (now_ms - at).abs() >= RENEW_MS);
            if is_old && let Some(config) = config.try_get_value() {
                renewed_ms.try_set_value(now_ms);
                spawn_local(data.renew(config));
            }
        };
        StoredValue::new_local(Interval::every(TICK_MS, tick));
    }

    /// Does what is due. Gives whether the slide has turned.
    fn tick(self, now_ms: f64) -> bool {
        let percent = self.hold.try_with_value(|hold| hold.percent(now_ms)).unwrap_or(0);
        set_if_new(self.leaving, percent);
        if percent == 100 {
            self.press_leave(false);
            go("/");
            return false;
        }
        if untrack(move || self.open()).is_some() {
            match self
                .rest
                .try_with_value(|rest| rest.due(now_ms))
                .unwrap_or_default()
            {
                Due::Over => self.close(),
                due => set_if_new(self.due, due),
            }
            return false;
        }
        let mut turning = self.turning.get_untracked();
        let turned = turning.tick(now_ms);
        if turned {
            self.unread.set(None);
        }
        set_if_new(self.turning, turning);
        turned
    }
}

/// Nothing is drawn anew for a value that is there already.
fn set_if_new<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.try_with_untracked(|old| *old != value).unwrap_or(false) {
        signal.set(value);
    }
}
