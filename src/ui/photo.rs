//! A photo as a way in: the one file input of the document, and the whole page as a place to drop a photo.

use super::chunks;
use super::context::use_lang;
use super::lazy_overlay::{Frame, Look, lazy_overlay};
use super::photo_sheet::ChosenPhoto;
use crate::browser::drop_zone::DropZone;
use crate::browser::site;
use leptos::html;
use leptos::prelude::*;

/// The id of the one file input of the document.
const INPUT: &str = "photo-input";

/// Opens the system's choice of photos. Call it inside a tap, else browsers refuse.
pub fn pick() {
    site::press(INPUT);
}

/// The file input, the place to drop a photo, and the sheet of the photo that was given.
#[component]
pub fn Photo() -> impl IntoView {
    let lang = use_lang();
    let input = NodeRef::<html::Input>::new();
    let photo = ChosenPhoto::new_local(None);
    let is_held = RwSignal::new(false);
    let chosen = move |_| {
        let Some(input) = input.get_untracked() else {
            return;
        };
        let file = input.files().and_then(|files| files.get(0));
        if file.is_some() {
            photo.set(file);
        }
        input.set_value(""); // OK because the same photo may then be chosen again.
    };
    let hold = move |over| {
        is_held.set(over);
        photo.set(None);
    };
    let zone = DropZone::over_page(hold, move |file| photo.set(Some(file)));
    StoredValue::new_local(zone); // OK because the owner of this component drops it.
    let shown = Memo::new(move |_| photo.read().is_some());
    let sheet = move || {
        let frame = Frame {
            look: Look::Sheet,
            label: lang.home().choose_photo,
            close: Callback::new(move |()| photo.set(None)),
        };
        lazy_overlay(frame, chunks::load_photo_sheet, move || {
            chunks::photo_sheet(photo)
        })
    };
    view! {
        <input id=INPUT class="visually-hidden" type="file" accept="image/*" tabindex="-1" aria-hidden="true"
            node_ref=input on:change=chosen />
        {move || is_held.get().then(|| view! { <div class="drop">{lang.shell().drop_here}</div> })}
        {move || shown.get().then(sheet)}
    }
}
