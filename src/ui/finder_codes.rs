//! What becomes of the codes that the viewfinder reads: a page, a choice, or words about them.

use super::context::go;
use super::finder::{Finder, State, set_if_new};
use super::outlines::Outlines;
use crate::browser::scanner::{Event, Failure, Scanner};
use crate::browser::{buzz, clock, lenses, sound};
use crate::gs1::DigitalLink;
use crate::gs1::in_view::{self, Meant};
use crate::gs1::sightings::Sightings;
use crate::market::catalogue::Card;
use crate::symbol::{Hint, Reading};
use leptos::prelude::*;

impl Finder {
    /// Starts the reader, unless it runs already.
    pub(super) fn start_reader(self) {
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
            self.remember_lens();
        }
        self.draw(now_ms);
        set_if_new(self.hint, reading.hint);
        match meant {
            Meant::One(link) => self.find(&link),
            Meant::Several(links) => self.choose(&links),
            Meant::Foreign(foreign) => self.say(State::Foreign(foreign)),
            Meant::Faulty(rejection) => self.say(State::Rejected(rejection)),
            Meant::Nothing => {
                self.enlarge(reading.ms, now_ms);
                self.try_lens(reading.hint == Some(Hint::Farther), now_ms);
            }
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

    /// The open lens has decoded: it is the right one, now and on later visits.
    fn remember_lens(self) {
        if let Some(camera) = self.camera() {
            lenses::remember(&camera.lens());
            self.held.try_update_value(|held| held.trial.end());
        }
    }

    /// Tells ear and hand that a code was read, and opens the page.
    pub fn open_page(self, link: &DigitalLink) {
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
}
