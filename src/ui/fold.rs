//! What is one tap away: a summary, and more, which is made when it is first opened.

use leptos::ev;
use leptos::prelude::*;

/// `summary` with `children` under it. What is inside costs nothing until somebody wants to see it.
#[component]
pub fn Fold(
    class: &'static str,
    summary: AnyView,
    /// Whether it is open from the start.
    #[prop(optional)]
    open: bool,
    children: ChildrenFn,
) -> impl IntoView {
    let opened = RwSignal::new(open);
    view! {
        <details class=class open=open on:toggle=move |_: ev::Event| if !opened.get_untracked() { opened.set(true) }>
            <summary>{summary}</summary>
            {move || opened.get().then(|| children())}
        </details>
    }
}
