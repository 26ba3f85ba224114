//! The page of a place: field, workshop, warehouse, stall.

use super::card::{ProductCards, card_of};
use super::context::{use_config, use_lang};
use super::document::document_page;
use super::fact_list::FactList;
use super::maker::MakerLink;
use super::sample::SampleNote;
use crate::browser::net;
use crate::gs1::Gln;
use crate::gs1::digital_link::{DigitalLink, Key};
use crate::sources;
use crate::sources::place::Place;
use crate::words::{Lang, Text};
use leptos::prelude::*;

/// The page of the place with this number.
#[component]
pub fn PlacePage(gln: Gln) -> impl IntoView {
    let lang = use_lang();
    let config = use_config();
    document_page(
        move || async move { sources::place(gln, &config.get_value(), &net::fetch).await },
        move |place: Option<Place>| match place {
            Some(place) if !place.name.is_empty() => place.name.in_lang(lang).to_owned(),
            _ => format!("{} {gln}", lang.market().place),
        },
        move |place| view! { <Known gln place /> }.into_any(),
        lang.problem().place_missing,
    )
}

#[component]
fn Known(gln: Gln, place: Place) -> impl IntoView {
    let lang = use_lang();
    let words = lang.market();
    let cards: Vec<_> = place.products.iter().cloned().map(card_of).collect();
    let owner = owner(&place);
    let told = place.by.clone();
    let sample = told.as_ref().is_some_and(|by| by.sample);
    view! {
        <SampleNote sample />
        <FactList facts=facts(&place, gln, lang) />
        <super::on_the_plan::OnThePlan gln />
        {owner.map(|(gln, name)| view! {
            <section class="section">
                <h2>{words.owner}</h2>
                <MakerLink gln name note=words.producer.to_owned() />
            </section>
        })}
        {(!cards.is_empty()).then(|| view! {
            <section class="section">
                <h2>{words.sold_here}</h2>
                <ProductCards cards=cards class="grid" />
            </section>
        })}
        {told.map(|by| view! { <super::source::SourceLine by /> })}
    }
}

/// Number and name of the party whose place it is.
fn owner(place: &Place) -> Option<(String, Text)> {
    let link = DigitalLink::parse(place.owner.as_deref()?).ok()?;
    match link.key {
        Key::Party(gln) => Some((gln.to_string(), place.owner_name.clone()?)),
        _ => None,
    }
}

fn facts(place: &Place, gln: Gln, lang: Lang) -> Vec<(&'static str, String)> {
    let words = lang.market();
    let area = lang.area(place.commune.as_deref(), place.province.as_deref());
    let facts = [
        (words.seat, Some(area).filter(|area| !area.is_empty())),
        (
            words.kind,
            place
                .kind
                .as_deref()
                .map(|kind| lang.kind_of_place(kind).to_owned()),
        ),
        (
            words.altitude,
            place.altitude_m.map(|metres| lang.whole_metres(metres)),
        ),
        (words.point, place.point.map(|point| lang.point(point))),
        (words.number, Some(gln.to_string())),
    ];
    facts
        .into_iter()
        .filter_map(|(term, value)| Some((term, value?)))
        .collect()
}
