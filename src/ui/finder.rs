//! What the viewfinder is doing: camera and reader, from opening to the page of what was read.

use super::context::go;
use super::outlines::Outlines;
use crate::browser::camera::{Abilities, Camera, CameraError, HtmlVideoElement, Interruption};
use crate::browser::scanner::{Event, Failure, Scanner};
use crate::browser::timeout::Timeout;
use crate::browser::{buzz, clock, lenses, site, sound};
use crate::device::lens::{self, Lens};
use crate::gs1::identity::Foreign;
use crate::gs1::in_view::{self, Meant};
use crate::gs1::sightings::Sightings;
use crate::gs1::{DigitalLink, Rejection};
use crate::market::catalogue::Card;
use crate::symbol::{Hint, Reading};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// So long nothing may be read and nothing tapped before the camera is switched off, in milliseconds.
const IDLE_MS: i32 = 90_000;

/// When nothing was read for so long, the camera is asked for a larger picture, in milliseconds.
const SMALL_MS: f64 = 6000.0;

/// Only phones that look through a frame in less than this can bear a larger picture, in milliseconds.
const FAST_MS: f32 = 60.0;

/// What the viewfinder is doing.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// The camera is being opened.
    Opening,
    /// The camera shows its picture, the reader is still being loaded.
    Loading,
    /// Frames are being read.
    Looking,
    /// A code was read that names no product.
    Foreign(Foreign),
    /// A code was read that has a fault in it.
    Rejected(Rejection),
    /// Several things were read: the shopper chooses.
    Choosing(Vec<DigitalLink>),
    /// The camera was let go.
    Paused(Pause),
    /// The camera cannot be used.
    NoCamera(CameraError),
    /// The reader cannot be used.
    NoReader(Failure),
}

impl State {
    /// Whether frames are looked at.
    pub fn is_looking(&self) -> bool {
        matches!(
            self,
            State::Loading | State::Looking | State::Foreign(_) | State::Rejected(_) | State::Choosing(_)
        )
    }
}

/// Why the camera was let go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pause {
    /// The picture stopped by itself.
    Interrupted(Interruption),
    /// Nothing happened for long.
    Idle,
}

/// The viewfinder's state and what it holds. Every copy is the same one; all of it goes with the component that made it.
#[derive(Clone, Copy)]
pub struct Finder {
    /// What it is doing.
    pub state: RwSignal<State>,
    /// What the open camera can do.
    pub abilities: RwSignal<Abilities>,
    /// The lenses that look away from the user, once known.
    pub lenses: RwSignal<Vec<Lens>>,
    /// What would help.
    pub hint: RwSignal<Option<Hint>>,
    /// Where the symbols in view lie.
    pub outlines: RwSignal<Outlines>,
    /// Whether the lamp is lit.
    pub lit: RwSignal<bool>,
    /// Where the shopper has tapped to focus, in pixels of the camera's picture.
    pub focus: RwSignal<Option<(i32, i32)>>,
    /// Counts the openings of the camera: each takes the place of the one before.
    pub attempt: RwSignal<u32>,
    held: StoredValue<Held, LocalStorage>,
}

/// What is released when the viewfinder goes.
#[derive(Default)]
struct Held {
    camera: Option<Rc<Camera>>,
    scanner: Option<Scanner>,
    ready: bool,
    /// The numbers of the market's products, sorted.
    known: Vec<u64>,
    /// The lens that is wanted, by tap or because it is better.
    lens: Option<Lens>,
    sightings: Sightings,
    /// When something was read last, or looking began.
    since_ms: f64,
    enlarged: bool,
    idle: Option<Timeout>,
}

impl Finder {
    /// A viewfinder that has not opened its camera yet.
    pub fn unopened() -> Finder {
        Finder {
            state: RwSignal::new(State::Opening),
            abilities: RwSignal::default(),
            lenses: RwSignal::default(),
            hint: RwSignal::default(),
            outlines: RwSignal::default(),
            lit: RwSignal::new(false),
            focus: RwSignal::default(),
            attempt: RwSignal::new(0),
            held: StoredValue::new_local(Held::default()),
        }
    }

    /// Opens camera and reader and lets frames flow from one to the other. Dropped before its end, it opens nothing.
    pub async fn open(self, video: HtmlVideoElement) {
        self.close();
        self.state.set(State::Opening);
        self.start_reader();
        let wish = self.held.try_with_value(|held| held.lens.clone()).flatten();
        match Camera::open(&video, wish.as_ref()).await {
            // OK to let the camera go again: nobody could read what it shows.
            Ok(_) if matches!(self.state.try_get_untracked(), Some(State::NoReader(_)) | None) => {}
            Ok(camera) => self.show(camera, &video, wish.is_some()).await,
            Err(error) => self.state.set(State::NoCamera(error)),
        }
    }

