//! An overlay of a chunk: its frame while the chunk is on its way, and a way on when it cannot be loaded.

use super::context::use_lang;
use super::dialog::show_modal;
use super::icon::Icon;
use super::lazy::{Chunk, Draw, Load, Page, boxed_draw, boxed_load};
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;

/// What an overlay looks like before its chunk is there.
#[derive(Clone, Copy)]
pub enum Look {
    /// The camera's picture over the whole screen.
    Picture,
    /// A sheet over a part of the screen.
    Sheet,
}

/// An overlay before its chunk is there.
#[derive(Clone, Copy)]
pub struct Frame {
    /// What it looks like.
    pub look: Look,
    /// Its name.
    pub label: &'static str,
    /// Closes it.
    pub close: Callback<()>,
}

/// The overlay that `draw` draws, once `load` has loaded its chunk.
pub fn lazy_overlay<L, D>(frame: Frame, load: fn() -> L, draw: impl Fn() -> D + Send + 'static) -> AnyView
where
    L: Future<Output = Result<(), SplitLoaderError>> + 'static,
    D: Future<Output = Page>,
{
    overlay(frame, boxed_load(load), boxed_draw(draw))
}

fn overlay(frame: Frame, load: Load, draw: Draw) -> AnyView {
    let (chunk, again) = Chunk::fetch(load, || {});
    let there = Memo::new(move |_| chunk.get() == Chunk::Loaded);
    (move || match there.get() {
        true => draw(),
        false => view! { <Waiting frame chunk again /> }.into_any(),
    })
    .into_any()
}

#[component]
fn Waiting(
    frame: Frame,
    chunk: RwSignal<Chunk>,
    again: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let lang = use_lang();
    let dialog = NodeRef::<html::Dialog>::new();
    show_modal(dialog);
    let Frame { look, label, close } = frame;
    let told = move || match chunk.get() {
        Chunk::Missing => view! {
            <p class="error" role="alert">{lang.problem().page_missing_help}</p>
            <button class="button primary" on:click=move |_| again()>
                <Icon name="refresh-cw" />
                {lang.shell().again}
            </button>
        }
        .into_any(),
        _ => view! { <p role="status">{lang.shell().loading}</p> }.into_any(),
    };
    let content = view! {
        {told}
        <button class="button" on:click=move |_| close.run(())>
            <Icon name="x" />
            {lang.shell().close}
        </button>
    };
    let (class, content) = match look {
        Look::Picture => (
            "viewfinder",
            view! { <div class="frame" aria-hidden="true"></div><div class="sheet">{content}</div> }
                .into_any(),
        ),
        Look::Sheet => ("sheet-dialog", content.into_any()),
    };
    view! {
        <dialog class=class node_ref=dialog aria-label=label on:cancel=move |event: leptos::ev::Event| {
            event.prevent_default();
            close.run(());
        }>
            {content}
        </dialog>
    }
}
