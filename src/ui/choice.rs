//! The choice among several products in view or in a photo.

use super::context::{use_catalogue, use_lang};
use super::icon::Icon;
use crate::gs1::DigitalLink;
use leptos::prelude::*;

/// A numbered button for each thing, which opens it; and where there is more to see, a way to look again.
#[component]
pub fn Choice(
    things: Vec<DigitalLink>,
    open: Callback<DigitalLink>,
    #[prop(optional)] again: Option<Callback<()>>,
) -> impl IntoView {
    let words = use_lang().scan();
    let things = things.into_iter().enumerate();
    view! {
        <section class="choice" aria-label=words.choose>
            <h2>{words.choose}</h2>
            {things.map(|(place, link)| view! { <Thing place link open /> }).collect_view()}
            {again.map(|again| view! {
                <button class="button quiet" on:click=move |_| again.run(())>
                    <Icon name="refresh-cw" />
                    {words.scan_again}
                </button>
            })}
        </section>
    }
}

/// One thing: its name where the market knows it, and its numbers.
#[component]
fn Thing(place: usize, link: DigitalLink, open: Callback<DigitalLink>) -> impl IntoView {
    let lang = use_lang();
    let catalogue = use_catalogue();
    let gtin = link.gtin();
    let name = move || {
        let (catalogue, gtin) = (catalogue.read(), gtin?);
        let mut cards = catalogue.as_ref()?.as_ref()?.cards().iter();
        let card = cards.find(|card| card.gtin == gtin.as_str())?;
        Some(card.name.in_lang(lang).to_owned())
    };
    let number = gtin.map_or_else(|| link.key.value().to_owned(), |gtin| gtin.shown().to_owned());
    let part = link.serial().or(link.lot()).map(|part| format!(" · {part}"));
    view! {
        <button class="button" on:click=move |_| open.run(link.clone())>
            <span class="number">{place + 1}</span>
            " "
            <span>
                {move || name().map(|name| view! { <b>{name}</b> " " })}
                <small>{number}{part}</small>
            </span>
        </button>
    }
}
