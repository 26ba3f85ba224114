//! The small print under a block: who says so, as of when, and how sure that makes it.

use super::context::use_lang;
use crate::sources::{Attribution, Standing};
use crate::words::Lang;
use leptos::prelude::*;

/// The source of what stands above.
#[component]
pub fn SourceLine(by: Attribution) -> impl IntoView {
    let lang = use_lang();
    view! { <p class="source">{line(&by, lang)}</p> }
}

/// Who says so, how sure that makes it, and as of when.
pub fn line(by: &Attribution, lang: Lang) -> String {
    let words = lang.journey_page();
    let standing = match by.standing {
        Standing::Signed => words.signed,
        Standing::Declared => words.declared,
        Standing::Community => words.community,
    };
    told(by, Some(standing), lang)
}

/// The same of somebody who has shown it and not only said so.
pub fn shown(by: &Attribution, lang: Lang) -> String {
    told(by, None, lang)
}

fn told(by: &Attribution, standing: Option<&str>, lang: Lang) -> String {
    let words = lang.journey_page();
    let mut parts = vec![format!("{} {}", words.says, by.name.in_lang(lang))];
    parts.extend(standing.map(str::to_owned));
    parts.extend(
        by.as_of
            .map(|date| format!("{} {}", words.as_of, lang.date(date))),
    );
    parts.extend(by.sample.then(|| words.sample.to_owned()));
    parts.join(" · ")
}
