//! The field for a number, an element string or a link, typed or pasted.

use super::context::{go, use_lang, use_overlay};
use super::dialog::show_modal;
use super::foreign::ForeignNote;
use super::icon::Icon;
use super::rejection;
use crate::gs1::identity::Foreign;
use crate::gs1::{Identity, Rejection};
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

/// What came of the typed text.
#[derive(Clone, Debug, PartialEq)]
enum Outcome {
    /// A code that names no product.
    Foreign(Foreign),
    /// No code at all.
    Rejected(Rejection),
}

/// The sheet with the code field. What was typed stays until it leads to a page.
#[component]
pub fn TypeCode() -> impl IntoView {
    let lang = use_lang();
    let overlay = use_overlay();
    let words = lang.scan();
    let dialog = NodeRef::<html::Dialog>::new();
    let field = NodeRef::<html::Input>::new();
    let outcome = RwSignal::new(None::<Outcome>);
    show_modal(dialog);
    Effect::new(move |_| {
        if let (Some(_), Some(field)) = (dialog.get(), field.get()) {
            let _ = field.focus(); // OK because a field that takes no focus can still be tapped.
        }
    });
    let show = move |event: SubmitEvent| {
        event.prevent_default();
        let text = field
            .get_untracked()
            .map(|field| field.value())
            .unwrap_or_default();
        match Identity::read(&text, None) {
            Ok(Identity::Gs1(link)) => go(&link.address()),
            Ok(Identity::Foreign(foreign)) => outcome.set(Some(Outcome::Foreign(foreign))),
            Err(rejection) => outcome.set(Some(Outcome::Rejected(rejection))),
        }
    };
    let rejected = move || matches!(outcome.get(), Some(Outcome::Rejected(_)));
    view! {
        <dialog class="sheet-dialog" node_ref=dialog aria-label=words.type_code on:cancel=move |event: leptos::ev::Event| {
            event.prevent_default();
            overlay.set(None);
        }>
            <form class="code" novalidate on:submit=show>
                <div class="top">
                    <h2>{words.type_code}</h2>
                    <button type="button" class="button quiet" aria-label=lang.shell().close on:click=move |_| overlay.set(None)>
                        <Icon name="x" />
                    </button>
                </div>
                <label for="code-field">{words.code}</label>
                <input id="code-field" type="text" inputmode="text" autocomplete="off" autocapitalize="off" spellcheck="false"
                    enterkeyhint="go" aria-describedby="code-help code-error" aria-invalid=move || rejected().to_string() node_ref=field
                    on:input=move |_| outcome.set(None) />
                <p id="code-help" class="help">{words.code_help}</p>
                <div id="code-error" role="alert">
                    {move || outcome.get().map(|outcome| match outcome {
                        Outcome::Foreign(foreign) => view! { <ForeignNote foreign /> }.into_any(),
                        Outcome::Rejected(rejection) => view! { <p class="error">{rejection::sentence(&rejection, lang)}</p> }.into_any(),
                    })}
                </div>
                <button class="button primary">{words.show}</button>
            </form>
        </dialog>
    }
}
