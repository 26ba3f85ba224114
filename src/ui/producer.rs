//! The page of a producer: what the market knows of it, its goods, and the way to its own site.

use super::card::{ProductCards, card_of};
use super::context::{use_config, use_lang};
use super::document::{Missing, document_page};
use super::fact_list::FactList;
use super::sample::SampleNote;
use super::stall_at::StallAt;
use super::what_is::WhatIs;
use crate::browser::{answers, links};
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
    let (about, web, told) = (producer.about.clone(), producer.web.clone(), producer.by.clone());
    let sample = told.as_ref().is_some_and(|by| by.sample);
    view! {
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
        {web.map(|web| view! { <Contact web /> })}
        {told.map(|by| view! { <super::source::SourceLine by /> })}
    }
}

/// The producer's own site, opened only on a tap, with its host in full.
#[component]
fn Contact(web: String) -> impl IntoView {
    let lang = use_lang();
    let words = lang.market();
    let host = links::host(&web)?;
    Some(view! {
        <section class="section">
            <h2>{words.contact}</h2>
            <a class="button" href=web target="_blank" rel="noopener noreferrer external">
                {words.visit}" "<b>{host}</b>
            </a>
            <p class="source">{words.leaves}</p>
        </section>
    })
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
    let facts = facts.filter_map(|(term, value)| Some((term, value?)));
    facts.chain(reached(producer, lang)).collect()
}

/// The numbers and addresses under which it can be reached, as plain texts.
fn reached(producer: &Organization, lang: Lang) -> Vec<(&'static str, String)> {
    let words = lang.food();
    let contacts = producer.contacts.iter().flat_map(|contact| {
        let title = contact.title.as_ref();
        let title = title.map_or_else(String::new, |title| format!(" ({})", title.in_lang(lang)));
        let ways = [(words.telephone, &contact.telephone), (words.mail, &contact.mail)];
        ways.map(|(term, value)| Some((term, format!("{}{title}", value.as_ref()?))))
    });
    contacts.flatten().collect()
}
