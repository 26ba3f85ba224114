//! The viewfinder: an overlay over whatever page is open. It ends by opening an address; it never changes the path itself.

use super::context::{Overlay, go, use_lang, use_overlay};
use super::dialog::show_modal;
use super::foreign::ForeignNote;
use super::icon::Icon;
use super::notice::{Kind, Notice};
use super::photo;
use super::rejection;
use crate::browser::buzz;
use crate::browser::camera::{Camera, CameraError, HtmlVideoElement};
use crate::browser::scanner::{Event, Failure, Scanner};
use crate::gs1::identity::Foreign;
use crate::gs1::in_view;
use crate::gs1::{Identity, Rejection};
use crate::symbol::Reading;
use crate::words::Lang;
use crate::words::scan::Scan;
use leptos::html;
use leptos::prelude::*;
use leptos::task::{spawn_local, spawn_local_scoped_with_cancellation};
use std::cell::Cell;
use std::rc::Rc;

/// What the viewfinder is doing.
#[derive(Clone, Debug, PartialEq)]
enum State {
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
    /// The camera was taken away: hidden page, phone call, other program.
    Paused,
    /// The camera cannot be used.
    NoCamera(CameraError),
    /// The reader cannot be used.
    NoReader(Failure),
}

/// Camera and reader; dropping them releases both.
struct Held {
    camera: Rc<Camera>,
    _scanner: Scanner,
}

/// Where they are held while the viewfinder is open.
type Instruments = StoredValue<Option<Held>, LocalStorage>;

/// The overlay with the camera's picture. Mounted while it is open; the camera is released when it goes.
#[component]
pub fn Viewfinder() -> impl IntoView {
    let lang = use_lang();
    let overlay = use_overlay();
    let words = lang.scan();
    let video = NodeRef::<html::Video>::new();
    let dialog = NodeRef::<html::Dialog>::new();
    let state = RwSignal::new(State::Opening);
    let instruments = StoredValue::new_local(None::<Held>);
    let lamp = RwSignal::new(false);
    let attempt = RwSignal::new(0_u32);
    Effect::new(move |_| {
        attempt.track();
        if let Some(video) = video.get() {
            instruments.set_value(None);
            state.set(State::Opening);
            // OK because a later attempt, and closing, drop what an earlier one is still opening.
            spawn_local_scoped_with_cancellation(start(video, state, lamp, instruments));
        }
    });
    show_modal(dialog);
    view! {
        <dialog class="viewfinder" node_ref=dialog aria-label=words.scan on:cancel=move |event: leptos::ev::Event| {
            event.prevent_default();
            overlay.set(None);
        }>
            <video class="picture" node_ref=video prop:muted=true playsinline autoplay></video>
            <div class="frame" aria-hidden="true"><span></span><span></span><span></span><span></span></div>
            <div class="top">
                <button aria-label=words.close on:click=move |_| overlay.set(None)>
                    <Icon name="x" />
                </button>
                <Light state lamp instruments />
            </div>
            <p class="hint" role="status">{move || hint(&state.read(), words)}</p>
            <div class="sheet">
                {move || note(&state.read(), lang)}
                {move || retry(&state.read(), words).map(|label| view! {
                    <button class="button primary" on:click=move |_| attempt.update(|count| *count += 1)>
                        <Icon name="refresh-cw" />
                        {label}
                    </button>
                })}
                <OtherWays />
            </div>
        </dialog>
    }
}

/// The switch of the camera's lamp, where the camera has one.
#[component]
fn Light(state: RwSignal<State>, lamp: RwSignal<bool>, instruments: Instruments) -> impl IntoView {
    let lang = use_lang();
    let lit = RwSignal::new(false);
    let available = move || {
        let looking = matches!(
            *state.read(),
            State::Looking | State::Foreign(_) | State::Rejected(_)
        );
        looking && lamp.get()
    };
    let switch = move |_| {
        let Some(camera) = instruments.with_value(|found| found.as_ref().map(|found| found.camera.clone()))
        else {
            return;
        };
        let wanted = !lit.get_untracked();
        spawn_local(async move {
            let _ = lit.try_set(camera.set_torch(wanted).await); // OK because a closed viewfinder has no switch.
        });
    };
    move || {
        available().then(|| {
            view! {
                <button aria-label=lang.scan().light aria-pressed=move || lit.get().to_string() on:click=switch>
                    <Icon name="flashlight" />
                </button>
            }
        })
    }
}

/// The ways in that need no camera.
#[component]
fn OtherWays() -> impl IntoView {
    let lang = use_lang();
    let overlay = use_overlay();
    let words = lang.scan();
    view! {
        <div class="acts">
            <button class="button" on:click=move |_| overlay.set(Some(Overlay::TypeCode))>
                <Icon name="keyboard" />
                {words.type_code}
            </button>
            <button class="button" on:click=move |_| photo::pick()>
                <Icon name="image-up" />
                {words.choose_photo}
            </button>
        </div>
    }
}

