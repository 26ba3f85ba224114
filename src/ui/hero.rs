//! The head of a journey: the picture of the goods, where they come from, and who makes them.

use super::context::use_lang;
use super::icon::Icon;
use crate::journey::Journey;
use leptos::prelude::*;
use std::sync::Arc;

/// The product's picture. Empty when nobody knows the product.
#[component]
pub fn Hero(journey: Arc<Journey>) -> impl IntoView {
    let picture = journey.product.as_ref()?.picture.clone()?;
    Some(view! {
        <div class="hero">
            <img class="hero-art" src=picture alt="" width="160" height="150" />
        </div>
    })
}

/// Where the product comes from and who makes it.
#[component]
pub fn Byline(journey: Arc<Journey>) -> impl IntoView {
    let lang = use_lang();
    let producer = journey
        .product
        .as_ref()
        .and_then(|product| product.producer.as_ref());
    let area = producer.map(|producer| lang.area(producer.commune.as_deref(), producer.province.as_deref()));
    // A height belongs to the commune it was measured in, not to wherever else the goods came from.
    let commune = producer.and_then(|producer| producer.commune.as_deref());
    let is_there = |area: &str| area.split(", ").next() == commune;
    let mut there = journey
        .steps
        .iter()
        .filter(|step| step.area.as_deref().is_some_and(is_there));
    let altitude = there.find_map(|step| step.altitude_m);
    view! {
        {area.filter(|area| !area.is_empty()).map(|area| view! {
            <p class="where">
                <Icon name="map-pin" />
                {area}
                {altitude.map(|metres| format!(" · {}", lang.whole_metres(metres)))}
            </p>
        })}
        <p class="by">
            {producer.map(|producer| view! { <span>{producer.name.in_lang(lang).to_owned()}</span> })}
            {journey.sample.then(|| view! { <em class="sample">{lang.journey_page().sample}</em> })}
        </p>
    }
}
