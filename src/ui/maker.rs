//! Who makes the goods: where, their story, their other goods, and their stall at the next market day.

use super::asked::Asked;
use super::card::{ProductCards, card_of};
use super::context::{use_address, use_config, use_lang};
use super::icon::Icon;
use super::stall_at::StallAt;
use crate::address::Page;
use crate::browser::answers;
use crate::gs1::Gln;
use crate::sources::organization;
use crate::sources::place::Organization;
use crate::words::Text;
use leptos::prelude::*;

/// So many of the other goods are shown here; all of them stand on the producer's page.
const SOME: usize = 4;

/// The maker of a product, with its commune and province. Nothing for a maker without a number. What the market tells of
/// it follows when it is there; it is not asked about a maker from the tables of an organiser, which stay on this device.
#[component]
pub fn Maker(producer: Organization) -> impl IntoView {
    let lang = use_lang();
    let config = use_config();
    let gln = producer.gln.clone()?;
    let seat = (producer.commune, producer.province);
    let note = lang.area(seat.0.as_deref(), seat.1.as_deref());
    let number = Gln::parse(&gln).ok();
    let is_asked = use_address().read_untracked().page != Page::Publish;
    let known = Asked::new(move || async move {
        organization(number.filter(|_| is_asked)?, &config.get_value(), &answers::fetch)
            .await
            .ok()
            .flatten()
            .map(|told| told.what)
    });
    Some(view! {
        <section class="section">
            <h2>{lang.market().producer}</h2>
            <MakerLink gln name=producer.name note />
            {move || known.get().flatten().map(|producer| view! { <Story producer /> })}
        </section>
    })
}

/// What the producer tells of itself, its stall and some of its other goods.
#[component]
fn Story(producer: Organization) -> impl IntoView {
    let lang = use_lang();
    let here = match &use_address().read_untracked().page {
        Page::Journey(identity) => identity.gtin().map(|gtin| gtin.to_string()),
        _ => None,
    };
    let others = producer.products.into_iter();
    let others = others.filter(|product| Some(&product.gtin) != here.as_ref());
    let cards: Vec<_> = others.take(SOME).map(card_of).collect();
    view! {
        {producer.about.map(|about| view! { <p class="story-of">{about.in_lang(lang).to_owned()}</p> })}
        {producer.stall.map(|stall| view! { <StallAt stall /> })}
        {(!cards.is_empty()).then(|| view! {
            <h3>{lang.market().other_goods}</h3>
            <ProductCards cards=cards class="rail" />
        })}
    }
}

/// A producer by its number and name, with a line of small print under it.
#[component]
pub fn MakerLink(gln: String, name: Text, note: String) -> impl IntoView {
    let lang = use_lang();
    let initials = initials(name.in_lang(lang));
    view! {
        <a class="maker" href=format!("/417/{gln}")>
            <span class="ava" aria-hidden="true">{initials}</span>
            <div>
                <b>{name.in_lang(lang).to_owned()}</b>
                <p>{note}</p>
            </div>
            <Icon name="chevron-right" />
        </a>
    }
}

/// The initials of the two last words that begin with a capital letter: `Hợp tác xã Chè Mây Ngàn (mẫu)` → `MN`.
fn initials(name: &str) -> String {
    let capitals = name
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .filter(|first| first.is_uppercase());
    let all: Vec<char> = capitals.collect();
    all.iter().skip(all.len().saturating_sub(2)).collect()
}
