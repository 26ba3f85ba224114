//! The seasons: what is in season this month, and the year of all goods.

use super::card::ProductCards;
use super::context::{use_catalogue, use_lang, use_today};
use super::market_tabs::FairHead;
use super::notice::Loading;
use crate::market::catalogue::Card;
use crate::market::search::Catalogue;
use leptos::prelude::*;
use std::sync::Arc;

/// The most rows of the year that are drawn.
const MOST_ROWS: usize = 100;

/// The page of the seasons.
#[component]
pub fn SeasonsPage() -> impl IntoView {
    let lang = use_lang();
    let words = lang.fair();
    let catalogue = use_catalogue();
    let today = use_today();
    let month = move || u8::from(today.get().month());
    view! {
        <FairHead title=words.seasons />
        {move || match catalogue.get() {
            None => view! { <Loading /> }.into_any(),
            Some(None) => ().into_any(),
            Some(Some(catalogue)) => view! {
                <ThisMonth catalogue=catalogue.clone() month=month() />
                <Year catalogue month=month() />
            }.into_any(),
        }}
    }
}

#[component]
fn ThisMonth(catalogue: Arc<Catalogue>, month: u8) -> impl IntoView {
    let words = use_lang().fair();
    let cards: Vec<Card> = catalogue
        .cards()
        .iter()
        .filter(|card| card.is_in_season(month))
        .cloned()
        .collect();
    view! {
        <section class="section">
            <h2>{words.this_month}</h2>
            {match cards.is_empty() {
                true => view! { <p>{words.out_of_season}</p> }.into_any(),
                false => view! { <ProductCards cards class="grid" /> }.into_any(),
            }}
        </section>
    }
}

/// The year as a table: a row for each of the goods, a field for each month.
#[component]
fn Year(catalogue: Arc<Catalogue>, month: u8) -> impl IntoView {
    let lang = use_lang();
    let words = lang.fair();
    let head = (1..=12_u8).map(|number| {
        view! { <th scope="col" aria-current=(number == month).then_some("date")>{number}</th> }
    });
    let rows = catalogue.cards().iter().filter(|card| !card.season.is_empty()).take(MOST_ROWS).map(|card| {
        let fields = (1..=12_u8).map(|number| {
            let inside = card.is_in_season(number);
            view! {
                <td data-in=inside.then_some("") aria-label=inside.then_some(words.in_season)>
                    {inside.then_some("●")}
                </td>
            }
        });
        let fields = fields.collect_view();
        view! {
            <tr>
                <th scope="row"><a href=format!("/01/{}", card.gtin)>{card.name.in_lang(lang).to_owned()}</a></th>
                {fields}
            </tr>
        }
    });
    view! {
        <section class="section">
            <h2>{words.year}</h2>
            <div class="year-scroll" tabindex="0" role="region" aria-label=words.wheel>
                <table class="year">
                    <thead><tr><td></td>{head.collect_view()}</tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}
