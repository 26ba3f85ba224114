//! A photo as a way in: picked or dropped, read by the scanner, led to its page.

use super::context::{go, use_lang};
use super::dialog::show_modal;
use super::foreign::ForeignNote;
use super::icon::Icon;
use super::rejection;
use crate::browser::drop_zone::{DropZone, File};
use crate::browser::scanner::{Failure, PhotoError, Scanner};
use crate::browser::site;
use crate::gs1::identity::Foreign;
use crate::gs1::{Identity, Rejection, in_view};
use crate::symbol::Reading;
use crate::words::Lang;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The id of the one file input of the document.
const INPUT: &str = "photo-input";

/// What came of a photo.
#[derive(Clone, Debug, PartialEq)]
enum State {
    /// No photo is being looked at.
    Idle,
    /// A photo is held over the page.
    Dragged,
    /// A photo is being read: which one since the page was opened.
    Reading(u32),
    /// It holds no code.
    Empty,
    /// It holds a code that names no product.
    Foreign(Foreign),
    /// It holds a code with a fault in it.
    Rejected(Rejection),
    /// It could not be read.
    Failed(PhotoError),
}

/// Opens the system's choice of photos. Call it inside a tap, else browsers refuse.
pub fn pick() {
    site::press(INPUT);
}

/// The one file input of the document, the whole page as a place to drop a photo, and what came of it.
#[component]
pub fn Photo() -> impl IntoView {
    let lang = use_lang();
    let input = NodeRef::<html::Input>::new();
    let state = RwSignal::new(State::Idle);
    let photos = StoredValue::new(0_u32);
    let look = move |file: File| {
        photos.update_value(|count| *count += 1);
        let reading = State::Reading(photos.get_value());
        state.set(reading.clone());
        spawn_local(async move {
            let scanner = Scanner::start(|_| {});
            let read = scanner.photo(&file).await;
            // OK to let go what came of a photo whose sheet was closed, or that a later one has replaced.
            if state.try_get_untracked() == Some(reading) {
                state.set(outcome(read));
            }
        });
    };
    let chosen = move |_| {
        let Some(input) = input.get_untracked() else {
            return;
        };
        let file = input.files().and_then(|files| files.get(0));
        if let Some(file) = file {
            look(file);
        }
        input.set_value(""); // OK because the same photo may then be chosen again.
    };
    let zone = DropZone::over_page(
        move |over| state.set(if over { State::Dragged } else { State::Idle }),
        look,
    );
    StoredValue::new_local(zone); // OK because the owner of this component drops it.
    let shown = Memo::new(move |_| !matches!(*state.read(), State::Idle | State::Dragged));
    view! {
        <input id=INPUT class="visually-hidden" type="file" accept="image/*" tabindex="-1" aria-hidden="true"
            node_ref=input on:change=chosen />
        {move || (state.get() == State::Dragged).then(|| view! { <div class="drop">{lang.scan().drop_here}</div> })}
        {move || shown.get().then(|| view! { <Outcome state /> })}
    }
}

/// The sheet that says what came of the photo.
#[component]
fn Outcome(state: RwSignal<State>) -> impl IntoView {
    let lang = use_lang();
    let words = lang.scan();
    let dialog = NodeRef::<html::Dialog>::new();
    show_modal(dialog);
    view! {
        <dialog class="sheet-dialog" node_ref=dialog aria-label=words.choose_photo on:cancel=move |_: leptos::ev::Event| state.set(State::Idle)>
            {move || match state.get() {
                State::Reading(_) => view! { <p role="status">{words.photo_reading}</p> }.into_any(),
                State::Foreign(foreign) => view! { <ForeignNote foreign /> }.into_any(),
                state => view! { <p class="error" role="alert">{sentence(&state, lang)}</p> }.into_any(),
            }}
            <div class="acts">
                <button class="button" on:click=move |_| pick()>
                    <Icon name="image-up" />
                    {words.choose_photo}
                </button>
                <button class="button" on:click=move |_| state.set(State::Idle)>
                    <Icon name="x" />
                    {words.close}
                </button>
            </div>
        </dialog>
    }
}

/// What came of a photo. The page of a code in it is opened.
fn outcome(read: Result<Reading, PhotoError>) -> State {
    match read {
        Err(error) => State::Failed(error),
        Ok(reading) => match in_view::identify(&reading.symbols) {
            None => State::Empty,
            Some(Err(rejection)) => State::Rejected(rejection),
            Some(Ok(Identity::Foreign(foreign))) => State::Foreign(foreign),
            Some(Ok(Identity::Gs1(link))) => {
                go(&link.address());
                State::Idle
            }
        },
    }
}

fn sentence(state: &State, lang: Lang) -> String {
    let words = lang.scan();
    match state {
        State::Rejected(rejection) => rejection::sentence(rejection, lang),
        State::Failed(PhotoError::NotAPicture) => words.photo_broken.to_owned(),
        State::Failed(PhotoError::NotRead(Failure::NotLoaded)) => words.reader_missing.to_owned(),
        State::Failed(PhotoError::NotRead(Failure::Hangs)) => words.reader_hangs.to_owned(),
        _ => words.photo_empty.to_owned(),
    }
}
