//! The card of one product: picture, name, where, price.

use super::context::use_lang;
use super::icon::Icon;
use crate::market::catalogue::Card;
use crate::sources::place::ProductEntry;
use leptos::prelude::*;

/// The picture of goods that have none.
const PLAIN: &str = "/pictures/plain.svg";

/// A product as a link to its page. What is not known is left out.
#[component]
pub fn ProductCard(card: Card) -> impl IntoView {
    let lang = use_lang();
    let place = (card.commune, card.stall);
    let picture = Some(card.picture).filter(|picture| !picture.is_empty());
    let picture = picture.unwrap_or_else(|| PLAIN.to_owned());
    view! {
        <a class="card" href=format!("/01/{}", card.gtin)>
            <img class="art" src=picture alt="" width="160" height="150" loading="lazy" />
            <b>{card.name.in_lang(lang).to_owned()}</b>
            {(place.0.len() + place.1.as_ref().map_or(0, String::len) > 0).then(|| view! {
                <span class="where">{where_text(&place.0, place.1.as_deref(), lang.market().stall)}</span>
            })}
            {card.price_vnd.map(|price| view! { <em class="price">{lang.price(price)}</em> })}
            {card.stars.map(|stars| view! { <Stars stars /> })}
        </a>
    }
}

/// The cards of several products: `class` is `grid` or `rail`.
#[component]
pub fn ProductCards(cards: Vec<Card>, class: &'static str) -> impl IntoView {
    let cards = cards.into_iter();
    let cards = cards.map(|card| view! { <li><ProductCard card /></li> });
    view! { <ul class=class>{cards.collect_view()}</ul> }
}

/// What a list of products says of one, as a card.
pub fn card_of(entry: ProductEntry) -> Card {
    Card {
        gtin: entry.gtin,
        name: entry.name,
        picture: entry.picture.unwrap_or_default(),
        ..Card::default()
    }
}

/// OCOP stars, which are read out as a sentence.
#[component]
fn Stars(stars: u8) -> impl IntoView {
    let lang = use_lang();
    let sentence = lang.market().stars.replace("{n}", &stars.to_string());
    view! {
        <span class="stars" role="img" aria-label=sentence>
            {(0..stars.min(5)).map(|_| view! { <Icon name="star" /> }).collect_view()}
        </span>
    }
}

fn where_text(commune: &str, stall: Option<&str>, word: &str) -> String {
    let stall = stall.map(|stall| format!("{word} {stall}"));
    let parts = [
        Some(commune.to_owned()).filter(|commune| !commune.is_empty()),
        stall,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
