//! What the camera lets the shopper control: its lamp, how much it enlarges, which lens it uses.

use super::context::use_lang;
use super::finder::Finder;
use super::icon::Icon;
use crate::browser::camera::Lamp;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The switch of the lamp, where the camera has one.
#[component]
pub fn Light(finder: Finder) -> impl IntoView {
    let words = use_lang().scan();
    let lit = finder.lit;
    move || {
        finder.abilities.get().torch.then(|| {
            view! {
                <button aria-label=words.light aria-pressed=move || lit.get().to_string() on:click=move |_| switch(finder)>
                    <Icon name="flashlight" />
                </button>
            }
        })
    }
}

/// The lamp, offered in the dark.
#[component]
pub fn LightOffer(finder: Finder) -> impl IntoView {
    let words = use_lang().scan();
    move || {
        (finder.abilities.get().torch && !finder.lit.get()).then(|| {
            view! {
                <button class="button offer" on:click=move |_| switch(finder)>
                    <Icon name="flashlight" />
                    {words.light_on}
                </button>
            }
        })
    }
}

/// Switches the lamp. One that does not go out goes out with its stream.
fn switch(finder: Finder) {
    let Some(camera) = finder.camera() else { return };
    let lit = finder.lit;
    let wanted = !lit.get_untracked();
    spawn_local(async move {
        let lamp = camera.set_torch(wanted).await;
        let _ = lit.try_set(lamp == Lamp::On); // OK because a closed viewfinder has no switch.
        if lamp == Lamp::Stuck {
            finder.retry();
        }
    });
}

/// Natural size and twice that by a tap, and a slider for all that the camera can set, where it enlarges.
#[component]
pub fn ZoomControl(finder: Finder) -> impl IntoView {
    let lang = use_lang();
    let words = lang.scan();
    let set_to = RwSignal::new(0_u32);
    let set = move |wanted: u32| {
        set_to.set(wanted);
        if let Some(camera) = finder.camera() {
            spawn_local(async move { camera.set_zoom(wanted).await });
        }
    };
    let tap = move |label: &'static str, wanted: u32| {
        view! {
            <button aria-pressed=move || (set_to.get() == wanted).to_string() on:click=move |_| set(wanted)>{label}</button>
        }
    };
    let range = Memo::new(move |_| finder.abilities.get().zoom);
    move || {
        range.get().map(|zoom| {
            set_to.set(zoom.now);
            let times = move || lang.times(zoom.tenths(set_to.get()));
            view! {
                <div class="zoom" role="group" aria-label=words.zoom>
                    {tap("1×", zoom.natural())}
                    <input type="range" min=zoom.least max=zoom.most step=zoom.step aria-label=words.zoom aria-valuetext=times
                        prop:value=move || set_to.get()
                        on:input=move |event| set(event_target_value(&event).parse().map_or(zoom.natural(), |wanted| zoom.fit(wanted))) />
                    {zoom.twice().map(|twice| tap("2×", twice))}
                </div>
            }
        })
    }
}

/// The switch to the next lens, where there is one.
#[component]
pub fn NextLens(finder: Finder) -> impl IntoView {
    let words = use_lang().scan();
    move || {
        (finder.lenses.read().len() > 1).then(|| {
            view! {
                <button aria-label=words.other_lens on:click=move |_| finder.next_lens()>
                    <Icon name="switch-camera" />
                </button>
            }
        })
    }
}

/// The next lens, offered where this one is too near.
#[component]
pub fn LensOffer(finder: Finder) -> impl IntoView {
    let words = use_lang().scan();
    move || {
        (finder.lenses.read().len() > 1).then(|| {
            view! {
                <button class="button offer" on:click=move |_| finder.next_lens()>
                    <Icon name="switch-camera" />
                    {words.other_lens}
                </button>
            }
        })
    }
}
