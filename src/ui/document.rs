//! A page about one document of the market: while it is on its way, when it is there, and when it is not.

use super::asked::Asked;
use super::context::{use_lang, use_today};
use super::nothing::NothingCame;
use super::notice::Loading;
use super::report::Report;
use super::said::Ages;
use super::shell::page_title;
use super::silence::Silences;
use crate::browser::site;
use crate::gs1::Gln;
use crate::journey::problem_report::ProblemReport;
use crate::sources::cause::Cause;
use crate::sources::{Silence, Told};
use leptos::prelude::*;

/// What a page says where there is no document.
#[derive(Clone)]
pub struct Missing {
    /// The page's own address.
    pub address: String,
    /// What the address itself tells, as (term, value).
    pub facts: Vec<(&'static str, String)>,
    /// The heading where nobody knows it; `None` for a code.
    pub heading: Option<&'static str>,
    /// What to do then.
    pub help: &'static str,
}

impl Missing {
    /// Of a place (`ai` 414) or a party (417) by its number.
    pub fn of(ai: &str, gln: Gln, help: &'static str) -> Missing {
        Missing {
            address: format!("/{ai}/{gln}"),
            facts: vec![(use_lang().market().number, gln.to_string())],
            heading: None,
            help,
        }
    }
}

/// The page of what `ask` answers: under the heading that `title` gives it, with or without the document, stands what
/// `known` shows of it, with its age where this phone had kept it, or why there is none.
pub fn document_page<T, A>(
    ask: impl Fn() -> A + 'static,
    title: impl Fn(Option<T>) -> String + Copy + Send + Sync + 'static,
    known: impl Fn(T) -> AnyView + Send + 'static,
    missing: Missing,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    A: Future<Output = Result<Option<Told<T>>, Silence>> + 'static,
{
    let lang = use_lang();
    let found = Asked::new(ask);
    let title = move || {
        let told = found.get().and_then(Result::ok).flatten();
        title(told.map(|told| told.what))
    };
    Effect::new(move |_| page_title(&title(), lang));
    view! {
        <h1 tabindex="-1">{title}</h1>
        {move || match found.get() {
            None => view! { <Loading /> }.into_any(),
            Some(Ok(Some(told))) => view! {
                {known(told.what)}
                <Ages kept=told.kept.into_iter().collect() />
            }.into_any(),
            Some(Ok(None)) => nothing(None, missing.clone(), move || found.again()).into_any(),
            Some(Err(silence)) => nothing(Some(silence), missing.clone(), move || found.again()).into_any(),
        }}
    }
}

/// Why there is no document: the market does not know it, or keeps silent.
fn nothing(
    silence: Option<Silence>,
    missing: Missing,
    again: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let Missing {
        address,
        facts,
        heading,
        help,
    } = missing;
    let silences: Vec<Silence> = silence.into_iter().collect();
    let cause = Cause::of(&silences, site::is_online());
    let is_unknown = silences.is_empty();
    let (heading, help) = (heading.filter(|_| is_unknown), is_unknown.then_some(help));
    let lang = use_lang();
    let says = heading.unwrap_or_else(|| cause.heading(lang));
    let made_by = (site::address_of(&address), site::version());
    let report = ProblemReport::about(
        &address,
        says,
        use_today().get_untracked(),
        (&made_by.0, &made_by.1),
        lang,
    );
    view! {
        <NothingCame cause heading help facts again />
        <Report report />
        <Silences silences again />
    }
}
