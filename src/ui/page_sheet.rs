//! The sheet of a page's own code and address.

use super::context::use_lang;
use super::dialog::show_modal;
use super::icon::Icon;
use super::page_code::PageCode;
use super::what_is::WhatIs;
use crate::browser::{share, site};
use crate::gs1::DigitalLink;
use crate::words::glossary::Word;
use leptos::html;
use leptos::prelude::*;

/// The code, the address in a field where it can be selected, and a button that copies it.
#[component]
pub fn PageSheet(identity: DigitalLink, close: Callback<()>) -> impl IntoView {
    let lang = use_lang();
    let words = lang.page_tools();
    let dialog = NodeRef::<html::Dialog>::new();
    let field = NodeRef::<html::Input>::new();
    let copied = RwSignal::new(None::<bool>);
    show_modal(dialog);
    let address = site::address_of(&identity.address());
    let path = identity.address();
    let select = move || {
        // OK because a field of a sheet that was closed is gone.
        if let Some(field) = field.try_get_untracked().flatten() {
            let _ = field.focus(); // OK because a field that takes no focus can still be selected by hand.
            field.select();
        }
    };
    let copy = move |_| {
        let path = path.clone();
        leptos::task::spawn_local(async move {
            let done = share::copy(&path).await;
            let _ = copied.try_set(Some(done)); // OK because a sheet that was closed tells nothing.
            if !done {
                select();
            }
        });
    };
    Effect::new(move |_| {
        if dialog.get().is_some() && field.get().is_some() {
            select();
        }
    });
    let told = move || {
        copied
            .get()
            .map(|done| if done { words.copied } else { words.copy_by_hand })
    };
    view! {
        <dialog class="sheet-dialog page-sheet" node_ref=dialog aria-label=words.code on:cancel=move |event: leptos::ev::Event| {
            event.prevent_default();
            close.run(());
        }>
            <h2>{words.code}</h2>
            <PageCode identity />
            <p>{words.code_help}</p>
            <WhatIs words=[Word::DigitalLink] />
            <label for="page-address">{words.address}</label>
            <input id="page-address" type="text" readonly node_ref=field value=address on:focus=move |_| select() />
            <p class="help" role="status">{told}</p>
            <div class="acts">
                <button class="button primary" on:click=copy>
                    <Icon name="copy" />
                    {words.copy}
                </button>
                <button class="button" on:click=move |_| close.run(())>
                    <Icon name="x" />
                    {lang.shell().close}
                </button>
            </div>
        </dialog>
    }
}