/// Opens camera and reader and lets frames flow from one to the other.
async fn start(
    video: HtmlVideoElement,
    state: RwSignal<State>,
    lamp: RwSignal<bool>,
    instruments: Instruments,
) {
    let ready = Rc::new(Cell::new(false));
    let is_ready = ready.clone();
    let scanner = Scanner::start(move |event| match event {
        Event::Ready => {
            is_ready.set(true);
            follow(state, State::Loading, State::Looking);
        }
        Event::Reading(reading) => {
            look_for_lamp(lamp, instruments);
            take(&reading, state);
        }
        Event::Failed(failure) => {
            // OK because a closed viewfinder needs no words, and has let its camera go.
            let _ = state.try_set(State::NoReader(failure));
            let _ = instruments.try_set_value(None);
        }
    });
    match Camera::open(&video).await {
        // OK to let the camera go again: nobody could read what it shows.
        Ok(_) if matches!(state.try_get_untracked(), Some(State::NoReader(_))) => {}
        Ok(camera) => {
            camera.on_interrupted(move || {
                let _ = state.try_set(State::Paused); // OK because a closed viewfinder needs no words.
            });
            scanner.watch(&video);
            follow(
                state,
                State::Opening,
                if ready.get() {
                    State::Looking
                } else {
                    State::Loading
                },
            );
            // OK to ignore a closed viewfinder: both are dropped right here, which releases them.
            let _ = instruments.try_set_value(Some(Held {
                camera: Rc::new(camera),
                _scanner: scanner,
            }));
        }
        Err(error) => {
            let _ = state.try_set(State::NoCamera(error)); // OK because a closed viewfinder needs no words.
        }
    }
}

/// Asks for the lamp with each reading until there is one, because some browsers know it only half a second after opening.
fn look_for_lamp(lamp: RwSignal<bool>, instruments: Instruments) {
    let found = |held: &Option<Held>| held.as_ref().is_some_and(|held| held.camera.torch_available());
    if lamp.try_get_untracked() == Some(false) && instruments.try_with_value(found) == Some(true) {
        lamp.set(true);
    }
}

/// Moves on from one state to the next, unless something else has happened meanwhile.
fn follow(state: RwSignal<State>, from: State, to: State) {
    if state.try_get_untracked() == Some(from) {
        state.set(to);
    }
}

/// Opens the page of what was read, or says what it is. Bars with a fault in them are most often a misread: the next frame will tell.
fn take(reading: &Reading, state: RwSignal<State>) {
    if !matches!(
        state.try_get_untracked(),
        Some(State::Looking | State::Loading | State::Foreign(_) | State::Rejected(_))
    ) {
        return;
    }
    match in_view::identify(&reading.symbols) {
        Some(Ok(Identity::Gs1(link))) => {
            buzz::buzz();
            go(&link.address());
        }
        Some(Ok(Identity::Foreign(foreign))) => say(State::Foreign(foreign), state),
        Some(Err(_)) => {
            if let Some(rejection) = proven_fault(reading) {
                say(State::Rejected(rejection), state);
            }
        }
        None => {}
    }
}

/// Says it once, however many frames show it.
fn say(next: State, state: RwSignal<State>) {
    if state.get_untracked() != next {
        state.set(next);
    }
}

/// The fault of a symbol that has error correction, and so is no misread.
fn proven_fault(reading: &Reading) -> Option<Rejection> {
    let symbols = reading.symbols.iter();
    let corrected: Vec<_> = symbols
        .filter(|symbol| !symbol.format.is_linear())
        .cloned()
        .collect();
    in_view::identify(&corrected)?.err()
}

/// What stands in the sheet about a code that opens no page.
fn note(state: &State, lang: Lang) -> Option<AnyView> {
    match state.clone() {
        State::Foreign(foreign) => Some(view! { <ForeignNote foreign /> }.into_any()),
        State::Rejected(rejection) => {
            let text = rejection::sentence(&rejection, lang);
            Some(view! { <Notice kind=Kind::Warn text /> }.into_any())
        }
        _ => None,
    }
}

/// What stands on the plate over the picture.
fn hint(state: &State, words: &Scan) -> &'static str {
    match state {
        State::Opening => words.opening,
        State::Loading => words.loading,
        State::Looking | State::Foreign(_) | State::Rejected(_) => words.hint,
        State::Paused => words.paused,
        State::NoCamera(CameraError::Refused) => words.camera_refused,
        State::NoCamera(CameraError::NoCamera) => words.camera_missing,
        State::NoCamera(CameraError::Busy) => words.camera_busy,
        State::NoCamera(CameraError::Unsupported) => words.camera_unsupported,
        State::NoCamera(CameraError::Other(_)) => words.camera_failed,
        State::NoReader(Failure::NotLoaded) => words.reader_missing,
        State::NoReader(Failure::Hangs) => words.reader_hangs,
    }
}

/// The button that starts again, where that can help.
fn retry(state: &State, words: &Scan) -> Option<&'static str> {
    match state {
        State::Paused => Some(words.resume),
        State::NoCamera(CameraError::Unsupported | CameraError::NoCamera) => None,
        State::NoCamera(_) | State::NoReader(_) => Some(words.try_again),
        _ => None,
    }
}
