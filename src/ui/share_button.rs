//! The button that passes the page on: by the phone's share sheet, else by copying, else by hand.

use super::chunks;
use super::context::use_lang;
use super::icon::Icon;
use super::lazy_overlay::{Frame, Look, lazy_overlay};
use crate::browser::share::{self, Shared};
use crate::gs1::DigitalLink;
use leptos::prelude::*;

/// The button, and the sentence that something was copied. Where the browser refuses both, the sheet with the address opens.
#[component]
pub fn ShareButton(identity: DigitalLink) -> impl IntoView {
    let words = use_lang().journey_page();
    let copied = RwSignal::new(false);
    let sheet = RwSignal::new(false);
    let address = identity.address();
    let share = move |_| {
        let address = address.clone();
        copied.set(false);
        leptos::task::spawn_local(async move {
            let shared = share::share(&document().title(), &address).await;
            copied.set(shared == Shared::Copied);
            sheet.set(shared == Shared::Refused);
        });
    };
    view! {
        <span role="status">{move || copied.get().then_some(words.copied)}</span>
        <button aria-label=words.share on:click=share>
            <Icon name="share-2" />
        </button>
        <PageSheetOver identity sheet />
    }
}

/// The sheet with code and address of the page, over the page while `sheet` is true.
#[component]
pub fn PageSheetOver(identity: DigitalLink, sheet: RwSignal<bool>) -> impl IntoView {
    let label = use_lang().page_tools().code;
    let close = Callback::new(move |()| sheet.set(false));
    let frame = Frame {
        look: Look::Sheet,
        label,
        close,
    };
    move || {
        let identity = identity.clone();
        sheet.get().then(|| {
            lazy_overlay(frame, chunks::load_page_sheet, move || {
                chunks::page_sheet(identity.clone(), close)
            })
        })
    }
}
