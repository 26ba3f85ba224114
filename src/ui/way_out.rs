//! The way out of a browser inside another app, where pages get no camera.

use super::context::{use_lang, use_path};
use super::icon::Icon;
use crate::browser::{share, site};
use crate::device::in_app::{self, System};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Where the page is open: in an app of this name, or from an iPhone's home screen.
#[component]
pub fn WayOut() -> impl IntoView {
    let words = use_lang().scan();
    let path = use_path();
    let agent = site::user_agent();
    let app = in_app::app(&agent);
    let stands_alone = in_app::system(&agent) == System::Ios && site::stands_alone();
    if app.is_none() && !stands_alone {
        return None;
    }
    let sentence = app.map(|app| {
        let app = if app.is_empty() { words.other_app } else { app };
        words.in_app.replace("{app}", app)
    });
    let link = move || in_app::way_out(&agent, &format!("{}{}", site::origin(), path.read()));
    let copied = RwSignal::new(None::<bool>);
    let copy = move |_| {
        let path = path.get_untracked();
        spawn_local(async move {
            let _ = copied.try_set(Some(share::copy(&path).await)); // OK because a closed viewfinder needs no words.
        });
    };
    let told = move || match copied.get()? {
        true => Some(view! { <p role="status">{words.copied}</p> }.into_any()),
        // The address itself, for a finger that copies by hand.
        false => Some(view! { <p class="verbatim">{site::origin()}{path.get()}</p> }.into_any()),
    };
    Some(view! {
        <section class="way-out">
            {sentence.map(|sentence| view! { <p>{sentence}</p> })}
            {move || link().map(|link| view! {
                <a class="button primary" href=link>
                    <Icon name="external-link" />
                    {words.open_outside}
                </a>
            })}
            <button class="button" on:click=copy>
                <Icon name="copy" />
                {words.copy_link}
            </button>
            {told}
        </section>
    })
}
