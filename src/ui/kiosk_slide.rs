//! One slide of the kiosk at a time: the fair, its programme, a producer, a product.

use super::context::{use_catalogue, use_config, use_fair, use_lang, use_today};
use super::days::opening_text;
use super::kiosk_stage::Stage;
use super::notice::{Kind, Loading, Notice};
use super::page_code::PageCode;
use super::session::next_days;
use super::silence::MarketTrouble;
use crate::browser::clock;
use crate::gs1::{DigitalLink, Gtin};
use crate::market::catalogue::Card;
use crate::market::fair::{Fair, ProducerEntry, ProgrammeItem};
use crate::market::search::Catalogue;
use crate::market::slides::{Slide, programme, slides};
use crate::words::Lang;
use leptos::prelude::*;
use std::sync::Arc;
use time::OffsetDateTime;

/// The picture of goods that have none.
const PLAIN: &str = "/pictures/plain.svg";

/// So many goods of a producer are named on its slide.
const SOME: usize = 6;

/// The slide whose turn it is. While the fair is on its way a sign of waiting stands there, and where it does not come the reason.
#[component]
pub fn Slides(stage: Stage) -> impl IntoView {
    let words = use_lang().kiosk();
    let (fair, catalogue) = (use_fair(), use_catalogue());
    let today = use_today();
    let stall = Memo::new(move |_| stage.stall());
    let all = Memo::new(move |_| {
        let (fair, cards) = (fair.get().flatten()?, catalogue.get()?.unwrap_or_default());
        let has_programme = !programme(&fair, today.get(), now(), stall.get().as_deref()).is_empty();
        Some(slides(
            &fair,
            cards.cards(),
            stall.get().as_deref(),
            has_programme,
        ))
    });
    let current = Memo::new(move |_| {
        let all = all.read();
        let all = all.as_ref()?;
        all.get(stage.turning.read().slide(all.len())).copied()
    });
    let nothing = move || {
        let all = all.read();
        let is_ware = |slide: &Slide| matches!(slide, Slide::Product(_) | Slide::Producer(_));
        stall.get().is_some() && all.as_ref().is_some_and(|all| !all.iter().any(is_ware))
    };
    let draw = move |slide| {
        let fair = fair.get().flatten().unwrap_or_default();
        let cards = catalogue.get().flatten().unwrap_or_default();
        draw(slide, fair, cards, stall.get())
    };
    view! {
        <MarketTrouble />
        <section class="slide" aria-label=words.slides>
            {move || match current.get() {
                Some(slide) => draw(slide),
                None if fair.get() == Some(None) => ().into_any(),
                None => view! { <Loading /> }.into_any(),
            }}
        </section>
        {move || nothing().then(|| view! { <Notice kind=Kind::Info text=words.nothing.to_owned() /> })}
    }
}

fn draw(slide: Slide, fair: Fair, cards: Arc<Catalogue>, stall: Option<String>) -> AnyView {
    match slide {
        Slide::Fair => view! { <TheFair fair /> }.into_any(),
        Slide::Programme => view! { <TheProgramme fair stall /> }.into_any(),
        Slide::Producer(place) => match fair.producers.get(place).cloned() {
            Some(producer) => view! { <TheProducer producer cards /> }.into_any(),
            None => ().into_any(),
        },
        Slide::Product(place) => match cards.cards().get(place).cloned() {
            Some(card) => view! { <TheProduct card /> }.into_any(),
            None => ().into_any(),
        },
    }
}

/// The moment, where the clock rules and not the settings.
fn now() -> Option<OffsetDateTime> {
    let by_the_clock = use_config().with_value(|config| config.today.is_none());
    by_the_clock.then(clock::now)
}

