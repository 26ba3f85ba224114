//! Sources that gave nothing: each reason as a plain sentence with what to do next.

use super::context::{use_lang, use_market_data};
use super::notice::{Kind, Notice};
use crate::browser::site;
use crate::sources::{Silence, Why};
use crate::words::Lang;
use leptos::ev;
use leptos::prelude::*;

/// Every source that kept silent, and a button that asks again.
#[component]
pub fn Silences(silences: Vec<Silence>, again: impl Fn() + 'static) -> impl IntoView {
    let lang = use_lang();
    if silences.is_empty() {
        return None;
    }
    let worth_asking = silences.iter().any(|silence| silence.why.is_passing());
    Some(view! {
        <section class="section silences">
            <h2>{lang.problem().silences}</h2>
            {silences.into_iter().map(|silence| view! {
                <Notice
                    kind=kind_of(&silence.why)
                    text=silence.sentence(lang, site::is_online())
                />
            }).collect_view()}
            {worth_asking.then(|| view! { <Again again /> })}
        </section>
    })
}

/// Why the market's data did not come, and a button that asks again. Nothing while there is no trouble.
/// When the network comes back, it asks by itself.
#[component]
pub fn MarketTrouble() -> impl IntoView {
    let lang = use_lang();
    let data = use_market_data();
    let online = window_event_listener(ev::online, move |_| data.retry());
    on_cleanup(move || online.remove());
    move || {
        data.trouble().map(|why| {
            let kind = kind_of(&why);
            let text = market_sentence(&why, lang);
            view! {
                <div class="trouble" data-cause=why.cause(site::is_online()).name()>
                    <Notice kind text />
                    <Again again=move || data.retry() />
                </div>
            }
        })
    }
}

#[component]
fn Again(again: impl Fn() + 'static) -> impl IntoView {
    let lang = use_lang();
    view! {
        <button class="button" on:click=move |_| again()>
            {lang.shell().again}
        </button>
    }
}

fn market_sentence(why: &Why, lang: Lang) -> String {
    let words = lang.problem();
    let reason = match why {
        Why::NotThere => format!("{} {}", words.the_market, words.file_missing),
        why => why.sentence(words.the_market, lang, site::is_online()),
    };
    format!("{} {reason}", words.market_silent)
}

fn kind_of(why: &Why) -> Kind {
    match why {
        Why::Unreachable if !site::is_online() => Kind::Offline,
        Why::NotThere | Why::NotAsked | Why::CutOff => Kind::Info,
        _ => Kind::Warn,
    }
}