    /// Lets the camera go, and all that belongs to its picture.
    fn close(self) {
        let camera = self.held.try_update_value(|held| {
            held.idle = None;
            held.sightings = Sightings::default();
            held.camera.take()
        });
        drop(camera);
        self.abilities.set(Abilities::default());
        self.lit.set(false);
        self.focus.set(None);
        self.hint.set(None);
        self.outlines.set(Outlines::default());
    }

    /// Starts the reader, unless it runs already.
    fn start_reader(self) {
        if self.held.with_value(|held| held.scanner.is_some()) {
            return;
        }
        let scanner = Scanner::start(move |event| match event {
            Event::Ready => {
                self.held.try_update_value(|held| held.ready = true);
                self.follow(State::Loading, State::Looking);
            }
            Event::Reading(reading) => self.take(&reading),
            Event::Failed(failure) => self.fail(failure),
        });
        self.held.update_value(|held| {
            if !held.known.is_empty() {
                scanner.know(held.known.clone());
            }
            held.scanner = Some(scanner);
        });
    }

    /// Learns the products of the market: one read of such a number is believed.
    pub fn know(self, cards: &[Card]) {
        let mut gtins: Vec<u64> = cards.iter().filter_map(|card| card.gtin.parse().ok()).collect();
        gtins.sort_unstable();
        self.held.try_update_value(|held| {
            if let Some(scanner) = &held.scanner {
                scanner.know(gtins.clone());
            }
            held.known = gtins;
        });
    }

    fn fail(self, failure: Failure) {
        let ended = self.held.try_update_value(|held| {
            held.ready = false;
            (held.camera.take(), held.scanner.take())
        });
        // OK because a closed viewfinder needs no words.
        let _ = self.state.try_set(State::NoReader(failure));
        drop(ended);
    }

    /// The camera is open: shows what it sees, and learns what it can do.
    async fn show(self, camera: Camera, video: &HtmlVideoElement, chosen: bool) {
        camera.on_interrupted(move |why| self.pause(Pause::Interrupted(why)));
        let camera = Rc::new(camera);
        let ready = self.held.try_update_value(|held| {
            held.camera = Some(camera.clone());
            held.since_ms = clock::now_ms();
            held.enlarged = false;
            if let Some(scanner) = &held.scanner {
                scanner.watch(video);
            }
            held.ready
        });
        let next = if ready == Some(true) {
            State::Looking
        } else {
            State::Loading
        };
        self.follow(State::Opening, next);
        self.touch();
        if site::is_hidden() {
            self.pause(Pause::Interrupted(Interruption::Hidden));
        }
        let abilities = camera.abilities().await;
        let found = lenses::all().await;
        if !self.camera().is_some_and(|open| Rc::ptr_eq(&open, &camera)) {
            return; // OK because the camera was let go meanwhile.
        }
        let decoded = lenses::decoded();
        let better = lens::better(&found, &camera.lens(), abilities.focuses, decoded.as_ref());
        if let Some(better) = better.filter(|_| !chosen) {
            return self.use_lens(better.clone());
        }
        // The next opening asks for this very lens, once.
        self.held
            .try_update_value(|held| held.lens = Some(camera.lens()).filter(|lens| !lens.id.is_empty()));
        self.abilities.set(abilities);
        self.lenses.set(lens::rear(&found).into_iter().cloned().collect());
    }

    /// Opens the camera anew.
    pub fn retry(self) {
        // OK because a closed viewfinder opens no camera.
        let _ = self.attempt.try_update(|count| *count += 1);
    }

    /// Opens another lens.
    fn use_lens(self, lens: Lens) {
        self.held.try_update_value(|held| held.lens = Some(lens));
        self.retry();
    }

    /// Opens the lens after the open one.
    pub fn next_lens(self) {
        let open = self.camera().map(|camera| camera.lens()).unwrap_or_default();
        let next = lens::next(&self.lenses.read_untracked(), &open.id).cloned();
        if let Some(next) = next {
            self.use_lens(next);
        }
    }

    /// The open camera.
    pub fn camera(self) -> Option<Rc<Camera>> {
        self.held.try_with_value(|held| held.camera.clone()).flatten()
    }

    /// The shopper is there: the time without anything to do starts anew.
    pub fn touch(self) {
        let idle = Timeout::after(IDLE_MS, move || self.pause(Pause::Idle));
        self.held.try_update_value(|held| {
            held.idle = idle.filter(|_| held.camera.is_some());
        });
    }

