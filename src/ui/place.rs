//! The page of a place: field, workshop, warehouse, stall.

use super::card::{ProductCards, card_of};
use super::context::{use_config, use_lang};
use super::document::{Missing, document_page};
use super::fact_list::FactList;
use super::maker::MakerLink;
use super::map_later::PlaceMap;
use super::sample::SampleNote;
use super::what_is::WhatIs;
use crate::browser::answers;
use crate::gs1::Gln;
use crate::gs1::digital_link::{DigitalLink, Key};
use crate::sources;
use crate::sources::contact::Hours;
use crate::sources::place::Place;
use crate::words::glossary::Word;
use crate::words::{Lang, Text};
use leptos::prelude::*;

/// The page of the place with this number.
#[component]
pub fn PlacePage(gln: Gln) -> impl IntoView {
    let lang = use_lang();
    let config = use_config();
    document_page(
        move || async move { sources::place(gln, &config.get_value(), &answers::fetch).await },
        move |place: Option<Place>| match place {
            Some(place) if !place.name.is_empty() => place.name.in_lang(lang).to_owned(),
            _ => format!("{} {gln}", lang.market().place),
        },
        move |place| view! { <Known gln place /> }.into_any(),
        Missing::of("414", gln, lang.problem().place_missing),
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
        <WhatIs words=[Word::Gln] />
        <PlaceMap point=place.point />
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
    let line = place.address_line.as_ref().map(|line| line.in_lang(lang));
    let area = [line, Some(area.as_str()).filter(|area| !area.is_empty())];
    let area = area.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let hours: Vec<String> = place.hours.iter().map(|hours| hours_text(hours, lang)).collect();
    let hours = Some(hours.join("; ")).filter(|hours| !hours.is_empty());
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
        (lang.food().hours, hours),
        (words.number, Some(gln.to_string())),
    ];
    facts
        .into_iter()
        .filter_map(|(term, value)| Some((term, value?)))
        .collect()
}

/// `Thứ Bảy, Chủ nhật 07:00–17:30`.
fn hours_text(hours: &Hours, lang: Lang) -> String {
    let names = lang.food().days;
    let days = hours.days.iter().filter_map(|day| names.get(usize::from(*day)));
    let days = days.copied().collect::<Vec<_>>().join(", ");
    format!("{days} {}–{}", hours.opens, hours.closes)
        .trim()
        .to_owned()
}
