//! A part of a page in a chunk of its own: a sign of waiting while it is on its way, and a way on when it cannot be loaded.

use super::context::use_lang;
use super::lazy::{Chunk, Draw, Load, Page, boxed_draw, boxed_load};
use super::notice::{Kind, Loading, Notice};
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;

/// The part that `draw` draws, once `load` has loaded its chunk.
pub fn lazy_part<L, D>(load: fn() -> L, draw: impl Fn() -> D + Send + 'static) -> AnyView
where
    L: Future<Output = Result<(), SplitLoaderError>> + 'static,
    D: Future<Output = Page>,
{
    part(boxed_load(load), boxed_draw(draw))
}

fn part(load: Load, draw: Draw) -> AnyView {
    let (chunk, fetch) = Chunk::fetch(load, || {});
    (move || match chunk.get() {
        Chunk::OnItsWay => view! { <Loading /> }.into_any(),
        Chunk::Loaded => draw(),
        Chunk::Missing => view! { <Missing again=fetch /> }.into_any(),
    })
    .into_any()
}

#[component]
fn Missing(again: impl Fn() + 'static) -> impl IntoView {
    let lang = use_lang();
    view! {
        <Notice kind=Kind::Warn text=lang.problem().page_missing_help.to_owned() />
        <button class="button" on:click=move |_| again()>{lang.shell().again}</button>
    }
}
