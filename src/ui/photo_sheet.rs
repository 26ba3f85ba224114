//! The sheet of a photo: read by the scanner, led to its page.

use super::choice::Choice;
use super::context::{go, use_lang};
use super::dialog::show_modal;
use super::foreign::ForeignNote;
use super::icon::Icon;
use super::photo;
use super::rejection;
use crate::browser::drop_zone::File;
use crate::browser::scanner::{Failure, PhotoError, Scanner};
use crate::gs1::identity::Foreign;
use crate::gs1::in_view::{self, Meant};
use crate::gs1::{DigitalLink, Rejection};
use crate::symbol::Reading;
use crate::words::Lang;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The photo that was given; none, and there is no sheet.
pub type ChosenPhoto = RwSignal<Option<File>, LocalStorage>;

/// What came of a photo.
#[derive(Clone, Debug, PartialEq)]
enum State {
    /// It is being read.
    Reading,
    /// It holds no code.
    Empty,
    /// It holds several products: the shopper chooses.
    Choosing(Vec<DigitalLink>),
    /// It holds a code that names no product.
    Foreign(Foreign),
    /// It holds a code with a fault in it.
    Rejected(Rejection),
    /// It could not be read.
    Failed(PhotoError),
}

/// The sheet that says what came of the photo.
#[component]
pub fn PhotoSheet(photo: ChosenPhoto) -> impl IntoView {
    let lang = use_lang();
    let words = lang.scan();
    let state = RwSignal::new(State::Reading);
    Effect::new(move |_| look(photo, state));
    let dialog = NodeRef::<html::Dialog>::new();
    show_modal(dialog);
    let open = Callback::new(move |link: DigitalLink| open_page(photo, &link));
    view! {
        <dialog class="sheet-dialog" node_ref=dialog aria-label=words.choose_photo on:cancel=move |_: leptos::ev::Event| photo.set(None)>
            {move || match state.get() {
                State::Reading => view! { <p role="status">{words.photo_reading}</p> }.into_any(),
                State::Choosing(things) => view! { <Choice things open /> }.into_any(),
                State::Foreign(foreign) => view! { <ForeignNote foreign /> }.into_any(),
                state => view! { <p class="error" role="alert">{sentence(&state, lang)}</p> }.into_any(),
            }}
            <div class="acts">
                <button class="button" on:click=move |_| photo::pick()>
                    <Icon name="image-up" />
                    {words.choose_photo}
                </button>
                <button class="button" on:click=move |_| photo.set(None)>
                    <Icon name="x" />
                    {lang.shell().close}
                </button>
            </div>
        </dialog>
    }
}

/// Reads the photo that was given, whenever it is another one.
fn look(photo: ChosenPhoto, state: RwSignal<State>) {
    let Some(file) = photo.get() else { return };
    state.set(State::Reading);
    spawn_local(async move {
        let scanner = Scanner::start(|_| {});
        let read = scanner.photo(&file).await;
        // OK to let go what came of a photo whose sheet was closed, or that a later one has replaced.
        if photo.try_get_untracked().flatten() != Some(file) {
            return;
        }
        match outcome(read) {
            Ok(link) => open_page(photo, &link),
            Err(told) => state.set(told),
        }
    });
}

/// Closes the sheet and opens the page of a thing.
fn open_page(photo: ChosenPhoto, link: &DigitalLink) {
    photo.set(None);
    go(&link.address());
}

/// The one thing that the photo shows, or else what to say of it.
fn outcome(read: Result<Reading, PhotoError>) -> Result<DigitalLink, State> {
    let symbols = read.map_err(State::Failed)?.symbols;
    match in_view::meant(symbols.iter()) {
        Meant::One(link) => Ok(link),
        Meant::Several(links) => Err(State::Choosing(links)),
        Meant::Foreign(foreign) => Err(State::Foreign(foreign)),
        Meant::Faulty(rejection) => Err(State::Rejected(rejection)),
        // A photo has no later frame that would read the bars better, so their fault is told.
        Meant::Nothing => match in_view::identify(&symbols) {
            Some(Err(rejection)) => Err(State::Rejected(rejection)),
            _ => Err(State::Empty),
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
