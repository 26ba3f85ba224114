//! The viewfinder's camera: opened, looked after, let go, and which of its lenses is open.

use super::finder::{Finder, Pause, State};
use super::outlines::Outlines;
use crate::browser::camera::{Abilities, Camera, HtmlVideoElement, Interruption};
use crate::browser::timeout::Timeout;
use crate::browser::{clock, lenses, site};
use crate::device::lens::{self, Lens};
use crate::gs1::sightings::Sightings;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// So long nothing may be read and nothing tapped before the camera is switched off, in milliseconds.
const IDLE_MS: i32 = 90_000;

/// When nothing was read for so long, the camera is asked for a larger picture, in milliseconds.
const SMALL_MS: f64 = 6000.0;

/// Only phones that look through a frame in less than this can bear a larger picture, in milliseconds.
const FAST_MS: f32 = 60.0;

impl Finder {
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
        self.held.try_update_value(|held| {
            held.lens = Some(camera.lens()).filter(|lens| !lens.id.is_empty());
            held.alike = match decoded {
                Some(_) => Vec::new(),
                None => lens::alike(&found, &camera.lens()),
            };
        });
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
            self.held.try_update_value(|held| held.trial.end());
            self.use_lens(next);
        }
    }

    /// The picture stays blurred: another lens may see sharply. Not while the lamp is lit, which would go out with its lens.
    pub(super) fn try_lens(self, is_blurred: bool, now_ms: f64) {
        let is_blurred = is_blurred && !self.lit.get_untracked();
        let next = self.held.try_update_value(|held| {
            let open = held.lens.as_ref()?;
            held.trial.see(is_blurred, now_ms, open, &held.alike)
        });
        if let Some(lens) = next.flatten() {
            self.use_lens(lens);
        }
    }

    /// Nothing was read for a while: the code may be too small for the picture.
    pub(super) fn enlarge(self, took_ms: f32, now_ms: f64) {
        let camera = self.held.try_update_value(|held| {
            let due = !held.enlarged && took_ms < FAST_MS && now_ms - held.since_ms > SMALL_MS;
            held.enlarged |= due;
            held.camera.clone().filter(|_| due)
        });
        if let Some(camera) = camera.flatten() {
            spawn_local(async move { camera.enlarge().await });
        }
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
}
