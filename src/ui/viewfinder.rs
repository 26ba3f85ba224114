//! The viewfinder: an overlay over whatever page is open. It ends by opening an address; it never changes the path itself.

use super::choice::Choice;
use super::coach_line::CoachLine;
use super::context::{Overlay, use_catalogue, use_lang, use_overlay};
use super::dialog::show_modal;
use super::finder::{Finder, Pause, State};
use super::foreign::ForeignNote;
use super::icon::Icon;
use super::lens_controls::{Light, NextLens, ZoomControl};
use super::notice::{Kind, Notice};
use super::outlines::OutlinesView;
use super::photo;
use super::rejection;
use super::way_out::WayOut;
use crate::browser::camera::{self, CameraError, HtmlVideoElement, Interruption};
use crate::browser::sound;
use crate::gs1::DigitalLink;
use crate::symbol;
use crate::words::Lang;
use crate::words::scan::Scan;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local_scoped_with_cancellation;

/// The overlay with the camera's picture. Mounted while it is open; the camera is released when it goes.
#[component]
pub fn Viewfinder() -> impl IntoView {
    let lang = use_lang();
    let overlay = use_overlay();
    let words = lang.scan();
    let video = NodeRef::<html::Video>::new();
    let dialog = NodeRef::<html::Dialog>::new();
    let finder = Finder::unopened();
    on_cleanup(sound::rest);
    Effect::new(move |_| {
        finder.attempt.track();
        if let Some(video) = video.get() {
            // OK because a later attempt, and closing, drop what an earlier one is still opening.
            spawn_local_scoped_with_cancellation(finder.open(video));
        }
    });
    let catalogue = use_catalogue();
    Effect::new(move |_| {
        if let Some(Some(catalogue)) = &*catalogue.read() {
            finder.know(catalogue.cards());
        }
    });
    finder.come_back_when_seen();
    show_modal(dialog);
    let busy = move || {
        sound::unlock();
        finder.touch();
    };
    let tap = move |event: leptos::ev::MouseEvent| {
        if let Some(video) = video.get_untracked() {
            tap(finder, &video, (event.offset_x() as f32, event.offset_y() as f32));
        }
    };
    let found = move || (!finder.outlines.read().codes.is_empty()).then_some("");
    view! {
        <dialog class="viewfinder" node_ref=dialog aria-label=words.scan data-found=found
            on:pointerdown=move |_| busy() on:keydown=move |_| busy()
            on:cancel=move |event: leptos::ev::Event| {
                event.prevent_default();
                overlay.set(None);
            }>
            <video class="picture" node_ref=video prop:muted=true playsinline autoplay on:click=tap></video>
            <OutlinesView outlines=finder.outlines focus=finder.focus />
            <div class="frame" aria-hidden="true"><span></span><span></span><span></span><span></span></div>
            <div class="top">
                <button aria-label=lang.shell().close on:click=move |_| overlay.set(None)>
                    <Icon name="x" />
                </button>
                <div class="tools">
                    <NextLens finder />
                    <Light finder />
                </div>
            </div>
            <div class="advice">
                <CoachLine finder />
                <ZoomControl finder />
            </div>
            <div class="sheet">
                {move || note(finder, &finder.state.read(), lang)}
                {move || retry(&finder.state.read(), words).map(|label| view! {
                    <button class="button primary" on:click=move |_| finder.retry()>
                        <Icon name="refresh-cw" />
                        {label}
                    </button>
                })}
                <OtherWays />
            </div>
        </dialog>
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

/// A tap on the picture: chooses the code under it, or else focuses there.
fn tap(finder: Finder, video: &HtmlVideoElement, point: (f32, f32)) {
    let Some(fit) = camera::fit(video) else { return };
    let pixel = fit.pixel(point);
    if let State::Choosing(things) = finder.state.get_untracked() {
        let outlines = finder.outlines.read_untracked();
        let hit = outlines
            .codes
            .iter()
            .find(|code| symbol::encloses(&code.corners, pixel));
        if let Some(thing) = hit.and_then(|code| things.get(code.place?)) {
            finder.open_page(thing);
        }
    } else if finder.abilities.get_untracked().focus_point
        && let Some(camera) = finder.camera()
    {
        camera.focus_at(point);
        finder.focus.set(Some((pixel.0 as i32, pixel.1 as i32)));
    }
}

/// What stands in the sheet about a code that opens no page by itself, or about a camera that gives no picture.
fn note(finder: Finder, state: &State, lang: Lang) -> Option<AnyView> {
    match state.clone() {
        State::Foreign(foreign) => Some(view! { <ForeignNote foreign /> }.into_any()),
        State::Rejected(rejection) => {
            let text = rejection::sentence(&rejection, lang);
            Some(view! { <Notice kind=Kind::Warn text /> }.into_any())
        }
        State::Choosing(things) => {
            let open = Callback::new(move |link: DigitalLink| finder.open_page(&link));
            let again = Callback::new(move |()| finder.look_again());
            Some(view! { <Choice things open again /> }.into_any())
        }
        State::NoCamera(_) | State::Paused(Pause::Interrupted(Interruption::Frozen)) => {
            Some(view! { <WayOut /> }.into_any())
        }
        _ => None,
    }
}

/// The button that starts again, where that can help.
fn retry(state: &State, words: &Scan) -> Option<&'static str> {
    match state {
        State::Paused(_) => Some(words.resume),
        State::NoCamera(CameraError::Unsupported | CameraError::NoCamera) => None,
        State::NoCamera(_) | State::NoReader(_) => Some(words.try_again),
        _ => None,
    }
}
