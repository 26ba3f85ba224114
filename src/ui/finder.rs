//! The viewfinder's state: what it is doing, and what it holds. How its camera is opened and let go stands in
//! `finder_camera`, what becomes of the codes it reads in `finder_codes`.

use super::outlines::Outlines;
use crate::browser::camera::{Abilities, Camera, CameraError, Interruption};
use crate::browser::scanner::{Failure, Scanner};
use crate::browser::timeout::Timeout;
use crate::device::lens::Lens;
use crate::device::trial::Trial;
use crate::gs1::identity::Foreign;
use crate::gs1::sightings::Sightings;
use crate::gs1::{DigitalLink, Rejection};
use crate::symbol::Hint;
use leptos::prelude::*;
use std::rc::Rc;

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
    pub(super) held: StoredValue<Held, LocalStorage>,
}

/// What is released when the viewfinder goes.
#[derive(Default)]
pub(super) struct Held {
    pub(super) camera: Option<Rc<Camera>>,
    pub(super) scanner: Option<Scanner>,
    /// Whether the scanner can be asked.
    pub(super) ready: bool,
    /// The numbers of the market's products, sorted.
    pub(super) known: Vec<u64>,
    /// The lens that is wanted, by tap or because it is better.
    pub(super) lens: Option<Lens>,
    /// The lenses that seem as good as the open one, of which none has decoded yet.
    pub(super) alike: Vec<Lens>,
    pub(super) trial: Trial,
    pub(super) sightings: Sightings,
    /// When something was read last, or looking began.
    pub(super) since_ms: f64,
    pub(super) enlarged: bool,
    pub(super) idle: Option<Timeout>,
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

    /// The open camera.
    pub fn camera(self) -> Option<Rc<Camera>> {
        self.held.try_with_value(|held| held.camera.clone()).flatten()
    }

    /// Moves on from one state to the next, unless something else has happened meanwhile.
    pub(super) fn follow(self, from: State, to: State) {
        if self.state.try_get_untracked() == Some(from) {
            self.state.set(to);
        }
    }
}

/// Sets a signal only when that changes something, so that nothing is drawn anew for nothing.
pub(super) fn set_if_new<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if *signal.read_untracked() != value {
        signal.set(value);
    }
}
