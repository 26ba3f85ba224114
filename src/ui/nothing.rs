//! The page of a code of which nothing can be shown, in five kinds: unknown, offline, server down, too busy, closed. Each leads on.

use super::context::use_lang;
use super::fact_list::FactList;
use super::not_found::NextSteps;
use crate::browser::{share, site};
use crate::journey::Journey;
use crate::sources::{Silence, Why};
use crate::words::Lang;
use leptos::ev;
use leptos::prelude::*;
use std::sync::Arc;

/// Why nothing can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cause {
    Unknown,
    Offline,
    Down,
    Busy(u32),
    Closed,
}

impl Cause {
    /// The cause that helps most: what the shopper can do something about comes first.
    fn of(silences: &[Silence]) -> Cause {
        let whys = || silences.iter().map(|silence| &silence.why);
        let wait = whys().find_map(|why| match why {
            Why::TooOften(seconds) => Some(*seconds),
            _ => None,
        });
        let is_down = |why: &Why| {
            matches!(
                why,
                Why::Unreachable | Why::TimedOut(_) | Why::Refused(_) | Why::Broken(_)
            )
        };
        match wait {
            _ if !site::is_online() && whys().any(|why| *why == Why::Unreachable) => Cause::Offline,
            Some(seconds) => Cause::Busy(seconds),
            None if whys().any(is_down) => Cause::Down,
            None if whys().any(|why| *why == Why::Closed) => Cause::Closed,
            None => Cause::Unknown,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Cause::Unknown => "unknown",
            Cause::Offline => "offline",
            Cause::Down => "down",
            Cause::Busy(_) => "busy",
            Cause::Closed => "closed",
        }
    }

    fn texts(self, lang: Lang) -> (&'static str, String) {
        let words = lang.problem();
        match self {
            Cause::Unknown => (words.nothing_unknown, words.help_unknown.to_owned()),
            Cause::Offline => (words.nothing_offline, words.help_offline.to_owned()),
            Cause::Down => (words.nothing_down, words.help_down.to_owned()),
            Cause::Busy(seconds) => (
                words.nothing_busy,
                words.help_busy.replace("{n}", &seconds.to_string()),
            ),
            Cause::Closed => (words.nothing_closed, words.help_closed.to_owned()),
        }
    }
}

/// What to say and what to do where nobody told anything of the goods. Empty where somebody did.
#[component]
pub fn Nothing(journey: Arc<Journey>, again: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let lang = use_lang();
    let is_told = journey.product.is_some() || journey.food_facts.is_some() || !journey.steps.is_empty();
    if is_told {
        return None;
    }
    let cause = Cause::of(&journey.silences);
    let (heading, help) = cause.texts(lang);
    let online = window_event_listener(ev::online, move |_| again());
    on_cleanup(move || online.remove());
    let may_pass = !matches!(cause, Cause::Unknown | Cause::Closed);
    Some(view! {
        <section class="section nothing" data-cause=cause.name()>
            <h2>{heading}</h2>
            <p>{help}</p>
            {may_pass.then(|| view! {
                <button class="button primary" on:click=move |_| again()>{lang.shell().again}</button>
            })}
            <LabelSays journey=journey.clone() />
            <NextSteps />
            <Report journey />
        </section>
    })
}

/// The number and the attributes that stand in the code itself.
#[component]
fn LabelSays(journey: Arc<Journey>) -> impl IntoView {
    let lang = use_lang();
    let words = lang.journey_page();
    let number = journey.identity.gtin().map(|gtin| gtin.shown().to_owned());
    let facts = [
        (words.number, number),
        (words.lot, journey.identity.lot().map(str::to_owned)),
        (words.serial, journey.identity.serial().map(str::to_owned)),
        (words.expires, journey.expires_on.map(|date| lang.date(date))),
        (words.best_before, journey.best_before.map(|date| lang.date(date))),
        (words.packed, journey.packed_on.map(|date| lang.date(date))),
    ];
    let facts = facts.into_iter().filter_map(|(term, value)| Some((term, value?)));
    view! {
        <h3>{lang.problem().label_says}</h3>
        <FactList facts=facts.collect() />
    }
}

/// Hands the address of the page, under what happened, over to whatever app the shopper writes messages with, or copies it.
#[component]
fn Report(journey: Arc<Journey>) -> impl IntoView {
    let lang = use_lang();
    let words = lang.problem();
    let copied = RwSignal::new(false);
    let address = journey.identity.address();
    let cause = Cause::of(&journey.silences).texts(lang).0;
    let report = move |_| {
        let address = address.clone();
        leptos::task::spawn_local(async move {
            copied.set(share::share(cause, &address).await == share::Shared::Copied);
        });
    };
    view! {
        <button class="button quiet" on:click=report>{words.report}</button>
        <span role="status">{move || copied.get().then_some(words.reported)}</span>
    }
}
