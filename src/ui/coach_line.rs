//! The plate over the camera's picture: what is going on, what would help, and the control that helps.

use super::context::use_lang;
use super::finder::{Finder, Pause, State};
use super::icon::Icon;
use super::lens_controls::{LensOffer, LightOffer};
use crate::browser::camera::{CameraError, Interruption};
use crate::browser::scanner::Failure;
use crate::symbol::Hint;
use crate::words::scan::Scan;
use leptos::prelude::*;

/// The plate, and under it what helps.
#[component]
pub fn CoachLine(finder: Finder) -> impl IntoView {
    let words = use_lang().scan();
    let looking = move || finder.state.read() == State::Looking;
    let hint = Memo::new(move |_| finder.hint.get().filter(|_| looking()));
    let sentence = move || match hint.get() {
        Some(hint) => {
            let (icon, text) = advice(hint, words);
            view! { <Icon name=icon />{text} }.into_any()
        }
        None => progress(&finder.state.read(), words).into_any(),
    };
    view! {
        <p class="hint" role="status" aria-live="polite">{sentence}</p>
        {move || match hint.get() {
            Some(Hint::MoreLight) => view! { <LightOffer finder /> }.into_any(),
            Some(Hint::Farther) => view! { <LensOffer finder /> }.into_any(),
            _ => ().into_any(),
        }}
    }
}

/// The pictogram of a hint, and its words.
fn advice(hint: Hint, words: &Scan) -> (&'static str, &'static str) {
    match hint {
        Hint::Closer => ("zoom-in", words.closer),
        Hint::Farther => ("zoom-out", words.farther),
        Hint::MoreLight => ("lightbulb", words.more_light),
        Hint::AvoidGlare => ("sun", words.avoid_glare),
        Hint::HoldStill => ("hand", words.hold_still),
    }
}

/// What is going on.
fn progress(state: &State, words: &Scan) -> &'static str {
    match state {
        State::Opening => words.opening,
        State::Loading => words.loading,
        State::Looking | State::Foreign(_) | State::Rejected(_) => words.hint,
        State::Choosing(_) => "",
        State::Paused(Pause::Idle) => words.idle,
        State::Paused(Pause::Interrupted(Interruption::Frozen)) => words.frozen,
        State::Paused(Pause::Interrupted(_)) => words.paused,
        State::NoCamera(CameraError::Refused) => words.camera_refused,
        State::NoCamera(CameraError::NoCamera) => words.camera_missing,
        State::NoCamera(CameraError::Busy) => words.camera_busy,
        State::NoCamera(CameraError::Unsupported) => words.camera_unsupported,
        State::NoCamera(CameraError::Other(_)) => words.camera_failed,
        State::NoReader(Failure::NotLoaded) => words.reader_missing,
        State::NoReader(Failure::Hangs) => words.reader_hangs,
    }
}
