//! A page about one document of the market: while it is on its way, when it is there, and when it is not.

use super::asked::Asked;
use super::context::use_lang;
use super::not_found::NextSteps;
use super::notice::{Kind, Loading, Notice};
use super::shell::page_title;
use super::silence::Silences;
use crate::sources::Silence;
use leptos::prelude::*;

/// The page of what `ask` answers: under the heading that `title` gives it, with or without the document, stands what
/// `known` shows of it, or the sentence `missing` when the market has no such document.
pub fn document_page<T, A>(
    ask: impl Fn() -> A + 'static,
    title: impl Fn(Option<T>) -> String + Copy + Send + Sync + 'static,
    known: impl Fn(T) -> AnyView + Send + 'static,
    missing: &'static str,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    A: Future<Output = Result<Option<T>, Silence>> + 'static,
{
    let lang = use_lang();
    let found = Asked::new(ask);
    let title = move || title(found.get().and_then(Result::ok).flatten());
    Effect::new(move |_| page_title(&title(), lang));
    view! {
        <h1 tabindex="-1">{title}</h1>
        {move || match found.get() {
            None => view! { <Loading /> }.into_any(),
            Some(Err(silence)) => view! { <Silences silences=vec![silence] again=move || found.again() /> }.into_any(),
            Some(Ok(None)) => view! { <Notice kind=Kind::Info text=missing.to_owned() /><NextSteps /> }.into_any(),
            Some(Ok(Some(document))) => known(document),
        }}
    }
}
