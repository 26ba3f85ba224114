//! The page of a producer: what the market knows of it, how to reach it, its goods and lots, and a sheet for bulk buyers.

use super::buyers_sheet::BuyersSheet;
use super::card::{ProductCards, card_of};
use super::context::{use_config, use_lang};
use super::document::{Missing, document_page};
use super::fact_list::FactList;
use super::producer_lots::ProducerLots;
use super::reach::Reach;
use super::sample::SampleNote;
use super::stall_at::StallAt;
use super::what_is::WhatIs;
use crate::browser::answers;
use crate::gs1::Gln;
use crate::sources::organization;
use crate::sources::place::Organization;
use crate::words::Lang;
use crate::words::glossary::Word;
use leptos::prelude::*;

/// The page of the producer with this number.
#[component]
pub fn ProducerPage(gln: Gln) -> impl IntoView {
    let lang = use_lang();
    let config = use_config();
    document_page(
        move || async move { organization(gln, &config.get_value(), &answers::fetch).await },
        move |producer: Option<Organization>| {
            producer.map_or_else(
                || format!("{} {gln}", lang.market().producer),
                |producer| producer.name.in_lang(lang).to_owned(),
            )
        },
        move |producer| view! { <Known gln producer /> }.into_any(),
        Missing::of("417", gln, lang.problem().producer_missing),
    )
}

#[component]
fn Known(gln: Gln, producer: Organization) -> impl IntoView {
    let lang = use_lang();
    let words = lang.market();
    let cards: Vec<_> = producer.products.iter().cloned().map(card_of).collect();
    let (about, told) = (producer.about.clone(), producer.by.clone());
    let (contacts, web) = (producer.contacts.clone(), producer.web.clone());
    let sample = told.as_ref().is_some_and(|by| by.sample);
    view! {
        <link rel="stylesheet" href="/styles/producer.css" />
        <SampleNote sample />
        {about.map(|about| view! { <p class="lead">{about.in_lang(lang).to_owned()}</p> })}
        <FactList facts=facts(&producer, gln, lang) />
        <WhatIs words=[Word::Gln] />
        {producer.stall.clone().map(|stall| view! { <StallAt stall /> })}
        {(!cards.is_empty()).then(|| view! {
            <section class="section">
                <h2>{words.makes}</h2>
                <ProductCards cards=cards class="grid" />
            </section>
        })}
        <ProducerLots products=producer.products.clone() />
        <Reach contacts web />
        <BuyersSheet producer />
        {told.map(|by| view! { <super::source::SourceLine by /> })}
    }
}

fn facts(producer: &Organization, gln: Gln, lang: Lang) -> Vec<(&'static str, String)> {
    let words = lang.market();
    let line = producer.address_line.as_ref().map(|line| line.in_lang(lang));
    let seat = [line, producer.commune.as_deref(), producer.province.as_deref()];
    let seat = seat.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let facts = [
        (words.seat, Some(seat).filter(|seat| !seat.is_empty())),
        (words.brand, producer.brand.clone()),
        (words.founded, producer.founded.map(|year| year.to_string())),
        (
            words.members,
            producer.members.map(|members| lang.number(members)),
        ),
        (words.number, Some(gln.to_string())),
    ];
    let facts = facts.into_iter();
    facts.filter_map(|(term, value)| Some((term, value?))).collect()
}
