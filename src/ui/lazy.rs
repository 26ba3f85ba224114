//! A page of a chunk: a sign of waiting while the chunk and its style are on their way, and a way on when it cannot be loaded.

use super::context::use_lang;
use super::notice::Loading;
use super::shell::page_title;
use crate::browser::{site, styles};
use futures_util::FutureExt;
use futures_util::future::{LocalBoxFuture, join};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;

/// A page, or the news that its chunk could not be loaded.
pub type Page = Result<AnyView, SplitLoaderError>;

/// Loads a chunk. Boxed, because each chunk has a type of its own, and what is made for each of them weighs on the first visit.
pub type Load = Box<dyn Fn() -> LocalBoxFuture<'static, Result<(), SplitLoaderError>> + Send + Sync>;

/// Draws what is in a chunk that is there.
pub type Draw = Box<dyn Fn() -> AnyView + Send>;

/// Whether a chunk is there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Chunk {
    /// It is being fetched.
    OnItsWay,
    /// It is there.
    Loaded,
    /// It could not be loaded.
    Missing,
}

impl Chunk {
    /// Loads a chunk, and tells `changed` whenever it has come or will not come. The second part of the answer tries again.
    pub fn fetch(load: Load, changed: fn()) -> (RwSignal<Chunk>, impl Fn() + Copy + Send + Sync + 'static) {
        let chunk = RwSignal::new(Chunk::OnItsWay);
        let load = StoredValue::new(load);
        let fetch = move || {
            chunk.set(Chunk::OnItsWay);
            let loading = load.with_value(|load| load());
            spawn_local(async move {
                let loaded = match join(loading, styles::later()).await.0 {
                    Ok(()) => Chunk::Loaded,
                    Err(_) => Chunk::Missing,
                };
                let _ = chunk.try_set(loaded); // OK because what was left meanwhile needs no chunk.
                changed();
            });
        };
        fetch();
        (chunk, fetch)
    }
}

/// What loads a chunk, boxed.
pub fn boxed_load<L>(load: fn() -> L) -> Load
where
    L: Future<Output = Result<(), SplitLoaderError>> + 'static,
{
    Box::new(move || load().boxed_local())
}

/// What draws a chunk that is there, boxed.
pub fn boxed_draw<D: Future<Output = Page>>(draw: impl Fn() -> D + Send + 'static) -> Draw {
    Box::new(move || draw().now_or_never().and_then(Result::ok).into_any())
}

/// The page that `draw` draws, once `load` has loaded its chunk.
pub fn lazy<L, D>(load: fn() -> L, draw: impl Fn() -> D + Send + 'static) -> AnyView
where
    L: Future<Output = Result<(), SplitLoaderError>> + 'static,
    D: Future<Output = Page>,
{
    page(boxed_load(load), boxed_draw(draw))
}

fn page(load: Load, draw: Draw) -> AnyView {
    let (chunk, fetch) = Chunk::fetch(load, site::focus_heading_from_page);
    (move || match chunk.get() {
        Chunk::OnItsWay => view! { <Waiting /> }.into_any(),
        Chunk::Loaded => draw(),
        Chunk::Missing => view! { <Missing again=fetch /> }.into_any(),
    })
    .into_any()
}

#[component]
fn Waiting() -> impl IntoView {
    let lang = use_lang();
    page_title(lang.shell().loading, lang);
    view! { <Loading /> }
}

#[component]
fn Missing(again: impl Fn() + 'static) -> impl IntoView {
    let lang = use_lang();
    let words = lang.problem();
    page_title(words.page_missing, lang);
    view! {
        <h1 tabindex="-1">{words.page_missing}</h1>
        <p class="lead" role="alert">{words.page_missing_help}</p>
        <button class="button primary" on:click=move |_| again()>
            {lang.shell().again}
        </button>
    }
}