#[component]
fn TheFair(fair: Fair) -> impl IntoView {
    let lang = use_lang();
    let opening = now().and_then(|now| Some(opening_text(&fair.opening(now)?.1, lang)));
    let next = next_days(&fair, use_today().get_untracked(), lang);
    view! {
        <img class="wide-art" src="/pictures/fair.svg" alt="" width="320" height="150" />
        <div class="said">
            <h2>{fair.name.in_lang(lang).to_owned()}</h2>
            <p class="where">{fair.venue.in_lang(lang).to_owned()}</p>
            {next.map(|next| view! { <p>{next}</p> })}
            {opening.map(|opening| view! { <p><b>{opening}</b></p> })}
        </div>
    }
}

#[component]
fn TheProgramme(fair: Fair, stall: Option<String>) -> impl IntoView {
    let lang = use_lang();
    let today = use_today().get_untracked();
    let items = programme(&fair, today, now(), stall.as_deref());
    let rows = items.into_iter().map(|item| view! { <li>{row(item, lang)}</li> });
    let rows = rows.collect_view();
    view! {
        <div class="said">
            <h2>{lang.fair().programme}</h2>
            <ol class="items">{rows}</ol>
        </div>
    }
}

fn row(item: &ProgrammeItem, lang: Lang) -> impl IntoView + use<> {
    let start = item.start();
    let when = start.map(|start| {
        format!(
            "{} {:02}:{:02}",
            lang.day(start.date()),
            start.hour(),
            start.minute()
        )
    });
    let place = match item.place.as_str() {
        "" | "fair" => lang.fair().whole_ground.to_owned(),
        stall => format!("{} {stall}", lang.market().stall),
    };
    view! {
        <time>{when}</time>
        <b>{item.title.in_lang(lang).to_owned()}</b>
        <span>{place}</span>
    }
}

#[component]
fn TheProducer(producer: ProducerEntry, cards: Arc<Catalogue>) -> impl IntoView {
    let lang = use_lang();
    let own = cards.cards().iter().filter(|card| card.producer == producer.gln);
    let own: Vec<Card> = own.take(SOME).cloned().collect();
    let goods = own.into_iter().map(|card| {
        view! {
            <li>
                <img src=picture(&card) alt="" width="160" height="150" />
                {card.name.in_lang(lang).to_owned()}
            </li>
        }
    });
    view! {
        <a class="said" href=format!("/417/{}", producer.gln)>
            <h2>{producer.name.in_lang(lang).to_owned()}</h2>
            <p class="where">{producer.commune.clone()}</p>
            {producer.stall.clone().map(|stall| view! { <p class="at">{format!("{} {stall}", lang.market().stall)}</p> })}
            <p>{lang.kiosk().makes}</p>
            <ul class="goods">{goods.collect_view()}</ul>
        </a>
    }
}

#[component]
fn TheProduct(card: Card) -> impl IntoView {
    let lang = use_lang();
    let words = lang.market();
    let stars = card
        .stars
        .map(|stars| words.stars.replace("{n}", &stars.to_string()));
    let code = Gtin::parse(&card.gtin).ok().map(DigitalLink::product);
    view! {
        <img class="art" src=picture(&card) alt="" width="160" height="150" />
        <a class="said" href=format!("/01/{}", card.gtin)>
            <h2>{card.name.in_lang(lang).to_owned()}</h2>
            <p class="where">{card.commune.clone()}</p>
            <p>{card.producer_name.in_lang(lang).to_owned()}</p>
            {card.stall.clone().map(|stall| view! { <p class="at">{format!("{} {stall}", words.stall)}</p> })}
            {card.price_vnd.map(|price| view! { <p class="price">{lang.price(price)}</p> })}
            {stars.map(|stars| view! { <p>{stars}</p> })}
        </a>
        {code.map(|identity| view! {
            <figure class="phone">
                <PageCode identity />
                <figcaption>{lang.kiosk().phone}</figcaption>
            </figure>
        })}
    }
}

fn picture(card: &Card) -> String {
    match card.picture.is_empty() {
        true => PLAIN.to_owned(),
        false => card.picture.clone(),
    }
}
