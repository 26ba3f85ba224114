//! The choice among several products in view.

use super::context::{use_catalogue, use_lang};
use super::finder::Finder;
use super::icon::Icon;
use crate::gs1::DigitalLink;
use leptos::prelude::*;

/// A button for each thing in view, numbered as its outline is.
#[component]
pub fn Choice(finder: Finder, things: Vec<DigitalLink>) -> impl IntoView {
    let words = use_lang().scan();
    let things = things.into_iter().enumerate();
    view! {
        <section class="choice" aria-label=words.choose>
            <h2>{words.choose}</h2>
            {things.map(|(place, link)| view! { <Thing finder place link /> }).collect_view()}
            <button class="button quiet" on:click=move |_| finder.look_again()>
                <Icon name="refresh-cw" />
                {words.scan_again}
            </button>
        </section>
    }
}

/// One thing: its name where the market knows it, and its numbers.
#[component]
fn Thing(finder: Finder, place: usize, link: DigitalLink) -> impl IntoView {
    let lang = use_lang();
    let catalogue = use_catalogue();
    let gtin = link.gtin();
    let name = move || {
        let (cards, gtin) = (catalogue.read(), gtin?);
        let mut cards = cards.as_ref()?.as_ref()?.iter();
        let card = cards.find(|card| card.gtin == gtin.as_str())?;
        Some(card.name.in_lang(lang).to_owned())
    };
    let number = gtin.map_or_else(|| link.key.value().to_owned(), |gtin| gtin.shown().to_owned());
    let part = link.serial().or(link.lot()).map(|part| format!(" · {part}"));
    view! {
        <button class="button" on:click=move |_| finder.open_page(&link)>
            <span class="number">{place + 1}</span>
            " "
            <span>
                {move || name().map(|name| view! { <b>{name}</b> " " })}
                <small>{number}{part}</small>
            </span>
        </button>
    }
}
