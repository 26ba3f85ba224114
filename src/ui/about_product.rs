//! What the producer tells about the product.

use super::context::use_lang;
use super::fact_list::FactList;
use super::food;
use crate::sources::product::Product;
use crate::words::Lang;
use leptos::prelude::*;

/// Story, content, price, storage and standard. A fact that nobody gave is left out.
#[component]
pub fn AboutProduct(product: Product) -> impl IntoView {
    let lang = use_lang();
    let story = product.story.clone();
    view! {
        <section class="section">
            <h2>{lang.journey_page().about}</h2>
            {story.map(|story| view! { <p>{story.in_lang(lang).to_owned()}</p> })}
            <FactList facts=facts(&product, lang) />
        </section>
    }
}

fn facts(product: &Product, lang: Lang) -> Vec<(&'static str, String)> {
    let words = lang.journey_page();
    let origin = product.origin.as_ref();
    let origin = origin.map(|origin| (lang.food().origin, origin.in_lang(lang).to_owned()));
    let weight = product.net_weight.clone();
    let facts = [
        Some((words.number, product.gtin.shown().to_owned())),
        product
            .net_content
            .clone()
            .map(|content| (words.content, content)),
        weight.map(|weight| (lang.food().net_weight, weight)),
        origin,
        product.price_vnd.map(|price| (words.price, lang.price(price))),
        product
            .storage
            .as_ref()
            .map(|storage| (words.storage, storage.in_lang(lang).to_owned())),
        product
            .standard
            .clone()
            .map(|standard| (words.standard, standard)),
    ];
    let facts = facts.into_iter().flatten();
    facts.chain(food::facts(&product.food, lang)).collect()
}