    /// Lets the camera go until it is wanted again.
    fn pause(self, why: Pause) {
        if self.camera().is_some() {
            self.close();
            self.state.set(State::Paused(why));
        }
    }

    /// From now on, goes on when the page can be seen again.
    pub fn come_back_when_seen(self) {
        let seen = window_event_listener_untyped("visibilitychange", move |_| self.come_back());
        on_cleanup(move || seen.remove());
    }

    fn come_back(self) {
        let hidden = State::Paused(Pause::Interrupted(Interruption::Hidden));
        if !site::is_hidden() && self.state.try_get_untracked() == Some(hidden) {
            self.retry();
        }
    }

    /// Moves on from one state to the next, unless something else has happened meanwhile.
    fn follow(self, from: State, to: State) {
        if self.state.try_get_untracked() == Some(from) {
            self.state.set(to);
        }
    }
}

impl Finder {
    /// Takes what was read in a frame: opens the page of one thing, lets the shopper choose among several, names the rest.
    fn take(self, reading: &Reading) {
        if !self.state.try_with_untracked(State::is_looking).unwrap_or(false) {
            return;
        }
        let now_ms = clock::now_ms();
        let seen = self.held.try_update_value(|held| {
            let new = held.sightings.see(&reading.symbols, now_ms);
            if !reading.symbols.is_empty() {
                held.since_ms = now_ms;
            }
            (new, held.sightings.meant(now_ms))
        });
        let Some((new, meant)) = seen else { return };
        if new {
            self.touch();
        }
        self.draw(now_ms);
        set_if_new(self.hint, reading.hint);
        match meant {
            Meant::One(link) => self.find(&link),
            Meant::Several(links) => self.choose(&links),
            Meant::Foreign(foreign) => self.say(State::Foreign(foreign)),
            Meant::Faulty(rejection) => self.say(State::Rejected(rejection)),
            Meant::Nothing => self.enlarge(reading.ms, now_ms),
        }
    }

    /// Outlines what is in view.
    fn draw(self, now_ms: f64) {
        let state = self.state.read_untracked();
        let things: &[DigitalLink] = match &*state {
            State::Choosing(links) => links,
            _ => &[],
        };
        let outlines = self.held.with_value(|held| {
            let size = held.camera.as_ref().map_or((0, 0), |camera| camera.size());
            Outlines::of(size, held.sightings.here(now_ms), things)
        });
        set_if_new(self.outlines, outlines);
    }

    /// One thing is meant: opens its page. While the shopper chooses, a thing more is only added.
    fn find(self, link: &DigitalLink) {
        if matches!(*self.state.read_untracked(), State::Choosing(_)) {
            self.choose(std::slice::from_ref(link));
        } else {
            self.open_page(link);
        }
    }

    /// Says and shows that a code was read, remembers the lens that did it, and opens the page.
    pub fn open_page(self, link: &DigitalLink) {
        if let Some(camera) = self.camera() {
            lenses::remember(&camera.lens());
        }
        buzz::buzz();
        sound::beep();
        go(&link.address());
    }

    /// Several things are in view: those named before keep their places.
    fn choose(self, links: &[DigitalLink]) {
        let mut things = match self.state.get_untracked() {
            State::Choosing(things) => things,
            _ => Vec::new(),
        };
        links.iter().for_each(|link| in_view::gather(&mut things, link));
        self.say(State::Choosing(things));
    }

    /// Forgets what was in view.
    pub fn look_again(self) {
        self.held
            .update_value(|held| held.sightings = Sightings::default());
        self.state.set(State::Looking);
    }

    /// Says it once, however many frames show it. A choice stays until it is made.
    fn say(self, next: State) {
        let stays = matches!(
            (&*self.state.read_untracked(), &next),
            (State::Choosing(_), State::Foreign(_) | State::Rejected(_))
        );
        if !stays {
            set_if_new(self.state, next);
        }
    }

    /// Nothing was read for a while: the code may be too small for the picture.
    fn enlarge(self, took_ms: f32, now_ms: f64) {
        let camera = self.held.try_update_value(|held| {
            let due = !held.enlarged && took_ms < FAST_MS && now_ms - held.since_ms > SMALL_MS;
            held.enlarged |= due;
            held.camera.clone().filter(|_| due)
        });
        if let Some(camera) = camera.flatten() {
            spawn_local(async move { camera.enlarge().await });
        }
    }
}

/// Sets a signal only when that changes something, so that nothing is drawn anew for nothing.
fn set_if_new<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if *signal.read_untracked() != value {
        signal.set(value);
    }
}
